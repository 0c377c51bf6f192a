import {fc, test} from '../../property.ts';
import {describe, expect} from 'vitest';
import {
	commandTitles,
	keptOf,
	recordsBetween,
	replay,
	update,
	type Action,
	type Command,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {document} from '../../../source/core/wizard/index.ts';
import {readForm} from '../../../source/core/form/index.ts';
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
const ids = begin().form.fields.map(({id}) => id);

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
);

const actions = fc.array(action, {maxLength: 25});

function playAll(state: WizardState, list: readonly Action[]): WizardState {
	return list.reduce((current, next) => (current.outcome ? current : update(current, next)[0]), state);
}

describe('whatever the author does', () => {
	test.prop([actions])('the same actions give the same session', list => {
		expect(keptOf(playAll(begin(), list))).toEqual(keptOf(playAll(begin(), list)));
	});

	test.prop([actions])('back, jump, save and quit still work', list => {
		const state = playAll(begin(), list);
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

	test.prop([actions])('the field in hand exists, and the document can be written', list => {
		const state = playAll(begin(), list);
		expect(state.form.fields.some(({id}) => id === state.focus)).toBe(true);
		expect(typeof document(state).source).toBe('string');
	});

	test.prop([actions])('undo takes every answer back, to the blank form', list => {
		let state = playAll(begin(), list);
		for (let step = 0; step < 4 && state.overlay; step++) state = update(state, press('view.close'))[0];
		if (state.outcome || state.overlay) return;
		for (let step = 0; step < 400 && state.notice?.text !== 'Nothing to undo.'; step++)
			state = update(state, press('field.undo'))[0];
		expect(Object.fromEntries(state.answers)).toEqual({});
		expect(state.form.fields.map(({id}) => id)).toEqual(ids);
	});

	test.prop([actions, actions])('a draft gives the session back', (before, after) => {
		const middle = playAll(begin(), before);
		const end = playAll(middle, after);
		const blank = keptOf(begin());
		const records = [...recordsBetween(blank, keptOf(middle)), ...recordsBetween(keptOf(middle), keptOf(end))];
		const again = replay(readForm(template), records);
		expect(Object.fromEntries(again.answers)).toEqual(Object.fromEntries(end.answers));
		expect(again.form.fields.map(({id}) => id)).toEqual(end.form.fields.map(({id}) => id));
		expect([again.focus, [...again.deferred].sort(), [...again.kept].sort()]).toEqual([
			end.focus,
			[...end.deferred].sort(),
			[...end.kept].sort(),
		]);
	});
});
