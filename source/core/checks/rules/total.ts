import {between, totalled} from '../../form/index.ts';
import type {Document, Range} from '../../form/types.ts';
import {ownersIn} from '../placed-fields.ts';
import {statedTotals, type StatedTotal} from '../total-rows.ts';
import type {Rule} from '../types.ts';

/**
 * A table's last row that is named a total and says another number than the rows above it add up to, also in tables
 * that an author has put in. It is silent where that can't be told: a cell is no number or a blank is left, units or
 * currencies differ, shares are given. What the template has there is no answer yet.
 */
export const total: Rule = {
	id: 'total',
	severity: 'warn',
	summary: 'A total is what the rows above it add up to.',
	*run(document) {
		const stated = statedTotals(document.source);
		if (stated.length === 0) return;
		const ownerOf = ownersIn(document);
		for (const one of stated) {
			const owner = ownerOf(one.range);
			const wrong = owner?.state === 'empty' ? undefined : wrongIn(document, one, owner?.span);
			if (!wrong) continue;
			const {range, sum, own} = wrong;
			const title = owner?.row?.section.title ?? '';
			const where = title === '' ? '' : ` in "${title}"`;
			const under = one.column === '' ? '' : ` under "${one.column}"`;
			yield {
				reason: `"${one.row}"${where} says ${textAt(document, one.range)}${under}; the rows above add up to ${sum}.`,
				range,
				...(owner && {section: owner.field.section, field: owner.field.id}),
				help: `Write ${own}, or correct the rows above.`,
			};
		}
	},
	examples: [
		{
			title: 'A sum of which a row was left out, with thousands parted and a currency.',
			template:
				'# Plan\n\n## Costs\n\n| Item | Cost |\n| --- | --- |\n| <item> | <cost> |\n| **Total** | **<sum>** |\n',
			document:
				'# Plan\n\n## Costs\n\n| Item | Cost |\n| --- | --- |\n| Servers | $1,200 |\n| Disks | $90.50 |\n| **Total** | **$1,200** |\n',
			findings: 1,
		},
		{
			title: 'Right sums, one of them rounded; shares, and an average whose head says so, are none.',
			template:
				'# Plan\n\n## Costs\n\n| Item | Days | Cost | Share | Avg. load |\n| --- | --- | --- | --- | --- |\n| <item> | <days> | $<cost> | <n> % | <load> |\n| Total | <days> | $<sum> | <n> % | <load> |\n',
			document:
				'# Plan\n\n## Costs\n\n| Item | Days | Cost | Share | Avg. load |\n| --- | --- | --- | --- | --- |\n| Servers | 2.5 | $1,200 | 93 % | 3 |\n| Disks | 1 | $90.50 | 7 % | 5 |\n| Total | 3.5 | $1,291 | 99 % | 4 |\n',
			findings: 0,
		},
		{
			title: 'Nobody can tell: a blank is left, a cell is no number, units differ, a subtotal stands between.',
			template: '# Plan\n\n## Costs\n\n[What it costs]\n',
			document:
				'# Plan\n\n## Costs\n\n| Item | Cost |\n| --- | --- |\n| Disks | 5 |\n| Total | [sum] |\n\n| Item | Cost | Time |\n| --- | --- | --- |\n| Disks | 5 | 5 days |\n| Net | a few | 2 weeks |\n| Total | 9 | 9 days |\n\n| Item | Cost |\n| --- | --- |\n| Disks | 5 |\n| Subtotal | 5 |\n| Tax | 1 |\n| Total | 6 |\n',
			findings: 0,
		},
		{
			title: 'A table that the author has put in, with numbers as some countries write them; one in code is a sample.',
			template: '# Plan\n\n## Costs\n\n[What it costs]\n',
			document:
				'# Plan\n\n## Costs\n\n| Item | Cost |\n| --- | ---: |\n| Disks | 1.200,50 € |\n| Net | 300 € |\n| Summe | 1.600,50 € |\n\n```md\n| Item | Cost |\n| --- | --- |\n| Disks | 5 |\n| Total | 6 |\n```\n',
			findings: 1,
		},
		{
			title: 'Rows that the template fixes.',
			template:
				'# Plan\n\n## Costs\n\n| Part | Cost |\n| --- | --- |\n| Disks | $[amount] |\n| Net | $[amount] |\n| Total | $[sum] |\n',
			document: '# Plan\n\n## Costs\n\n| Part | Cost |\n| --- | --- |\n| Disks | $5 |\n| Net | $7 |\n| Total | $13 |\n',
			findings: 1,
		},
	],
};

/** Where another number should stand, the sum, and as much of it as is to be written there; undefined where none should. */
function wrongIn(
	document: Document,
	{cells, range}: StatedTotal,
	span: Range = range,
): {readonly range: Range; readonly sum: string; readonly own: string} | undefined {
	// A sign that the template has in front of the blank or behind it is no part of the field; the rows may do without it.
	const inner = {from: Math.max(range.from, span.from), to: Math.min(range.to, span.to)};
	const found = totalled(cells, textAt(document, range)) ?? totalled(cells, textAt(document, inner));
	if (!found || found.isRight) return undefined;
	const before = textAt(document, {from: range.from, to: inner.from});
	const behind = textAt(document, {from: inner.to, to: range.to}).trim();
	return {range: inner, sum: found.sum, own: between(before, found.sum, behind)};
}

function textAt({source}: Document, {from, to}: Range): string {
	return source.slice(from, to);
}
