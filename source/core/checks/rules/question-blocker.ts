import {saysNothing} from '../question.ts';
import {questionsOf} from '../questions.ts';
import type {Rule} from '../types.ts';

const table =
	'# Plan\n\n## Open questions\n\n| ID | Question | Status | Notes |\n| --- | --- | --- | --- |\n| [Q1] | [Question] | <where it stands> | [Action] |\n';
const rows = (...lines: readonly string[]): string => table.replace(/^\| \[Q1\].*$/m, lines.join('\n'));

/** A question that is called blocked without a word on what blocks it, be it behind its status or in any other place. */
export const questionBlocker: Rule = {
	id: 'question-blocker',
	severity: 'warn',
	summary: 'A blocked question says what blocks it.',
	*run(document, {own}) {
		for (const {name, state, said, notes, range, section, field} of questionsOf(document, own?.words)) {
			if (state !== 'blocked') continue;
			const status = said.get('status');
			const reasons = [
				said.get('blocker')?.text,
				said.get('blocker') ? '' : (said.get('decision')?.text ?? '') + notes,
			];
			// `Blocked by the vendor` says it in the status itself.
			const isSaid = /\p{L}[^\p{L}]+\p{L}/u.test(status?.text ?? '') || reasons.some(text => !saysNothing(text ?? ''));
			if (isSaid) continue;
			yield {
				reason: `The question "${name}" is blocked, and nothing says by what.`,
				range: said.get('blocker')?.range ?? status?.range ?? range,
				section,
				field,
				help: 'Write what it waits for, and who can help.',
			};
		}
	},
	examples: [
		{
			title: 'Blocked, and that is all.',
			template: table,
			document: rows('| Q1 | Who signs? | Blocked |  |', '| Q2 | Who pays? | Open |  |'),
			findings: 1,
		},
		{
			title: 'A word with an umlaut is one word, and a name in any script says something.',
			template: table,
			document: rows(
				'| Q1 | Wer zahlt? | Blockiert |  |',
				'| Q2 | Qui paie ? | Bloqué |  |',
				'| Q3 | Wer? | Blockiert | 李明 |',
			),
			findings: 2,
		},
		{
			title: 'With its reason, beside the status or in it.',
			template: table,
			document: rows(
				'| Q1 | Who signs? | Blocked | The law is not out |',
				'| Q2 | Who pays? | Blocked by the board |  |',
			),
			findings: 0,
		},
		{title: 'A table that nobody has begun.', template: table, document: table, findings: 0},
	],
};
