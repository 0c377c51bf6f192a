/** Numbers within a repeat: a block's heading counts on from the one before it, also where a block between is left out. */

import type {Answer, Form, Range} from './types.ts';
import type {Chunk} from './plan.ts';
import {planOf} from './plan.ts';
import type {Written} from './splice.ts';

/** A heading's own number, `5.2` in `## 5.2 Phase 3: Grow`, up to the part that counts. */
const ownNumber = /^(?<before>[ \t]*#+[ \t]+(?:\d+\.)*)(?<number>\d+)[a-z]?[.)]?[ \t]/;

/** The numbers that count in the first line of a block's text, as ranges in it. */
export function countersIn(line: string, numbered: boolean): readonly Range[] {
	const found: Range[] = [];
	const own = ownNumber.exec(line);
	const before = own?.groups?.['before']!.length ?? 0;
	if (own) found.push({from: before, to: before + own.groups!['number']!.length});
	const from = own?.[0].length ?? 0;
	const counter = numbered ? /\d+/.exec(line.slice(from)) : null;
	if (counter) found.push({from: from + counter.index, to: from + counter.index + counter[0].length});
	return found;
}

/** A block's text with the numbers in its first line that much higher. */
export function renumbered(text: string, numbered: boolean, by: number): string {
	const [line = ''] = text.split(/\r\n|\n|\r/, 1);
	return countersIn(line, numbered).reduceRight(
		(rest, {from, to}) => rest.slice(0, from) + String(Number(rest.slice(from, to)) + by) + rest.slice(to),
		text,
	);
}

/** How much lower the number in a section's heading is to be, by the section's id: by one for each block left out before it. */
export function shiftsOf(form: Form, answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, number> {
	const shifts = new Map<string, number>();
	for (const {unit, numbered, instances} of form.repeats) {
		if (unit !== 'section' || !numbered) continue;
		let gone = 0;
		for (const {id} of instances) {
			if (answers.get(id)?.state === 'left-out') gone++;
			else if (gone > 0) shifts.set(id, gone);
		}
	}

	return shifts;
}

/** Whether blocks have titles of their own in the template, as `Phase 1: Start` and `Phase 2: Grow`, by their sections' ids. */
export function titled(form: Form): ReadonlySet<string> {
	const {fields} = planOf(form);
	return new Set(
		form.repeats.flatMap(({id, unit, instances}) =>
			unit === 'section'
				? instances.flatMap((one, index) =>
						one.id === id ||
						one.id === `${id}[${index + 1}]` ||
						one.fields.some(field => fields.get(field)?.place.at === 'heading')
							? []
							: [one.id],
					)
				: [],
		),
	);
}

/**
 * The blocks that are not there, by their sections' ids, where another of their repeat is: an author may do without
 * these, as one is enough.
 *
 * @param isGone whether a section is missing or left out
 */
export function spared(form: Form, isGone: (sectionId: string) => boolean): ReadonlySet<string> {
	return new Set(
		form.repeats.flatMap(({unit, instances}) => {
			const gone = unit === 'section' ? instances.filter(({id}) => isGone(id)) : [];
			return gone.length < instances.length ? gone.map(({id}) => id) : [];
		}),
	);
}

/** A chunk's text with the numbers in its heading that much lower, and how far what stands behind them moved. */
export function countedDown(form: Form, chunk: Chunk, written: Written, shift: number): Written {
	const {range, section, headingTokens} = chunk;
	const repeat = form.repeats.find(({instances}) => instances.some(({id}) => id === section?.id));
	const slot = headingTokens.find(token => token.type !== 'static');
	const own = form.source.slice(range.from, slot?.from ?? section?.headingRange.to);
	if (!repeat || !written.text.startsWith(own)) return written;
	let {text} = written;
	// Blanks between two numbers keep their places, so that from the back offsets hold.
	const counters = countersIn(own, repeat.numbered).filter(({from, to}) => Number(own.slice(from, to)) > shift);
	const moves: {readonly at: number; readonly by: number}[] = [];
	for (const {from, to} of counters.toReversed()) {
		const number = String(Number(text.slice(from, to)) - shift);
		text = text.slice(0, from) + number + text.slice(to);
		moves.push({at: to, by: number.length - (to - from)});
	}

	const moved = (at: number): number => moves.reduce((sum, move) => (at >= move.at ? sum + move.by : sum), at);
	const place = (one: Range): Range => ({from: moved(one.from), to: moved(one.to)});
	return {
		...written,
		text,
		spans: new Map([...written.spans].map(([id, one]) => [id, place(one)])),
		leftovers: written.leftovers.map(one => ({...one, range: place(one.range)})),
	};
}
