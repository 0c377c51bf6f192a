/** A list of boxes to tick; the author's own items are typed in place. */

import type {TextBuffer} from '../../core/text/types.ts';
import type {Line, View} from '../drawing/line.ts';
import {span, widthOf, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {lineInput} from './text-input.ts';

export type ChecklistProps = {
	readonly items: readonly {readonly text: string; readonly done: boolean}[];
	readonly cursor: number;
	readonly editing?: TextBuffer;
};

/** The items with their boxes; the one in hand has the pointer. */
export function checklistView(props: ChecklistProps, width: number, height: number, look: Look): View {
	const {glyphs} = look;
	if (props.items.length === 0) {
		return {lines: [[span('placeholder', '   type to begin the list')]], cursor: {row: 0, column: 3}};
	}

	let column = 1;
	const lines: Line[] = props.items.map(({text, done}, index) => {
		const front = [
			span('accent', index === props.cursor ? ` ${glyphs.pointer} ` : '   '),
			span(done ? 'good' : 'dim', `${done ? glyphs.boxOn : glyphs.boxOff} `),
		];
		if (index !== props.cursor) {
			return [...front, text];
		}

		if (!props.editing) {
			return [...front, span('strong', text)];
		}

		const input = lineInput(props.editing, Math.max(1, width - widthOf(front) - 1));
		column = Math.min(width - 1, widthOf(front) + input.column);
		return [...front, ...input.spans];
	});

	const start = windowStart(props.cursor, height, lines.length);
	return {lines: lines.slice(start, start + height), cursor: {row: props.cursor - start, column}};
}
