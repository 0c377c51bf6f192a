/** A heading's text: where it ends, in front of the `#` signs that may close it (CommonMark §4.2), and what counts in it. */

/**
 * The length of a heading's text without its closing `#` signs and the blanks in front of them. Looked for from the
 * end, as a line of blanks would be gone through again for each of them.
 *
 * @param text what stands behind the opening `#` signs
 */
export function withoutClosing(text: string): number {
	const isBlank = (at: number): boolean => text[at] === ' ' || text[at] === '\t';
	let to = text.length;
	while (to > 0 && isBlank(to - 1)) to--;
	let from = to;
	while (from > 0 && text[from - 1] === '#') from--;
	if (from === to || (from > 0 && !isBlank(from - 1))) return text.length;
	while (from > 0 && isBlank(from - 1)) from--;
	return from;
}

/** What stands in front of the number by which a heading counts: `phase` in `5.2 Phase 3: Grow`. */
export function leadOf(heading: string): string | undefined {
	return /^\D*(?=\d)/.exec(unnumbered(heading))?.[0].trim();
}

/** A heading in small letters without the number in front of it. */
export function unnumbered(heading: string): string {
	return heading.toLowerCase().replace(/^(?:\d+(?:\.\d+)*[.)]?\s+)/, '');
}
