/** A session that only looks: it moves about as any other, and nothing in it changes, is saved or is written. */

import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {bindings} from '../../../source/keymap/index.ts';
import {document, keptOf, type Action, type Command, type Effect} from '../../../source/core/wizard/index.ts';
import {tries} from '../../property.ts';
import {begin, now, play, press, type} from './session.ts';

const reason = 'Read only: the draft is open in process 41.';
const commands = [...new Set(bindings.flatMap(({does}) => (typeof does === 'string' ? [does] : [])))];
const harmless = new Set<Effect['type']>(['exit', 'redraw', 'suspend']);

describe('a session that only looks', () => {
	it('says why when something is typed, and is as it was', () => {
		const blank = begin(undefined, {readOnly: reason});
		const {state, effects} = play(blank, type('Ledger'));
		expect(state.notice?.text).toBe(reason);
		expect(document(state).source).toBe(document(blank).source);
		expect(effects).toEqual([]);
		const written = play(state, press('document.write'));
		expect(written.state.overlay).toBeUndefined();
		expect(written.state.notice?.text).toBe(reason);
	});

	it('moves about and can be left', () => {
		const blank = begin(undefined, {readOnly: reason});
		const {state} = play(blank, press('field.next'), press('view.review'));
		expect(state.focus).not.toBe(blank.focus);
		expect(state.overlay?.type).toBe('review');
		expect(play(state, press('wizard.quit'))).toMatchObject({
			state: {outcome: {type: 'quit'}},
			effects: [{type: 'exit', status: 'quit'}],
		});
	});

	it('keeps everything that a draft has, whatever is pressed', () => {
		const action = fc.oneof(
			fc.constantFrom<Command>(...commands).map((command): Action => ({type: 'command', command, now})),
			fc.string().map((text): Action => ({type: 'edit', edit: {type: 'insert', text}, now})),
			fc.nat(5).map((index): Action => ({type: 'choose', index, now})),
		);
		fc.assert(
			fc.property(fc.array(action, {maxLength: 30}), actions => {
				const blank = begin(undefined, {readOnly: reason});
				const {state, effects} = play(blank, ...actions);
				const {focus: _, ...kept} = keptOf(state);
				const {focus: __, ...before} = keptOf(blank);
				expect(kept).toEqual(before);
				expect(state.saved).toEqual({state: 'read-only', reason});
				expect(effects.filter(({type}) => !harmless.has(type))).toEqual([]);
			}),
			tries(200),
		);
	});
});
