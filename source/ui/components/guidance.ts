/** What helps the author: guidance, an example, what is offered. It never takes more than its share of the pane. */

import type {Field} from '../../core/form/types.ts';
import type {Line} from '../drawing/line.ts';
import {limited, span, wrapped, wrappedSpans} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {markdownSpans} from '../drawing/markdown.ts';

export type GuidanceProps = {
	readonly field: Pick<Field, 'guidance' | 'example' | 'condition'>;
	/** What is offered as an answer, in words, and the key that takes it. */
	readonly offer?: {readonly text: string; readonly from: string; readonly key?: string};
	/** The key that shows all of it. */
	readonly aboutKey?: string;
};

/** At most `height` rows: guidance first, the offer always, the example with what is left. */
export function guidanceLines(props: GuidanceProps, width: number, height: number, look: Look): readonly Line[] {
	const {field, offer, aboutKey} = props;
	const room = width - 2;
	const offered: readonly Line[] = offer ? [offerLine(offer, look)] : [];
	const guidance = spokenLines(field, room, look);
	const example = field.example ? exampleLines(field.example, room).slice(0, 200) : [];
	const left = Math.max(0, height - offered.length);
	// Guidance comes first, but an example always has a few rows, and all that guidance leaves.
	const forExample = Math.min(example.length, left, Math.max(3, left - guidance.length, Math.floor(left / 3)));
	const shownExample = forExample <= 0 ? [] : limited(example, forExample, look, aboutKey);
	return [...limited(guidance, left - shownExample.length, look, aboutKey), ...shownExample, ...offered];
}

/** When a field applies and what the template says of it, whole. */
export function spokenLines(
	{guidance, condition}: Pick<Field, 'guidance' | 'condition'>,
	width: number,
	look: Look,
): readonly Line[] {
	const when: readonly Line[] = condition
		? wrapped(`Applies: ${condition}`, width).map(text => [' ', span('dim', text)])
		: [];
	return [
		...when,
		...guidance.flatMap(text => wrappedSpans(markdownSpans(text, look), width)).map((spans): Line => [' ', ...spans]),
	];
}

/** An example, whole, as it is written: it shows what to type. */
export function exampleLines(example: string, width: number): readonly Line[] {
	const front = 'Example: ';
	const rows = wrapped(example, Math.max(1, width - front.length));
	return rows.map((text, index) => [
		' ',
		span('label', index === 0 ? front : ' '.repeat(front.length)),
		span('example', text),
	]);
}

function offerLine({text, from, key}: NonNullable<GuidanceProps['offer']>, look: Look): Line {
	const [line = '', ...more] = text.split('\n');
	const first = more.length === 0 ? line : `${line} ${look.glyphs.ellipsis}`;
	const how: Line = key ? [span('key', key), ' takes ', span('value', first)] : ['Offered: ', span('value', first)];
	return [' ', ...how, span('dim', ` (${look.sentence(from)})`)];
}
