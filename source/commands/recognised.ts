/** The template of a document that names none: recognised by its headings and labels among those that have a name. */

import {resolve} from 'node:path';
import type {Catalog} from '../adapters/catalog/index.ts';
import {likeliest, outlineOf, type Outline} from '../core/form/index.ts';
import type {Context} from './context.ts';

/** More templates are not looked through: who has so many says which one it is. */
const mostTried = 200;

/** A command looks at each template once, however many documents it is given. */
const outlines = new WeakMap<Context, Map<string, Outline | undefined>>();

/** The name of the template that a document is clearly like; undefined in doubt, and for a template itself. */
export function recognisedIn(catalog: Catalog, path: string, text: string, context: Context): string | undefined {
	const known = outlines.get(context) ?? new Map<string, Outline | undefined>();
	outlines.set(context, known);
	const tried = catalog
		.listTemplates()
		.templates.slice(0, mostTried)
		.flatMap(entry => {
			if (!known.has(entry.path)) {
				const loaded = catalog.loadTemplate(entry.name);
				known.set(entry.path, loaded.ok ? outlineOf(loaded.value.source) : undefined);
			}
			const outline = known.get(entry.path);
			return outline ? [{entry, outline}] : [];
		});
	const index = likeliest(
		tried.map(({outline}) => outline),
		outlineOf(text),
	);
	const entry = index === undefined ? undefined : tried[index]!.entry;
	return entry === undefined || entry.path === resolve(path) ? undefined : entry.name;
}
