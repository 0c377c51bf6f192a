/** Totals of tables: the row stays, and what it says is computed from the rows above it. */

import {describe, expect, it} from 'vitest';
import {bind, fill, match, readForm, sumOf, totalFor, totalled, withTotals} from '../../../source/core/form/index.ts';
import type {Answers, Value} from '../../../source/core/form/types.ts';
import {derived} from '../../../source/core/wizard/index.ts';

describe('amounts', () => {
	it.each([
		[['$1,200', '$300.50'], '$1,500.50'],
		[['100', '', '—', 'N/A', '20'], '120'],
		[['€5', '**€7**'], '€12'],
		[['EUR 5', 'EUR 7'], 'EUR 12'],
		[['5 days', '7 days'], '12 days'],
		[['1.5 %', '0.25 %'], '1.75 %'],
		[['0.1', '0.2'], '0.3'],
		[['-5', '3'], '-2'],
		[['999999999999999999', '1'], '1000000000000000000'],
	])('%j add up to %s', (cells, sum) => {
		expect(sumOf(cells)).toBe(sum);
	});

	it.each([[['$5', '€5']], [['5 days', '5 weeks']], [['5', 'a few']], [['3-5', '1']], [['1.200,50', '1']], [['', '']]])(
		'%j do not add up',
		cells => {
			expect(sumOf(cells)).toBeUndefined();
		},
	);
});

describe('an amount that is said to be their sum', () => {
	it.each([
		[['33.3', '33.3', '33.3'], '99.9'],
		[['1.24', '2.37'], '3.6'],
		[['1.25', '1'], '2.3'],
		[['$1,200', '$90.50'], '**$1,290.50**'],
		[['1.200,50 €', '300 €'], '1.500,50 €'],
		// One thousand seven hundred, or 501.2: one of them is meant.
		[['1.200', '500'], '1.700'],
		[['1.2', '0.5'], '1.70'],
	])('%j: %s is right, rounded and in the signs of its country', (cells, stated) => {
		expect(totalled(cells, stated)?.isRight).toBe(true);
	});

	it.each([
		[['33.3', '33.3', '33.3'], '99', '99.9'],
		[['$1,200', '$90.50'], '$1,290.40', '$1,290.50'],
		[['1.200,50 €', '300 €'], '1.600,50 €', '1.500,50 €'],
		[['1,200', '500'], '17', '1,700'],
		[['5', '—', ''], '6', '5'],
	])('%j: %s is wrong', (cells, stated, sum) => {
		expect(totalled(cells, stated)).toEqual({sum, isRight: false});
	});

	it.each([
		[['5', '7'], '$13'],
		[['5 h', '7 h'], '13 days'],
		[['5 %', '7 %'], '13 %'],
		[['~5', '~7'], '~13'],
		[['5+', '7+'], '13+'],
		[['5', '7'], 'a dozen'],
		[['9'.repeat(500), '7'], '13'],
		[[], '13'],
	])('%j: of %s nobody can tell', (cells, stated) => {
		expect(totalled(cells, stated)).toBeUndefined();
	});
});

const source = `# Plan

## Costs

| Item | Count | Cost |
|---|---|---|
| Servers | 2 | $100 |
| <item> | <count> | $<cost> |
| **Total** | | **$<sum>** |

## After

Describe it.
`;

const answersOf = (entries: Readonly<Record<string, Value>>): Answers =>
	new Map(Object.entries(entries).map(([id, value]) => [id, {state: 'answered', value}] as const));
const costs = [
	{item: 'Servers', count: '3', cost: '$1,200'},
	{item: 'Disks', count: '1', cost: '$90.50'},
];

describe('a row of totals below rows that may be more or fewer', () => {
	const form = readForm(source);
	const answers = answersOf({'costs/body': costs});
	const total = form.fields.find(({sums}) => sums !== undefined)!;

	it('stays when the table is filled, and says what the rows add up to', () => {
		expect(total).toMatchObject({id: 'costs/total/cost', label: 'Total Cost', sums: 'cost', placeholder: '<sum>'});
		const without = fill(form, answers).source;
		expect(without).toContain('| Disks | 1 | $90.50 |\n| **Total** | | **$<sum>** |\n');
		// The sign in front stands in the template already.
		expect(totalFor(form, answers, total)).toBe('1,290.50');
		const {source: written} = fill(form, derived(form, answers, {today: '2026-03-09'}));
		expect(written).toContain('| Disks | 1 | $90.50 |\n| **Total** | | **$1,290.50** |\n');
	});

	it('is read back, with its table, from what was written', () => {
		const given = derived(form, answers, {today: '2026-03-09'});
		const back = match(form, fill(form, given).source);
		expect(back.answers.get('costs/body')).toEqual({state: 'answered', value: costs});
		expect(back.answers.get('costs/total/cost')).toEqual({state: 'answered', value: '1,290.50'});
	});

	it("follows what changes, but never takes the place of an author's own", () => {
		const own = answersOf({'costs/body': costs, 'costs/total/cost': 'about 1,300'});
		expect(derived(form, own, {today: '2026-03-09'})).toEqual(own);
		const before = derived(form, answers, {today: '2026-03-09'});
		const changed = new Map([...before, ...answersOf({'costs/body': [{item: 'Servers', count: '3', cost: '$7'}]})]);
		expect(derived(form, changed, {today: '2026-03-09', opened: before}).get('costs/total/cost')).toEqual({
			state: 'answered',
			value: '7',
		});
	});

	it('is left to the author below a subtotal, which would count twice', () => {
		const parts = [
			...costs,
			{item: '**Subtotal**', count: '3', cost: '$1,290.50'},
			{item: 'Tax', count: '', cost: '$9'},
		];
		expect(totalFor(form, answersOf({'costs/body': parts}), total)).toBeUndefined();
	});

	it('is found again in a document that was written', () => {
		const written = fill(form, derived(form, answers, {today: '2026-03-09'})).source;
		expect(bind(form, written).answers.get('costs/total/cost')).toEqual({state: 'answered', value: '1,290.50'});
	});
});

it('a row of totals among rows that the template fixes is added up too', () => {
	const form = readForm(
		'# P\n\n## Costs\n\n| Part | Cost |\n|---|---|\n| Disks | $[amount] |\n| Net | $[amount] |\n| Total | $[sum] |\n',
	);
	const field = form.fields.find(({kind}) => kind === 'table')!;
	const value = {disks: {cost: '$5'}, net: {cost: '$7'}};
	expect(withTotals(field, value)).toEqual({...value, total: {cost: '$12'}});
	const own = {...value, total: {cost: '$13'}};
	expect(withTotals(field, own)).toEqual(own);
});

it('a total below a subtotal among rows that the template fixes is left to the author', () => {
	const form = readForm(
		'# P\n\n## Costs\n\n| Part | Cost |\n|---|---|\n| Disks | $[amount] |\n| Subtotal | $[sum] |\n| Total | $[sum] |\n',
	);
	const value = {disks: {cost: '$5'}, subtotal: {cost: '$5'}};
	expect(
		withTotals(
			form.fields.find(({kind}) => kind === 'table')!,
			value,
		),
	).toEqual(value);
});

it('a last row that is named a total but has nothing to fill, and one alone, are rows as any other', () => {
	for (const rows of ['| <item> | <cost> |\n| Total | $12 |', '| Total | <cost> |']) {
		const form = readForm(`# P\n\n## Costs\n\n| Item | Cost |\n|---|---|\n${rows}\n`);
		expect(form.fields.some(({sums}) => sums !== undefined)).toBe(false);
	}
});
