/** The dates that follow the document's status are stamped where the author goes on from a status that they changed. */

import {ownStatus, sameAnswer} from '../form/index.ts';
import type {Action} from './actions.ts';
import {blocksOf, enter, fieldById, remember} from './answers.ts';
import {datesOfStatus} from './own-dates.ts';
import {isCompleted} from './select.ts';
import type {WizardState} from './types.ts';

/**
 * The state after a step, with those dates as today: one change more, which is told and which undo takes back alone. What
 * undo and redo bring is as it was.
 */
export function dated(before: WizardState, after: WizardState, action: Action): WizardState {
	const isLeft = after.focus !== before.focus || (before.entered !== undefined && after.entered === undefined);
	const isBack = action.type === 'command' && (action.command === 'field.undo' || action.command === 'field.redo');
	if (!isLeft || isBack || !isChangedThere(after, before.focus)) return after;
	if (before.focus !== ownStatus(before.form)?.id) return after;
	const {form, answers, context} = after;
	const {words} = context.checks ?? {};
	const change = {form, before: before.opened?.answers ?? new Map(), after: answers, ...(words ? {own: words} : {})};
	const dates = datesOfStatus(change, context.today, isCompleted(after));
	if (dates.size === 0) return after;
	// Undo goes to the date, to show what it says again.
	const [first = after.focus] = dates.keys();
	const changed = {...after, answers: new Map([...answers, ...dates]), revision: after.revision + 1};
	const step = {
		type: 'blocks',
		before: {...blocksOf(after), focus: first},
		after: {...blocksOf(changed), focus: first},
	} as const;
	const labels = [...dates.keys()].map(id => `“${fieldById(form, id)?.label ?? id}”`).join(' and ');
	const text = `${labels} ${dates.size === 1 ? 'is' : 'are'} today's date now, as the status changed.`;
	const stepped = {...remember(changed, step), notice: {tone: 'info', text, undo: 'takes it back'} as const};
	return dates.has(after.focus) ? enter(stepped) : stepped;
}

/** Whether the author's last steps were at that field, and it says something else since; after undo it is left alone. */
function isChangedThere({past, future, answers}: WizardState, field: string): boolean {
	const others = past.findLastIndex(step => step.type !== 'answer' || step.field !== field);
	const first = past[others + 1];
	return future.length === 0 && first?.type === 'answer' && !sameAnswer(first.before, answers.get(field));
}
