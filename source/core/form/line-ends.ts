/** Line ends: which a text has, and what must stand behind it before more can follow. */

import type {Form} from './types.ts';

/** A text's line end, by majority. */
export function eolOf(text: string): Form['eol'] {
	const crlf = text.match(/\r\n/gu)?.length ?? 0;
	const lf = (text.match(/\n/gu)?.length ?? 0) - crlf;
	const cr = (text.match(/\r/gu)?.length ?? 0) - crlf;
	return crlf > lf && crlf >= cr ? '\r\n' : cr > lf ? '\r' : '\n';
}

/** The line ends that are missing behind a text for another line, or with `isBlock` a block with a blank line before it. */
export function gapBehind(text: string, eol: string, isBlock: boolean): string {
	if (text === '') return '';
	if (!/[\r\n]$/.test(text)) return isBlock ? eol + eol : eol;
	return isBlock && !/(?:^|\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(text) ? eol : '';
}
