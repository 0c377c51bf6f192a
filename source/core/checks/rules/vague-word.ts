import {masked} from '../masked.ts';
import {nameOf} from '../naming.ts';
import {standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';
import {vagueWords} from '../vague-words.ts';

const template = '# Plan\n\n## Behaviour\n\n[What it does]\n';
const saying = (words: string): string => `# Plan\n\n## Behaviour\n\n${words}\n`;

/**
 * Words with which a document leaves a decision to whoever builds by it. A hint, once a field: whether they are meant so only
 * the author knows. Code, quotes, and words in quotation marks are left alone.
 */
export const vagueWord: Rule = {
	id: 'vague-word',
	severity: 'info',
	summary: 'No words such as "if possible" leave open what is to be built.',
	*run(document) {
		for (const entry of standingOf(document).fields.values()) {
			const {field, state} = entry;
			const span = document.spans.get(field.id);
			if (state !== 'answered' || !span || field.kind === 'code') continue;
			const text = masked(document.source.slice(span.from, span.to))
				.replace(/^[ \t]*>[^\r\n]*/gm, hidden)
				.replace(/["“„«][^"”“»\r\n]{0,200}["”“»]/g, hidden);
			const found = [...text.matchAll(vagueWords)];
			const [first] = found;
			if (!first) continue;
			const more = found.length > 1 ? ` and ${found.length - 1} more of the kind` : '';
			const from = span.from + first.index;
			yield {
				reason: `${nameOf(entry)} says "${first[0]}"${more}.`,
				range: {from, to: from + first[0].length},
				section: field.section,
				field: field.id,
				help: 'Say when, how much or who decides, if it matters.',
			};
		}
	},
	examples: [
		{
			title: 'Two of them in one field.',
			template,
			document: saying('It retries if possible, and stops as soon as possible.'),
			findings: 1,
		},
		{
			title: 'In code, in a quote, in quotation marks, and inside other words.',
			template,
			document: saying(
				'It prints `if possible`. The log says "if possible".\n\n> as needed\n\nAs-needed scaling is off.',
			),
			findings: 0,
		},
		{title: 'Another language.', template, document: saying('Es wird zeitnah gelöscht.'), findings: 1},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};

function hidden(text: string): string {
	return text.replace(/[^\r\n]/g, ' ');
}
