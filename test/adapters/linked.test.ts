import fs from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {linked} from '../../source/adapters/files/index.ts';
import {realFileSystem} from '../../source/adapters/file-system/index.ts';
import {temporaryFolder} from './temporary.ts';

/** A project with `docs/a.md` in it, a link out of it, a link to nothing, and a file beside it. */
function project(): string {
	const outer = temporaryFolder();
	const root = join(outer, 'project');
	fs.mkdirSync(join(root, 'docs'), {recursive: true});
	fs.writeFileSync(join(root, 'docs/a.md'), '');
	fs.writeFileSync(join(root, 'README.md'), '');
	fs.writeFileSync(join(outer, 'secret.md'), '');
	fs.symlinkSync(join(outer, 'secret.md'), join(root, 'docs/out.md'));
	fs.symlinkSync('nothing.md', join(root, 'docs/dangling.md'));
	return root;
}

describe('a path in a document', () => {
	it.each([
		['a.md', 'found'],
		['./', 'found'],
		['../README.md', 'found'],
		['README.md', 'missing'],
		['b.md', 'missing'],
		['a.md/b.md', 'missing'],
		['dangling.md', 'missing'],
		['x'.repeat(300), 'missing'],
		['../../secret.md', 'outside'],
		['../../nowhere.md', 'outside'],
		['out.md', 'outside'],
	] as const)('%s leads where it leads from the folder of the document: %s', (path, fact) => {
		const root = project();
		expect(linked(path, join(root, 'docs'), root)).toBe(fact);
	});

	it('is looked up from a folder that is made only with the document', () => {
		const root = project();
		expect(linked('../docs/a.md', join(root, 'new'), root)).toBe('found');
	});

	it('is never looked at outside of the project', () => {
		const root = project();
		const looked: string[] = [];
		const watching = {
			...realFileSystem,
			realpath(path: string) {
				looked.push(path);
				return realFileSystem.realpath(path);
			},
		};
		linked('../../secret.md', join(root, 'docs'), root, watching);
		expect(looked.filter(path => path.includes('secret'))).toEqual([]);
	});

	it('is not called missing where nobody may look', () => {
		const root = project();
		const refusing = {
			...realFileSystem,
			realpath(path: string) {
				if (path.endsWith('a.md')) throw Object.assign(new Error('no'), {code: 'EACCES'});
				return realFileSystem.realpath(path);
			},
		};
		expect(linked('a.md', join(root, 'docs'), root, refusing)).toBe('found');
	});
});
