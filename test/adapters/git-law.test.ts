/** Law 6: whatever is staged, changed, new or gone, our commit has the one document in it and the rest is as it was. */

import fs from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {commitFile} from '../../source/adapters/git/index.ts';
import {fc, runs} from '../property.ts';
import {makeRepository, type State, type TestRepository} from './repository.ts';

/** What was done to a file since the last commit that holds it, if one does. */
const deeds = {
	'left alone'() {},
	changed: ({write}, name) => write(name, 'changed\n'),
	staged({write, git}, name) {
		write(name, 'staged\n');
		git('add', '--', name);
	},
	'staged and changed again'({write, git}, name) {
		write(name, 'staged\n');
		git('add', '--', name);
		write(name, 'changed again\n');
	},
	'gone from the folder': ({path}, name) => fs.rmSync(join(path, name), {force: true}),
	'removed from the index': ({git}, name) => git('rm', '-q', '--cached', '--ignore-unmatch', '--', name),
	'removed from both': ({git}, name) => git('rm', '-q', '-f', '--ignore-unmatch', '--', name),
	'to be added'({write, git}, name) {
		write(name, 'to be added\n');
		git('add', '-N', '--', name);
	},
	'made a program'({write, path, git}, name) {
		write(name, 'program\n');
		fs.chmodSync(join(path, name), 0o755);
		git('add', '--', name);
	},
	renamed({write, git}, name) {
		write(name, 'renamed\n');
		git('add', '--', name);
		git('mv', '-f', '--', name, `${name}.moved`);
	},
} satisfies Readonly<Record<string, (repository: TestRepository, name: string) => unknown>>;

const names = ['a.md', 'docs/b.md', ':(top)c.md', 'ä *.md'] as const;
const deed = fc.constantFrom(...(Object.keys(deeds) as (keyof typeof deeds)[]));
const file = fc.record({name: fc.constantFrom(...names), isCommitted: fc.boolean(), deed});
const scene = fc.record({
	files: fc.uniqueArray(file, {selector: ({name}) => name, maxLength: names.length}),
	document: fc.constantFrom('spec.md', 'docs/spec.md', 'a.md.md'),
	isCommitted: fc.boolean(),
	isStaged: fc.boolean(),
	isDetached: fc.boolean(),
	isRefused: fc.boolean(),
});

/** What a commit of `document` must leave as it was. */
function others({index, files}: State, document: string): unknown {
	const isOther = (entry: string): boolean => !entry.endsWith(`\t${document}`);
	const {[document]: _, ...rest} = files;
	return {index: index.filter(isOther), files: rest};
}

it('a commit changes nothing but its one document', async () => {
	await fc.assert(
		fc.asyncProperty(scene, async ({files, document, isCommitted, isStaged, isDetached, isRefused}) => {
			const repository = makeRepository();
			const {git, write, environment} = repository;
			const committed = files.filter(one => one.isCommitted).map(({name}) => name);
			for (const name of committed) write(name, `first ${name}\n`);
			if (isCommitted) write(document, 'first\n');
			for (const name of [...committed, ...(isCommitted ? [document] : [])]) git('add', '--', `:(top,literal)${name}`);
			git('commit', '-q', '--allow-empty', '-m', 'ground');
			if (isDetached) git('checkout', '-q', '--detach');
			for (const {name, deed: done} of files) {
				if (!fs.existsSync(join(repository.path, name))) write(name, 'new\n');
				deeds[done]({...repository, git: (...args) => git('--literal-pathspecs', ...args)}, name);
			}

			const path = write(document, '# Spec\n');
			if (isStaged) git('add', '--', document);
			if (isRefused) repository.hook('pre-commit', 'exit 1');
			const before = repository.state();
			const stagedOfOthers = (): string => git('diff', '--cached', '--no-ext-diff', '--', '.', `:(exclude)${document}`);
			const staged = stagedOfOthers();
			const result = await commitFile(path, 'docs: spec', {environment});

			const after = repository.state();
			expect(result.ok).toBe(!isRefused);
			expect(others(after, document)).toEqual(others(before, document));
			expect(after.files[document]).toBe('# Spec\n');
			if (isRefused) {
				expect(after).toEqual(before);
				return;
			}

			expect(git('show', '--format=', '--name-only', '-z', 'HEAD').split('\0').filter(Boolean)).toEqual([document]);
			expect(git('show', `HEAD:${document}`)).toBe('# Spec\n');
			expect(git('status', '--porcelain', '--', document)).toBe('');
			// What the next commit would take of the others is what it would have taken before.
			expect(stagedOfOthers()).toBe(staged);
		}),
		{numRuns: runs(12)},
	);
});
