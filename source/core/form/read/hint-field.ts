/** Lays over a field what a hint says of it, as far as the field's place can hold that. */

import {slug} from '../slug.ts';
import type {Column, Field, Kind, Range} from '../types.ts';
import {validate} from '../value/index.ts';
import {blockLines, type FoundField, type Source} from './found-field.ts';
import {standing, withUnit} from './number-unit.ts';
import {trimmed} from './value.ts';
import type {Tell, Told} from './hint-words.ts';

const short: readonly Kind[] = ['text', 'choice', 'date', 'number', 'link', 'person'];
/** What can be written at each place, and in words why other things cannot. */
export const holds: Readonly<
	Record<FoundField['place']['at'], {readonly kinds: readonly Kind[]; readonly why: string}>
> = {
	inline: {kinds: short, why: 'a blank inside a line has room for one line'},
	heading: {kinds: short, why: 'a heading has room for one line'},
	cell: {kinds: short, why: "a table's cell has room for a short value"},
	yaml: {kinds: short, why: 'a line of front matter has room for one line'},
	label: {kinds: [...short, 'prose', 'list'], why: 'text, prose or a list goes behind a label'},
	block: {kinds: [...short, 'prose', 'list'], why: 'text, prose or a list goes there'},
	items: {kinds: ['list', 'prose'], why: 'a list stands there'},
	rows: {kinds: ['table'], why: 'a table stands there'},
	fence: {kinds: ['code'], why: 'a code block stands there'},
};

/**
 * A field with what a hint says of it. What it cannot be is told, with the place of the property that says so, and
 * everything else is taken.
 */
export function hintedField(source: Source, field: FoundField, told: Told, tell: Tell): FoundField {
	let one: FoundField = field;
	const taken = new Set(told.at.keys());
	taken.delete('field');
	const at = (key: string): Range => told.at.get(key)!;
	const refuse = (key: string, reason: string, help: string): void => {
		taken.delete(key);
		tell(key, at(key), reason, help);
	};

	if (told.label !== undefined) {
		const isBody = one.path.at(-1) === 'body';
		one = {
			...one,
			label: told.label,
			path: isBody ? one.path : [...one.path.slice(0, -1), slug(told.label) || 'field'],
		};
	}

	if (told.id !== undefined) one = {...one, path: [...one.path.slice(0, -1), told.id]};
	const kind = told.kind ?? (told.options && (one.kind === 'text' || one.kind === 'prose') ? 'choice' : one.kind);
	if (kind !== one.kind) {
		if (holds[one.place.at].kinds.includes(kind)) one = ofKind(source, one, kind);
		else {
			const key = told.kind === undefined ? 'options' : 'kind';
			refuse(
				key,
				`"${one.label}" cannot be of the kind ${kind}: ${holds[one.place.at].why}.`,
				`Give it another place in the text, or one of: ${holds[one.place.at].kinds.join(', ')}.`,
			);
		}
	}

	if (told.options && taken.has('options')) {
		if (one.kind === 'choice') one = {...one, options: told.options, open: told.open ?? false};
		else
			refuse(
				'options',
				`"${one.label}" is of the kind ${one.kind}, which has no options.`,
				'Leave them out, or say `kind: choice`.',
			);
	}

	if (told.open !== undefined) {
		if (one.kind === 'choice') one = {...one, open: told.open};
		else
			refuse(
				'open',
				`"${one.label}" is no choice, so that any answer is allowed already.`,
				'Leave it out, or say `kind: choice`.',
			);
	}

	if (one.kind === 'choice' && one.options.length === 0) {
		refuse('kind', `"${one.label}" is to be a choice, and has no options.`, 'Add `options: [Yes, No]`.');
		one = {...one, kind: field.kind};
	}

	if (told.multiple !== undefined) {
		if (one.kind === 'choice' || one.kind === 'person' || one.kind === 'link') one = {...one, multiple: told.multiple};
		else
			refuse(
				'multiple',
				`"${one.label}" is of the kind ${one.kind}, of which there cannot be several.`,
				'Say `kind: list`, or leave it out.',
			);
	}

	if (told.format !== undefined) {
		if (one.kind === 'date') one = {...one, format: told.format};
		else refuse('format', `"${one.label}" is no date.`, 'Say `kind: date`, or leave it out.');
	}

	if (told.unit !== undefined) {
		const {unitStands: _, ...rest} = one;
		if (one.kind === 'number') one = {...rest, ...standing(source, one, told.unit)};
		else refuse('unit', `"${one.label}" is no number.`, 'Say `kind: number`, or leave it out.');
	}

	if (told.columns) one = {...one, ...columns(one, told, tell, () => taken.delete('columns'))};
	if (told.variable !== undefined) {
		const named = asVariable(source, one, told.variable);
		if (named) one = named;
		else
			refuse(
				'variable',
				`"${one.label}" has no blank of one line that a variable could fill.`,
				'Write a blank such as `{Feature Name}` there.',
			);
	}

	if (told.example !== undefined) one = {...one, example: told.example};
	if (told.guidance !== undefined) one = {...one, guidance: [...one.guidance, told.guidance]};
	const need =
		told.need ?? (told.condition === undefined ? undefined : {requirement: 'conditional' as const, reason: false});
	if (need) one = {...one, need: {...need, ...(told.condition !== undefined && {condition: told.condition})}};
	if (told.default !== undefined) {
		const wrong = wrongDefault(one, told.default);
		if (wrong === undefined) one = {...one, default: told.default};
		else
			refuse('default', `The default of "${one.label}": ${wrong}`, `Give a value that its kind (${one.kind}) takes.`);
	}

	return {...one, hinted: [...new Set([...(field.hinted ?? []), ...taken])]};
}

/** The field as one of another kind, without what only the old kind has. */
export function ofKind(source: Source, field: FoundField, kind: Kind): FoundField {
	const {format: _f, unit: _u, unitStands: _s, item: _i, default: _d, ...rest} = field;
	const bare: FoundField = {...rest, kind, options: [], open: false, multiple: false};
	const one = kind === 'number' ? withUnit(source, bare) : bare;
	const {at} = field.place;
	if (kind === 'list') return {...one, item: field.item ?? {bullet: '-'}};
	if (at === 'items') return {...one, range: blockLines(source, field.range), place: {at: 'block', indent: ''}};
	if (at !== 'block' || kind === 'prose' || field.range.from === field.range.to) return one;
	return {...one, range: trimmed(source.text, field.range), place: {at: 'inline'}};
}

function columns(
	field: FoundField,
	told: Told,
	tell: Tell,
	refused: () => void,
): {readonly columns?: readonly Column[]} {
	if (!field.columns) {
		refused();
		tell('columns', told.at.get('columns')!, `"${field.label}" is no table.`, 'Leave the columns out.');
		return {};
	}

	let known = field.columns;
	for (const {name, told: said, at} of told.columns ?? []) {
		const column = known.find(one => one.id === slug(name));
		const kind = said.kind ?? (said.options ? 'choice' : column?.kind);
		if (!column)
			tell(
				'columns',
				at,
				`The table "${field.label}" has no column "${name}".`,
				`It has: ${known.map(one => one.label).join(', ')}.`,
			);
		else if (kind === undefined || !short.includes(kind))
			tell('columns', at, `A column cannot be of the kind ${kind}.`, `One of: ${short.join(', ')}.`);
		else if (said.options && kind !== 'choice')
			tell('columns', at, `The column "${name}" is of the kind ${kind}, which has no options.`, 'Leave them out.');
		else if (kind === 'choice' && !said.options && !column.options)
			tell('columns', at, `The column "${name}" is to be a choice, and has no options.`, 'Add `options: [Low, High]`.');
		else {
			const {options: _, open: _open, ...rest} = column;
			const options = said.options ?? column.options;
			const open = said.open ?? (said.options ? false : column.open);
			const changed = {
				...rest,
				kind,
				...(kind === 'choice' && options && {options}),
				...(kind === 'choice' && open && {open}),
			};
			known = known.map(one => (one === column ? changed : one));
		}
	}

	return {columns: known};
}

function asVariable(source: Source, field: FoundField, name: string): FoundField | undefined {
	const {at} = field.place;
	const range = at === 'label' ? trimmed(source.text, field.range) : field.range;
	const oneLine = at === 'label' || at === 'inline' || at === 'heading' || at === 'cell' || at === 'yaml';
	if (
		!oneLine ||
		range.from === range.to ||
		/[\r\n]/u.test(source.text.slice(range.from, range.to)) ||
		!short.includes(field.kind)
	)
		return undefined;
	return {...field, range, ...(at === 'label' && {place: {at: 'inline'}}), variableName: name};
}

/** What is wrong with a default, in words. */
function wrongDefault(field: FoundField, value: string): string | undefined {
	if (!short.includes(field.kind) && field.kind !== 'prose') return `a ${field.kind} has none.`;
	const bare: Field = {
		...field,
		id: '',
		section: '',
		line: 1,
		requirement: 'required',
		reasonForNotApplicable: false,
		mirrors: [],
	};
	return validate(bare, field.multiple ? [value] : value)?.words;
}
