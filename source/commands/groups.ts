/** The commands that have commands below them, as part of the table in index.ts. */

import {json, type CommandEntry} from './entry.ts';

export const drafts: CommandEntry = {
	name: 'drafts',
	summary: 'List the drafts',
	args: [],
	options: [json],
	examples: ['drafts', 'drafts --json'],
	load: async () => (await import('./drafts.ts')).listAll,
	commands: [
		{
			name: 'show',
			summary: 'Show what a draft holds',
			args: [{syntax: '<id>', summary: 'the draft', names: 'drafts'}],
			options: [json],
			examples: ['drafts show 3f2a'],
			load: async () => (await import('./drafts.ts')).show,
		},
		{
			name: 'remove',
			summary: 'Remove a draft',
			args: [{syntax: '<id>', summary: 'the draft', names: 'drafts'}],
			options: [],
			examples: ['drafts remove 3f2a'],
			load: async () => (await import('./drafts.ts')).remove,
		},
		{
			name: 'export',
			summary: "Print a draft's answers as an answers file",
			args: [{syntax: '<id>', summary: 'the draft', names: 'drafts'}],
			options: [{flags: '--format <format>', summary: 'yaml or json', choices: ['yaml', 'json']}],
			examples: ['drafts export 3f2a > answers.yaml'],
			load: async () => (await import('./drafts.ts')).exportAnswers,
		},
	],
};

export const templates: CommandEntry = {
	name: 'templates',
	summary: 'List the templates',
	args: [],
	options: [json],
	examples: ['templates', 'templates --json'],
	byProject: 'always',
	load: async () => (await import('./templates.ts')).listAll,
	commands: [
		{
			name: 'show',
			summary: 'Print a template as it is',
			args: [{syntax: '<name>', summary: "the template's name or path", names: 'templates'}],
			options: [],
			examples: ['templates show architecture-spec > ours.md'],
			byProject: 'always',
			load: async () => (await import('./templates.ts')).show,
		},
		{
			name: 'check',
			summary: 'Tell what the reader sees in a template, and what it found doubtful',
			args: [{syntax: '<file-or-template>', summary: "a file, or a template's name", names: 'templates'}],
			options: [json],
			examples: ['templates check ./our-template.md'],
			byProject: 'always',
			load: async () => (await import('./templates-check.ts')).checkOne,
		},
		{
			name: 'add',
			summary: 'Add templates from a file, a folder or a git repository; a copy is kept, and nothing is run',
			args: [
				{syntax: '<path-or-url>', summary: 'a path, or an address with https://, ssh://, file:// or user@host:path'},
			],
			options: [
				{flags: '--name <name>', summary: 'what they are called together; the last part of the address unless given'},
				{flags: '--folder <path>', summary: 'the folder in it that holds the templates; its top unless given'},
			],
			examples: [
				'templates add ../handbook/templates',
				'templates add https://example.org/team/templates.git --name team --folder docs',
			],
			load: async () => (await import('./templates-team.ts')).add,
		},
		{
			name: 'update',
			summary: 'Fetch or copy added templates anew',
			args: [{syntax: '[name]', summary: 'what they were added as; all of them if none is named', names: 'added'}],
			options: [],
			examples: ['templates update', 'templates update team'],
			load: async () => (await import('./templates-team.ts')).update,
		},
		{
			name: 'remove',
			summary: 'Remove templates that were added',
			args: [{syntax: '<name>', summary: 'what they were added as', names: 'added'}],
			options: [],
			examples: ['templates remove team'],
			load: async () => (await import('./templates-team.ts')).remove,
		},
	],
};

export const config: CommandEntry = {
	name: 'config',
	summary: 'Show the settings',
	args: [],
	options: [json],
	examples: ['config', 'config --json'],
	load: async () => (await import('./config.ts')).listAll,
	commands: [
		{
			name: 'get',
			summary: 'Print one setting',
			args: [{syntax: '<key>', summary: "the setting's name", names: 'settings'}],
			options: [],
			examples: ['config get theme'],
			load: async () => (await import('./config.ts')).get,
		},
		{
			name: 'set',
			summary: 'Change one setting',
			args: [
				{syntax: '<key>', summary: "the setting's name", names: 'settings'},
				{syntax: '<value>', summary: 'its new value', names: 'values'},
			],
			options: [],
			examples: ['config set theme mono', 'config set commitSignOff true'],
			load: async () => (await import('./config.ts')).set,
		},
		{
			name: 'path',
			summary: 'Print where the settings are kept',
			args: [],
			options: [],
			examples: ['config path'],
			load: async () => (await import('./config.ts')).path,
		},
		{
			name: 'schema',
			summary: "Print the JSON Schema of a project's settings, .specwright.yaml",
			args: [],
			options: [{flags: '--user', summary: 'the schema of your own settings instead'}],
			examples: ['config schema > .specwright.schema.json', 'config schema --user'],
			load: async () => (await import('./config.ts')).schema,
		},
	],
};
