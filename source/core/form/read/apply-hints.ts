/** Which field or section each hint speaks of. */

import {nearest} from '../nearest.ts';
import {slug} from '../slug.ts';
import type {Fault, Range} from '../types.ts';
import type {Assembled} from './assemble.ts';
import type {FoundField, Node, Source} from './found-field.ts';
import {applyToField, applyToSection, pathOf, type Reading} from './hint-target.ts';
import {ofField, ofSection, readTold, tellInto, type Told} from './hint-words.ts';
import type {Hint, HintPlace, Hints} from './hints.ts';
import {applyMatter} from './matter-hints.ts';

/**
 * Lays hints over what the reader found: changes the nodes' fields and needs, and makes each hint something that goes
 * when the document is finished.
 *
 * @param outside where nothing is read: the filled example
 * @param assembled gives the form as it is without hints, to know its ids
 * @returns what is wrong with the hints
 */
export function applyHints(
	source: Source,
	hints: Hints,
	nodes: readonly Node[],
	top: readonly Node[],
	outside: Range | undefined,
	assembled: () => Assembled,
): readonly Fault[] {
	const faults: Fault[] = [...hints.faults];
	const reading: Reading = {source, nodes, top, tell: tellInto(faults)};
	const isOutside = ({range}: HintPlace) =>
		outside !== undefined && range.from >= outside.from && range.to <= outside.to;
	for (const node of nodes)
		node.fields = node.fields
			.map(field => clipped(source, field, hints))
			.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
	if (hints.matter) applyMatter(reading, hints.matter, assembled());
	const about = new Map<HintPlace, string>();
	for (const hint of hints.comments) {
		if (isOutside(hint.place)) continue;
		const field = applyComment(reading, hint);
		if (hint.place.beside && field) about.set(hint.place, spot(field));
	}

	const spots = new Map(nodes.flatMap(node => node.fields.map(field => [spot(field), field] as const)));
	for (const place of hints.places) {
		if (isOutside(place)) continue;
		const node = nodeAt(nodes, place.range.from);
		const {heading} = node;
		if (heading && place.range.to > heading.range.to && isOnHeading(source, node, place))
			node.heading = {...heading, range: {...heading.range, to: place.range.to}};
		const field = spots.get(about.get(place) ?? '');
		node.guidance.push({
			role: 'hint',
			range: droppedWith(source, place),
			text: source.written.slice(place.range.from, place.range.to),
			...(field && {fields: [field]}),
		});
	}

	return faults;
}

/** A field without the hint behind it: where a field takes whole lines it took the hint's as blanks. */
function clipped(source: Source, field: FoundField, {places}: Hints): FoundField {
	const {range} = field;
	let {to} = range;
	for (let index = places.length - 1; index >= 0; index--) {
		const place = places[index]!;
		if (place.range.from <= range.from || place.range.from >= to) continue;
		if (source.text.slice(place.range.from, to).trim() !== '') continue;
		to = place.range.from;
		while (to > range.from && /\s/u.test(source.text[to - 1]!)) to--;
	}

	return to === range.to ? field : {...field, range: {from: range.from, to}};
}

/** What goes with a hint: its lines, or what stands between it and the text in front of it. */
function droppedWith(source: Source, {range, beside, whole}: HintPlace): Range {
	const {text, lines} = source;
	if (!beside) {
		const {from, to} = whole ?? range;
		const isBlank = (at: number) => source.written.slice(lines.startOf(at), lines.endOf(at)).trim() === '';
		const start = whole ? from : lines.startOf(from);
		const end = lines.nextOf(to);
		// One of two blank lines goes along.
		const parted = start === 0 || whole !== undefined || isBlank(start - 1);
		return {from: start, to: parted && end < source.written.length && isBlank(end) ? lines.nextOf(end) : end};
	}

	let {from} = range;
	while (from > 0 && /[ \t]/u.test(text[from - 1]!)) from--;
	// Blanks that a hint in front of this one left are that one's.
	const other = source.written.lastIndexOf('-->', range.from);
	return {from: other >= 0 && other + 3 > from ? other + 3 : from, to: range.to};
}

function nodeAt(nodes: readonly Node[], at: number): Node {
	return nodes.findLast(node => node.range.from <= at) ?? nodes[0]!;
}

function isOnHeading({lines}: Source, {heading}: Node, {range}: HintPlace): boolean {
	return (
		heading !== undefined &&
		lines.lineOf(range.from) <= lines.lineOf(Math.max(heading.range.from, heading.range.to - 1))
	);
}

/** Whether nothing but blanks and other hints stand between a heading and a hint. */
function isBelowHeading({text}: Source, {heading}: Node, {range}: HintPlace): boolean {
	return heading !== undefined && text.slice(heading.range.to, range.from).trim() === '';
}

/** Applies a comment's hint; gives the field that it speaks of, as it is by then. */
function applyComment(reading: Reading, {place, entries}: Hint): FoundField | undefined {
	const {source, nodes, tell} = reading;
	const node = nodeAt(nodes, place.range.from);
	const names = entries.map(({key}) => key);
	const atHeading = isOnHeading(source, node, place) || isBelowHeading(source, node, place);
	const isSections = atHeading && names.every(name => ofSection.includes(name) || !ofField.includes(name));
	const told = readTold(entries, isSections ? ofSection : ofField, tell);
	if (told.at.size === 0) return undefined;
	if (isSections) {
		applyToSection(reading, node, told);
		return undefined;
	}

	const field = told.field === undefined ? nearby(reading, node, place, atHeading) : named(reading, node, told);
	if (!field) return undefined;
	return applyToField(reading, node, field, told);
}

/** What tells a field from every other, whatever hints say of it. */
function spot({range, place}: FoundField): string {
	return `${range.from} ${place.at}`;
}

/** The field that a hint without a name speaks of: the one that it stands behind, or the next below it. */
function nearby({source, tell}: Reading, node: Node, place: HintPlace, atHeading: boolean): FoundField | undefined {
	const {lines} = source;
	const {from, to} = place.range;
	const around = node.fields.find(({range}) => range.from < from && range.to >= to);
	if (around) {
		tell(
			'place',
			place.range,
			`This hint stands inside the text that an answer to "${around.label}" replaces.`,
			'Put it on a line of its own above that text.',
		);
		return undefined;
	}

	const before = place.beside
		? node.fields.findLast(
				({range}) =>
					range.to <= from && range.from >= lines.startOf(from) && lines.lineOf(range.to) === lines.lineOf(from),
			)
		: undefined;
	if (before) return before;
	if (!atHeading) {
		const below = node.fields.find(({range}) => range.from >= to);
		if (below) return below;
	}

	const own = atHeading ? node.fields.filter(field => field.place.at !== 'heading') : [];
	if (own.length > 0 && new Set(own.map(pathOf)).size === 1) return own[0];
	if (own.length > 1)
		tell(
			'which',
			place.range,
			'This section has several fields, and the hint under its heading does not say which it means.',
			`Add \`field: ${own[0]!.label}\`, or put the hint behind the blank.`,
		);
	else
		tell(
			'nothing',
			place.range,
			'No field stands in front of this hint on its line, nor below it in its section.',
			'Put it behind the blank or above it, or name the field: `field: Owner`.',
		);
	return undefined;
}

/** The field with the name that a hint gives, in the hint's section. */
function named({tell}: Reading, node: Node, told: Told): FoundField | undefined {
	const name = told.field!;
	const fits = node.fields.filter(
		field => pathOf(field) === name || field.path.at(-1) === name || slug(field.label) === slug(name),
	);
	const [first] = fits;
	if (first && new Set(fits.map(pathOf)).size === 1) return first;
	const known = [...new Set(node.fields.map(({label}) => label))];
	const near = nearest(name, known);
	if (first)
		tell(
			'which',
			told.at.get('field')!,
			`Several fields of this section are called "${name}".`,
			`Use the id: ${fits.map(pathOf).join(', ')}.`,
		);
	else
		tell(
			'nothing',
			told.at.get('field')!,
			`This section has no field "${name}".`,
			near !== undefined
				? `Did you mean "${near}"?`
				: known.length > 0
					? `It has: ${known.join(', ')}.`
					: 'It has none.',
		);
	return undefined;
}
