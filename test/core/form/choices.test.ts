/** What offers a few things to choose from, in every place where templates do so. */

import {describe, expect, it, test} from 'vitest';
import {fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Field} from '../../../source/core/form/index.ts';
import {fieldOf} from './reading.ts';

const behind = (line: string): Field => readForm(`# A b c\n\n## Part\n\n${line}\n`).fields.at(-1)!;

describe('options', () => {
	test.each([
		['**Priority:** low/medium/high', ['low', 'medium', 'high']],
		['**Level:** A / B / C', ['A', 'B', 'C']],
		['- Severity: one of: minor, major, critical', ['minor', 'major', 'critical']],
		['- Stage: <alpha/beta/ga>', ['alpha', 'beta', 'ga']],
		['**Mood:** 😀 good | 😞 bad', ['😀 good', '😞 bad']],
		['**Mode:** `fast` | `safe`', ['fast', 'safe']],
	])('%s', (line, options) => {
		const field = behind(line);
		expect([field.kind, field.options, field.blank, field.multiple]).toEqual(['choice', options, true, false]);
	});

	it.each(['**Stages:** alpha | beta | ga', '- Platforms: [ios | android]', '**Environments:** dev | staging | prod'])(
		'may be several: %s',
		line => {
			expect(behind(line).multiple).toBe(true);
		},
	);

	it('is one of them where they exclude each other, whatever the label', () => {
		expect(behind('**Breaking changes:** yes | no').multiple).toBe(false);
	});

	it('stand in a heading behind its words, which stay', () => {
		const form = readForm(
			'# A b c\n\n## State: ( OPEN | CLOSED )\n\nWhy?\n\n## Status - DRAFT / ACTIVE / REPLACED by [n]\n\nWhy?\n',
		);
		expect(form.repeats).toEqual([]);
		expect(fieldOf(form, 'state/heading').options).toEqual(['OPEN', 'CLOSED']);
		expect(fieldOf(form, 'status/heading').open).toBe(true);
		const answers = new Map<string, Answer>([['state/heading', {state: 'answered', value: 'CLOSED'}]]);
		const {source} = fill(form, answers);
		expect(source).toContain('## State: CLOSED\n');
		expect(match(form, source).answers).toEqual(answers);
	});

	it.each([
		['# one of: draft, final\nstatus: draft', ['draft', 'final']],
		['status: draft # draft | final', ['draft', 'final']],
	])('stand in a comment beside a key: %s', (lines, options) => {
		expect(readForm(`---\n${lines}\n---\n\n# A b c\n`).fields[0]!.options).toEqual(options);
	});
});

describe('metadata', () => {
	it('reads a row of heads as pairs where a blank is among them', () => {
		const form = readForm(
			'# A b c\n\n| Author | <name> | Status | Draft / Final |\n| --- | --- | --- | --- |\n| Date | YYYY-MM-DD | Version | 0.1 |\n',
		);
		expect(form.fields.slice(1).map(field => `${field.label} ${field.kind}`)).toEqual([
			'Author person',
			'Status choice',
			'Date date',
			'Version text',
		]);
	});
});
