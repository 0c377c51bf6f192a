/** Whether a text is a template or a document: what is about templates, begins in bold or shows blanks in code is no template. */

import {describe, expect, it} from 'vitest';
import {check} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {asDocument, readForm} from '../../../source/core/form/index.ts';
import {isWritten} from '../../../source/core/form/written.ts';

const filler = 'The keys lie at the desk, and whoever takes one signs for it. ';

describe('a document', () => {
	it('may speak of templates in its title and its text', () => {
		const form = readForm(
			`# What stays as the template has it\n\n## Problem\n\nSome parts of a template could be read in two ways. ${filler}\n\n## What we do\n\n- A template in a code block is a sample. ${filler}\n- Its headings are no sections. ${filler}\n`,
		);
		expect(form.fields.find(({id}) => id === 'document/title')?.rule).toBe('title');
		expect(isWritten(form)).toBe(true);
	});

	it('may begin its text in bold', () => {
		const form = readForm(`# Keys\n\n**Decided.** ${filler.repeat(8)}\n\n**Costs.** ${filler.repeat(4)}\n`);
		expect(isWritten(form)).toBe(true);
		expect(asDocument(form).form.fields.every(({blank}) => !blank)).toBe(true);
	});

	it('may show blanks in code within its sentences', () => {
		const form = readForm(
			`# Keys\n\n## Rules\n\nWords alone (\`- [Share of keys]\`) and \`Wait: [N ms]\` ask. ${filler}\n`,
		);
		expect(form.fields.map(({label}) => label)).not.toContain('Share of keys');
		expect(form.fields.map(({label}) => label)).not.toContain('N ms');
	});
});

describe('questions in a text without a template', () => {
	const summary = '## Summary\n\nAlarms become telephone calls, because nobody reads mail at night.\n\n';
	const risks =
		'## Risks\n\nToo many alarms, and people stop listening. What then? The number is looked at each week.\n';
	const asked =
		'- May the caller ring private telephones?\n- Who is called during holidays?\n- What does a call cost?\n';
	const reported = (text: string) => {
		const document = asDocument(readForm(text));
		return {...completeness(document, []).required, said: check(document).map(({ruleId}) => ruleId)};
	};

	it.each(['Open questions', 'Unresolved', 'Offene Fragen', '未解決の問題'])(
		'are what its author says under the title %s',
		title => {
			expect(reported(`# Cold chain\n\n${summary}## ${title}\n\n${asked}\n${risks}`)).toEqual({
				answered: 4,
				total: 4,
				percent: 100,
				said: [],
			});
		},
	);

	it('are prompts where a title asks for an answer, and nothing but them stands there', () => {
		const {answered, said} = reported(`# Cold chain\n\n${summary}## Costs\n\nWhat does a call cost?\n\n${risks}`);
		expect([answered, said]).toEqual([3, ['required-answer']]);
	});

	it('make no document of a template that asks for open questions', () => {
		const {answered} = reported(
			'# Plan\n\n## Summary\n\nDescribe what is built, and for whom it is.\n\n## Open questions\n\n- What is unclear?\n- What was put off?\n',
		);
		// Its title alone could be somebody's.
		expect(answered).toBeLessThanOrEqual(1);
	});
});

describe('a template', () => {
	it.each(['Design template', 'Template: Design', 'Template for designs', 'ADR template (short)'])(
		'is named by the title %s, which is asked for',
		title => {
			const {fields} = readForm(`# ${title}\n\n## Scope\n\nDescribe the scope.\n`);
			expect(fields.find(({id}) => id === 'document/title')?.blank).toBe(true);
		},
	);

	it('has its blanks in parts of names and in blocks of code', () => {
		const {fields} = readForm('# A b\n\n## Files\n\nPut it into `src/[module name]/` at once.\n');
		expect(fields.map(({label}) => label)).toContain('module name');
	});

	it('is none the less one where an instruction stands in bold or in brackets', () => {
		const form = readForm(
			`# Keys\n\n## Rules\n\n[${filler.repeat(9).trim()}]\n\n## Costs\n\n**Say what it costs.**\n\n## Next\n\n*Say what follows.*\n`,
		);
		expect(isWritten(form)).toBe(false);
	});
});
