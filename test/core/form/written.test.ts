/** Whether a text is a template or a document: what is about templates, begins in bold or shows blanks in code is no template. */

import {describe, expect, it} from 'vitest';
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
