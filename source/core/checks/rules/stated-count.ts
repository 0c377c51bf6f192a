import {rangeOf} from '../place.ts';
import {statedCounts} from '../stated-counts.ts';
import type {Rule} from '../types.ts';

const template =
	'# Plan\n\nThe desk is run in [number] modes:\n\n## Mode 1: [Name]\n\n[What it does]\n\n## Mode 2: [Name]\n\n[What it does]\n';
const saying = (number: string, ...names: readonly string[]): string =>
	`# Plan\n\nThe desk is run in ${number} modes:\n\n${names.map((name, at) => `## Mode ${at + 1}: ${name}\n\nIt ${name === '[Name]' ? '…' : 'runs'}.\n`).join('\n')}`;

/** A sentence that says how many blocks there are, above another number of them. A number that is no whole one is left alone. */
export const statedCount: Rule = {
	id: 'stated-count',
	severity: 'warn',
	summary: 'A number of blocks that a sentence states is how many of them there are.',
	*run(document) {
		for (const {entry, text, stated, counted, label} of statedCounts(document)) {
			if (stated === counted) continue;
			const {id, section} = entry.field;
			yield {
				reason: `"${text}" is said of "${label}", and ${counted === 1 ? 'there is 1' : `there are ${counted}`}.`,
				range: rangeOf(document, id),
				section,
				field: id,
				help: 'Say how many there are.',
			};
		}
	},
	examples: [
		{
			title: 'Two are said to be there, and three are described.',
			template,
			document: saying('two', 'Day', 'Night', 'Holidays'),
			findings: 1,
		},
		{title: 'In digits.', template, document: saying('3', 'Day', 'Night'), findings: 1},
		{title: 'As many as there are.', template, document: saying('three', 'Day', 'Night', 'Holidays'), findings: 0},
		{title: 'In words that are no number.', template, document: saying('several', 'Day', 'Night'), findings: 0},
		{
			title: 'A number of something else.',
			template: template.replace('modes', 'towns'),
			document: saying('five', 'Day', 'Night').replace('modes', 'towns'),
			findings: 0,
		},
		{
			title: 'One of the blocks is still blank.',
			template,
			document: template.replace('[number]', 'one').replace('[Name]', 'Day').replace('[What it does]', 'It runs.'),
			findings: 0,
		},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};
