/** What would change in a file, line by line: plus and minus in front, so that colour only repeats it. */

import {structuredPatch} from 'diff';
import type {Line} from '../drawing/line.ts';
import {limited, span} from '../drawing/line.ts';
import type {Look, Tone} from '../drawing/look.ts';

/** Past this many changed lines a line-by-line view helps nobody, and computing it takes longer than a key press may. */
const mostEdits = 2000;

export type Difference =
	{readonly added: number; readonly removed: number; readonly lines: readonly string[]} | 'too-large' | 'same';

/** The difference between two texts with two lines around each change. */
export function difference(before: string, after: string): Difference {
	if (before === after) {
		return 'same';
	}

	const patch = structuredPatch('', '', before, after, '', '', {context: 2, maxEditLength: mostEdits});
	if (!patch) {
		return 'too-large';
	}

	const lines = patch.hunks.flatMap((hunk, index) => [
		...(index === 0 && hunk.oldStart <= 1 ? [] : [`@ line ${hunk.oldStart}`]),
		...hunk.lines.filter(line => !line.startsWith('\\')),
	]);
	return {
		added: lines.filter(line => line.startsWith('+')).length,
		removed: lines.filter(line => line.startsWith('-')).length,
		lines,
	};
}

const tones: Readonly<Record<string, Tone>> = {'+': 'good', '-': 'bad', '@': 'dim'};

/** The difference in `height` rows: how much changes, then the lines. */
export function differenceLines(found: Difference, height: number, look: Look): readonly Line[] {
	if (found === 'same') {
		return [[span('dim', ' The file has this very text already.')]];
	}

	if (found === 'too-large') {
		return [[span('dim', ' Too much differs to show it line by line.')]];
	}

	const {added, removed, lines} = found;
	const head: Line = [
		' ',
		span('good', `+${added}`),
		' ',
		span('bad', `-${removed}`),
		` ${added + removed === 1 ? 'line' : 'lines'} change`,
	];
	const body = lines.map((line): Line => {
		const tone = tones[line[0] ?? ''];
		return [' ', tone ? span(tone, line) : line];
	});
	return [head, ...limited(body, height - 1, look)];
}
