/**
 * Answers spliced into a form's source: nothing is printed from a tree, and what no answer touches keeps its bytes.
 *
 * It runs on each key, so a chunk (a heading and its body) is written anew only when an answer that it depends on has
 * changed. Each chunk that has answers is read back before it is handed out: where an answer would not read back as it
 * was given, a comment keeps it apart from its neighbour, and if that does not help the field gets a problem and keeps
 * the template's text.
 */

import type {Problem} from '../problem.ts';
import type {Answer, Answers, Document, Field, Form, Guidance, Range} from './types.ts';
import {soleField} from './absent-section.ts';
import {comesBack} from './comes-back.ts';
import {everyField} from './every-field.ts';
import {evidenceFault} from './evidence.ts';
import {left} from './finish.ts';
import {isOptional} from './needed.ts';
import {endsOf, lineEnds} from './pieces.ts';
import {findFrontMatter} from './read/front-matter.ts';
import {countedDown, shiftsOf, spared} from './numbering.ts';
import {chunksOf, planOf} from './plan.ts';
import type {Chunk, Plan} from './plan.ts';
import {homeOf, normalAnswer, sameAnswer, settingOf, writeValue} from './reading.ts';
import {writeChunk} from './write-chunk.ts';
import {onLines} from './splice.ts';
import type {ChunkInput, Written} from './splice.ts';
import {about} from './value/scalar-fault.ts';
import {unwrittenIn} from './unwritten.ts';

export type FillOptions = {
	/** Drop remaining markers, guidance of answered sections and what is optional and untouched. */
	readonly finish?: boolean;
	/** When finishing, keep what is optional and untouched. */
	readonly keep?: boolean;
};

type Deciders = ReadonlyMap<Guidance, readonly string[]>;

const deciders = new WeakMap<Form, Deciders>();
const written = new WeakMap<Chunk, {readonly inputs: readonly unknown[]; readonly result: Written}>();
/** Answers in the form in which they compare, by the answer as it was given. */
const normal = new WeakMap<
	Answer,
	{readonly field: Field; readonly answer: Answer | undefined; readonly problem: Problem | undefined}
>();

/** Which fields decide whether a piece of guidance may go: its own, or else all of its section's. */
function decidersOf(form: Form, plan: Plan): Deciders {
	let known = deciders.get(form);
	if (!known) {
		const below = (id: string): readonly string[] => {
			const section = plan.sections.get(id);
			if (!section) return [];
			return section.fields.length > 0 ? section.fields : section.sections.flatMap(one => below(one.id));
		};

		known = new Map(form.guidance.map(one => [one, one.fields.length > 0 ? one.fields : below(one.section)]));
		deciders.set(form, known);
	}

	return known;
}

/**
 * Writes answers into a form.
 *
 * @param form a form with as many instances as the answers ask for (see `fit`)
 * @param given answers by field id, or by section id for a section as a whole
 * @returns the text, the answers as they read back from it, where each field stands, what is left of the template's
 * guidance, and a problem for each answer that could not be written
 */
export function fill(form: Form, given: Answers, options: FillOptions = {}): Document {
	const plan = planOf(form);
	const finish = options.finish === true;
	const home = homeOf(form);
	const answers = new Map<string, Answer>();
	const problems = new Map<string, Problem>();
	for (const field of everyField(form)) {
		const answer = given.get(field.id);
		if (!answer) continue;
		const known = plan.names.has(field.id) ? undefined : normal.get(answer);
		const entry = known?.field === field ? known : {field, ...prepared(form, home.get(field.id), field, answer, given)};
		normal.set(answer, entry);
		if (entry.problem) problems.set(field.id, entry.problem);
		else if (entry.answer) answers.set(field.id, entry.answer);
	}

	for (const [id, answer] of given)
		if (answer.state !== 'answered' && plan.sections.has(id) && !plan.fields.has(id)) answers.set(id, answer);
	wholeSections(plan, answers);
	const dropped = finish && options.keep !== true ? left(form, plan, answers) : [];
	for (const id of dropped) answers.set(id, {state: 'left-out'});
	const decides = decidersOf(form, plan);
	const settled = settledOf(plan, answers);
	const pieces: string[] = [];
	const spans = new Map<string, Range>();
	const leftovers: Guidance[] = [];
	const refused = new Map<string, Problem>();
	const unwanted = unwrittenIn(form, answers, given);
	const shifts = shiftsOf(form, answers);
	let offset = 0;
	/** True behind a part that goes as a whole, with what it stood between. */
	let isGone = false;
	for (const chunk of plan.chunks) {
		const unwritten = unwanted.filter(({range}) => range.from < chunk.range.to && range.to > chunk.range.from);
		const spliced = chunkText(form, chunk, {form, chunk, answers, settled, finish, decides, plan, unwritten});
		const shift = shifts.get(chunk.section?.id ?? '');
		const result = shift === undefined ? spliced : countedDown(form, chunk, spliced, shift);
		if (isGone && result.text !== '') {
			const parting = partedFrom(form, chunk, pieces);
			pieces.push(parting);
			offset += parting.length;
		}

		isGone = result.text === '' && (isGone || chunk.range.to > chunk.range.from);
		pieces.push(result.text);
		for (const [id, range] of result.spans) spans.set(id, {from: range.from + offset, to: range.to + offset});
		for (const one of result.leftovers)
			leftovers.push({...one, range: {from: one.range.from + offset, to: one.range.to + offset}});
		for (const [id, problem] of result.problems) refused.set(id, problem);

		for (const id of result.kept) answers.delete(id);
		offset += result.text.length;
	}

	if (refused.size > 0) {
		if (dropped.length > 0) {
			// What is left out stays where an answer could not be told from the rest without it.
			const whole = fill(form, given, {...options, keep: true});
			if ([...refused.keys()].some(id => !whole.problems.has(id))) return whole;
		}

		// What could not be written was not answered: its guidance and marker stay.
		const document = fill(form, new Map([...given].filter(([id]) => !refused.has(id))), options);
		return {...document, problems: new Map([...document.problems, ...refused])};
	}

	const missing: string[] = [];
	const addable = new Set((form.additions ?? []).flatMap(({section}) => section?.id ?? []));
	// What could not be put in, as a heading whose subsections stand, stays missing whatever is answered.
	const lost = (form.bound?.missing ?? []).filter(id => !addable.has(id));
	const lacking = new Set([...unwanted.flatMap(({section}) => section?.id ?? []), ...lost]);
	const spare = spared(form, id => lacking.has(id) || answers.get(id)?.state === 'left-out');
	for (const {section} of unwanted) {
		if (section && (isOptional(section.requirement) || spare.has(section.id)))
			answers.set(section.id, {state: 'left-out'});
		else if (section) missing.push(section.id);
	}

	const document = {
		form,
		source: pieces.join(''),
		answers,
		spans,
		leftovers,
		missing: inOrder([...lost, ...missing], form.bound?.missing ?? []),
		problems,
	};
	// What is left out stays where the rest would be taken for something else without it.
	return dropped.length > 0 && !comesBack(document) ? fill(form, given, {...options, keep: true}) : document;
}

/** What parts a heading over its underline from a paragraph that it would go on with, once what stood between is gone. */
function partedFrom({source, eol}: Form, {section, range, body}: Chunk, pieces: readonly string[]): string {
	const isText = section !== undefined && /[\r\n]\s*\S/.test(source.slice(range.from, body));
	const before = isText ? pieces.join('') : '';
	return before.trim() === '' ? '' : lineEnds(eol, 2 - endsOf(before), before);
}

/** Ids in the order that some of them are known by, and the others behind. */
function inOrder(ids: readonly string[], order: readonly string[]): readonly string[] {
	const given = new Set(ids);
	return [...order.filter(id => given.has(id)), ...ids.filter(id => !order.includes(id))];
}

/** An answer in its normal form, or what keeps it from being written. */
function prepared(
	form: Form,
	chunk: Chunk | undefined,
	field: Field,
	given: Answer,
	others: Answers,
): {readonly answer: Answer | undefined; readonly problem: Problem | undefined} {
	// What the document says already keeps its bytes.
	const isSaid = form.bound !== undefined && sameAnswer(form.bound.answers.get(field.id), given);
	if (!chunk || isSaid) return {answer: undefined, problem: undefined};
	const misplaced = evidenceFault(form, field, given);
	if (misplaced) return {answer: undefined, problem: misplaced};
	const answer = normalAnswer(form, chunk, field, given, others);
	if (answer?.state !== 'answered') return {answer, problem: undefined};
	const text = writeValue(field, answer.value, settingOf(form, chunk, field));
	return {answer, problem: text.ok ? makesMatter(form, field, text.value) : text.problem};
}

/**
 * Where a text's first line opens front matter that is none for want of a last line or a key, an answer that would
 * bring it is refused.
 */
function makesMatter({source}: Form, field: Field, text: string): Problem | undefined {
	const opening = /^\uFEFF?(---|\+\+\+)[ \t]*[\r\n]/.exec(source);
	if (!opening || findFrontMatter(source)) return undefined;
	const {from, to} = field.range;
	const own = onLines(field) ? `\n${text}\n` : text;
	if (!findFrontMatter(source.slice(0, from) + own + source.slice(to))) return undefined;
	return {
		code: 'value.front-matter',
		...about(field, 'with this text, front matter would begin at line 1 of the document.'),
		next: `Write it another way, or close the front matter with a line of ${opening[1]}.`,
		exit: 2,
	};
}

/** A section whose only field is its body says "not applicable" as that field does. */
function wholeSections(plan: Plan, answers: Map<string, Answer>): void {
	for (const chunk of plan.chunks) {
		const answer = chunk.section && answers.get(chunk.section.id);
		if (answer?.state !== 'not-applicable') continue;
		const sole = soleField(chunk);
		if (!sole) continue;
		answers.delete(chunk.section!.id);
		for (const below of chunk.section!.sections) answers.set(below.id, {state: 'left-out'});
		answers.set(sole.id, {state: 'not-applicable', reason: answer.reason.replaceAll(/\s+/g, ' ').trim()});
	}
}

/** Whether nothing is open in a field: it is answered, not applicable or left out, itself or with its section. */
function settledOf(plan: Plan, answers: ReadonlyMap<string, Answer>): (fieldId: string) => boolean {
	const whole = new Map<string, boolean>();
	const closed = (chunk: Chunk | undefined): boolean => {
		if (!chunk?.section) return false;
		let known = whole.get(chunk.section.id);
		if (known === undefined) {
			const state = answers.get(chunk.section.id)?.state;
			known = state === 'left-out' || state === 'not-applicable' || closed(chunk.parent);
			whole.set(chunk.section.id, known);
		}

		return known;
	};

	const bySection = chunksOf(plan);
	return id => answers.has(id) || closed(bySection.get(plan.fields.get(id)?.section ?? ''));
}

/** A chunk's text; the last one is kept and given again while nothing that it depends on has changed. */
function chunkText(form: Form, chunk: Chunk, input: ChunkInput): Written {
	const inputs: unknown[] = [input.finish, input.unwritten.length, ...input.unwritten];
	for (const one of chunk.segments) {
		if (one.type === 'guidance') for (const id of input.decides.get(one.guidance) ?? []) inputs.push(input.settled(id));
		else inputs.push(input.answers.get(one.field.id));
		if (one.type === 'slot')
			for (const {field} of input.plan.names.get(one.field.id) ?? []) inputs.push(input.answers.get(field.id));
	}

	for (let above: Chunk | undefined = chunk; above; above = above.parent)
		inputs.push(above.section && input.answers.get(above.section.id));
	const last = written.get(chunk);
	if (last && last.inputs.length === inputs.length && last.inputs.every((one, index) => one === inputs[index]))
		return last.result;
	const result = writeChunk(input);
	written.set(chunk, {inputs, result});
	return result;
}
