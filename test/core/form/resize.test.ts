/** Blocks added to and taken from a document that was edited by hand. */

import {describe, expect, it} from 'vitest';
import {bind, fill, readForm, resize} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';

const template = readForm(`# [Title]

## Parts

### Part: <name>

**Status:** planned | current

[What it does]

## Steps

- Step 1: [what]
- Step 2: [what]

| Name | Use |
|------|-----|
| [name] | [use] |

## Notes

- Owner: [name]
- Due: YYYY-MM-DD
`);

const text = `# Pumps

## The parts

A word of mine.

### Part: Valve

**Status:** current

Opens and shuts.

### Part: Pump

**Status:** planned

Moves water.

#### Of my own

Kept as it is.

## Notes

- Owner: Ann
- Of mine: yes
`;

const yes = (value: string): Answer => ({state: 'answered', value});

describe('a block', () => {
	const bound = bind(template, text);

	it('is added behind the last, blank, and nothing else moves', () => {
		const form = resize(bound.form, new Map([['parts/part', 3]]));
		const filled = fill(form, new Map([['parts/part[3]/name', yes('Tank')]]));
		expect(filled.source).toBe(
			text.replace(
				'Kept as it is.\n',
				'Kept as it is.\n\n### Part: Tank\n\n**Status:** planned | current\n\n[What it does]\n',
			),
		);
		expect(bind(template, filled.source).answers.get('parts/part[2]/name')).toEqual(yes('Pump'));
	});

	it('is taken away from the end', () => {
		const form = resize(bound.form, new Map([['parts/part', 1]]));
		expect(fill(form, new Map()).source).toBe(text.replace(/### Part: Pump[^]*is\.\n\n/, ''));
	});

	it('that is as many as there are changes nothing', () => {
		expect(resize(bound.form, new Map([['parts/part', 2]]))).toBe(bound.form);
	});
});

describe('what a document lacks', () => {
	const bound = bind(template, text);

	it('is named, and has its place in the form', () => {
		expect(bound.missing).toEqual(['steps']);
		expect(bound.form.fields.map(field => field.id)).toContain('notes/due');
		expect(fill(bound.form, new Map()).source).toBe(text);
	});

	it('comes where the template has it, once it is answered', () => {
		const due = fill(bound.form, new Map([['notes/due', yes('2026-05-01')]])).source;
		expect(due).toBe(text.replace('- Owner: Ann\n', '- Owner: Ann\n- Due: 2026-05-01\n'));
		const steps = bound.form.fields.find(field => field.section === 'steps' && field.kind === 'list')!;
		const listed = fill(bound.form, new Map([[steps.id, {state: 'answered', value: ['open', 'shut']}]])).source;
		expect(listed).toContain('Kept as it is.\n\n## Steps\n\n- Step 1: open\n- Step 2: shut\n\n| Name | Use |');
		expect(listed).toContain('| [name] | [use] |\n\n## Notes\n');
		expect(bind(template, listed).answers.get(steps.id)).toEqual({state: 'answered', value: ['open', 'shut']});
	});

	it('is a table with its head, where only that is gone', () => {
		const whole = fill(template, new Map()).source;
		const without = whole.replace(/\| Name[^]*\[use\] \|\n\n/, '');
		const table = bind(template, without).form.fields.find(field => field.kind === 'table')!;
		const filled = fill(
			bind(template, without).form,
			new Map([[table.id, {state: 'answered', value: [{name: 'a', use: 'b'}]}]]),
		);
		expect(filled.source).toBe(whole.replace('| [name] | [use] |', '| a | b |'));
	});
});
