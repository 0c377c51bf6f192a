/** What checks need to know from outside the document. */

import {dirname, resolve} from 'node:path';
import {today} from '../adapters/clock/index.ts';
import {linkPaths, type Facts} from '../core/checks/index.ts';
import type {Document} from '../core/form/types.ts';
import type {Context} from './context.ts';
import {lookUp} from './look-up.ts';
import {projectHere} from './project-settings.ts';

/**
 * The facts for a document that stands at `path`, at this moment; of one that stands nowhere yet, no path is looked up, and
 * its project is the one that the program runs in.
 */
export function gatherFacts(
	context: Context,
	at?: {readonly document: Pick<Document, 'form' | 'answers'>; readonly path: string},
): Facts {
	const {cwd} = context;
	const target = at ? resolve(cwd, at.path) : undefined;
	const paths = at && target ? lookUp(linkPaths(at.document.form, at.document.answers), target, cwd) : new Map();
	const {checks} = projectHere(target === undefined ? cwd : dirname(target), context).settings;
	return {today: today(), paths, own: checks};
}
