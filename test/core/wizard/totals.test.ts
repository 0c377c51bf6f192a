/** Totals of a document that is gone on with: added up by writing, and told as wrong only where they would stay so. */

import {describe, expect, it} from 'vitest';
import {bind, readForm} from '../../../source/core/form/index.ts';
import {derived, messages, start} from '../../../source/core/wizard/index.ts';
import type {Answer} from '../../../source/core/form/types.ts';

const head = '# Plan\n\n## Costs\n\n| Item | Days | Share (%) |\n|---|---|---|\n';
const template = readForm(`${head}| <item> | <days> | <n> |\n| **Total** | <days> | <n> |\n`);

function reopened(total: string) {
	const source = `${head}| Pump | 2 | 60 |\n| Seal | 3 | 30 |\n| **Total** | ${total} | 100 |\n`;
	const {form, answers} = bind(template, source);
	const begun = start({
		form,
		template: {name: 'plan', hash: '', origin: 'file'},
		context: {today: '2027-03-01', marker: false, begun: true},
		opened: {answers, isOwnForm: true, source},
		size: {columns: 80, rows: 24},
		savedAt: '2027-03-01T10:00:00Z',
	});
	if (!begun.ok) throw new Error(begun.problem.summary);
	return begun.value;
}

function withRow(state: ReturnType<typeof reopened>) {
	const table = state.form.fields.find(({kind}) => kind === 'table')!;
	const ids = table.columns!.map(({id}) => id);
	const rows = [
		['Pump', '2', '60'],
		['Seal', '9', '30'],
	].map(cells => Object.fromEntries(cells.map((text, at) => [ids[at]!, text])));
	const answer: Answer = {state: 'answered', value: rows};
	return {...state, answers: new Map([...state.answers, [table.id, answer]])};
}

const wrong = (state: ReturnType<typeof reopened>) => messages(state).filter(({ruleId}) => ruleId === 'total');

describe('a total of a document that is gone on with', () => {
	it('is not wrong while writing only has to renew it', () => {
		const changed = withRow(reopened('5'));
		expect(wrong(changed)).toEqual([]);
		const total = changed.form.fields.find(({sums}) => sums === 'days')!;
		expect(
			derived(changed.form, changed.answers, {today: '2027-03-01', opened: changed.opened?.answers}).get(total.id),
		).toEqual({
			state: 'answered',
			value: '11',
		});
	});

	it('is wrong where nothing was changed, or where it is what the author says now', () => {
		expect(wrong(reopened('6'))).toHaveLength(1);
		const changed = withRow(reopened('5'));
		const total = changed.form.fields.find(({sums}) => sums === 'days')!;
		const own: Answer = {state: 'answered', value: '12'};
		expect(wrong({...changed, answers: new Map([...changed.answers, [total.id, own]])})).toHaveLength(1);
	});
});

describe('a column of shares', () => {
	const rows = (ids: readonly string[]): Answer => ({
		state: 'answered',
		value: [{[ids[0]!]: 'Pump', [ids[1]!]: '60'}],
	});

	it.each([
		['| <item> | <n> |\n| Total | <n> |', undefined],
		['| <item> | <n> |\n| Total | <sum> |', '60'],
	])('is added up only where the template says that it is a sum: %s', (body, value) => {
		const form = readForm(`# Plan\n\n## Parts\n\n| Item | Share (%) |\n|---|---|\n${body}\n`);
		const table = form.fields.find(({kind}) => kind === 'table')!;
		const total = form.fields.find(({sums}) => sums !== undefined)!;
		const made = derived(form, new Map([[table.id, rows(table.columns!.map(({id}) => id))]]), {today: '2027-03-01'});
		const answer = made.get(total.id);
		expect(answer?.state === 'answered' ? answer.value : undefined).toBe(value);
	});
});
