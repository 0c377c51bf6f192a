/** Numbers within a repeat, and instances that are left out, in texts and in answers files. */

import {describe, expect, it} from 'vitest';
import {fill, match, readAnswers, readForm, writeAnswers} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {judge} from './judge.ts';

const phases = readForm(
	'# A plan\n\n## Plan\n\n### 1.1 Phase 9: Start\n\n- Weeks: [weeks]\n\n### 1.2 Phase 10: [Title]\n\n- Weeks: [weeks]\n\n### 1.3 Phase 11: Scale\n\n- Weeks: [weeks]\n\n## End\n\n[end]\n',
);
const records = readForm(
	'# A log\n\n## Log\n\n- **Decision:** [what]\n  - **Why:** [why]\n- **Decision:** [what]\n  - **Why:** [why]\n\n## Part: [name]\n\n- Job: [job]\n\n## End\n\n[end]\n',
);

const yes = (value: string): Answer => ({state: 'answered', value});

function taken(form: typeof phases, data: Parameters<typeof readAnswers>[1]) {
	const read = readAnswers(form, data);
	if (!read.ok) throw new Error(read.problem.summary);
	return fill(read.form, read.value);
}

describe('a block that is left out', () => {
	const answers = new Map<string, Answer>([
		['plan/phase-9-start', {state: 'left-out'}],
		['plan/phase-10-title/name', yes('Grow')],
		['plan/phase-11-scale/weeks', yes('three')],
	]);
	const document = fill(phases, answers);

	it('has those behind it count on, in their own numbers too', () => {
		expect(document.source).toContain('### 1.1 Phase 9: Grow\n');
		expect(document.source).toContain('### 1.2 Phase 10: Scale\n');
		for (const [id, text] of [
			['plan/phase-10-title/name', 'Grow'],
			['plan/phase-11-scale/weeks', ' three'],
		] as const) {
			const span = document.spans.get(id)!;
			expect(document.source.slice(span.from, span.to)).toBe(text);
		}
	});

	it('is read as left out, and the others by their titles', () => {
		const again = match(phases, document.source);
		expect([...again.answers].sort()).toEqual([...answers].sort());
		expect(again.missing).toEqual([]);
	});
});

describe('lists of answers', () => {
	it('leave one out by its place where blocks have titles of their own', () => {
		const data = {'plan/phase': [{weeks: 'one'}, {leftOut: true}, {weeks: 'three'}]};
		const {source, answers, form} = taken(phases, data);
		expect(source).toMatch(/Phase 9: Start[^]*one[^]*Phase 10: Scale[^]*three/);
		expect(JSON.parse(JSON.stringify(writeAnswers(form, answers, phases)))).toEqual(data);
	});

	it.each([
		[
			'records',
			{'log/decision': [{decision: 'a'}, {leftOut: true}, {decision: 'c'}, {decision: 'd'}]},
			/\*\* a\n[^]*\*\* c\n[^]*\*\* d\n/,
		],
		['sections', {part: [{leftOut: true}, {name: 'b'}, {name: 'c'}]}, /## Part: b\n[^]*## Part: c\n/],
	])('have the next move up where blocks are alike: %s', (_, data, text) => {
		const {source, form} = taken(records, data);
		expect(source).toMatch(text);
		const [wanted] = Object.values(data);
		expect(form.repeats.find(({id}) => id === Object.keys(data)[0])?.instances).toHaveLength(wanted.length - 1);
	});

	it('keep one block where all are left out', () => {
		const {source} = taken(records, {part: [{leftOut: true}]});
		expect(source).toContain('## Part: [name]');
	});

	it('say nothing of blocks within blocks that nobody has answered', () => {
		const form = readForm(
			'# A b\n\n## Part: [name]\n\n- **Call:** [path]\n  - **Method:** [method]\n\n## End\n\n[end]\n',
		);
		const data = {part: [{name: 'a', call: [{call: '/a'}, {call: '/b'}]}, {name: 'b'}]};
		const {answers, form: grown} = taken(form, data);
		expect(JSON.parse(JSON.stringify(writeAnswers(grown, answers, form)))).toEqual(data);
	});

	it('say so by the schema too, which takes nothing else in the place of a block', () => {
		const takes = [judge(phases), judge(records)];
		const files = [
			{'plan/phase': [{weeks: 'one'}, {leftOut: true}]},
			{'log/decision': [{leftOut: true}, {decision: 'a'}], part: [{leftOut: true}]},
		];
		expect(takes.map((takesIt, at) => takesIt({answers: files[at]}))).toEqual([true, true]);
		expect(takes[1]!({answers: {'log/decision': [{leftOut: true, decision: 'a'}]}})).toBe(false);
		expect(takes[1]!({answers: {'log/decision': [{leftOut: 'no'}]}})).toBe(false);
	});
});
