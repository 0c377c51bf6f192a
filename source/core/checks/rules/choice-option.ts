import {valueRule} from '../value-fault.ts';

/** A choice that is none of the template's options. */
export const choiceOption = valueRule({
	id: 'choice-option',
	summary: 'A choice is one of the options that the template offers.',
	kinds: ['choice'],
	help: 'Take one of the options that the template names.',
	examples: [
		{
			title: 'Another word than those offered.',
			template: '# Decision\n\n**Status:** Draft | In Review | Approved\n',
			document: '# Decision\n\n**Status:** Nearly there\n',
			findings: 1,
		},
		{
			title: 'One of those offered.',
			template: '# Decision\n\n**Status:** Draft | In Review | Approved\n',
			document: '# Decision\n\n**Status:** In Review\n',
			findings: 0,
		},
	],
});
