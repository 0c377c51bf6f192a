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
		{
			title: 'In other letters, and written out.',
			template: '# Decision\n\n**Status:** Draft | In Review | Approved\n\n**Impact:** Low | Med | High\n',
			document: '# Decision\n\n**Status:** in review\n\n**Impact:** Medium\n',
			findings: 0,
		},
		{
			title: 'Two cells of a table.',
			template: '# Plan\n\n## Risks\n\n| Risk | Impact |\n| --- | --- |\n| [risk] | Low/Med/High |\n',
			document:
				'# Plan\n\n## Risks\n\n| Risk | Impact |\n| --- | --- |\n| Fire | Huge |\n| Flood | High |\n| Frost | Some |\n',
			findings: 2,
		},
	],
});
