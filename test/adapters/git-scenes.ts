/**
 * Scenes of a commit: a repository in some state, one document, and what becomes of it. Each is a real repository, and of
 * each the same is compared: HEAD, refs, locks, index entries, the staged difference and the work tree, before and after.
 */

import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {commitFile, type CommitOptions} from '../../source/adapters/git/index.ts';
import type {Result} from '../../source/core/problem.ts';
import type {Committed} from '../../source/core/wizard/types.ts';
import {tallyOf} from './faults/results.ts';
import {makeRepository, type RepositoryOptions, type State, type TestRepository} from './repository.ts';

export type Scene = {
	readonly what: string;
	readonly repository?: RepositoryOptions;
	/** The document's path; `spec.md` unless told. */
	readonly file?: string;
	/** What it says; `# Spec` unless told. */
	readonly text?: string;
	/** Brings the repository into its state, before the author's other work is in it. A repository given is the one to look at. */
	readonly prepare?: (repository: TestRepository) => TestRepository | void;
	/** The same, once that work is there. */
	readonly then?: (repository: TestRepository) => void;
	readonly options?: Omit<CommitOptions, 'environment'>;
	readonly environment?: (repository: TestRepository) => Readonly<Record<string, string>>;
	readonly message?: string;
	/** The code of the problem, where there is to be no commit. */
	readonly refused?: string;
	/** What the problem or the notes say; a commit without it has no notes. */
	readonly says?: string | RegExp;
	/** What else is in the commit, put there by a hook. */
	readonly also?: readonly string[];
	/** What the commit holds, where it is not the file as it is. */
	readonly holds?: string;
	/** What the file says afterwards, where a hook wrote into it; null where it removed the file. */
	readonly becomes?: string | null;
	/** What `git status` says of it afterwards, where that is not nothing. */
	readonly status?: string;
	/** True where the commit takes the place of the last one. */
	readonly amends?: boolean;
	/** True where nothing is to be committed, for HEAD holds it. */
	readonly held?: boolean;
	/** Looks at what is of this scene alone. */
	readonly look?: (repository: TestRepository, result: Result<Committed>) => void;
};

const words = '# Spec\n';

/** Other work of the author, staged and not, that must come through any commit untouched. */
export function withOtherWork({write, git}: TestRepository): void {
	write('staged.md', 'staged\n');
	git('add', 'staged.md');
	write('staged.md', 'staged, then changed\n');
	write('base.md', 'base, changed\n');
	write('untracked.md', 'untracked\n');
}

/** Commits `name` once, so that it is a file that HEAD holds. */
export function held({write, git}: TestRepository, name = 'spec.md', text = 'first\n'): void {
	write(name, text);
	git('add', '--', `:(top,literal)${name}`);
	git('commit', '-q', '-m', 'ground', '--', `:(top,literal)${name}`);
}

/** Gives the repository a hook, for `prepare` or `then`. */
export const hook =
	(name: string, script: string) =>
	(repository: TestRepository): void =>
		repository.hook(name, script);

/** A test for each of the scenes; `npm run test:deep` shows one row for each. */
export function play(theme: string, scenes: readonly Scene[]): void {
	describe(theme, () => {
		it.each(scenes.map(scene => [scene.what, scene] as const))('%s', async (what, scene) => {
			const {kept} = tallyOf(`commit, ${theme}: ${JSON.stringify(what).slice(1, -1)}`);
			const outer = makeRepository(scene.repository);
			const {file = 'spec.md', text = words, message = 'docs: add spec'} = scene;
			const repository = scene.prepare?.(outer) ?? outer;
			repository.write(file, text);
			withOtherWork(repository);
			scene.then?.(repository);
			const before = repository.state();
			const old = headOf(repository);
			const result = await commitFile(join(repository.path, file), message, {
				environment: {...repository.environment, ...scene.environment?.(repository)},
				...scene.options,
			});
			const after = repository.state();
			kept(() => {
				if (scene.refused !== undefined) expectRefused(scene, result, before, after);
				else if (scene.held === true) {
					expect(result).toMatchObject({ok: true, value: {hash: old, isNew: false, notes: []}});
					expect(after).toEqual(before);
				} else expectCommitted(scene, repository, old, result, before, after);
				scene.look?.(repository, result);
			});
		});
	});
}

function headOf({git}: TestRepository): string | undefined {
	try {
		return git('rev-parse', '-q', '--verify', 'HEAD').trim();
	} catch {
		return undefined;
	}
}

/** Nothing may have moved but what a hook wrote into the document, and how to try again is told. */
function expectRefused(scene: Scene, result: Result<Committed>, before: State, after: State): void {
	const {file = 'spec.md', becomes} = scene;
	const files = typeof becomes === 'string' ? {...before.files, [file]: becomes} : before.files;
	expect(after).toEqual({...before, files});
	expect(result).toMatchObject({ok: false, problem: {code: scene.refused, exit: 4}});
	if (result.ok) return;
	const {summary, next = ''} = result.problem;
	// Whether there is a file that was written is not git's to say.
	expect(summary).not.toContain('written');
	if (scene.says !== undefined) expect(`${summary} ${next}`).toMatch(scene.says);
	if (scene.refused !== 'git.not-a-file') expect(next).toMatch(/To commit it then: specwright commit .* --message /);
}

/** The commit holds the document alone, on top of what there was, and the rest of the index and the folder is as before. */
function expectCommitted(
	scene: Scene,
	{git}: TestRepository,
	old: string | undefined,
	result: Result<Committed>,
	before: State,
	after: State,
): void {
	const {file = 'spec.md', text = words, also = [], holds, becomes, status = '', amends = false} = scene;
	expect(result.ok ? undefined : result.problem).toBeUndefined();
	if (!result.ok) return;
	const {hash, notes} = result.value;
	const names = git('diff-tree', '--no-commit-id', '--name-only', '-r', '-z', '--root', hash, '--').split('\0');
	expect(names.filter(Boolean).sort()).toEqual([file, ...also].sort());
	expect(git('cat-file', 'blob', `${hash}:${file}`)).toBe(holds ?? becomes ?? text);
	const parents = git('log', '-1', '--format=%P', hash, '--').trim();
	const below = amends ? git('log', '-1', '--format=%P', old!, '--').trim() : (old ?? '');
	expect(parents).toBe(below);
	expect(git('rev-parse', 'HEAD').trim()).toBe(hash);

	const isOther = (entry: string): boolean => ![file, ...also].some(name => entry.endsWith(`\t${name}`));
	expect(after.index.filter(isOther)).toEqual(before.index.filter(isOther));
	expect(othersStaged(after.staged, [file, ...also])).toEqual(othersStaged(before.staged, [file, ...also]));
	expect({...after.files, [file]: ''}).toEqual({...before.files, [file]: ''});
	expect(after.files[file]).toBe(becomes === null ? undefined : Buffer.from(becomes ?? text).toString('latin1'));
	expect(after.locks).toEqual(before.locks);
	expect(git('status', '--porcelain', '--', `:(top,literal)${file}`)).toBe(status);
	if (scene.says === undefined) expect(notes).toEqual([]);
	else expect(notes.join('\n')).toMatch(scene.says);
}

/** The staged difference by files, without those of the commit. */
function othersStaged(staged: string, names: readonly string[]): readonly string[] {
	return staged.split(/^(?=diff --git )/m).filter(part => !names.some(name => part.includes(`b/${name}`)));
}
