/** One or several of a list of options; digits take one at once, arrows and Enter do the same in two steps. */

import type {TextBuffer} from '../../core/text/types.ts';
import type {Line, View} from '../drawing/line.ts';
import {span, widthOf, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {lineInput} from './text-input.ts';

export type ChoiceProps = {
	readonly options: readonly string[];
	readonly cursor: number;
	readonly picked: readonly number[];
	readonly multiple: boolean;
	/** True where an answer of one's own is allowed. */
	readonly open: boolean;
	readonly other: TextBuffer;
	readonly typingOther: boolean;
};

/** The options with their numbers; the one in hand has the pointer, taken ones have a filled mark. */
export function choiceView(props: ChoiceProps, width: number, height: number, look: Look): View {
	const {glyphs} = look;
	const marks = props.multiple ? [glyphs.boxOn, glyphs.boxOff] : [glyphs.radioOn, glyphs.radioOff];
	const lines: Line[] = props.options.map((option, index) => {
		const isPicked = props.picked.includes(index);
		return [
			span('accent', index === props.cursor ? ` ${glyphs.pointer} ` : '   '),
			span('dim', index < 9 ? `${index + 1} ` : '  '),
			span(isPicked ? 'good' : 'dim', `${marks[isPicked ? 0 : 1]} `),
			isPicked || index === props.cursor ? span('strong', option) : option,
		];
	});

	let column: number | undefined;
	if (props.open) {
		const index = props.options.length;
		const hasOther = props.other.lines.some(line => line !== '');
		const front = [
			span('accent', index === props.cursor ? ` ${glyphs.pointer} ` : '   '),
			span('dim', index < 9 ? `${index + 1} ` : '  '),
			span(hasOther ? 'good' : 'dim', `${marks[hasOther ? 0 : 1]} `),
			span('label', 'Other: '),
		];
		const input = lineInput(props.other, Math.max(1, width - widthOf(front) - 1), look);
		lines.push([...front, ...(hasOther || props.typingOther ? input.spans : [span('placeholder', 'type your own')])]);
		if (props.typingOther) {
			column = Math.min(width - 1, widthOf(front) + input.column);
		}
	}

	const current = props.typingOther ? props.options.length : props.cursor;
	const start = windowStart(current, height, lines.length);
	return {
		lines: lines.slice(start, start + height),
		cursor: {row: Math.max(0, Math.min(current, lines.length - 1) - start), column: column ?? 1},
	};
}
