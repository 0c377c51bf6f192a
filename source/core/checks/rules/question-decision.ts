import {saysNothing} from '../question.ts';
import {questionsOf} from '../questions.ts';
import type {Rule} from '../types.ts';

const table =
	'# Plan\n\n## Open questions\n\n| ID | Question | Status | Decision |\n| --- | --- | --- | --- |\n| [Q1] | [Question] | [Open / Resolved / Deferred] | [Decision] |\n';
const rows = (...lines: readonly string[]): string => table.replace(/^\| \[Q1\].*$/m, lines.join('\n'));

/** A question that is called answered while its answer stands nowhere in a list that has a place for it. */
export const questionDecision: Rule = {
	id: 'question-decision',
	severity: 'warn',
	summary: 'An answered question has its decision, where its list has a place for one.',
	*run(document, {own}) {
		for (const {name, state, said, notes, range, section, field} of questionsOf(document, own?.words)) {
			const decision = said.get('decision');
			if (!decision || state !== 'answered' || !saysNothing(decision.text) || notes !== '') continue;
			yield {
				reason: `The question "${name}" is called answered, and has no decision.`,
				range: decision.text === '' ? range : decision.range,
				section,
				field,
				help: 'Write what was decided, or open it again.',
			};
		}
	},
	examples: [
		{
			title: 'Resolved, and nothing says how.',
			template: table,
			document: rows('| Q1 | Who signs? | Resolved |  |', '| Q2 | Who pays? | Resolved | – |'),
			findings: 2,
		},
		{
			title: 'With its decision; what is open or put off has none yet.',
			template: table,
			document: rows(
				'| Q1 | Who signs? | Resolved | The desk |',
				'| Q2 | Who pays? | Open |  |',
				'| Q3 | Who waits? | Deferred |  |',
			),
			findings: 0,
		},
		{title: 'A table that nobody has begun.', template: table, document: table, findings: 0},
	],
};
