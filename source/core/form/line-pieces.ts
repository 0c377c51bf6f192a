/** A text as pieces that end with its lines, and what blanks in them are worth. */

/** The text's lines as pieces; a text that ends in a line end has an empty last line. */
export function split(text: string): readonly {from: number; to: number; end: number}[] {
	const pieces: {from: number; to: number; end: number}[] = [];
	let from = 0;
	// Looked for by themselves: an expression makes something of each line end, and a text may have a hundred thousand.
	let feed = text.indexOf('\n');
	let back = text.indexOf('\r');
	while (feed >= 0 || back >= 0) {
		const isFeed = back < 0 || (feed >= 0 && feed < back);
		const to = isFeed ? feed : back;
		const end = !isFeed && feed === back + 1 ? to + 2 : to + 1;
		pieces.push({from, to, end});
		from = end;
		if (feed >= 0 && feed < end) feed = text.indexOf('\n', end);
		if (back >= 0 && back < end) back = text.indexOf('\r', end);
	}

	pieces.push({from, to: text.length, end: text.length});
	return pieces;
}

/** Width of the blanks in front of a line; a tab goes to the next multiple of four (CommonMark §2.2). */
export function indentOf(text: string): number {
	let width = 0;
	for (const character of text) {
		if (character === ' ') width++;
		else if (character === '\t') width += 4 - (width % 4);
		else break;
	}

	return width;
}

/** The column behind a text, with its tabs. */
export function widthOf(text: string): number {
	let width = 0;
	for (const character of text) width += character === '\t' ? 4 - (width % 4) : 1;
	return width;
}

/** Whether a line holds nothing but blanks. */
export function isBlank(text: string): boolean {
	return /^[ \t]*$/.test(text);
}
