import {leftoverRule} from '../leftover.ts';

/** Text that speaks to the author, left standing beside his answer. */
export const guidanceLeft = leftoverRule({
	id: 'guidance-left',
	summary: 'No instruction of the template is left where the answer is given.',
	roles: ['guidance', 'repeat-note'],
	reason: text => `This still speaks to the author: "${text}"`,
	help: 'Remove it; the answer stands already.',
	examples: [
		{
			title: 'The answer is there, and so is the instruction.',
			template: '# Decision\n\n## Context\n\n> Say what forces the decision.\n\n[Why now]\n',
			document: '# Decision\n\n## Context\n\n> Say what forces the decision.\n\nThe old key expires.\n',
			findings: 1,
		},
		{
			title: 'Nothing is answered yet: the instruction is still needed.',
			template: '# Decision\n\n## Context\n\n> Say what forces the decision.\n\n[Why now]\n',
			document: '# Decision\n\n## Context\n\n> Say what forces the decision.\n\n[Why now]\n',
			findings: 0,
		},
		{
			title: 'A quotation of the author.',
			template: '# Decision\n\n## Context\n\n> Say what forces the decision.\n\n[Why now]\n',
			document: '# Decision\n\n## Context\n\nThe auditor wrote:\n\n> Keys are to be changed once a year.\n',
			findings: 0,
		},
	],
});
