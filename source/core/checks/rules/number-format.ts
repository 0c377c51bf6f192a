import {valueRule} from '../value-fault.ts';

/** Words where a number is asked for. */
export const numberFormat = valueRule({
	id: 'number-format',
	summary: 'A number is a number.',
	kinds: ['number'],
	help: 'Write digits; the unit stands beside them already.',
	examples: [
		{
			title: 'No field of the document asks for a number.',
			template: '# Limits\n\n**Owner:** [name]\n',
			document: '# Limits\n\n**Owner:** Ada\n',
			findings: 0,
		},
	],
});
