/** What keeps one text from being valid for its kind, and how such problems are worded. */

import type {Problem} from '../../problem.ts';
import type {Column, Field} from '../types.ts';
import {isDate} from './date.ts';
import {optionNamed} from './option.ts';
import {numberForm} from './pattern.ts';
import {otherUnit} from './unit.ts';

/** A problem with a value; `words` say it without the field's name in front. */
export type ValueFault = Problem & {readonly words: string};

/** A problem's words with the field's name in front, and alone. */
export function about(
	{label, id}: Pick<Field, 'label' | 'id'>,
	words: string,
): {readonly summary: string; readonly words: string} {
	return {summary: `${label} (${id}): ${words}`, words};
}

/** A problem with a field's value. */
export function fault(code: string, field: Field, words: string, next?: string, line?: number): ValueFault {
	return {
		code: `value.${code}`,
		...about(field, words),
		...(next !== undefined && {next}),
		exit: 2,
		...(line !== undefined && {place: {line}}),
	};
}

/**
 * A date that is none of the calendar or has another format, a number without digits, a choice that is none of the options.
 *
 * @param cell where the text stands in a table, which asks for what its column does
 */
export function scalarFault(
	field: Field,
	kind: Field['kind'],
	value: string,
	options: readonly string[],
	open: boolean,
	cell?: {readonly column: Column; readonly where: string},
): ValueFault | undefined {
	const where = cell === undefined ? '' : `in ${cell.where}, `;
	const format = (cell?.column ?? field).format ?? 'YYYY-MM-DD';
	if (kind === 'date' && !isDate(value, format)) {
		return fault('date', field, `${where}“${value}” is no date of the form ${format}.`, `Write it as ${format}.`);
	}

	if (kind === 'number' && field.format !== undefined && cell === undefined) {
		return new RegExp(`^\\d{${field.format.length},}$`).test(value)
			? undefined
			: fault(
					'number',
					field,
					`“${value}” is no number of ${field.format.length} digits or more.`,
					`Write it as ${(/^\d+$/.test(value) ? value : '12').padStart(field.format.length, '0')}.`,
				);
	}

	const {unit} = cell?.column ?? field;
	const other = kind === 'number' ? otherUnit({unit}) : undefined;
	if (other !== undefined && new RegExp(`^${other}$`, 'u').test(value))
		return fault(
			'number',
			field,
			`${where}“${value}” has another unit than ${unit}, which is asked for.`,
			`Give the number of ${unit}, without the unit.`,
		);
	if (kind === 'number' && !numberForm.test(value))
		return fault('number', field, `${where}“${value}” is no number.`, 'Begin with the number; a unit may follow.');
	if (kind === 'choice' && !open && options.length > 0 && optionNamed(options, value) === undefined) {
		return fault('option', field, `${where}“${value}” is none of the options.`, `Take one of: ${options.join(', ')}.`);
	}

	return undefined;
}
