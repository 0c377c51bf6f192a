import {nearest} from '../../form/index.ts';
import {anchorsOf} from '../heading-links.ts';
import {linkTargets, type LinkTarget} from '../link-targets.ts';
import {nameOf} from '../naming.ts';
import {rangeOf} from '../place.ts';
import {standingOf} from '../standing.ts';
import type {Facts, Rule} from '../types.ts';

/**
 * A link in a field for links that leads to no file or to no heading of the document. Paths are relative to the document,
 * as everything that shows Markdown has it; they come in as facts. What nobody looked up is left alone.
 */
export const linkTarget: Rule = {
	id: 'link-target',
	severity: 'warn',
	summary: 'A link to a file or a heading leads there.',
	*run(document, facts) {
		let anchors: ReadonlySet<string> | undefined;
		for (const entry of standingOf(document).fields.values()) {
			const {field} = entry;
			if (entry.state !== 'answered') continue;
			for (const target of linkTargets(field, document.answers.get(field.id))) {
				if (target.type === 'anchor') anchors ??= anchorsOf(document);
				const fault = faultIn(target, facts, anchors);
				if (!fault) continue;
				yield {
					reason: `${nameOf(entry)}: ${fault.words}`,
					...fault,
					range: rangeOf(document, field.id),
					section: field.section,
					field: field.id,
				};
			}
		}
	},
	examples: [
		{
			title: 'No such heading.',
			template: '# Decision\n\n- **See:** [path or URL]\n\n## Risks\n\n[Risks]\n',
			document: '# Decision\n\n- **See:** [the risks](#risk)\n\n## Risks\n\nNone.\n',
			findings: 1,
		},
		{
			title: 'Headings, with signs in them, in code and twice.',
			template: '# Decision\n\n- **See:** [links]\n\n## Risks\n\n[Risks]\n',
			document:
				'# Decision\n\n- **See:** [a](#2-what-if--why), [b](#risks-1)\n\n## Risks\n\nNone.\n\n## 2. What `if` / why?\n\nA.\n\n## Risks\n\nB.\n',
			findings: 0,
		},
		{
			title: 'A path that was not looked up, a ticket and a web address.',
			template: '# Decision\n\n- **See:** [links]\n',
			document: '# Decision\n\n- **See:** docs/page.md, #123, https://example.org/#nowhere\n',
			findings: 0,
		},
	],
};

type Fault = {readonly words: string; readonly help: string};

function faultIn({type, to}: LinkTarget, {paths}: Facts, anchors: ReadonlySet<string> | undefined): Fault | undefined {
	if (type === 'anchor') {
		if (!anchors || anchors.has(to.toLowerCase())) return undefined;
		const meant = nearest(to, anchors);
		const help =
			meant === undefined
				? 'A link has the heading’s words in lower case, with hyphens between them.'
				: `Did you mean #${meant}?`;
		return {words: `no heading of this document is #${to}.`, help};
	}

	switch (paths.get(to)) {
		case 'missing':
			return {
				words: `there is no “${to}” beside this document.`,
				help: 'A path begins in the folder of the document; check how it is written.',
			};
		case 'outside':
			return {
				words: `“${to}” leads out of the project and is not looked up.`,
				help: 'Name a file of the project, or give a web address.',
			};
		default:
			return undefined;
	}
}
