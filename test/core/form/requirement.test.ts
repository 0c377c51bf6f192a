/** How much is needed, in every place and wording in which templates say so. */

import {describe, expect, test} from 'vitest';
import {bind, expand, match, readForm} from '../../../source/core/form/index.ts';
import {sectionsOf} from './reading.ts';

const headed = (heading: string, under = 'What is it?') => {
	const section = sectionsOf(readForm(`# A b c\n\n## ${heading}\n\n${under}\n`)).at(-1)!;
	return [section.title, section.requirement];
};

const labelled = (line: string) => readForm(`# A b c\n\n## Part\n\n- First: <x>\n- ${line}\n`).fields.at(-1)!;

describe('a section', () => {
	test.each([
		['Cost (required)', 'required'],
		['Cost *(mandatory)*', 'required'],
		['Cost [Optional]', 'optional'],
		['Cost <optional>', 'optional'],
		['Cost {optional}', 'optional'],
		['Cost – optional', 'optional'],
		['Optional: Cost', 'optional'],
		['Cost（必須）', 'required'],
		['Cost (not required)', 'optional'],
		['Cost (if applicable)', 'conditional'],
		['Cost (RNIA)', 'required'],
	])('%s', (heading, requirement) => {
		expect(headed(heading)).toEqual(['Cost', requirement]);
	});

	test.each(['Cost (implementation)', 'Cost (200)', 'Cost (Mermaid)', 'Cost (with rationale)'])(
		'unmarked: %s',
		heading => {
			expect(headed(heading)[1]).toBe('unspecified');
		},
	);

	test('is marked by a line of its own', () => {
		const [section] = sectionsOf(readForm('# A b c\n\n## Cost\n\nREQUIRED FOR RELEASE\n\nWhat is it?\n')).slice(-1);
		expect([section!.requirement, section!.condition]).toEqual(['required', 'FOR RELEASE']);
	});

	test('is not marked by a sentence that speaks of something required', () => {
		expect(headed('Cost', 'Required fields are those with a star.')[1]).toBe('unspecified');
	});
});

describe('a field', () => {
	test.each([
		['Ticket: <optional link>', 'optional', 'Ticket'],
		['Notes: <optional>', 'optional', 'Notes'],
		['Plan: {plan, optional}', 'optional', 'Plan'],
		['Plan: [plan] (optional)', 'optional', 'Plan'],
		['Plan (recommended): [plan]', 'recommended', 'Plan'],
		['Risk (required; RNIA): <risk>', 'required', 'Risk'],
		['Plan: [plan] <!-- optional -->', 'optional', 'Plan'],
		['Plan: [options we looked at]', 'required', 'Plan'],
	])('%s', (line, requirement, label) => {
		const field = labelled(line);
		expect([field.requirement, field.label]).toEqual([requirement, label]);
	});
});

describe('a key of a table', () => {
	test.each([
		['Owner (optional)', 'optional', 'Owner'],
		['**Owner** *(if applicable)*', 'conditional', 'Owner'],
		['Owner (required):', 'required', 'Owner'],
		['Owner (on call)', 'required', 'Owner (on call)'],
	])('%s', (key, requirement, label) => {
		const form = readForm(`# A b c\n\n| Field | Value |\n|---|---|\n| ${key} | [name] |\n| Area | [area] |\n`);
		const field = form.fields.find(one => one.line === 5)!;
		expect([field.requirement, field.label]).toEqual([requirement, label]);
	});
});

describe('words that are added', () => {
	const words = {optional: ['wahlfrei', '随意'], required: ['Pflichtangabe'], conditional: ['soweit bekannt']};
	const source = [
		'# A b c',
		'',
		'## Cost (wahlfrei)',
		'',
		'What is it?',
		'',
		'## Wahlfrei: Plan',
		'',
		'What is it?',
		'',
		'## 费用（随意选择）',
		'',
		'What is it?',
		'',
		'## Risk',
		'',
		'<!-- Pflichtangabe -->',
		'',
		'- Owner (wahlfrei): <who>',
		'- Reach: <people, wahlfrei>',
		'- Gain: [gain] (soweit bekannt)',
		'',
	].join('\n');

	test('mark sections and fields', () => {
		const form = readForm(source, {words});
		expect(sectionsOf(form).map(({title, requirement}) => [title, requirement])).toEqual([
			['A b c', 'unspecified'],
			['Cost', 'optional'],
			['Plan', 'optional'],
			['费用', 'optional'],
			['Risk', 'required'],
		]);
		expect(form.fields.slice(-3).map(field => [field.id, field.requirement])).toEqual([
			['risk/owner', 'optional'],
			['risk/reach', 'optional'],
			['risk/gain', 'conditional'],
		]);
	});

	test('mark nothing for whoever did not add them, and words that only begin alike nothing either', () => {
		expect(sectionsOf(readForm(source)).map(({requirement}) => requirement)).toEqual(Array(5).fill('unspecified'));
		const other = sectionsOf(readForm('## Cost (wahlfreier)\n', {words}))[0]!;
		expect([other.title, other.requirement]).toEqual(['Cost (wahlfreier)', 'unspecified']);
	});

	test('hold for the document as for its template, also with more of what repeats', () => {
		const form = readForm('# A b c\n\n## Cost (wahlfrei)\n\n### Part: [name] (wahlfrei)\n\nWhat is it?\n', {words});
		const grown = expand(form, new Map([['cost/part', 2]]));
		expect(grown.fields.slice(1).map(({requirement}) => requirement)).toEqual(Array(4).fill('optional'));
		const finished = '# A b c\n\n## Cost\n\n### Part: Door\n\nIt closes.\n';
		expect(match(form, finished).missing).toEqual([]);
		expect(bind(form, finished).form.fields.map(({id, requirement}) => [id, requirement])).toContainEqual([
			'cost/part/body',
			'optional',
		]);
	});
});
