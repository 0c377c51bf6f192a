import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import {join} from 'node:path';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {realFileSystem} from '../../source/adapters/file-system/index.ts';
import {confine, lookAt, readDocument, sha256, versionAt, writeDocument} from '../../source/adapters/files/index.ts';
import {failing} from './faults/failing.ts';
import {temporaryFolder} from './temporary.ts';
import {runs} from '../property.ts';

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): (name: string) => string {
	const folder = temporaryFolder();
	for (const [name, content] of Object.entries(files)) {
		fs.writeFileSync(join(folder, name), content);
	}

	return name => join(folder, name);
}

/** The value, or the test fails with the problem. */
function valueOf<T>(result: {ok: true; value: T} | {ok: false; problem: unknown}): T {
	expect(result).toMatchObject({ok: true});
	return (result as {value: T}).value;
}

describe('reading', () => {
	it('gives the text with its BOM and line ends', () => {
		const at = folderWith({'a.md': '\uFEFF# A\r\n\r\ntext'});
		expect(valueOf(readDocument(at('a.md'))).text).toBe('\uFEFF# A\r\n\r\ntext');
	});

	it.each([
		['a byte of Latin-1', Buffer.from('abc\nd\xe9f', 'latin1'), 'file.not-utf-8', 'offset 5 (line 2)'],
		['an overlong form', Buffer.from([0x61, 0xc0, 0x80]), 'file.not-utf-8', 'offset 1'],
		['half a surrogate pair', Buffer.from([0xed, 0xa0, 0x80]), 'file.not-utf-8', 'offset 0'],
		['a cut character', Buffer.from([0x61, 0xe2, 0x82]), 'file.not-utf-8', 'offset 1'],
		['UTF-16 with BOM', Buffer.from('\uFEFF# A', 'utf16le'), 'file.utf-16', 'little endian'],
		['UTF-16 without', Buffer.from('# Title', 'utf16le'), 'file.utf-16', 'little endian'],
		['a NUL byte', Buffer.from('abc\0def'), 'file.binary', 'offset 3'],
	])('refuses %s and says where', (_what, bytes, code, where) => {
		const at = folderWith({'a.md': bytes});
		const result = readDocument(at('a.md'));
		expect(result).toMatchObject({ok: false, problem: {code, exit: 2}});
		expect(!result.ok && result.problem.summary).toContain(where);
	});

	it('finds the first wrong byte where TextDecoder finds one at all', () => {
		const folder = temporaryFolder();
		const path = join(folder, 'a.md');
		fc.assert(
			fc.property(fc.uint8Array({minLength: 1, maxLength: 12}), bytes => {
				fc.pre(!bytes.includes(0) && !(bytes[0]! >= 0xfe && bytes[1]! >= 0xfe));
				fs.writeFileSync(path, bytes);
				const result = readDocument(path);
				let decoded: string | undefined;
				try {
					decoded = new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes);
				} catch {}

				expect(result.ok ? result.value.text : undefined).toBe(decoded);
				const [, offset] = /offset (\d+)/.exec(result.ok ? '' : result.problem.summary) ?? [];
				if (offset !== undefined) {
					// All before it is sound, and one byte more is not.
					new TextDecoder('utf-8', {fatal: true}).decode(bytes.subarray(0, Number(offset)));
				}
			}),
			{numRuns: runs(300)},
		);
	});

	it('refuses what is no file without opening it', () => {
		const at = folderWith({});
		fs.mkdirSync(at('folder'));
		execFileSync('mkfifo', [at('pipe')]);
		expect(readDocument(at('folder'))).toMatchObject({ok: false, problem: {code: 'file.not-a-file', exit: 3}});
		expect(readDocument(at('pipe'))).toMatchObject({
			ok: false,
			problem: {summary: expect.stringContaining('named pipe'), exit: 3},
		});
		expect(readDocument('/dev/zero')).toMatchObject({
			ok: false,
			problem: {summary: expect.stringContaining('device'), exit: 3},
		});
		expect(readDocument(at('missing.md'))).toMatchObject({ok: false, problem: {code: 'file.enoent', exit: 3}});
		expect(readDocument(at('nul\0.md'))).toMatchObject({ok: false, problem: {exit: 6}});
	});

	it('refuses files over the limit, however little of them is on the disk', () => {
		const at = folderWith({'a.md': '', 'b.md': 'x'.repeat(4 * 1024 * 1024)});
		fs.truncateSync(at('a.md'), 10 * 1024 ** 3);
		expect(readDocument(at('a.md'))).toMatchObject({ok: false, problem: {code: 'file.too-large', exit: 6}});
		expect(readDocument(at('b.md'))).toMatchObject({ok: true});
		expect(readDocument(at('b.md'), {limit: 10})).toMatchObject({ok: false, problem: {exit: 6}});
	});

	it('tells a missing file from one that can not be read when it looks', () => {
		const at = folderWith({'a.md': 'a'});
		expect(lookAt(at('none.md'))).toEqual({ok: true, value: undefined});
		expect(valueOf(lookAt(at('a.md')))?.text).toBe('a');
		fs.mkdirSync(at('folder'));
		expect(lookAt(at('folder'))).toMatchObject({ok: false});
		expect(lookAt(join(at('a.md'), 'below.md'))).toMatchObject({ok: false, problem: {exit: 3}});
	});

	it('reports every failing call', () => {
		const at = folderWith({'a.md': 'text'});
		for (const call of ['realpath', 'lstat', 'open', 'fstat', 'read'] as const) {
			expect(readDocument(at('a.md'), {fileSystem: failing({call, at: 1, code: 'EIO'}).fileSystem})).toMatchObject({
				ok: false,
				problem: {code: 'file.eio', exit: 3},
			});
		}
	});
});

describe('writing', () => {
	it('writes a new file and leaves nothing else', () => {
		const at = folderWith({});
		const written = valueOf(writeDocument(at('a.md'), '# A\r\n'));
		expect(fs.readFileSync(at('a.md'), 'utf8')).toBe('# A\r\n');
		expect(fs.readdirSync(at('.'))).toEqual(['a.md']);
		expect(written).toEqual({path: at('a.md'), version: valueOf(readDocument(at('a.md'))).version});
	});

	it('does not replace what it was not told to', () => {
		const at = folderWith({'a.md': 'theirs'});
		expect(writeDocument(at('a.md'), 'mine')).toMatchObject({ok: false, problem: {code: 'file.exists', exit: 3}});
		const version = valueOf(versionAt(at('a.md')))!;
		fs.writeFileSync(at('a.md'), 'theirs, changed');
		expect(writeDocument(at('a.md'), 'mine', {replaces: version})).toMatchObject({
			ok: false,
			problem: {code: 'file.changed', exit: 3},
		});
		expect(fs.readFileSync(at('a.md'), 'utf8')).toBe('theirs, changed');
	});

	it('replaces the version it was told to and keeps the permissions', () => {
		const at = folderWith({'a.md': 'old'});
		fs.chmodSync(at('a.md'), 0o640);
		const {version} = valueOf(readDocument(at('a.md')));
		expect(writeDocument(at('a.md'), 'new', {replaces: version})).toMatchObject({ok: true});
		expect(fs.readFileSync(at('a.md'), 'utf8')).toBe('new');
		expect(fs.statSync(at('a.md')).mode & 0o777).toBe(0o640);
		expect(fs.readdirSync(at('.'))).toEqual(['a.md']);
	});

	it('sees a change of the same size at the last moment', () => {
		const at = folderWith({'a.md': 'old'});
		const {version} = valueOf(readDocument(at('a.md')));
		const fileSystem = {
			...realFileSystem,
			fsync(fd: number) {
				realFileSystem.fsync(fd);
				fs.writeFileSync(at('a.md'), 'odd');
			},
		};
		expect(writeDocument(at('a.md'), 'new', {replaces: version, fileSystem})).toMatchObject({
			ok: false,
			problem: {code: 'file.changed'},
		});
		expect(fs.readFileSync(at('a.md'), 'utf8')).toBe('odd');
		expect(fs.readdirSync(at('.'))).toEqual(['a.md']);
	});

	it('writes nowhere else where its folder becomes a link at the last moment', () => {
		const at = folderWith({});
		const elsewhere = folderWith({});
		fs.mkdirSync(at('docs'));
		const fileSystem = {
			...realFileSystem,
			fsync(fd: number) {
				realFileSystem.fsync(fd);
				if (fs.lstatSync(at('docs')).isSymbolicLink()) return;
				fs.renameSync(at('docs'), at('moved'));
				fs.symlinkSync(elsewhere('.'), at('docs'));
			},
		};
		expect(writeDocument(at('docs/a.md'), 'new', {root: at('.'), fileSystem})).toMatchObject({ok: false});
		expect(fs.readdirSync(elsewhere('.'))).toEqual([]);
	});

	it('does not replace a file that appears at the last moment, with and without hard links', () => {
		for (const links of [true, false]) {
			const at = folderWith({});
			const fileSystem = {
				...realFileSystem,
				link(from: string, to: string) {
					fs.writeFileSync(at('a.md'), 'theirs');
					if (!links) {
						throw Object.assign(new Error('no hard links here'), {code: 'ENOTSUP'});
					}

					realFileSystem.link(from, to);
				},
			};
			expect(writeDocument(at('a.md'), 'mine', {fileSystem})).toMatchObject({
				ok: false,
				problem: {code: 'file.exists', exit: 3},
			});
			expect(fs.readFileSync(at('a.md'), 'utf8')).toBe('theirs');
			expect(fs.readdirSync(at('.'))).toEqual(['a.md']);
		}
	});

	it('writes where there are no hard links', () => {
		const at = folderWith({});
		const {fileSystem} = failing({call: 'link', at: 1, code: 'EPERM'});
		expect(writeDocument(at('a.md'), 'mine', {fileSystem})).toMatchObject({ok: true});
		expect(fs.readdirSync(at('.'))).toEqual(['a.md']);
	});

	it('refuses folders, pipes, read-only files and files with several names', () => {
		const at = folderWith({'read-only.md': 'a', 'one.md': 'a'});
		fs.mkdirSync(at('folder'));
		execFileSync('mkfifo', [at('pipe')]);
		fs.chmodSync(at('read-only.md'), 0o444);
		fs.linkSync(at('one.md'), at('two.md'));
		expect(writeDocument(at('folder'), 'x')).toMatchObject({ok: false, problem: {code: 'file.not-a-file', exit: 3}});
		expect(writeDocument(at('pipe'), 'x', {replaces: 'any'})).toMatchObject({
			ok: false,
			problem: {code: 'file.not-a-file', exit: 3},
		});
		expect(writeDocument(at('read-only.md'), 'x', {replaces: valueOf(versionAt(at('read-only.md')))!})).toMatchObject({
			ok: false,
			problem: {code: 'file.read-only', exit: 3},
		});
		const replaces = valueOf(versionAt(at('one.md')))!;
		expect(writeDocument(at('one.md'), 'x', {replaces})).toMatchObject({
			ok: false,
			problem: {code: 'file.linked', exit: 6},
		});
		expect(writeDocument(at('one.md'), 'x', {replaces, evenIfLinked: true})).toMatchObject({ok: true});
		expect(fs.readFileSync(at('two.md'), 'utf8')).toBe('a');
	});

	it('writes through a symbolic link inside the root, and through no other', () => {
		const at = folderWith({'real.md': 'old'});
		const outside = folderWith({'real.md': 'old'});
		fs.symlinkSync('real.md', at('inside.md'));
		fs.symlinkSync(outside('real.md'), at('outside.md'));
		fs.symlinkSync('nothing.md', at('dangling.md'));
		const replaces = valueOf(versionAt(at('inside.md')))!;
		expect(valueOf(writeDocument(at('inside.md'), 'new', {replaces})).path).toBe(at('real.md'));
		expect(fs.readFileSync(at('real.md'), 'utf8')).toBe('new');
		expect(fs.lstatSync(at('inside.md')).isSymbolicLink()).toBe(true);
		for (const name of ['outside.md', 'dangling.md']) {
			expect(writeDocument(at(name), 'new', {replaces: 'any'})).toMatchObject({
				ok: false,
				problem: {code: 'file.outside', exit: 6},
			});
		}

		expect(fs.readFileSync(outside('real.md'), 'utf8')).toBe('old');
		expect(fs.existsSync(at('nothing.md'))).toBe(false);
	});

	it("writes nothing into git's folder, nor half a character, nor without a folder", () => {
		const at = folderWith({});
		fs.mkdirSync(at('.git'));
		expect(writeDocument(at('.git/a.md'), 'x')).toMatchObject({ok: false, problem: {exit: 6}});
		expect(writeDocument(at('a.md'), '\uD800')).toMatchObject({
			ok: false,
			problem: {code: 'file.not-unicode', exit: 2},
		});
		expect(writeDocument(at('new/folder/a.md'), 'x')).toMatchObject({ok: false, problem: {exit: 3}});
		expect(writeDocument(at('new/folder/a.md'), 'x', {makeFolders: true})).toMatchObject({ok: true});
	});

	it('removes what a write left that was killed long ago, and nothing else', () => {
		const at = folderWith({
			'.specwright-0123456789abcdef.tmp': '',
			'.specwright-fedcba9876543210.tmp': '',
			'.specwright-notes.tmp': '',
		});
		for (const name of ['.specwright-0123456789abcdef.tmp', '.specwright-notes.tmp']) {
			fs.utimesSync(at(name), new Date('2020-01-01'), new Date('2020-01-01'));
		}

		expect(writeDocument(at('a.md'), 'x')).toMatchObject({ok: true});
		expect(fs.readdirSync(at('.')).sort()).toEqual([
			'.specwright-fedcba9876543210.tmp',
			'.specwright-notes.tmp',
			'a.md',
		]);
	});

	it('takes names that a shell or git would read something into', () => {
		const at = folderWith({});
		for (const name of [
			'-rf.md',
			'--all',
			':(exclude)x',
			'*.md',
			'a b.md',
			'new\nline.md',
			'$(id).md',
			`${'n'.repeat(252)}.md`,
		]) {
			expect(writeDocument(at(name), name)).toMatchObject({ok: true});
			expect(fs.readFileSync(at(name), 'utf8')).toBe(name);
		}

		expect(writeDocument(at(`${'n'.repeat(256)}.md`), 'x')).toMatchObject({
			ok: false,
			problem: {code: 'file.enametoolong', exit: 3},
		});
	});

	it.each(['ENOSPC', 'EIO', 'EACCES', 'EROFS'])('keeps the old text and tells of %s, whichever call fails', code => {
		for (const call of ['realpath', 'lstat', 'open', 'write', 'fstat', 'fsync', 'close', 'rename'] as const) {
			for (const at of [1, 2, 3]) {
				const path = folderWith({'a.md': 'old'});
				const replaces = valueOf(versionAt(path('a.md')))!;
				const fault = failing({call, at, code});
				const result = writeDocument(path('a.md'), 'new', {replaces, fileSystem: fault.fileSystem});
				const now = fs.readFileSync(path('a.md'), 'utf8');
				expect(['old', 'new']).toContain(now);
				// A failure after the new file has its name is told too; what was said to be written always is.
				expect(result.ok ? now : 'new').toBe('new');
				if (!result.ok) {
					expect(result.problem).toMatchObject({exit: 3, code: `file.${code.toLowerCase()}`});
				}

				expect(fs.readdirSync(path('.'))).toEqual(['a.md']);
			}
		}
	});

	it('finishes a write that the system takes in pieces, and fails when it takes no more', () => {
		const at = folderWith({'a.md': 'old'});
		const replaces = valueOf(versionAt(at('a.md')))!;
		const full = failing({call: 'write', at: 1, code: 'ENOSPC', partly: 2, lasting: true});
		expect(writeDocument(at('a.md'), 'longer', {replaces, fileSystem: full.fileSystem})).toMatchObject({
			ok: false,
			problem: {code: 'file.enospc', summary: expect.stringContaining('disk is full')},
		});
		expect(fs.readFileSync(at('a.md'), 'utf8')).toBe('old');
		const piecewise = failing({call: 'write', at: 1, code: 'EIO', partly: 2});
		expect(writeDocument(at('a.md'), 'longer', {replaces, fileSystem: piecewise.fileSystem})).toMatchObject({ok: true});
		expect(fs.readFileSync(at('a.md'), 'utf8')).toBe('longer');
	});

	it('notices a file that reads back differently', () => {
		const at = folderWith({});
		const fileSystem = {
			...realFileSystem,
			link(from: string, to: string) {
				realFileSystem.link(from, to);
				fs.appendFileSync(to, '!');
			},
		};
		expect(writeDocument(at('a.md'), 'x', {fileSystem})).toMatchObject({
			ok: false,
			problem: {code: 'file.differs', exit: 3},
		});
	});
});

describe('confining', () => {
	it('gives the real path of what lies inside, there or not', () => {
		const at = folderWith({'a.md': 'a'});
		fs.mkdirSync(at('docs'));
		fs.symlinkSync('docs', at('link'));
		expect(confine(at('.'), 'a.md')).toEqual({ok: true, value: at('a.md')});
		expect(confine(at('.'), 'docs/../a.md')).toEqual({ok: true, value: at('a.md')});
		expect(confine(at('.'), 'link/new/b.md')).toEqual({ok: true, value: at('docs/new/b.md')});
		expect(confine(at('.'), '..a.md')).toEqual({ok: true, value: at('..a.md')});
	});

	it.each([
		'../x.md',
		'docs/../../x.md',
		String.raw`..\x.md`,
		'/etc/passwd',
		'~/x.md',
		String.raw`C:\x.md`,
		'',
		'nul\0.md',
		'bell\u0007.md',
		`${'n'.repeat(256)}.md`,
		'.git/hooks/pre-commit',
		'docs/.GIT/x.md',
		'.github/workflows/x.md',
		'out/x.md',
		'dangling',
		'file.md/x.md/../../../../y',
	])('refuses %j', path => {
		const at = folderWith({'file.md': ''});
		fs.symlinkSync('/', at('out'));
		fs.symlinkSync('nothing', at('dangling'));
		expect(confine(at('.'), path)).toMatchObject({ok: false, problem: {code: 'path.outside', exit: 6}});
	});
});

it('hashes text as its UTF-8 bytes', () => {
	expect(sha256('é')).toBe(sha256(Buffer.from([0xc3, 0xa9])));
	expect(sha256('')).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
});
