/** Reading a field otherwise than the reader did: what was answered stays, at the ids that it has then. */

import {everyField, flatten, readingsOf, withMends} from '../form/index.ts';
import type {Reading} from '../form/index.ts';
import type {Answer, Answers, Field, Form, Item, Value} from '../form/types.ts';
import {blocksOf, enter, fieldById, fieldInHand, hasField, remember} from './answers.ts';
import {leave} from './focus.ts';
import {over} from './layers.ts';
import type {WizardState} from './types.ts';

/** The readings of the field in hand. A document whose template is not known has no blocks that anyone could add. */
export function readings(state: WizardState): readonly Reading[] {
	const all = readingsOf(state.form, fieldInHand(state));
	return state.opened?.isOwnForm ? all.filter(({mends}) => ![...mends.values()].some(({as}) => as === 'repeat')) : all;
}

/** State that asks how the field in hand is to be read, on the way in which it is; boilerplate is text already. */
export function askReading(state: WizardState): WizardState {
	if (fieldInHand(state).boilerplate)
		return {...state, notice: {tone: 'info', text: 'This is text of the template: keep it, change it or remove it.'}};
	const left = leave(state);
	const now = readings(left).findIndex(({isNow}) => isNow);
	return over(left, {type: 'readings', cursor: Math.max(0, now)});
}

/** State in which the field in hand is read in another way, as one undoable step. Without any field nothing could be asked. */
export function readAs(state: WizardState, {words, mends, isNow}: Reading): WizardState {
	if (isNow) return state;
	const left = leave(state);
	const form = withMends(left.form, mends, left.opened?.isOwnForm === true);
	if (form.fields.length === 0)
		return {...state, notice: {tone: 'error', text: 'Nothing else is asked here, so it stays a field.'}};
	const idOf = moved(left.form, form);
	const marks = (ids: ReadonlySet<string>): ReadonlySet<string> => new Set([...ids].map(idOf));
	const focus = idOf(left.focus);
	const after = {
		...left,
		form,
		answers: answersIn(left, form, idOf),
		deferred: marks(left.deferred),
		kept: marks(left.kept),
		focus: hasField(form, focus) ? focus : nextTo(fieldInHand(left), form),
		revision: left.revision + 1,
	};
	const stepped = remember(after, {type: 'blocks', before: blocksOf(left), after: blocksOf(after)});
	return {...enter(stepped), notice: {tone: 'info', text: `Read anew: ${words}.`, undo: 'takes it back'}};
}

/** Ids of fields and sections after reading anew, by where they stand. */
function moved(before: Form, after: Form): (id: string) => string {
	const placesOf = (form: Form): ReadonlyMap<string, string> =>
		new Map([
			...everyField(form).map(({id, range}) => [`${range.from} ${range.to}`, id] as const),
			...flatten(form.sections).map(({id, headingRange}) => [`section ${headingRange.from}`, id] as const),
		]);
	const now = placesOf(after);
	const ids = new Map([...placesOf(before)].map(([place, id]) => [id, now.get(place) ?? id]));
	return id => ids.get(id) ?? id;
}

/** The answers by their new ids, each as its field takes it; what was said of a blank that is none now stands nowhere. */
function answersIn({form, answers}: WizardState, after: Form, idOf: (id: string) => string): Answers {
	const sections = new Set(flatten(after.sections).map(({id}) => id));
	return new Map(
		[...answers].flatMap(([id, answer]) => {
			const [now, field] = [idOf(id), fieldById(after, idOf(id))];
			if (!field) return sections.has(now) ? [[now, answer] as const] : [];
			return [[now, fieldById(form, id)?.kind === field.kind ? answer : converted(field, answer)] as const];
		}),
	);
}

/** An answer as another kind takes it: its words, or its lines. What has neither stays as it is. */
function converted(field: Field, answer: Answer): Answer {
	if (answer.state !== 'answered') return answer;
	const lines = linesOf(answer.value);
	if (!lines) return answer;
	const isList = field.kind === 'list' || field.multiple;
	const value: Value = isList ? lines : lines.join(field.kind === 'prose' ? '\n' : ', ');
	return {...answer, value};
}

function linesOf(value: Value): readonly string[] | undefined {
	if (typeof value === 'string') return value.split('\n').filter(line => line.trim() !== '');
	if (!Array.isArray(value)) return undefined;
	const items = value as readonly Item[];
	return items.every(item => typeof item === 'string') ? items : undefined;
}

/** The field behind one that is there no more, else the last. */
function nextTo({range}: Field, form: Form): string {
	return (form.fields.find(field => field.range.from >= range.from) ?? form.fields.at(-1)!).id;
}
