/** What stands around a text, taken off without looking at each run of signs again for each of its signs. */

/** A text without any of these signs at its ends. */
export function stripped(text: string, signs: string): string {
	let from = 0;
	let to = text.length;
	while (from < to && signs.includes(text[from]!)) from++;
	while (to > from && signs.includes(text[to - 1]!)) to--;
	return text.slice(from, to);
}

/** A text up to its last closing bracket, and the rest: behind it nothing in brackets can end. */
export function closedPart(text: string): readonly [closed: string, rest: string] {
	const end = text.lastIndexOf(')') + 1;
	return [text.slice(0, end), text.slice(end)];
}
