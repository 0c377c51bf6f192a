/** What checks need to know from outside the document. */

import {dirname, resolve} from 'node:path';
import {today} from '../adapters/clock/index.ts';
import {linked} from '../adapters/files/index.ts';
import {linkPaths, type Facts, type PathFacts} from '../core/checks/index.ts';
import type {Document} from '../core/form/types.ts';
import {projectRoot} from './load.ts';

/** The facts for a document that stands at `path`, at this moment; of one that stands nowhere, no path is looked up. */
export function gatherFacts(at?: {readonly document: Document; readonly path: string; readonly cwd: string}): Facts {
	const paths = at
		? lookUp(linkPaths(at.document.form, at.document.answers), resolve(at.cwd, at.path), at.cwd)
		: new Map();
	return {today: today(), paths};
}

/** What stands at paths that a document at `target` names: they begin in its folder and stay in its project. */
export function lookUp(paths: readonly string[], target: string, cwd: string): PathFacts {
	if (paths.length === 0) return new Map();
	const folder = dirname(target);
	const root = projectRoot(folder, {cwd});
	return new Map(paths.map(path => [path, linked(path, folder, root)]));
}
