import {createHash} from 'node:crypto';
import fs from 'node:fs';
import {dirname, join} from 'node:path';
import {expect, it} from 'vitest';
import {templateCatalog} from '../../source/adapters/catalog/index.ts';
import {confine, readDocument} from '../../source/adapters/files/index.ts';
import {temporaryFolder} from './temporary.ts';

const note = '\uFEFF# <title>\r\n\r\n<!-- specwright: note@2.1.0 -->\r\n';

function makeCatalog(
	files: Readonly<Record<string, string>> = {},
	own: readonly string[] = [],
	added: readonly string[] = [],
) {
	const folder = temporaryFolder();
	const all = {
		'bundled/note.md': note,
		'bundled/decision-record.md': '# [title]\n',
		'bundled/README.md': 'no',
		...files,
	};
	for (const [name, content] of Object.entries(all)) {
		fs.mkdirSync(dirname(join(folder, name)), {recursive: true});
		fs.writeFileSync(join(folder, name), content);
	}

	fs.mkdirSync(join(folder, 'project'), {recursive: true});
	const catalog = templateCatalog({
		bundled: join(folder, 'bundled'),
		root: join(folder, 'project'),
		own: own.map(name => join(folder, name)),
		added: added.map(name => ({name, origin: 'user', path: join(folder, `added/${name}.md`)})),
		read: path => readDocument(path),
		confine: (root, path) => confine(root, path),
	});
	return {catalog, at: (name: string) => join(folder, name)};
}

it('lists the bundled templates by name', () => {
	const {catalog, at} = makeCatalog();
	expect(catalog.listTemplates()).toEqual({
		templates: [
			{name: 'decision-record', origin: 'bundled', path: at('bundled/decision-record.md')},
			{name: 'note', origin: 'bundled', path: at('bundled/note.md')},
		],
		hidden: [],
	});
});

it('gives a template with its version and the hash of its bytes', () => {
	const {catalog, at} = makeCatalog();
	const hash = createHash('sha256')
		.update(fs.readFileSync(at('bundled/note.md')))
		.digest('hex')
		.slice(0, 12);
	expect(catalog.loadTemplate('note')).toEqual({
		ok: true,
		value: {source: note, ref: {name: 'note', version: '2.1.0', origin: 'bundled', path: at('bundled/note.md'), hash}},
	});
	const plain = catalog.loadTemplate('decision-record');
	expect(plain.ok && plain.value.ref.version).toBeUndefined();
});

it('puts the project’s templates first and in place of bundled ones, which it says', () => {
	const {catalog, at} = makeCatalog(
		{'project/docs/templates/note.md': '# ours\n', 'project/docs/templates/rfc.md': '# rfc\n'},
		['project/docs/templates', 'project/nowhere'],
	);
	const {templates, hidden} = catalog.listTemplates();
	expect(templates.map(({name, origin}) => `${origin} ${name}`)).toEqual([
		'project note',
		'project rfc',
		'bundled decision-record',
	]);
	expect(hidden).toEqual([{name: 'note', origin: 'bundled', path: at('bundled/note.md')}]);
	expect(catalog.loadTemplate('note')).toMatchObject({ok: true, value: {source: '# ours\n', ref: {origin: 'project'}}});
});

it('puts what was added between the project’s and the bundled ones', () => {
	const {catalog} = makeCatalog(
		{'project/own/note.md': '# ours\n', 'added/note.md': '# a\n', 'added/decision-record.md': '# theirs\n'},
		['project/own'],
		['note', 'decision-record'],
	);
	const {templates, hidden} = catalog.listTemplates();
	expect(templates.map(({name, origin}) => `${origin} ${name}`)).toEqual(['project note', 'user decision-record']);
	expect(hidden.map(({name, origin}) => `${origin} ${name}`)).toEqual([
		'user note',
		'bundled decision-record',
		'bundled note',
	]);
	expect(catalog.loadTemplate('decision-record')).toMatchObject({ok: true, value: {source: '# theirs\n'}});
});

it('takes a path, and names it from the project’s root', () => {
	const {catalog, at} = makeCatalog({
		'project/docs/own.md': '# own\n',
		'other/own.md': '# other\n',
		'other/plain': '# plain\n',
	});
	expect(catalog.loadTemplate(at('project/docs/own.md'))).toMatchObject({
		ok: true,
		value: {ref: {name: 'docs/own.md', origin: 'file', path: at('project/docs/own.md')}},
	});
	expect(catalog.loadTemplate(at('other/own.md'))).toMatchObject({ok: true, value: {ref: {name: 'own.md'}}});
	expect(catalog.loadTemplate(at('other/plain'))).toMatchObject({ok: true, value: {source: '# plain\n'}});
	expect(catalog.loadTemplate(at('other/missing.md'))).toMatchObject({ok: false, problem: {exit: 3}});
	expect(catalog.loadTemplate('./missing.md')).toMatchObject({
		ok: false,
		problem: {summary: 'There is no file ./missing.md.'},
	});
});

it('keeps what a document names inside the project', () => {
	const {catalog} = makeCatalog({'project/docs/own.md': '# own\n', 'other/own.md': '# other\n'});
	expect(catalog.loadTemplate('docs/own.md', 'content')).toMatchObject({ok: true, value: {ref: {name: 'docs/own.md'}}});
	expect(catalog.loadTemplate('../other/own.md', 'content')).toMatchObject({ok: false, problem: {exit: 6}});
	expect(catalog.loadTemplate('/etc/passwd', 'content')).toMatchObject({ok: false, problem: {exit: 6}});
	expect(catalog.loadTemplate('note', 'content')).toMatchObject({ok: true});
});

it('offers the nearest names for one that there is not', () => {
	const {catalog} = makeCatalog();
	expect(catalog.loadTemplate('nota')).toMatchObject({
		ok: false,
		problem: {code: 'template.unknown', exit: 2, summary: expect.stringContaining('Did you mean note?')},
	});
	expect(catalog.loadTemplate('decision')).toMatchObject({
		ok: false,
		problem: {summary: expect.stringContaining('decision-record')},
	});
	expect(catalog.loadTemplate('zzzzzzzzzz')).toMatchObject({
		ok: false,
		problem: {next: expect.stringContaining('decision-record, note')},
	});
	for (const name of ['', '__proto__', 'x'.repeat(5000)]) {
		expect(catalog.loadTemplate(name)).toMatchObject({ok: false, problem: {exit: 2}});
	}
});
