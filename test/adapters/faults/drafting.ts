/** Drafts for the fault tests: what goes into them and what came back. */

import {expect} from 'vitest';
import {draftStore, type DraftHeader, type DraftStore, type Processes} from '../../../source/adapters/drafts/index.ts';
import type {FileSystem} from '../../../source/adapters/file-system/index.ts';
import type {Result} from '../../../source/core/problem.ts';
import type {DraftRecord} from '../../../source/core/wizard/types.ts';

export const header: DraftHeader = {
	app: '0.0.0',
	template: {name: 'note', hash: '0'.repeat(12), origin: 'file', source: '# <title>\n\nSay what it is.\n'},
	root: '/project',
	created: '2026-01-01T00:00:00Z',
};

export function answer(id: string, value: string): DraftRecord {
	return {type: 'answer', id, answer: {state: 'answered', value}};
}

/** Processes of which the one that asks runs, and those that ran in an earlier `life` no longer do. */
function livingSince(life: number): Processes {
	const self = {pid: 100, start: String(life), boot: 'boot', host: 'here'};
	return {self: () => self, look: mark => (mark.start === self.start ? 'alive' : 'dead')};
}

/** The drafts in `state` as the program sees them that is started for the `life`-th time. */
export function storeIn(state: string, life: number, fileSystem?: FileSystem): DraftStore {
	return draftStore({
		now: () => '2026-01-09T10:00:00Z',
		environment: {XDG_STATE_HOME: state},
		platform: 'linux',
		processes: livingSince(life),
		...(fileSystem && {fileSystem}),
	});
}

/** What the records come to: the last answer of each field. */
export function playedBack(records: readonly DraftRecord[]): Readonly<Record<string, string>> {
	return Object.fromEntries(
		records.flatMap(record =>
			record.type === 'answer' && record.answer?.state === 'answered' && typeof record.answer.value === 'string'
				? [[record.id, record.answer.value]]
				: [],
		),
	);
}

/** The value, or the test fails with the problem. */
export function valueOf<T>(result: Result<T>): T {
	expect(result).toMatchObject({ok: true});
	return (result as {value: T}).value;
}
