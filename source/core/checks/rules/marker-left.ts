import {leftoverRule} from '../leftover.ts';

/** "(required)" behind a heading that is answered. Finishing removes it; until then it is no fault. */
export const markerLeft = {
	...leftoverRule({
		id: 'marker-left',
		summary: 'A finished heading has lost its "(required)" or "(optional)".',
		roles: ['marker'],
		reason: text => `The marker "${text}" still stands.`,
		help: 'Finishing the document removes it.',
		examples: [
			{
				title: 'The section is open: the marker has its use.',
				template: '# Decision\n\n## Context (required)\n\n[Why now]\n',
				document: '# Decision\n\n## Context (required)\n\n[Why now]\n',
				findings: 0,
			},
			{
				title: 'The section is answered and without its marker.',
				template: '# Decision\n\n## Context (required)\n\n[Why now]\n',
				document: '# Decision\n\n## Context\n\nThe old key expires.\n',
				findings: 0,
			},
		],
	}),
	severity: 'info' as const,
};
