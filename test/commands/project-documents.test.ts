import {mkdirSync, symlinkSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, it} from 'vitest';
import type {Context} from '../../source/commands/context.ts';
import {createOutput, type Sink} from '../../source/commands/output.ts';
import {projectDocuments} from '../../source/commands/wizard/project-documents.ts';
import {temporaryFolder} from '../adapters/temporary.ts';
import {makeRepository} from '../adapters/repository.ts';

const silent: Sink = {isTerminal: false, columns: 80, write() {}};
const document = (title: string) => `# ${title}\n\nWords.\n\n<!-- specwright: spec@1.0.0 sha256:0123456789ab -->\n`;

function write(root: string, files: Readonly<Record<string, string>>): void {
	for (const [name, text] of Object.entries(files)) {
		mkdirSync(dirname(join(root, name)), {recursive: true});
		writeFileSync(join(root, name), text);
	}
}

async function found(cwd: string, known: readonly string[] = [], signal = new AbortController().signal) {
	const home = temporaryFolder();
	const context: Context = {
		cwd,
		env: {PATH: process.env['PATH'], HOME: home},
		output: createOutput(silent, silent, {}, false),
		bundledTemplates: '',
		bundledExamples: '',
		version: '1.0.0',
		stdinIsTerminal: false,
		readStdin: async () => Promise.resolve(undefined),
	};
	const documents = await projectDocuments(
		known.map(path => ({path, title: ''})),
		context,
		signal,
	);
	return documents.map(({path, title}) => `${path}: ${title}`);
}

const files = {
	'here.md': document('Known already'),
	'specs/deep/down/signer.md': document('Signer'),
	'specs/notes.md': '# Notes of somebody\n',
	'node_modules/package/readme.md': document('Not of this project'),
};

it('finds documents anywhere in a folder, and passes over other Markdown, packages, hidden folders and links', async () => {
	const root = temporaryFolder();
	const outside = temporaryFolder();
	write(outside, {'secret.md': document('Secret')});
	write(root, {...files, '.hidden/a.md': document('Hidden')});
	symlinkSync(join(outside, 'secret.md'), join(root, 'link.md'));
	symlinkSync(outside, join(root, 'linked'));
	expect(await found(root, ['here.md'])).toEqual(['specs/deep/down/signer.md: Signer']);
});

it('asks git in a repository, so that what is ignored is left out, and follows no link that it has', async () => {
	const repository = makeRepository();
	const outside = temporaryFolder();
	write(outside, {'secret.md': document('Secret')});
	write(repository.path, {
		...files,
		'.gitignore': 'build/\n',
		'build/copy.md': document('Copy'),
		'ünïcode/ä.md': document('Umlaut'),
	});
	symlinkSync(join(outside, 'secret.md'), join(repository.path, 'link.md'));
	repository.git('add', 'specs', 'link.md');
	expect(await found(repository.path, ['here.md'])).toEqual([
		'specs/deep/down/signer.md: Signer',
		'ünïcode/ä.md: Umlaut',
	]);
	// Named from where the author is, who may be further down.
	expect(await found(join(repository.path, 'specs'), ['../here.md', '../ünïcode/ä.md'])).toEqual([
		'deep/down/signer.md: Signer',
	]);
});

it('gives up when it is told to', async () => {
	const root = temporaryFolder();
	write(root, files);
	const ended = new AbortController();
	ended.abort();
	expect(await found(root, [], ended.signal)).toEqual([]);
});
