import {readForm} from '../../form/index.ts';
import type {Document} from '../../form/types.ts';
import {isOwnForm} from '../standing.ts';
import type {Rule} from '../types.ts';

/** Front matter that does not parse. The document is then read as text; nothing in it is evaluated. */
export const frontMatter: Rule = {
	id: 'front-matter',
	severity: 'warn',
	summary: 'Front matter parses.',
	*run(document) {
		for (const fault of faultsOf(document)) {
			yield {
				reason: fault.reason,
				range: fault.range,
				help:
					fault.code === 'front-matter.unclosed'
						? 'Close it with a line like the first one; until then its lines are plain text.'
						: 'Mend the lines between the two "---"; until then they are kept as plain text.',
			};
		}
	},
	examples: [
		{
			title: 'A quote that never ends.',
			template: '---\nstatus: draft\n---\n\n# Plan\n\n- **Owner:** [name]\n',
			document: '---\nstatus: "draft\n---\n\n# Plan\n\n- **Owner:** Ada\n',
			findings: 1,
		},
		{
			title: 'Sound front matter.',
			template: '---\nstatus: draft\n---\n\n# Plan\n\n- **Owner:** [name]\n',
			document: '---\nstatus: done\n---\n\n# Plan\n\n- **Owner:** Ada\n',
			findings: 0,
		},
	],
};

function faultsOf(document: Document): Document['form']['faults'] {
	return allFaults(document).filter(({code}) => code.startsWith('front-matter.'));
}

function allFaults(document: Document): Document['form']['faults'] {
	if (isOwnForm(document)) return document.form.faults;
	// The form is the template's, so that the document's own front matter is read here; the rest need not be.
	const head = /^\uFEFF?---[ \t]*(?:\r\n|\n|\r)[\s\S]*?(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/.exec(
		document.source,
	)?.[0];
	const template = document.form.bound?.template ?? document.form;
	return head === undefined || template.source.startsWith(head) ? [] : readForm(head).faults;
}
