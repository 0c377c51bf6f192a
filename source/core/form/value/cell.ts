/**
 * Text in a table cell (GFM tables, §4.10): a newline is `<br>`, a pipe is `&#124;`, and where a value holds these very
 * spellings they are written with an entity more, so that reading gives back exactly what was meant.
 */

/** A value as it stands in a cell. */
export function encodeCell(value: string): string {
	return value
		.replaceAll(/&(?=(?:amp;)*(?:#124;|lt;br ?\/?>))/gi, '&amp;')
		.replaceAll(/<(?=br ?\/?>)/gi, '&lt;')
		.replaceAll('\n', '<br>')
		.replaceAll('|', '&#124;');
}

/** The value that a cell holds. Reads `\|` and `<br/>` too, as others write them. */
export function decodeCell(text: string): string {
	return text
		.replaceAll(/\\\|/g, '|')
		.replaceAll(/<br ?\/?>/gi, '\n')
		.replaceAll(/&(#124;)|&amp;(?=(?:amp;)*(?:#124;|lt;br ?\/?>))|&lt;(?=br ?\/?>)/gi, (found, pipe?: string) =>
			pipe ? '|' : found.toLowerCase() === '&lt;' ? '<' : '&',
		)
		.trim();
}

/** The cells of a table's line, as written, which may stand in a quote. A pipe behind a backslash does not end a cell. */
export function cellsOf(line: string): readonly {readonly from: number; readonly to: number; readonly text: string}[] {
	const cells: {from: number; to: number; text: string}[] = [];
	const start = /^\s*(?:>[ \t]*)*\|?/.exec(line)![0].length;
	let from = start;
	for (let index = start; index <= line.length; index++) {
		const character = line[index];
		if (character === '\\') {
			index++;
			continue;
		}

		if (character === '|' || index >= line.length) {
			const end = Math.min(index, line.length);
			if (character === '|' || line.slice(from, end).trim() !== '')
				cells.push({from, to: end, text: line.slice(from, end).trim()});
			from = index + 1;
		}
	}

	// A backslash as last character jumps over the end.
	if (from < line.length && line.slice(from).trim() !== '' && (cells.at(-1)?.to ?? -1) < line.length) {
		if (cells.at(-1)?.from !== from) cells.push({from, to: line.length, text: line.slice(from).trim()});
	}

	return cells;
}

/** Whether a line is the one between a table's head and its body. */
export function isDelimiterRow(line: string): boolean {
	return line.includes('|') && /^\s*(?:>\s*)*(?:\|\s*)?:?-+:?\s*(?:\|\s*:?-+:?\s*)*(?:\|\s*)?$/.test(line);
}
