import type {Document, Field, Range} from '../../form/types.ts';
import {literal} from '../literal.ts';
import {nameOf} from '../naming.ts';
import {standingOf, type FieldStanding} from '../standing.ts';
import type {Rule} from '../types.ts';

/** Two items of one list, or two rows of one table or of two in one section, with the same id. */
export const duplicateId: Rule = {
	id: 'duplicate-id',
	severity: 'warn',
	summary: 'Ids such as G1, T1 or Q1 are given once in their list, their table and the tables beside it.',
	*run(document) {
		const inSections = new Map<string, Map<string, FieldStanding>>();
		for (const entry of standingOf(document).fields.values()) {
			if (entry.state !== 'answered' && entry.state !== 'partial') continue;
			const {section} = entry.field;
			const around = inSections.get(section) ?? new Map<string, FieldStanding>();
			inSections.set(section, around);
			const own = new Map<string, FieldStanding>();
			for (const {id, range} of idsOf(document, entry.field)) {
				// Numbers alone count within their table, Q1 in all tables around it.
				const seen = /\p{L}/u.test(id) ? around : own;
				const first = seen.get(id);
				if (!first) {
					seen.set(id, entry);
					continue;
				}
				yield {
					reason:
						first === entry
							? `${nameOf(entry)} has the id "${id}" more than once.`
							: `${nameOf(entry)} has the id "${id}", and so has ${nameOf(first)}.`,
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
			title: 'Tables that count through, and such as begin anew.',
			template:
				'# Plan\n\n## Questions\n\n**Law**\n\n| ID | Question |\n| --- | --- |\n| [id] | [question] |\n\n**Money**\n\n| ID | Question |\n| --- | --- |\n| [id] | [question] |\n',
			document:
				'# Plan\n\n## Questions\n\n**Law**\n\n| ID | Question |\n| --- | --- |\n| Q1 | Who signs? |\n| 1 | Who reads? |\n\n**Money**\n\n| ID | Question |\n| --- | --- |\n| Q1 | Who pays? |\n| 1 | Who asks? |\n',
			findings: 1,
		},
		{
			title: 'How many of something there are is no id.',
			template: '# Plan\n\n## Owners\n\n| Owner | # |\n| --- | --- |\n| [name] | [how many] |\n',
			document: '# Plan\n\n## Owners\n\n| Owner | # |\n| --- | --- |\n| Ada | 1 |\n| Bo | 1 |\n',
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

/** What ids stand under; behind other columns a sign for numbers is how many there are. */
const ids = /^(?:#|id|key|no\.?|nr\.?|ref\.?)$/i;
const idsAnywhere = /^(?:id|key|ref\.?)$/i;

function idsOf(document: Document, field: Field): readonly {readonly id: string; readonly range: Range}[] {
	const span = document.spans.get(field.id);
	if (!span) return [];
	const column = field.columns?.findIndex(({label}, at) => (at === 0 ? ids : idsAnywhere).test(label.trim())) ?? -1;
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
