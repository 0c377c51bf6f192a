/** Dates in the template's own format, checked against the calendar. */

import {monthNames} from './months.ts';
import {quoted} from './pattern.ts';

const tokens = /YYYY|AAAA|JJJJ|YY|M{2,4}|DD|TT|JJ|HH|SS|(?<!\p{L})[DM](?!\p{L})/giu;

type Part = 'year' | 'short-year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Text of a mask, or a part of a date in it. */
type Piece = {readonly text: string; readonly part?: Part};

const names = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
];

const anyDay = '(?:0[1-9]|[12][0-9]|3[01])';
const leapInCentury = '(?:0[48]|[2468][048]|[13579][26])';

/** Which days go with which months, and the 29 February with its years alone (the Gregorian calendar). */
const calendar = [
	{months: [1, 3, 5, 7, 8, 10, 12], day: anyDay, leap: false},
	{months: [4, 6, 9, 11], day: '(?:0[1-9]|[12][0-9]|30)', leap: false},
	{months: [2], day: '(?:0[1-9]|1[0-9]|2[0-8])', leap: false},
	{months: [2], day: '29', leap: true},
];

/** Any month, where no day stands beside it. */
const anyMonth = {months: names.map((_, index) => index + 1), day: anyDay, leap: false};

/** Of two digits the century is 2000, whose first year is a leap year. */
const years = {
	year: {any: '[0-9]{4}', leap: `(?:[0-9]{2}${leapInCentury}|(?:[02468][048]|[13579][26])00)`},
	'short-year': {any: '[0-9]{2}', leap: `(?:00|${leapInCentury})`},
};

function piecesOf(mask: string): readonly Piece[] {
	const pieces: Piece[] = [];
	// The second MM of a date with a time is its minutes; JJ is a year where TT is the day (German), else a day (French).
	const isGerman = /TT/i.test(mask);
	let time = false;
	let last = 0;
	for (const {index, 0: token} of mask.matchAll(tokens)) {
		if (index > last) pieces.push({text: mask.slice(last, index)});
		last = index + token.length;
		const name = token.toUpperCase();
		if (name === 'HH') time = true;
		const part: Part = name.startsWith('M')
			? name === 'MM' && time
				? 'minute'
				: 'month'
			: name === 'HH'
				? 'hour'
				: name === 'SS'
					? 'second'
					: name.length === 4
						? 'year'
						: name === 'YY' || (name === 'JJ' && isGerman)
							? 'short-year'
							: 'day';
		pieces.push({text: token, part});
	}

	if (last < mask.length) pieces.push({text: mask.slice(last)});
	return pieces;
}

/** Where a part comes for the second time, a second date begins. */
function datesOf(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
	const dates: Piece[][] = [[]];
	for (const piece of pieces) {
		const kind = (part: Part | undefined): string | undefined => part?.replace('short-', '');
		if (piece.part !== undefined && dates.at(-1)!.some(one => kind(one.part) === kind(piece.part))) dates.push([]);
		dates.at(-1)!.push(piece);
	}

	return dates;
}

/** A month as a mask has it: `MM` in two digits, `M` without a zero in front, `MMM` and `MMMM` as its name. */
function monthIn(mask: string, month: number): string {
	if (mask.length > 2) return mask.length > 3 ? names[month - 1]! : names[month - 1]!.slice(0, 3);
	return String(month).padStart(mask.length, '0');
}

/** What a month may be called in a date of a mask: by its name in any language that is known. */
function monthsIn(mask: string, month: number): readonly string[] {
	const own = monthIn(mask, month);
	return mask.length > 2 ? [...new Set([own, ...monthNames(month, mask.length > 3 ? 'long' : 'short')])] : [own];
}

function written(pieces: readonly Piece[], {months, day, leap}: (typeof calendar)[number]): string {
	return pieces
		.map(({text, part}) => {
			switch (part) {
				case undefined:
					return quoted(text);
				case 'year':
				case 'short-year':
					return leap ? years[part].leap : years[part].any;
				case 'month':
					return `(?:${months.flatMap(month => monthsIn(text, month)).join('|')})`;
				case 'day':
					return text.length > 1 ? day : day.replace('0[', '[');
				case 'hour':
					return '(?:[01][0-9]|2[0-3])';
				default:
					return '[0-5][0-9]';
			}
		})
		.join('');
}

/**
 * The dates that exist, written as a mask (`YYYY-MM-DD`, `DD/MM/YYYY`, `yyyymmdd` …) says, as a regular expression
 * without anchors; undefined where the mask has no part of a date.
 */
export function datePattern(mask: string): string | undefined {
	const pieces = piecesOf(mask);
	if (!pieces.some(({part}) => part !== undefined)) return undefined;
	return datesOf(pieces)
		.map(date => {
			const has = (part: Part): boolean => date.some(one => one.part === part);
			if (has('month') && has('day')) return `(?:${calendar.map(one => written(date, one)).join('|')})`;
			return written(date, anyMonth);
		})
		.join('');
}

/** Whether a mask has digits alone, so that YAML takes such a date for a number. */
export function isOfDigits(mask: string): boolean {
	return piecesOf(mask).every(({text, part}) => part !== undefined && !(part === 'month' && text.length > 2));
}

/** The parts of a date; a day has all three. */
const dateParts = ['year', 'month', 'day'] as const;

/** An ISO date written as a mask such as `DD/MM/YYYY` or `MMM D, YYYY` says; as ISO where the mask has no year or month, or a time. */
export function formatDate(iso: string, mask: string | undefined): string {
	const pieces = piecesOf(mask ?? '');
	const [year = '', month = '', day = ''] = iso.split('-');
	if (!hasParts(pieces, ['year', 'month']) || pieces.some(({part}) => part === 'hour')) return iso;
	return pieces
		.map(({text, part}) => {
			switch (part) {
				case 'year':
					return year;
				case 'short-year':
					return year.slice(-2);
				case 'month':
					return monthIn(text, Number(month));
				case 'day':
					return text.length > 1 ? day : String(Number(day));
				default:
					return text;
			}
		})
		.join('');
}

/** The ISO date that is written as a mask says; undefined where it is none, or no whole one. The inverse of `formatDate`. */
export function readDate(text: string, mask = 'YYYY-MM-DD'): string | undefined {
	const pieces = piecesOf(mask);
	if (!hasParts(pieces, dateParts)) return isDate(text) ? text : undefined;
	const form = pieces.map(({text: words, part}) => (part ? `(${signs(words)})` : quoted(words))).join('');
	const found = new RegExp(`^${form}$`, 'u').exec(text)?.slice(1) ?? [];
	const parts = pieces.filter(({part}) => part !== undefined);
	const said = (part: Part): string => found[parts.findIndex(one => one.part === part)] ?? '';
	const name = said('month');
	const named = names.findIndex(one => one === name || one.slice(0, 3) === name) + 1;
	const month = named > 0 ? String(named) : name;
	const year = said('year') || `20${said('short-year')}`;
	const iso = [year, month.padStart(2, '0'), said('day').padStart(2, '0')].join('-');
	return isDate(iso) && formatDate(iso, mask) === text ? iso : undefined;
}

/** What stands for a part of a date, as a regular expression. */
function signs(mask: string): string {
	if (/^M{3,}$/i.test(mask)) return '[A-Za-z]+';
	return mask.length > 1 ? `[0-9]{${mask.length}}` : '[0-9]{1,2}';
}

function hasParts(pieces: readonly Piece[], wanted: readonly Part[]): boolean {
	return wanted.every(part => pieces.some(one => one.part?.replace('short-', '') === part));
}

const known = new Map<string, RegExp | undefined>();

/** Whether a value is a date that exists, written as the mask says. */
export function isDate(value: string, mask = 'YYYY-MM-DD'): boolean {
	if (!known.has(mask)) {
		const pattern = datePattern(mask);
		known.set(mask, pattern === undefined ? undefined : new RegExp(`^${pattern}$`, 'u'));
	}

	const form = known.get(mask);
	return form ? form.test(value) : value.trim() !== '';
}

/** Days of a month in the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
	if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
