/** `kill -9` at any moment, and at each call to the system. */

import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync} from 'node:fs';
import {setTimeout as later} from 'node:timers/promises';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {patience} from '../../property.ts';
import {temporaryFolder} from '../temporary.ts';
import {bundled, startChild} from './children.ts';
import {tallyOf, times} from './results.ts';
import {expectAllSaved} from './survivors.ts';

const program = bundled('keep-saving');

function makePlace(base: string) {
	const top = mkdtempSync(join(base, 'run-'));
	const documents = join(top, 'documents');
	mkdirSync(documents);
	return {
		state: top,
		documents,
		[Symbol.dispose]() {
			rmSync(top, {recursive: true});
		},
	};
}

describe('kill -9', () => {
	it('at any moment takes nothing that was said to be saved', {timeout: patience}, async () => {
		const base = temporaryFolder();
		const tally = tallyOf('kill -9 at a random moment');
		const wanted = times(200, 1000);
		const moments = fc.sample(fc.double({min: 0, max: 25, noNaN: true}), wanted);
		let runs = 0;
		async function lane(): Promise<void> {
			for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) {
				using place = makePlace(base);
				const child = startChild([program(), place.state, '--documents', place.documents]);
				await child.line();
				await later(moment);
				const lines = await child.kill();
				tally.kept(() => expectAllSaved(lines, place.state, place.documents));
				runs++;
			}
		}

		// Two at a time: more would only wait for each other.
		await Promise.all([lane(), lane()]);
		expect(runs).toBe(wanted);
	});

	const trace = (...args: readonly string[]) => spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', ...args]);
	const canTrace = trace('true').status === 0;

	// Those that change something. Opening and closing, which Node's own start does hundreds of times, fall between them.
	it.for(['pwrite64', 'fsync', 'fdatasync', 'rename', 'link', 'unlink', 'ftruncate', 'mkdir', 'fchmod'])(
		'at each %s leaves what was there or what was to be there',
		{timeout: patience},
		(call, {skip}) => {
			if (!canTrace) skip('Left out: strace is not here or not allowed.');
			const tally = tallyOf(`kill -9 at each call of ${call}`);
			const base = temporaryFolder();
			let runs = 0;
			for (let when = 1; ; when++) {
				using place = makePlace(base);
				const {signal, status, stdout} = spawnSync(
					'strace',
					[
						...['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=KILL:when=${when}`],
						...[process.execPath, program(), place.state, '--documents', place.documents, '--answers', '10'],
					],
					{encoding: 'utf8'},
				);
				tally.kept(() => expectAllSaved(stdout.split('\n').slice(0, -1), place.state, place.documents));
				if (signal === null && status === 0) break;
				runs++;
			}

			expect(runs).toBeGreaterThan(0);
		},
	);
});
