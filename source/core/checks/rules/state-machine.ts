import {stateless, stateMachines} from '../asked-words.ts';
import {rangeOf} from '../place.ts';
import {standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';

const template =
	'# Plan\n\n## Component: <name>\n\n### State machine (required or N/A with reason)\n\n```mermaid\nstateDiagram-v2\n  [*] --> Waiting\n```\n';
const saying = (words: string): string => `# Plan\n\n## Component: Signer\n\n### State machine\n\n${words}\n`;

/**
 * A component that is called stateless without a word on why. That there is neither a state machine nor "not applicable", and
 * that "N/A" gives no reason at all, is told by the rules for every answer.
 */
export const stateMachine: Rule = {
	id: 'state-machine',
	severity: 'warn',
	summary: 'A component without a state machine says why it keeps no state.',
	*run(document) {
		const {fields, notApplicable} = standingOf(document);
		for (const {field, row, state} of fields.values()) {
			if (state !== 'not-applicable') continue;
			const title = [field.label, row?.section.title ?? ''].find(label => stateMachines.test(label));
			if (title === undefined) continue;
			const whole = row?.lineage.find(({section}) => notApplicable.has(section.id))?.section.id;
			const answer = document.answers.get(whole ?? field.id);
			if (answer?.state !== 'not-applicable' || !stateless.test(answer.reason.replace(/[.!\s]+$/, ''))) continue;
			yield {
				reason: `"${title}" says "${answer.reason}", and not why.`,
				range: rangeOf(document, field.id),
				section: field.section,
				field: field.id,
				help: 'Say it behind the word: "N/A (stateless) — each call depends on what it is given alone".',
			};
		}
	},
	examples: [
		{title: 'A word alone.', template, document: saying('N/A (stateless)'), findings: 1},
		{
			title: 'The words that a template may ask for, without a reason.',
			template,
			document: saying('State machine: N/A (stateless)'),
			findings: 1,
		},
		{
			title: 'The same with its reason.',
			template,
			document: saying('State machine: N/A (stateless) — each call depends on what it is given alone.'),
			findings: 0,
		},
		{
			title: 'A diagram.',
			template,
			document: saying('```mermaid\nstateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy\n```'),
			findings: 0,
		},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};
