import {saysNothing} from '../question.ts';
import {isWaiting, questionsOf} from '../questions.ts';
import type {Rule} from '../types.ts';

const table =
	'# Plan\n\n## Open questions\n\n| ID | Question | Status | Owner |\n| --- | --- | --- | --- |\n| [Q1] | [Question] | [Open / Answered / Deferred] | [name] |\n';
const rows = (...lines: readonly string[]): string => table.replace(/^\| \[Q1\].*$/m, lines.join('\n'));

/** A question that waits for its answer and that nobody is to find out, where the list has a place for who is. */
export const questionOwner: Rule = {
	id: 'question-owner',
	severity: 'warn',
	summary: 'Each open question has an owner, where its list has a place for one.',
	*run(document, {own}) {
		for (const question of questionsOf(document, own?.words)) {
			const owner = question.said.get('owner');
			if (!owner || !isWaiting(question) || !saysNothing(owner.text)) continue;
			yield {
				reason: `The question "${question.name}" is open, and nobody owns it.`,
				range: owner.range,
				section: question.section,
				field: question.field,
				help: 'Name who finds the answer.',
			};
		}
	},
	examples: [
		{
			title: 'Open and blocked ones without an owner; answered and deferred ones need none.',
			template: table,
			document: rows(
				'| Q1 | Who signs? | Open |  |',
				'| Q2 | Who pays? | Answered | - |',
				'| Q3 | Who waits? | Deferred |  |',
			),
			findings: 1,
		},
		{
			title: 'Each has one, or there is no place for it.',
			template:
				'# Plan\n\n## Open questions\n\n| Question | Status |\n| --- | --- |\n| [Question] | [Open / Answered] |\n',
			document: '# Plan\n\n## Open questions\n\n| Question | Status |\n| --- | --- |\n| Who signs? | Open |\n',
			findings: 0,
		},
		{
			title: 'A list whose items have labels.',
			template: '# Plan\n\n## Open questions\n\n* Q1: <question> (Owner: <name>, Due: YYYY-MM-DD)\n* Q2: <question>\n',
			document:
				'# Plan\n\n## Open questions\n\n* Q1: Who signs? (Owner: Ada, Due: 2026-03-01)\n* Q2: Who pays? (Due: 2026-03-01)\n',
			findings: 1,
		},
		{
			title: 'A list below a label.',
			template:
				'# Plan\n\n## Risks\n\n- Open questions:\n  - Q1: <question> (Owner: <name>)\n  - Q2: <question> (Owner: <name>)\n',
			document: '# Plan\n\n## Risks\n\n- Open questions:\n  - Q1: Who signs? (Owner: Ada)\n  - Q2: Who pays?\n',
			findings: 1,
		},
		{
			title: 'A name in any script is one.',
			template: table,
			document: rows(
				'| Q1 | Who signs? | Open | 李明 |',
				'| Q2 | Who pays? | Open | Жанна |',
				'| Q3 | Who waits? | Open | … |',
			),
			findings: 1,
		},
		{title: 'A table that nobody has begun.', template: table, document: table, findings: 0},
	],
};
