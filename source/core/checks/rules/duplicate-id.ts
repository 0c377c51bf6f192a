import {idsOf} from '../ids.ts';
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
