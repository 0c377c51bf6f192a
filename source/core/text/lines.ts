/** Offsets and lines. */

/** Line arithmetic over a source text; a line ends with LF, CR or CRLF. */
export type Lines = {
	/** Offsets at which lines start; the first is 0. */
	readonly starts: readonly number[];
	/** 1-based number of the line that holds the offset. */
	readonly lineOf: (offset: number) => number;
	readonly startOf: (offset: number) => number;
	/** End of the line's text, before its line end. */
	readonly endOf: (offset: number) => number;
	/** Start of the next line, or the end of the text. */
	readonly nextOf: (offset: number) => number;
};

/** The lines of a text, found once; each question takes a search by halves. */
export function linesOf(source: string): Lines {
	const starts = [0];
	for (const match of source.matchAll(/\r\n|\n|\r/gu)) {
		starts.push(match.index + match[0].length);
	}

	const indexOf = (offset: number) => {
		let low = 0;
		let high = starts.length - 1;
		while (low < high) {
			const middle = (low + high + 1) >> 1;
			if (starts[middle]! <= offset) {
				low = middle;
			} else {
				high = middle - 1;
			}
		}

		return low;
	};

	const nextOf = (offset: number) => starts[indexOf(offset) + 1] ?? source.length;
	return {
		starts,
		lineOf: offset => indexOf(offset) + 1,
		startOf: offset => starts[indexOf(offset)]!,
		endOf(offset) {
			let end = nextOf(offset);
			const start = starts[indexOf(offset)]!;
			if (end > start && source[end - 1] === '\n') {
				end--;
				if (end > start && source[end - 1] === '\r') {
					end--;
				}
			} else if (end > start && source[end - 1] === '\r') {
				end--;
			}

			return end;
		},
		nextOf,
	};
}
