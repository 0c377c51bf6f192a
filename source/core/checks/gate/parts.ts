/** Which parts of a document a box speaks of, by the words of their headings and of what stands below them. */

import type {Field, Form} from '../../form/types.ts';
import {lineage, outlineOf, type OutlineRow} from '../outline.ts';
import {clauseOf, sameStem, stemsIn, type Clause} from './words.ts';

/** A name that fields go by: a label, a column, the heading around them. */
export type Name = {readonly stems: readonly string[]; readonly fields: readonly string[]};

/** A section with all that stands in and below it. */
export type Part = {
	readonly row: OutlineRow;
	readonly title: readonly string[];
	readonly fields: readonly string[];
	readonly names: readonly Name[];
};

/** What a box's words ask of parts of a document. */
export type Claim = {readonly clause: Clause; readonly parts: readonly Part[]};

const claims = new WeakMap<Form, Map<string, Claim | undefined>>();

/** What words claim of parts of a form; undefined where they claim nothing that can be looked up. Computed once a form. */
export function claimOf(form: Form, words: string, isOutside: (section: string) => boolean): Claim | undefined {
	const known = claims.get(form) ?? new Map<string, Claim | undefined>();
	claims.set(form, known);
	if (!known.has(words)) known.set(words, claimIn(form, words, isOutside));
	return known.get(words);
}

function claimIn(form: Form, words: string, isOutside: (section: string) => boolean): Claim | undefined {
	const clause = clauseOf(words);
	if (!clause || clause.of.length === 0) return undefined;
	const all = partsOf(form).filter(({row}) => !lineage(row).some(({section}) => isOutside(section.id)));
	const whole = bestFor(clause.of.flat(), clause.things, all);
	const parts = whole ? [whole] : clause.of.map(phrase => bestFor(phrase, clause.things, all));
	return parts.every(one => one !== undefined) ? {clause, parts} : undefined;
}

const known = new WeakMap<Form, readonly Part[]>();

function partsOf(form: Form): readonly Part[] {
	const made = known.get(form);
	if (made) return made;
	const {rows, byId} = outlineOf(form);
	const byRow = new Map<OutlineRow, Field[]>(rows.map(row => [row, []]));
	for (const field of form.fields) for (const row of lineage(byId.get(field.section))) byRow.get(row)?.push(field);
	const below = new Map<OutlineRow, OutlineRow[]>(rows.map(row => [row, []]));
	for (const row of rows) for (const above of lineage(row.parent)) below.get(above)?.push(row);
	const ids = (row: OutlineRow): readonly string[] => byRow.get(row)!.map(({id}) => id);
	const own = new Map(form.fields.map(field => [field, namesOf(field)]));
	const parts = rows.flatMap((row): readonly Part[] => {
		// The document's own heading holds everything.
		if (row.parent === undefined && row.section.level <= 1 && row.section.sections.length > 0) return [];
		const headings = below.get(row)!.map(one => ({stems: stemsIn(one.section.heading), fields: ids(one)}));
		const names = [...byRow.get(row)!.flatMap(field => own.get(field)!), ...headings];
		return [{row, title: stemsIn(row.section.title), fields: ids(row), names}];
	});
	known.set(form, parts);
	return parts;
}

/** What a field goes by: its label and those around it in its section, its columns, parts and rows, and what its blanks ask for. */
function namesOf({
	id,
	section,
	label,
	columns = [],
	item,
	fixedRows = [],
	unfilled,
	placeholder,
}: Field): readonly Name[] {
	const around = id.startsWith(`${section}/`)
		? id
				.slice(section.length)
				.replace(/\[\d+\]/g, '')
				.split('/')
		: [];
	const blanks = Array.from(
		(unfilled ?? placeholder).matchAll(/<([^<>\n]+)>|\[([^[\]\n]+)\]/g),
		([, one, other]) => one ?? other!,
	);
	const labels = [...columns, ...(item?.parts ?? []), ...fixedRows].map(one => one.label);
	return [label, ...around, ...blanks, ...labels].map(name => ({stems: stemsIn(name), fields: [id]}));
}

/** The part that all stems are words of: its title has one of them at least, and the more of them the better. */
function bestFor(stems: readonly string[], things: Clause['things'], parts: readonly Part[]): Part | undefined {
	let best: {readonly part: Part; readonly score: number} | undefined;
	for (const part of parts) {
		const {title, names, row} = part;
		const inTitle = stems.filter(stem => title.some(word => sameStem(stem, word)));
		if (inTitle.length === 0) continue;
		if (!stems.every(stem => inTitle.includes(stem) || names.some(name => hasThing(name, [stem])))) continue;
		const found = things.filter(thing => names.some(name => hasThing(name, thing))).length;
		const score = inTitle.length * 1000 + found * 100 - row.section.level * 10 - title.length;
		if (!best || score > best.score) best = {part, score};
	}
	return best?.part;
}

/** Whether all words of a thing are in a name. */
export function hasThing({stems}: Name, thing: readonly string[]): boolean {
	return thing.every(stem => stems.some(word => sameStem(word, stem)));
}
