/** Autosave over the real journal on a disk that fills up: what is typed stays, is not called saved, and is saved later. */

import {describe, expect, it} from 'vitest';
import {draftStore} from '../../source/adapters/drafts/index.ts';
import {createAutosave} from '../../source/commands/wizard/autosave.ts';
import {createStore} from '../../source/commands/wizard/store.ts';
import {readForm} from '../../source/core/form/index.ts';
import {keptOf, replay, start, type Action, type WizardState} from '../../source/core/wizard/index.ts';
import {failing, type Fault} from '../adapters/faults/failing.ts';
import {temporaryFolder} from '../adapters/temporary.ts';

const source = '# Plan\n\n## Context\n\n[Why now]\n\n## Risks\n\n[What may go wrong]\n';
const now = '2026-03-04T10:42:00+01:00';

/** A session whose draft is on a disk with that fault. */
function session(fault: Fault) {
	const form = readForm(source);
	const begun = start({
		form,
		template: {name: 'plan', hash: '0123456789ab', origin: 'file'},
		context: {today: '2026-03-04', marker: true, begun: true},
		size: {columns: 80, rows: 24},
		savedAt: now,
	});
	if (!begun.ok) throw new Error(begun.problem.summary);
	const {fileSystem, heal} = failing(fault);
	const environment = {XDG_STATE_HOME: temporaryFolder()};
	const drafts = draftStore({now: () => now, environment, fileSystem});
	const template = {name: 'plan', hash: '0123456789ab', origin: 'file', source} as const;
	const made = drafts.createDraft({app: '1.0.0', template, root: '/project', created: now});
	if (!made.ok) throw new Error(made.problem.summary);
	const store = createStore(begun.value, effect => {
		if (effect.type === 'draft.save' && effect.urgent) autosave.now();
	});
	const autosave = createAutosave(store, made.value.append, keptOf(begun.value), () => now);
	return {
		store,
		heal,
		/** What another process finds in the draft. */
		found(): WizardState['answers'] {
			autosave.stop();
			made.value.close();
			const read = draftStore({now: () => now, environment}).readDraft(made.value.id);
			if (!read.ok) throw new Error(read.problem.summary);
			return replay(form, read.value.records).answers;
		},
	};
}

const type = (text: string): Action => ({type: 'edit', edit: {type: 'insert', text}, now});
const press = (command: Extract<Action, {type: 'command'}>['command']): Action => ({type: 'command', command, now});
const texts = (answers: WizardState['answers']) =>
	[...answers].map(([id, answer]) => [id, answer.state === 'answered' ? answer.value : answer.state]);

describe.each(['ENOSPC', 'EDQUOT', 'EIO', 'EFBIG'])('a disk that says %s', code => {
	it.each([
		['a write', {call: 'write', at: 3, code, lasting: true}],
		['a write after a part of it', {call: 'write', at: 3, code, lasting: true, partly: 5}],
		['the force to the disk', {call: 'fdatasync', at: 2, code, lasting: true}],
	] as const)('at %s loses nothing, is told, and after room is made one key saves it all', (_, fault) => {
		const {store, heal, found} = session(fault);
		store.dispatch(type('Late returns.'));
		store.dispatch(press('field.next'));
		// Which save the fault hits depends on how a draft is begun; it hits one of these.
		for (const words of ['Loss 1. ', 'Loss 2. ', 'Loss 3. ']) {
			store.dispatch(type(words));
			store.dispatch(press('field.previous'));
			store.dispatch(press('field.next'));
		}

		const {saved} = store.getState();
		expect(saved).toMatchObject({state: 'unsaved', problem: {code: `draft.${code.toLowerCase()}`, exit: 3}});
		// Typing goes on, and a try that fails says so again.
		store.dispatch(type('More.'));
		store.dispatch(press('draft.save'));
		expect(store.getState().saved).toMatchObject({state: 'unsaved'});
		const typed = texts(store.getState().answers);
		expect(JSON.stringify(typed)).toMatch(/Late returns\..*Loss 1\..*Loss 3\..*More\./);

		heal();
		store.dispatch(press('draft.save'));
		expect(store.getState()).toMatchObject({saved: {state: 'saved'}, savedRevision: store.getState().revision});
		expect(texts(found())).toEqual(typed);
	});
});
