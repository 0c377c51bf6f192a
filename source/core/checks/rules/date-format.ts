import {valueRule} from '../value-fault.ts';

/** A date that is none, or not in the template's format. */
export const dateFormat = valueRule({
	id: 'date-format',
	summary: 'A date exists in the calendar and has the format of the template.',
	kinds: ['date'],
	help: 'Write the date as the template does, such as 2026-03-09.',
	examples: [
		{
			title: 'A day that does not exist.',
			template: '# Decision\n\n**Date:** YYYY-MM-DD\n',
			document: '# Decision\n\n**Date:** 2026-02-30\n',
			findings: 1,
		},
		{
			title: 'A leap day.',
			template: '# Decision\n\n**Date:** YYYY-MM-DD\n',
			document: '# Decision\n\n**Date:** 2028-02-29\n',
			findings: 0,
		},
		{
			title: 'A cell of a table.',
			template: '# Plan\n\n## Log\n\n| Date | What |\n| --- | --- |\n| YYYY-MM-DD | [what] |\n',
			document: '# Plan\n\n## Log\n\n| Date | What |\n| --- | --- |\n| 2026-03-09 | Begun |\n| 2026-13-09 | Ended |\n',
			findings: 1,
		},
	],
});
