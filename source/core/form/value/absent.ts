/** `N/A — reason`: how "not applicable" stands where a value would. */

/** What is written for a reason; line breaks in it become blanks. */
export function writeNotApplicable(reason: string): string {
	const words = reason.replaceAll(/\s+/g, ' ').trim();
	return words === '' ? 'N/A' : `N/A — ${words}`;
}

/** The reason where a text says that it does not apply (`N/A`, `n/a`, `Not applicable`, with `—`, `–`, `-`, `:` or `(`), else undefined. */
export function readNotApplicable(text: string): string | undefined {
	const words = text.replaceAll(/\s+/g, ' ').trim();
	const match =
		/^(?:[-*+] )?(?:n\/a|not applicable)\.?(?: ?(?:(?:—|–|-|:) ?(?<plain>.*)|\((?<inside>.*)\)\.?))?$/i.exec(words);
	if (!match) return undefined;
	return (match.groups?.['plain'] ?? match.groups?.['inside'] ?? '').trim();
}
