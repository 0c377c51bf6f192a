/** What stands below a table: what the cell in hand takes, and all of what it holds where the grid shows a part. */

import {optionMeant} from '../../core/form/index.ts';
import type {Column} from '../../core/form/types.ts';
import type {Line, Span} from '../drawing/line.ts';
import {limited, span, widthOf, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

export type CellProps = {
	readonly column: Column;
	/** What stands in the cell. */
	readonly text: string;
	/** What the template asks for in this very cell, where it is not what the column asks for. */
	readonly blank?: string;
	/** True where the grid cuts the text. */
	readonly isCut: boolean;
};

const margin = '   ';

/** The help in at most `limit` rows, the first of them empty; none where there is nothing to say. */
export function cellHelp(props: CellProps, width: number, limit: number, look: Look): readonly Line[] {
	const lines = [...asks(props, width, look), ...whole(props, width)];
	return lines.length === 0 || limit < 2 ? [] : [[], ...limited(lines, limit - 1, look)];
}

function asks({column, text, blank}: CellProps, width: number, look: Look): readonly Line[] {
	const {label, kind, options = [], open = false, format, placeholder = ''} = column;
	if (options.length > 0) return offered(options, text, {label, open}, width, look);
	const own = blank ?? placeholder;
	const words = kind === 'date' ? `${format ?? 'YYYY-MM-DD'}, today, +2w` : own;
	return words === '' ? [] : [[margin, span('dim', `${label}: ${words}`)]];
}

/** The options, the one in the cell with a filled mark, on as many rows as they take. Digits take those that have one. */
function offered(
	options: readonly string[],
	text: string,
	{label, open}: {readonly label: string; readonly open: boolean},
	width: number,
	{glyphs}: Look,
): readonly Line[] {
	const taken = optionMeant(options, text);
	const pieces = options.map((option, index): readonly Span[] => [
		span('dim', open || index >= 9 ? '' : `${index + 1} `),
		span(option === taken ? 'good' : 'dim', `${option === taken ? glyphs.radioOn : glyphs.radioOff} `),
		option === taken ? span('strong', option) : span('dim', option),
	]);
	if (open) pieces.push([span('dim', 'or another')]);
	const lines: Span[][] = [[margin, span('dim', `${label}: `)]];
	for (const piece of pieces) {
		const last = lines.at(-1)!;
		if (widthOf(last) + widthOf(piece) + 2 > width && widthOf(last) > margin.length)
			lines.push([margin, ...piece, '  ']);
		else last.push(...piece, '  ');
	}

	return lines;
}

function whole({text, isCut}: CellProps, width: number): readonly Line[] {
	return isCut
		? wrapped(text.replaceAll(/<br\s*\/?>/g, '\n'), width - margin.length - 1).map(row => [margin, row])
		: [];
}
