/** What stands around a text, taken off without looking at each run of signs again for each of its signs. */

/** Blanks that may stand at the end of what somebody wrote. */
export const blanks = ' \t\r\n\u00A0';

/** A text without any of these signs at its end. */
export function endStripped(text: string, signs: string): string {
	let to = text.length;
	while (to > 0 && signs.includes(text[to - 1]!)) to--;
	return text.slice(0, to);
}

/** A text without any of these signs at its ends. */
export function stripped(text: string, signs: string): string {
	let from = 0;
	while (from < text.length && signs.includes(text[from]!)) from++;
	return endStripped(text.slice(from), signs);
}

/** A text up to its last closing bracket, and the rest: behind it nothing in brackets can end. */
export function closedPart(text: string, bracket = ')'): readonly [closed: string, rest: string] {
	const at = text.lastIndexOf(bracket);
	const end = at < 0 ? 0 : at + bracket.length;
	return [text.slice(0, end), text.slice(end)];
}

/** A text without what stands in round brackets. */
export function withoutRound(text: string): string {
	const [closed, rest] = closedPart(text);
	return closed.replaceAll(/\([^)]*\)/gu, '') + rest;
}
