/** A text with everything blanked out that is not the author's running words; offsets stay what they are. */

import {Lately} from '../form/index.ts';

const fence = /^[ \t>]*(?:[-*+][ \t]+|\d+[.)][ \t]+)?(`{3,}|~{3,})/;

/** Whole documents, whose running words some rules look through. */
const documents = new Lately<string>(2);
/** Units from which a text is not a piece of one. */
const isDocument = 4000;

/**
 * Blanks out fenced code, code spans, HTML comments and web addresses. A fence that is never closed runs to the end
 * (CommonMark 4.5), a code span closes with as many backticks as it opens with (6.1).
 */
export function masked(source: string): string {
	return source.length < isDocument ? blankedOut(source) : documents.get(source, () => blankedOut(source));
}

function blankedOut(source: string): string {
	return withoutFences(source)
		.replace(/<!--[\s\S]*?(?:-->|$)/g, blank)
		.replace(/(?<!`)(`+)(?!`)(?:(?!\n[ \t]*\r?\n)[\s\S])*?(?<!`)\1(?!`)/g, blank)
		.replace(/\bhttps?:\/\/[^\s)>\]]+/g, blank);
}

/** Blanks out fenced code alone. */
export function withoutFences(source: string): string {
	if (!source.includes('```') && !source.includes('~~~')) return source;
	let open: string | undefined;
	return source.replace(/[^\r\n]+/g, line => {
		const mark = fence.exec(line)?.[1];
		if (open === undefined) {
			open = mark;
			return mark === undefined ? line : blank(line);
		}
		const closes =
			mark !== undefined && mark[0] === open[0] && mark.length >= open.length && line.trimEnd().endsWith(mark);
		if (closes) open = undefined;
		return blank(line);
	});
}

function blank(text: string): string {
	return text.replace(/[^\r\n]/g, ' ');
}
