/** A text put together piece by piece, with the line ends between that must not be missing. */

export type Pieces = {
	/** Behind a block of the author's: how many line ends stand there, and how many must before text goes on. */
	due: {ends: number; least: number} | undefined;
	/** True where something went and nothing stands behind it so far. */
	isLost: boolean;
	readonly length: () => number;
	readonly text: () => string;
	/** The end of what is written so far, with all line ends that matter. */
	readonly behind: () => string;
	readonly add: (text: string) => void;
};

/** A text with nothing in it yet. */
export function noPieces(eol: string): Pieces {
	const pieces: string[] = [];
	let length = 0;
	// No piece is empty, so that a few of them hold all the line ends.
	const behind = (): string => pieces.slice(-4).join('');
	const own: Pieces = {
		due: undefined,
		isLost: false,
		length: () => length,
		text: () => pieces.join(''),
		behind,
		add(text) {
			if (text === '') return;
			let piece = text;
			own.isLost &&= text.trim() === '';
			if (own.due) {
				const [blanks] = /^(?:[ \t]*(?:\r\n|\n|\r))*/.exec(text)!;
				own.due.ends += blanks.match(/\r\n|\n|\r/g)?.length ?? 0;
				if (blanks.length < text.length) {
					const before = blanks === '' ? behind() : blanks;
					piece = blanks + lineEnds(eol, own.due.least - own.due.ends, before) + text.slice(blanks.length);
					own.due = undefined;
				}
			}

			pieces.push(piece);
			length += piece.length;
		},
	};
	return own;
}

/** So many line ends more. Behind CR the first LF is the second half of one line end (CommonMark §2.1). */
export function lineEnds(eol: string, count: number, before: string): string {
	if (count <= 0) return '';
	return eol.repeat(eol === '\n' && before.endsWith('\r') ? count + 1 : count);
}

/** How many line ends a text ends with. */
export function endsOf(text: string): number {
	return /(?:\r\n|\n|\r)*$/.exec(text.slice(-8))![0].match(/\r\n|\n|\r/g)?.length ?? 0;
}
