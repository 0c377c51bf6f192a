/** What would change in a file, line by line: plus and minus in front, so that colour only repeats it. */

import {structuredPatch} from 'diff';
import type {Line, Span, View} from '../drawing/line.ts';
import {span} from '../drawing/line.ts';
import type {Tone} from '../drawing/look.ts';

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

/** The difference in `height` rows: how much changes, then the lines from row `scroll` on. */
export function differenceView(found: Difference, scroll: number, height: number): View {
	if (found === 'same') {
		return {lines: [[span('dim', ' The file has this very text already.')]]};
	}

	if (found === 'too-large') {
		return {lines: [[span('dim', ' Too much differs to show it line by line.')]]};
	}

	const {added, removed, lines} = found;
	const head: readonly Span[] = [
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
	const room = Math.max(1, height - 1);
	const top = Math.max(0, Math.min(scroll, body.length - room));
	const down = Math.max(0, body.length - room - top);
	const rest: readonly Span[] = down > 0 ? [span('dim', `, ${down} more below`)] : [];
	return {lines: [[...head, ...rest], ...body.slice(top, top + room)], scroll: {up: top, down}};
}
