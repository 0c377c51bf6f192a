/**
 * A program for the draft tests: appends answers without end and says each number when the draft says it is saved.
 * Started with the folder for state and, to go on with one, a draft's id.
 */

import {writeSync} from 'node:fs';
import {draftStore} from '../../../source/adapters/drafts/index.ts';

const [, , state, id] = process.argv;
const store = draftStore({now: () => '2026-01-01T00:00:00Z', environment: {XDG_STATE_HOME: state}});
const opened =
	id === undefined
		? store.createDraft({
				app: '0.0.0',
				template: {name: 't', hash: '0'.repeat(12), origin: 'file', source: '# T\n'},
				root: '/',
				created: '2026-01-01T00:00:00Z',
			})
		: store.openDraft(id);
if (!opened.ok) {
	writeSync(1, `refused ${opened.problem.exit}\n`);
	process.exit(1);
}

const draft = 'draft' in opened.value ? opened.value.draft : opened.value;
writeSync(1, `draft ${draft.id}\n`);
for (let count = 1; ; count += 1) {
	const value = `${count} ${'é'.repeat(count % 300)}`;
	const saved = draft.append([{type: 'answer', id: `field-${count % 50}`, answer: {state: 'answered', value}}]);
	if (saved.ok) {
		writeSync(1, `saved ${count}\n`);
	}
}
