import {leftoverRule} from '../leftover.ts';

/** Example content of the template that was left among the answers. */
export const sampleLeft = leftoverRule({
	id: 'sample-left',
	summary: "No sample of the template stands among the author's own words.",
	roles: ['sample', 'example'],
	reason: text => `This is the template's sample: "${text}"`,
	help: 'Replace it with your own, or remove it.',
	examples: [
		{
			title: 'Only what the author wrote.',
			template: '# Decision\n\n## Context\n\n[Why now]\n\n[Example: the certificate ends in May.]\n',
			document: '# Decision\n\n## Context\n\nThe old key expires.\n',
			findings: 0,
		},
	],
});
