/** Many processes want one draft: exactly one gets it, whatever an earlier one left, and no answer is lost between them. */

import {rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it, onTestFinished} from 'vitest';
import {draftStore, realProcesses} from '../../../source/adapters/drafts/index.ts';
import {patience} from '../../property.ts';
import {temporaryFolder} from '../temporary.ts';
import {bundled, startChild, type Child} from './children.ts';
import {header, valueOf} from './drafting.ts';
import {tallyOf, times} from './results.ts';

const program = bundled('take-turns');
const dead = {...realProcesses.self(), pid: 2 ** 22 - 3, nonce: 'a'.repeat(24)};

/** What may stand where the lock belongs, by round. */
const leftovers: readonly (string | undefined)[] = [
	undefined,
	JSON.stringify(dead),
	'',
	JSON.stringify({...dead, ...realProcesses.self(), start: '1'}),
	JSON.stringify({...dead, ...realProcesses.self(), boot: 'another'}),
	'no lock at all',
];

function makeDraft() {
	const state = temporaryFolder();
	const store = draftStore({now: () => '2026-01-01T00:00:00Z', environment: {XDG_STATE_HOME: state}});
	const draft = valueOf(store.createDraft(header));
	draft.close();
	return {state, store, id: draft.id, lock: join(store.folder!, `${draft.id}.lock`)};
}

async function startTaking(state: string, id: string): Promise<Child> {
	const child = startChild([program(), state, id]);
	onTestFinished(async () => void (await child.kill()));
	expect(await child.line()).toBe('ready');
	return child;
}

describe('one draft, wanted by many', () => {
	it('has one owner in every round, and keeps what each of them saved', {timeout: patience}, async () => {
		const {state, store, id, lock} = makeDraft();
		const children: Child[] = [];
		for (let count = 0; count < 12; count++) children.push(await startTaking(state, id));
		const tally = tallyOf('12 processes want one draft, its holder killed now and then');
		const rounds = times(5, 100);
		let takenFromKilled = 0;
		for (let round = 0; round < rounds; round++) {
			const leftover = leftovers[round % leftovers.length];
			if (leftover === undefined) rmSync(lock, {force: true});
			else writeFileSync(lock, leftover);
			for (const child of children) child.send(`round-${round}`);
			const said = await Promise.all(children.map(async child => child.line()));
			expect(said.toSorted()).toEqual(['mine', ...Array.from({length: 11}, () => 'refused 5')]);
			const owner = said.indexOf('mine');
			if (round % 3 === 2) {
				// Killed with the draft in hand: the next one has it at once.
				await children[owner]!.kill();
				children[owner] = await startTaking(state, id);
				children[owner].send(`after-${round}`);
				expect(await children[owner].line()).toBe('mine');
				takenFromKilled++;
			}

			children[owner]!.send('let go');
			expect(await children[owner]!.line()).toBe('gone');
		}

		tally.kept(() => {
			const saved = valueOf(store.readDraft(id)).records.map(record => (record as {id: string}).id);
			expect(saved.filter(name => name.startsWith('round-'))).toEqual(
				Array.from({length: rounds}, (_, round) => `round-${round}`),
			);
			expect(saved.filter(name => name.startsWith('after-'))).toHaveLength(takenFromKilled);
		}, rounds);
	});

	it('stays with one that was stopped for a while', async () => {
		const {state, id} = makeDraft();
		const [first, second] = [await startTaking(state, id), await startTaking(state, id)];
		first.send('a');
		expect(await first.line()).toBe('mine');
		first.signal('SIGSTOP');
		second.send('b');
		expect(await second.line()).toBe('refused 5');
		first.signal('SIGCONT');
		first.send('let go');
		expect(await first.line()).toBe('gone');
		second.send('c');
		expect(await second.line()).toBe('mine');
	});
});
