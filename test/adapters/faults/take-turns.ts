/**
 * A program for the tests of the lock: for each line that comes it tries to open the draft, saves the line where it got
 * it, and says `mine` or how it was refused. `let go` closes what it holds.
 */

import {writeSync} from 'node:fs';
import {createInterface} from 'node:readline';
import {draftStore, type Draft} from '../../../source/adapters/drafts/index.ts';

const [, , state, id = ''] = process.argv;
const store = draftStore({now: () => '2026-01-01T00:00:00Z', environment: {XDG_STATE_HOME: state}});
let held: Draft | undefined;
writeSync(1, 'ready\n');
for await (const line of createInterface({input: process.stdin})) {
	if (line === 'let go') {
		held?.close();
		held = undefined;
		writeSync(1, 'gone\n');
		continue;
	}

	const opened = store.openDraft(id);
	if (!opened.ok) {
		writeSync(1, `refused ${opened.problem.exit}\n`);
		continue;
	}

	held = opened.value.draft;
	const saved = held.append([{type: 'answer', id: line, answer: {state: 'answered', value: 'yes'}}]);
	writeSync(1, saved.ok ? 'mine\n' : 'not saved\n');
}
