import {gateOf} from '../gate/index.ts';
import type {Rule} from '../types.ts';

const template =
	'# Plan\n\n## Desks\n\n| Desk | Target |\n| --- | --- |\n| <desk> | <number> |\n\n## Quality gate\n\n- [ ] Targets of all desks are numeric\n- [ ] No placeholder is left\n- [ ] The team has read it\n';

/** What follows from the document and nobody has ticked, once for a gate. */
export const qualityGateUnticked: Rule = {
	id: 'quality-gate-unticked',
	severity: 'info',
	summary: 'The boxes of a quality gate are ticked whose claims the document itself shows to be so.',
	*run(document, facts, severities) {
		const boxes = gateOf(document, facts, severities).filter(({isTicked, verdict}) => !isTicked && verdict === 'met');
		for (const [field, [first, ...others]] of Map.groupBy(boxes, box => box.field)) {
			if (!first) continue;
			const more = others.length === 0 ? '' : `, and so are ${others.length} more`;
			yield {
				reason: `“${first.text}” is not ticked, and is so${more}: ${first.reason}`,
				range: first.range,
				section: first.section,
				field,
				help: 'Tick what is so, by hand or with: specwright fix FILE --only gate',
			};
		}
	},
	examples: [
		{
			title: 'Two that are so and not ticked.',
			template,
			document: template.replace('| <desk> | <number> |', '| Harbour | 20 |'),
			findings: 1,
		},
		{
			title: 'Ticked; the third is for its author.',
			template,
			document: template
				.replace('| <desk> | <number> |', '| Harbour | 20 |')
				.replace('[ ] Targets', '[x] Targets')
				.replace('[ ] No', '[x] No'),
			findings: 0,
		},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};
