/** The preview room's door. Markdown's parser and renderer are heavy, so they are loaded when they are asked for. */

import type {Range} from '../core/form/types.ts';
import type {Preview, PreviewLine} from './types.ts';

export type {Picture} from './diagram/types.ts';
export type {Preview, PreviewLine, PreviewOptions} from './types.ts';

let loading: Promise<Preview> | undefined;

/** Loads the renderer, once. */
export function loadPreview(): Promise<Preview> {
	loading ??= import('./render.ts');
	return loading;
}

/** Loads what draws diagrams for a command that can wait for them. */
export function loadDrawings(): Promise<typeof import('./drawings.ts')> {
	return import('./drawings.ts');
}

/** Loads what makes a page of a document. */
export function loadPage(): Promise<typeof import('./page/index.ts')> {
	return import('./page/index.ts');
}

/** Indexes of the lines that show a part of `range`; an empty range is the line that it stands in. */
export function mark(lines: readonly PreviewLine[], range: Range): readonly number[] {
	const isEmpty = range.from === range.to;
	const found: number[] = [];
	// A loop without copies: it runs over the whole document at every key.
	for (let index = 0; index < lines.length; index++) {
		const {from = 0, to = 0} = lines[index] ?? {};
		const shows = isEmpty ? from <= range.from && range.from <= to && from < to : from < range.to && range.from < to;
		if (shows) found.push(index);
	}

	return found;
}
