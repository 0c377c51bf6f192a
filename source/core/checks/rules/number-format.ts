import {valueRule} from '../value-fault.ts';

/** Words where a number is asked for. */
export const numberFormat = valueRule({
	id: 'number-format',
	summary: 'A number is a number.',
	kinds: ['number'],
	help: 'Begin with the number; a unit may follow.',
	examples: [
		{
			title: 'A word where a number is asked for.',
			template: '# Limits\n\n- **Max retries:** [3]\n',
			document: '# Limits\n\n- **Max retries:** a few\n',
			findings: 1,
		},
		{
			title: 'A number.',
			template: '# Limits\n\n- **Max retries:** [3]\n',
			document: '# Limits\n\n- **Max retries:** 5\n',
			findings: 0,
		},
	],
});
