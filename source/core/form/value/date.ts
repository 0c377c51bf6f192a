/** Dates in the template's own format, checked against the calendar. */

import {quoted} from './pattern.ts';

const tokens = /YYYY|AAAA|JJJJ|YY|MM|DD|TT|JJ|HH|mm|SS/gi;

type Part = 'year' | 'short-year' | 'month' | 'day' | 'hour' | 'minute' | 'second';

/** Text of a mask, or a part of a date in it. */
type Piece = {readonly text: string; readonly part?: Part};

const anyDay = '(?:0[1-9]|[12][0-9]|3[01])';
const leapInCentury = '(?:0[48]|[2468][048]|[13579][26])';

/** Which days go with which months, and the 29 February with its years alone (the Gregorian calendar). */
const calendar = [
	{month: '(?:0[13578]|1[02])', day: anyDay, leap: false},
	{month: '(?:0[469]|11)', day: '(?:0[1-9]|[12][0-9]|30)', leap: false},
	{month: '02', day: '(?:0[1-9]|1[0-9]|2[0-8])', leap: false},
	{month: '02', day: '29', leap: true},
];

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
		const part: Part =
			name === 'MM'
				? time
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

function written(pieces: readonly Piece[], {month, day, leap}: (typeof calendar)[number]): string {
	return pieces
		.map(({text, part}) => {
			switch (part) {
				case undefined:
					return quoted(text);
				case 'year':
				case 'short-year':
					return leap ? years[part].leap : years[part].any;
				case 'month':
					return month;
				case 'day':
					return day;
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
			return written(date, {month: '(?:0[1-9]|1[0-2])', day: anyDay, leap: false});
		})
		.join('');
}

/** Whether a mask has digits alone, so that YAML takes such a date for a number. */
export function isOfDigits(mask: string): boolean {
	return piecesOf(mask).every(({part}) => part !== undefined);
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
