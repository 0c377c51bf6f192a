/** Totals that are not what the rows above them add up to, as `check` tells them. */

import {expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

type Told = {ruleId: string; severity: string; line: number; column: number; endColumn: number} & Record<
	string,
	string
>;
type Checked = {readonly files: readonly [{readonly messages: readonly Told[]}]};

const template = `# Plan

## Costs

| Item | Days | Cost | Share |
|---|---|---|---|
| <item> | <days> | $<cost> | <share> |
| **Total** | **<days>** | **$<sum>** | <share> |
`;

const document = `# Plan

## Costs

| Item | Days | Cost | Share |
|---|---|---|---|
| Servers | 2.5 | $12,000 | 90 % |
| Disks | 1 | $1,290.50 | 9 % |
| **Total** | **3.5** | **$13,200.50** | 100 % |
`;

/** What `check` says of totals, each with the text at its place. */
function told(text: string, ...more: readonly string[]) {
	const place = makePlace({'plan.md': text, 'template.md': template});
	const {code, out} = place.run(['check', 'plan.md', '--format', 'json', ...more]);
	const found = (JSON.parse(out) as Checked).files[0].messages.filter(({ruleId}) => ruleId === 'total');
	return {
		code,
		found: found.map(({line, column, endColumn, severity, reason, help, section, field}) => {
			const at = text.split('\n')[line - 1]!.slice(column - 1, endColumn - 1);
			return {at, line, severity, reason, help, section, field};
		}),
	};
}

it('names the row, what it says and the sum, on the number, and refuses nothing', () => {
	expect(told(document, '--template', 'template.md')).toEqual({
		code: 0,
		found: [
			{
				// The sign is the template's.
				at: '13,200.50',
				line: 9,
				severity: 'warn',
				reason: '"Total" in "Costs" says $13,200.50 under "Cost"; the rows above add up to $13,290.50.',
				help: 'Write 13,290.50, or correct the rows above.',
				section: 'costs',
				field: 'costs/total/cost',
			},
		],
	});
	const right = document.replace('13,200.50', '13,290.50');
	expect(told(right, '--template', 'template.md')).toEqual({code: 0, found: []});
});

it('reads the tables of a document that has no template', () => {
	const {found} = told(document, '--template', 'none');
	expect(found).toMatchObject([{at: '$13,200.50', line: 9, help: 'Write $13,290.50, or correct the rows above.'}]);
	expect(told(document.replace('13,200.50', '13,290.50'), '--template', 'none').found).toEqual([]);
});

it.each([
	['rows without the sign that the template has at the total', document.replaceAll(/\| \$/g, '| ')],
	['a document edited where lines end otherwise', document.replaceAll('\n', '\r\n')],
])('tells it with %s', (_what, text) => {
	expect(told(text, '--template', 'template.md').found).toMatchObject([{at: '13,200.50', line: 9}]);
});

it.each([
	['a total that is still open', document.replace('**$13,200.50**', '**$<sum>**')],
	['a cost that is still open', document.replace('$12,000', '$<cost>')],
	['a cost that is no number', document.replace('$12,000', 'about $12,000')],
	['costs in two currencies', document.replace('$12,000', '€12,000')],
])('says nothing of %s', (_what, text) => {
	expect(told(text, '--template', 'template.md').found).toEqual([]);
	expect(told(text, '--template', 'none').found).toEqual([]);
});
