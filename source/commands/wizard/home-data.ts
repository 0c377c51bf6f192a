/** What the first screens list: drafts to go on with, documents nearby, templates. */

import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {readDocument} from '../../adapters/files/index.ts';
import {readForm} from '../../core/form/index.ts';
import type {Section} from '../../core/form/types.ts';
import type {StartData} from '../../ui/index.ts';
import type {Context} from '../context.ts';
import {look} from '../drafts.ts';
import {catalogFrom} from '../load.ts';
import {templateTitle} from '../template-title.ts';
import {draftsOf} from './session.ts';

/** Folders in which documents are looked for, and how many files are looked into: home must be there at once. */
const places = ['.', 'docs'];
const mostFiles = 200;
const mostDocuments = 8;

/** Everything that home and the template picker show. Faults of single files leave those files out. */
export function homeData(context: Context): StartData {
	return {drafts: drafts(context), documents: documents(context), templates: templates(context)};
}

function drafts(context: Context): StartData['drafts'] {
	const listed = draftsOf(context).listDrafts();
	if (!listed.ok) return [];
	return listed.value.drafts
		.filter(({finished, holder}) => !finished && !holder)
		.map(draft => {
			const {title, required} = look(draft);
			const {answered, total} = required;
			return {
				id: draft.id,
				title,
				template: draft.header.template.name,
				answered,
				total,
				when: draft.updated.slice(0, 16).replace('T', ' '),
			};
		});
}

function documents({cwd}: Context): StartData['documents'] {
	const found: {path: string; title: string; detail: string}[] = [];
	let looked = 0;
	for (const place of places) {
		for (const name of names(join(cwd, place))) {
			if (!name.endsWith('.md') || looked++ > mostFiles || found.length >= mostDocuments) continue;
			const path = place === '.' ? name : join(place, name);
			const read = readDocument(join(cwd, path), {limit: 512 * 1024});
			// Only documents that say which template they come from: anything else in a folder may be anything.
			if (!read.ok || !/<!-- specwright: \S+ sha256:/.test(read.value.text)) continue;
			const form = readForm(read.value.text);
			if (form.marker?.hash !== undefined) found.push({path, title: form.title, detail: path});
		}
	}

	return found;
}

function names(folder: string): readonly string[] {
	try {
		return readdirSync(folder).sort();
	} catch {
		return [];
	}
}

function templates(context: Context): StartData['templates'] {
	const catalog = catalogFrom(context.cwd, context);
	return catalog.listTemplates().templates.flatMap(({name, origin}) => {
		const loaded = catalog.loadTemplate(name);
		if (!loaded.ok) return [];
		const form = readForm(loaded.value.source);
		const outline = flatten(form.sections).filter(({level}) => level > 0);
		return [
			{
				name,
				title: templateTitle(form.title, name),
				origin,
				sections: outline.length,
				fields: form.fields.length,
				outline: outline.map(({heading, level, requirement}) => ({
					title: heading,
					level,
					...(requirement === 'unspecified' ? {} : {requirement}),
				})),
			},
		];
	});
}

function flatten(sections: readonly Section[]): readonly Section[] {
	return sections.flatMap(section => [section, ...flatten(section.sections)]);
}
