/** Branches, amending and signing off: what cannot be is refused or told, and nothing else moves. */

import {held, hook, play} from './git-scenes.ts';
import type {TestRepository} from './repository.ts';

const branch = 'docs/spec';

play('branch', [
	{what: 'a new one', options: {branch}},
	{
		what: 'a new one from a detached HEAD',
		prepare: ({git}) => void git('checkout', '-q', '--detach'),
		options: {branch},
	},
	{what: 'a new one before the first commit', repository: {first: false}, options: {branch}},
	{what: 'the one that there is', options: {branch: 'main'}},
	{
		what: 'taken back where a hook refuses',
		then: hook('pre-commit', 'exit 1'),
		options: {branch},
		refused: 'git.failed',
		says: '--branch docs/spec',
	},
	{
		what: 'taken back on a detached HEAD',
		prepare: ({git}) => void git('checkout', '-q', '--detach'),
		then: hook('pre-commit', 'exit 1'),
		options: {branch},
		refused: 'git.failed',
	},
	{
		what: 'taken back before the first commit',
		repository: {first: false},
		then: hook('pre-commit', 'exit 1'),
		options: {branch},
		refused: 'git.failed',
	},
	...['other', 'bad name', '-x', 'a..b', '@{-1}', 'HEAD.lock', 'main/below'].map(name => ({
		what: `one that can't be, ${name}`,
		prepare: ({git}: TestRepository) => void git('branch', 'other'),
		options: {branch: name},
		refused: 'git.branch',
	})),
]);

const amend = {amend: true} as const;
const unamended = (reason: string): RegExp => new RegExp(`^${reason}, so this is a new commit`);

play('amending', [
	{
		what: 'the own last commit of the document',
		prepare: held,
		options: amend,
		amends: true,
		says: /^The last commit was made anew; before it was [\da-f]{12}/,
	},
	{
		what: 'the first of all commits',
		repository: {first: false},
		prepare: held,
		options: amend,
		amends: true,
		says: 'made anew',
	},
	{
		what: 'before there is a commit',
		repository: {first: false},
		options: amend,
		says: unamended('There is no commit yet'),
	},
	{what: 'a commit of another file', options: amend, says: unamended('The last commit is not of this document alone')},
	{
		what: 'a commit of the document and another file',
		prepare({write, git}) {
			write('spec.md', 'first\n');
			write('other.md', 'other\n');
			git('add', '.');
			git('commit', '-qm', 'both');
		},
		options: amend,
		says: unamended('The last commit is not of this document alone'),
	},
	{
		what: 'a merge',
		prepare(repository) {
			const {git} = repository;
			git('checkout', '-q', '-b', 'side');
			held(repository);
			git('checkout', '-q', 'main');
			git('merge', '-q', '--no-ff', 'side');
			git('branch', '-q', '-D', 'side');
		},
		options: amend,
		says: unamended('The last commit is not of this document alone'),
	},
	{
		what: "somebody else's commit",
		prepare({write, git}) {
			write('spec.md', 'first\n');
			git('add', 'spec.md');
			git('commit', '-qm', 'theirs', '--author=Eve <eve@example.org>');
		},
		options: amend,
		says: unamended("The last commit is somebody else's"),
	},
	{
		what: 'a commit that is pushed',
		prepare(repository) {
			const {git} = repository;
			held(repository);
			git('init', '-q', '--bare', '../remote.git');
			git('remote', 'add', 'origin', '../remote.git');
			git('push', '-q', '-u', 'origin', 'main');
		},
		options: amend,
		says: unamended('The last commit is pushed'),
	},
	{
		what: 'a commit that is tagged',
		prepare(repository) {
			held(repository);
			repository.git('tag', 'v1');
		},
		options: amend,
		says: unamended('The last commit is in v1 too'),
	},
	{
		what: 'on a new branch',
		prepare: held,
		options: {...amend, branch},
		says: unamended('It goes to a branch of its own'),
	},
	{
		what: 'back to what was before it',
		prepare(repository) {
			held(repository, 'spec.md', '# Spec\n');
			held(repository, 'spec.md', '# Other\n');
		},
		options: amend,
		says: unamended('The document is as it was before the last commit'),
	},
	{
		what: 'a hook that refuses',
		prepare: held,
		then: hook('pre-commit', 'exit 1'),
		options: amend,
		refused: 'git.failed',
	},
	{
		what: 'with a sign-off, which is not given twice',
		prepare({write, git}) {
			write('spec.md', 'first\n');
			git('add', 'spec.md');
			git('commit', '-q', '-m', 'ground', '--', 'spec.md');
		},
		message: 'docs: add spec\n\nSigned-off-by: Ada Example <ada@example.org>\n',
		options: {...amend, signOff: true},
		amends: true,
		says: 'made anew',
		look({git}) {
			const message = git('log', '-1', '--format=%B').trim();
			if (message !== 'docs: add spec\n\nSigned-off-by: Ada Example <ada@example.org>') throw new Error(message);
		},
	},
	{
		what: 'not, and a sign-off',
		options: {signOff: true},
		look({git}) {
			const message = git('log', '-1', '--format=%B').trim();
			if (message !== 'docs: add spec\n\nSigned-off-by: Ada Example <ada@example.org>') throw new Error(message);
		},
	},
]);
