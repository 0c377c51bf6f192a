/** Numbers with their unit: where it is read from, and that it stands in the document once, typed or not. */

import {describe, expect, it} from 'vitest';
import {fill, match, readForm, validate} from '../../../source/core/form/index.ts';
import {judge} from './judge.ts';

const fieldIn = (body: string) => readForm(`# Plan\n\n## Facts\n\n${body}\n`).fields[0]!;

/** The line that an answer gives, and what is read back from it. */
function filled(body: string, value: string): readonly [string, unknown] {
	const form = readForm(`# Plan\n\n## Facts\n\n${body}\n`);
	const document = fill(form, new Map([[form.fields[0]!.id, {state: 'answered', value}]]));
	const back = match(form, document.source).answers.get(form.fields[0]!.id);
	return [document.source.split('\n')[4]!, back?.state === 'answered' ? back.value : undefined];
}

describe('the unit of a number', () => {
	it.each([
		['- Latency: <number> ms', 'ms', 'behind'],
		['- Latency: **[N]** ms at p95', 'ms', 'behind'],
		['- Share: <n>%', '%', 'behind'],
		['- Cost: <amount> EUR', 'EUR', 'behind'],
		['- Throughput: [N] req/s', 'req/s', 'behind'],
		['- Retry: [20] seconds', 'seconds', 'behind'],
		['- Availability: [target]%', '%', 'behind'],
		['- Wait: ____ min', 'min', 'behind'],
		['- Latency (ms): <number>', 'ms', 'label'],
		['- **Budget (EUR):**', 'EUR', 'label'],
		['- Duration (s): [N]', 's', 'label'],
		['- Budget in EUR: [amount]', 'EUR', 'label'],
		['We answer within [N] ms for every call.', 'ms', 'behind'],
		['- Wait: [N ms]', 'ms', undefined],
		['- Speed: <speed> rpm <!-- specwright: {kind: number, unit: rpm} -->', 'rpm', 'behind'],
		['- Speed: <speed> <!-- specwright: {kind: number, unit: rpm} -->', 'rpm', undefined],
		['- Wait: <how long> ms <!-- specwright: kind: number -->', 'ms', 'behind'],
	])('is read from %s', (body, unit, unitStands) => {
		expect(fieldIn(body)).toMatchObject({kind: 'number', unit, ...(unitStands && {unitStands})});
		if (unitStands === undefined) expect(fieldIn(body).unitStands).toBeUndefined();
	});

	it.each(['- Cost: €<amount>', '- Cost: $[Amount] a month'])(
		'is read from the sign in front of an amount: %s',
		body => {
			expect(fieldIn(body)).toMatchObject({kind: 'number', unitStands: 'before'});
		},
	);

	it('is read from a heading', () => {
		expect(readForm('# Plan\n\n## Budget (EUR)\n\n<amount>\n').fields[0]).toMatchObject({kind: 'number', unit: 'EUR'});
	});

	it.each([
		'- Reviewer (s): [name]',
		'- Reviewer (s):',
		'- Name: [name] min',
		'- Module: <module> ms',
		'- Steps: <number> minimum',
		'- Scope (users): <who they are>',
		'- Owner (EU): <name>',
	])('is none in %s', body => {
		expect(fieldIn(body).unit).toBeUndefined();
		expect(fieldIn(body).kind).not.toBe('number');
	});
});

describe('what is written', () => {
	it.each([
		['- Latency: <number> ms', '250', '- Latency: 250 ms'],
		['- Latency: <number> ms', '250 ms', '- Latency: 250 ms'],
		['- Latency: <number> ms', '≤ 250ms', '- Latency: ≤ 250 ms'],
		['- Latency (ms): <number>', '250 ms', '- Latency (ms): 250'],
		['- Cost: <amount> EUR', '1,200 eur', '- Cost: 1,200 EUR'],
		['- Cost: €<amount>', '€ 40', '- Cost: €40'],
		['- Cost: €<amount>', 'about 40', '- Cost: €about 40'],
		['- Share: <n>%', '12.5 %', '- Share: 12.5%'],
		['- Wait: [N ms]', '250', '- Wait: 250 ms'],
		['- Wait: [N ms]', '250 ms', '- Wait: 250 ms'],
		['- Price: [price] <!-- specwright: {kind: number, unit: €} -->', '5', '- Price: €5'],
	])('in %s for %j has the unit once', (body, value, line) => {
		const [written, back] = filled(body, value);
		expect(written.replace(/ <!--.*/, '')).toBe(line);
		expect(back).toBe(value.replace(/ ?(?:ms|eur|%)$|^€ ?/, ''));
	});

	it('is not another unit: the answers and the schema refuse it alike', () => {
		const form = readForm('# Plan\n\n## Facts\n\n- Latency: <number> ms\n');
		const [field] = form.fields;
		const takes = judge(form);
		for (const [value, isTaken] of [
			['2 s', false],
			['2s', false],
			['€2', false],
			['250', true],
			['250 ms', true],
			['~20–30', true],
		] as const) {
			expect(validate(field!, value) === undefined, value).toBe(isTaken);
			expect(takes({answers: {[field!.id]: value}}), value).toBe(isTaken);
		}

		expect(validate(field!, '2 s')).toMatchObject({words: expect.stringContaining('another unit than ms') as string});
	});

	it('may be thousands of money', () => {
		expect(validate(fieldIn('- Cost: <amount> EUR'), '5 m')).toBeUndefined();
	});
});

describe('the unit of a column', () => {
	const table = readForm(
		'# Plan\n\n## Limits\n\n| Part | Latency (ms) | Cost (€) | Share (%) | Why (s) |\n|---|---|---|---|---|\n| <part> | <number> | [amount] | | [why] |\n',
	);
	const field = table.fields.find(({kind}) => kind === 'table')!;

	it('is read from its head, where its cells ask for a number or for nothing', () => {
		expect(field.columns?.map(({kind, unit}) => [kind, unit])).toEqual([
			['text', undefined],
			['number', 'ms'],
			['number', '€'],
			['number', '%'],
			['text', undefined],
		]);
	});

	it('is no part of a cell, and another is refused', () => {
		const rows = [{part: 'Pump', 'latency-ms': '250 ms', cost: '€40', share: '5 %'}];
		const ids = field.columns!.map(({id}) => id);
		const row = Object.fromEntries(Object.values(rows[0]!).map((text, at) => [ids[at]!, text]));
		const filled = fill(table, new Map([[field.id, {state: 'answered', value: [row]}]]));
		expect(filled.source).toContain('| Pump | 250 | 40 | 5 |');
		expect(match(table, filled.source).answers.get(field.id)).toEqual({
			state: 'answered',
			value: [{[ids[0]!]: 'Pump', [ids[1]!]: '250', [ids[2]!]: '40', [ids[3]!]: '5'}],
		});
		expect(validate(field, [{[ids[1]!]: '2 s'}])?.words).toContain('has another unit than ms');
	});
});
