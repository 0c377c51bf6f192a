/** Names or paths suggested below the one that is being typed: which is marked, and the key that takes it. */

import type {Suggestions} from '../../core/wizard/index.ts';
import type {Line} from '../drawing/line.ts';
import {apart, span} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

export type SuggestionProps = Pick<Suggestions, 'names' | 'what' | 'marked'> & {readonly key?: string};

/** At most `height` rows; the marked name is always among them and says how it is taken. */
export function suggestionLines(
	{names, what, marked, key}: SuggestionProps,
	width: number,
	height: number,
	look: Look,
): readonly Line[] {
	const start = Math.max(0, marked - Math.max(0, height - 1));
	return names.slice(start, start + Math.max(0, height)).map((name, index): Line => {
		if (start + index !== marked) return ['     ', name];
		const front = [span('accent', `   ${look.glyphs.pointer} `), span('strong', name)];
		return key === undefined
			? front
			: apart(front, [span('key', key), span('dim', ` takes this ${what} `)], width, look);
	});
}
