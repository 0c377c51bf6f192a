/** Hints in front matter, which name what they speak of. */

import {nearest} from '../nearest.ts';
import {flatten} from '../sections.ts';
import {slug} from '../slug.ts';
import type {Section} from '../types.ts';
import type {Assembled} from './assemble.ts';
import type {Node} from './found-field.ts';
import {applyToField, applyToSection, type Reading} from './hint-target.ts';
import {ofField, ofSection, readTold, type Tell, type Told} from './hint-words.ts';
import type {Hint} from './hints.ts';
import type {Entry} from './yaml.ts';

/** Applies what stands in front matter: fields and sections by their ids or names. */
export function applyMatter(reading: Reading, {entries}: Hint, assembled: Assembled): void {
	const {tell, source, nodes} = reading;
	const sections = flatten(assembled.sections);
	const nodeOf = (section: Section): Node | undefined =>
		section.level === 0
			? nodes[0]
			: nodes.find(node => node.heading && source.lines.lineOf(node.heading.range.from) === section.line);
	for (const {key, keyRange, value} of entries) {
		if (key !== 'fields' && key !== 'sections') {
			tell('property', keyRange, `Under \`specwright:\` there is no "${key}".`, 'There are `fields:` and `sections:`.');
			continue;
		}

		if (value.type !== 'map') {
			tell(
				'value',
				value.range,
				`"${key}" takes names and what is said of each.`,
				'Write an id, a colon, and below it what is said, indented.',
			);
			continue;
		}

		for (const entry of value.entries) {
			if (key === 'fields') applyById(reading, entry, assembled, nodeOf);
			else {
				const section = byName(
					sections.filter(({level}) => level > 0),
					entry,
					one => one.title,
					'section',
					tell,
				);
				const node = section && nodeOf(section);
				const told = saidOf(entry, ofSection, tell);
				if (node && told) applyToSection(reading, node, told);
			}
		}
	}
}

function applyById(
	reading: Reading,
	entry: Entry,
	{fields, sections}: Assembled,
	nodeOf: (section: Section) => Node | undefined,
): void {
	const {tell} = reading;
	const one = byName(fields, entry, field => field.label, 'field', tell);
	const told = saidOf(
		entry,
		ofField.filter(name => name !== 'field'),
		tell,
	);
	if (!one || !told) return;
	const bySection = new Map(flatten(sections).map(section => [section.id, section]));
	const plain = (id: string) => id.replaceAll(/\[\d+\]/gu, '');
	let isFirst = true;
	// The field in every instance of the section.
	for (const field of fields) {
		if (plain(field.id) !== plain(one.id)) continue;
		const section = bySection.get(field.section);
		const node = section && nodeOf(section);
		const target = node?.fields.find(
			({range, place}) => range.from === field.range.from && range.to === field.range.to && place.at === field.place.at,
		);
		if (node && target) applyToField(isFirst ? reading : {...reading, tell: () => undefined}, node, target, told);
		isFirst = false;
	}
}

function saidOf({key, value}: Entry, known: readonly string[], tell: Tell): Told | undefined {
	if (value.type === 'map') return readTold(value.entries, known, tell);
	tell(
		'value',
		value.range,
		`Of "${key}" nothing is said that a hint can say.`,
		`Write \`${key}: {requirement: optional}\`.`,
	);
	return undefined;
}

/** The one with this id, or else the only one with this name. */
function byName<T extends {readonly id: string}>(
	all: readonly T[],
	{key, keyRange}: Entry,
	nameOf: (one: T) => string,
	what: string,
	tell: Tell,
): T | undefined {
	const exact = all.find(({id}) => id === key);
	if (exact) return exact;
	const fits = all.filter(one => slug(nameOf(one)) === slug(key) && slug(key) !== '');
	if (fits.length === 1) return fits[0];
	const near = nearest(
		key,
		all.map(({id}) => id),
	);
	if (fits.length > 1)
		tell(
			'which',
			keyRange,
			`There are ${fits.length} ${what}s called "${key}".`,
			`Use the id: ${fits
				.slice(0, 5)
				.map(({id}) => id)
				.join(', ')}.`,
		);
	else
		tell(
			'nothing',
			keyRange,
			`There is no ${what} "${key}".`,
			near === undefined ? '`specwright inspect` lists the ids.' : `Did you mean "${near}"?`,
		);
	return undefined;
}
