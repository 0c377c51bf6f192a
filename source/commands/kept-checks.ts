/**
 * What was found in a document, kept for the next check of the same: its text, its templates, the settings, the flags, the
 * day and the program are the key; what its links lead to is looked up again. All else that `checkOne` goes by is in these.
 */

import {dirname, resolve} from 'node:path';
import type {Catalog} from '../adapters/catalog/index.ts';
import {today} from '../adapters/clock/index.ts';
import {readDocument, sha256} from '../adapters/files/index.ts';
import type {Completeness} from '../core/completeness/index.ts';
import {lastLineMarker} from '../core/form/index.ts';
import type {Asked, Candidate, One} from './check-one.ts';
import {loadSettings} from './user-settings.ts';
import type {Context} from './context.ts';
import {lookUp} from './look-up.ts';
import {keptBy} from './kept.ts';
import {catalogFor, catalogFrom} from './catalogs.ts';
import {projectHere} from './project-settings.ts';

/** `outdated` is said of a document whose template has another version by now. */
export type Judged = {readonly one: One; readonly outdated: string | undefined};

type Kept = Judged & {readonly links: readonly string[]; readonly facts: string};

/** What an earlier run found, where nothing that it went by has changed; undefined where it must be looked at. */
export function keptCheck(candidate: Candidate, asked: Asked, context: Context): Judged | undefined {
	const kept = keptBy(context);
	const file = readDocument(candidate.path);
	const key = kept && file.ok ? keyOf(kept.by, file.value.text, candidate, asked, context) : undefined;
	const entry = key === undefined ? undefined : unpacked(kept?.cache.get(key));
	if (!entry || !file.ok) return undefined;
	const {links, facts, ...judged} = entry;
	if (facts !== factsFor(links, candidate, context)) return undefined;
	return {...judged, one: withSource(judged.one, file.value.text)};
}

/**
 * JSON, which V8 reads in a third of the time that its own format takes. The numbers of the sections are a map, which JSON
 * has as a list.
 */
function packed(entry: Kept): Uint8Array {
	return Buffer.from(JSON.stringify(withSections(entry, sections => [...sections])));
}

function unpacked(bytes: Uint8Array | undefined): Kept | undefined {
	return bytes && withSections(JSON.parse(Buffer.from(bytes).toString()) as Kept, sections => new Map(sections));
}

type Sections = Completeness['sections'];

function withSections<To>(entry: Kept, change: (sections: Sections) => To): Kept {
	const {one} = entry;
	if (!('checked' in one)) return entry;
	const {completeness} = one.checked;
	const changed = {...completeness, sections: change(completeness.sections) as unknown as Sections};
	return {...entry, one: {...one, checked: {...one.checked, completeness: changed}}};
}

/** What was found in a document, with another text as what it was found in: it is kept without, for it is known then. */
function withSource(one: One, source: string): One {
	return 'checked' in one ? {...one, checked: {...one.checked, source}} : one;
}

/** Keeps what was found in a document with this text and these links. A problem is not kept: it may be gone by itself. */
export function keepCheck(
	candidate: Candidate,
	asked: Asked,
	context: Context,
	text: string,
	links: readonly string[],
	judged: Judged,
): void {
	const kept = 'problem' in judged.one ? undefined : keptBy(context);
	const key = kept && keyOf(kept.by, text, candidate, asked, context);
	if (key === undefined) return;
	const entry: Kept = {...judged, one: withSource(judged.one, ''), links, facts: factsFor(links, candidate, context)};
	kept?.cache.set(key, packed(entry));
}

function factsFor(links: readonly string[], {path}: Candidate, {cwd}: Context): string {
	return JSON.stringify([...lookUp(links, resolve(cwd, path), cwd)]);
}

/** All that decides what is found, but for what links lead to; undefined where something of it can't be had. */
function keyOf(
	by: string,
	text: string,
	{path, isAmongOthers}: Candidate,
	asked: Asked,
	context: Context,
): string | undefined {
	const {cwd} = context;
	const project = projectHere(dirname(resolve(cwd, path)), context);
	const settings = project.file === undefined ? undefined : readDocument(project.file);
	if (project.problems.length > 0 || settings?.ok === false) return undefined;
	return JSON.stringify([
		'check',
		by,
		today(),
		path,
		cwd,
		isAmongOthers,
		[...asked.severities],
		loadSettings(context).requirementWords,
		project.templateFolders,
		settings && sha256(settings.value.text),
		templatesFor(text, path, asked, context),
		sha256(text),
	]);
}

/** Each command looks at each template once for a folder, however many documents are there. */
const digests = new WeakMap<Context, Map<string, unknown>>();

/** A document is told by its likeness to any template with a name, or by its comment, which may name a file, or by a flag. */
function templatesFor(text: string, path: string, {template}: Asked, context: Context): readonly unknown[] {
	const known = digests.get(context) ?? new Map<string, unknown>();
	digests.set(context, known);
	const once = (what: readonly string[], digest: () => unknown): unknown => {
		const key = JSON.stringify(what);
		if (!known.has(key)) known.set(key, digest());
		return known.get(key);
	};

	const folder = dirname(resolve(context.cwd, path));
	const catalog = (): Catalog => catalogFor(path, context);
	// Whether the comment counts is seen when the document is; that it is there decides enough.
	const marked = lastLineMarker(text)?.name;
	return [
		once(['named', folder], () => {
			const all = catalog();
			return all.listTemplates().templates.map(({name}) => digestOf(name, all, 'content'));
		}),
		template === undefined
			? null
			: once(['told', template], () => digestOf(template, catalogFrom(context.cwd, context), 'person')),
		marked === undefined ? null : once(['marked', folder, marked], () => digestOf(marked, catalog(), 'content')),
	];
}

function digestOf(name: string, catalog: Catalog, from: 'person' | 'content'): string {
	const loaded = catalog.loadTemplate(name, from);
	return loaded.ok
		? JSON.stringify([name, loaded.value.ref, sha256(loaded.value.source)])
		: JSON.stringify([name, loaded.problem]);
}
