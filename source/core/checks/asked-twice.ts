/** What a template asks for in two places, with two answers that cannot both hold. */

import {slug} from '../form/index.ts';
import type {Document, Row} from '../form/types.ts';
import {aims, measures, personalData, targets} from './asked-words.ts';
import {textsIn} from './answer-texts.ts';
import {inventoriesIn, sameName} from './inventories.ts';
import {isSameAmount, quantitiesIn, type Quantity} from './quantities.ts';
import {isNothing} from './said.ts';
import {standingOf, type FieldStanding} from './standing.ts';
import {columnNamed, writtenTables} from './written-tables.ts';

/** Two answers to one question: what each says, and the fields that say it; `about` names the row that is meant. */
export type Disagreement = {
	readonly first: FieldStanding;
	readonly second: FieldStanding;
	readonly said: readonly [string, string];
	readonly about?: string;
};

type Saying = {readonly entry: FieldStanding; readonly text: string};

/** The answers of a document that contradict each other, told once for each pair of places. */
export function disagreements(document: Document): readonly Disagreement[] {
	const sayings = [...standingOf(document).fields.values()].flatMap(entry => {
		const answer = document.answers.get(entry.field.id);
		const isSaid = entry.state === 'answered' && answer?.state === 'answered' && entry.field.kind !== 'code';
		return isSaid ? [{entry, text: textsIn(answer.value).join('\n')}] : [];
	});
	// A document that nobody has begun, as each start of the wizard has one, need not be searched.
	if (sayings.length === 0) return [];
	return [
		...sameLabels(document, sayings),
		...personalDataIn(sayings),
		...sharesIn(document, sayings),
		...inInventories(document),
	];
}

/** A label without the words that only say how it is asked: `Retention policy` and `Retention` are one question. */
function topicOf(label: string): string {
	return slug(label).replace(/-(?:policy|policies|strategy|plan|management|approach|period)$/, '');
}

/**
 * The same label in two sections, where each answer has one length of time or one share. Where a label stands in three places,
 * each is about something else.
 */
function sameLabels({form}: Document, sayings: readonly Saying[]): readonly Disagreement[] {
	const places = new Map<string, Set<string>>();
	for (const {label, repeat, id} of form.fields) {
		const topic = topicOf(label);
		places.set(topic, (places.get(topic) ?? new Set()).add(repeat ?? id));
	}

	const byTopic = new Map<string, Saying[]>();
	for (const saying of sayings) {
		const topic = topicOf(saying.entry.field.label);
		if (places.get(topic)?.size === 2) byTopic.set(topic, [...(byTopic.get(topic) ?? []), saying]);
	}

	return [...byTopic.values()].flatMap(group => {
		const [first] = group;
		const placeOf = ({entry: {field}}: Saying): string => field.repeat ?? field.id;
		const others = group.filter(one => first && placeOf(one) !== placeOf(first));
		const own = group.filter(one => first && placeOf(one) === placeOf(first));
		// Several blocks may each have their own; all of them must differ from what is said once.
		const pairs = own.flatMap(one => others.map(other => ({one, other, said: differing(one.text, other.text)})));
		const [pair] = pairs;
		if (!pair?.said || pairs.some(({said}) => said === undefined)) return [];
		// Where both places are blocks that come several times, each block is about something else.
		if (pair.one.entry.field.repeat !== undefined && pair.other.entry.field.repeat !== undefined) return [];
		return pair.one.entry.field.section === pair.other.entry.field.section
			? []
			: [{first: pair.one.entry, second: pair.other.entry, said: pair.said}];
	});
}

/** What two texts say where each has one amount of the same dimension, and these differ. */
function differing(one: string, other: string): readonly [string, string] | undefined {
	const [a, ...more] = quantitiesIn(one);
	const [b, ...evenMore] = quantitiesIn(other);
	if (!a || !b || more.length + evenMore.length > 0 || a.dimension !== b.dimension) return undefined;
	return isSameAmount(a, b) ? undefined : [a.text, b.text];
}

const denies = /^[^\p{L}]*(?:no|none|nein|keine|non|aucune?|ning[uú]n[oa]?|nenhum[a]?)(?!\p{L})/iu;

/** Personal data, of which one place says that there are some and all others that there are none. */
function personalDataIn(sayings: readonly Saying[]): readonly Disagreement[] {
	const asked = sayings.filter(({entry: {field}}) => personalData.test(field.label) && field.kind !== 'list');
	const once = asked.filter(({entry: {field}}) => field.repeat === undefined);
	const blocks = asked.filter(({entry: {field}}) => field.repeat !== undefined);
	const [general] = once;
	const [block] = blocks;
	if (once.length !== 1 || !general || !block) return [];
	const isNone = denies.test(general.text) || isNothing(general.text);
	const other = isNone
		? blocks.find(({text}) => !denies.test(text) && !isNothing(text))
		: blocks.every(({text}) => denies.test(text) || isNothing(text))
			? block
			: undefined;
	if (!other) return [];
	const [first, second] =
		general.entry.field.range.from < other.entry.field.range.from ? [general, other] : [other, general];
	return [{first: first.entry, second: second.entry, said: [brief(first.text), brief(second.text)]}];
}

/** The one share among a table's targets, and the one that a label for targets has. */
function sharesIn(document: Document, sayings: readonly Saying[]): readonly Disagreement[] {
	const labels = sayings.flatMap(({entry, text}) => {
		const shares =
			aims.test(entry.field.label) && /slo|sla|availab|uptime/iu.test(entry.field.label) ? sharesOf(text) : [];
		return shares.length === 1 ? [{entry, share: shares[0]!}] : [];
	});
	const [label, anotherLabel] = labels;
	if (!label || anotherLabel) return [];
	const tables = writtenTables(document).flatMap(table => {
		const target = columnNamed(table, targets);
		if (target < 0 || columnNamed(table, measures) < 0 || !table.owner) return [];
		const shares = table.rows.flatMap(({cells}) => sharesOf(cells[target]?.text ?? ''));
		return shares.length === 1 ? [{entry: table.owner, share: shares[0]!}] : [];
	});
	const [table, anotherTable] = tables;
	if (!table || anotherTable || isSameAmount(table.share, label.share)) return [];
	return [{first: table.entry, second: label.entry, said: [table.share.text, label.share.text]}];
}

function sharesOf(text: string): readonly Quantity[] {
	return quantitiesIn(text).filter(({dimension}) => dimension === 'share');
}

/** What a table that names blocks says of one in a column that the block has a label for, such as its status. */
function inInventories(document: Document): readonly Disagreement[] {
	const {fields} = standingOf(document);
	return inventoriesIn(document.form, document.answers).flatMap(({repeat, list, blocks}) => {
		const answer = document.answers.get(list.id);
		const columns = (list.columns ?? []).filter(({kind}) => kind === 'choice');
		const table = fields.get(list.id);
		if (!table || answer?.state !== 'answered' || !Array.isArray(answer.value)) return [];
		return (answer.value as readonly Row[]).flatMap(row => {
			const name = row[list.columns?.[0]?.id ?? ''] ?? '';
			const block = blocks.find(one => sameName(one.name, name));
			const inside = repeat.instances.find(({fields: ids}) => block && ids.includes(block.field.id));
			return columns.flatMap(({id, label}) => {
				const own = inside?.fields.map(one => fields.get(one)).find(one => one?.field.label === label);
				const said = own && document.answers.get(own.field.id);
				const inRow = row[id] ?? '';
				if (own?.field.kind !== 'choice' || said?.state !== 'answered' || typeof said.value !== 'string') return [];
				const words: readonly [string, string] = [inRow, said.value];
				return slug(inRow) === '' || slug(inRow) === slug(said.value)
					? []
					: [{first: table, second: own, said: words, about: name}];
			});
		});
	});
}

function brief(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	return line.length <= 40 ? line : `${line.slice(0, 37).trimEnd()}…`;
}
