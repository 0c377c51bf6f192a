import type {Field, Section} from '../../form/types.ts';
import {outlineOf} from '../outline.ts';
import {rangeOf} from '../place.ts';
import {countSentences, countWords} from '../sentences.ts';
import {standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';

/** More sentences or words than the heading or label allows. Fewer are the author's good right. */
export const sentenceLimit: Rule = {
	id: 'sentence-limit',
	severity: 'warn',
	summary: 'An answer keeps to the number of sentences or words that its heading or label names.',
	*run(document) {
		const standing = standingOf(document);
		for (const {section} of outlineOf(document.form).rows) {
			const ids = section.fields;
			if (!limitIn(section, section.heading) && !ids.some(id => hasLimit(standing.fields.get(id)?.field))) continue;
			const texts = ids.flatMap(id => {
				const entry = standing.fields.get(id);
				const answer = document.answers.get(id);
				const isText = entry?.field.kind === 'prose' || entry?.field.kind === 'text';
				if (!isText || entry.state !== 'answered' || answer?.state !== 'answered' || typeof answer.value !== 'string')
					return [];
				return [{field: entry.field, text: answer.value}];
			});
			for (const {limit, unit, where, held} of limitsOf(section, texts)) {
				const whole = held.map(({text}) => text).join('\n\n');
				const count = unit === 'sentence' ? countSentences(whole) : countWords(whole);
				const first = held[0];
				if (!first || count <= limit) continue;
				yield {
					reason: `${where} asks for at most ${limit} ${unit}${limit === 1 ? '' : 's'}; there are ${count}.`,
					range: rangeOf(document, first.field.id),
					section: section.id,
					field: first.field.id,
					help: 'Shorten it, or move the rest to where the details stand.',
				};
			}
		}
	},
	examples: [
		{
			title: 'Four sentences where three are the most.',
			template: '# Plan\n\n## Summary (2–3 sentences)\n\nWhat changes, and why now?\n',
			document:
				'# Plan\n\n## Summary (2–3 sentences)\n\nWe sign events. The key is new. It lives in the vault. Nobody else has it.\n',
			findings: 1,
		},
		{
			title: 'Two sentences with dots inside.',
			template: '# Plan\n\n## Summary (2–3 sentences)\n\nWhat changes, and why now?\n',
			document:
				'# Plan\n\n## Summary (2–3 sentences)\n\nWe sign events, e.g. Orders of v1.2, at sign.example.org. It takes 3.5 ms.\n',
			findings: 0,
		},
	],
};

type Held = readonly {readonly field: Field; readonly text: string}[];
type Limit = {readonly limit: number; readonly unit: 'sentence' | 'word'; readonly where: string; readonly held: Held};

function limitsOf(section: Section, texts: Held): readonly Limit[] {
	const own = limitIn(section, section.heading);
	const found: Limit[] = own ? [{...own, where: `"${section.title}"`, held: texts}] : [];
	for (const one of texts) {
		const limit = one.field.label === section.title ? undefined : limitIn(one.field, one.field.label);
		if (limit) found.push({...limit, where: `"${one.field.label}"`, held: [one]});
	}
	return found;
}

const numerals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const numeral = `\\d+|${numerals.slice(1).join('|')}`;
const pattern = new RegExp(
	`[(\\[][^()\\[\\]]*?(?:(?:${numeral})\\s*(?:[-–—]|to|or)\\s*)?\\b(${numeral})\\s+(sentence|word)s?\\b[^()\\[\\]]*[)\\]]`,
	'i',
);

type Words = Pick<Limit, 'limit' | 'unit'>;

const known = new WeakMap<Section | Field, Words | {readonly limit: undefined}>();

/** What a section's heading or a field's label asks for, read once. */
function limitIn(owner: Section | Field, text: string): Words | undefined {
	const found = known.get(owner) ?? parseLimit(text) ?? {limit: undefined};
	known.set(owner, found);
	return found.limit === undefined ? undefined : found;
}

function hasLimit(field: Field | undefined): boolean {
	return field !== undefined && limitIn(field, field.label) !== undefined;
}

/** The most that words such as "(2–3 sentences)", "(one sentence)", "(max 50 words)" allow; "at least" is no limit. */
function parseLimit(text: string): Words | undefined {
	const match = pattern.exec(text);
	const [whole, amount, unit] = match ?? [];
	if (
		!whole ||
		!amount ||
		!unit ||
		/\b(?:at least|min(?:imum)?\b|more than|or more)/i.test(whole.replace(/\bno more than\b/i, ''))
	)
		return undefined;
	const word = numerals.indexOf(amount.toLowerCase());
	return {limit: word >= 0 ? word : Number(amount), unit: unit.toLowerCase() === 'word' ? 'word' : 'sentence'};
}
