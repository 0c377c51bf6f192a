/** A gate whose boxes follow from the document: what becomes of them when it is written, and what is told before. */

import {readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {check, gateEdits, noFacts, statesGate, withEdits} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Answers, Value} from '../../../source/core/form/types.ts';
import {
	computedInHand,
	filledByWriting,
	gaps,
	leftOpen,
	messages,
	untickedByWriting,
	writtenText,
} from '../../../source/core/wizard/index.ts';
import {runs} from '../../property.ts';
import {valid} from '../completeness/valid.ts';
import {answer, begin, go, play, press} from './session.ts';

const source = `# [Title]

## Desks

| Desk | Target |
| --- | --- |
| <desk> | <number> |

## Quality gate

- [ ] Targets of all desks are numeric
- [ ] No placeholder is left
- [ ] The team has read it

## Notes (optional)

<notes>
`;
const gate = 'quality-gate/body';
const desk = (target: string): Value => [{desk: 'Harbour', target}];
const answers = (given: Readonly<Record<string, Value>>): Answers =>
	new Map(Object.entries(given).map(([id, value]): [string, Answer] => [id, {state: 'answered', value}]));
const ticks = (...done: readonly boolean[]): Value =>
	Object.fromEntries(
		readForm(source)
			.fields.find(({id}) => id === gate)!
			.fixedItems!.map(({id}, at) => [id, !!done[at]]),
	);
const marks = (text: string): string => Array.from(text.matchAll(/^- \[([ x])\]/gm), ([, mark]) => mark).join('');
const numeric = {'document/title': 'Posts', 'desks/body': desk('20 a day')};

describe('the boxes of a gate in a document that was begun here', () => {
	it('are ticked where the document bears them out', () => {
		const state = begin(source, {answers: answers(numeric)});
		expect(marks(writtenText(state, true))).toBe('xx ');
		expect([filledByWriting(state), leftOpen(state)]).toEqual([[gate], []]);
		expect(gaps(state).find(({field}) => field === gate)).toMatchObject({kind: 'filled', severity: 'info'});
	});

	it('lose the ticks that it refutes, and no finding says so before', () => {
		const given = {...numeric, 'desks/body': desk('fast'), [gate]: ticks(true, true, true)};
		const state = begin(source, {answers: answers(given)});
		const text = writtenText(state, true);
		expect(marks(text)).toBe(' xx');
		expect(untickedByWriting(state, true).map(({text: words}) => words)).toEqual(['Targets of all desks are numeric']);
		expect(messages(state).filter(({ruleId}) => ruleId.startsWith('quality-gate'))).toEqual([]);
		expect(check(match(readForm(source), text)).filter(({ruleId}) => ruleId.startsWith('quality-gate'))).toEqual([]);
	});

	it('are open where none of them is left, though they were ticked', () => {
		const given = {'document/title': 'Posts', [gate]: ticks(true, true)};
		const state = begin(source, {answers: answers(given)});
		expect(marks(writtenText(state, false))).toBe('   ');
		expect(leftOpen(state)).toEqual(['desks/body', gate]);
		expect(gaps(state).find(({field}) => field === gate)?.reason).toMatch(/bears out none of its boxes/);
	});

	it('are not changed by writing once more', () => {
		const text = writtenText(begin(source, {answers: answers(numeric)}), true);
		const read = match(readForm(source), text);
		const opened = {answers: read.answers, isOwnForm: false, source: text};
		const again = begin(source, {form: read.form, answers: read.answers, opened});
		expect(writtenText(again, true)).toBe(text);
		const noted = begin(source, {
			form: read.form,
			answers: new Map([...read.answers, ...answers({'notes/body': 'See.'})]),
			opened,
		});
		expect(marks(writtenText(noted, true))).toBe('xx ');
	});

	it('stay as the author has them where the document was only looked at', () => {
		const text = writtenText(begin(source, {answers: answers(numeric)}), true).replace('[x] No', '[ ] No');
		const read = match(readForm(source), text);
		const opened = {answers: read.answers, isOwnForm: false, source: text};
		expect(writtenText(begin(source, {form: read.form, answers: read.answers, opened}), false)).toBe(text);
	});
});

it('keeps the boxes of a document that was not begun here, and says what is wrong with them', () => {
	const given = answers({...numeric, 'desks/body': desk('fast'), [gate]: ticks(true)});
	const context = {today: '2026-03-09', marker: false, begun: false};
	const state = begin(source, {context, answers: given, focus: gate});
	expect(marks(writtenText(state, true))).toBe('x  ');
	expect(computedInHand(state)).toEqual([]);
	expect(messages(state).filter(({ruleId}) => ruleId === 'quality-gate')).toHaveLength(1);
	expect(answer(play(state, press('list.toggle')).state, gate)).toBe(undefined);
});

describe('the gate in hand', () => {
	it('says of each box that is computed what it becomes, and why', () => {
		const state = begin(source, {answers: answers({...numeric, 'desks/body': desk('fast')}), focus: gate});
		expect(computedInHand(state)).toEqual([
			{isMet: false, reason: '“Desks”: “Harbour” has no number.'},
			{isMet: true, reason: expect.stringMatching(/./)},
			undefined,
		]);
		expect(computedInHand(play(state, go('document/title')).state)).toEqual([]);
	});

	it('leaves a box that is computed as it is, with the reason, and ticks the others', () => {
		const state = begin(source, {answers: answers({...numeric, 'desks/body': desk('fast')}), focus: gate});
		const refused = play(state, press('list.toggle')).state;
		expect(refused.answers).toBe(state.answers);
		expect(refused.notice?.text).toMatch(/not met. “Desks”: “Harbour” has no number/);
		const own = play(state, press('list.down'), press('list.down'), press('list.toggle')).state;
		expect(own.notice).toBe(undefined);
		expect(marks(writtenText(own, true))).toBe(' xx');
	});
});

const gap = `# [Title]

## Summary

> Every paragraph ends with \`Evidence:\` or \`Evidence gap:\`.

<what it is>

## Evidence gaps

| Gap | Impact | Owner |
| --- | --- | --- |
| <gap> | <impact> | <owner> |
`;

it('gathers the gaps that paragraphs admit, behind the rows of the author', () => {
	const given = answers({
		'summary/body': 'It posts. Evidence gap: no figures — Impact: late — Owner: Ann',
		'evidence-gaps/body': [{gap: 'Nobody asked', impact: 'none', owner: 'Bo'}],
	});
	const text = writtenText(begin(gap, {answers: given}), false);
	expect(text).toContain('| Nobody asked | none | Bo |\n| no figures | late | Ann |\n');
	const state = begin(gap, {answers: new Map([...given].slice(0, 1))});
	expect(filledByWriting(state)).toEqual(['evidence-gaps/body']);
	expect(gaps(state).find(({field}) => field === 'evidence-gaps/body')?.reason).toMatch(/gathered/);
});

describe.each(['technical-specification', 'system-design', 'feature-architecture'])('%s', name => {
	const template = readFileSync(new URL(`../../../templates/${name}.md`, import.meta.url), 'utf8');
	const form = readForm(template);
	const withoutGate = form.fields.filter(field => !statesGate(form, field));

	it(
		'is written with boxes that nothing contradicts, twice as once, and as complete as was said',
		{timeout: 60_000},
		() => {
			fc.assert(
				fc.property(
					fc.oneof(fc.subarray([...form.fields]), fc.constant(withoutGate)),
					fc.integer({min: 1, max: 1000}),
					(fields, seed) => {
						const given: Answers = new Map(
							fields.map((field, index): [string, Answer] => [
								field.id,
								{state: 'answered', value: valid(field, seed + index)},
							]),
						);
						const state = begin(template, {form, answers: given});
						const open = leftOpen(state);
						const text = writtenText(state, open.length === 0);
						const read = match(form, text);
						const found = check(read, noFacts);
						expect(found.filter(({ruleId}) => ruleId.startsWith('quality-gate'))).toEqual([]);
						expect(withEdits(text, gateEdits(read, noFacts))).toBe(text);
						const {required} = completeness(read, found);
						expect(required.total - required.answered).toBe(open.length);
					},
				),
				{numRuns: runs(6)},
			);
		},
	);
});
