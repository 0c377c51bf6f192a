import {valueRule} from '../value-fault.ts';

/** Every other value that can't be written or read where it stands: a newline in a heading, an unclosed fence. */
export const valueForm = valueRule({
	id: 'value-form',
	summary: 'An answer can be written where it stands, and read back.',
	kinds: ['text', 'prose', 'list', 'checklist', 'table', 'code', 'person', 'record'],
	help: 'Change the answer so that it fits its place.',
	examples: [
		{
			title: 'Prose with Markdown in it.',
			template: '# Decision\n\n## Context\n\n[Why now]\n',
			document: '# Decision\n\n## Context\n\nThe key `k1` expires:\n\n- soon\n- for good\n',
			findings: 0,
		},
		{
			title: 'A fence that takes in all that comes behind it.',
			template: '# Decision\n\n## Context\n\n[Why now]\n',
			document: '# Decision\n\n## Context\n\nThe key expires:\n\n```text\nnotAfter=2026-05-01\n',
			findings: 1,
		},
	],
});
