/** The power goes at every moment, with every choice of what had reached the disk by then. */

import {describe, expect, it} from 'vitest';
import {writeDocument} from '../../../source/adapters/files/index.ts';
import type {FileSystem} from '../../../source/adapters/file-system/index.ts';
import type {DraftRecord} from '../../../source/core/wizard/types.ts';
import {patience} from '../../property.ts';
import {memoryDisk, type Disk} from './disk.ts';
import {answer, header, playedBack, storeIn, valueOf} from './drafting.ts';
import {tallyOf, type Tally} from './results.ts';

const drafts = '/state/specwright/drafts';

/** Each choice of what survives: yes, no or half for each change; where these are too many, as many as there is time for. */
function* choices(count: number): Generator<(index: number) => boolean | 'half'> {
	const fates = [false, true, 'half'] as const;
	const all = 3 ** count;
	const most = 250;
	for (let at = 0; at < Math.min(all, most); at++) {
		// A large prime's multiples spread over all choices where not each can be tried.
		const choice = all <= most ? at : (at * 982_451_653) % all;
		yield index => fates[Math.floor(choice / 3 ** index) % 3]!;
	}
}

/** Calls `look` with each disk that may be found if the power goes before one of the calls made by `work`, or after it. */
function losingPower(
	disk: Disk,
	work: (fileSystem: FileSystem) => void,
	look: (left: Disk) => void,
	tally: Tally,
): number {
	let runs = 0;
	const failed: unknown[] = [];
	const lose = () => {
		for (const survives of choices(disk.waiting())) {
			runs++;
			try {
				tally.kept(() => look(disk.afterPowerLoss(survives)));
			} catch (error) {
				// Thrown here, it would be a failure of the disk to the program.
				failed.push(error);
			}
		}
	};
	let waiting = disk.waiting();
	const entries = Object.entries(disk.fileSystem).map(([name, call]) => [
		name,
		(...args: unknown[]): unknown => {
			const result = (call as (...all: unknown[]) => unknown)(...args);
			if (disk.waiting() !== waiting) lose();
			waiting = disk.waiting();
			return result;
		},
	]);
	work(Object.fromEntries(entries) as FileSystem);
	lose();
	if (failed.length > 0) throw failed[0];
	return runs;
}

describe('a loss of power', () => {
	it('takes no answer that was said to be saved, and leaves each draft readable', {timeout: patience}, () => {
		const disk = memoryDisk();
		/** By draft: what was said to be saved, and what is being saved. */
		const known = new Map<string, {saved: readonly DraftRecord[]; going: readonly DraftRecord[]}>();

		function look(left: Disk): void {
			for (const [id, {saved, going}] of known) {
				const may = [going.length, ...going.keys()].map(count => playedBack([...saved, ...going.slice(0, count)]));
				const store = storeIn('/state', 99, left.fileSystem);
				const opened = valueOf(store.openDraft(id));
				expect(may).toContainEqual(playedBack(opened.records));
				const now = {...playedBack(opened.records), later: 'yes'};
				expect(opened.draft.append([answer('later', 'yes')])).toMatchObject({ok: true});
				opened.draft.close();
				expect(playedBack(valueOf(store.readDraft(id)).records)).toEqual(now);
			}
		}

		function save(
			draft: {id: string; append: (records: readonly DraftRecord[]) => unknown},
			going: DraftRecord[],
		): void {
			const {saved} = known.get(draft.id)!;
			known.set(draft.id, {saved, going});
			expect(draft.append(going)).toMatchObject({ok: true});
			known.set(draft.id, {saved: [...saved, ...going], going: []});
		}

		const lost = losingPower(
			disk,
			fileSystem => {
				let draft = valueOf(storeIn('/state', 1, fileSystem).createDraft(header));
				known.set(draft.id, {saved: [], going: []});
				save(draft, [answer('a', 'one')]);
				save(draft, [answer('b', 'two'), answer('c', 'three')]);
				draft.close();

				// Opened again; then taken from whoever has it, which writes it anew, after its end was torn.
				draft = valueOf(storeIn('/state', 2, fileSystem).openDraft(draft.id)).draft;
				save(draft, [answer('a', 'four')]);
				const path = `${drafts}/${draft.id}.jsonl`;
				disk.write(path, Buffer.concat([disk.read(path)!, Buffer.from('1234 torn')]));
				draft = valueOf(storeIn('/state', 2, fileSystem).openDraft(draft.id, 100)).draft;
				save(draft, [answer('d', 'five')]);

				const second = valueOf(storeIn('/state', 5, fileSystem).createDraft(header));
				known.set(second.id, {saved: [], going: []});
				save(second, [answer('a', 'seven')]);
			},
			look,
			tallyOf('the power goes while answering (model)'),
		);
		expect(lost).toBeGreaterThan(1000);
	});

	it('leaves a document as it was or as it was written, and what was said to be written stays', () => {
		const disk = memoryDisk();
		disk.fileSystem.mkdir('/disk');
		disk.write('/beside.md', Buffer.from('forces its folder to the disk\n'));
		disk.write('/disk/there.md', Buffer.from('old text\n'));
		/** By path: the texts that may be found there. */
		const known = new Map<string, readonly (string | undefined)[]>([['/disk/there.md', ['old text\n']]]);
		const lost = losingPower(
			disk,
			fileSystem => {
				const write = (path: string, text: string, replaces?: string): string => {
					known.set(path, [known.get(path)?.[0], text]);
					const {version} = valueOf(
						writeDocument(path, text, {fileSystem, makeFolders: true, ...(replaces === undefined ? {} : {replaces})}),
					);
					known.set(path, [text]);
					return version;
				};
				let version = write('/disk/docs/new/first.md', 'first\n');
				version = write('/disk/docs/new/first.md', 'first, changed\n', version);
				write('/disk/docs/new/first.md', 'changed again\n', version);
				write('/disk/second.md', 'second\n');
			},
			left => {
				for (const [path, texts] of known) expect(texts).toContain(left.read(path)?.toString());
			},
			tallyOf('the power goes while writing (model)'),
		);
		expect(lost).toBeGreaterThan(100);
	});
});
