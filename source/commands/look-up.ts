/** What stands where a document's links lead. */

import {dirname, resolve} from 'node:path';
import {linked, readDocument} from '../adapters/files/index.ts';
import {anchorsIn, pathParts, type PathFact, type PathFacts} from '../core/checks/index.ts';
import {nearest} from '../core/form/index.ts';
import {projectRoot} from './catalogs.ts';

/** What stands at paths that a document at `target` names (`linkPaths`): they begin in its folder and stay in its project. */
export function lookUp(paths: readonly string[], target: string, cwd: string): PathFacts {
	if (paths.length === 0) return new Map();
	const folder = dirname(target);
	const root = projectRoot(folder, {cwd});
	const anchors = new Map<string, ReadonlySet<string> | undefined>();
	return new Map<string, PathFact>(
		paths.map(key => {
			const {path, anchor} = pathParts(key);
			const there = linked(path, folder, root);
			if (there !== 'found' || anchor === undefined) return [key, there];
			const file = resolve(folder, path);
			if (!anchors.has(file)) anchors.set(file, headingsIn(file));
			const known = anchors.get(file);
			const wanted = anchor.toLowerCase();
			return [key, !known || known.has(wanted) ? there : {meant: nearest(wanted, known)}];
		}),
	);
}

/** The largest file whose headings are looked for, in bytes: it is read while an author types. */
const largestLinked = 256 * 1024;

/** The anchors of another Markdown file; undefined where it can't be read, for then nobody can say that one is missing. */
function headingsIn(path: string): ReadonlySet<string> | undefined {
	const read = readDocument(path, {limit: largestLinked});
	return read.ok ? anchorsIn(read.value.text) : undefined;
}
