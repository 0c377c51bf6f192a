/** Inventories: the table or list that names the blocks of a repeat, such as the components that are described below it. */

import {partsOf, pathTo, slug} from '../form/index.ts';
import type {Answers, Field, Form, Item, Repeat, Row} from '../form/types.ts';

/** A repeat whose blocks are named by a table or list around it, and the names that stand in both. */
export type Inventory = {
	readonly repeat: Repeat;
	readonly list: Field;
	readonly listed: readonly string[];
	/** The blocks that have a name, which stands in their headings. */
	readonly blocks: readonly {readonly name: string; readonly field: Field}[];
};

/** The inventories of a form in which both the list and the blocks say something. */
export function inventoriesIn(form: Form, answers: Answers): readonly Inventory[] {
	return form.repeats.flatMap(repeat => {
		const list = listOf(form, repeat);
		if (!list) return [];
		const listed = namesIn(answers, list);
		const blocks = blocksOf(form, answers, repeat);
		return listed.length === 0 || blocks.length === 0 ? [] : [{repeat, list, listed, blocks}];
	});
}

/** The blocks that an inventory lacks. */
export function unlisted({listed, blocks}: Inventory): Inventory['blocks'] {
	const known = new Set(listed.flatMap(nameKeys));
	return blocks.filter(({name}) => !nameKeys(name).some(key => known.has(key)));
}

/** The listed names that no block has, and no other heading: an author may give a block a heading of another make. */
export function undescribed({listed, blocks}: Inventory, source: string): readonly string[] {
	const known = new Set([...blocks.map(({name}) => name), ...partsOf(source).map(({text}) => text)].flatMap(nameKeys));
	return listed.filter(name => !nameKeys(name).some(key => known.has(key)));
}

/**
 * Answers in which each inventory that the author has begun names all blocks that there are: those that it lacks come
 * behind the others, with nothing but their names. What names no block stays, for somebody may list more than they describe.
 */
export function withInventories(form: Form, answers: Answers): Answers {
	const made = new Map(answers);
	for (const inventory of inventoriesIn(form, answers)) {
		const {list} = inventory;
		const column = list.columns?.[0]?.id ?? list.item?.parts?.[0]?.id;
		const given = answers.get(list.id);
		const names = [...new Map(unlisted(inventory).map(({name}) => [nameKey(name), name])).values()];
		if (names.length === 0 || given?.state !== 'answered' || !Array.isArray(given.value)) continue;
		const more = names.map(name => (column === undefined ? name : {[column]: name}));
		made.set(list.id, {...given, value: [...(given.value as readonly Item[]), ...more] as typeof given.value});
	}

	return made;
}

/** A name as it compares: without emphasis, code marks, a link's address and case. */
export function nameKey(name: string): string {
	return slug(name.replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1'));
}

/**
 * A name in the ways in which it may be written elsewhere: with or without a word in front (`Service: Signer`), a
 * number, brackets behind.
 */
export function nameKeys(name: string): readonly string[] {
	const plain = name.trim().replace(/^\d+(?:\.\d+)*[a-z]?[.)]?\s+/, '');
	const shapes = [name, plain, plain.replace(/^\p{L}+(?: \p{L}+)?(?: \d+)?:\s+/u, '')];
	return [...new Set([...shapes, ...shapes.map(one => one.replace(/\s*\([^()]*\)\s*$/, ''))].map(nameKey))].filter(
		key => key !== '',
	);
}

/** Whether two names are the same, however they are written. */
export function sameName(one: string, other: string): boolean {
	const keys = nameKeys(one);
	return nameKeys(other).some(key => keys.includes(key));
}

/** The table or list that names the blocks: in the section around them, and in none of them. */
function listOf(form: Form, repeat: Repeat): Field | undefined {
	const [first] = repeat.instances;
	if (repeat.unit !== 'section' || !first) return undefined;
	const around = pathTo(form.sections, first.id).at(-2);
	const unit = nameKey(repeat.label);
	const inside = new Set(repeat.instances.flatMap(({fields}) => fields));
	if (!around || around.level <= 1 || unit === '') return undefined;
	const near = new Set([around.id, ...around.sections.map(({id}) => id)]);
	return form.fields.find(
		field =>
			near.has(field.section) &&
			!inside.has(field.id) &&
			!field.fixedRows &&
			isCalled(
				unit,
				field.kind === 'table' ? field.columns?.[0]?.label : field.kind === 'list' ? field.label : undefined,
			),
	);
}

/** Whether a label is what one of the blocks is called, or several of them. */
function isCalled(unit: string, label: string | undefined): boolean {
	const word = nameKey(label ?? '');
	return word === unit || word === `${unit}s` || word === `${unit}es` || word === unit.replace(/y$/, 'ies');
}

function namesIn(answers: Answers, field: Field): readonly string[] {
	const answer = answers.get(field.id);
	if (answer?.state !== 'answered' || !Array.isArray(answer.value)) return [];
	const column = field.columns?.[0]?.id ?? field.item?.parts?.[0]?.id ?? '';
	return (answer.value as readonly (Item | Row)[])
		.map(item => (typeof item === 'string' ? item : isNested(item) ? item.text : (item[column] ?? '')).trim())
		.filter(name => nameKey(name) !== '');
}

function isNested(item: Exclude<Item, string> | Row): item is Exclude<Item, string> {
	return Array.isArray(item.items);
}

/** The blocks that have a name, which stands in their headings. */
function blocksOf(form: Form, answers: Answers, {instances}: Repeat): Inventory['blocks'] {
	const byId = new Map(form.fields.map(field => [field.id, field]));
	return instances.flatMap(({id, fields}) => {
		const field = fields.map(one => byId.get(one)).find(one => one?.place.at === 'heading' && one.section === id);
		const answer = field && answers.get(field.id);
		if (answers.get(id)?.state === 'left-out') return [];
		if (!field || answer?.state !== 'answered' || typeof answer.value !== 'string') return [];
		return [{name: answer.value, field}];
	});
}
