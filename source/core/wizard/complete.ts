/**
 * Names suggested while one is typed where a person is asked for, in a field or a cell: whom git knows, the author, and
 * who is named in the document already; and files of the project where one is named as evidence. What is suggested comes in
 * only when the author takes it.
 */

import type {Field, Item, Row, Value} from '../form/types.ts';
import {emptyCell} from '../form/index.ts';
import {countGraphemes, edit, textOf} from '../text/index.ts';
import type {TextBuffer} from '../text/types.ts';
import {fieldInHand, stepped} from './answers.ts';
import {askedIn} from './cells.ts';
import {matchingPaths, pathBegun} from './complete-paths.ts';
import {withBuffer} from './in-hand.ts';
import {inputFor, valueOf} from './input.ts';
import {listText, listValue} from './lists.ts';
import {namesBegun} from './signs.ts';
import type {WizardState} from './types.ts';

/** The most names that are suggested at once. */
const most = 5;

export type Suggestions = {
	readonly names: readonly string[];
	readonly what: 'name' | 'path';
	/** The one that would be taken. */
	readonly marked: number;
	/** True where the author went to it, rather than it being the first. */
	readonly isChosen: boolean;
};

/** What is suggested for the name or path behind the last comma, the likeliest first; undefined where nothing is. */
export function suggestions(state: WizardState): Suggestions | undefined {
	const typed = typedNow(state);
	const {cursor, anchor, lines} = typed?.buffer ?? {};
	const line = lines?.[cursor?.line ?? 0] ?? '';
	// Behind the cursor there must be nothing: what stands there would be part of the name.
	if (!typed || anchor || line === '' || cursor?.column !== countGraphemes(line)) return undefined;
	const {before, begun} = typed.names;
	const {suggested, what} = typed;
	const found =
		what === 'path'
			? matchingPaths(begun, state.context.files ?? [], most)
			: matching(
					begun,
					knownPeople(state).filter(name => !before.includes(name)),
				);
	if (found.length === 0) return undefined;
	const marked = Math.min(suggested ?? 0, found.length - 1);
	return {names: found, what, marked, isChosen: suggested !== undefined};
}

/** State with the suggestion above or below marked. */
export function markSuggestion(state: WizardState, by: 1 | -1): WizardState {
	const shown = suggestions(state);
	const {input} = state;
	if (!shown || (input.type !== 'text' && input.type !== 'table')) return state;
	const suggested = Math.max(0, Math.min(shown.marked + by, shown.names.length - 1));
	return {...state, input: {...input, suggested}};
}

/** State with the marked name in the place of what was typed of it; undefined where none is suggested. */
export function takeSuggestion(state: WizardState): WizardState | undefined {
	const shown = suggestions(state);
	const name = shown?.names[shown.marked];
	const typed = typedNow(state);
	if (name === undefined || !typed) return undefined;
	return stepped(state, withBuffer(state.input, typed.withName(name)));
}

/**
 * The files that may be meant by what is typed as evidence, where no key can complete it; none where that is a file's whole
 * path already.
 */
export function pathsToTake(state: WizardState): readonly string[] {
	const shown = suggestions(state);
	if (shown?.what !== 'path') return [];
	const begun = typedNow(state)?.names.begun ?? '';
	return state.context.files?.includes(begun) ? [] : shown.names;
}

/** The text in hand with that file in the place of what was typed of it; undefined where none is being typed. */
export function textWithPath(state: WizardState, path: string): string | undefined {
	const typed = typedNow(state);
	return typed?.what === 'path' ? textOf(typed.withName(path)) : undefined;
}

/** Everybody who may be meant, the likeliest first. */
function knownPeople({context, form, answers}: WizardState): readonly string[] {
	const named = form.fields.flatMap(field => {
		const answer = answers.get(field.id);
		return answer?.state === 'answered' ? peopleNamed(field, answer.value) : [];
	});
	const author = context.author === undefined ? [] : [context.author];
	return [...new Set([...(context.people ?? []), ...author, ...named])];
}

/** Who is named in an answer: the person or persons of a field or list, or those in a table's columns of persons. */
function peopleNamed({kind, item, columns = []}: Field, value: Value): readonly string[] {
	if (kind === 'person' || item?.people) return peopleIn(value);
	const ids = columns.filter(column => column.kind === 'person').map(({id}) => id);
	if (kind !== 'table' || ids.length === 0) return [];
	const rows = Object.values(value as readonly Row[] | Readonly<Record<string, Row>>);
	return rows.flatMap(row => ids.flatMap(id => cellNames(row[id] ?? '')));
}

/** The names in a cell; one that does not apply names nobody. */
function cellNames(text: string): readonly string[] {
	return text
		.split(cellComma)
		.map(name => name.trim())
		.filter(name => name !== '' && !nobody.test(name));
}

/**
 * Whom the author may mean where no key can complete a name: everybody known who is not named in the field in hand yet,
 * or in a table with a column of persons everybody.
 */
export function otherPeople(state: WizardState): readonly string[] {
	const field = fieldInHand(state);
	if (field.columns?.some(({kind}) => kind === 'person')) return knownPeople(state);
	if (field.kind !== 'person' && !field.item?.people) return [];
	const named = peopleIn(valueOf(field, state.input));
	return knownPeople(state).filter(name => !named.includes(name));
}

/** The text in hand with a name or item more, or that name alone where one is asked for; undefined where no person is. */
export function textWithPerson(state: WizardState, name: string): string | undefined {
	const {input} = state;
	const field = fieldInHand(state);
	if (input.type !== 'text') return undefined;
	if (field.item?.people) return listText(field, [...((valueOf(field, input) ?? []) as readonly Item[]), name]);
	if (field.kind !== 'person') return undefined;
	return typedNames(field, field.multiple ? [...peopleIn(valueOf(field, input)), name] : name);
}

function peopleIn(value: Value | undefined): readonly string[] {
	const names: readonly unknown[] = Array.isArray(value) ? value : [value];
	return names.filter(name => typeof name === 'string');
}

/** Where a name or path is being typed: the text, the names in it, and the text with the last one, or an item's, whole. */
type Typed = {
	readonly what: Suggestions['what'];
	readonly buffer: TextBuffer;
	readonly suggested?: number | undefined;
	readonly names: ReturnType<typeof namesBegun>;
	readonly withName: (name: string) => TextBuffer;
};

function typedNow(state: WizardState): Typed | undefined {
	return typedPath(state) ?? typedPeople(state);
}

/** A file's path behind the label of evidence, at the end of the line with the cursor. */
function typedPath(state: WizardState): Typed | undefined {
	const {context, form, input} = state;
	if (input.type !== 'text' || (context.files ?? []).length === 0) return undefined;
	const {buffer, suggested} = input;
	const line = buffer.lines[buffer.cursor.line] ?? '';
	const begun = pathBegun(form, fieldInHand(state), line);
	if (begun === undefined) return undefined;
	const from = {line: buffer.cursor.line, column: countGraphemes(line) - countGraphemes(begun)};
	return {
		what: 'path',
		buffer,
		suggested,
		names: {before: [], begun},
		withName: path => edit({...buffer, anchor: from}, {type: 'insert', text: path, paste: true}),
	};
}

function typedPeople(state: WizardState): Typed | undefined {
	const {input} = state;
	const field = fieldInHand(state);
	const what = 'name';
	if (input.type === 'table' && askedIn(field, input)?.kind === 'person') {
		const {cell, suggested} = input;
		const line = textOf(cell);
		const withName = (name: string) => replaced(cell, withNameInCell(line, name));
		return {what, buffer: cell, suggested, names: inCell(line), withName};
	}

	if (input.type !== 'text') return undefined;
	const {buffer, suggested} = input;
	if (field.item?.people) return {what, buffer, suggested, ...inList(field, buffer)};
	if (field.kind !== 'person') return undefined;
	const line = textOf(buffer);
	const names = field.multiple ? namesBegun(line) : {before: [], begun: line.trim()};
	const withName = (name: string) =>
		replaced(buffer, typedNames(field, field.multiple ? [...names.before, name] : name));
	return {what, buffer, suggested, names, withName};
}

function replaced(buffer: TextBuffer, text: string): TextBuffer {
	return edit(buffer, {type: 'replace', text});
}

/** In a list of people each line is a name; the one with the cursor is begun. */
function inList(field: Field, buffer: TextBuffer): Pick<Typed, 'names' | 'withName'> {
	const {cursor, lines} = buffer;
	const line = lines[cursor.line] ?? '';
	const [begun = ''] = peopleIn(listValue(field, line));
	const others = lines.filter((_, index) => index !== cursor.line);
	return {
		names: {before: others.flatMap(other => peopleIn(listValue(field, other))), begun},
		withName(name) {
			const indent = /^\s*/.exec(line)![0];
			const from = {line: cursor.line, column: countGraphemes(indent)};
			return edit({...buffer, anchor: from}, {type: 'insert', text: listText(field, [name]), paste: true});
		},
	};
}

/** A field's person or persons as they are typed. */
function typedNames(field: Field, value: Value): string {
	const shown = inputFor(field, value);
	return shown.type === 'text' ? textOf(shown.buffer) : '';
}

const nobody = new RegExp(`^${emptyCell}`, 'u');

/** A cell is one text, whoever is named in it: a comma parts names, and nothing stands for a comma. */
const cellComma = /,|;(?=\s)/;

function inCell(line: string): ReturnType<typeof namesBegun> {
	const names = line.split(cellComma).map(name => name.trim());
	return {before: names.slice(0, -1), begun: names.at(-1) ?? ''};
}

function withNameInCell(line: string, name: string): string {
	const {begun} = inCell(line);
	return line.slice(0, line.trimEnd().length - begun.length) + name;
}

/** Names that begin so, then those in which a later word does; one that stands there whole needs no taking. */
function matching(begun: string, names: readonly string[]): readonly string[] {
	const wanted = folded(begun);
	if (wanted === '') return [];
	const rank = (name: string): number => {
		const known = folded(name);
		if (known.startsWith(wanted)) return 0;
		return known.split(/[\s.@_-]+/).some((_, index, words) => words.slice(index).join(' ').startsWith(wanted)) ? 1 : 2;
	};

	return names
		.filter(name => name !== begun)
		.map(name => ({name, rank: rank(name)}))
		.filter(({rank: found}) => found < 2)
		.sort((one, other) => one.rank - other.rank)
		.slice(0, most)
		.map(({name}) => name);
}

/** As people type names they look for: without case and accents. */
function folded(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
