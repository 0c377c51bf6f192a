/** What the first screens list: drafts to go on with, documents nearby, templates. */

import {readdirSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {now} from '../../adapters/clock/index.ts';
import {readDocument} from '../../adapters/files/index.ts';
import {flatten} from '../../core/form/index.ts';
import type {StartData} from '../../ui/index.ts';
import {formOf} from '../form-of.ts';
import type {Context} from '../context.ts';
import {look} from '../drafts.ts';
import {inHome} from '../in-home.ts';
import {catalogFrom} from '../catalogs.ts';
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
		.filter(({finished}) => !finished)
		.map(draft => {
			const {title, required} = look(draft, context);
			const {answered, total} = required;
			const {folder, template} = draft.header;
			return {
				id: draft.id,
				title,
				template: template.name,
				...(folder === undefined || folder === context.cwd ? {} : {folder: folderWords(folder, context)}),
				answered,
				total,
				when: ageWords(draft.updated, now()),
				...(draft.holder ? {openIn: draft.holder.pid} : {}),
			};
		});
}

/** A folder as a person would name it: from here if it is below, from home with `~`, and its end alone where it is long. */
function folderWords(folder: string, {cwd, env}: Pick<Context, 'cwd' | 'env'>): string {
	const below = relative(cwd, folder);
	const named = !below.startsWith('..') ? `.${sep}${below}` : inHome(folder, env);
	return named.length > 24 ? `…${sep}${named.split(sep).slice(-2).join(sep)}` : named;
}

/** How long ago something was, in the largest unit that fits; ISO 8601 times. */
export function ageWords(then: string, at: string): string {
	const minutes = Math.floor((Date.parse(at) - Date.parse(then)) / 60_000);
	if (!(minutes >= 1)) return 'just now';
	if (minutes < 60) return `${minutes} min ago`;
	const hours = Math.floor(minutes / 60);
	if (hours < 24) return `${hours} h ago`;
	const days = Math.floor(hours / 24);
	return days === 1 ? 'yesterday' : days < 60 ? `${days} days ago` : then.slice(0, 10);
}

function documents(context: Context): StartData['documents'] {
	const found: {path: string; title: string; detail: string}[] = [];
	let looked = 0;
	for (const place of places) {
		for (const name of names(join(context.cwd, place))) {
			if (!name.endsWith('.md') || looked++ > mostFiles || found.length >= mostDocuments) continue;
			const path = place === '.' ? name : join(place, name);
			const read = readDocument(join(context.cwd, path), {limit: 512 * 1024});
			// Only documents that say which template they come from: anything else in a folder may be anything.
			if (!read.ok || !/<!-- specwright: \S+ sha256:/.test(read.value.text)) continue;
			const form = formOf(read.value.text, path, context);
			if (form.ok && form.value.marker?.hash !== undefined) found.push({path, title: form.value.title, detail: path});
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
		const read = formOf(loaded.value.source, name, context);
		if (!read.ok) return [];
		const form = read.value;
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
