/** Numbers within a repeat: a block's heading counts on from the one before it, also where a block between is left out. */

import type {Answer, Form, Range} from './types.ts';
import type {Chunk} from './plan.ts';
import {planOf} from './plan.ts';
import type {Written} from './splice.ts';
import {unwrittenIn} from './unwritten.ts';

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

/**
 * How much lower the number in a section's heading is to be, by the section's id: by one for each block left out before
 * it, and by as many places as it has moved up. What a document lacks counts as in the template where it is put in.
 */
export function shiftsOf(form: Form, answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, number> {
	const shifts = new Map<string, number>();
	const added = new Set(form.additions?.flatMap(one => one.section?.id ?? []));
	const unwritten = new Set(unwrittenIn(form, answers).flatMap(one => one.section?.id ?? []));
	for (const {id: repeat, unit, numbered, instances} of form.repeats) {
		if (unit !== 'section' || !numbered) continue;
		const usual = form.bound?.template ?? (form.moved?.orders.has(repeat) ? form.moved.from : form);
		const places = new Map(usual.repeats.find(({id}) => id === repeat)?.instances.map(({id}, index) => [id, index]));
		let place = 0;
		let stood = 0;
		for (const {id} of instances) {
			const was = form.bound && !added.has(id) ? stood++ : (places.get(id) ?? place);
			if (answers.get(id)?.state === 'left-out' || unwritten.has(id)) continue;
			const shift = was - place;
			if (shift !== 0) shifts.set(id, shift);
			place++;
		}
	}

	return shifts;
}

/** Whether an instance's id is its repeat's with a number. */
export function isNumbered(instance: string, repeat: string): boolean {
	return instance.startsWith(`${repeat}[`) && /^\[\d+\]$/.test(instance.slice(repeat.length));
}

/** Whether blocks have titles of their own in the template, as `Phase 1: Start` and `Phase 2: Grow`, by their sections' ids. */
export function titled(form: Form): ReadonlySet<string> {
	const {fields} = planOf(form);
	return new Set(
		form.repeats.flatMap(({id, unit, instances}) =>
			unit === 'section'
				? instances.flatMap(one =>
						one.id === id ||
						isNumbered(one.id, id) ||
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

/** Which blocks were left out decides, and nothing else of the answers, of which each key makes new ones. */
const lastHeadings = new WeakMap<
	Form,
	{
		readonly answers: ReadonlyMap<string, Answer>;
		readonly shifts: string;
		readonly headings: ReadonlyMap<string, string>;
	}
>();

/** Headings whose numbers are not the template's, by their sections' ids, as they are written with these answers. */
export function countedHeadings(form: Form, answers: ReadonlyMap<string, Answer>): ReadonlyMap<string, string> {
	const known = lastHeadings.get(form);
	// Whoever lists the sections asks for each of them.
	if (known?.answers === answers) return known.headings;
	const shifts = shiftsOf(form, answers);
	const said = JSON.stringify([...shifts]);
	if (known?.shifts === said) {
		lastHeadings.set(form, {...known, answers});
		return known.headings;
	}

	const headings = new Map<string, string>();
	const {sections} = planOf(form);
	for (const {unit, numbered, instances} of form.repeats) {
		if (unit !== 'section') continue;
		for (const {id} of instances) {
			const section = sections.get(id);
			if (!section) continue;
			const counters = (line: string) =>
				countersIn(line, numbered).map(one => ({...one, number: line.slice(one.from, one.to)}));
			const line = `# ${section.heading}`;
			// A document's own heading has its number, whatever the template's is.
			const {from, to} = section.headingRange;
			const numbers = counters(form.source.slice(from, to)).map(({number}) => Number(number) - (shifts.get(id) ?? 0));
			const own = counters(line);
			if (numbers.length !== own.length) continue;
			const counted = own.reduceRight(
				(text, one, at) => text.slice(0, one.from) + String(numbers[at]) + text.slice(one.to),
				line,
			);
			if (counted !== line) headings.set(id, counted.slice(2));
		}
	}

	lastHeadings.set(form, {answers, shifts: said, headings});
	return headings;
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
