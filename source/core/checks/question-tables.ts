/** Questions in the rows of a table. */

import {cellsOf, isDelimiterRow} from '../form/index.ts';
import type {Column, Document, Range} from '../form/types.ts';
import {called, saysNothing, stateOf, type Question, type Said} from './question.ts';
import {asksForDay, isQuestion, namesQuestions, partNamed, type QuestionPart} from './question-words.ts';
import type {FieldStanding} from './standing.ts';
import type {OwnWords} from './types.ts';

/** Which column says what, by their places; `inNotes` where the day is asked for beside other words. */
type Plan = {
	readonly question: number;
	readonly id: number;
	readonly parts: ReadonlyMap<QuestionPart, number>;
	readonly inNotes: boolean;
};

/** The questions in a table's rows; none where it is no table of questions. */
export function tabledQuestions(
	document: Document,
	{field, row}: FieldStanding,
	own: OwnWords | undefined,
): readonly Question[] {
	const span = document.spans.get(field.id);
	const isTitled =
		namesQuestions(field.label, own) || (row?.lineage.some(({section}) => namesQuestions(section.title, own)) ?? false);
	const plan = planOf(field.columns ?? [], isTitled);
	if (!span || !plan) return [];
	const found: Question[] = [];
	for (const line of document.source.slice(span.from, span.to).matchAll(/[^\r\n]+/g)) {
		if (!line[0].includes('|') || isDelimiterRow(line[0])) continue;
		const start = span.from + line.index;
		const cells = cellsOf(line[0]).map(({from, to, text}) => ({text, range: trimmed(line[0], from, to, start)}));
		const text = cells[plan.question]?.text ?? '';
		if (saysNothing(text)) continue;
		const end = start + line[0].trimEnd().length;
		const said = new Map<QuestionPart, Said>();
		for (const [part, at] of plan.parts) said.set(part, cells[at] ?? {text: '', range: {from: end, to: end}});
		const due = said.get('due');
		if (plan.inNotes && due) said.set('due', {...due, text: dayIn(due.text)});
		const taken = new Set([plan.question, plan.id, ...plan.parts.values()]);
		found.push({
			...called(cells[plan.id]?.text ?? '', text),
			state: stateOf(said.get('status')?.text, said.get('decision')?.text, isTitled ? 'open' : 'unknown', own),
			said,
			notes: cells
				.filter((cell, at) => !taken.has(at) && !saysNothing(cell.text))
				.map(cell => cell.text)
				.join(' '),
			range: {from: start + (line[0].length - line[0].trimStart().length), to: end},
			section: field.section,
			field: field.id,
		});
	}
	return found;
}

function planOf(columns: readonly Column[], isTitled: boolean): Plan | undefined {
	const id = columns.findIndex(({label}) => /^(?:#|id|key|no\.?|nr\.?|ref\.?)$/i.test(label.trim()));
	const named = columns.findIndex(({label}) => isQuestion(label));
	const question = named >= 0 ? named : isTitled ? columns.findIndex((_, at) => at !== id) : -1;
	if (question < 0) return undefined;
	const parts = new Map<QuestionPart, number>();
	const take = (part: QuestionPart | undefined, at: number): void => {
		if (part && at >= 0 && at !== question && !parts.has(part)) parts.set(part, at);
	};
	for (const [at, {label}] of columns.entries()) take(partNamed(label), at);
	const isFree = (at: number): boolean => at !== question && at !== id && ![...parts.values()].includes(at);
	// A column of another name whose blank asks for the decision.
	take(
		'decision',
		columns.findIndex(({placeholder = ''}, at) => isFree(at) && partNamed(placeholder) === 'decision'),
	);
	take(
		'owner',
		columns.findIndex(
			({kind, label}, at) => kind === 'person' && isFree(at) && !/raised|asked|reported|gestellt/i.test(label),
		),
	);
	if (named >= 0 && !isTitled && parts.size === 0) return undefined;
	const inNotes = !parts.has('due');
	if (inNotes)
		take(
			'due',
			columns.findIndex(({placeholder = ''}, at) => at !== parts.get('status') && at !== id && asksForDay(placeholder)),
		);
	return {question, id, parts, inNotes};
}

const day =
	/\d|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:january|february|march|april|may|june|july|august|september|october|november|december|today|tomorrow|next|montag|dienstag|mittwoch|donnerstag|freitag|januar|februar|märz|mai|juni|juli|oktober|dezember)\b/iu;

/** The day that notes name: behind "by" and its like, else anywhere; empty where there is none. */
function dayIn(text: string): string {
	if (!day.test(text)) return '';
	return (
		/(?<!\p{L})(?:by|until|before|due|bis|avant|antes)(?: the| on| zum)? ([^.;,)]*\d[^.;,)]*)/iu.exec(text)?.[1] ?? text
	);
}

function trimmed(line: string, from: number, to: number, start: number): Range {
	const text = line.slice(from, to);
	const inner = text.trim();
	if (inner === '') return {from: start + from, to: start + to};
	const at = start + from + text.indexOf(inner);
	return {from: at, to: at + inner.length};
}
