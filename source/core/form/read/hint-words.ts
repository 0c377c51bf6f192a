/** What a hint may say: its properties, the words that each takes, and what is wrong with others. */

import {nearest} from '../nearest.ts';
import {slug} from '../slug.ts';
import type {Fault, Kind, Range} from '../types.ts';
import {dateMask} from './date-mask.ts';
import {readNeed, type Need} from './requirement.ts';
import type {Entry, Said} from './yaml.ts';

/** What a hint says, read; `at` tells where each property stands. */
export type Told = {
	field?: string;
	label?: string;
	id?: string;
	kind?: Kind;
	options?: readonly string[];
	open?: boolean;
	multiple?: boolean;
	default?: string;
	example?: string;
	guidance?: string;
	need?: Need;
	condition?: string;
	format?: string;
	unit?: string;
	variable?: string;
	repeatable?: boolean;
	columns?: readonly {readonly name: string; readonly told: Told; readonly at: Range}[];
	readonly at: Map<string, Range>;
};

/** Takes what is wrong: what stands there, and what to write instead. */
export type Tell = (code: string, range: Range, reason: string, help: string) => void;

/** A `Tell` that collects. */
export function tellInto(faults: Fault[]): Tell {
	return (code, range, reason, help) => {
		faults.push({code: `hint.${code}`, reason, range, help});
	};
}

const kinds = [
	'text',
	'prose',
	'choice',
	'date',
	'number',
	'list',
	'checklist',
	'table',
	'code',
	'link',
	'person',
] as const satisfies readonly Kind[];

const ofColumn = ['kind', 'options', 'open'];
/** What can be said of a field, in the words of `inspect --json`. */
export const ofField = [
	...ofColumn,
	'field',
	'label',
	'id',
	'multiple',
	'default',
	'example',
	'guidance',
	'requirement',
	'condition',
	'format',
	'unit',
	'variable',
	'columns',
];
/** What can be said of a section. */
export const ofSection = ['requirement', 'condition', 'guidance', 'example', 'repeatable'];

/** Reads the properties of a hint; what cannot be taken is told and left out. */
export function readTold(entries: readonly Entry[], known: readonly string[], tell: Tell): Told {
	const told: Told = {at: new Map()};
	for (const {key, keyRange, value} of entries) {
		if (!known.includes(key)) {
			const near = nearest(key, known);
			const help = near === undefined ? `What can be said here: ${known.join(', ')}.` : `Did you mean "${near}"?`;
			tell('property', keyRange, `A hint here has no "${key}".`, help);
			continue;
		}

		const before = tellCount(tell);
		property(told, key, value, before.tell);
		if (before.count() === 0) told.at.set(key, keyRange);
	}

	return told;
}

/** Counts what is told, to know whether a property was taken. */
function tellCount(tell: Tell): {readonly tell: Tell; readonly count: () => number} {
	let count = 0;
	return {
		tell(...words) {
			count++;
			tell(...words);
		},
		count: () => count,
	};
}

function property(told: Told, key: string, value: Said, tell: Tell): void {
	switch (key) {
		case 'field':
		case 'label':
		case 'unit':
		case 'variable':
		case 'condition': {
			const text = textOf(key, value, tell);
			if (text !== undefined) told[key] = text.replaceAll(/\s+/gu, ' ');
			break;
		}

		case 'default':
		case 'example':
		case 'guidance': {
			const text = textOf(key, value, tell);
			if (text !== undefined) told[key] = text;
			break;
		}

		case 'id': {
			const text = textOf(key, value, tell);
			if (text !== undefined && slug(text) === text) told.id = text;
			else if (text !== undefined)
				tell(
					'id',
					value.range,
					`"${text}" cannot be an id.`,
					`An id has small letters, digits and hyphens: ${slug(text) || 'owner'}.`,
				);
			break;
		}

		case 'kind': {
			const text = textOf(key, value, tell);
			const kind = kinds.find(one => one === text);
			if (kind) told.kind = kind;
			else if (text !== undefined) {
				const near = nearest(text, kinds);
				tell(
					'kind',
					value.range,
					`There is no kind "${text}".`,
					near === undefined ? `The kinds: ${kinds.join(', ')}.` : `Did you mean "${near}"?`,
				);
			}

			break;
		}

		case 'open':
		case 'multiple':
		case 'repeatable': {
			const text = textOf(key, value, tell)?.toLowerCase();
			if (text === 'true' || text === 'yes') told[key] = true;
			else if (text === 'false' || text === 'no') told[key] = false;
			else if (text !== undefined)
				tell('value', value.range, `"${text}" is neither true nor false.`, `Write \`${key}: true\`.`);
			break;
		}

		case 'options':
			optionsOf(told, value, tell);
			break;
		case 'requirement':
			needOf(told, value, tell);
			break;
		case 'format': {
			const text = textOf(key, value, tell);
			if (text !== undefined && dateMask.exec(text)?.[0] === text) told.format = text;
			else if (text !== undefined)
				tell(
					'format',
					value.range,
					`"${text}" is no form of a date.`,
					'Write it with YYYY, MM and DD, such as YYYY-MM-DD.',
				);
			break;
		}

		case 'columns':
			columnsOf(told, value, tell);
			break;
		default:
			break;
	}
}

function textOf(key: string, value: Said, tell: Tell): string | undefined {
	const text = value.type === 'text' ? value.text.trim() : '';
	if (text !== '') return text;
	const what = value.type === 'text' ? 'says nothing' : `is a ${value.type}`;
	tell(
		'value',
		value.range,
		`"${key}" ${what}, and takes words.`,
		`Write \`${key}: …\`, in quotes where the text holds a comma, a colon or a #.`,
	);
	return undefined;
}

function optionsOf(told: Told, value: Said, tell: Tell): void {
	const items =
		value.type === 'list'
			? value.items.map(item => (item.type === 'text' ? item.text.trim() : ''))
			: value.type === 'text'
				? value.text.split('|').map(part => part.trim())
				: [];
	const distinct = new Set(items);
	if (items.length < 2 || items.some(item => item === '' || /[\r\n]/u.test(item)) || distinct.size < items.length)
		tell(
			'options',
			value.range,
			'"options" takes at least two different options of one line each.',
			'Write `options: [Draft, In Review, Approved]`.',
		);
	else told.options = items;
}

/** The words of a marker, as they may stand behind a heading. */
function needOf(told: Told, value: Said, tell: Tell): void {
	const text = textOf('requirement', value, tell);
	if (text === undefined) return;
	const need =
		readNeed(text) ?? (/^conditional$/iu.test(text) ? {requirement: 'conditional', reason: false} : undefined);
	if (need) told.need = need;
	else
		tell(
			'requirement',
			value.range,
			`"${text}" does not say how much an answer is needed.`,
			'Write required, recommended, optional, "if applicable" or "required or N/A with reason"; a condition can stand in `condition`.',
		);
}

function columnsOf(told: Told, value: Said, tell: Tell): void {
	if (value.type !== 'map') {
		tell(
			'value',
			value.range,
			'"columns" takes a column\'s name and what is said of it.',
			'Write `columns: {Impact: {options: [Low, High]}}`.',
		);
		return;
	}

	told.columns = value.entries.flatMap(({key, keyRange, value: said}) => {
		if (said.type === 'map') return [{name: key, told: readTold(said.entries, ofColumn, tell), at: keyRange}];
		tell(
			'value',
			said.range,
			`Of the column "${key}" nothing is said that a hint can say.`,
			`Write \`${key}: {kind: date}\`.`,
		);
		return [];
	});
}
