/** Which templates there are for a folder or a document, and how far what these name may reach. */

import {existsSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {templateCatalog, type Catalog, type CatalogEntry} from '../adapters/catalog/index.ts';
import {confine, readDocument} from '../adapters/files/index.ts';
import {teamStore} from '../adapters/team/index.ts';
import type {Context} from './context.ts';
import {projectHere} from './project-settings.ts';

/** The templates as they are seen from `folder`: its repository's and the bundled ones. */
export function catalogFrom(folder: string, context: Context): Catalog {
	return catalogIn(repositoryRoot(folder), folder, context);
}

/** The templates as a document sees them. Outside of a repository names are relative to the folder `new` ran in. */
export function catalogFor(path: string, context: Context): Catalog {
	const folder = dirname(resolve(context.cwd, path));
	return catalogIn(projectRoot(folder, context), folder, context);
}

/**
 * The folder that what a document in `folder` names must stay in: its repository's top; where there is none, the folder
 * that the program runs in if the document is below that, else its own.
 */
export function projectRoot(folder: string, {cwd}: Pick<Context, 'cwd'>): string {
	return repositoryRoot(folder, relative(cwd, folder).startsWith('..') ? folder : cwd);
}

const added = new WeakMap<Context, readonly CatalogEntry[]>();

/** The templates that the user added; looked up once a command. */
function addedTemplates(context: Context): readonly CatalogEntry[] {
	const known = added.get(context);
	if (known) return known;
	const store = teamStore(context.env);
	const {sources, problems} = store.list();
	for (const problem of problems) context.output.problem(problem);
	const entries = sources.flatMap((source): readonly CatalogEntry[] => {
		const {name: called, from, commit} = source;
		return source.templates.map(name => ({
			name,
			origin: 'user',
			path: store.pathOf(source, name),
			source: {name: called, from, ...(commit === undefined ? {} : {commit})},
		}));
	});
	added.set(context, entries);
	return entries;
}

function catalogIn(root: string, folder: string, context: Context): Catalog {
	return templateCatalog({
		bundled: context.bundledTemplates,
		root,
		own: projectHere(folder, context).templateFolders,
		added: addedTemplates(context),
		read: path => readDocument(path),
		confine: (root, path) => confine(root, path),
	});
}

/** The nearest folder with `.git` from a folder upwards; where there is none, `otherwise`. */
export function repositoryRoot(folder: string, otherwise = folder): string {
	for (let above = folder; ; above = dirname(above)) {
		if (existsSync(join(above, '.git'))) return above;
		if (dirname(above) === above) return otherwise;
	}
}
