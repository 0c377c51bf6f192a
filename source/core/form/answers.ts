/** Answers as an answers file has them: by id, a section's for its body, repeats as lists of maps. */

import type {Problem} from '../problem.ts';
import type {Answer, Answers, Field, Form} from './types.ts';
import {neededBy} from './above.ts';
import {entriesOf} from './answer-entries.ts';
import type {Entries, Origin} from './answer-entries.ts';
import {evidenceFault} from './evidence.ts';
import {isFault, isMap} from './plain-shapes.ts';
import type {Fault, Plain, PlainMap} from './plain-shapes.ts';
import {reasonFault, toAnswer, wholeAnswer} from './plain-value.ts';
import {planOf} from './plan.ts';
import {resize} from './resize.ts';

/** Where each answer stands in its file, by the path of keys below `answers`. */
export type AnswerPlaces = ReadonlyMap<string, NonNullable<Problem['place']>>;

export type AnswersResult =
	| {
			readonly ok: true;
			readonly value: Answers;
			/** Fields of which it was said that they have no answer. */ readonly cleared: ReadonlySet<string>;
			/** The form with the instances that the answers ask for. */ readonly form: Form;
	  }
	| {readonly ok: false; /** All faults in one. */ readonly problem: Problem; readonly problems: readonly Problem[]};

/**
 * Reads answers from parsed YAML or JSON.
 *
 * @param form the template's form
 * @param data a map by id: of a field, of a section (its body, or the section as a whole), of a repeat (a list of maps)
 * @param places where each path of keys (joined by U+0000) stands, for the problems
 * @param over a second map of that kind, which wins over the first
 * @returns answers by field id, or the problems in the order of their places: an unknown id with the nearest one there
 * is, a wrong kind, an option that does not exist, one field given twice or in a section that does not apply, a gap in
 * numbering (each 2), more than a document or an answer may hold (6)
 */
export function readAnswers(form: Form, data: unknown, places?: AnswerPlaces, over: PlainMap = {}): AnswersResult {
	if (data !== null && data !== undefined && !isMap(data)) {
		const problem: Problem = {
			code: 'answers.shape',
			summary: 'The answers are no map of ids to values.',
			next: 'Write one “id: value” a line.',
			exit: 2,
		};
		return {ok: false, problem, problems: [problem]};
	}

	const {current, found} = grown(form, data ?? {}, over);
	const problems: Problem[] = [];
	const report = (origin: Origin, code: string, {fault, next, exit = 2}: Fault): void => {
		const place = origin.over ? undefined : placeOf(origin.path, places);
		problems.push({
			code,
			summary: `${fault}.`,
			...(next !== undefined && {next}),
			exit,
			...(place && {place}),
		});
	};

	for (const fault of found.faults) report(fault, fault.code, fault);
	const plan = planOf(current);
	const answers = new Map<string, Answer>();
	const origins = new Map<string, Origin>();
	const cleared = new Set<string>();
	for (const {id, data: given, ...origin} of found.entries) {
		const before = origins.get(id);
		if (before && !origin.over) {
			report(origin, 'answers.twice', {
				fault: `${id} is given twice, as ${before.path.join('/')} and as ${origin.path.join('/')}`,
				next: 'Leave one of them out.',
			});
			continue;
		}

		const field = plan.fields.get(id);
		const read = field ? answerFor(current, field, given) : sectionAnswer(given);
		answers.delete(id);
		cleared.delete(id);
		origins.set(id, origin);
		if (isFault(read)) report(origin, 'answers.value', {...read, fault: `${id}: ${read.fault}`});
		else if (read.value === 'empty') cleared.add(id);
		else answers.set(id, read.value);
	}

	for (const {id, ...origin} of found.dropped) {
		answers.set(id, {state: 'left-out'});
		origins.set(id, origin);
	}

	settle(current, answers, origins, new Set(found.dropped.map(one => one.id)), report);
	if (problems.length === 0) return {ok: true, value: answers, cleared, form: current};
	return refused(problems);
}

/** The form with as many instances as the values ask for, and the values by its ids. */
function grown(form: Form, data: PlainMap, over: PlainMap): {readonly current: Form; readonly found: Entries} {
	// Repeats inside repeats appear with their outer instance.
	const layers = [
		{data, over: false},
		{data: over, over: true},
	];
	let current = form;
	for (let round = 0; ; round++) {
		const found = entriesOf(current, layers, form);
		const isRefused = found.faults.some(fault => fault.code === 'answers.gap' || fault.exit === 6);
		if (isRefused || found.pending.length === 0) return {current, found};
		const next = round < 6 ? resize(current, found.counts) : current;
		// What the form could not be given room for is told like any other id that there is not.
		if (next === current) return {current, found: {...found, faults: [...found.faults, ...found.pending]}};
		current = next;
	}
}

/** A section as a whole: not applicable, or left out. */
function sectionAnswer(data: Plain): ReturnType<typeof toAnswer> {
	const answer = wholeAnswer(data);
	return answer ? (reasonFault(answer) ?? {value: answer}) : {value: 'empty'};
}

function answerFor(form: Form, field: Field, data: Plain): ReturnType<typeof toAnswer> {
	const read = toAnswer(field, data);
	if (isFault(read) || read.value === 'empty') return read;
	const misplaced = evidenceFault(form, field, read.value);
	if (!misplaced) return read;
	return {
		fault: 'has no place for evidence, which ends a paragraph outside of lists',
		...(misplaced.next !== undefined && {next: misplaced.next}),
	};
}

/** A field in a section that does not apply: of two layers the upper one counts, in one layer it is a contradiction. */
function settle(
	form: Form,
	answers: Map<string, Answer>,
	origins: ReadonlyMap<string, Origin>,
	dropped: ReadonlySet<string>,
	report: (origin: Origin, code: string, fault: Fault) => void,
): void {
	for (const id of [...answers.keys()]) {
		const own = origins.get(id)!;
		for (const above of neededBy(form, answers, id)) {
			const other = origins.get(above)!;
			if (other.over && !own.over) answers.delete(id);
			// A list that ends before an instance leaves out only what nobody gives.
			else if ((own.over && !other.over) || dropped.has(above)) answers.delete(above);
			else {
				const says = answers.get(above)!.state === 'left-out' ? 'is left out' : 'does not apply';
				report(own, 'answers.contradiction', {
					fault: `${id} is given, but ${above} ${says}`,
					next: 'Leave one of the two out.',
				});
			}
		}
	}
}

function placeOf(path: readonly string[], places: AnswerPlaces | undefined): Problem['place'] {
	return path
		.map((_, index) => places?.get(path.slice(0, path.length - index).join('\0')))
		.find(place => place !== undefined);
}

function refused(found: readonly Problem[]): AnswersResult {
	const line = ({place}: Problem): number => place?.line ?? Infinity;
	const problems = [...found].sort((a, b) => (line(a) === line(b) ? 0 : line(a) - line(b)));
	const [first] = problems;
	const others = problems.slice(1, 10).map(one => one.summary);
	const rest = problems.length > 10 ? [`And ${problems.length - 10} more.`] : [];
	return {ok: false, problem: {...first!, summary: [first!.summary, ...others, ...rest].join(' ')}, problems};
}
