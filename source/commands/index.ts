/**
 * The command line as data: help, completion and the parser are made from this table, and a command's code is loaded
 * only when it runs.
 */

import {json, template, type CommandEntry, type NameKind, type OptionEntry} from './entry.ts';
import {diagramsEntry, exportEntry} from './export-entries.ts';
import {config, drafts, templates} from './groups.ts';

export type {CommandEntry, NameKind, OptionEntry} from './entry.ts';

/** How the wizard is shown. */
const showing: readonly OptionEntry[] = [
	{flags: '--plain', summary: 'ask line by line instead of using the full screen'},
	{flags: '--ascii', summary: 'draw with ASCII characters alone'},
];

/** Answers given without questions, and what becomes of the document. */
const answering = (ids: NameKind): readonly OptionEntry[] => [
	{flags: '--answers <file>', summary: 'answers from a YAML or JSON file, - for stdin'},
	{
		flags: '--set <id=value>',
		summary: 'one answer; the value is YAML; wins over --answers',
		repeatable: true,
		names: ids,
	},
	{flags: '--out <file>', summary: 'where to write the document'},
	{flags: '--yes', summary: 'no questions: write what the answers give'},
	{flags: '--print', summary: 'the document on stdout, no file'},
	{flags: '--force', summary: 'overwrite the file that is there'},
];

const committing: readonly OptionEntry[] = [
	{flags: '--message <text>', summary: "the commit's message"},
	{flags: '--branch <name>', summary: 'commit on a new branch of this name'},
];

const commit: OptionEntry = {flags: '--commit', summary: 'commit exactly the written file with git'};

export const commands: readonly CommandEntry[] = [
	{
		name: 'new',
		summary: 'Write a document from a template',
		args: [{syntax: '[template]', summary: "a template's name, or the path of any Markdown file", names: 'templates'}],
		options: [...answering('ids'), commit, ...committing, ...showing],
		examples: [
			'new architecture-spec',
			'new architecture-spec --answers answers.yaml --yes --out docs/spec.md --commit',
			'new ./our-template.md --print',
		],
		byProject: 'without-wizard',
		load: async () => (await import('./new.ts')).newDocument,
	},
	{
		name: 'open',
		summary: 'Go on with a document, whoever wrote it',
		args: [{syntax: '<file>', summary: 'the document'}],
		options: [template, ...answering('own-ids'), commit, ...committing, ...showing],
		examples: ['open docs/spec.md', 'open docs/spec.md --set document/status=Approved --yes'],
		byProject: 'without-wizard',
		load: async () => (await import('./open.ts')).open,
	},
	{
		name: 'resume',
		summary: 'Go on with a draft, the newest if none is named',
		args: [{syntax: '[draft]', summary: "the draft's id, as `drafts` lists it", names: 'drafts'}],
		options: showing,
		examples: ['resume', 'resume 3f2a'],
		load: async () => (await import('./resume.ts')).resume,
	},
	{
		name: 'demo',
		summary: 'Open an example that is filled in, to look at and to play with',
		args: [],
		options: [{flags: '--print', summary: 'the example on stdout, no wizard'}, ...showing],
		examples: ['demo', 'demo --print'],
		load: async () => (await import('./demo.ts')).demo,
	},
	drafts,
	templates,
	{
		name: 'inspect',
		summary: 'Show how a template or document is understood',
		args: [{syntax: '<file-or-template>', summary: "a file, or a template's name", names: 'templates'}],
		options: [json, {flags: '--explain', summary: 'say why each field is one: the rule, and the line it went by'}],
		examples: ['inspect architecture-spec', 'inspect docs/spec.md --json', 'inspect ./our-template.md --explain'],
		byProject: 'always',
		load: async () => (await import('./inspect.ts')).inspect,
	},
	{
		name: 'schema',
		summary: "Print the JSON Schema of a template's answers file",
		args: [{syntax: '<template>', summary: "a template's name, or the path of any Markdown file", names: 'templates'}],
		options: [],
		examples: ['schema architecture-spec > answers.schema.json'],
		byProject: 'always',
		load: async () => (await import('./schema.ts')).schema,
	},
	{
		name: 'answers',
		summary: "Print a document's answers as an answers file",
		args: [{syntax: '<file>', summary: 'the document'}],
		options: [template, {flags: '--format <format>', summary: 'yaml or json', choices: ['yaml', 'json']}],
		examples: ['answers docs/spec.md > answers.yaml'],
		byProject: 'always',
		load: async () => (await import('./answers.ts')).answers,
	},
	{
		name: 'check',
		summary: 'Completeness and every check',
		args: [{syntax: '<file...>', summary: 'documents, folders or globs'}],
		options: [
			{
				flags: '--format <format>',
				summary: 'pretty, json, sarif (2.1.0) or github (workflow commands)',
				choices: ['pretty', 'json', 'sarif', 'github'],
			},
			{flags: '--min <percent>', summary: 'fail below this share of required answers (default 100)'},
			{
				flags: '--rule <id=severity>',
				summary: 'off, info, warn or error for one rule',
				repeatable: true,
				names: 'rules',
			},
			{flags: '--baseline <file>', summary: 'tell only what is not in this file of known findings'},
			{flags: '--write-baseline', summary: 'write what is found now into that file'},
			template,
		],
		examples: [
			'check docs/spec.md',
			'check docs --min 80 --format json',
			'check docs --baseline known.json --write-baseline',
		],
		byProject: 'always',
		load: async () => (await import('./check.ts')).checkFiles,
	},
	{
		name: 'status',
		summary: 'How far the documents in a folder are, as a table',
		args: [{syntax: '[folder]', summary: 'where to look; the current folder if none is named'}],
		options: [
			{
				flags: '--format <format>',
				summary: 'pretty, json or markdown (for an index page in that folder)',
				choices: ['pretty', 'json', 'markdown'],
			},
			json,
			{
				flags: '--template <name>',
				summary: 'the template that every Markdown file there was written from',
				names: 'templates',
			},
			{flags: '--write <page>', summary: 'keep the table in this Markdown file, between two comments'},
			{flags: '--check', summary: 'with --write: write nothing; exit 1 where the table is out of date'},
		],
		examples: ['status', 'status docs --write docs/index.md', 'status docs --write docs/index.md --check'],
		byProject: 'always',
		load: async () => (await import('./status.ts')).status,
	},
	{
		name: 'fix',
		summary:
			'Write what follows from a document by itself: lists of evidence, boxes of a gate, ids, dates; repair damaged text',
		args: [{syntax: '<file>', summary: 'the document'}],
		options: [
			{
				flags: '--only <names>',
				summary: 'which fixes, with commas between them: encoding, evidence, ids, gate, dates',
				names: 'fixes',
			},
			template,
			{flags: '--force', summary: 'write also a file that has several names (hard links)'},
			{flags: '--check', summary: 'only tell; exit 1 where something would change'},
		],
		examples: ['fix docs/spec.md --check', 'fix docs/spec.md --only evidence,gate'],
		load: async () => (await import('./fix.ts')).fix,
		byProject: 'always',
	},
	{
		name: 'update',
		summary: "Bring a document to its template's newer version; what its author wrote stays",
		args: [{syntax: '<file>', summary: 'the document'}],
		options: [
			{...template, summary: 'the template it was written from, where the file does not say'},
			{flags: '--from <file>', summary: 'the version it was written from, where neither git nor this program has it'},
			{flags: '--check', summary: 'only tell; exit 1 where something would change'},
			{flags: '--print', summary: 'the updated document on stdout, no file'},
			{flags: '--yes', summary: 'write without asking'},
			{flags: '--force', summary: 'write also a file that has several names (hard links)'},
		],
		examples: [
			'update docs/spec.md',
			'update docs/spec.md --check',
			'update docs/spec.md --template ./our-template.md --from ./our-template-v1.md --yes',
		],
		load: async () => (await import('./update.ts')).update,
		byProject: 'always',
	},
	exportEntry,
	diagramsEntry,
	{
		name: 'preview',
		summary: 'Render a document in the terminal',
		args: [{syntax: '<file>', summary: 'the document'}],
		options: [{flags: '--raw', summary: 'the Markdown as it is'}],
		examples: ['preview docs/spec.md'],
		load: async () => (await import('./preview.ts')).preview,
	},
	{
		name: 'commit',
		summary: 'Commit exactly one file with git',
		args: [{syntax: '<file>', summary: 'the file'}],
		options: committing,
		examples: ['commit docs/spec.md', 'commit docs/spec.md --branch docs/orders'],
		load: async () => (await import('./commit.ts')).commit,
	},
	config,
	{
		name: 'completion',
		summary: 'Print a completion script for a shell',
		args: [{syntax: '<shell>', summary: 'bash, zsh or fish', choices: ['bash', 'zsh', 'fish']}],
		options: [],
		examples: [
			'completion bash > ~/.local/share/bash-completion/completions/specwright',
			'completion fish > ~/.config/fish/completions/specwright.fish',
		],
		load: async () => (await import('./completion/index.ts')).completion(commands),
	},
];

/** What runs when no command is named. */
export const home: CommandEntry = {
	name: 'home',
	summary: 'Resume a draft, open a document nearby, or begin a new one',
	args: [],
	options: showing,
	load: async () => (await import('./home.ts')).home,
};
