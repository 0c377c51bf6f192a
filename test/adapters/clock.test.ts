import {expect, it} from 'vitest';
import {now, today} from '../../source/adapters/clock/index.ts';

it('gives the time with the local offset, which means the same moment', () => {
	const moment = new Date('2026-03-09T23:59:07.500Z');
	expect(now(moment)).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/);
	expect(Date.parse(now(moment))).toBe(moment.getTime() - 500);
	expect(now(moment).startsWith(`${today(moment)}T`)).toBe(true);
});

it.each([
	[-330, '+05:30'],
	[0, '+00:00'],
	[210, '-03:30'],
])('writes an offset of %i minutes as %s', (minutes, offset) => {
	const moment = new Date(2026, 0, 5, 6, 7, 8);
	moment.getTimezoneOffset = () => minutes;
	expect(now(moment)).toBe(`2026-01-05T06:07:08${offset}`);
});
