/** How much is needed, in every place and wording in which templates say so. */

import {describe, expect, test} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
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
