/** The lists and tables in which a template gathers what its document's paragraphs rest on, and the gaps that they admit. */

import {evidenceLabels} from '../form/index.ts';
import type {Answer, Document, Item, Row, Value} from '../form/types.ts';
import {evidenceParagraphs, evidenceRollUp, type EvidenceGap} from './evidence.ts';
import {nameKey} from './inventories.ts';
import {lineage} from './outline.ts';
import {standingOf, type FieldStanding} from './standing.ts';

/** A source with the sections whose paragraphs name it. */
type Source = {readonly text: string; readonly sections: readonly string[]};

/** A list or table that gathers gaps or sources, with what it lacks of those that the paragraphs have. */
export type Gathering = {
	readonly entry: FieldStanding;
	readonly lacking: readonly string[];
	/** What it is to say, where that is another than it says. */
	readonly value?: Value;
	/** True where nothing stands there yet, and it is to say that there is nothing. */
	readonly saysNone?: true;
};

type Role = 'gap' | 'impact' | 'owner' | 'source' | 'claim' | 'confidence';

const roles: readonly (readonly [Role, RegExp])[] = [
	['impact', /(?<!\p{L})(?:impacts?|consequences?|if wrong|auswirkung(?:en)?|folgen?|impacto)(?!\p{L})/iu],
	['owner', /(?<!\p{L})(?:owners?|who|responsible|verantwortlich|zuständig|responsable)(?!\p{L})/iu],
	['confidence', /(?<!\p{L})(?:confidence|certainty|strength|sicherheit|vertrauen|confiance|confianza)(?!\p{L})/iu],
	['gap', /(?<!\p{L})(?:gaps?|missing|unknown|lücken?|fehlt)(?!\p{L})|lücken?$/iu],
	['claim', /(?<!\p{L})(?:sections?|claims?|statements?|where|abschnitt|aussage|sección)(?!\p{L})/iu],
	[
		'source',
		/(?<!\p{L})(?:evidence|sources?|paths?|files?|urls?|links?|references?|belege?|quellen?|fuentes?)(?!\p{L})/iu,
	],
];

/** The gatherings of a document; none where its template asks for no evidence. */
export function gatherings(document: Document): readonly Gathering[] {
	const labels = evidenceLabels(document.form);
	const rollUp = evidenceRollUp(document);
	if (!labels || !rollUp) return [];
	const begins = (names: readonly string[], {field, row}: FieldStanding): boolean => {
		const titles = [field.label, ...lineage(row).map(({section}) => section.title)].map(title => title.toLowerCase());
		return names.some(name => titles.some(title => title.startsWith(name.toLowerCase())));
	};
	const isSound = rollUp.paragraphs > 0 && evidenceParagraphs(document).every(({claims}) => claims.length > 0);
	return [...standingOf(document).fields.values()].flatMap(entry => {
		const {kind, fixedRows} = entry.field;
		if ((kind !== 'table' && kind !== 'list') || fixedRows || entry.state === 'not-applicable') return [];
		if (begins(labels.gaps, entry)) return [gapsIn(document, entry, rollUp.gaps, isSound)];
		return begins(labels.sources, entry) ? [sourcesIn(document, entry, sourcesOf(document))] : [];
	});
}

/** The sources that the paragraphs name, in their order, each once. */
function sourcesOf(document: Document): readonly Source[] {
	const found = new Map<string, {text: string; sections: string[]}>();
	for (const {entry, name, claims} of evidenceParagraphs(document)) {
		const title = entry ? (entry.row?.section.title ?? entry.field.label) : name;
		for (const text of claims.filter(({isGap}) => !isGap).flatMap(claim => claim.text.split(';'))) {
			const words = text.trim().replace(/\.$/, '');
			const key = nameKey(words);
			if (key === '') continue;
			const known = found.get(key) ?? {text: words, sections: []};
			if (!known.sections.includes(title)) known.sections.push(title);
			found.set(key, known);
		}
	}
	return [...found.values()];
}

/** Each of the columns or parts by what it is for; a list of plain items has none. */
function placesIn({field}: FieldStanding): ReadonlyMap<Role, string> {
	const places = new Map<Role, string>();
	for (const {id, label} of field.columns ?? field.item?.parts ?? []) {
		const role = roles.find(([role, words]) => !places.has(role) && words.test(label))?.[0];
		if (role) places.set(role, id);
	}
	return places;
}

const isNone = /^(?:none|keine|aucune?|ninguna?|nenhuma?)\.?$/iu;

function gapsIn(document: Document, entry: FieldStanding, gaps: readonly EvidenceGap[], isSound: boolean): Gathering {
	const places = placesIn(entry);
	const column = places.get('gap') ?? places.get('claim') ?? firstOf(entry);
	const given = document.answers.get(entry.field.id);
	const standing = rowsIn(given, column).filter(row => !(gaps.length > 0 && isNone.test((row[column] ?? '').trim())));
	const parts = (gap: EvidenceGap): Row => {
		const said: [string | undefined, string | undefined][] = [
			[column, gap.gap],
			[places.get('impact'), gap.impact],
			[places.get('owner'), gap.owner],
		];
		return Object.fromEntries(
			said.flatMap(([id, text]) => (id === undefined || text === undefined ? [] : [[id, text]])),
		);
	};
	const told = new Map<string, Row>();
	for (const gap of gaps) {
		const [key, row] = [nameKey(gap.gap), parts(gap)];
		const before = told.get(key);
		if (key !== '') told.set(key, before ? {...before, ...unsaid(row, before)} : row);
	}
	const keyOf = (row: Row): string => nameKey(row[column] ?? '');
	// What somebody wrote stays; what nobody did comes from the paragraph.
	const kept = standing.map(row => ({...row, ...unsaid(told.get(keyOf(row)) ?? {}, row)}));
	const there = new Set(standing.map(keyOf));
	const added = [...told].flatMap(([key, row]) => (there.has(key) ? [] : [row]));
	const rows = [...kept, ...added];
	if (rows.length === 0 && isSound && given === undefined) return {entry, lacking: [], saysNone: true};
	return gathering(
		entry,
		added.map(row => row[column] ?? ''),
		given,
		rows,
	);
}

function sourcesIn(document: Document, entry: FieldStanding, sources: readonly Source[]): Gathering {
	const places = placesIn(entry);
	const column = places.get('source') ?? firstOf(entry);
	const given = document.answers.get(entry.field.id);
	const standing = rowsIn(given, column);
	const known = new Set(
		standing.flatMap(row => {
			const text = row[column] ?? '';
			return [text, ...text.split(/;|,\s|\n/)].map(nameKey);
		}),
	);
	const lacking = sources.filter(({text}) => !known.has(nameKey(text)));
	const claim = places.get('claim');
	const rows = lacking.map(({text, sections}): Row => ({
		...(claim === undefined ? {} : {[claim]: sections.join(', ')}),
		[column]: text,
	}));
	return gathering(
		entry,
		lacking.map(({text}) => text),
		given,
		[...standing, ...rows],
	);
}

/** Where items have no parts, a row has this one alone. */
const plain = '';

function firstOf({field}: FieldStanding): string {
	return field.columns?.[0]?.id ?? field.item?.parts?.[0]?.id ?? plain;
}

function unsaid(row: Row, known: Row): Row {
	return Object.fromEntries(Object.entries(row).filter(([id]) => (known[id] ?? '').trim() === ''));
}

/** What a list or table says, row by row; items below an item stay with it. */
function rowsIn(answer: Answer | undefined, column: string): readonly Row[] {
	if (answer?.state !== 'answered' || !Array.isArray(answer.value)) return [];
	return (answer.value as readonly (Item | Row)[]).map(item =>
		typeof item === 'string' ? {[column]: item} : isRow(item) ? item : {[column]: item.text},
	);
}

function isRow(item: Exclude<Item, string> | Row): item is Row {
	return !Array.isArray(item.items);
}

function gathering(
	entry: FieldStanding,
	lacking: readonly string[],
	given: Answer | undefined,
	rows: readonly Row[],
): Gathering {
	const isPlain = firstOf(entry) === plain;
	const standing = given?.state === 'answered' && Array.isArray(given.value) ? (given.value as readonly Item[]) : [];
	// An item with others below it is not made anew.
	const value = isPlain
		? rows.map((row, index) => (typeof standing[index] === 'object' ? standing[index] : (row[plain] ?? '')))
		: rows;
	const isSame =
		rows.length === 0 ||
		(lacking.length === 0 && given?.state === 'answered' && JSON.stringify(value) === JSON.stringify(given.value));
	return {entry, lacking, ...(isSame ? {} : {value})};
}
