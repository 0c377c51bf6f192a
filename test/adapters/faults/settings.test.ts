/** Calls to the disk that fail, or in which the program is killed, while it writes settings: the file is the old or the new one. */

import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {program} from '../../commands/run-program.ts';
import {patience} from '../../property.ts';
import {temporaryFolder} from '../temporary.ts';
import {tallyOf} from './results.ts';

const trace = (...args: readonly string[]) => spawnSync('strace', ['-f', '-qq', '-o', '/dev/null', ...args]);
const canTrace = trace('true').status === 0;

/** Those that change something, with what may come of them; a write that says it took a part and took none, too. */
const calls = {
	pwrite64: ['error=ENOSPC', 'error=EIO', 'retval=5', 'signal=KILL'],
	fsync: ['error=EIO', 'signal=KILL'],
	chmod: ['error=EPERM', 'signal=KILL'],
	rename: ['error=EIO', 'error=ENOSPC', 'signal=KILL'],
} as const;

const faults = Object.entries(calls).flatMap(([call, all]) => all.map(fault => [call, fault] as const));

it.for(faults)(
	'settings at each %s with %s are as they were or as they were to be',
	{timeout: patience},
	(fault, {skip}) => {
		if (!canTrace) skip('Left out: strace is not here or not allowed.');
		const [call, what] = fault;
		const tally = tallyOf(`settings, ${call}: ${what}`);
		const old = '{"marker": false, "of another version": 1}';
		let failures = 0;
		for (let when = 1; when < 6; when++) {
			const home = temporaryFolder();
			const folder = join(home, '.config/specwright');
			const path = join(folder, 'config.json');
			mkdirSync(folder, {recursive: true});
			writeFileSync(path, old);
			const {status, signal, stderr} = spawnSync(
				'strace',
				[
					...['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:${what}:when=${when}`],
					...[process.execPath, program, 'config', 'set', 'theme', 'mono'],
				],
				{encoding: 'utf8', env: {PATH: process.env['PATH'], HOME: home, NODE_DISABLE_COMPILE_CACHE: '1'}},
			);
			const found = readFileSync(path, 'utf8');
			const isNew = found !== old;
			tally.kept(() => {
				expect(JSON.parse(found)).toEqual({...(JSON.parse(old) as object), ...(isNew ? {theme: 'mono'} : {})});
				// What is said is what is there.
				if (signal === null) expect([0, 3]).toContain(status);
				if (status === 0) expect(isNew).toBe(true);
				if (status === 3) expect(stderr).toContain('could not be written');
			});
			// Who is killed can not clear away.
			if (signal === null) expect(readdirSync(folder)).toEqual(['config.json']);
			if (status !== 0) failures++;
		}

		expect(failures).toBeGreaterThan(0);
	},
);
