/** `commit`: what the settings make of it, and how it ends when it is told to stop. */

import {spawn} from 'node:child_process';
import {once} from 'node:events';
import {chmodSync, existsSync, mkdirSync, watch} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {makeRepository, program} from './run-program.ts';

it('has its message by the pattern, amends and signs off as the settings say, and names what changed', () => {
	const place = makeRepository({'note.md': '# Note\n\n## Why\n\nOld.\n'});
	const settings = (name: string, value: string) => place.run(['config', 'set', name, value]).code;
	expect(settings('commitMessage', 'spec: {action} {title}')).toBe(0);
	expect(settings('commitMessage', '{nonsense}')).toBe(2);
	expect(place.run(['commit', 'note.md']).code).toBe(0);
	place.write('note.md', '# Note\n\n## Why\n\nNew.\n');
	expect(place.run(['commit', 'note.md']).code).toBe(0);
	expect(place.git('log', '-1', '--format=%B').trim()).toBe('spec: update Note\n\n- Why');
	expect([settings('commitAmend', 'true'), settings('commitSignOff', 'true')]).toEqual([0, 0]);
	place.write('note.md', '# Note\n\n## Why\n\nNewer.\n');
	expect(place.run(['commit', 'note.md'])).toMatchObject({
		code: 0,
		err: expect.stringMatching(/^note The last commit was made anew/m),
	});
	expect(place.git('log', '-1', '--format=%B').trim()).toBe(
		'spec: update Note\n\n- Why\n\nSigned-off-by: Ada <ada@example.org>',
	);
	expect(place.git('rev-list', '--count', 'HEAD').trim()).toBe('3');
});

it('that is told to stop while a hook runs leaves HEAD, index and file as they were', async () => {
	const place = makeRepository({'note.md': '# Note\n'});
	mkdirSync(join(place.folder, '.git/hooks'), {recursive: true});
	place.write('.git/hooks/pre-commit', '#!/bin/sh\ntouch started\nexec sleep 60\n');
	chmodSync(join(place.folder, '.git/hooks/pre-commit'), 0o755);
	const before = [place.git('rev-parse', 'HEAD'), place.git('ls-files', '-s')];
	const began = new Promise<void>(resolve => {
		const watcher = watch(place.folder, () => {
			if (!existsSync(join(place.folder, 'started'))) return;
			watcher.close();
			resolve();
		});
	});
	const child = spawn(process.execPath, [program, 'commit', 'note.md'], {
		cwd: place.folder,
		env: {...process.env, HOME: join(place.folder, '../home')},
		stdio: 'ignore',
	});
	await began;
	child.kill('SIGTERM');
	expect(await once(child, 'exit')).toEqual([null, 'SIGTERM']);
	expect([place.git('rev-parse', 'HEAD'), place.git('ls-files', '-s')]).toEqual(before);
	expect(existsSync(join(place.folder, '.git/index.lock'))).toBe(false);
});
