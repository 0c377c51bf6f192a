import {describe, expect, it} from 'vitest';
import {formatDate, readDate} from '../../../source/core/form/index.ts';
import {addDays, resolveDate} from '../../../source/core/wizard/index.ts';

describe('dates as authors type them', () => {
	it.each([
		['today', '2026-03-09'],
		['Tomorrow', '2026-03-10'],
		['+2w', '2026-03-23'],
		['-1d', '2026-03-08'],
		['+1m', '2026-04-09'],
		['+1y', '2027-03-09'],
	])('%s is %s', (typed, iso) => {
		expect(resolveDate(typed, '2026-03-09')).toBe(iso);
	});

	it('keep to the end of a shorter month', () => {
		expect(resolveDate('+1m', '2024-01-31')).toBe('2024-02-29');
	});

	it('follow the mask of the field', () => {
		expect(resolveDate('today', '2026-03-09', 'DD/MM/YYYY')).toBe('09/03/2026');
		expect(formatDate('2026-03-09', 'yyyymmdd')).toBe('20260309');
		expect(formatDate('2026-03-09', 'DD MMM YYYY')).toBe('09 Mar 2026');
		expect(formatDate('2026-03-09', 'MMMM D, YYYY')).toBe('March 9, 2026');
		expect(formatDate('2026-03-09', 'MM/YYYY')).toBe('03/2026');
	});

	it('typed as ISO are written as the field has them', () => {
		expect(resolveDate('2026-11-26', '2026-03-09', 'DD MMM YYYY')).toBe('26 Nov 2026');
		expect(resolveDate('2026-11-31', '2026-03-09', 'DD MMM YYYY')).toBeUndefined();
		expect(resolveDate('2026-11-26', '2026-03-09', 'YYYY-MM-DD')).toBeUndefined();
		expect(resolveDate('2026-11-26', '2026-03-09', 'YYYY-MM-DD HH:MM')).toBeUndefined();
	});

	it.each([
		'YYYY-MM-DD',
		'DD/MM/YYYY',
		'MM-DD-YYYY',
		'yyyymmdd',
		'TT.MM.JJJJ',
		'JJ/MM/AAAA',
		'DD MMM YYYY',
		'MMMM D, YYYY',
		'D.M.YYYY',
		'DD/MM/YY',
	])('are read as the mask %s says they are written', mask => {
		expect(readDate(formatDate('2024-02-29', mask), mask)).toBe('2024-02-29');
		expect(readDate('31/02/2024', mask)).toBeUndefined();
	});

	it.each([
		['3 mars 2026', '2026-03-03'],
		['3. März 2026', '2026-03-03'],
		['1er août 2026', '2026-08-01'],
		['3 de março de 2026', '2026-03-03'],
		['12 marca 2026', '2026-03-12'],
		['5 мая 2026', '2026-05-05'],
		['Mar. 9, 2026', '2026-03-09'],
		['March 9th, 2026', '2026-03-09'],
	])('with a month’s name are the day that they name: %s', (typed, iso) => {
		expect(resolveDate(typed, '2026-03-09')).toBe(iso);
		expect(resolveDate(typed, '2026-03-09', 'DD.MM.YYYY')).toBe(formatDate(iso, 'DD.MM.YYYY'));
	});

	it('with a month’s name in any language stay where the field has such', () => {
		expect(resolveDate('3 mars 2026', '2026-03-09', 'D MMMM YYYY')).toBeUndefined();
		expect(resolveDate('3 mars 2026', '2026-03-09', 'MMMM D, YYYY')).toBe('March 3, 2026');
		expect(resolveDate('31 avril 2026', '2026-03-09')).toBeUndefined();
		expect(resolveDate('3 fois 2026', '2026-03-09')).toBeUndefined();
	});

	it('leave what is no shorthand alone', () => {
		expect(resolveDate('next spring', '2026-03-09')).toBeUndefined();
		expect(addDays('2026-02-30', 1)).toBeUndefined();
	});

	it('agree with the calendar over four centuries', () => {
		for (let day = -200_000; day <= 200_000; day += 997) {
			const iso = new Date(Date.UTC(2026, 2, 9) + day * 86_400_000).toISOString().slice(0, 10);
			expect(addDays('2026-03-09', day)).toBe(iso);
		}
	});
});
