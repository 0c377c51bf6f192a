/** Every key and what it does, those first that work where one is; what is typed finds some of them. */

import {fuzzyScore, textOf} from '../../core/text/index.ts';
import type {TextBuffer} from '../../core/text/types.ts';
import {helpRows, type Binding, type Scope} from '../../keymap/index.ts';
import {promptView} from '../components/text-input.ts';
import type {Line, View} from '../drawing/line.ts';
import {filled, span} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {scrolled} from '../drawing/scrolled.ts';

export type HelpProps = {
	readonly table: readonly Binding[];
	/** The scopes that are live beneath the help. */
	readonly scopes: readonly Scope[];
	/** What the place is called whose keys come first: `in this field`. */
	readonly place: string;
	/** What is looked for, while something is. */
	readonly filter?: TextBuffer;
	readonly scroll: number;
};

/** The help in `height` rows; where something is looked for, what is typed stands above the rows that have it. */
export function helpView(props: HelpProps, width: number, height: number, look: Look): View {
	const {filter, scroll} = props;
	const lines = rowsOf(props, width, look);
	if (!filter) return scrolled(lines, scroll, height);
	const prompt = promptView(' Find: ', filter, width, look);
	const none: readonly Line[] =
		lines.length === 0 ? [[span('dim', ' No key has that in its name or in what it does.')]] : [];
	const found = scrolled([...lines, ...none], scroll, Math.max(1, height - 2));
	return {...found, ...prompt, lines: [...prompt.lines, [], ...found.lines]};
}

/** The rows under the names of their parts. */
function rowsOf({table, scopes, place, filter}: HelpProps, width: number, look: Look): readonly Line[] {
	const query = filter ? textOf(filter).trim() : '';
	const isFound = (text: string): boolean => fuzzyScore(query, text) !== undefined;
	const rows = helpRows(scopes, table)
		.map(row => ({...row, keys: look.keyName(row.keys)}))
		.filter(({keys, help}) => isFound(help) || isFound(keys));
	const parts = Map.groupBy(rows, ({isLive, part}) =>
		isLive ? `Keys that work ${place}` : `Keys that work elsewhere: ${part.charAt(0).toLowerCase()}${part.slice(1)}`,
	);
	return [...parts].flatMap(([title, hints], index): readonly Line[] => [
		...(index === 0 ? [] : [[]]),
		[' ', span('strong', title)],
		...hints.map(({keys, help}): Line => [
			'   ',
			...filled([span('key', keys)], Math.min(24, Math.floor(width / 3)), look),
			' ',
			help,
		]),
	]);
}
