/**
 * Ids that count in signs for digits: `RFC-NNNN`, `ADR XXX`, `#0000`. The signs are a number that is asked for once and
 * filled wherever the same id stands, in the targets of links too: `[RFC-NNNN](NNNN-name.md)`.
 */

import type {Span} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {Field, Range} from '../types.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';

/** The signs of an id that stand for digits, where they stand, and the words in front of them: `RFC`. */
export type IdMask = {readonly range: Range; readonly signs: string; readonly prefix: string};

const signs = 'N{3,}|X{3,}|0{3,}|#{3,}';
/** What a heading begins with, and what parts it from the words behind it. Loud words such as XXX name nothing by themselves. */
const atStart = new RegExp(
	`^(?:(?<prefix>\\p{Lu}[\\p{Lu}\\p{N}]+)(?<joint>[- ]?#?)(?<signs>${signs})(?![\\p{L}\\p{N}_])(?:\\s*[:.–—-])?|(?<bare>N{3,})\\s*[:.–—-])(?=\\s)\\s*`,
	'u',
);
/** One link whose text and target, a file beside the document, have the same signs in them. */
const inLink = new RegExp(
	`^\\[(?<lead>(?:[\\p{L}\\p{N}/]+[-# ])?)(?<signs>${signs})\\]\\((?<target>[^()\\s:]*)\\)$`,
	'u',
);

/** The id with which a heading's words begin, as `RFC-NNNN: `, and how long it is. */
export function leadingMask(text: string): {readonly mask: IdMask; readonly length: number} | undefined {
	const found = atStart.exec(text);
	if (!found?.groups || found[0].length === text.length) return undefined;
	const {prefix = '', joint = '', signs: own, bare} = found.groups;
	const from = prefix.length + joint.length;
	const run = own ?? bare!;
	return {mask: {range: {from, to: from + run.length}, signs: run, prefix}, length: found[0].length};
}

/** The id in a value that is nothing but a link to a file that is called after it. */
export function linkedMask(source: Source, value: Range): IdMask | undefined {
	const found = inLink.exec(source.text.slice(value.from, value.to))?.groups;
	if (!found || !standsIn(found['target']!, found['signs']!)) return undefined;
	const from = value.from + 1 + found['lead']!.length;
	const run = found['signs']!;
	return {range: {from, to: from + run.length}, signs: run, prefix: found['lead']!.replace(/[-# ]$/u, '')};
}

/** The field that asks for an id's number. */
export function maskField(mask: IdMask, label: string, path: readonly string[], at: 'heading' | 'inline'): FoundField {
	return foundField({
		label,
		kind: 'number',
		format: mask.signs,
		range: mask.range,
		place: {at},
		placeholder: mask.signs,
		path: [...path, slug(label) || 'number'],
		variableName: keyOf(mask.prefix, mask.signs),
		rule: 'id-mask',
	});
}

function keyOf(prefix: string, run: string): string {
	return prefix === '' ? run : `${prefix}-${run}`;
}

/** Whether signs stand in a text by themselves. */
function standsIn(text: string, run: string): boolean {
	return new RegExp(`(?<![\\p{L}\\p{N}])${run}(?![\\p{L}\\p{N}])`, 'u').test(text);
}

/**
 * Fills in the other places of ids whose number is asked for: links, and values of front matter that are the id. A place
 * with other words in front of the signs is another id's; one without any is the first id's.
 *
 * @param links where links stand
 */
export function joinMasks(
	{text}: Source,
	fields: readonly Field[],
	links: readonly Span[],
): {readonly fields: readonly Field[]; readonly joined: readonly string[]} {
	const masks = fields.filter(field => field.rule === 'id-mask');
	if (masks.length === 0) return {fields, joined: []};
	const placed = (from: number, to: number) =>
		[...text.slice(from, to).matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${signs})(?![\\p{L}\\p{N}])`, 'gu'))].flatMap(
			found => {
				const at = from + found.index;
				const prefix = /(?<prefix>\p{Lu}[\p{Lu}\p{N}]+)[- ]?#?$/u.exec(text.slice(Math.max(from, at - 40), at))
					?.groups?.['prefix'];
				const field = masks.find(
					({variable, placeholder}) =>
						placeholder === found[0] && (prefix === undefined || variable === keyOf(prefix, placeholder)),
				);
				return field ? [{field, range: {from: at, to: at + found[0].length}}] : [];
			},
		);
	const isOwn = (range: Range) => masks.some(one => one.range.from < range.to && one.range.to > range.from);
	const free = (range: Range) => fields.every(one => range.to <= one.range.from || range.from >= one.range.to);
	const scalars = fields.filter(
		({place, placeholder}) =>
			place.at === 'yaml' &&
			new RegExp(`^["']?(?:\\p{Lu}[\\p{Lu}\\p{N}]+[- ]?#?)?(?:${signs})["']?$`, 'u').test(placeholder),
	);
	const mirrors = [
		...links
			.filter(({from, to}) => !/\]\(\s*<?[a-z]+:/iu.test(text.slice(from, to)))
			.flatMap(({from, to}) => placed(from, to))
			.filter(({range}) => free(range) && !isOwn(range))
			.map(one => ({...one, at: 'inline' as const, of: undefined})),
		...scalars.flatMap(scalar =>
			placed(scalar.range.from, scalar.range.to).map(one => ({...one, at: 'yaml' as const, of: scalar.id})),
		),
	];
	const joined = mirrors.flatMap(({of}) => (of === undefined ? [] : [of]));
	return {
		fields: fields
			.filter(({id}) => !joined.includes(id))
			.map(field => {
				const own = mirrors.filter(mirror => mirror.field === field);
				return own.length === 0
					? field
					: {
							...field,
							mirrors: [
								...field.mirrors,
								...own.map(({range, at}) => ({range, spelling: field.placeholder, place: {at}})),
							].sort((a, b) => a.range.from - b.range.from),
						};
			}),
		joined,
	};
}
