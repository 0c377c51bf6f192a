import fs from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {editorWords, editText} from '../../source/adapters/editor/index.ts';
import {temporaryFolder} from './temporary.ts';
import {runs} from '../property.ts';

describe('the command', () => {
	it.each([
		['vim', ['vim']],
		['  code --wait ', ['code', '--wait']],
		['"/p q/ed" -w', ['/p q/ed', '-w']],
		[String.raw`/p\ q/ed 'a "b" \n' "c\"d\\e'f"`, ['/p q/ed', String.raw`a "b" \n`, `c"d\\e'f`]],
		[`emacs ''  -nw`, ['emacs', '', '-nw']],
		['ed a=b c#d e~', ['ed', 'a=b', 'c#d', 'e~']],
		[`'A=b' c`, ['A=b', 'c']],
	])('%j is split as a shell would', (command, words) => {
		expect(editorWords(command, 'linux')).toEqual({
			ok: true,
			value: {program: words[0], args: words.slice(1), variables: {}},
		});
	});

	it('takes variables in front', () => {
		expect(editorWords(`FOO=1 BAR="a b"c vim -n`, 'linux')).toEqual({
			ok: true,
			value: {program: 'vim', args: ['-n'], variables: {FOO: '1', BAR: 'a bc'}},
		});
	});

	it.each([
		'vim; rm x',
		'a && b',
		'a | b',
		'$EDITOR',
		'"$HOME/ed"',
		'`id`',
		'ed > x',
		'ed *.md',
		'~/bin/ed',
		'ed #x',
		'(ed)',
		'a\nb',
		'"open',
		`it's`,
		'A=1',
		'',
		'""',
	])('%j is refused with advice', command => {
		expect(editorWords(command, 'linux')).toMatchObject({
			ok: false,
			problem: {code: 'editor.shell-syntax', exit: 2, next: expect.stringContaining('code --wait')},
		});
	});

	it('keeps the backslashes of Windows', () => {
		expect(editorWords(String.raw`"C:\Program Files\ed.exe" -w C:\x`, 'win32')).toMatchObject({
			ok: true,
			value: {program: String.raw`C:\Program Files\ed.exe`, args: ['-w', String.raw`C:\x`]},
		});
	});

	it('gives any words back that were quoted for a shell', () => {
		fc.assert(
			fc.property(fc.array(fc.string({unit: 'binary'}), {minLength: 1, maxLength: 4}), words => {
				fc.pre(words[0] !== '');
				const command = words.map(word => `'${word.replaceAll("'", String.raw`'\''`)}'`).join(' ');
				const result = editorWords(command, 'linux');
				expect(result.ok && [result.value.program, ...result.value.args]).toEqual(words);
			}),
			{numRuns: runs(300)},
		);
	});
});

/** An editor that does what the script says with its last argument, `$1`. */
function editor(script: string): {readonly EDITOR: string; readonly PATH: string} {
	const path = join(temporaryFolder(), 'an editor');
	fs.writeFileSync(path, `#!/bin/sh\n${script}\n`, {mode: 0o755});
	return {EDITOR: `'${path}'`, PATH: process.env['PATH'] ?? ''};
}

/** What was kept for the author, if the problem names it; removed afterwards. */
function kept(next: string | undefined): string | undefined {
	const [, path] = /kept in (\S+)$/.exec(next ?? '') ?? [];
	if (path === undefined) {
		return undefined;
	}

	const text = fs.readFileSync(path, 'latin1');
	fs.rmSync(join(path, '..'), {recursive: true});
	return text;
}

describe('editing', () => {
	it('gives what the editor saved', async () => {
		const environment = editor(`printf 'two\\r\\nthree\\n' >> "$1"`);
		expect(await editText('one\n', {environment})).toEqual({ok: true, value: 'one\ntwo\nthree\n'});
		expect(await editText('', {environment: editor(`printf '\\357\\273\\277# A\\n' > "$1"`)})).toEqual({
			ok: true,
			value: '# A',
		});
	});

	it('takes the line end off that an editor adds, and no other', async () => {
		expect(await editText('one', {environment: editor('echo >> "$1"')})).toEqual({ok: true, value: 'one'});
		expect(await editText('one\n', {environment: editor(':')})).toEqual({ok: true, value: 'one\n'});
		expect(await editText('', {environment: editor(':')})).toEqual({ok: true, value: ''});
	});

	it('gives the editor a private file with the right ending and nothing of ours', async () => {
		const environment = editor(`stat -c '%a %n' "$(dirname "$1")" "$1" > "$OUT"; echo "$FOO" >> "$OUT"`);
		const out = join(temporaryFolder(), 'out');
		await editText('x', {
			environment: {...environment, OUT: out, EDITOR: `FOO=bar ${environment.EDITOR}`},
			extension: 'sql',
		});
		const [folder, file, foo] = fs.readFileSync(out, 'utf8').split('\n');
		expect(folder).toMatch(/^700 /);
		expect(file).toMatch(/^600 .*answer\.sql$/);
		expect(foo).toBe('bar');
		expect(fs.existsSync(file!.slice(4))).toBe(false);
	});

	it('prefers the setting to VISUAL and VISUAL to EDITOR', async () => {
		const one = editor('printf 1 > "$1"');
		const two = editor('printf 2 > "$1"');
		const three = editor('printf 3 > "$1"');
		const environment = {...one, VISUAL: two.EDITOR};
		expect(await editText('', {environment})).toEqual({ok: true, value: '2'});
		expect(await editText('', {environment, command: three.EDITOR})).toEqual({ok: true, value: '3'});
		expect(await editText('', {environment: {}})).toMatchObject({ok: false, problem: {code: 'editor.none', exit: 2}});
	});

	it.each([
		['fails', 'echo new > "$1"; exit 3', 'editor.failed', 'new\n'],
		['fails and changed nothing', 'exit 1', 'editor.failed', undefined],
		['is killed', 'echo new > "$1"; kill -9 $$', 'editor.failed', 'new\n'],
		['leaves nothing', ': > "$1"', 'editor.empty', ''],
		['leaves a NUL byte', String.raw`printf 'a\000b' > "$1"`, 'editor.not-text', 'a\0b'],
		['leaves Latin-1', String.raw`printf 'a\351b' > "$1"`, 'editor.not-text', 'a\xe9b'],
		['removes the file', 'rm "$1"', 'editor.no-result', undefined],
	])('that %s takes nothing over and keeps what is new', async (_what, script, code, left) => {
		const result = await editText('old', {environment: editor(script)});
		expect(result).toMatchObject({ok: false, problem: {code}});
		expect(kept(result.ok ? undefined : result.problem.next)).toBe(left);
	});

	it('refuses a text over 1 MiB', async () => {
		const result = await editText('old', {environment: editor('head -c 1048577 /dev/zero | tr "\\0" x > "$1"')});
		expect(result).toMatchObject({ok: false, problem: {code: 'editor.too-large', exit: 6}});
		expect(kept(result.ok ? undefined : result.problem.next)).toHaveLength(1_048_577);
	});

	it('says that there is no such editor', async () => {
		expect(await editText('old', {environment: {EDITOR: 'no-such-editor', PATH: '/nowhere'}})).toMatchObject({
			ok: false,
			problem: {code: 'editor.not-started', exit: 3},
		});
	});
});
