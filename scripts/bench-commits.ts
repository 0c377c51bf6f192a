/** What a commit takes in a large repository. */

import {spawnSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {bin, environment} from '../test/e2e/terminal.ts';
import {quantile} from '../test/e2e/typing.ts';

/** Committing one file beside 100,000 others in the folder `large`, as git does it and as we do: the medians, in milliseconds. */
export function committing(large: string, home: string, rounds: number): {readonly git: number; readonly ours: number} {
	const env = environment(home, {GIT_CONFIG_GLOBAL: '/dev/null'});
	const git = (...args: readonly string[]): void => {
		const {status} = spawnSync('git', args, {cwd: large, env});
		if (status !== 0) throw new Error(`git ${args.join(' ')} ended with ${String(status)}`);
	};
	for (let at = 0; at < 1000; at++) {
		mkdirSync(join(large, String(at)), {recursive: true});
		for (let name = 0; name < 100; name++) writeFileSync(join(large, String(at), `${name}.md`), `${at} ${name}\n`);
	}
	git('init', '-q');
	for (const [name, value] of [
		['user.name', 'A'],
		['user.email', 'a@example.org'],
	] as const)
		git('config', name, value);
	git('add', '.');
	git('commit', '-q', '-m', 'many');
	const timed = (name: string, commit: () => void): number => {
		writeFileSync(join(large, name), `# ${name}\n`);
		const start = performance.now();
		commit();
		return performance.now() - start;
	};
	const taken = Array.from({length: rounds}, (_, round) => ({
		git: timed(`git-${round}.md`, () => {
			git('add', '-N', `git-${round}.md`);
			git('commit', '-q', '--only', '-m', 'one', `git-${round}.md`);
		}),
		ours: timed(`ours-${round}.md`, () => {
			spawnSync(process.execPath, [bin, 'commit', `ours-${round}.md`], {cwd: large, env});
		}),
	}));
	return {
		git: quantile(
			taken.map(one => one.git),
			0.5,
		),
		ours: quantile(
			taken.map(one => one.ours),
			0.5,
		),
	};
}
