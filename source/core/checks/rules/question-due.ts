import {overdueSince} from '../question-rows.ts';
import {saysNothing} from '../question.ts';
import {isWaiting, questionsOf} from '../questions.ts';
import type {Rule} from '../types.ts';

const table =
	'# Plan\n\n## Offene Fragen\n\n| Nr. | Frage | Stand | Frist |\n| --- | --- | --- | --- |\n| [F1] | [Frage] | [offen / geklärt / vertagt] | YYYY-MM-DD |\n';
const rows = (...lines: readonly string[]): string => table.replace(/^\| \[F1\].*$/m, lines.join('\n'));

/** A question that waits for its answer without a day for it, where the list has a place for one, or whose day is over. */
export const questionDue: Rule = {
	id: 'question-due',
	severity: 'warn',
	summary: 'Each open question has a due date, where its list has a place for one, and the date is not over.',
	*run(document, {today, own}) {
		for (const question of questionsOf(document, own?.words)) {
			const due = question.said.get('due');
			if (!due || !isWaiting(question)) continue;
			const over = overdueSince(question, today);
			const isOver = over !== undefined;
			if (!isOver && !saysNothing(due.text)) continue;
			yield {
				reason: isOver
					? `The question "${question.name}" is open, and was due on ${over}.`
					: `The question "${question.name}" is open, and has no due date.`,
				range: due.range,
				section: question.section,
				field: question.field,
				help: isOver ? 'Write the answer, or give it another date.' : 'Say by when it needs its answer.',
			};
		}
	},
	examples: [
		{
			title: 'Without a date, and with one that is over.',
			template: table,
			document: rows(
				'| F1 | Wer zahlt? | offen |  |',
				'| F2 | Wer prüft? | offen | 1999-12-31 |',
				'| F3 | Wer wartet? | geklärt | 1999-12-31 |',
				'| F4 | Wer geht? | vertagt |  |',
			),
			findings: 2,
		},
		{
			title: 'The date is today or later.',
			template: table,
			document: rows('| F1 | Wer zahlt? | offen | 2000-01-01 |', '| F2 | Wer prüft? | offen | 2026-03-01 |'),
			findings: 0,
		},
		{
			title: 'The date is asked for beside the action.',
			template:
				'# Plan\n\n## Open questions\n\n| # | Question | Status | Notes |\n| --- | --- | --- | --- |\n| [Q1] | [Question] | [RESOLVED / PENDING] | [Decision, or action and date] |\n',
			document:
				'# Plan\n\n## Open questions\n\n| # | Question | Status | Notes |\n| --- | --- | --- | --- |\n| Q1 | Who signs? | PENDING | Ada asks |\n| Q2 | Who pays? | PENDING | Ada asks by 2026-03-01 |\n',
			findings: 1,
		},
		{
			title: 'A day that its author names in a list, where the template has no place for one.',
			template: '# Plan\n\n## Open questions\n\n- [Question]\n',
			document:
				'# Plan\n\n## Open questions\n\n- Who signs? (Ada, by 1999-12-31)\n- Who pays? (Bo, by 2026-03-01)\n- Who waits?\n',
			findings: 1,
		},
		{title: 'A table that nobody has begun.', template: table, document: table, findings: 0},
	],
};
