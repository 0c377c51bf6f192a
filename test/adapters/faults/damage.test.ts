/** A draft's file is damaged in every way: what comes back is what was saved, up to some point, and the rest is kept. */

import fc from 'fast-check';
import {expect, it} from 'vitest';
import {patience} from '../../property.ts';
import {memoryDisk} from './disk.ts';
import {answer, header, storeIn, valueOf} from './drafting.ts';
import {tallyOf, times} from './results.ts';

const drafts = '/state/specwright/drafts';

type Damage = readonly [
	kind: 'cut' | 'flip' | 'zero' | 'foreign' | 'repeat' | 'drop' | 'swap' | 'double',
	at: number,
	length: number,
];

/** `at` and `length` are parts of the whole, from 0 to 1. */
function damaged(bytes: Buffer, [kind, at, length]: Damage): Buffer {
	const from = Math.floor(at * bytes.length);
	const to = Math.min(bytes.length, from + 1 + Math.floor(length * 80));
	const lines = bytes.toString('latin1').split(/(?<=\n)/);
	const line = Math.floor(at * lines.length);
	const joined = (some: readonly string[]) => Buffer.from(some.join(''), 'latin1');
	switch (kind) {
		case 'cut': {
			return bytes.subarray(0, from);
		}

		case 'flip': {
			const copy = Buffer.from(bytes);
			if (from < copy.length) copy[from]! ^= 1 << Math.floor(length * 7.99);
			return copy;
		}

		case 'zero': {
			return Buffer.from(bytes).fill(0, from, to);
		}

		case 'foreign': {
			return Buffer.concat([bytes.subarray(0, from), Buffer.from('hello\n'), bytes.subarray(from)]);
		}

		case 'repeat': {
			return Buffer.concat([bytes, bytes.subarray(from)]);
		}

		case 'drop': {
			return joined(lines.toSpliced(line, 1));
		}

		case 'swap': {
			return joined(lines.toSpliced(line, 2, ...lines.slice(line, line + 2).reverse()));
		}

		case 'double': {
			return joined(lines.toSpliced(line, 0, lines[line] ?? ''));
		}
	}
}

const kinds = ['cut', 'flip', 'zero', 'foreign', 'repeat', 'drop', 'swap', 'double'] as const;
const part = fc.double({min: 0, max: 1, noNaN: true, maxExcluded: true});

it('a damaged draft gives back no wrong answer, and nothing of it is thrown away', {timeout: patience}, () => {
	const records = Array.from({length: 8}, (_, index) => answer(`field-${index}`, `value ${index} é`.repeat(index + 1)));
	const whole = memoryDisk();
	const draft = valueOf(storeIn('/state', 1, whole.fileSystem).createDraft(header));
	for (const record of records) expect(draft.append([record])).toMatchObject({ok: true});
	draft.close();
	const path = `${drafts}/${draft.id}.jsonl`;
	const sound = whole.read(path)!;
	const tally = tallyOf('a damaged draft');
	fc.assert(
		fc.property(fc.array(fc.tuple(fc.constantFrom(...kinds), part, part), {minLength: 1, maxLength: 3}), damages => {
			tally.kept(() => {
				const bytes = damages.reduce(damaged, sound);
				const disk = memoryDisk();
				disk.fileSystem.mkdir(drafts);
				disk.write(path, bytes);
				const store = storeIn('/state', 2, disk.fileSystem);
				const opened = store.openDraft(draft.id);
				if (!opened.ok) {
					// Its first line is gone, and with it what the answers belong to: it stays as it is, to be looked at.
					expect(opened.problem.code).toBe('draft.unreadable');
					expect(disk.read(path)).toEqual(bytes);
					return;
				}

				const {length} = opened.value.records;
				expect(opened.value.records).toEqual(records.slice(0, length));
				const kept = opened.value.kept === undefined ? Buffer.alloc(0) : disk.read(opened.value.kept)!;
				expect(Buffer.concat([disk.read(path)!, kept])).toEqual(bytes);
				expect(opened.value.draft.append([answer('later', 'yes')])).toMatchObject({ok: true});
				opened.value.draft.close();
				expect(valueOf(store.readDraft(draft.id)).records).toEqual([
					...records.slice(0, length),
					answer('later', 'yes'),
				]);
			});
		}),
		{numRuns: times(2000, 200_000)},
	);
});
