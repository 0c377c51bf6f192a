/**
 * Signs that mean something in a text as it is typed, such as the comma between two names. Behind a backslash a sign is
 * text, and two backslashes before one are a backslash, so that every value can be shown and is read back the same.
 */

/** Text in which every `sign` (a global pattern) is told to be text. `isFollowed` where a sign is put right behind it. */
export function asText(text: string, sign: RegExp, isFollowed = false): string {
	let shown = '';
	let from = 0;
	for (const {0: found, index} of text.matchAll(sign)) {
		shown += `${text.slice(from, index)}${'\\'.repeat(backslashesBefore(text, index, from) + 1)}${found}`;
		from = index + found.length;
	}

	const rest = text.slice(from);
	return shown + rest + (isFollowed ? '\\'.repeat(backslashesBefore(rest, rest.length)) : '');
}

/** What stands between the signs of a text, at most `most` pieces; the inverse of `asText` on each. */
export function between(text: string, sign: RegExp, most = Number.POSITIVE_INFINITY): readonly string[] {
	const pieces: string[] = [];
	let piece = '';
	let from = 0;
	for (const {0: found, index} of text.matchAll(sign)) {
		if (pieces.length + 1 >= most) break;
		const slashes = backslashesBefore(text, index, from);
		piece += text.slice(from, index - Math.ceil(slashes / 2));
		from = index + found.length;
		if (slashes % 2 === 1) {
			piece += found;
			continue;
		}

		pieces.push(piece);
		piece = '';
	}

	return [...pieces, piece + text.slice(from)];
}

/** How many backslashes stand right before a place, counted back to `least`. */
function backslashesBefore(text: string, place: number, least = 0): number {
	let count = 0;
	while (place - count > least && text[place - count - 1] === '\\') count++;
	return count;
}

/** A pattern that finds `text` literally. */
export function literally(text: string): RegExp {
	return new RegExp(text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, String.raw`\$&`), 'g');
}

/** A line end inside what is typed as one line, such as a table cell, is `<br>`. */
const lineBreak = /<br\s*\/?>/g;

/** Text of several lines as it is typed where there is one. */
export function oneLine(text: string): string {
	return text
		.split('\n')
		.map((line, index, all) => asText(line, lineBreak, index < all.length - 1))
		.join('<br>');
}

/** The text that a line typed in the way of `oneLine` stands for. */
export function severalLines(line: string): string {
	return between(line, lineBreak).join('\n');
}

/** Between names a comma, or a semicolon and a blank. */
const nameEnd = /,|;(?=\s)/g;

/** Names as they are typed: with commas between them. */
export function namesText(names: readonly string[]): string {
	return names.map((name, index) => asText(name.trim(), nameEnd, index < names.length - 1)).join(', ');
}

/** The names in a line that is being typed: those before the last sign between names, and what is typed behind it. */
export function namesBegun(line: string): {readonly before: readonly string[]; readonly begun: string} {
	const pieces = between(line, nameEnd).map(name => name.trim());
	return {before: pieces.slice(0, -1).filter(name => name !== ''), begun: pieces.at(-1) ?? ''};
}

/** The names in a line. */
export function namesIn(line: string): readonly string[] {
	return between(line, nameEnd)
		.map(name => name.trim())
		.filter(name => name !== '');
}
