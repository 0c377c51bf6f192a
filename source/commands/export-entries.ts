/** The commands that make something else of documents, in the command table. */

import {json, template, type CommandEntry} from './entry.ts';

export const exportEntry: CommandEntry = {
	name: 'export',
	summary: 'Write a document as data, as a page, or as the metadata of a template',
	args: [{syntax: '<file>', summary: 'the document'}],
	options: [
		{
			flags: '--format <format>',
			summary: 'json or html for the whole document; template (unless told) for its section Template Metadata',
			choices: ['json', 'html', 'template'],
		},
		{flags: '--out <file>', summary: 'where to write it; stdout if not given'},
		{flags: '--force', summary: 'overwrite the file that is there'},
		{flags: '--validate', summary: 'only tell whether the metadata is complete; exit 1 where it is not'},
		template,
	],
	examples: [
		'export docs/spec.md --format html --out spec.html',
		'export docs/spec.md --format json',
		'export docs/spec.md --out spec.template.json',
		'export docs/spec.md --validate',
	],
	load: async () => (await import('./export.ts')).exportDocument,
	byProject: 'always',
};

export const diagramsEntry: CommandEntry = {
	name: 'diagrams',
	summary: 'List the Mermaid diagrams of documents, check them, draw them',
	args: [{syntax: '<file...>', summary: 'documents, folders or globs'}],
	options: [
		{flags: '--check', summary: 'tell only those with a fault; exit 1 where there is one'},
		{flags: '--format <format>', summary: 'draw them: text or svg'},
		{flags: '--out <folder>', summary: 'a file for each drawing in this folder, named after document and number'},
		{flags: '--force', summary: 'replace files in that folder that differ'},
		{flags: '--ascii', summary: 'draw with ASCII characters alone'},
		json,
	],
	examples: ['diagrams docs --check', 'diagrams docs/spec.md --format text', 'diagrams docs --format svg --out images'],
	load: async () => (await import('./diagrams.ts')).diagrams,
};
