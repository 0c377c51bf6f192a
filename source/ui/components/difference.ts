/** What would change in a file, line by line: plus and minus in front, so that colour only repeats it. */

import {structuredPatch} from 'diff';
import {graphemes} from '../../core/text/index.ts';
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

/** Lines that begin alike for longer than this are shown from where they part, or the change would be off the screen. */
const mostAlike = 40;

/** Of what they have in common so much is left in front. */
const leftAlike = 20;

/** Each line that took another's place is shown from a little in front of where the two part. */
function fromChange(lines: readonly string[]): readonly string[] {
	const shown = [...lines];
	for (let at = 0; at < lines.length; at++) {
		const gone = runOf(lines, at, '-');
		const came = runOf(lines, at + gone, '+');
		for (let index = 0; gone === came && index < gone; index++) {
			const [before, after] = [lines[at + index]!.slice(1), lines[at + gone + index]!.slice(1)];
			let alike = 0;
			while (alike < before.length && before[alike] === after[alike]) alike++;
			if (alike <= mostAlike) continue;
			const kept = graphemes(before.slice(0, alike)).slice(-leftAlike).join('');
			shown[at + index] = `-…${kept}${before.slice(alike)}`;
			shown[at + gone + index] = `+…${kept}${after.slice(alike)}`;
		}

		at += Math.max(0, gone + came - 1);
	}

	return shown;
}

/** How many lines from one on begin with a sign. */
function runOf(lines: readonly string[], from: number, sign: string): number {
	let to = from;
	while (lines[to]?.startsWith(sign)) to++;
	return to - from;
}

const tones: Readonly<Record<string, Tone>> = {'+': 'good', '-': 'bad', '@': 'dim'};

/** Of what is all there, nothing is to be gone to. */
const none = {up: 0, down: 0} as const;

/** The difference in `height` rows: how much changes, then the lines from row `scroll` on. */
export function differenceView(found: Difference, scroll: number, height: number): View {
	if (found === 'same') {
		return {lines: [[span('dim', ' The file has this very text already.')]], scroll: none};
	}

	if (found === 'too-large') {
		return {lines: [[span('dim', ' Too much differs to show it line by line.')]], scroll: none};
	}

	const {added, removed, lines} = found;
	const head: readonly Span[] = [
		' ',
		span('good', `+${added}`),
		' ',
		span('bad', `-${removed}`),
		` ${added + removed === 1 ? 'line' : 'lines'} change`,
	];
	const body = fromChange(lines).map((line): Line => {
		const tone = tones[line[0] ?? ''];
		return [' ', tone ? span(tone, line) : line];
	});
	const room = Math.max(1, height - 1);
	const top = Math.max(0, Math.min(scroll, body.length - room));
	const down = Math.max(0, body.length - room - top);
	const rest: readonly Span[] = down > 0 ? [span('dim', `, ${down} more below`)] : [];
	return {lines: [[...head, ...rest], ...body.slice(top, top + room)], scroll: {up: top, down}};
}
