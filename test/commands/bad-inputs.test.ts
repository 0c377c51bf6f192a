/**
 * Inputs that are broken or mean harm, each given to the built program as a file, an answer or a path: how it ends, in a few
 * words and without a trace, and that nothing is written but what was asked for. The exit codes are those of the README.
 */

import {spawnSync} from 'node:child_process';
import {existsSync, mkdirSync, readdirSync, symlinkSync, truncateSync} from 'node:fs';
import {homedir} from 'node:os';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, type Place, type Ran} from './run-program.ts';

const template = '# [Name]\n\n## Context\n\n[Why now]\n';

/** Ended by itself with that code, said the words, and did not break down. */
function expectEnd({code, out, err}: Ran, expected: number, words: string | RegExp): void {
	expect({code, err}).toMatchObject({code: expected});
	expect(`${out}\n${err}`).toMatch(words);
	expect(err).not.toMatch(/^ +at |Warning:|undefined/m);
}

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

describe('check, given', () => {
	it.each<readonly [string, Uint8Array | string, number, string | RegExp]>([
		['no byte', '', 2, 'is empty'],
		['white space behind a byte order mark', '\uFEFF \n\n', 2, 'is empty'],
		['UTF-16', Buffer.from('\uFEFF# A\n', 'utf16le'), 2, /UTF-16.* offset 0/],
		['Latin-1', bytes('# \xE9\n'), 2, /offset 2 \(line 1\)/],
		['a NUL byte', bytes('# A\0b\n'), 2, /binary.* offset 3/],
		['one byte more than four megabytes', `# A\n${'x'.repeat(4 * 1024 * 1024 - 3)}`, 6, 'over 4 MiB'],
		['front matter that never ends', '---\na: b\n# A\n', 1, 'never closed'],
		['front matter that is a program', '---js\nprocess.exit(9)\n---\n# A\n', 1, 'is empty'],
		['front matter with a key twice', '---\na: 1\na: 2\n---\n# A\n\nText.\n', 0, /:3:1 .*must be unique/],
		['front matter of a thousand brackets', `---\na: ${'['.repeat(1000)}\n---\n# A\n`, 1, /:2:\d+ .*not valid YAML/],
		['front matter with a tag that names code', '---\na: !!js/function "x"\n---\n# A\n', 1, 'is empty'],
		['front matter that multiplies itself', `---\na: &a [x]\nb: [${'*a,'.repeat(500)}]\n---\n# A\n`, 1, 'is empty'],
		['front matter with keys of objects', '---\n__proto__: {x: 1}\nconstructor: 2\n---\n# A\n', 1, 'is empty'],
	])('%s', (_, content, code, words) => {
		const place = makePlace();
		place.writeBytes('a.md', typeof content === 'string' ? Buffer.from(content) : content);
		expectEnd(place.run(['check', 'a.md']), code, words);
		expect(readdirSync(place.folder)).toEqual(['a.md']);
	});

	it.each([
		['a device', '/dev/zero', 3],
		['a folder without Markdown', 'empty', 2],
		['a file of ten gigabytes with nothing in it', 'huge.md', 6],
		['a pipe', 'pipe.md', 3],
	])('%s without opening it', (_, path, code) => {
		const place = makePlace({'huge.md': '# A\n'});
		mkdirSync(join(place.folder, 'empty'));
		truncateSync(join(place.folder, 'huge.md'), 10 * 1024 ** 3);
		spawnSync('mkfifo', [join(place.folder, 'pipe.md')]);
		expectEnd(place.run(['check', path]), code, path);
	});
});

describe('open --yes --print gives back', () => {
	it.each([
		['a byte order mark', '\uFEFF# A\n\ntext\n'],
		['CRLF', '# A\r\n\r\ntext\r\n'],
		['both line ends', '# A\r\n\ntext\r\nmore\n'],
		['carriage returns alone', '# A\r\rtext\r'],
		['no final line end', '# A\n\ntext'],
		['numbers that no program can hold', '---\na: 1e400\nb: 12345678901234567890\n---\n# A\n'],
		['what a terminal would obey', '# A\u001B[2J\n\n\u001B]0;x\u0007 \u009B31m &#27; \u202Ex\u200B\n'],
	])('%s to the byte', (_, text) => {
		const {code, out} = makePlace({'a.md': text}).run(['open', 'a.md', '--template', 'none', '--yes', '--print']);
		expect([code === 0 || code === 1, out]).toEqual([true, text]);
	});
});

describe('an answers file that is', () => {
	it.each([
		['cut off', '{"answers": {"context": ', 2, /a\.yaml:1:\d+:/],
		['a list', '[1]', 2, 'not an answers file'],
		['a number', '1', 2, 'not an answers file'],
		['null', 'null', 2, 'not an answers file'],
		['about a field that there is not', '{"answers": {"contxt": "x"}}', 2, /contxt.*\n.*context/],
		['a list where a text belongs', 'answers:\n  context: [1, {a: 2}]\n', 2, /a\.yaml:2:\d+: context/],
		['half a character', '{"answers": {"context": "\\ud800"}}', 2, 'surrogate'],
		['three million brackets', '['.repeat(3_000_000), 2, 'nested too deeply'],
		['longer than four megabytes', `answers:\n  context: ${'x'.repeat(4 * 1024 * 1024)}\n`, 6, 'over 4 MiB'],
		['text with a bell in it', '{"answers": {"context": "a\\u0007"}}', 2, 'control character'],
		['a fence that never ends', 'answers:\n  context: "```\\nx"\n', 2, 'never ends'],
	])('%s is refused, and nothing is written', (_, text, code, words) => {
		const place = makePlace({'t.md': template, 'a.yaml': text});
		expectEnd(place.run(['new', 't.md', '--answers', 'a.yaml', '--yes']), code, words);
		expect(readdirSync(place.folder).sort()).toEqual(['a.yaml', 't.md']);
	});

	it('Markdown of its own adds no section and comes back as it was', () => {
		const context = '## Heading\n\n--> | [x] {{y}}\n\n---';
		const place = makePlace({'t.md': template, 'a.json': JSON.stringify({answers: {'document/title': 'T', context}})});
		place.run(['new', 't.md', '--answers', 'a.json', '--yes', '--out', 'd.md']);
		const read = place.run(['answers', 'd.md', '--format', 'json']);
		expect(Object.values((JSON.parse(read.out) as {answers: Record<string, unknown>}).answers)).toContain(context);
	});
});

describe('a path to write to that', () => {
	const place = (): Place => {
		const made = makePlace({'t.md': template, '../outside/v.md': 'theirs\n'});
		made.git('init', '-q');
		symlinkSync('../outside/v.md', join(made.folder, 'link.md'));
		symlinkSync('nowhere.md', join(made.folder, 'dangling.md'));
		mkdirSync(join(made.folder, 'folder.md'));
		spawnSync('mkfifo', [join(made.folder, 'pipe.md')]);
		return made;
	};

	it.each([
		['leads out by a link', 'link.md', 6, 'leads somewhere else'],
		['leads nowhere', 'dangling.md', 6, 'leads nowhere'],
		["is git's", '.git/hooks/pre-commit', 6, "git's own folder"],
		['has a ~ that no shell has seen', '~/x.md', 6, 'only a shell'],
		['is a folder', 'folder.md', 3, 'is a folder'],
		['is a pipe', 'pipe.md', 3, 'named pipe'],
		['is a device', '/dev/full', 3, 'is a device'],
		['is longer than a name can be', `${'n'.repeat(300)}.md`, 3, 'Could not write'],
		['is none', '', 2, '--out names no file'],
	])('%s is refused', (_, path, code, words) => {
		const made = place();
		const before = readdirSync(made.folder).sort();
		const args = ['new', 't.md', '--yes', '--set', 'document/title=T', '--set', 'context=x', '--out', path];
		expectEnd(made.run([...args, '--force']), code, words);
		expect(readdirSync(made.folder).sort()).toEqual(before);
		expect(existsSync(join(homedir(), 'x.md'))).toBe(false);
	});

	it.each(['-rf.md', '--all', ':(exclude)x', '*.md', 'a b.md', 'new\nline.md', '$(id).md', '\u001B[2J\u202Ex.md'])(
		'is called %j is that one file, committed alone and shown on one line',
		path => {
			const made = place();
			made.git('config', 'user.name', 'Ada');
			made.git('config', 'user.email', 'ada@example.org');
			const args = ['new', 't.md', '--yes', '--set', 'document/title=T', '--set', 'context=x', `--out=${path}`];
			const {code, err} = made.run([...args, '--commit']);
			expect(code).toBe(0);
			expect(made.git('show', '--format=', '--name-only', '-z', 'HEAD')).toBe(`${path}\0`);
			expect(err).not.toMatch(/[\u001B\u202E]/);
			expect(err.split('\n').filter(line => line.startsWith('committed '))).toHaveLength(1);
		},
	);
});
