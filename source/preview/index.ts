/** The preview room's door. Markdown's parser and renderer are heavy, so they are loaded when they are asked for. */

import type {Range} from '../core/form/types.ts';
import type {Preview, PreviewLine} from './types.ts';

export type {Preview, PreviewLine, PreviewOptions} from './types.ts';

let loading: Promise<Preview> | undefined;

/** Loads the renderer, once. */
export function loadPreview(): Promise<Preview> {
	loading ??= import('./render.ts');
	return loading;
}

/** Indexes of the lines that show a part of `range`; an empty range is the line that it stands in. */
export function mark(lines: readonly PreviewLine[], range: Range): readonly number[] {
	const isEmpty = range.from === range.to;
	return [...lines.entries()]
		.filter(([, {from, to}]) =>
			isEmpty ? from <= range.from && range.from <= to && from < to : from < range.to && range.from < to,
		)
		.map(([index]) => index);
}
