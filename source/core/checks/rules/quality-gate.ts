import {gateOf} from '../gate/index.ts';
import type {Rule} from '../types.ts';

const template =
	'# Plan\n\n- **Owner:** <name>\n\n## Desks\n\n| Desk | Target |\n| --- | --- |\n| <desk> | <number> |\n\n## Open questions\n\n| ID | Question | Status |\n| --- | --- | --- |\n| [Q1] | [Question] | [Open / Resolved] |\n\n## Definition of Done\n\n- [ ] No question is left open\n- [ ] Targets of all desks are numeric\n- [ ] All required fields are filled\n- [ ] No ambiguity left\n- [ ] Ada has approved it\n';
const document = (target: string, status: string, ...ticks: readonly number[]): string =>
	template
		.replace('<name>', 'Ada')
		.replace('| <desk> | <number> |', `| Harbour | ${target} |`)
		.replace(/^\| \[Q1\].*$/m, `| Q1 | Who pays? | ${status} |`)
		.split('- [ ]')
		.map((text, index) => (index === 0 ? text : `- [${ticks.includes(index) ? 'x' : ' '}]${text}`))
		.join('');

/**
 * A ticked box of a quality gate, a definition of done or the like, whose words ask for something that the document shows not
 * to be so. Boxes that nobody can look up, that somebody has approved it or that nothing is ambiguous, are their author's.
 */
export const qualityGate: Rule = {
	id: 'quality-gate',
	severity: 'error',
	summary: 'No box of a quality gate is ticked whose claim the document itself refutes.',
	*run(document, facts, severities) {
		for (const {section, field, text, range, isTicked, verdict, reason} of gateOf(document, facts, severities)) {
			if (!isTicked || verdict !== 'not-met') continue;
			yield {
				reason: `“${text}” is ticked, and is not so: ${reason}`,
				range,
				section,
				field,
				help: 'Mend what it says, or take the tick away.',
			};
		}
	},
	examples: [
		{
			title: 'A question is open, and a target has no number.',
			template,
			document: document('fast', 'Open', 1, 2, 3, 4, 5),
			findings: 2,
		},
		{
			title: 'All is as the boxes say, or nobody but their author can tell.',
			template,
			document: document('20 a day', 'Resolved', 1, 2, 3, 4, 5),
			findings: 0,
		},
		{title: 'No box is ticked yet.', template, document: document('fast', 'Open'), findings: 0},
		{
			title: 'Boxes of another kind, with the same words.',
			template: template.replace('Definition of Done', 'Next steps'),
			document: document('fast', 'Open', 1, 2, 3).replace('Definition of Done', 'Next steps'),
			findings: 0,
		},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};
