/** Where a new document goes, and what it is called, as the project's settings say. */

import {readdirSync} from 'node:fs';
import {join, relative, sep} from 'node:path';
import {today} from '../adapters/clock/index.ts';
import {confine} from '../adapters/files/index.ts';
import {namesOnBranches} from '../adapters/git/index.ts';
import {forTemplate} from '../adapters/project/index.ts';
import {success, type Result} from '../core/problem.ts';
import {nextNumber} from '../core/wizard/index.ts';
import type {ProjectHere} from './project-settings.ts';

/**
 * The whole path for a document of that template; `name` is its proposed file name, `folder` the one it goes to where
 * nothing is set. The problem is that of a folder outside of the project (6).
 */
export async function documentPlace(
	name: string,
	template: string,
	folder: string,
	{folder: root, settings}: Pick<ProjectHere, 'folder' | 'settings'>,
	env: Readonly<Record<string, string | undefined>>,
): Promise<Result<string>> {
	const set = forTemplate(settings.documents, template);
	const place = set === undefined ? success(folder) : confine(root, set.path);
	if (!place.ok) return place;
	const naming = forTemplate(settings.names, template) ?? 'slug';
	if (naming === 'slug') return success(join(place.value, name));
	if (naming === 'date') return success(join(place.value, `${today()}-${name}`));
	const below = relative(root, place.value).split(sep).join('/');
	// Somebody else may have taken the next number on a branch of theirs.
	const names = [...namesIn(place.value), ...(await namesOnBranches(root, below, env))];
	const number = nextNumber(names);
	return success(join(place.value, `${number}-${withoutId(name, number)}`));
}

/** A title such as `ADR-NNNN: Signed events` has an id whose number the name begins with, or that has no number yet. */
function withoutId(name: string, number: string): string {
	return name.replace(new RegExp(String.raw`^\p{L}+-(?:n{3,}|x{3,}|0{3,}|0*${Number(number)})-(?=[^.])`, 'u'), '');
}

function namesIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}
