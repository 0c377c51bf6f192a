/** Answers as an answers file has them: by id, a section's for its body, repeats as lists of maps. */

import type {Problem} from '../problem.ts';
import type {Answer, Answers, Form, Repeat} from './types.ts';
import {nearest} from './nearest.ts';
import {isFault, isMap, toAnswer, wholeAnswer} from './plain-value.ts';
import type {Plain, PlainMap} from './plain-value.ts';
import {planOf} from './plan.ts';
import {expand} from './repeat.ts';
import {shapeOf} from './value/index.ts';

export type {Plain, PlainMap} from './plain-value.ts';

/** Where each answer stands in its file, by the path of keys below `answers`. */
export type AnswerPlaces = ReadonlyMap<string, NonNullable<Problem['place']>>;

export type AnswersResult =
	| {
			readonly ok: true;
			readonly value: Answers;
			/** The form with the instances that the answers ask for. */ readonly form: Form;
	  }
	| {readonly ok: false; /** All faults in one. */ readonly problem: Problem; readonly problems: readonly Problem[]};

type Entry = {readonly id: string; readonly data: Plain; readonly path: readonly string[]};

/**
 * Reads answers from parsed YAML or JSON.
 *
 * @param form the template's form
 * @param data a map by id: of a field, of a section (its body, or the section as a whole), of a repeat (a list of maps)
 * @param places where each path of keys (joined by U+0000) stands, for the problems
 * @returns answers by field id, or a problem for each unknown id, wrong kind and option that does not exist, which
 * names the id and the nearest one there is
 */
export function readAnswers(form: Form, data: unknown, places?: AnswerPlaces): AnswersResult {
	if (data === null || data === undefined) return {ok: true, value: new Map(), form};
	if (!isMap(data)) {
		const problem: Problem = {
			code: 'answers.shape',
			summary: 'The answers are no map of ids to values.',
			next: 'Write one “id: value” a line.',
			exit: 2,
		};
		return {ok: false, problem, problems: [problem]};
	}

	let current = form;
	for (let round = 0; round < 6; round++) {
		const counts = new Map<string, number>();
		collect(current, data, counts);
		const next = expand(current, counts);
		if (next === current) break;
		current = next;
	}

	const counts = new Map<string, number>();
	const {entries, unknown, dropped} = collect(current, data, counts);
	const plan = planOf(current);
	const answers = new Map<string, Answer>();
	const problems: Problem[] = [];
	const report = (path: readonly string[], code: string, summary: string, next?: string): void => {
		const place = path
			.map((_, index) => places?.get(path.slice(0, path.length - index).join('\0')))
			.find(one => one !== undefined);
		problems.push({
			code: `answers.${code}`,
			summary,
			...(next !== undefined && {next}),
			exit: 2,
			...(place && {place}),
		});
	};

	for (const entry of entries) {
		const field = plan.fields.get(entry.id);
		if (!field) {
			const whole = wholeAnswer(entry.data);
			if (whole) answers.set(entry.id, whole);
			continue;
		}

		const answer = toAnswer(field, entry.data);
		if (!answer) continue;
		if (isFault(answer)) report(entry.path, 'value', `${entry.id} ${answer.fault}.`, answer.next);
		else answers.set(entry.id, answer);
	}

	for (const id of dropped) answers.set(id, {state: 'left-out'});
	const known = [...plan.fields.keys(), ...plan.sections.keys(), ...current.repeats.map(repeat => repeat.id)];
	for (const one of unknown) {
		const near = nearest(one.id, known);
		report(
			one.path,
			'unknown-id',
			`There is no field “${one.id}” in this template.`,
			near === undefined ? 'See the ids with “specwright inspect”.' : `Did you mean “${near}”?`,
		);
	}

	if (problems.length === 0) return {ok: true, value: answers, form: current};
	const [first] = problems;
	const others = problems.slice(1, 10).map(one => one.summary);
	const rest = problems.length > 10 ? [`And ${problems.length - 10} more.`] : [];
	return {ok: false, problem: {...first!, summary: [first!.summary, ...others, ...rest].join(' ')}, problems};
}

/** Every value with the id that it is for. */
function collect(
	form: Form,
	data: PlainMap,
	counts: Map<string, number>,
): {entries: readonly Entry[]; unknown: readonly Entry[]; dropped: readonly string[]} {
	const plan = planOf(form);
	const repeats = new Map(form.repeats.map(repeat => [repeat.id, repeat]));
	const entries: Entry[] = [];
	const unknown: Entry[] = [];
	const dropped: string[] = [];
	const visit = (id: string, value: Plain, path: readonly string[]): void => {
		const field = plan.fields.get(id);
		const repeat = repeats.get(id);
		if (repeat && Array.isArray(value) && isInstances(value as readonly Plain[], field && shapeOf(field))) {
			visitInstances(repeat, value as readonly PlainMap[], path);
			return;
		}

		if (field) {
			entries.push({id, data: value, path});
			return;
		}

		const index = /^(.*)\[(\d{1,4})\](?:\/|$)/s.exec(id);
		const outer = index && (repeats.get(index[1]!) ?? undefined);
		if (outer && Number(index[2]) > outer.instances.length) {
			counts.set(outer.id, Math.max(counts.get(outer.id) ?? 0, Number(index[2])));
			entries.push({id: '', data: null, path});
			return;
		}

		if (plan.sections.has(id)) {
			if (wholeAnswer(value)) {
				entries.push({id, data: value, path});
				return;
			}

			const own = plan.sections.get(id)!;
			const body = plan.fields.has(`${id}/body`)
				? `${id}/body`
				: own.sections.length === 0 && own.fields.length === 1
					? own.fields[0]!
					: undefined;
			if (body !== undefined && !(isMap(value) && hasBelow(id, value))) {
				entries.push({id: body, data: value, path});
				return;
			}
		}

		if (isMap(value) && hasBelow(id, value)) {
			for (const [key, one] of Object.entries(value)) visit(`${id}/${key}`, one, [...path, key]);
			return;
		}

		unknown.push({id, data: value, path});
	};

	const hasBelow = (id: string, value: PlainMap): boolean => {
		const keys = Object.keys(value);
		return (
			keys.length > 0 &&
			keys
				.map(key => `${id}/${key}`)
				.some(below => plan.fields.has(below) || plan.sections.has(below) || repeats.has(below))
		);
	};

	const visitInstances = (repeat: Repeat, list: readonly PlainMap[], path: readonly string[]): void => {
		if (list.length > repeat.instances.length) counts.set(repeat.id, list.length);
		for (const [index, one] of list.entries()) {
			const instance = repeat.instances[index];
			if (!instance) continue;
			for (const [key, value] of Object.entries(one)) {
				// The field that the unit begins with has the unit's own id; its key is the last part of that.
				const head = repeat.id.slice(repeat.id.lastIndexOf('/') + 1);
				const id =
					key === head && plan.fields.has(instance.id) && !plan.fields.has(`${instance.id}/${key}`)
						? instance.id
						: `${instance.id}/${key}`;
				visit(id, value, [...path, String(index), key]);
			}
		}

		if (list.length > 0) for (const more of repeat.instances.slice(list.length)) dropped.push(more.id);
	};

	for (const [id, value] of Object.entries(data)) visit(id, value, [id]);
	return {entries: entries.filter(one => one.id !== ''), unknown, dropped};
}

function isInstances(list: readonly Plain[], shape: string | undefined): boolean {
	return list.length > 0 && list.every(one => isMap(one)) && shape !== 'rows' && shape !== 'checks';
}
