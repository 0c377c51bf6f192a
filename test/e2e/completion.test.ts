/** Completion as somebody has it who presses Tab: in bash, zsh and fish themselves, where these are here. */

import {spawnSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {bin, folder, keys, open, run} from './terminal.ts';

/** How a shell is started bare, and how it takes the script. */
const shells = [
	{
		name: 'bash',
		args: ['--norc', '--noprofile', '-i'],
		prompt: "PS1='> '",
		take: 'source <(specwright completion bash)',
	},
	{
		name: 'zsh',
		args: ['-f', '-i'],
		prompt: "PROMPT='> '",
		take: 'autoload -Uz compinit; compinit -u -D; source <(specwright completion zsh)',
	},
	{
		name: 'fish',
		args: ['--no-config', '-i'],
		prompt: 'function fish_prompt; echo -n "> "; end',
		take: 'set -g fish_autosuggestion_enabled 0; specwright completion fish | source',
	},
];

/** What is typed before Tab, and what stands there after it. */
const typed: readonly (readonly [string, string])[] = [
	['templ', 'templates'],
	['drafts rem', 'drafts remove'],
	['new archi', 'new architecture-spec'],
	['new --out x.md --yes archi', 'new --out x.md --yes architecture-spec'],
	['new our-n', 'new our-note'],
	['new our-note --set aim/wh', 'new our-note --set aim/what-for='],
	['new architecture-spec --ans', 'new architecture-spec --answers'],
	['open lett', 'open letter.md'],
	['open letter.md --set aim/wh', 'open letter.md --set aim/what-for='],
	['check --rule sentence-l', 'check --rule sentence-limit='],
	['check --format gith', 'check --format github'],
	['check lett', 'check letter.md'],
	['fix letter.md --only ev', 'fix letter.md --only evidence'],
	['config set commitSi', 'config set commitSignOff'],
	['config set theme hi', 'config set theme high-contrast'],
	['config set marker fa', 'config set marker false'],
	['templates check --js', 'templates check --json'],
	['completion fi', 'completion fish'],
];

describe.each(shells)('$name', ({name, args, prompt, take}) => {
	it('completes commands, flags, templates, ids, files, settings and their values', async ({skip}) => {
		const {status, stdout} = spawnSync('sh', ['-c', `command -v ${name}`], {encoding: 'utf8'});
		if (status !== 0) skip(`Left out: ${name} is not here.`);
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		mkdirSync(join(work.path, 'forms'));
		writeFileSync(join(work.path, '.specwright.yaml'), 'templates: forms\n');
		writeFileSync(join(work.path, 'forms/our-note.md'), '# [Title]\n\n## Aim\n\n- What for: [reason]\n');
		run(['new', 'our-note', '--set', 'document/title=Letter', '--yes', '--out', 'letter.md'], where);
		const programs = join(home.path, 'bin');
		mkdirSync(programs);
		writeFileSync(join(programs, 'specwright'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
		chmodSync(join(programs, 'specwright'), 0o755);
		const env = {PATH: `${programs}:${process.env['PATH'] ?? ''}`, NODE_DISABLE_COMPILE_CACHE: ''};
		const terminal = open(args, {...where, env, command: stdout.trim(), columns: 120});
		terminal.send(`${prompt}\r`);
		await terminal.waitFor(/^> $/m);
		terminal.send(`${take}; echo ready | tr a-z A-Z\r`);
		await terminal.waitFor('READY');
		for (const [before, after] of typed) {
			terminal.send(`specwright ${before}`);
			await terminal.waitFor(`> specwright ${before}`);
			terminal.send(keys.tab);
			await terminal.waitFor(`> specwright ${after}`);
			terminal.send(keys.ctrl('u'), keys.ctrl('l'));
			await terminal.waitUntil(() => !terminal.text().includes('specwright'), 'the line gone');
		}
		terminal.kill('SIGKILL');
		expect(typed.length).toBeGreaterThan(0);
	});
});
