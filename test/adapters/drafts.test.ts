import fs from 'node:fs';
import {hostname} from 'node:os';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	draftStore,
	realProcesses,
	type DraftHeader,
	type DraftStoreOptions,
} from '../../source/adapters/drafts/index.ts';
import type {DraftRecord} from '../../source/core/wizard/types.ts';
import {failing, watched} from './faults/failing.ts';
import {temporaryFolder} from './temporary.ts';
import {runs} from '../property.ts';

const header: DraftHeader = {
	app: '1.2.3',
	template: {name: 'note', version: '1.0.0', hash: 'abcdef012345', origin: 'bundled', source: '# <title>\r\n\uFEFFé'},
	root: '/project',
	target: 'docs/note.md',
	created: '2026-03-09T10:00:00+01:00',
};

function answer(id: string, value: string): DraftRecord {
	return {type: 'answer', id, answer: {state: 'answered', value}};
}

/** A store in a folder of its own, with a clock that goes a minute with each look. */
function makeStore(options: Partial<DraftStoreOptions> = {}, state = temporaryFolder()) {
	let minutes = 0;
	const now = () => {
		minutes += 1;
		return new Date(Date.UTC(2026, 2, 9, 10, minutes)).toISOString();
	};
	const store = draftStore({now, environment: {XDG_STATE_HOME: state}, ...options});
	return {store, state, folder: join(state, 'specwright', 'drafts')};
}

function valueOf<T>(result: {ok: true; value: T} | {ok: false; problem: unknown}): T {
	expect(result).toMatchObject({ok: true});
	return (result as {value: T}).value;
}

describe('a draft', () => {
	it('gives back its header and its records in order', () => {
		const {store} = makeStore();
		const draft = valueOf(store.createDraft(header));
		const records: DraftRecord[] = [
			answer('summary', 'several\nlines\r\n"quoted" \u2028 é 🎉'),
			{type: 'place', id: 'summary'},
			{type: 'count', repeat: 'risk', instances: 3},
			{type: 'mark', id: 'scope', mark: 'deferred'},
			{type: 'answer', id: 'summary'},
			{type: 'target', path: 'docs/other.md'},
		];
		expect(draft.append(records.slice(0, 2))).toMatchObject({ok: true, value: {at: expect.any(String)}});
		expect(draft.append(records.slice(2))).toMatchObject({ok: true});
		draft.close();
		const opened = valueOf(store.openDraft(draft.id));
		expect(opened).toMatchObject({header, records, torn: false, fromCrash: false});
		expect(opened.kept).toBeUndefined();
		opened.draft.close();
	});

	it('has its answers in the order they were given in, whatever the clock says', () => {
		const times = ['2026-03-09T10:00:00Z', '1970-01-01T00:00:00Z', '2099-12-31T23:59:59Z', '2026-03-09T09:00:00Z'];
		let at = 0;
		const {store} = makeStore({now: () => times[at++ % times.length]!});
		const draft = valueOf(store.createDraft(header));
		const records = ['first', 'second', 'third', 'last'].map(value => answer('a', value));
		for (const record of records) draft.append([record]);
		draft.close();
		fs.utimesSync(draft.path, new Date('2099-01-01'), new Date('2099-01-01'));
		const opened = valueOf(store.openDraft(draft.id));
		expect(opened).toMatchObject({records, torn: false});
		opened.draft.close();
	});

	it('is its owner’s alone', () => {
		const {store, folder, state} = makeStore();
		fs.mkdirSync(folder, {recursive: true, mode: 0o755});
		const draft = valueOf(store.createDraft(header));
		expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
		expect(fs.statSync(draft.path).mode & 0o777).toBe(0o600);
		draft.close();
		fs.chmodSync(draft.path, 0o644);
		valueOf(store.openDraft(draft.id)).draft.close();
		expect(fs.statSync(draft.path).mode & 0o777).toBe(0o600);
		fs.renameSync(folder, `${folder}-moved`);
		fs.symlinkSync(`${folder}-moved`, folder);
		expect(makeStore({}, state).store.createDraft(header)).toMatchObject({
			ok: false,
			problem: {code: 'draft.unsafe-folder', exit: 6},
		});
	});

	it('keeps keys that mean something to JavaScript as keys', () => {
		const {store} = makeStore();
		const draft = valueOf(store.createDraft(header));
		const value = JSON.parse('[{"__proto__": "x", "constructor": "y"}]') as never;
		draft.append([{type: 'answer', id: '__proto__', answer: {state: 'answered', value}}]);
		const [record] = valueOf(store.readDraft(draft.id)).records as unknown as readonly [
			{id: string; answer: {value: readonly object[]}},
		];
		draft.close();
		expect(record.id).toBe('__proto__');
		const [row] = record.answer.value;
		expect(Object.keys(row!)).toEqual(['__proto__', 'constructor']);
		expect(Object.getPrototypeOf(row)).toBeNull();
	});

	it('is found by the beginning of its id, when no other begins so', () => {
		const {store} = makeStore();
		const first = valueOf(store.createDraft(header));
		expect(valueOf(store.readDraft(first.id.slice(0, 4))).id).toBe(first.id);
		expect(store.readDraft('zzz')).toMatchObject({ok: false, problem: {code: 'draft.unknown', exit: 2}});
		expect(store.readDraft('../../etc/passwd')).toMatchObject({ok: false, problem: {code: 'draft.unknown', exit: 2}});
		valueOf(store.createDraft(header)).close();
		expect(store.readDraft('')).toMatchObject({ok: false});
		first.close();
	});

	it('made by a newer program is left as it is', () => {
		const {store} = makeStore();
		const draft = valueOf(store.createDraft(header));
		draft.close();
		// A header of format 2 with its right sum, as a later version would write it.
		const line = fs.readFileSync(draft.path, 'utf8').slice(9, -1).replace('"format":1', '"format":2');
		fs.writeFileSync(draft.path, `${crc(line)} ${line}\n`);
		const before = fs.readFileSync(draft.path);
		expect(store.openDraft(draft.id)).toMatchObject({ok: false, problem: {code: 'draft.newer', exit: 3}});
		expect(fs.readFileSync(draft.path)).toEqual(before);
		expect(valueOf(store.listDrafts()).unreadable).toMatchObject([{id: draft.id, problem: {code: 'draft.newer'}}]);
	});

	it('is shortened when it got long, and says the same', () => {
		const {store} = makeStore();
		const draft = valueOf(store.createDraft(header));
		for (let round = 0; round < 25; round += 1) {
			draft.append(Array.from({length: 100}, (_, index) => answer(`field-${index}`, `${round}`)));
		}

		draft.append([{type: 'place', id: 'field-7'}]);
		draft.close();
		const long = fs.statSync(draft.path).size;
		const opened = valueOf(store.openDraft(draft.id));
		expect(opened.records).toEqual([
			...Array.from({length: 100}, (_, index) => answer(`field-${index}`, '24')),
			{type: 'place', id: 'field-7'},
		]);
		expect(fs.statSync(draft.path).size).toBeLessThan(long / 10);
		opened.draft.append([answer('field-0', 'later')]);
		opened.draft.close();
		expect(valueOf(store.readDraft(draft.id)).records.at(-1)).toEqual(answer('field-0', 'later'));
	});
});

function crc(text: string): string {
	let sum = 0xffffffff;
	for (const byte of Buffer.from(text)) {
		sum ^= byte;
		for (let bit = 0; bit < 8; bit += 1) {
			sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
		}
	}

	return ((sum ^ 0xffffffff) >>> 0).toString(16).padStart(8, '0');
}

describe('damage', () => {
	it('costs at most what stands behind it, and what is cut off is kept', () => {
		const {store, folder} = makeStore();
		const draft = valueOf(store.createDraft(header));
		const records = Array.from({length: 8}, (_, index) => answer(`field-${index}`, `value ${index}`));
		for (const record of records) {
			draft.append([record]);
		}

		draft.close();
		const whole = fs.readFileSync(draft.path);
		const headerSize = whole.indexOf(0x0a) + 1;
		fc.assert(
			fc.property(
				fc.integer({min: headerSize, max: whole.length - 1}),
				fc.constantFrom('cut', 'flip', 'zero', 'foreign', 'repeat'),
				fc.integer({min: 1, max: 255}),
				(at, kind, byte) => {
					const damaged =
						kind === 'cut'
							? whole.subarray(0, at)
							: kind === 'foreign'
								? Buffer.concat([whole.subarray(0, at), Buffer.from('hello\n'), whole.subarray(at)])
								: kind === 'repeat'
									? Buffer.concat([whole, whole.subarray(at)])
									: Buffer.from(whole);
					if (kind === 'flip') {
						damaged[at]! ^= byte;
					} else if (kind === 'zero') {
						damaged.fill(0, at, Math.min(at + 20, damaged.length));
					}

					fs.writeFileSync(draft.path, damaged);
					const opened = valueOf(store.openDraft(draft.id));
					const {length} = opened.records;
					expect(opened.records).toEqual(records.slice(0, length));
					const lines = whole.subarray(0, at).toString().split('\n').length - 2;
					expect(length).toBeGreaterThanOrEqual(Math.min(lines, records.length));
					if (opened.kept !== undefined) {
						const kept = fs.readFileSync(opened.kept);
						expect(Buffer.concat([fs.readFileSync(draft.path), kept])).toEqual(Buffer.from(damaged));
						expect(fs.statSync(opened.kept).mode & 0o777).toBe(0o600);
					}

					// What is saved from now on is readable.
					expect(opened.draft.append([answer('after', 'damage')])).toMatchObject({ok: true});
					opened.draft.close();
					expect(valueOf(store.readDraft(draft.id)).records).toEqual([
						...records.slice(0, length),
						answer('after', 'damage'),
					]);
				},
			),
			{numRuns: runs(250)},
		);
		expect(fs.readdirSync(folder).some(name => name.endsWith('.tmp'))).toBe(false);
	});

	it('of the beginning is told, and nothing is thrown away', () => {
		const {store} = makeStore();
		const draft = valueOf(store.createDraft(header));
		draft.close();
		for (const bytes of ['', 'hello\n', '\0\0\0', '00000000 {}\n']) {
			fs.writeFileSync(draft.path, bytes);
			expect(store.openDraft(draft.id)).toMatchObject({ok: false, problem: {code: 'draft.unreadable', exit: 3}});
			expect(fs.readFileSync(draft.path, 'utf8')).toBe(bytes);
		}
	});
});

describe('a failing disk', () => {
	it.each(['ENOSPC', 'EIO'])('is told (%s), keeps what was saved, and saves again when it can', code => {
		for (const call of ['write', 'fdatasync', 'fstat'] as const) {
			for (const partly of [undefined, 5]) {
				const fault = failing({call, at: 4, code, lasting: true, ...(partly === undefined ? {} : {partly})});
				const {store, state} = makeStore({fileSystem: fault.fileSystem});
				const created = store.createDraft(header);
				const draft = valueOf(created);
				const acknowledged: DraftRecord[] = [];
				let failures = 0;
				for (let count = 0; count < 6; count += 1) {
					const record = answer('field', `${count}`);
					const saved = draft.append([record]);
					if (saved.ok) {
						acknowledged.push(record);
					} else {
						failures += 1;
						expect(saved.problem).toMatchObject({code: `draft.${code.toLowerCase()}`, exit: 3});
						expect(saved.problem.summary).toContain('Could not write the draft');
					}
				}

				expect(failures).toBeGreaterThan(0);
				expect(valueOf(makeStore({}, state).store.readDraft(draft.id))).toMatchObject({
					records: acknowledged,
					torn: false,
				});
				fault.heal();
				const later = answer('field', 'later');
				expect(draft.append([later])).toMatchObject({ok: true});
				draft.close();
				expect(valueOf(makeStore({}, state).store.readDraft(draft.id)).records).toEqual([...acknowledged, later]);
			}
		}
	});

	it('that can not even cut off what it wrote is mended by writing anew', () => {
		const {store, state, folder} = makeStore();
		const id = valueOf(store.createDraft(header)).id;
		const write = failing({call: 'write', at: 2, code: 'ENOSPC', partly: 7, lasting: true});
		let cutFails = false;
		const fileSystem = {
			...write.fileSystem,
			ftruncate(fd: number, size: number) {
				if (cutFails) {
					throw Object.assign(new Error('EIO'), {code: 'EIO'});
				}

				write.fileSystem.ftruncate(fd, size);
			},
		};
		fs.unlinkSync(join(folder, `${id}.lock`));
		const {draft} = valueOf(makeStore({fileSystem}, state).store.openDraft(id));
		cutFails = true;
		// The first write of all is the lock's own.
		expect(draft.append([answer('a', 'one')])).toMatchObject({ok: false});
		write.heal();
		expect(draft.append([answer('a', 'two')])).toMatchObject({ok: true});
		expect(draft.append([answer('a', 'three')])).toMatchObject({ok: true});
		draft.close();
		expect(valueOf(store.readDraft(id))).toMatchObject({
			records: [answer('a', 'two'), answer('a', 'three')],
			torn: false,
		});
	});

	it('whose draft was removed under it writes it anew', () => {
		const {store} = makeStore();
		const draft = valueOf(store.createDraft(header));
		draft.append([answer('a', 'one')]);
		fs.unlinkSync(draft.path);
		expect(draft.append([answer('a', 'two')])).toMatchObject({ok: true});
		draft.close();
		expect(valueOf(store.readDraft(draft.id)).records).toEqual([answer('a', 'one'), answer('a', 'two')]);
	});

	it('or no place at all is a problem, never an exception', () => {
		for (const environment of [
			{},
			{HOME: ''},
			{HOME: 'relative'},
			{HOME: '/dev/null/none'},
			{XDG_STATE_HOME: '/dev/null'},
		]) {
			const store = draftStore({now: () => '2026-01-01T00:00:00Z', environment, platform: 'linux'});
			expect(store.createDraft(header)).toMatchObject({ok: false, problem: {exit: 3}});
			expect(store.openDraft('abc')).toMatchObject({ok: false});
			expect(store.removeDraft('abc')).toMatchObject({ok: false});
		}

		for (const call of ['mkdir', 'open', 'write', 'fsync', 'link'] as const) {
			const {store, folder} = makeStore({fileSystem: failing({call, at: 1, code: 'EIO', lasting: true}).fileSystem});
			expect(store.createDraft(header)).toMatchObject({ok: false, problem: {exit: 3}});
			expect(fs.existsSync(folder) ? fs.readdirSync(folder) : []).toEqual([]);
		}
	});
});

describe('where drafts lie', () => {
	it.each([
		['linux', {HOME: '/home/a'}, '/home/a/.local/state/specwright/drafts'],
		['linux', {HOME: '/home/a', XDG_STATE_HOME: '/state'}, '/state/specwright/drafts'],
		['linux', {HOME: '/home/a', XDG_STATE_HOME: 'relative'}, '/home/a/.local/state/specwright/drafts'],
		['darwin', {HOME: '/Users/a'}, '/Users/a/Library/Application Support/specwright/drafts'],
		['win32', {LOCALAPPDATA: String.raw`C:\a`}, String.raw`C:\a\specwright\drafts`],
	] as const)('on %s with %j', (platform, environment, folder) => {
		expect(draftStore({now: () => '', environment, platform}).folder).toBe(folder);
	});
});

describe('listing and removing', () => {
	it('lists the newest first and says which are open or finished', () => {
		const {store, state} = makeStore();
		const [first, second, third] = [1, 2, 3].map(() => valueOf(store.createDraft(header)));
		second!.append([answer('a', 'one')]);
		third!.append([answer('a', 'one')]);
		third!.markWritten('docs/note.md', 'abc');
		first!.append([answer('a', 'one')]);
		second!.close();
		third!.close();
		fs.writeFileSync(join(store.folder!, 'notes.txt'), 'not a draft');
		const {drafts, unreadable} = valueOf(makeStore({}, state).store.listDrafts());
		expect(drafts.map(({id}) => id)).toEqual([first!.id, third!.id, second!.id]);
		expect(drafts.map(({finished}) => finished)).toEqual([false, true, false]);
		expect(drafts.map(({holder}) => holder?.pid)).toEqual([process.pid, undefined, undefined]);
		expect(unreadable).toEqual([]);
		first!.close();
	});

	it('finds none where there is no folder', () => {
		expect(makeStore().store.listDrafts()).toEqual({ok: true, value: {drafts: [], unreadable: []}});
	});

	it('removes what nobody has open, with everything that belongs to it', () => {
		const {store, folder} = makeStore();
		const draft = valueOf(store.createDraft(header));
		expect(store.removeDraft(draft.id)).toMatchObject({ok: false, problem: {code: 'draft.locked', exit: 5}});
		draft.close();
		fs.appendFileSync(draft.path, 'torn');
		valueOf(store.openDraft(draft.id)).draft.close();
		expect(fs.readdirSync(folder).length).toBe(2);
		expect(store.removeDraft(draft.id)).toEqual({ok: true, value: undefined});
		expect(fs.readdirSync(folder)).toEqual([]);
	});

	it('sweeps finished drafts after 14 days, and no others', () => {
		let day = 1;
		const {store, folder} = makeStore({now: () => new Date(Date.UTC(2026, 0, day, 12)).toISOString()});
		const [finished, changedAfter, open] = [1, 2, 3].map(() => valueOf(store.createDraft(header)));
		for (const draft of [finished!, changedAfter!]) {
			draft.append([answer('a', 'one')]);
			draft.markWritten('note.md');
		}

		changedAfter!.append([answer('a', 'two')]);
		for (const draft of [finished!, changedAfter!, open!]) {
			draft.close();
		}

		const left = join(folder, '.specwright-0123456789abcdef.tmp');
		fs.writeFileSync(left, '');
		fs.utimesSync(left, new Date('2025-01-01'), new Date('2025-01-01'));
		day = 14;
		expect(store.sweep()).toEqual({ok: true, value: []});
		day = 17;
		expect(store.sweep()).toEqual({ok: true, value: [finished!.id]});
		expect(fs.existsSync(left)).toBe(false);
		expect(valueOf(store.listDrafts()).drafts).toHaveLength(2);
	});
});

describe('the lock', () => {
	const elsewhere = {...realProcesses.self(), host: 'another-host'};

	function lockedBy(holder: object | string) {
		const {store, folder, state} = makeStore();
		const draft = valueOf(store.createDraft(header));
		draft.close();
		const path = join(folder, `${draft.id}.lock`);
		const content = typeof holder === 'string' ? holder : JSON.stringify({...holder, nonce: 'a'.repeat(24)});
		fs.writeFileSync(path, content);
		return {store, state, folder, id: draft.id, path, content};
	}

	it('keeps a second one out and names the process', () => {
		const {store} = makeStore();
		const draft = valueOf(store.createDraft(header));
		const second = store.openDraft(draft.id);
		expect(second).toMatchObject({
			ok: false,
			problem: {code: 'draft.locked', exit: 5, summary: expect.stringContaining(String(process.pid))},
		});
		draft.close();
		draft.close();
		valueOf(store.openDraft(draft.id)).draft.close();
		expect(draft.append([answer('a', 'b')])).toMatchObject({ok: false});
	});

	it.each([
		['a process that no longer runs', {...realProcesses.self(), pid: 2 ** 22 - 3}],
		['a process number that was used again', {...realProcesses.self(), start: '1'}],
		['before the machine was started again', {...realProcesses.self(), boot: 'another'}],
		['a damaged file', 'not json'],
		['an empty file', ''],
	])('left by %s is taken over at once', (_what, holder) => {
		const {store, id, folder} = lockedBy(holder);
		const opened = valueOf(store.openDraft(id));
		expect(opened.fromCrash).toBe(true);
		expect(store.openDraft(id)).toMatchObject({ok: false, problem: {code: 'draft.locked'}});
		opened.draft.close();
		expect(fs.readdirSync(folder)).toEqual([`${id}.jsonl`]);
	});

	it('of another machine is left alone', () => {
		const {store, id, path, content} = lockedBy(elsewhere);
		expect(store.openDraft(id)).toMatchObject({
			ok: false,
			problem: {
				code: 'draft.locked-elsewhere',
				exit: 5,
				summary: expect.stringContaining('another-host'),
				next: expect.stringContaining(path),
			},
		});
		expect(fs.readFileSync(path, 'utf8')).toBe(content);
		expect(hostname()).not.toBe('another-host');
	});

	it('is given up to whoever takes it over, and then never writes again', () => {
		const {store} = makeStore();
		const first = valueOf(store.createDraft(header));
		valueOf(first.append([answer('a', 'mine')]));
		expect(store.openDraft(first.id, process.pid + 1)).toMatchObject({ok: false, problem: {code: 'draft.locked'}});
		const second = valueOf(store.openDraft(first.id, process.pid));
		expect(second).toMatchObject({records: [answer('a', 'mine')], fromCrash: false});
		const refusal = {ok: false, problem: {code: 'draft.taken', exit: 5}};
		expect(first.append([answer('a', 'lost')])).toMatchObject(refusal);
		valueOf(second.draft.append([answer('b', 'theirs')]));
		second.draft.close();
		// Also when nobody holds it any more.
		expect(first.append([answer('a', 'lost')])).toMatchObject(refusal);
		first.close();
		expect(valueOf(store.readDraft(first.id)).records).toEqual([answer('a', 'mine'), answer('b', 'theirs')]);
	});

	it('may be taken over at any moment of a save: what was said to be saved is there', () => {
		for (let moment = 1, isOver = false; !isOver; moment++) {
			const state = temporaryFolder();
			let left = Number.POSITIVE_INFINITY;
			let taken: ReturnType<typeof store.openDraft> | undefined;
			const {store} = makeStore({}, state);
			const fileSystem = watched(() => {
				if (--left === 0) taken = store.openDraft(first.id, process.pid);
			});
			const first = valueOf(makeStore({fileSystem}, state).store.createDraft(header));
			left = moment;
			const saved = first.append([answer('a', 'mine')]);
			isOver = taken === undefined;
			const second = valueOf(taken ?? store.openDraft(first.id, process.pid));
			valueOf(second.draft.append([answer('b', 'theirs')]));
			expect(first.append([answer('a', 'lost')])).toMatchObject({ok: false});
			second.draft.close();
			const {records, torn} = valueOf(store.readDraft(first.id));
			expect(torn).toBe(false);
			expect(records).toContainEqual(answer('b', 'theirs'));
			if (saved.ok) expect(records).toContainEqual(answer('a', 'mine'));
			expect(records).not.toContainEqual(answer('a', 'lost'));
		}
	});

	it('is taken over also where a takeover died half way', () => {
		const dead = {...realProcesses.self(), pid: 2 ** 22 - 3};
		const {store, id, path, folder} = lockedBy(dead);
		fs.writeFileSync(`${path}.takeover-${'a'.repeat(24)}`, JSON.stringify({...dead, nonce: 'b'.repeat(24)}));
		const opened = valueOf(store.openDraft(id));
		opened.draft.close();
		expect(fs.readdirSync(folder)).toEqual([`${id}.jsonl`]);
	});

	it('works where there are no hard links', () => {
		const {store} = makeStore({fileSystem: failing({call: 'link', at: 1, code: 'ENOTSUP', lasting: true}).fileSystem});
		const draft = valueOf(store.createDraft(header));
		expect(store.openDraft(draft.id)).toMatchObject({ok: false, problem: {code: 'draft.locked'}});
		draft.close();
		valueOf(store.openDraft(draft.id)).draft.close();
	});
});
