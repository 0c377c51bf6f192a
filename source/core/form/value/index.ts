/** Values as text and back, by kind of field and by the place they stand in. */

import {failure, success} from '../../problem.ts';
import type {Result} from '../../problem.ts';
import {ticked, ticksIn} from '../ticks.ts';
import type {Check, Field, Item, Row, Value} from '../types.ts';
import {guardAbsent} from './absent.ts';
import {decodeCell, encodeCell} from './cell.ts';
import {decodeFence, decodeIndented, encodeFence} from './code.ts';
import {escapeLines, unescapeLines} from './escape.ts';
import type {Structural} from './escape.ts';
import {decodeFlow, encodeFlow, flowItems} from './flow.ts';
import {
	decodeBoxes,
	decodeChecks,
	decodeList,
	encodeBoxes,
	encodeChecks,
	encodeList,
	joinParts,
	splitParts,
} from './list.ts';
import {encodeOver} from './kept-items.ts';
import {holdsLines, isEmptyValue, isTicked, normalValue, sameValue, shapeOf} from './normal.ts';
import {decodeScalar, encodeScalar} from './scalar.ts';
import type {Toml} from './scalar.ts';
import {decodeGrid, decodeRows, encodeGrid, encodeRows} from './table.ts';
import {withItsUnit} from './unit.ts';
import {about} from './scalar-fault.ts';
import {obstacle} from './validate.ts';

/** What the place around a value adds to how it is written. */
export type ValueContext = {
	/** The template's text at the field, with LF. Needed where fixed items, fixed rows or a fence are kept. */
	readonly original?: string;
	/** Lines that the reader would take for the template's own. */
	readonly structural?: Structural;
	/** The quote sign around the place, in front matter. */
	readonly quoted?: '"' | "'";
	/** Where the front matter is TOML: how it holds the value. */
	readonly toml?: Toml;
};

const blockStart = /^(?:[ \t]|[-*+](?:[ \t]|$)|\d{1,9}[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|>|`{3}|~{3}|\||<)/;

/**
 * Writes a value as it stands at its field.
 *
 * @returns text with LF, its lines behind the first indented by the field's `indent`; at a label it begins with the
 * blank or line end that separates it. A problem where the place cannot hold the value: it is never mangled.
 */
export function encode(field: Field, given: Value, context: ValueContext = {}): Result<string> {
	const blocked = obstacle(field, given);
	if (blocked) return failure(blocked);
	const value = normalValue(field, given);
	const text = placed(field, value, context);
	const back = decode(field, text, context);
	if (back === undefined || (!sameValue(back, value) && !isEmptyValue(value))) {
		return failure({
			code: 'value.cannot-hold',
			...about(field, 'this text would not read back as it is written.'),
			next: 'Change the wording a little, or write it in a code block.',
			exit: 2,
		});
	}

	return success(text);
}

/**
 * Reads the value from a field's text, wherever its lines end.
 *
 * @returns undefined where the text is nothing that the field's kind could hold
 */
export function decode(field: Field, source: string, context: ValueContext = {}): Value | undefined {
	const text = source.replaceAll(/\r\n?/g, '\n');
	const {place} = field;
	const indent = 'indent' in place ? place.indent : '';
	const value = read(field, dedent(text, indent), context);
	return value === undefined ? undefined : normalValue(field, value);
}

function placed(field: Field, value: Value, context: ValueContext): string {
	const body = write(field, value, context);
	const {place} = field;
	if (place.at === 'label') {
		const first = body.split('\n', 1)[0]!;
		const below =
			shapeOf(field) !== 'text' && isListed(field)
				? true
				: holdsLines(field) && (blockStart.test(first) || isUnderline(body));
		return reindent(below ? `\n${body}` : ` ${body}`, place.indent);
	}

	return 'indent' in place ? reindent(body, place.indent) : body;
}

/** A scalar in the quotes that the one has that stands there; undefined where that has none, or where they cannot hold it. */
function inItsQuotes(text: string, {original = '', quoted, toml}: ValueContext): string | undefined {
	const [, quote] = /^\s*(["'])[^]*\1\s*$/.exec(original) ?? [];
	if (quoted !== undefined || toml !== undefined || (quote !== '"' && quote !== "'")) return undefined;
	return quote === "'" && /[\r\n]/.test(text) ? undefined : quote + encodeScalar(text, quote) + quote;
}

/** A first line behind a label is text of that line, so an underline on the second would make a heading of both. */
function isUnderline(body: string): boolean {
	return /^(?:=+|-+)[ \t]*(?:\n|$)/.test(body);
}

function isListed(field: Field): boolean {
	return field.kind === 'list' || field.kind === 'checklist' || field.kind === 'table';
}

function write(field: Field, value: Value, context: ValueContext): string {
	const {at} = field.place;
	const {structural} = context;
	const boxed = boxedIn(field, context);
	if (boxed !== undefined)
		return ticked(boxed, new Set(typeof value === 'string' ? [value] : (value as readonly string[])));
	switch (shapeOf(field)) {
		case 'text': {
			const text = withItsUnit(field, value as string);
			if (at === 'yaml') return inItsQuotes(text, context) ?? encodeScalar(text, context.quoted, context.toml);
			if (at === 'cell') return encodeCell(text);
			if (at === 'heading') return text.replace(/(\\*)#+$/, found => '\\' + found);
			if (field.kind === 'code' && at !== 'inline') return encodeFence(text, context.original ?? '', field.language);
			if (holdsLines(field)) return escapeLines(text, {...(structural && {structural})});
			return at === 'inline' || at === 'label' ? text : escapeLines(text, {...(structural && {structural})});
		}

		case 'items': {
			const items = value as readonly Item[];
			if (at === 'items' && field.prefilled && context.original !== undefined) {
				const over = encodeOver(dedent(context.original, field.place.indent), items, field.item, structural);
				if (over !== undefined) return over;
			}

			if (at === 'items' || at === 'block' || (at === 'label' && field.kind === 'list'))
				return encodeList(items, field.item, structural);
			const names = items.map(one => (typeof one === 'string' ? one : one.text));
			if (at === 'cell') return encodeCell(joinNames(names, field));
			const standing = context.original ?? field.placeholder;
			if (at === 'yaml' && flowItems(standing)) return encodeFlow(names, standing, context.toml);
			const joined = joinNames(names, field);
			return at === 'yaml' ? encodeScalar(joined, context.quoted, context.toml) : joined;
		}

		case 'rows': {
			const rows = value as readonly Row[];
			if (field.kind === 'table') return encodeRows(rows, field);
			const parts = field.item!.parts!;
			return encodeList(
				rows.map(row => joinParts(row, parts)),
				field.item,
				structural,
			);
		}

		case 'checks':
			return encodeChecks(value as readonly Check[], field.item, structural);
		case 'boxes':
			return encodeBoxes(context.original ?? boxesOf(field), field, value as Readonly<Record<string, boolean>>);
		case 'grid':
			return encodeGrid(context.original ?? '', value as Readonly<Record<string, Row>>, field);
	}
}

/** The line of options with a box each in which a choice is made by ticking, as it stands or as the template has it. */
function boxedIn(field: Field, {original}: ValueContext): string | undefined {
	return [original?.trim(), field.placeholder].find(text => text !== undefined && isTicked(field, text));
}

/** What is ticked in a field whose options have boxes; undefined where its text is something else. */
function readTicks(field: Field, text: string, context: ValueContext): Value | undefined {
	const ticks = boxedIn(field, context) !== undefined ? ticksIn(text.trim()) : undefined;
	const done = ticks?.filter(one => one.done).map(({option}) => option);
	return field.multiple ? done : done?.join(', ');
}

function boxesOf(field: Field): string {
	return (field.fixedItems ?? []).map(one => `${field.item?.bullet ?? '-'} [ ] ${one.text}`).join('\n');
}

function read(field: Field, text: string, context: ValueContext): Value | undefined {
	const {at} = field.place;
	const {structural} = context;
	const ticks = readTicks(field, text, context);
	if (ticks !== undefined) return ticks;
	switch (shapeOf(field)) {
		case 'text': {
			if (at === 'yaml') return decodeScalar(text, context.quoted);
			if (at === 'cell') return decodeCell(text);
			if (at === 'heading') return text.trim().replace(/(\\+)#+$/, found => found.slice(1));
			if (field.kind === 'code' && at !== 'inline') return decodeFence(text) ?? decodeIndented(text) ?? text.trim();
			if (holdsLines(field)) {
				const body = at === 'label' ? text.replace(/^[ \t]*\n?/, '') : text.replace(/^(?:[ \t]*\n)+/, '');
				return unescapeLines(body, {...(structural && {structural})});
			}

			return at === 'inline' || at === 'label' ? text : unescapeLines(text.trim(), {...(structural && {structural})});
		}

		case 'items': {
			const flow = at === 'yaml' ? decodeFlow(text) : undefined;
			if (flow) return flow;
			const items = decodeList(text.trimEnd(), field.item, structural);
			if (items && (at === 'items' || at === 'block' || field.kind === 'list')) return items;
			if (field.kind === 'list' && at !== 'cell' && at !== 'inline' && at !== 'yaml')
				return text.trim() === '' ? [] : at === 'label' ? behindLabel(text, field, structural) : undefined;
			return splitNames(
				at === 'yaml' ? decodeScalar(text, context.quoted) : at === 'cell' ? decodeCell(text) : text,
				field,
			);
		}

		case 'rows': {
			if (field.kind === 'table') return decodeRows(text, field);
			const parts = field.item!.parts!;
			const items = decodeList(text.trimEnd(), field.item, structural);
			return items?.map(one => splitParts(typeof one === 'string' ? one : one.text, parts));
		}

		case 'checks':
			return decodeChecks(text.trimEnd(), field.item, structural);
		case 'boxes':
			return decodeBoxes(text, field);
		case 'grid':
			return decodeGrid(text, field, context.original ?? '');
	}
}

/** A list that someone wrote behind its label: that text is the first item, a list below gives the others. */
function behindLabel(text: string, field: Field, structural: Structural | undefined): readonly Item[] | undefined {
	const at = text.indexOf('\n');
	const first = (at < 0 ? text : text.slice(0, at)).trim();
	const rest = at < 0 ? [] : (decodeList(text.slice(at + 1), field.item, structural) ?? []);
	return [...(first === '' ? [] : [first]), ...rest];
}

/** Several names on one line: a comma inside a name has a backslash in front. */
function joinNames(names: readonly string[], field: Field): string {
	// A backslash at the end of a name would hide the comma behind it.
	const joined = names
		.map(name => name.replaceAll(/\\*,/g, found => '\\' + found) + (name.endsWith('\\') ? ' ' : ''))
		.join(field.place.at === 'cell' && field.kind === 'list' ? '\n' : ', ');
	return names.length > 1 ? guardAbsent(joined, true) : joined;
}

function splitNames(text: string, field: Field): readonly string[] {
	const bare = text.trim();
	const split = (words: string): readonly string[] =>
		field.place.at === 'cell' && field.kind === 'list' ? words.split('\n') : words.split(/(?<!\\),/);
	const names = split(bare).length > 1 ? split(guardAbsent(bare, false)) : split(bare);
	return names.map(name => name.trim().replaceAll(/\\+,/g, found => found.slice(1))).filter(name => name !== '');
}

function reindent(text: string, indent: string): string {
	return indent === '' ? text : text.replaceAll(/\n(?!\n|$)/g, `\n${indent}`);
}

function dedent(text: string, indent: string): string {
	if (indent === '') return text;
	return text
		.split('\n')
		.map((line, index) => {
			if (index === 0) return line;
			if (line.startsWith(indent)) return line.slice(indent.length);
			let strip = 0;
			while (strip < indent.length && /[ \t]/.test(line[strip] ?? '')) strip++;
			return line.slice(strip);
		})
		.join('\n');
}

export {isEmptyValue, isTicked, normalValue, sameValue, shapeOf, holdsLines} from './normal.ts';
export {mostBytes, validate} from './validate.ts';
export {readNamedNotApplicable, readNotApplicable, writeNotApplicable} from './absent.ts';
