/** Templates and documents as the commands see them: read, understood, and matched to each other. */

import {relative} from 'node:path';
import type {Catalog} from '../adapters/catalog/index.ts';
import {readDocument, sha256} from '../adapters/files/index.ts';
import {repair} from '../core/encoding/index.ts';
import {asDocument, match, mostSections, partsOf, readForm, readMarker} from '../core/form/index.ts';
import type {Document, Form, Marker, Section} from '../core/form/types.ts';
import {failure, success, type Problem, type Result} from '../core/problem.ts';
import type {TemplateRef} from '../core/wizard/index.ts';
import {catalogFor, catalogFrom} from './catalogs.ts';
import type {Context} from './context.ts';
import {formIn, formOf} from './form-of.ts';
import {inTime} from './in-time.ts';
import {keepFormsFor} from './kept-forms.ts';
import {recognisedIn} from './recognised.ts';
import {saidOfOutdated} from './said-of-template.ts';

export type LoadedTemplate = TemplateRef & {readonly source: string; readonly form: Form};

/** A document as it is seen through its template. */
export type SeenDocument = {
	readonly path: string;
	readonly text: string;
	/** Tells this content of the file from any other. */
	readonly version: string;
	/** What its last comment says of its template. */
	readonly marker: Marker | undefined;
	/** The template it was written from, where that is known. */
	readonly template?: LoadedTemplate;
	/** True where nobody named it: the document is like it. */
	readonly isRecognised?: true;
	/** True where its comment names another version of the template than there is now. */
	readonly isOutdated?: true;
	/** Seen through its template's form, or through its own. */
	readonly document: Document;
};

export type OpenedDocument = SeenDocument & {
	/** The text read by itself. */
	readonly own: Form;
};

/**
 * The template of that name, or the Markdown file at that path; a path that content names stays in the project.
 * Problems: unknown (2), unreadable (3), empty (2), outside of the project (6).
 */
export async function loadTemplate(
	nameOrPath: string,
	context: Context,
	from: 'person' | 'content' = 'person',
): Promise<Result<LoadedTemplate>> {
	keepFormsFor(context);
	return understood(nameOrPath, catalogFrom(context.cwd, context).loadTemplate(nameOrPath, from), context);
}

function understood(
	name: string,
	loaded: ReturnType<Catalog['loadTemplate']>,
	context: Context,
): Result<LoadedTemplate> {
	if (!loaded.ok) return loaded;
	const {ref, source} = loaded.value;
	if (isBlank(source)) return failure(emptyTemplate(name));
	const form = formOf(source, name, context);
	if (!form.ok) return form;
	const problem = tooLong(form.value, name);
	return problem ? failure(problem) : success({...ref, source, form: form.value});
}

/** Given as a template's name: the document is to be read by itself. */
const byItself = 'none';

/**
 * The document at `path`, seen through its template: the one named by `template`, else by its own marker, else one that
 * it is clearly like, else none.
 */
export async function openDocument(path: string, context: Context, template?: string): Promise<Result<OpenedDocument>> {
	const opened = await openQuietly(path, context, template);
	const said = opened.ok ? saidOfOutdated(opened.value) : undefined;
	if (said !== undefined) context.output.say(said);
	return opened;
}

/** As `openDocument`, for those who say themselves that there is a newer version of its template. */
export async function openQuietly(path: string, context: Context, template?: string): Promise<Result<OpenedDocument>> {
	const seen = await seeDocument(path, context, template);
	if (!seen.ok) return seen;
	const own = formOf(seen.value.text, path, context);
	return own.ok ? success({...seen.value, own: own.value}) : own;
}

/** As `openDocument`, without reading the text by itself where its template is known: that is most of the work. */
export async function seeDocument(path: string, context: Context, template?: string): Promise<Result<SeenDocument>> {
	keepFormsFor(context);
	const file = readDocument(path);
	if (!file.ok) return file;
	const {text, version} = file.value;
	const marker = readMarker(text);
	const found =
		template === byItself
			? success(undefined)
			: template === undefined
				? templateOf(marker, path, context)
				: await loadTemplate(template, context);
	if (!found.ok) return found;
	const isTold = template !== undefined || marker !== undefined;
	const isOutdated = template === undefined && found.value !== undefined && isOther(found.value, marker);
	const seen = inTime(text, path, (): Result<SeenDocument> => {
		const problem = tooManyHeadings(text) ? tooLong(formIn(text, context), path) : undefined;
		if (problem) return failure(problem);
		const like = isTold ? undefined : templateLike(text, path, context);
		const known = found.value === undefined ? like : asWritten(found.value, marker);
		const document = known === undefined ? asDocument(formIn(text, context)) : match(known.form, text);
		return success({
			path,
			text,
			version,
			marker,
			document,
			...(known === undefined ? {} : {template: known}),
			...(like === undefined ? {} : {isRecognised: true}),
			...(isOutdated ? {isOutdated} : {}),
		});
	});
	return seen.ok ? seen.value : seen;
}

/** The template that a document without a marker is clearly like. */
function templateLike(text: string, path: string, context: Context): LoadedTemplate | undefined {
	const catalog = catalogFor(path, context);
	const name = recognisedIn(catalog, path, text, context);
	const loaded = name === undefined ? undefined : understood(name, catalog.loadTemplate(name), context);
	return loaded?.ok ? loaded.value : undefined;
}

/**
 * The document as if its file held `text`; the file, and its version, are what they were. Where no template was known,
 * nor told by `template`, the text may be like one.
 */
export function withText(opened: OpenedDocument, text: string, context: Context, template?: string): OpenedDocument {
	if (text === opened.text) return opened;
	const own = readForm(text, {words: opened.own.words});
	const isTold = template !== undefined || own.marker !== undefined || opened.template !== undefined;
	const like = isTold ? undefined : templateLike(text, opened.path, context);
	const known = opened.template ?? like;
	const document = known === undefined ? asDocument(own) : match(known.form, text);
	return {
		...opened,
		text,
		marker: own.marker,
		own,
		document,
		...(like === undefined ? {} : {template: like, isRecognised: true}),
	};
}

/** The template as if its file held `source`. */
export function withSource(template: LoadedTemplate, source: string): LoadedTemplate {
	if (source === template.source) return template;
	const form = readForm(source, {words: template.form.words});
	return {...template, source, hash: sha256(source).slice(0, template.hash.length), form};
}

/** What a template's file is called from where the program runs. */
export function fileOf({name, path}: TemplateRef, {cwd}: Pick<Context, 'cwd'>): string {
	if (path === undefined) return name;
	const below = relative(cwd, path);
	return below.startsWith('..') ? path : below;
}

/** A template whose text is damaged, repaired where it was the repaired text that the document was written from. */
function asWritten(template: LoadedTemplate, marker: Marker | undefined): LoadedTemplate {
	if (marker?.hash === undefined || marker.hash === template.hash) return template;
	const repaired = withSource(template, repair(template.source));
	return repaired.hash === marker.hash ? repaired : template;
}

/** The template that a document's marker names. One that can't be had is told, and the document judged by itself. */
function templateOf(marker: Marker | undefined, path: string, context: Context): Result<LoadedTemplate | undefined> {
	if (marker === undefined) return success(undefined);
	// What a document holds is content: it may name a template of ours or a file of its repository, nothing else.
	const template = understood(marker.name, catalogFor(path, context).loadTemplate(marker.name, 'content'), context);
	if (!template.ok) {
		context.output.say(`${path} names the template ${marker.name}, which can't be had: ${template.problem.summary}`);
		return success(undefined);
	}
	return template;
}

/** Whether a document's comment says by its hash that it was written from another version of the template. */
function isOther(template: LoadedTemplate, marker: Marker | undefined): boolean {
	return marker?.hash !== undefined && marker.hash !== asWritten(template, marker).hash;
}

function isBlank(text: string): boolean {
	return text.replace(/^\uFEFF/, '').trim() === '';
}

function emptyTemplate(name: string): Problem {
	return {
		code: 'template.empty',
		summary: `${name} has no sections: it is empty.`,
		next: 'Name a Markdown file with headings.',
		exit: 2,
	};
}

/** Whether a text may have too many sections, which is told by reading it. */
function tooManyHeadings(text: string): boolean {
	return partsOf(text).length > mostSections;
}

function tooLong({sections}: Form, path: string): Problem | undefined {
	const count = (some: readonly Section[]): number =>
		some.reduce((sum, section) => sum + 1 + count(section.sections), 0);
	const total = count(sections);
	if (total <= mostSections) return undefined;
	return {
		code: 'limit.sections',
		summary: `${path} has ${total} sections; up to ${mostSections} are handled.`,
		next: 'Split it into smaller documents.',
		exit: 6,
	};
}
