/**
 * What Mermaid does to a text before it reads it (its documentation's pages on front matter, directives, comments and
 * entity codes), with the way back from an offset in what is left to the text as written.
 */

/** A text without what Mermaid takes away first. */
export type Prepared = {
	readonly text: string;
	/** The same with its entity codes as they are written. */
	readonly written: string;
	/** The offset in the text as written of an offset in what is left. */
	readonly origin: (offset: number) => number;
};

/** What is left: its text, and where in it another piece of the text as written begins. */
type Kept = {readonly text: string; readonly pieces: readonly Piece[]};
type Piece = {readonly at: number; readonly from: number};

/** Takes the pieces away that match. */
function without({text, pieces}: Kept, pattern: RegExp): Kept {
	const gone = [...text.matchAll(pattern)].filter(([match]) => match !== '');
	if (gone.length === 0) return {text, pieces};
	let left = '';
	const leftPieces: Piece[] = [];
	let next = 0;
	const keep = (from: number, to: number) => {
		while ((pieces[next + 1]?.at ?? Infinity) <= from) next++;
		for (let index = next; (pieces[index]?.at ?? Infinity) < to; index++) {
			const piece = pieces[index]!;
			const first = Math.max(from, piece.at);
			leftPieces.push({at: left.length + first - from, from: piece.from + first - piece.at});
		}

		left += text.slice(from, to);
	};
	let at = 0;
	for (const match of gone) {
		keep(at, match.index);
		at = match.index + match[0].length;
	}

	keep(at, text.length);
	return {text: left, pieces: leftPieces};
}

const frontMatter = /^([^\S\n]*)---\s*\n[^]*?\n\1---\s*\n/g;
const directive = /%%\{\s*(?:\w+\s*:|\w+)\s*(?:\w+|(?:(?!\}%%)[^])*)?\s*(?:\}%%)?/gi;
const comment = /^[^\S\n]*%%(?!\{)[^\n]+\n?/gm;
/*
 * Blank lines, and more blanks in a row than anybody means, say nothing to Mermaid either; without them no pattern has
 * to look far ahead.
 */
const idle = /^[^\S\n]*\n|(?<=[^\S\n]{64})[^\S\n]+/gm;

/** The text as Mermaid's parsers get it, a line end behind it. */
export function prepare(source: string): Prepared {
	let kept: Kept = {text: source, pieces: [{at: 0, from: 0}]};
	kept = without(kept, /\r(?=\n)/g);
	// In tags, as in the next steps, the length stays the same, and with it every offset.
	kept = {...kept, text: quotedOnce(kept.text.replaceAll('\r', '\n'))};
	for (const pattern of [frontMatter, directive, comment, idle, /^\s+/g]) kept = without(kept, pattern);
	const {text, pieces} = kept;
	return {
		text: `${withEntities(text)}\n`,
		written: `${text}\n`,
		origin(offset) {
			const piece = pieces.findLast(({at}) => at <= offset) ?? {at: 0, from: 0};
			return Math.min(source.length, piece.from + offset - piece.at);
		},
	};
}

/** Attributes of tags in single quotes: a label with a tag in it may itself stand in double ones. */
function quotedOnce(text: string): string {
	const end = text.lastIndexOf('>') + 1;
	const tags = text
		.slice(0, end)
		.replaceAll(/<\w+[^>]*>/g, tag => tag.replaceAll(/="([^"]*)"/g, (_, value: string) => `='${value}'`));
	return tags + text.slice(end);
}

/**
 * Entity codes such as `#quot;` are one sign to Mermaid; their `#` and `;` are no comment and no end. Neither is the
 * last `;` of a line of styles with a colour such as `#f9f` in it.
 */
function withEntities(text: string): string {
	return text
		.replaceAll(/(?:style|classDef)[^\n]*;/g, styles => (/:[^\s#]*#/.test(styles) ? `${styles.slice(0, -1)} ` : styles))
		.replaceAll(/#(\w+);/g, (_, name: string) => `ﬂ${'°'.repeat(name.length)}¶`);
}
