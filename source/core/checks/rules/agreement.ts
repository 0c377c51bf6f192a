import {disagreements} from '../asked-twice.ts';
import {nameOf} from '../naming.ts';
import {rangeOf} from '../place.ts';
import type {Rule} from '../types.ts';

const template =
	'# Plan\n\n## Lifecycle\n\n- Retention policy: <how long>\n- PII: <yes/no + details>\n\n## Tables\n\n### Table: <name>\n\n- Retention: <duration>\n- PII classification: none | low | high\n';
const saying = (lifecycle: readonly [string, string], table: readonly [string, string]): string =>
	`# Plan\n\n## Lifecycle\n\n- Retention policy: ${lifecycle[0]}\n- PII: ${lifecycle[1]}\n\n## Tables\n\n### Table: hold\n\n- Retention: ${table[0]}\n- PII classification: ${table[1]}\n`;
const listed =
	'# Plan\n\n## Design\n\n| Component | Status |\n| --- | --- |\n| <name> | planned/current |\n\n### Component: <name>\n\n- Status: planned | current\n';

/**
 * What is asked for in two places and answered in two ways. Only what a program can tell apart is compared: lengths of time,
 * shares, choices and names. A hint, for both may be meant.
 */
export const agreement: Rule = {
	id: 'agreement',
	severity: 'info',
	summary: 'What is asked for in two places has the same answer in both.',
	*run(document) {
		for (const {first, second, said, about} of disagreements(document)) {
			const of = about === undefined ? '' : ` for "${about}"`;
			yield {
				reason: `${nameOf(second)} says "${said[1]}"; ${nameOf(first)} says "${said[0]}"${of}.`,
				range: rangeOf(document, second.field.id),
				section: second.field.section,
				field: second.field.id,
				help: 'Say the same in both places, or why they differ.',
			};
		}
	},
	examples: [
		{
			title: 'Two lengths of time for one thing, and personal data that are both there and not.',
			template,
			document: saying(['30 days', 'yes, names'], ['90 days', 'none']),
			findings: 2,
		},
		{
			title: 'The same in other words, and what cannot be compared.',
			template,
			document: saying(['one row per hold, 12 months', 'yes, names'], ['1 year', 'high']),
			findings: 0,
		},
		{
			title: 'A table that says another status than the block it names.',
			template: listed,
			document:
				'# Plan\n\n## Design\n\n| Component | Status |\n| --- | --- |\n| Signer | planned |\n| Store | current |\n\n### Component: Signer\n\n- Status: current\n\n### Component: Store\n\n- Status: current\n',
			findings: 1,
		},
		{
			title: 'A label that stands in three places, each about something else.',
			template:
				'# Plan\n\n## Logs\n\n- Retention: <time>\n\n## Backups\n\n- Retention: <time>\n\n## Rows\n\n- Retention: <time>\n',
			document:
				'# Plan\n\n## Logs\n\n- Retention: 7 days\n\n## Backups\n\n- Retention: 35 days\n\n## Rows\n\n- Retention: 1 year\n',
			findings: 0,
		},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};
