/** Each call to the disk fails once, in each way: what is going on says so or goes on, and nothing that was saved is gone. */

import {describe, expect, it} from 'vitest';
import type {FileSystem} from '../../../source/adapters/file-system/index.ts';
import {readDocument, writeDocument} from '../../../source/adapters/files/index.ts';
import type {Result} from '../../../source/core/problem.ts';
import {patience} from '../../property.ts';
import {memoryDisk, type Disk} from './disk.ts';
import {answer, header, playedBack, storeIn, valueOf} from './drafting.ts';
import {failing, type Fault} from './failing.ts';
import {tallyOf, type Tally} from './results.ts';

const drafts = '/state/specwright/drafts';
const note = '/disk/note.md';
const old = 'old text\n';
const text = 'a new text\n';

/** What is on the disk before: a document and a draft with two answers that was left in order. */
function prepared(): {readonly disk: Disk; readonly id: string} {
	const disk = memoryDisk();
	disk.fileSystem.mkdir('/disk');
	disk.write(note, Buffer.from(old));
	const draft = valueOf(storeIn('/state', 1, disk.fileSystem).createDraft(header));
	expect(draft.append([answer('a', 'one'), answer('b', 'two')])).toMatchObject({ok: true});
	draft.close();
	return {disk, id: draft.id};
}

type Going = {
	/** What is done while the disk fails. */
	readonly act: () => Result<unknown>;
	/** What must work in the same session once the disk is well again; by itself it is done again. */
	readonly again?: () => Result<unknown>;
};

/** By what is done: the preparation, on a disk that is still well. */
const deeds: Readonly<Record<string, (fileSystem: FileSystem, id: string, disk: Disk) => Going>> = {
	'making a draft': fileSystem => ({act: () => storeIn('/state', 2, fileSystem).createDraft(header)}),
	'saving an answer'(fileSystem, id) {
		const {draft} = valueOf(storeIn('/state', 2, fileSystem).openDraft(id));
		return {act: () => draft.append([answer('a', 'changed')])};
	},
	'opening a draft': (fileSystem, id) => ({act: () => storeIn('/state', 2, fileSystem).openDraft(id)}),
	'opening a draft whose holder was killed'(fileSystem, id, disk) {
		valueOf(storeIn('/state', 1, disk.fileSystem).openDraft(id));
		return {act: () => storeIn('/state', 2, fileSystem).openDraft(id)};
	},
	'opening a draft with a torn end'(fileSystem, id, disk) {
		const path = `${drafts}/${id}.jsonl`;
		disk.write(path, Buffer.concat([disk.read(path)!, Buffer.from('0123 torn')]));
		return {act: () => storeIn('/state', 2, fileSystem).openDraft(id)};
	},
	'taking a draft over, which writes it anew'(fileSystem, id) {
		const store = storeIn('/state', 2, fileSystem);
		valueOf(store.openDraft(id));
		return {act: () => store.openDraft(id, 100)};
	},
	'closing a draft'(fileSystem, id) {
		const {draft} = valueOf(storeIn('/state', 2, fileSystem).openDraft(id));
		return {
			act() {
				draft.close();
				return {ok: true, value: undefined};
			},
		};
	},
	'looking through the drafts': (fileSystem, id) => ({
		act() {
			const store = storeIn('/state', 2, fileSystem);
			const read = store.readDraft(id);
			const listed = store.listDrafts();
			const swept = store.sweep();
			return [read, listed, swept].find(({ok}) => !ok) ?? read;
		},
	}),
	'replacing a document'(fileSystem) {
		const write = (): Result<unknown> => {
			const read = readDocument(note, {fileSystem});
			return read.ok ? writeDocument(note, text, {fileSystem, replaces: read.value.version}) : read;
		};
		return {act: write};
	},
	'writing a new document in a new folder': fileSystem => ({
		act: () => writeDocument('/disk/new/folder/note.md', text, {fileSystem, makeFolders: true}),
		// Where only what follows the writing failed, it stands there already.
		again: () => {
			const path = '/disk/new/folder/note.md';
			const read = readDocument(path, {fileSystem});
			return writeDocument(path, text, {
				fileSystem,
				makeFolders: true,
				...(read.ok ? {replaces: read.value.version} : {}),
			});
		},
	}),
};

/** The state of what was saved before, as the next start of the program finds it; throws where something of it is gone. */
function expectNothingLost(
	{disk, id}: {readonly disk: Disk; readonly id: string},
	deed: string,
	isDone: boolean,
): void {
	const {records} = valueOf(storeIn('/state', 9, disk.fileSystem).readDraft(id));
	const [before, after] = [
		{a: 'one', b: 'two'},
		{a: 'changed', b: 'two'},
	];
	if (deed === 'saving an answer') {
		expect(isDone ? [after] : [before, after]).toContainEqual(playedBack(records));
	} else {
		expect(playedBack(records)).toEqual(before);
	}

	const found = disk.read(note)?.toString();
	if (deed === 'replacing a document') {
		expect(isDone ? [text] : [old, text]).toContain(found);
	} else {
		expect(found).toBe(old);
	}

	const made = disk.read('/disk/new/folder/note.md')?.toString();
	if (deed.startsWith('writing a new document')) expect(isDone ? [text] : [undefined, text]).toContain(made);
}

/** One failure. Gives whether it was told; undefined where the deed has fewer calls. */
function tryOnce(deed: string, fault: Omit<Fault, 'call'>, tally: Tally): boolean | undefined {
	const there = prepared();
	const {disk, id} = there;
	const faulty = failing({call: 'any', ...fault}, disk.fileSystem);
	faulty.heal();
	const going = deeds[deed]!(faulty.fileSystem, id, disk);
	faulty.start();
	const result = going.act();
	if (faulty.calls() < fault.at) return undefined;
	if (!result.ok) {
		expect(result.problem).toMatchObject({code: expect.stringMatching(/^(?:draft|file)\./), exit: expect.any(Number)});
		expect(result.problem.summary).not.toBe('');
	}

	tally.kept(() => expectNothingLost(there, deed, result.ok));
	faulty.heal();
	// A draft that was opened at last is held by this very session, and one that was closed stays so.
	const isHeld = result.ok && /^(?:opening|taking)/.test(deed);
	if (!isHeld) expect((going.again ?? going.act)()).toMatchObject({ok: true});
	// The next start: everything opens, saves, and nothing is left lying about.
	const store = storeIn('/state', 9, disk.fileSystem);
	const {drafts: all, unreadable} = valueOf(store.listDrafts());
	expect(unreadable).toEqual([]);
	for (const {id: each} of all) {
		const {draft} = valueOf(store.openDraft(each));
		expect(draft.append([answer('later', 'yes')])).toMatchObject({ok: true});
		draft.close();
	}

	valueOf(store.sweep());
	const strange = disk.names(drafts).filter(name => !/^[\da-f]{12}\.(?:jsonl|corrupt-[\d-]+)$/.test(name));
	expect(strange).toEqual([]);
	return !result.ok;
}

describe('where any call to the disk fails', () => {
	it.each(Object.keys(deeds))('%s says so or goes on, and loses nothing', {timeout: patience}, deed => {
		const tally = tallyOf(`a call to the disk fails: ${deed}`);
		let [tried, told] = [0, 0];
		for (const code of ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EXDEV', 'EINTR']) {
			for (const how of [{}, {lasting: true}, {partly: 3}, {partly: 3, lasting: true}]) {
				for (let at = 1; ; at++) {
					const wasTold = tryOnce(deed, {at, code, ...how}, tally);
					if (wasTold === undefined) break;
					tried++;
					if (wasTold) told++;
				}
			}
		}

		expect(tried).toBeGreaterThan(20);
		if (deed !== 'closing a draft') expect(told).toBeGreaterThan(0);
	});
});
