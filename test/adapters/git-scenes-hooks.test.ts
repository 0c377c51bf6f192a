/** Hooks and signatures: what they change is told, and what they refuse leaves no trace. */

import {onTestFinished} from 'vitest';
import {held, hook, play} from './git-scenes.ts';

play('hook', [
	{
		what: 'that refuses the file',
		then: hook('pre-commit', 'echo no specs on Fridays >&2; exit 1'),
		refused: 'git.failed',
		says: 'no specs on Fridays',
	},
	{
		what: 'that refuses a file that was removed from the index',
		prepare: held,
		then({git, hook: make}) {
			git('rm', '-q', '--cached', 'spec.md');
			make('pre-commit', 'exit 1');
		},
		refused: 'git.failed',
	},
	{
		what: 'that refuses the first commit',
		repository: {first: false},
		then: hook('pre-commit', 'exit 1'),
		refused: 'git.failed',
	},
	{what: 'that refuses the message', then: hook('commit-msg', 'exit 1'), refused: 'git.failed'},
	{what: 'that refuses to prepare the message', then: hook('prepare-commit-msg', 'exit 1'), refused: 'git.failed'},
	{
		what: 'that refuses to move the branch',
		then: hook('reference-transaction', '[ "$1" != prepared ] || exit 1'),
		refused: 'git.failed',
	},
	{
		what: 'that stages more and refuses',
		then: hook('pre-commit', 'git add untracked.md; exit 1'),
		refused: 'git.failed',
	},
	{
		what: 'that changes the file and refuses',
		then: hook('pre-commit', 'echo formatted >> spec.md; exit 1'),
		becomes: '# Spec\nformatted\n',
		refused: 'git.failed',
		says: 'A hook changed the file',
	},
	{
		what: 'that is still at work when we are told to stop',
		then(repository) {
			const stay = (): void => {};
			process.on('SIGTERM', stay);
			onTestFinished(() => void process.off('SIGTERM', stay));
			repository.hook('pre-commit', `kill -TERM ${process.pid}; exec sleep 300`);
		},
		refused: 'git.failed',
		says: 'SIGTERM',
	},
	{what: 'that is killed', then: hook('pre-commit', 'kill -9 $$'), refused: 'git.failed'},
	{what: 'that asks and gets no answer', then: hook('pre-commit', 'read answer || exit 1'), refused: 'git.failed'},
	{what: 'that ends git', then: hook('pre-commit', 'kill -TERM $PPID'), refused: 'git.failed', says: 'SIGTERM'},
	{what: 'that interrupts git', then: hook('pre-commit', 'kill -INT $PPID'), refused: 'git.failed', says: 'SIGINT'},
	{
		what: 'that is elsewhere',
		then({git, hook: make}) {
			make('../../hooks-of-ours/pre-commit', 'exit 1');
			git('config', 'core.hooksPath', 'hooks-of-ours');
		},
		refused: 'git.failed',
	},
	{
		what: 'that formats and stages',
		then: hook('pre-commit', 'echo formatted >> spec.md; git add spec.md'),
		becomes: '# Spec\nformatted\n',
		says: /^A hook of the repository changed the file; .*\nTo undo the commit and keep all files: git reset --soft [\da-f]{40}$/,
	},
	{
		what: 'that formats and does not stage',
		then: hook('pre-commit', 'echo formatted >> spec.md'),
		becomes: '# Spec\nformatted\n',
		holds: '# Spec\n',
		status: ' M spec.md\n',
		says: /^A hook of the repository changed the file without committing that\. See: git diff -- spec\.md$/,
	},
	{
		what: 'that removes the file',
		then: hook('pre-commit', 'rm spec.md'),
		becomes: null,
		status: ' D spec.md\n',
		says: /^A hook of the repository removed the file\. To bring it back: git restore -- spec\.md$/,
	},
	{
		what: 'that goes to another branch',
		prepare: ({git}) => void git('branch', 'other'),
		then: hook('pre-commit', 'git symbolic-ref HEAD refs/heads/other'),
		says: /^A hook of the repository went elsewhere: the commit is on other, not on main\.$/,
	},
	{
		what: 'that stages more',
		then({write, hook: make}) {
			write('.env', 'secret\n');
			make('pre-commit', 'git add -f .env');
		},
		also: ['.env'],
		says: /It also contains: \.env\.\nTo undo the commit and keep all files: git reset --soft [\da-f]{40}/,
	},
	{what: 'that fails after the commit', then: hook('post-commit', 'exit 1')},
	{
		what: 'that changes the message',
		then: hook('commit-msg', 'echo more >> "$1"'),
		says: /^A hook of the repository changed the message\. See: git log -1 [\da-f]{12}$/,
		look: ({git}) => {
			if (!git('log', '-1', '--format=%B').includes('more')) throw new Error('not changed');
		},
	},
	{
		what: 'nobody to sign',
		then({git}) {
			git('config', 'commit.gpgSign', 'true');
			git('config', 'gpg.program', '/nonexistent/gpg');
		},
		refused: 'git.failed',
		says: 'gpg',
	},
	{
		what: 'a signature that is refused',
		then({git}) {
			git('config', 'commit.gpgSign', 'true');
			git('config', 'gpg.program', 'false');
		},
		refused: 'git.failed',
	},
]);
