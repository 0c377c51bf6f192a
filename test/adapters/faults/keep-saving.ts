/**
 * A program for the fault tests: appends answers and says each number when the draft says it is saved. Started with the
 * folder for state and, to go on with one, a draft's id. `--documents FOLDER` writes a document there after each fifth
 * answer and opens the draft anew; `--answers N` ends after so many, else it goes on without end.
 */

import {writeSync} from 'node:fs';
import {join} from 'node:path';
import {parseArgs} from 'node:util';
import {draftStore} from '../../../source/adapters/drafts/index.ts';
import {versionAt, writeDocument} from '../../../source/adapters/files/index.ts';

const {positionals, values} = parseArgs({
	allowPositionals: true,
	options: {documents: {type: 'string'}, answers: {type: 'string', default: 'Infinity'}},
});
const [state, id] = positionals;
const store = draftStore({now: () => '2026-01-01T00:00:00Z', environment: {XDG_STATE_HOME: state}});

function open(known: string | undefined) {
	const opened =
		known === undefined
			? store.createDraft({
					app: '0.0.0',
					template: {name: 't', hash: '0'.repeat(12), origin: 'file', source: '# T\n'},
					root: '/',
					created: '2026-01-01T00:00:00Z',
				})
			: store.openDraft(known);
	if (!opened.ok) {
		writeSync(1, `refused ${opened.problem.exit}\n`);
		process.exit(1);
	}

	return 'draft' in opened.value ? opened.value.draft : opened.value;
}

let draft = open(id);
writeSync(1, `draft ${draft.id}\n`);
for (let count = 1; count <= Number(values.answers); count += 1) {
	const value = `${count} ${'é'.repeat(count % 300)}`;
	const saved = draft.append([{type: 'answer', id: `field-${count % 50}`, answer: {state: 'answered', value}}]);
	if (saved.ok) {
		writeSync(1, `saved ${count}\n`);
	} else {
		writeSync(1, `failed ${count}\n`);
	}

	if (values.documents !== undefined && count % 5 === 0) {
		const path = join(values.documents, 'note.md');
		const version = versionAt(path);
		const replaces = version.ok ? version.value : undefined;
		const text = `document ${count}\n`.repeat(count);
		if (writeDocument(path, text, replaces === undefined ? {} : {replaces}).ok) writeSync(1, `written ${count}\n`);
		draft.close();
		draft = open(draft.id);
	}
}

draft.close();
