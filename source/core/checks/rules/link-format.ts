import {valueRule} from '../value-fault.ts';

/** A link or path that can't be one. What it points to is never fetched. */
export const linkFormat = valueRule({
	id: 'link-format',
	summary: 'A link is a web address or a path.',
	kinds: ['link'],
	help: 'Write a web address such as https://example.org/page or a path such as docs/page.md.',
	examples: [
		{
			title: 'A path.',
			template: '# Decision\n\n- **Runbook:** [path or URL]\n',
			document: '# Decision\n\n- **Runbook:** docs/runbook.md\n',
			findings: 0,
		},
	],
});
