import {execFileSync, type ExecFileSyncOptions} from 'node:child_process';
import {chmodSync, existsSync, mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {commands} from '../../source/commands/index.ts';
import {makePlace, program} from './run-program.ts';

const place = makePlace();

/** What the script completes the last of these words to in bash, with a blank behind each. */
function completed(script: string, words: readonly string[], around: ExecFileSyncOptions = {}): string {
	const code = `${script}\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _specwright; printf '%s ' "\${COMPREPLY[@]}"`;
	return String(execFileSync('bash', ['-c', code, '-', ...words], around));
}

const all = commands.flatMap(entry => [[entry.name], ...(entry.commands ?? []).map(below => [entry.name, below.name])]);

describe('help', () => {
	it('of every command shows how it is called', () => {
		const every = commands.flatMap(entry => [entry, ...(entry.commands ?? [])]);
		expect(every.filter(({examples = []}) => examples.length === 0).map(({name}) => name)).toEqual([]);
	});

	it('of the program names every command, on stdout, with exit 0', () => {
		const {code, out, err} = place.run(['--help']);
		expect(code).toBe(0);
		expect(err).toBe('');
		for (const {name, summary} of commands) {
			expect(out).toContain(`  ${name}`);
			expect(out.replaceAll(/\s+/g, ' ')).toContain(summary);
		}
	});

	it.each(all)('of %s %s is there', (...path: readonly (string | undefined)[]) => {
		const words = path.filter(word => word !== undefined);
		const {code, out, err} = place.run([...words, '--help']);
		expect(code).toBe(0);
		expect(err).toBe('');
		expect(out).toContain(`Usage: specwright ${words.join(' ')}`);
	});

	it('can be asked for with the word help', () => {
		expect(place.run(['help', 'check']).out).toBe(place.run(['check', '--help']).out);
	});
});

describe('wrong use ends with 2, says what is wrong on stderr and prints nothing on stdout', () => {
	it.each([
		[['nwe'], 'Did you mean new?'],
		[['nope', '--help'], "unknown command 'nope'"],
		[['new', '--anwsers', 'x'], 'Did you mean --answers?'],
		[['drafts', 'shwo'], 'show, remove, export'],
		[['drafts', 'shw'], 'Did you mean show?'],
		[['templates', 'shw'], 'Did you mean show?'],
		[['--yes'], 'See: specwright --help'],
		[['check', 'e[1].md'], 'There is no file e[1].md'],
		[['new', 'architecture-spec', '--yes', '--out', 'a.md', '--out', 'b.md'], 'twice'],
		[['check', '--format', 'json', '--format', 'xml', 'a.md'], 'twice'],
		[['new', 'architecture-spec', '--yes', '--out', ''], '--out'],
		[['open'], 'missing required argument'],
		[['open', 'a', 'b'], 'too many arguments'],
		[['check', '--format', 'xml', 'a.md'], 'pretty, json'],
		[['check', '--min', '101', 'a.md'], '0 to 100'],
		[['check', '--rule', 'placeholder-lefd=off', 'a.md'], 'placeholder-left'],
		[['completion', 'tcsh'], 'bash, zsh, fish'],
		[['config', 'get', 'them'], 'Did you mean theme?'],
		[['new', '--set', 'title', '--yes'], 'ID=VALUE'],
		[['new', 'architecture-spec', '--print', '--out', 'x.md'], '--print'],
		[['new', 'architecture-spec', '--print', '--commit'], '--print'],
		[['new', 'architecture-spec', '--message', 'x'], '--commit'],
	])('%j', (args, words) => {
		const {code, out, err} = place.run(args);
		expect(err).toContain(words);
		expect(out).toBe('');
		expect(code).toBe(2);
	});
});

describe('without a terminal nothing is asked', () => {
	it.each([[[]], [['new']], [['new', 'architecture-spec']], [['resume']]])(
		'%j ends with 2 and one line that names the way',
		args => {
			const {code, out, err} = place.run(args);
			expect(code).toBe(2);
			expect(out).toBe('');
			expect(err.trimEnd().split('\n')).toHaveLength(1);
			expect(err).toMatch(/--yes|drafts export/);
		},
	);
});

describe('a current folder that was removed', () => {
	it.skipIf(process.platform === 'win32')('is told in one sentence', async () => {
		const {spawnSync} = await import('node:child_process');
		const {program} = await import('./run-program.ts');
		const own = makePlace({'gone/x.txt': ''});
		const script = 'cd gone && rm -r ../gone && exec "$0" "$@"';
		const {status, stdout, stderr} = spawnSync('/bin/sh', ['-c', script, process.execPath, program, 'drafts'], {
			cwd: own.folder,
			encoding: 'utf8',
		});
		expect(stderr).toContain('The current folder does not exist any more.');
		expect(stderr).not.toMatch(/^ +at /m);
		expect([status, stdout]).toEqual([3, '']);
	});
});

describe('output that ends early', () => {
	it.each(['--help', '--version'])('is no error of ours when the reader of %s goes away', async flag => {
		const {spawn} = await import('node:child_process');
		const {program} = await import('./run-program.ts');
		const child = spawn(process.execPath, [program, flag], {stdio: ['ignore', 'pipe', 'pipe']});
		child.stdout.destroy();
		let said = '';
		child.stderr.on('data', chunk => (said += String(chunk)));
		const code = await new Promise(resolve => child.on('close', resolve));
		expect(said).toBe('');
		expect(code).toBe(141);
	});

	it('is told when the device is full', async () => {
		const {openSync} = await import('node:fs');
		const {spawnSync} = await import('node:child_process');
		const {program} = await import('./run-program.ts');
		if (process.platform !== 'linux') return;
		const full = openSync('/dev/full', 'w');
		const {status, stderr} = spawnSync(process.execPath, [program, '--help'], {
			stdio: ['ignore', full, 'pipe'],
			encoding: 'utf8',
		});
		expect(stderr).toContain('ENOSPC');
		expect(status).toBe(3);
		// Answered before anything is loaded that could tell.
		const version = spawnSync(process.execPath, [program, '--version'], {
			stdio: ['ignore', full, 'pipe'],
			encoding: 'utf8',
		});
		expect(version).toMatchObject({status: 3, stderr: ''});
	});
});

describe('completion', () => {
	it.each(['bash', 'zsh', 'fish'])('for %s knows every command and flag', shell => {
		const {code, out} = place.run(['completion', shell]);
		expect(code).toBe(0);
		for (const {name, options} of commands) {
			expect(out).toContain(name);
			for (const {flags} of options) expect(out).toContain(/--([\w-]+)/.exec(flags)?.[1]);
		}
	});

	it('for bash completes a command, a command below it and a flag', () => {
		const {out} = place.run(['completion', 'bash']);
		const complete = (...words: readonly string[]): string => completed(out, words);
		expect(complete('specwright', 'dra')).toBe('drafts ');
		expect(complete('specwright', 'drafts', 'exp')).toBe('export ');
		expect(complete('specwright', 'drafts', 'export', '--f')).toBe('--format ');
		expect(complete('specwright', 'new', '--ans')).toBe('--answers ');
		expect(complete('specwright', 'check', '--format', 's')).toBe('sarif ');
		expect(complete('specwright', 'check', '--rule', 'total', '=', 'w')).toBe('warn ');
		expect(complete('specwright', 'completion', '')).toContain('fish');
	});

	it.skipIf(process.platform === 'win32')(
		'for bash asks for the names that there are, and runs none of them',
		() => {
			const own = makePlace({
				'.specwright.yaml': 'templates: forms\n',
				'forms/our-note.md': '# [Title]\n',
				'forms/$(touch PWNED).md': '# [Title]\n',
				'forms/`touch PWNED`.md': '# [Title]\n',
			});
			const bin = join(own.folder, '../bin');
			mkdirSync(bin);
			writeFileSync(join(bin, 'specwright'), `#!/bin/sh\nexec '${process.execPath}' '${program}' "$@"\n`);
			chmodSync(join(bin, 'specwright'), 0o755);
			const {out} = own.run(['completion', 'bash']);
			const around = {
				cwd: own.folder,
				env: {HOME: join(own.folder, '../home'), PATH: `${bin}:${process.env['PATH']}`},
			};
			const complete = (...words: readonly string[]): string => completed(out, words, around);
			expect(complete('specwright', 'new', 'our')).toBe('our-note ');
			expect(complete('specwright', 'new', '')).not.toContain('touch');
			expect(complete('specwright', 'check', '--rule', 'tot')).toBe('total= ');
			expect(complete('specwright', 'config', 'get', 'mark')).toBe('marker ');
			expect(existsSync(join(own.folder, 'PWNED'))).toBe(false);
			// A broken file is nobody's concern who types.
			own.write('.specwright.yaml', 'template: x\n');
			expect(own.run(['completion', 'templates'])).toMatchObject({code: 0, err: ''});
		},
		60_000,
	);

	it.each(['zsh', 'fish'])('for %s asks for names too', shell => {
		const {out} = place.run(['completion', shell]);
		for (const kind of ['templates', 'added', 'drafts', 'rules', 'settings'])
			expect(out).toMatch(new RegExp(`(?:_specwright_names|specwright completion) ${kind}`));
	});
});

describe('settings', () => {
	it('are kept where path says and come back', () => {
		const own = makePlace();
		expect(own.run(['config', 'get', 'marker']).out).toBe('true\n');
		expect(own.run(['config', 'set', 'marker', 'false']).code).toBe(0);
		expect(own.run(['config', 'get', 'marker']).out).toBe('false\n');
		expect(own.run(['config', 'path']).out.trim()).toMatch(/\/home\/\.config\/specwright\/config\.json$/);
		expect(own.run(['config', 'set', 'theme', 'pink'])).toMatchObject({code: 2, out: ''});
		expect(JSON.parse(own.run(['config', '--json']).out)).toMatchObject({marker: false, theme: 'auto'});
	});

	it('that would lock an author out are not taken, which config and the wizard in lines say', () => {
		const own = makePlace({'t.md': '# [Name]\n\n## Aim\n\nWhat is it?\n'});
		own.run(['config', 'set', 'keys', '{view.review: [alt+9]}']);
		const wish = '{view.preview: [ctrl+s], view.previw: [alt+z], view.review: [alt+9]}';
		const set = own.run(['config', 'set', 'keys', wish]);
		expect(set.code).toBe(2);
		expect(set.err).toContain('Nothing was saved.');
		expect(own.run(['config', 'get', 'keys'])).toMatchObject({out: '{"view.review":["alt+9"]}\n', err: ''});
		// By hand all can be written.
		const keys = {'view.preview': ['ctrl+s'], 'view.previw': ['alt+z'], 'view.review': ['alt+9']};
		writeFileSync(own.run(['config', 'path']).out.trim(), JSON.stringify({keys}));
		const told = [
			/view\.preview: \^S is taken by "write the document"/,
			/view\.previw: there is no such command\.\s+Did you mean view\.preview\?/,
		];
		for (const line of told) {
			expect(set.err).toMatch(line);
			expect(own.run(['config']).err).toMatch(line);
			expect(own.run(['new', 't.md', '--plain'], {input: 'A\n:quit\n'}).err).toMatch(line);
		}

		expect(set.err).not.toContain('view.review');
		expect(own.run(['config', 'get', 'theme']).err).toBe('');
	});

	it('add words that say how much is needed, for a template and the document from it', () => {
		const own = makePlace({'t.md': '# [Name]\n\n## Cost (wahlfrei)\n\nWhat is it?\n\n## Aim\n\nWhat is it?\n'});
		const needs = () =>
			JSON.parse(own.run(['inspect', 't.md', '--json']).out).sections.flatMap(function all(one: {
				requirement: string;
				sections?: never[];
			}): string[] {
				return [one.requirement, ...(one.sections ?? []).flatMap(all)];
			});
		expect(needs()).not.toContain('optional');
		expect(own.run(['config', 'set', 'requirementWords', '{optional: wahlfrei}']).code).toBe(2);
		expect(own.run(['config', 'set', 'requirementWords', '{optional: [wahlfrei]}']).code).toBe(0);
		expect(needs()).toContain('optional');
		const made = own.run(['new', 't.md', '--set', 'document/title=A', '--set', 'aim=B', '--yes']);
		expect(made.code).toBe(0);
		expect(own.run(['check', 'a.md']).code).toBe(0);
	});
});
