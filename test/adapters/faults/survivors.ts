/** What `keep-saving` left when it was killed, against what it had said. */

import {existsSync, readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect} from 'vitest';
import {draftStore} from '../../../source/adapters/drafts/index.ts';
import {writeDocument, versionAt} from '../../../source/adapters/files/index.ts';
import {answer, valueOf} from './drafting.ts';

/**
 * Fails where an answer or a text is gone that was said to be saved, where something can not be read, where the next
 * start can't go on at once, or where something is left lying about.
 */
export function expectAllSaved(lines: readonly string[], state: string, documents: string): void {
	// Two days on: what a killed program left is swept from then on.
	const now = () => new Date(Date.now() + 2 * 24 * 60 * 60 * 1000).toISOString();
	const store = draftStore({now, environment: {XDG_STATE_HOME: state}});
	const said = (word: string) =>
		lines.filter(line => line.startsWith(`${word} `)).map(line => Number(line.split(' ')[1]));
	const saved = said('saved');

	const {drafts, unreadable} = valueOf(store.listDrafts());
	expect(unreadable).toEqual([]);
	const [, id] = /^draft (.*)/.exec(lines[0] ?? '') ?? [];
	if (id !== undefined) expect(drafts.map(draft => draft.id)).toEqual([id]);
	for (const draft of drafts) {
		const opened = valueOf(store.openDraft(draft.id));
		const numbers = opened.records.map(record =>
			Number((record as {answer: {value: string}}).answer.value.split(' ')[0]),
		);
		// What was being saved when it ended may be there or not.
		expect(numbers.slice(0, saved.length)).toEqual(saved);
		expect(numbers.length - saved.length).toBeOneOf([0, 1]);
		expect(opened.draft.append([answer('later', 'yes')])).toMatchObject({ok: true});
		opened.draft.close();
	}

	valueOf(store.sweep());
	if (store.folder !== undefined && existsSync(store.folder)) {
		const strange = readdirSync(store.folder).filter(name => !/^[\da-f]{12}\.(?:jsonl|corrupt-[\d-]+)$/.test(name));
		expect(strange).toEqual([]);
	}

	const path = join(documents, 'note.md');
	const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
	const written = Number(/^document (\d+)/.exec(text)?.[1] ?? 0);
	expect(text).toBe(`document ${written}\n`.repeat(written));
	expect(written - (said('written').at(-1) ?? 0)).toBeOneOf([0, 5]);
	// Whatever was left beside it, the next write goes through.
	const replaces = valueOf(versionAt(path));
	valueOf(writeDocument(path, 'later\n', replaces === undefined ? {} : {replaces}));
}
