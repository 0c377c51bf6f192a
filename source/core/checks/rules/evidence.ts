import {evidenceLabels} from '../../form/index.ts';
import {evidenceParagraphs, placeOf} from '../evidence.ts';
import type {Rule} from '../types.ts';

const asking =
	'# Plan\n\n> Every paragraph must end with an `Evidence:` line or an `Evidence gap:` line.\n\n## Context\n\n[Where things stand]\n';

/** A document of it, without the guidance. */
const written = (text: string): string => `# Plan\n\n## Context\n\n${text}\n`;

/**
 * A paragraph of an author's prose without the evidence that the template wants at its end, in whatever words the template
 * says so. What claims nothing needs none: headings, lists, tables, code, quotes, and lines that introduce or point elsewhere.
 */
export const evidence: Rule = {
	id: 'evidence',
	severity: 'warn',
	summary: 'Where the template asks for evidence, each paragraph of prose ends with it or admits a gap.',
	*run(document) {
		const labels = evidenceLabels(document.form);
		if (!labels) return;
		const wanted = [...labels.sources, ...labels.gaps].map(label => `"${label}:"`).join(' or ');
		for (const {entry, name, range, claims, goesOn} of evidenceParagraphs(document)) {
			const empty = claims.find(({text}) => text === '');
			if (claims.length > 0 && !empty && !goesOn) continue;
			const words = empty
				? `nothing stands behind "${empty.label}:".`
				: goesOn
					? 'this paragraph goes on behind its evidence.'
					: `this paragraph ends without ${wanted}.`;
			yield {
				reason: `${name}: ${words}`,
				words,
				range: empty?.range ?? range,
				...placeOf(entry),
				help:
					empty || !goesOn ? `Name its source, or say what is missing.` : 'Part them, or put the evidence at the end.',
			};
		}
	},
	examples: [
		{
			title: 'The second of two paragraphs has none.',
			template: asking,
			document: written('Queues grow.\nEvidence: src/queue.ts:12\n\nReaders leave.'),
			findings: 1,
		},
		{
			title: 'On a line of its own, at the end of a line, in a paragraph of its own, in bold, and as a gap.',
			template: asking,
			document: written(
				'Queues grow.\nEvidence: src/queue.ts; https://example.org/a\n\nReaders leave. Evidence: notes/survey.md\n\nStaff help.\n\n**Evidence:** an interview\n\nIt costs.\nEvidence gap: nobody counted — Impact: low — Owner: Ada',
			),
			findings: 0,
		},
		{
			title: 'What claims nothing.',
			template: asking,
			document: written(
				'**In short**\n\n- a list\n- of points\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n```ts\ncode();\n```\n\n> a quote\n\n---\n\n![a picture](a.png)\n\nSee §4.\n\nThree steps follow:\n\n1. one\n2. two',
			),
			findings: 0,
		},
		{
			title: 'A label with nothing behind it, evidence in the middle, and a word that is no label.',
			template: asking,
			document: written(
				'Queues grow.\nEvidence:\n\nReaders leave.\nEvidence: notes/survey.md\nThey come back only in autumn.\n\nThere is evidence: queues grow.',
			),
			findings: 3,
		},
		{
			title: 'Other words and another language.',
			template: '# Plan\n\n> Jeder Absatz endet mit `Beleg:` oder `Beleglücke:`.\n\n## Lage\n\n[Was ist]\n',
			document:
				'# Plan\n\n## Lage\n\nDie Schlange wächst.\nBeleg: src/queue.ts\n\nLeser gehen.\nBeleglücke: niemand zählte\n\nEs kostet.\n',
			findings: 1,
		},
		{
			title: 'A section of the author’s own, and one that gathers evidence.',
			template: `${asking}\n## Evidence map\n\n[Sources]\n`,
			document: `${written('Queues grow.\nEvidence: src/queue.ts')}\n## Rejected\n\nWe tried a timer.\n\nIt was slow.\nEvidence: docs/trial.md\n\n**Decided by:** Ada\n\n## Evidence map\n\nNone.\n\n### Older evidence\n\nA box of letters.\n`,
			findings: 1,
		},
		{
			title: 'A template that asks for nothing of the kind.',
			template:
				'# Plan\n\n> Each paragraph ends with a full stop; evidence is welcome.\n\n## Context\n\n[Where things stand]\n',
			document: '# Plan\n\n## Context\n\nQueues grow.\n',
			findings: 0,
		},
		{
			title: 'Nobody has begun.',
			template: asking,
			document: asking,
			findings: 0,
		},
	],
};
