/** A small disk of its own is filled while answers are saved, and cleared again. */

import {spawnSync} from 'node:child_process';
import {cpSync, mkdirSync, rmSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {temporaryFolder} from '../temporary.ts';
import {bundled, startChild} from './children.ts';
import {tallyOf} from './results.ts';
import {expectAllSaved} from './survivors.ts';

const program = bundled('keep-saving');
const namespace = ['-rm', 'sh', '-c'] as const;
const canMount = spawnSync('unshare', [...namespace, 'mount -t tmpfs -o size=64k tmpfs /tmp']).status === 0;

/** Mounts the disk, leaves that many kB of it free, and goes on as the program. */
const script = `mount -t tmpfs -o size=256k tmpfs "$1" &&
	dd if=/dev/zero of="$1/filler" bs=1k count=$((256 - $2)) 2>/dev/null; shift 2; exec "$@"`;

it.for([0, 4, 16, 32])(
	'with %i kB left loses no answer that was said to be saved, and saves again once there is room',
	async (free, {skip}) => {
		if (!canMount) skip('Left out: a disk of its own can not be mounted here.');
		const tally = tallyOf('the disk is full');
		const base = temporaryFolder();
		const [state, documents, copy] = ['state', 'documents', 'copy'].map(name => join(base, name)) as [
			string,
			string,
			string,
		];
		mkdirSync(state);
		mkdirSync(documents);
		const child = startChild(
			[...namespace, script, 'sh', state, String(free), process.execPath, program(), state],
			'unshare',
		);
		const first = await child.line();
		const inside = `/proc/${child.pid}/root${state}`;
		if (first === 'refused 3') {
			expect(free).toBeLessThan(16);
			const lines = await child.kill();
			tally.kept(() => expect(lines).toEqual(['refused 3']));
			return;
		}

		expect(first).toMatch(/^draft /);
		await child.find('failed ');
		rmSync(join(inside, 'filler'));
		await child.find('saved ');
		child.signal('SIGSTOP');
		cpSync(join(inside, 'specwright'), join(copy, 'specwright'), {recursive: true});
		const lines = await child.kill();
		tally.kept(() => expectAllSaved(lines, copy, documents));
	},
);
