/** The questions of a document as a list for people and programs: how each stands, who finds the answer, and by when. */

import {readDate} from '../form/index.ts';
import type {Document} from '../form/types.ts';
import type {QuestionRow} from './question-row.ts';
import {saysNothing, withoutMarks, type Question} from './question.ts';
import {isWaiting, questionsOf} from './questions.ts';
import type {Facts} from './types.ts';

/** The questions that a document lists, in its order. */
export function questionRows(document: Document, {today, own}: Facts): readonly QuestionRow[] {
	return questionsOf(document, own?.words).map(question => {
		const {id, text, state, said, notes, section, field, range} = question;
		const waits = isWaiting(question);
		const part = (name: 'status' | 'owner' | 'due' | 'decision' | 'blocker'): Partial<QuestionRow> => {
			const words = withoutMarks(said.get(name)?.text ?? '');
			return saysNothing(words) ? {} : {[name]: words};
		};
		return {
			question: [id, text].filter(words => words !== '').join(' '),
			state,
			...part('status'),
			...part('owner'),
			...part('due'),
			...part('blocker'),
			...outcome(waits, part('decision').decision, saysNothing(notes) ? undefined : withoutMarks(notes)),
			isWaiting: waits,
			isOverdue: overdueSince(question, today) !== undefined,
			section,
			field,
			range,
		};
	});
}

/** In a column for both, what stands at a question that waits is what is done next. */
function outcome(waits: boolean, decision: string | undefined, notes: string | undefined): Partial<QuestionRow> {
	const action = notes ?? (waits ? decision : undefined);
	return {
		...(decision === undefined || action === decision ? {} : {decision}),
		...(action === undefined ? {} : {action}),
	};
}

/** The day on which a question that waits was due, where that is over; undefined where it is not, or no day is given. */
export function overdueSince(question: Question, today: string): string | undefined {
	const date = /\d{4}-\d{2}-\d{2}/.exec(question.said.get('due')?.text ?? '')?.[0];
	return date !== undefined && isWaiting(question) && readDate(date) === date && date < today ? date : undefined;
}
