/** The document in each state that a file can be in, in each kind of repository. */

import fs from 'node:fs';
import {dirname, join} from 'node:path';
import {held, play} from './git-scenes.ts';
import {makeRepository, repositoryAt} from './repository.ts';

play('file', [
	{what: 'a new file'},
	{what: 'a new file in a new folder', file: 'docs/specs/spec.md'},
	{what: 'a file that is tracked and changed', prepare: held},
	{what: 'a file that is staged as new', then: ({git}) => git('add', 'spec.md')},
	{
		what: 'a file of which a part is staged',
		prepare: held,
		text: 'first\nstaged\nnot staged\n',
		then({git, write}) {
			write('spec.md', 'first\nstaged\n');
			git('add', 'spec.md');
			write('spec.md', 'first\nstaged\nnot staged\n');
		},
	},
	{what: 'a file that is to be added', then: ({git}) => git('add', '-N', 'spec.md')},
	{
		what: 'a file that was removed from the index',
		prepare: held,
		then: ({git}) => git('rm', '-q', '--cached', 'spec.md'),
	},
	{what: 'a file that HEAD holds as it is', prepare: repository => held(repository, 'spec.md', '# Spec\n'), held: true},
	{
		what: 'a file that HEAD holds as it is, on a new branch',
		prepare: repository => held(repository, 'spec.md', '# Spec\n'),
		options: {branch: 'new'},
		held: true,
	},
	{
		what: 'beside a rename and a deletion that are staged',
		prepare(repository) {
			held(repository, 'old.md', 'renamed\n');
			held(repository, 'gone.md', 'gone\n');
			repository.git('mv', 'old.md', 'moved.md');
			repository.git('rm', '-q', 'gone.md');
		},
	},
	{
		what: 'ignored',
		prepare: ({write}) => void write('.gitignore', 'spec.md\n'),
		refused: 'git.ignored',
		says: 'check-ignore -v spec.md',
	},
	{
		what: 'tracked although ignored',
		prepare(repository) {
			held(repository);
			repository.write('.gitignore', 'spec.md\n');
		},
	},
	{
		what: 'skip-worktree',
		prepare: held,
		then: ({git}) => git('update-index', '--skip-worktree', 'spec.md'),
		refused: 'git.hidden',
		says: 'no-skip-worktree',
	},
	{
		what: 'assume-unchanged',
		prepare: held,
		then: ({git}) => git('update-index', '--assume-unchanged', 'spec.md'),
		refused: 'git.hidden',
	},
	{
		what: 'a symbolic link',
		then({path}) {
			fs.rmSync(join(path, 'spec.md'));
			fs.symlinkSync('base.md', join(path, 'spec.md'));
		},
		refused: 'git.not-a-file',
	},
	{
		what: 'a folder',
		then({path}) {
			fs.rmSync(join(path, 'spec.md'));
			fs.mkdirSync(join(path, 'spec.md'));
		},
		refused: 'git.not-a-file',
	},
	{
		what: 'not there',
		then: ({path}) => fs.rmSync(join(path, 'spec.md')),
		refused: 'git.not-a-file',
		says: 'There is no file',
	},
	{
		what: 'line ends that git turns',
		prepare: ({git}) => void git('config', 'core.autocrlf', 'true'),
		text: '# Spec\r\n',
		holds: '# Spec\n',
	},
	{
		what: 'line ends that an attribute turns',
		prepare: ({write}) => void write('.gitattributes', '*.md text eol=crlf\n'),
		text: '# Spec\r\n',
		holds: '# Spec\n',
	},
	{
		what: 'line ends that git would not bring back',
		then({git}) {
			git('config', 'core.autocrlf', 'true');
			git('config', 'core.safecrlf', 'true');
		},
		refused: 'git.failed',
		says: 'LF would be replaced by CRLF',
	},
	{
		what: 'a filter that is missing',
		then({git, write}) {
			git('config', 'filter.big.clean', '/nonexistent/clean');
			git('config', 'filter.big.required', 'true');
			write('.gitattributes', 'spec.md filter=big\n');
		},
		refused: 'git.failed',
		says: 'external filter',
	},
]);

play('repository', [
	{what: 'without a commit', repository: {first: false}},
	{what: 'without a commit, in a folder', repository: {first: false}, file: 'docs/spec.md'},
	{what: 'with SHA-256', repository: {init: ['--object-format=sha256']}},
	{what: 'detached HEAD', prepare: ({git}) => void git('checkout', '-q', '--detach'), says: /^HEAD is detached/},
	{
		what: 'a work tree of its own',
		file: 'deep/er/spec.md',
		prepare({git, path, environment}) {
			const tree = join(dirname(path), 'tree');
			git('worktree', 'add', '-q', '-b', 'side', tree);
			return repositoryAt(tree, environment);
		},
	},
	{
		what: 'a submodule',
		prepare({git, path, environment}) {
			const inner = makeRepository();
			git('-c', 'protocol.file.allow=always', 'submodule', '--quiet', 'add', inner.path, 'sub');
			git('commit', '-qm', 'sub');
			return repositoryAt(join(path, 'sub'), environment);
		},
		says: /submodule at .* the repository above it was not changed/,
	},
	{
		what: 'a repository within another',
		prepare({path, environment}) {
			fs.cpSync(makeRepository().path, join(path, 'inner'), {recursive: true});
			return repositoryAt(join(path, 'inner'), environment);
		},
	},
	{
		what: 'sparse, the file within',
		file: 'docs/spec.md',
		prepare(repository) {
			held(repository, 'docs/a.md');
			repository.git('sparse-checkout', 'set', 'docs');
		},
	},
	{
		what: 'sparse, the file outside',
		file: 'elsewhere/spec.md',
		prepare(repository) {
			held(repository, 'docs/a.md');
			repository.git('sparse-checkout', 'set', 'docs');
		},
		refused: 'git.failed',
		says: 'sparse',
	},
	{what: 'an index in two parts', then: ({git}) => git('update-index', '--split-index')},
	{what: 'an index of version 4', then: ({git}) => git('update-index', '--index-version', '4')},
	{
		what: 'bare',
		file: 'bare.git/spec.md',
		prepare: ({git}) => void git('init', '-q', '--bare', 'bare.git'),
		refused: 'git.not-a-repository',
	},
	{what: 'a branch with a hostile name', prepare: ({git}) => void git('checkout', '-q', '-b', '$(id);`x`')},
	{
		what: 'settings that change what a commit says',
		then({git, write}) {
			write('template', '# from a template\n');
			for (const [name, value] of Object.entries({
				'commit.template': 'template',
				'commit.cleanup': 'scissors',
				'commit.verbose': 'true',
				'core.commentChar': ';',
				'commit.status': 'true',
			}))
				git('config', name, value);
		},
		message: 'docs: spec\n\n# Why\n; kept',
		look: ({git}) => {
			if (git('log', '-1', '--format=%B').trim() !== 'docs: spec\n\n# Why\n; kept') throw new Error('another message');
		},
	},
]);
