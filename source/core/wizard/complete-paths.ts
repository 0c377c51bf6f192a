/** Paths of the project suggested while one is typed as evidence, behind the label that the template has for it. */

import {evidenceLabels, takesEvidence} from '../form/index.ts';
import type {Field, Form} from '../form/types.ts';

/** What is typed of a path at the end of a line, behind the paths before it; undefined where no evidence is being named. */
export function pathBegun(form: Form, field: Field, line: string): string | undefined {
	const labels = field.kind === 'prose' && line.includes(':') ? evidenceLabels(form) : undefined;
	if (!labels || !takesEvidence(form, field)) return undefined;
	const [, rest = ''] = /:[*_]*[ \t]+(.*)$/u.exec(behindLast(line, labels.sources)) ?? [];
	const begun = rest.split(/[;,][ \t]*/).at(-1) ?? '';
	return begun === '' || /\s/.test(begun) ? undefined : begun;
}

/** A line from the last of some labels on; empty where it has none. */
function behindLast(line: string, labels: readonly string[]): string {
	const starts = labels
		.map(label => line.lastIndexOf(`${label}:`))
		.filter(at => at === 0 || /[\s*_(]/.test(line[at - 1] ?? 'x'));
	const last = Math.max(-1, ...starts);
	return last < 0 ? '' : line.slice(last);
}

const lately = new WeakMap<readonly string[], {readonly begun: string; readonly found: readonly string[]}>();

/**
 * The files that may be meant, at most `most`: those whose path begins so, then those of which the name does, then a folder's;
 * of these the shortest first.
 */
export function matchingPaths(begun: string, files: readonly string[], most: number): readonly string[] {
	const known = lately.get(files);
	if (known?.begun === begun) return known.found;
	const wanted = begun.replace(/^\.\//, '').toLowerCase();
	const ranked = files.flatMap(path => {
		const rank = path === begun ? undefined : rankOf(path.toLowerCase(), wanted);
		return rank === undefined ? [] : [{path, rank}];
	});
	const found = ranked
		.sort(
			(one, other) => one.rank - other.rank || one.path.length - other.path.length || (one.path < other.path ? -1 : 1),
		)
		.slice(0, most)
		.map(({path}) => path);
	lately.set(files, {begun, found});
	return found;
}

function rankOf(path: string, wanted: string): number | undefined {
	if (wanted === '') return undefined;
	if (path.startsWith(wanted)) return 0;
	if (path.startsWith(wanted, path.lastIndexOf('/') + 1)) return 1;
	return path.includes(`/${wanted}`) ? 2 : undefined;
}
