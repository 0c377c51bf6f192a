/** A hook that adds to our commit: found, said, and nothing left behind that the next commit would do by itself. */

import {execFileSync} from 'node:child_process';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {commitFile} from '../../source/adapters/git/index.ts';
import {makeRepository, type TestRepository} from './repository.ts';

async function notesOf(repository: TestRepository): Promise<readonly string[]> {
	const path = join(repository.path, 'spec.md');
	const result = await commitFile(path, 'docs: add spec', {environment: repository.environment});
	if (!result.ok) throw new Error(result.problem.summary);
	return result.value.notes;
}

/** Runs the command that a note gives, as the author would. */
function undo(repository: TestRepository, note: string): void {
	const command = note.slice(note.indexOf('keep all files: ') + 'keep all files: '.length);
	execFileSync('/bin/sh', ['-c', command], {cwd: repository.path, env: repository.environment});
}

describe('a file that a hook added to the commit', () => {
	it.each([
		['after other commits', true],
		['in the first commit of all', false],
	])('is not staged to be removed, and all is as before where the commit is undone: %s', async (_, first) => {
		const repository = makeRepository({first});
		repository.write('spec.md', '# Spec\n');
		repository.write("it's $secret.env", 'secret\n');
		repository.write('mine.md', 'staged\n');
		repository.git('add', 'mine.md');
		const before = repository.state();
		repository.hook('pre-commit', `git add -f "it's \\$secret.env"`);

		const [note, undoing = '', ...more] = await notesOf(repository);
		expect(note).toContain("It also contains: it's $secret.env");
		expect(more).toEqual([]);
		expect(repository.git('status', '--porcelain')).toBe('A  mine.md\n');

		undo(repository, undoing);
		repository.git('rm', '-q', '--cached', 'spec.md');
		const {index, staged, files} = repository.state();
		expect({index, staged, files}).toEqual({index: before.index, staged: before.staged, files: before.files});
	});

	it('keeps what the author had staged of it, and that is said', async () => {
		const repository = makeRepository();
		repository.write('spec.md', '# Spec\n');
		repository.write('base.md', 'mine\n');
		repository.git('add', 'base.md');
		const staged = repository.git('ls-files', '-s', 'base.md');
		repository.hook('pre-commit', 'echo theirs > base.md; git add base.md; echo mine > base.md');
		expect((await notesOf(repository)).join('\n')).toContain('What you had staged of base.md is still staged');
		expect(repository.git('ls-files', '-s', 'base.md')).toBe(staged);
	});
});
