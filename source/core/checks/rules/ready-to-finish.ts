import {isServed, shorten} from '../leftover.ts';
import {nameOf} from '../naming.ts';
import {standingOf, textAt} from '../standing.ts';
import type {Rule} from '../types.ts';

/**
 * What keeps a document at 99 % when nothing that counts is open: text of the template that finishing takes out. Before
 * that the author still needs it, and what is wrong already has an error of its own.
 */
export const readyToFinish: Rule = {
	id: 'ready-to-finish',
	severity: 'info',
	summary: 'Nothing is open, but text of the template still stands that finishing takes out.',
	*run(document) {
		const standing = standingOf(document);
		if ([...standing.fields.values()].some(entry => entry.counts && !entry.answered)) return;
		for (const left of standing.leftovers) {
			if (left.role === 'marker' || isServed(left, standing)) continue;
			yield {
				reason: `This is still the template's: "${shorten(left.text)}"`,
				range: left.range,
				section: left.section,
				help: 'Finish the document, or remove it.',
			};
		}
		for (const blank of standing.openBlanks) {
			const range = document.spans.get(blank.field.id);
			if (!range) continue;
			yield {
				reason: `${nameOf(blank)} was not needed, and still has the template's "${shorten(textAt(document, blank.field.id))}"`,
				range,
				section: blank.field.section,
				field: blank.field.id,
				help: 'Finish the document, answer it, or remove it.',
			};
		}
	},
	examples: [
		{
			title: 'All that is required is there, and what is optional still has its blank.',
			template: '# Plan\n\n## Reason\n\n[Why now]\n\n## Notes\n\n- Cost (optional): [a number]\n',
			document: '# Plan\n\n## Reason\n\nReaders wait less.\n\n## Notes\n\n- Cost (optional): [a number]\n',
			findings: 1,
		},
		{
			title: 'Something required is open: the text is still needed.',
			template: '# Plan\n\n## Reason\n\n[Why now]\n\n## Notes\n\n- Cost (optional): [a number]\n',
			document: '# Plan\n\n## Reason\n\n[Why now]\n\n## Notes\n\n- Cost (optional): [a number]\n',
			findings: 0,
		},
		{
			title: 'Finished.',
			template: '# Plan\n\n## Reason\n\n[Why now]\n\n## Notes (optional)\n\n[anything else]\n',
			document: '# Plan\n\n## Reason\n\nReaders wait less.\n',
			findings: 0,
		},
	],
};
