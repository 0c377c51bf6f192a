import {evidenceParagraphs, placeOf} from '../evidence.ts';
import {pathsIn} from '../evidence-paths.ts';
import {beginnings, notFoundAnywhere} from '../link-targets.ts';
import type {Rule} from '../types.ts';

const asking = '# Plan\n\n> Close every paragraph with an `Evidence:` line.\n\n## Context\n\n[Where things stand]\n';

/** A document of it, without the guidance. */
const written = (text: string): string => `# Plan\n\n## Context\n\n${text}\n`;

/**
 * Evidence that names a file which is in none of the folders where its path may begin: the document's, and those above it in
 * the project. They come in as facts; what nobody looked up is left alone.
 */
export const evidenceTarget: Rule = {
	id: 'evidence-target',
	severity: 'warn',
	summary: 'A file that evidence names is there.',
	*run(document, {paths}) {
		for (const {entry, name, claims} of evidenceParagraphs(document)) {
			for (const {isGap, text, range} of claims) {
				for (const path of isGap ? [] : pathsIn(text)) {
					const found = beginnings(path).map(one => paths.get(one));
					if (found[0] === undefined || found.some(fact => fact !== 'missing' && fact !== 'outside')) continue;
					const {words, help} = notFoundAnywhere(path);
					const at = document.source.indexOf(path, range.from);
					yield {
						reason: `${name}: ${words}`,
						words,
						range: at < 0 || at >= range.to ? range : {from: at, to: at + path.length},
						...placeOf(entry),
						help,
					};
				}
			}
		}
	},
	examples: [
		{
			title: 'Nobody looked whether the file is there.',
			template: asking,
			document: written('Queues grow.\nEvidence: src/queue.ts:12'),
			findings: 0,
		},
	],
};
