/** A document as a page, with its diagrams drawn. */

import {basename} from 'node:path';
import {partsOf} from '../core/form/index.ts';
import {exitCodes, failure, type Result} from '../core/problem.ts';
import {loadDrawings, loadPage, type Picture} from '../preview/index.ts';
import {inTime} from './in-time.ts';

/** The page for a document's text. The problem says that the text is too complex (6). */
export async function page(text: string, path: string): Promise<Result<string>> {
	const {readPage, writePage} = await loadPage();
	const read = shallow(path, () => inTime(text, path, () => readPage(text)));
	if (!read.ok) return read;
	const pictures = new Map<string, Picture>();
	if (read.value.diagrams.length > 0) {
		const {drawPicture} = await loadDrawings();
		for (const diagram of read.value.diagrams) pictures.set(diagram, await drawPicture(diagram));
	}
	return shallow(path, () => inTime(text, path, () => writePage(read.value, titleOf(text, path), pictures)));
}

/** The first heading's words, else the file's name. */
function titleOf(text: string, path: string): string {
	const heading = partsOf(text).find(({level}) => level > 0)?.text;
	const words = heading?.replaceAll(/<!--.*?-->|[*`]/g, '').trim() ?? '';
	return words === '' ? basename(path) : words;
}

/** Markdown that nests too deep for the parser's own steps is told as what is too deep everywhere. */
function shallow<T>(path: string, work: () => Result<T>): Result<T> {
	try {
		return work();
	} catch (error) {
		if (!(error instanceof Error) || error.name !== 'RangeError') throw error;
		return failure({
			code: 'limit.depth',
			summary: `${path} is too complex: it nests too deep.`,
			next: 'Split it into smaller documents, or take out what nests in it.',
			exit: exitCodes.unsafe,
		});
	}
}
