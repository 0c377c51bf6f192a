/** What helps the author: guidance, an example, what is offered. It never takes more than its share of the pane. */

import type {Field} from '../../core/form/types.ts';
import type {Line} from '../drawing/line.ts';
import {limited, span, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

export type GuidanceProps = {
	readonly field: Pick<Field, 'guidance' | 'example' | 'condition'>;
	/** What is offered as an answer, in words, and the key that takes it. */
	readonly offer?: {readonly text: string; readonly from: string; readonly key?: string};
};

/** At most `height` rows: guidance first, the offer always, the example with what is left. */
export function guidanceLines(props: GuidanceProps, width: number, height: number, look: Look): readonly Line[] {
	const {field, offer} = props;
	const room = width - 2;
	const offered: readonly Line[] = offer ? [offerLine(offer)] : [];
	const condition: readonly Line[] = field.condition
		? wrapped(`Applies: ${field.condition}`, room).map(text => [' ', span('dim', text)])
		: [];
	const guidance = [
		...condition,
		...field.guidance.flatMap(text => wrapped(text, room)).map((text): Line => [' ', text]),
	];
	const example = field.example ? exampleLines(field.example, room) : [];
	const left = Math.max(0, height - offered.length);
	// Guidance comes first, but an example always has a few rows, and all that guidance leaves.
	const forExample = Math.min(example.length, left, Math.max(3, left - guidance.length, Math.floor(left / 3)));
	const shownExample = forExample <= 0 ? [] : limited(example, forExample, look);
	return [...limited(guidance, left - shownExample.length, look), ...shownExample, ...offered];
}

function exampleLines(example: string, width: number): readonly Line[] {
	const front = 'Example: ';
	const rows = wrapped(example, Math.max(1, width - front.length));
	return rows
		.map((text, index) => [' ', span('label', index === 0 ? front : ' '.repeat(front.length)), span('example', text)])
		.slice(0, 200);
}

function offerLine({text, from, key}: NonNullable<GuidanceProps['offer']>): Line {
	const first = text.split('\n')[0] ?? '';
	const how: Line = key ? [span('key', key), ' takes ', span('value', first)] : ['Offered: ', span('value', first)];
	return [' ', ...how, span('dim', ` (${from})`)];
}
