/** The line of a finding as a terminal can show it, with the place in it. */

import type {Message} from '../checks/types.ts';
import {cells, expandTabs, graphemes, sanitize} from '../text/index.ts';
import {lineRange} from './identity.ts';

export type Excerpt = {
	/** The line, harmless and at most as wide as asked. */
	readonly text: string;
	/** The cell at which the place begins in it, and how many it takes, at least one. */
	readonly at: number;
	readonly width: number;
};

/** One character of the line as it is drawn. */
type Drawn = {readonly shown: string; readonly width: number; readonly isMarked: boolean};

/** UTF-16 units of the line before and behind the start of the place that are looked at: more than any window is wide. */
const reach = 2000;

/**
 * The line at which a place begins, cut to `room` cells so that the place's beginning is in sight. What goes over several
 * lines is marked to the end of the first. Undefined where the line is blank, for there is nothing to see.
 */
export function excerpt(source: string, {range}: Message['place'], room: number): Excerpt | undefined {
	const line = lineRange(source, range.from);
	const from = Math.max(line.from, range.from - reach);
	const text = source.slice(from, Math.min(line.to, range.from + reach));
	if (text.trim() === '') return undefined;
	const drawn = draw(text, range.from - from, range.to - from);
	const first = drawn.findIndex(({isMarked}) => isMarked);
	return windowOf(drawn, first < 0 ? drawn.length : first, Math.max(2, room), from > line.from);
}

/** The characters of a line. One that the place begins or ends inside of is marked as a whole: half of it has no cells. */
function draw(text: string, from: number, to: number): readonly Drawn[] {
	const drawn: Drawn[] = [];
	let cell = 0;
	let at = 0;
	for (const grapheme of graphemes(text)) {
		const end = at + grapheme.length;
		// Most of them are drawn as they are, and there are many where many documents are checked.
		const isPrintable = grapheme >= ' ' && grapheme <= '~';
		const shown = isPrintable ? grapheme : sanitize(expandTabs(grapheme, cell)).replaceAll('\n', '␊');
		const width = isPrintable ? 1 : cells(shown);
		drawn.push({shown, width, isMarked: from < end && at < Math.max(to, from + 1)});
		cell += width;
		at = end;
	}
	return drawn;
}

/** As much of the line as there is room for; what is left out on either side is a sign of one cell. */
function windowOf(drawn: readonly Drawn[], first: number, room: number, isBegun: boolean): Excerpt {
	const widthOf = (some: readonly Drawn[]): number => some.reduce((sum, {width}) => sum + width, 0);
	let start = 0;
	// A line is shown from its beginning where the place is in sight then; else with some of what leads there.
	if (isBegun || (widthOf(drawn) > room && widthOf(drawn.slice(0, first)) > room / 2)) {
		let before = 0;
		start = first;
		while (start > 0 && before + drawn[start - 1]!.width <= Math.floor(room / 3)) before += drawn[--start]!.width;
	}
	const isCutBefore = start > 0 || isBegun;
	let text = isCutBefore ? '…' : '';
	let used = isCutBefore ? 1 : 0;
	let at = used;
	let width = 0;
	for (let index = start; index < drawn.length; index++) {
		const one = drawn[index]!;
		const isLast = index === drawn.length - 1;
		if (used + one.width + (isLast ? 0 : 1) > room) {
			text += '…';
			if (index <= first) at = used;
			break;
		}
		if (index === first) at = used;
		if (one.isMarked) width += one.width;
		text += one.shown;
		used += one.width;
	}
	if (first >= drawn.length) at = Math.min(used, room - 1);
	return {text, at, width: Math.max(1, width)};
}
