/** Dates as authors type them: ISO, `today`, `tomorrow`, `+2w`. Calendar arithmetic without a clock. */

import {daysIn, formatDate, isDate, spelledDate} from '../form/index.ts';

/** Days from 1970-01-01 to an ISO date; undefined where it is no calendar date. */
function toDays(iso: string): number | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
	if (!match) return undefined;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
	// Days from civil, counting years from March so that the leap day comes last.
	const shifted = month > 2 ? year : year - 1;
	const era = Math.floor(shifted / 400);
	const yearOfEra = shifted - era * 400;
	const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1;
	const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
	return era * 146_097 + dayOfEra - 719_468;
}

function fromDays(days: number): string {
	const shifted = days + 719_468;
	const era = Math.floor(shifted / 146_097);
	const dayOfEra = shifted - era * 146_097;
	const yearOfEra = Math.floor(
		(dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
	);
	const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
	const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
	const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
	const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
	const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
	return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The ISO date `count` days after `iso` (before, where negative); undefined where `iso` is no date. */
export function addDays(iso: string, count: number): string | undefined {
	const days = toDays(iso);
	return days === undefined ? undefined : fromDays(days + count);
}

function addMonths(iso: string, count: number): string {
	const [year = 0, month = 1, day = 1] = iso.split('-').map(Number);
	const months = year * 12 + month - 1 + count;
	const newYear = Math.floor(months / 12);
	const newMonth = (months % 12) + 1;
	const newDay = Math.min(day, daysIn(newYear, newMonth));
	return `${String(newYear).padStart(4, '0')}-${String(newMonth).padStart(2, '0')}-${String(newDay).padStart(2, '0')}`;
}

/**
 * The date that a shorthand means, in the field's format: `today`, `tomorrow`, `yesterday`, or `+3d`, `-1w`, `+2m`,
 * `+1y` from `today` (ISO), an ISO date where the format is another, or a day with its month's name. Undefined where the
 * text is no shorthand, or what the format asks for.
 */
export function resolveDate(text: string, today: string, format?: string): string | undefined {
	const word = text.trim().toLowerCase();
	const named: Readonly<Record<string, number>> = {today: 0, now: 0, tomorrow: 1, yesterday: -1};
	const offset = Object.hasOwn(named, word) ? named[word] : undefined;
	if (offset !== undefined) return formatDate(addDays(today, offset) ?? today, format);
	const written = toDays(word) === undefined ? word : formatDate(word, format);
	if (written !== word) return written;
	const spelt = spelledDate(text.trim())?.iso;
	if (spelt !== undefined && toDays(spelt) !== undefined && !isDate(text.trim(), format))
		return formatDate(spelt, format);
	const match = /^([+-]\d{1,4})\s*([dwmy])$/.exec(word);
	if (!match) return undefined;
	const count = Number(match[1]);
	const unit = match[2];
	if (unit === 'd' || unit === 'w')
		return formatDate(addDays(today, unit === 'w' ? count * 7 : count) ?? today, format);
	return formatDate(addMonths(today, unit === 'y' ? count * 12 : count), format);
}
