/** The open questions of a document: in tables, in lists and in blocks that repeat, known by their titles and columns. */

import type {Answer, Document, Repeat} from '../form/types.ts';
import {listedQuestions} from './question-lists.ts';
import {tabledQuestions} from './question-tables.ts';
import {isQuestion, namesQuestions, partNamed, type QuestionPart} from './question-words.ts';
import {called, stateOf, type Question, type Said} from './question.ts';
import {rangeOf} from './place.ts';
import {standingOf, type FieldStanding} from './standing.ts';
import {textsIn} from './answer-texts.ts';
import type {OwnWords} from './types.ts';

const read = new WeakMap<Document, {readonly own: OwnWords | undefined; readonly questions: readonly Question[]}>();

/** The questions that a document lists, in its order, also by words of its project's. Computed once a document. */
export function questionsOf(document: Document, own?: OwnWords): readonly Question[] {
	const made = read.get(document);
	if (made && made.own === own) return made.questions;
	const entries = [...standingOf(document).fields.values()];
	const found = [
		...entries.flatMap(entry => (isBegun(entry) ? fieldQuestions(document, entry, own) : [])),
		...document.form.repeats.flatMap(repeat => blockQuestions(document, repeat, own)),
	].sort((one, other) => one.range.from - other.range.from);
	read.set(document, {own, questions: found});
	return found;
}

/** Whether a question still waits for its answer, which one that was put off on purpose does not. */
export function isWaiting({state}: Question): boolean {
	return state === 'open' || state === 'in-progress' || state === 'blocked';
}

function isBegun({state}: FieldStanding): boolean {
	return state === 'answered' || state === 'partial';
}

function fieldQuestions(document: Document, entry: FieldStanding, own: OwnWords | undefined): readonly Question[] {
	const {kind} = entry.field;
	if (kind === 'table') return tabledQuestions(document, entry, own);
	return kind === 'list' || kind === 'checklist' || kind === 'prose' ? listedQuestions(document, entry, own) : [];
}

/** The questions of blocks that repeat, each with labels of its own below it. */
function blockQuestions(document: Document, repeat: Repeat, own: OwnWords | undefined): readonly Question[] {
	if (!isQuestion(repeat.label) && !namesQuestions(repeat.label, own)) return [];
	const {fields} = standingOf(document);
	return repeat.instances.flatMap(({id, fields: ids}) => {
		const entries = ids.flatMap(one => fields.get(one) ?? []);
		const [head] = entries;
		if (!head || document.answers.get(id)?.state === 'left-out' || !entries.some(isBegun)) return [];
		const textOf = ({field}: FieldStanding): string => textOfAnswer(document.answers.get(field.id));
		const said = new Map<QuestionPart, Said>();
		for (const entry of entries.slice(1)) {
			const part = partNamed(entry.field.label);
			if (part && !said.has(part)) said.set(part, {text: textOf(entry), range: rangeOf(document, entry.field.id)});
		}
		return [
			{
				...called('', textOf(head)),
				state: stateOf(said.get('status')?.text, said.get('decision')?.text, 'open', own),
				said,
				notes: entries
					.slice(1)
					.filter(({field}) => !partNamed(field.label))
					.map(textOf)
					.join(' ')
					.trim(),
				range: rangeOf(document, head.field.id),
				section: head.field.section,
				field: head.field.id,
			},
		];
	});
}

function textOfAnswer(answer: Answer | undefined): string {
	return answer?.state === 'answered' ? textsIn(answer.value).join(', ') : '';
}
