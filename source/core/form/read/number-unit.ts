/** The unit of a number, from what stands round its blank and from its label. */

import type {Field, Kind} from '../types.ts';
import {quoted} from '../value/pattern.ts';
import {knownUnits, moneyUnits} from '../value/unit.ts';
import type {FoundField, Source} from './found-field.ts';

/** What a blank says that takes a number: `N`, `number of days`, `20`, or nothing at all. */
const numeric =
	/^(?:[nxy]{1,3}|#+|_+|[<>≤≥~]?\s*\d[\d.,]*|(?:\p{L}+ ){0,3}(?:numbers?|num|no\.?|amount|count|value|figure|integer|quantity|percent(?:age)?)(?: of (?:\p{L}+ ?){1,4})?|zahl|anzahl|betrag|wert|nombre|montant|valeur|n[úu]mero|cantidad|importe|valor|quantidade|quantità|importo|число|сумма|количество|数字|数量|金额|数値|金額|숫자|금액)$/iu;
/** Short words before a sign that only numbers have: `[target]%`. */
const short = /^[\p{L}\p{N} _.-]{1,40}$/u;

const anyOf = (words: readonly string[]): string => words.map(one => quoted(one)).join('|');
const unit = `(?:${anyOf(knownUnits)})(?:/\\p{L}{1,12})?`;
const marks = '[*_`]*';
const behind = new RegExp(`^${marks}[ \\u00A0\\u202F]?(?<unit>${unit})(?![\\p{L}\\p{N}])`, 'u');
/** A sign for a number and its unit in one blank: `[N ms]`, `<n%>`. */
const within = new RegExp(`^(?:[nxy]{1,3}|#|number|amount) ?(?<unit>${unit})$`, 'iu');
const before = new RegExp(`(?<![\\p{L}\\p{N}])(?<unit>${anyOf(moneyUnits)})[ \\u00A0\\u202F]?${marks}$`, 'u');
const inLabel = new RegExp(
	`\\s(?:[(\\[](?:in )?(?<round>${unit})[)\\]]|in (?<words>${unit})|(?<sign>%))[:*_\\s]*$`,
	'u',
);
/** In round brackets a letter may be the plural of the word in front: `Reviewer (s)`. */
const letter = /^[a-z]$/u;
const lasting = /\b(?:time|latenc|duration|delay|timeout|interval|period|age|ttl|length|height|width|distance)/iu;

type Unit = Pick<Field, 'unit' | 'unitStands'>;

/** What stands on the line in front of a field and behind it. */
function around({text, lines}: Source, field: FoundField): {readonly front: string; readonly back: string} {
	const {from, to} = field.range;
	// Behind a label the blank that parts them belongs to the field.
	const start = from + /^\s*/u.exec(text.slice(from, to))![0].length;
	return {
		front: text.slice(Math.max(lines.startOf(start), start - 40), start),
		back: text.slice(to, Math.min(lines.endOf(to), to + 40)),
	};
}

/** The unit that a label names at its end: `ms` in `Latency (ms)`. */
function unitInLabel(label: string): string | undefined {
	const {round, words, sign} = inLabel.exec(label)?.groups ?? {};
	const found = round ?? words ?? sign;
	return found !== undefined && letter.test(found) && !lasting.test(label) ? undefined : found;
}

/** The unit that the template has for a field, and where; nothing where it names none. */
function unitOf(source: Source, field: FoundField): Unit {
	const {front, back} = around(source, field);
	const signs: readonly (readonly [string | undefined, NonNullable<Field['unitStands']>])[] = [
		[behind.exec(back)?.groups?.['unit'], 'behind'],
		[before.exec(front)?.groups?.['unit'], 'before'],
		[unitInLabel(field.label), 'label'],
	];
	const [found, unitStands] = signs.find(([one]) => one !== undefined) ?? [];
	return found === undefined || unitStands === undefined ? {} : {unit: found, unitStands};
}

/** Where the template has a unit that a hint names; nothing where it stands nowhere. */
export function standing(source: Source, field: FoundField, unit: string): Unit {
	const {front, back} = around(source, field);
	const bare = back.replace(/^[*_`]*\s?/u, '');
	if (bare.startsWith(unit) && !/^[\p{L}\p{N}]/u.test(bare.slice(unit.length))) return {unit, unitStands: 'behind'};
	if (front.replace(/\s?[*_`]*$/u, '').endsWith(unit)) return {unit, unitStands: 'before'};
	return /[)\]]\s*$/u.test(field.label) && field.label.replace(/[)\]]\s*$/u, '').endsWith(unit)
		? {unit, unitStands: 'label'}
		: {unit};
}

const lineOf: readonly Kind[] = ['text', 'number'];
const oneLine: readonly FoundField['place']['at'][] = ['inline', 'label', 'cell', 'heading', 'yaml'];

/**
 * A field as a number with its unit, where its blank asks for a number and a unit stands beside it or in its label, or as
 * the sign of a currency in front. Any other field stays as it is.
 */
export function withUnit(source: Source, field: FoundField): FoundField {
	if (!lineOf.includes(field.kind) || field.multiple || !field.blank || field.format !== undefined) return field;
	if (!oneLine.includes(field.place.at)) return field;
	const inner = field.placeholder.trim().replaceAll(/^[[<{$]+\s*|\s*[\]>}]+$/gu, '');
	const own = within.exec(inner)?.groups?.['unit'];
	if (own !== undefined) return {...field, kind: 'number', unit: own};
	const found = unitOf(source, field);
	if (found.unit === undefined) return field;
	const isSign = found.unitStands !== 'label' && /^[%‰]$|^(?:US)?\p{Sc}$/u.test(found.unit);
	const asks =
		field.kind === 'number' ||
		numeric.test(inner) ||
		(isSign && short.test(inner)) ||
		(inner === '' && found.unitStands === 'label' && field.place.at === 'label');
	if (!asks) return field;
	return {...field, kind: 'number', ...found};
}

/** Whether a blank under a heading takes a number of the unit that the heading names: `<amount>` under `Budget (EUR)`. */
export function asksForUnit(label: string, inner: string): boolean {
	return numeric.test(inner) && unitInLabel(label) !== undefined;
}

/** The unit that a column's head names, where what the template has in its cells asks for a number, or is nothing at all. */
export function unitOfColumn(label: string, cells: readonly string[]): string | undefined {
	const asks = cells.every(cell => numeric.test(cell.trim().replaceAll(/^[[<{$]+\s*|\s*[\]>}]+$/gu, '')));
	return asks ? unitInLabel(label) : undefined;
}
