/** A repository in which shell lines run as somebody would type them, with `specwright` as the built program. */

import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {makeRepository, program, type Place} from '../commands/run-program.ts';

export type Shell = {
	readonly place: Place;
	sh(script: string): {readonly code: number | null; readonly said: string};
};

export function makeShell(files: Readonly<Record<string, string>> = {}): Shell {
	const place = makeRepository(files);
	const bin = join(place.folder, '../bin');
	mkdirSync(bin);
	writeFileSync(join(bin, 'specwright'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
	chmodSync(join(bin, 'specwright'), 0o755);
	const env = {
		PATH: [bin, process.env['PATH']].join(delimiter),
		HOME: join(place.folder, '../home'),
		GIT_CONFIG_NOSYSTEM: '1',
	};
	return {
		place,
		sh(script) {
			const {status, stdout, stderr} = spawnSync('bash', ['-e', '-c', script], {
				cwd: place.folder,
				env,
				encoding: 'utf8',
			});
			return {code: status, said: stdout + stderr};
		},
	};
}
