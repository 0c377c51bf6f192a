/** The value before or behind one that has an order: a day later, one more, the next option. */

import type {Field} from '../form/types.ts';
import {formatDate, inThousands, optionMeant, readDate} from '../form/index.ts';
import {addDays} from './dates.ts';

/** What of a field or a column says which values come before and behind one. */
export type Ordered = Pick<Field, 'kind' | 'format' | 'options'>;

/**
 * The value next to what is typed: with `by` 1 a day later or one more, with -1 a day earlier or one less; a number
 * keeps its sign, currency and unit, and how many decimals it has. A date that is not typed yet is today, a number 1.
 * Of options 1 is the one above and -1 the one below, and behind the last comes the first. Undefined where there is none.
 *
 * @param today `YYYY-MM-DD`
 */
export function neighbourValue(field: Ordered, typed: string, by: 1 | -1, today: string): string | undefined {
	const text = typed.trim();
	switch (field.kind) {
		case 'date': {
			const date = readDate(text, field.format);
			const next = text === '' ? today : date && addDays(date, by);
			return next === undefined ? undefined : formatDate(next, field.format);
		}

		case 'number': {
			return text === '' ? '1'.padStart(field.format?.length ?? 1, '0') : counted(text, by);
		}

		case 'choice': {
			const {options} = field;
			const at = options.indexOf(optionMeant(options, text) ?? '');
			const first = by > 0 ? options.length - 1 : 0;
			return options[at < 0 ? first : (at - by + options.length) % options.length];
		}

		default: {
			return undefined;
		}
	}
}

/** A text whose only number is one more or less; undefined where it has none, or a range, or decimals that would cross zero. */
function counted(text: string, by: 1 | -1): string | undefined {
	const [whole, before, digits, after] = /^(\D*?)(-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(\D*)$/u.exec(text) ?? [];
	if (whole === undefined || before === undefined || digits === undefined || after === undefined) return undefined;
	const plain = digits.replaceAll(',', '');
	const [integer = '', decimals] = plain.split('.');
	// Whole numbers are counted by a type that knows no rounding, whatever their length.
	const next = (BigInt(integer) + BigInt(by)).toString();
	if (decimals !== undefined && (integer.startsWith('-') || next.startsWith('-'))) return undefined;
	const width = /^0\d/.test(integer) ? integer.length : 1;
	const grouped = digits.includes(',') ? inThousands(next) : next.padStart(width, '0');
	return `${before}${grouped}${decimals === undefined ? '' : `.${decimals}`}${after}`;
}
