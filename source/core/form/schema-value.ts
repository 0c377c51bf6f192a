/** A field's answer as JSON Schema 2020-12: the shape that its kind takes, and the words of the template about it. */

import type {Column, Field, FixedRow, Form, Kind} from './types.ts';
import {takesEvidence} from './evidence.ts';
import {hasOwnKey, toAnswer} from './plain-value.ts';
import {isFault} from './plain-shapes.ts';
import {mapOf, nothing, refer} from './schema-shared.ts';
import type {JsonSchema} from './schema-shared.ts';
import {ticksIn} from './ticks.ts';
import {askedAt} from './value/cell-column.ts';
import {datePattern, isOfDigits} from './value/date.ts';
import {holdsLines, shapeOf} from './value/index.ts';
import {otherUnit} from './value/unit.ts';
import {
	emptyCell,
	numberText,
	optionPattern,
	quoted,
	unwritable,
	wordsOf,
	whole as wholeText,
} from './value/pattern.ts';

type Asked = Pick<Field, 'kind' | 'options' | 'open' | 'unit'> & {readonly format?: string | undefined};

/** One text of a kind; `free` is what a text may be that no kind limits. */
function scalar({kind, options, open, format, ...asked}: Asked, free: JsonSchema): JsonSchema {
	switch (kind) {
		case 'date':
			return date(format ?? 'YYYY-MM-DD') ?? free;
		case 'number': {
			const other = otherUnit(asked);
			const text = other === undefined ? numberText : numberText.replace('^', `^(?!${other}$)`);
			return {
				anyOf: [
					// An id's number has its digits: a parser may drop the zeros in front of them.
					format === undefined ? {type: 'number'} : {type: 'integer', minimum: 0},
					{type: 'string', pattern: format === undefined ? text : wholeText(`[0-9]{${format.length},}`)},
					{type: 'null'},
				],
			};
		}

		case 'choice': {
			if (options.length === 0) return free;
			if (open) return {anyOf: [{enum: options}, free]};
			const typed = options.flatMap(one => asTyped(one));
			return {
				anyOf: [
					{enum: options},
					{type: 'string', pattern: wholeText(options.map(one => optionPattern(one)).join('|'))},
					...(typed.length > 0 ? [{enum: [...new Set(typed)]}] : []),
					{type: 'null'},
				],
			};
		}

		default:
			return free;
	}
}

function date(format: string): JsonSchema | undefined {
	const pattern = datePattern(format);
	if (pattern === undefined) return undefined;
	return {
		anyOf: [
			...(/^YYYY-MM-DD$/i.test(format) ? [{type: 'string', format: 'date', pattern: `^${pattern}$`}] : []),
			{type: 'string', pattern: wholeText(pattern)},
			...(isOfDigits(format) ? [{type: 'integer', minimum: 0, maximum: Number('9'.repeat(format.length))}] : []),
			{type: 'null'},
		],
	};
}

/** What an option becomes where YAML takes it for a number or a boolean (1.2, core schema). */
function asTyped(option: string): readonly (number | boolean)[] {
	return [option, wordsOf(option)].flatMap((words): readonly (number | boolean)[] => {
		if (/^(?:true|false)$/i.test(words)) return [words.toLowerCase() === 'true'];
		const isNumber = /^(?:[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|0o[0-7]+|0x[0-9a-fA-F]+)$/.test(
			words,
		);
		return isNumber ? [Number(words)] : [];
	});
}

/** A cell's text; where its options have a box each, several of them, too. */
function cell({kind, options = [], open = false, format, unit}: Column, standing = ''): JsonSchema {
	const text = refer('text');
	const taken = scalar({kind, options, open, format, ...(unit !== undefined && {unit})}, text);
	if (taken === text) return text;
	const boxes = (ticksIn(standing) ?? []).map(({option}) => quoted(option)).join('|');
	return {
		anyOf: [
			taken,
			...(boxes === '' ? [] : [{type: 'string', pattern: wholeText(`(?:${boxes})(?:, (?:${boxes}))+`)}]),
			{
				type: 'string',
				pattern: `^${emptyCell}`,
				not: {type: 'string', pattern: unwritable},
				description: 'An empty cell: N/A or —, with a reason where there is one.',
			},
		],
	};
}

function cells(columns: readonly Column[], row?: FixedRow): JsonSchema {
	return mapOf(
		Object.fromEntries(
			columns.map(one => [
				one.id,
				{title: one.label, ...cell(askedAt(one, row), row?.blanks[one.id] ?? one.placeholder)},
			]),
		),
	);
}

/** What a field's value may be, without what may stand in a value's place. */
function valueSchema(field: Field): JsonSchema {
	const list = (items: JsonSchema): JsonSchema => ({anyOf: [{type: 'array', items}, nothing]});
	switch (shapeOf(field)) {
		case 'text': {
			if (field.kind === 'code' && !holdsLines(field) && field.place.at !== 'cell')
				return {anyOf: [refer('code-line'), {type: 'number'}, {type: 'boolean'}, {type: 'null'}]};
			return scalar(field, refer(holdsLines(field) || field.place.at === 'cell' ? 'text' : 'line'));
		}

		case 'items': {
			if (field.kind === 'list') return {anyOf: [{type: 'array', items: refer('item')}, refer('text')]};
			const one = scalar(field, refer('line'));
			return {anyOf: [{type: 'array', items: one}, one]};
		}

		case 'rows': {
			if (field.kind === 'table') return list(cells(field.columns ?? []));
			const parts = mapOf(
				Object.fromEntries(field.item!.parts!.map(({id, label}) => [id, {title: label, ...refer('line')}])),
			);
			return list({anyOf: [parts, refer('line')]});
		}

		case 'checks':
			return list(refer('check'));
		case 'boxes': {
			const boxes = (field.fixedItems ?? []).map(({id, text}) => [id, {title: text, ...refer('flag')}] as const);
			return {anyOf: [mapOf(Object.fromEntries(boxes)), nothing]};
		}

		case 'grid': {
			const rows = (field.fixedRows ?? []).map(row => {
				const open = (field.columns ?? []).filter(column => !Object.hasOwn(row.cells, column.id));
				return [row.id, {title: row.label, ...cells(open, row)}] as const;
			});
			return {anyOf: [mapOf(Object.fromEntries(rows)), nothing]};
		}
	}
}

const kinds: Readonly<Record<Kind, string>> = {
	text: 'A text',
	prose: 'Prose',
	choice: 'A choice',
	date: 'A date',
	number: 'A number',
	list: 'A list',
	checklist: 'A checklist',
	table: 'A table',
	code: 'Code',
	link: 'A link',
	person: 'A person',
	record: 'A record',
};

/** What is said of a field: what it takes, whether it must be filled, and what the template tells its author. */
function words(field: Field): string {
	const {kind, format, unit, language, multiple, open, requirement, condition, guidance} = field;
	const details = [
		kind === 'date' && format !== undefined ? `as ${format}` : '',
		unit === undefined ? '' : `in ${unit}`,
		language === undefined ? '' : `in ${language}`,
		multiple ? 'one or several' : '',
		open ? 'others allowed' : '',
		condition === undefined ? requirement : `${requirement} (${condition})`,
	];
	return [`${[kinds[kind], ...details.filter(one => one !== '')].join(', ')}.`, ...guidance].join('\n\n');
}

/** Only what would be taken as an answer is offered as one. */
function offered(field: Field, text: string | undefined): readonly string[] {
	if (text === undefined) return [];
	const read = toAnswer(field, text);
	return isFault(read) || read.value === 'empty' ? [] : [text];
}

/** All that may be given for a field: a value, one with its evidence, or that it does not apply. */
export function fieldSchema(form: Form, field: Field): JsonSchema {
	const value = valueSchema(field);
	const [preset] = offered(field, field.default);
	const examples = offered(field, field.example);
	return {
		title: field.label,
		description: words(field),
		...(preset !== undefined && {default: preset}),
		...(examples.length > 0 && {examples}),
		anyOf: [value, refer('whole'), ...withEvidence(form, field, value)],
	};
}

/** A value with what it rests on, which ends a paragraph and needs one. */
function withEvidence(form: Form, field: Field, value: JsonSchema): readonly JsonSchema[] {
	if (hasOwnKey(field, 'value')) return [];
	const alone = mapOf({value, evidence: refer('no-evidence')}, {required: ['value']});
	if (!takesEvidence(form, field)) return [alone];
	// In a file the word null is a text like any other, which an editor sees as nothing.
	const some = {allOf: [value, {not: refer('blank-text')}]};
	return [mapOf({value: some, evidence: refer('evidence')}, {required: ['value']}), alone];
}

/** The keys that a field's own map may have, by which it is told from a map of ids. */
export function ownKeys({fixedItems = [], fixedRows = []}: Field): readonly string[] {
	return ['value', 'evidence', ...[...fixedItems, ...fixedRows].map(one => one.id)];
}
