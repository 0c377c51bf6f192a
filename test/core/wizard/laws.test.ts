import {fc, test} from '../../property.ts';
import {describe, expect} from 'vitest';
import {
	commandTitles,
	completeness,
	document,
	keptOf,
	openFields,
	recordsBetween,
	replay,
	update,
	type Action,
	type Command,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {readForm, type Answer} from '../../../source/core/form/index.ts';
import {answerFor} from '../form/values.ts';
import {begin, now, press, template} from './session.ts';

const commands = [
	...Object.keys(commandTitles),
	'list.up',
	'list.down',
	'list.choose',
	'list.toggle',
	'list.filter',
	'list.page-down',
	'row.add',
	'row.remove',
	'row.duplicate',
	'row.up',
	'cell.next',
	'cell.previous',
	'confirm.yes',
	'confirm.no',
	'view.close',
	'wizard.interrupt',
] as Command[];
const {fields} = begin().form;
const ids = fields.map(({id}) => id);

/** Sessions on a blank form, and on one in which some fields have an answer, whatever is in it. */
const beginning: fc.Arbitrary<WizardState> = fc
	.tuple(...fields.map(field => fc.option(answerFor(field), {freq: 2})))
	.map(
		given => new Map(fields.flatMap(({id}, index) => (given[index] ? [[id, given[index]] as [string, Answer]] : []))),
	)
	.chain(answers => fc.constantFrom(begin(), begin(template, {answers})));

const motions = ['left', 'right', 'up', 'down', 'word-left', 'line-start', 'line-end', 'text-start'] as const;

const action: fc.Arbitrary<Action> = fc.oneof(
	fc.constantFrom(...commands).map(press),
	fc.constantFrom(...ids).map((field): Action => ({type: 'go', field, now})),
	fc.nat(4).map((index): Action => ({type: 'choose', index, now})),
	fc
		.string({unit: 'grapheme', maxLength: 12})
		.map((text): Action => ({type: 'edit', edit: {type: 'insert', text: text.replaceAll(/\p{Cc}/gu, '')}, now})),
	fc
		.constantFrom('newline', 'undo', 'redo', 'kill-word', 'select-all')
		.map((kind): Action => ({type: 'edit', edit: {type: kind as 'newline'}, now})),
	fc.constant<Action>({type: 'edit', edit: {type: 'delete', motion: 'left'}, now}),
	fc
		.constantFrom('a, b', '- x\n- y', '1. one', 'a → b: c', '```')
		.map((text): Action => ({type: 'edit', edit: {type: 'insert', text, paste: true}, now})),
	fc.constantFrom('indent', 'outdent').map((kind): Action => ({type: 'edit', edit: {type: kind as 'indent'}, now})),
	fc.constantFrom(1 as const, -1 as const).map((by): Action => ({type: 'edit', edit: {type: 'move-line', by}, now})),
	fc.constantFrom(...motions).map((motion): Action => ({type: 'edit', edit: {type: 'move', motion}, now})),
);

const actions = fc.array(action, {maxLength: 25});

function playAll(state: WizardState, list: readonly Action[]): WizardState {
	return list.reduce((current, next) => (current.outcome ? current : update(current, next)[0]), state);
}

function withoutOverlay(first: WizardState): WizardState {
	let state = first;
	for (let step = 0; step < 4 && state.overlay; step++) state = update(state, press('view.close'))[0];
	return state;
}

describe('whatever the author does', () => {
	test.prop([beginning, actions])('the same actions give the same session', (first, list) => {
		expect(keptOf(playAll(first, list))).toEqual(keptOf(playAll(first, list)));
	});

	test.prop([beginning, actions])('back, jump, save and quit still work', (begun, list) => {
		const state = playAll(begun, list);
		if (state.outcome) return;
		const [first = ''] = state.form.fields.map(({id}) => id);
		expect(update(state, {type: 'go', field: first, now})[0].focus).toBe(first);
		let closing: WizardState = state;
		for (let step = 0; step < 3 && closing.overlay; step++) closing = update(closing, press('view.close'))[0];
		expect(closing.overlay?.type === 'write' ? closing.overlay.step : closing.overlay).toBeOneOf([
			undefined,
			'working',
		]);
		expect(update({...closing}, press('wizard.quit'))[0].outcome).toEqual({type: 'quit'});
	});

	test.prop([beginning, actions])('the field in hand exists, and the document can be written', (first, list) => {
		const state = playAll(first, list);
		expect(state.form.fields.some(({id}) => id === state.focus)).toBe(true);
		expect(typeof document(state).source).toBe('string');
	});

	test.prop([beginning, actions, fc.constantFrom(...motions)])(
		'moving the cursor and looking at every field changes no answer',
		(first, list, motion) => {
			const before = withoutOverlay(playAll(first, list));
			if (before.outcome) return;
			let state = before;
			for (const {id} of before.form.fields) {
				state = update(state, {type: 'go', field: id, now})[0];
				for (const edit of [{type: 'move', motion} as const, {type: 'select-all'} as const])
					state = update(state, {type: 'edit', edit, now})[0];
				// A shorthand for a date is spelled out where it was typed, and only then.
				if (id === before.focus) expect(Object.fromEntries(state.answers)).toEqual(Object.fromEntries(before.answers));
			}

			const left = update(before, {type: 'go', field: before.focus, now})[0];
			expect(Object.fromEntries(state.answers)).toEqual(Object.fromEntries(left.answers));
		},
	);

	test.prop([beginning, actions])('undo takes every change back, to what it began with', (first, list) => {
		let state = withoutOverlay(playAll(first, list));
		if (state.outcome || state.overlay) return;
		for (let step = 0; step < 400 && state.notice?.text !== 'Nothing to undo.'; step++)
			state = update(state, press('field.undo'))[0];
		expect(Object.fromEntries(state.answers)).toEqual(Object.fromEntries(first.answers));
		expect(state.form.fields.map(({id}) => id)).toEqual(ids);
	});

	test.prop([beginning, actions])('redo makes again what undo across fields took back', (first, list) => {
		const end = withoutOverlay(playAll(first, list));
		if (end.outcome || end.overlay) return;
		// From a field that nothing was typed in, undo goes by whole steps.
		const state = update(end, {type: 'go', field: end.focus, now})[0];
		const back = state.past.reduce(current => update(current, press('field.undo'))[0], state);
		const again = state.past.reduce(current => update(current, press('field.redo'))[0], back);
		expect(Object.fromEntries(again.answers)).toEqual(Object.fromEntries(state.answers));
		expect(again.form.fields.map(({id}) => id)).toEqual(state.form.fields.map(({id}) => id));
	});

	test.prop([beginning, actions])('what is open is what the meter counts as open', (first, list) => {
		const state = playAll(first, list);
		const {required} = completeness(state);
		expect(openFields(state).length).toBe(required.total - required.answered);
	});

	test.prop([beginning, actions, actions])('a draft gives the session back', (first, before, after) => {
		const middle = playAll(first, before);
		const end = playAll(middle, after);
		const records = [...recordsBetween(keptOf(first), keptOf(middle)), ...recordsBetween(keptOf(middle), keptOf(end))];
		const again = replay(readForm(template), records, first.answers);
		expect(Object.fromEntries(again.answers)).toEqual(Object.fromEntries(end.answers));
		expect(again.form.fields.map(({id}) => id)).toEqual(end.form.fields.map(({id}) => id));
		expect([again.focus, [...again.deferred].sort(), [...again.kept].sort()]).toEqual([
			end.focus,
			[...end.deferred].sort(),
			[...end.kept].sort(),
		]);
	});
});
