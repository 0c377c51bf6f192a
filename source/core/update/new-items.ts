/**
 * Items and rows that a template fixes and that its newer version has more. Their list or table has answers already, so that
 * it is no line of the template's any more; each new one is put in, blank, behind the one that it follows in the template.
 */

import {cellsOf, eolOf, recognise, sameAnswer, slug, type Recognised} from '../form/index.ts';
import type {Answer, Field, Form, Range} from '../form/types.ts';
import type {Counterparts} from './counterparts.ts';
import {sectionOf, type Named} from './named.ts';

export type WithItems = {readonly text: string; readonly added: readonly Named[]};

/** One item or row as it stands in a text: what it is called, and its lines up to the next. */
type Block = Range & {readonly key: string};

/**
 * The document with the new items of its answered lists and tables. One whose older items are not all there any more is left
 * alone, for then a new one may be an old one by another name.
 */
export function withNewItems(text: string, newer: Form, beside: Counterparts): WithItems {
	const older = new Map(beside.older.fields.map(field => [field.id, field]));
	const wanted = beside.newer.fields.flatMap(field => {
		const before = older.get([...beside.fields].find(([, there]) => there === field.id)?.[0] ?? '');
		const names = before ? newNames(before, field) : [];
		return names.length > 0 ? [{field, names}] : [];
	});
	if (wanted.length === 0) return {text, added: []};
	let made = text;
	let seen = recognise(newer, text);
	const added: Named[] = [];
	const titles = new Map(seen.plan.sections);
	for (const {field, names} of wanted) {
		const answer = seen.document.answers.get(field.id);
		const span = seen.document.spans.get(field.id);
		if (answer?.state !== 'answered' || !span) continue;
		const changed = withBlocks(made, span, field, names, beside.newer.source);
		if (changed === undefined) continue;
		const after = recognise(newer, changed.text);
		if (!keepsAll(seen, after, field.id)) continue;
		made = changed.text;
		seen = after;
		for (const name of changed.names) added.push({what: 'item', name, ...sectionOf(titles.get(field.section))});
	}

	return {text: made, added};
}

function namesIn({fixedItems, fixedRows}: Field): readonly string[] {
	return fixedItems?.map(({text}) => text) ?? fixedRows?.map(({label}) => label) ?? [];
}

function newNames(before: Field, after: Field): readonly string[] {
	const [had, has] = [namesIn(before), namesIn(after)];
	const keys = new Set(has.map(slug));
	if (before.kind !== after.kind || had.length === 0 || !had.every(name => keys.has(slug(name)))) return [];
	const known = new Set(had.map(slug));
	return has.filter(name => !known.has(slug(name)));
}

/** The text with the template's own lines for those names in the list or table at `span`; undefined where none has a place. */
function withBlocks(
	text: string,
	span: Range,
	field: Field,
	names: readonly string[],
	template: string,
): {readonly text: string; readonly names: readonly string[]} | undefined {
	const order = namesIn(field).map(slug);
	const theirs = new Map(blocksIn(template, field.range).map(block => [block.key, block]));
	const eol = eolOf(text);
	const put: string[] = [];
	let made = text;
	let to = span.to;
	for (const name of names) {
		const own = theirs.get(slug(name));
		const there = blocksIn(made, {from: span.from, to});
		if (!own || there.some(({key}) => key === slug(name))) continue;
		const at = order.indexOf(slug(name));
		const before = there.findLast(({key}) => order.indexOf(key) >= 0 && order.indexOf(key) < at);
		const behind = there.find(({key}) => order.indexOf(key) > at);
		if (!before && !behind) continue;
		const place = before ? before.to : behind!.from;
		const lines = template
			.slice(own.from, own.to)
			.replaceAll(/\r\n|\r/g, '\n')
			.replace(/\n+$/, '');
		const block = asThere(lines, made.slice((before ?? behind!).from)).replaceAll('\n', eol);
		// Behind a last line without an end there is none either.
		const isOpen = place === made.length && !/[\r\n]$/.test(made);
		const piece = isOpen ? eol + block : block + eol;
		made = made.slice(0, place) + piece + made.slice(place);
		to += piece.length;
		put.push(name);
	}

	return put.length === 0 ? undefined : {text: made, names: put};
}

/** Lines with the bullet and the indent of a neighbour in the document. */
function asThere(lines: string, neighbour: string): string {
	const [mark] = /^[ \t]*[-*+](?=[ \t]+\[)/.exec(neighbour) ?? [];
	return mark === undefined ? lines : lines.replace(/^[ \t]*[-*+](?=[ \t]+\[)/, mark);
}

/** The items with a box, or the rows, whose first lines begin in a part of a text. */
function blocksIn(text: string, {from, to}: Range): readonly Block[] {
	const start = text.lastIndexOf('\n', from - 1) + 1;
	const blocks: {from: number; to: number; key: string}[] = [];
	for (const line of text.slice(start).matchAll(/[^\r\n]*(?:\r\n|\n|\r)|[^\r\n]+$/g)) {
		const at = start + line.index;
		const words = line[0].trim();
		const name = at < to ? nameOf(words) : undefined;
		const last = blocks.at(-1);
		if (name !== undefined) blocks.push({from: at, to: at + line[0].length, key: slug(name)});
		// What is indented below an item, without an empty line between, is its own.
		else if (last?.to === at && words !== '' && /^[ \t]/.test(line[0])) last.to += line[0].length;
		else if (at >= to) break;
	}

	return blocks;
}

function nameOf(line: string): string | undefined {
	const item = /^[-*+][ \t]+\[[ xX]\][ \t]+(.*)$/.exec(line)?.[1];
	if (item !== undefined) return item;
	return line.includes('|') ? cellsOf(line)[0]?.text.replaceAll(/[*_`]/g, '') : undefined;
}

/** Whether everything is said that was, and nothing besides but what is blank in that field. */
function keepsAll(before: Recognised, after: Recognised, changed: string): boolean {
	const [had, has] = [before.document.answers, after.document.answers];
	return (
		[...has.keys()].every(id => had.has(id)) &&
		[...had].every(([id, answer]) =>
			id === changed ? saysAllOf(answer, has.get(id)) : sameAnswer(answer, has.get(id)),
		)
	);
}

/** Whether an answer by items or rows says what the other did of each. */
function saysAllOf(had: Answer, has: Answer | undefined): boolean {
	if (had.state !== 'answered' || has?.state !== 'answered') return false;
	const [one, other] = [had.value, has.value] as readonly Readonly<Record<string, unknown>>[];
	return Object.entries(one!).every(([key, said]) => JSON.stringify(other![key] ?? null) === JSON.stringify(said));
}
