/**
 * Documents anywhere in the project, for home. They are looked for while the first screen stands, piece by piece so that
 * keys are read in between, and for a few seconds at most.
 */

import {relative, resolve} from 'node:path';
import {setImmediate as turn, setTimeout as wait} from 'node:timers/promises';
import {confine, readDocument} from '../../adapters/files/index.ts';
import type {StartData} from '../../ui/index.ts';
import {formOf} from '../form-of.ts';
import type {Context} from '../context.ts';
import {projectRoot} from '../catalogs.ts';
import {markdownFiles} from '../project-files.ts';
import {draftsOf} from './session.ts';

/** How many documents are listed, and how large one is at most, in bytes. */
const mostDocuments = 200;
const limit = 512 * 1024;
/** How long all of it may take, in milliseconds: nobody waits for it. */
const longest = 10_000;

type Found = StartData['documents'];

/**
 * The documents below the project's top that are not among the `known`: those that name their template, and those that a
 * draft is or was about. Links out of the project, node_modules and what git ignores are passed over.
 *
 * @param signal ends the search; what was found until then is given
 * @param delay how long to wait before the first look, in milliseconds
 */
export async function projectDocuments(known: Found, context: Context, signal: AbortSignal, delay = 0): Promise<Found> {
	const isOver = AbortSignal.any([signal, AbortSignal.timeout(delay + longest)]);
	if (!(await rest(delay, isOver))) return [];
	const root = projectRoot(context.cwd, context);
	const {files} = await markdownFiles(root, context, isOver);
	const shown = new Set(known.map(({path}) => resolve(context.cwd, path)));
	const drafted = draftedPaths(context);
	const found: {path: string; title: string; detail: string}[] = [];
	for (const name of files) {
		await turn();
		if (isOver.aborted || found.length >= mostDocuments) break;
		if (shown.has(resolve(root, name))) continue;
		const title = titleOf(root, name, drafted, context);
		const path = relative(context.cwd, resolve(root, name));
		if (title !== undefined) found.push({path, title, detail: path});
	}

	return found;
}

/** Waits; false where it was ended before. */
async function rest(delay: number, signal: AbortSignal): Promise<boolean> {
	return wait(delay, true, {signal}).catch(() => false);
}

/** The title of a document; undefined for a file that is none, or leads out of the project. */
function titleOf(root: string, name: string, drafted: ReadonlySet<string>, context: Context): string | undefined {
	const confined = confine(root, name);
	if (!confined.ok) return undefined;
	const read = readDocument(confined.value, {limit});
	if (!read.ok) return undefined;
	const {text} = read.value;
	const isDrafted = drafted.has(resolve(root, name));
	// Only what says which template it comes from, or what this author had in hand: anything else may be anything.
	if (!isDrafted && !/<!-- specwright: \S+ sha256:/.test(text)) return undefined;
	const form = formOf(text, name, context);
	return form.ok && (isDrafted || form.value.marker?.hash !== undefined) ? form.value.title : undefined;
}

/** The files that drafts are about, finished ones too. */
function draftedPaths(context: Context): ReadonlySet<string> {
	const listed = draftsOf(context).listDrafts();
	const drafts = listed.ok ? listed.value.drafts : [];
	return new Set(
		drafts.flatMap(({header: {folder, root, target, document}, records}) => {
			const chosen = records.findLast(record => record.type === 'target' || record.type === 'written');
			const path = chosen && 'path' in chosen ? chosen.path : (document?.path ?? target);
			return path === undefined ? [] : [resolve(folder ?? root, path)];
		}),
	);
}
