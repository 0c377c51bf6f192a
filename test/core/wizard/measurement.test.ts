/** What is worked out of a document in another thread is what would be worked out here. */

import {describe, expect, test, vi} from 'vitest';
import {check} from '../../../source/core/checks/index.ts';
import {fill, prove, readForm} from '../../../source/core/form/index.ts';
import {
	adopt,
	changeBetween,
	completeness,
	document,
	documentToWrite,
	filledByWriting,
	gaps,
	isHeavy,
	isMeasured,
	leftOpen,
	leftOutByFinishing,
	measure,
	messages,
	outline,
	refused,
	start,
	update,
	withChange,
	writtenText,
	type Action,
	type WizardState,
} from '../../../source/core/wizard/index.ts';

vi.mock('../../../source/core/checks/index.ts', async original => {
	const checks = await original<typeof import('../../../source/core/checks/index.ts')>();
	return {...checks, check: vi.fn(checks.check)};
});

vi.mock('../../../source/core/form/index.ts', async original => {
	const form = await original<typeof import('../../../source/core/form/index.ts')>();
	return {...form, fill: vi.fn(form.fill), prove: vi.fn(form.prove)};
});

const source = `# Spec: [Product name]

Status: Draft | In Review | Approved
Last updated: YYYY-MM-DD

## 1. Summary (required)

<!-- One sentence that a newcomer understands. -->
[What is built, for whom, and why now.]

## 2. Risks (required)

| Risk | Impact | Owner |
| --- | --- | --- |
| <risk> | Low / Medium / High | <name> |

## 3. Quality gate

- [ ] Every required section is filled
- [ ] No placeholder is left

## 4. Notes (optional)

[Anything else that a reader should know.]
`;

const now = '2026-03-04T10:42:00+01:00';

/** A template of which one answer is all that has to be given. */
const short = `# Notes

## 1. Summary (required)

[What is built, for whom, and why now.]

## 2. More (optional)

[Anything else that a reader should know.]
`;

/** A wizard on the first field that takes prose. */
function begun(text = source): WizardState {
	const form = readForm(text);
	const prose = form.fields.find(({kind}) => kind === 'prose')!.id;
	const made = start({
		form,
		template: {name: 'spec', hash: '0123456789ab', origin: 'file'},
		context: {today: '2026-03-04', marker: true, begun: true},
		size: {columns: 120, rows: 40},
		savedAt: now,
		focus: prose,
	});
	if (!made.ok) throw new Error(made.problem.summary);
	return made.value;
}

function after(state: WizardState, ...actions: readonly Action[]): WizardState {
	return actions.reduce((current, action) => update(current, action)[0], state);
}

const pasted = (text: string): Action => ({type: 'edit', edit: {type: 'insert', text, paste: true}, now});

/** The same state with answers of its own, of which nothing is known. */
const unknown = (state: WizardState): WizardState => ({...state, answers: new Map(state.answers)});

/** Everything that the screen shows of a document, and what would be written. */
const shown = (state: WizardState) => ({
	source: document(state).source,
	spans: document(state).spans,
	completeness: completeness(state),
	messages: messages(state),
	toWrite: documentToWrite(state).source,
	outline: outline(state),
	gaps: gaps(state),
	open: leftOpen(state),
	filled: filledByWriting(state),
	refused: refused(state, false),
	leftOut: leftOpen(state).length === 0 ? leftOutByFinishing(state) : [],
	written: [writtenText(state, false), writtenText(state, leftOpen(state).length === 0)],
});

const texts = {
	'many lines': Array.from({length: 3000}, (_, line) => `${line} TBD, and [a blank] https://example.com/${line}`).join(
		'\n',
	),
	'one line': 'A paste of many kilobytes, word by word. '.repeat(600),
	'text that leaves a fence open': `${'words and more of them\n'.repeat(800)}\`\`\`js\nlet open = 1;`,
};

const cases = Object.entries(texts).flatMap(([name, text]) => [
	[name, source, text] as const,
	[`${name}, with nothing else open`, short, text] as const,
]);

describe.each(cases)('an answer of %s', (_, template, text) => {
	const state = after(begun(template), pasted(text));

	test('is handed over with all that is shown of it and all that is written', () => {
		const expected = shown(unknown(state));
		const here = unknown(state);
		const there = withChange(undefined, structuredClone(changeBetween(undefined, here)));
		adopt(here, structuredClone(measure(there, 'write')));
		expect(isMeasured(here, 'write')).toBe(true);
		for (const work of [check, fill, prove]) vi.mocked(work).mockClear();
		expect(shown(here)).toEqual(expected);
		for (const work of [check, fill, prove]) expect(work).not.toHaveBeenCalled();
	});

	test('is told by what changed since, and nothing else is sent', () => {
		const before = begun(template);
		const there = withChange(undefined, structuredClone(changeBetween(undefined, before)));
		const change = changeBetween(before, state);
		expect(Object.keys(change.parts)).not.toContain('form');
		const changed = {...unknown(state), ...withChange(there, structuredClone(change))};
		expect(shown(changed)).toEqual(shown(unknown(state)));
		expect(changeBetween(state, state).answers.flatMap(([, ...answer]) => answer)).toEqual([]);
	});
});

test('a long answer is worked out apart, a document of usual length where it is shown', () => {
	const sentence = 'A sentence of an answer. ';
	expect(isHeavy(after(begun(), pasted(sentence.repeat(100))))).toBe(false);
	expect(isHeavy(after(begun(), pasted(sentence.repeat(10_000))))).toBe(true);
});
