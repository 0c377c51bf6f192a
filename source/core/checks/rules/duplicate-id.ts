import type {Document, Field, Range} from '../../form/types.ts';
import {literal} from '../literal.ts';
import {nameOf} from '../naming.ts';
import {standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';

/** Two items of one list, or two rows of one table, with the same id. */
export const duplicateId: Rule = {
	id: 'duplicate-id',
	severity: 'warn',
	summary: 'Ids such as G1, T1 or Q1 are given once in their list or table.',
	*run(document) {
		for (const entry of standingOf(document).fields.values()) {
			if (entry.state !== 'answered' && entry.state !== 'partial') continue;
			const seen = new Set<string>();
			for (const {id, range} of idsOf(document, entry.field)) {
				if (!seen.has(id)) {
					seen.add(id);
					continue;
				}
				yield {
					reason: `${nameOf(entry)} has the id "${id}" more than once.`,
					range,
					section: entry.field.section,
					field: entry.field.id,
					help: 'Give each its own id.',
				};
			}
		}
	},
	examples: [
		{
			title: 'Two goals are called G1.',
			template: '# Plan\n\n## Goals\n\n- G1: <goal>\n- G2: <goal>\n',
			document: '# Plan\n\n## Goals\n\n- G1: Sign every event\n- G1: Lose none\n',
			findings: 1,
		},
		{
			title: 'Each has its own.',
			template: '# Plan\n\n## Goals\n\n- G1: <goal>\n- G2: <goal>\n',
			document: '# Plan\n\n## Goals\n\n- G1: Sign every event\n- G2: Lose none\n- G3: Tell the partner\n',
			findings: 0,
		},
		{
			title: 'Two rows of a table.',
			template: '# Plan\n\n## Questions\n\n| ID | Question |\n| --- | --- |\n| [id] | [question] |\n',
			document: '# Plan\n\n## Questions\n\n| ID | Question |\n| --- | --- |\n| Q1 | Who signs? |\n| Q1 | Who pays? |\n',
			findings: 1,
		},
	],
};

function idsOf(document: Document, field: Field): readonly {readonly id: string; readonly range: Range}[] {
	const span = document.spans.get(field.id);
	if (!span) return [];
	const column = field.columns?.findIndex(({label}) => /^(?:#|id|key|no\.?|nr\.?|ref\.?)$/i.test(label.trim())) ?? -1;
	const prefix = field.item?.idPrefix;
	if (column < 0 && (prefix === undefined || prefix.trim() === '')) return [];
	const item =
		prefix === undefined ? undefined : new RegExp(`^\\s*(?:[-*+]|\\d+[.)])\\s+[*_]*(${literal(prefix)}\\d+)\\b`, 'd');
	const found: {id: string; range: Range}[] = [];
	for (const line of document.source.slice(span.from, span.to).matchAll(/[^\r\n]+/g)) {
		const [from, to] = (column < 0 ? item?.exec(line[0])?.indices?.[1] : cellAt(line[0], column)) ?? [];
		if (from === undefined || to === undefined || from === to) continue;
		const start = span.from + line.index;
		found.push({id: line[0].slice(from, to), range: {from: start + from, to: start + to}});
	}
	return found;
}

/** Where the text of a row's cell begins and ends; an escaped pipe is no border (GFM tables). */
function cellAt(line: string, column: number): readonly [number, number] | undefined {
	const borders = Array.from(line.matchAll(/(?<!\\)\|/g), match => match.index);
	if (!line.trimStart().startsWith('|')) borders.unshift(-1);
	const left = borders[column];
	if (left === undefined) return undefined;
	const text = line.slice(left + 1, borders[column + 1] ?? line.length);
	const from = left + 1 + (text.length - text.trimStart().length);
	return [from, from + text.trim().length];
}
