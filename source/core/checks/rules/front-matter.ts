import type {Document, Range} from '../../form/types.ts';
import {isOwnForm, standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';
import {yamlFault} from '../yaml-fault.ts';

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
				help: 'Mend the lines between the two "---"; until then they are kept as plain text.',
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

type Fault = {readonly reason: string; readonly range: Range};

function faultsOf(document: Document): readonly Fault[] {
	if (isOwnForm(document) && document.form.faults.length > 0) return document.form.faults;
	const match = /^(\uFEFF?---[ \t]*(?:\r\n|\n|\r))([\s\S]*?)(?:\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|$)/.exec(
		document.source,
	);
	const [, fence = '', content = ''] = match ?? [];
	// A rule above a paragraph is no front matter, and open blanks need not be YAML.
	if (!/^[\w"'-][^\n]*?:(?:\s|$)/m.test(content) || hasOpenBlank(document)) return [];
	const fault = yamlFault(content);
	if (!fault) return [];
	return [{reason: `${fault.reason}.`, range: {from: fence.length + fault.from, to: fence.length + fault.to}}];
}

function hasOpenBlank(document: Document): boolean {
	return Array.from(standingOf(document).fields.values()).some(
		({field, state}) => field.place.at === 'yaml' && state === 'empty',
	);
}
