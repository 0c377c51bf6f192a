import {describe, expect, it} from 'vitest';
import {asDocument, match, readForm} from '../../../source/core/form/index.ts';

const template = readForm(`# [Name] design

**Owner:** [Team]
**Status:** Draft | Approved

## 1) Context (required)

> Say what forces the decision.

Describe the context.

## 2) Goals

- [goal 1]
- [goal 2]

### Component: <name>

**Inputs**

- [input]

## 3) Risks

| Risk | Likelihood |
|------|------------|
| [risk] | Low/High |

## 4) Notes (optional)

Anything else?
`);

const read = (source: string) => match(template, source);
const value = (source: string, id: string): unknown => {
	const answer = read(source).answers.get(id);
	return answer?.state === 'answered' ? answer.value : answer;
};

describe('one item more than the template has', () => {
	const decision = (what: string) => `- **Decision:** ${what}\n  - **Why:** [why]\n`;
	const form = readForm(`# Plan\n\n## Decisions\n\n${decision('[what]')}${decision('[what]')}`);

	it.each([0, 1, 2])('is found whichever is the only one written: %i', written => {
		const items = [0, 1, 2].map(at => decision(at === written ? 'Row' : '[what]'));
		const document = match(form, `# Plan\n\n## Decisions\n\n${items.join('')}`);
		const [repeat] = document.form.repeats;
		expect(repeat!.instances).toHaveLength(3);
		expect([...document.answers]).toEqual([[repeat!.instances[written]!.id, {state: 'answered', value: 'Row'}]]);
	});

	it('is not made up where only one is left', () => {
		const document = match(form, `# Plan\n\n## Decisions\n\n${decision('Row')}`);
		expect([...document.answers.values()]).toEqual([{state: 'answered', value: 'Row'}]);
	});
});

describe('a document that someone else wrote', () => {
	it('is matched though labels are restyled and headings renumbered', () => {
		const source =
			'# Search design\n\n- Owner: Ann\n- status: Approved\n\n## 7. Context\n\nQueues.\n\n## GOALS\n\n* fast\n';
		expect(value(source, 'document/owner')).toBe('Ann');
		expect(value(source, 'document/status')).toBe('Approved');
		expect(value(source, 'context/body')).toBe('Queues.');
		expect(value(source, 'goals/body')).toEqual(['fast']);
	});

	it('has as many components as it has headings for them', () => {
		const document = read(
			'# X\n\n## 2) Goals\n\n### Component: A\n\n**Inputs**\n\n- a\n\n### Component: B\n\n**Inputs**\n\n- b\n',
		);
		expect(document.form.repeats.find(repeat => repeat.unit === 'section')?.instances).toHaveLength(2);
		expect(document.answers.get('goals/component[2]/name')).toEqual({state: 'answered', value: 'B'});
		expect(document.answers.get('goals/component[2]/inputs')).toEqual({state: 'answered', value: ['b']});
	});

	it('names what is missing, and calls an optional section left out', () => {
		const document = read('# X\n\n## Goals\n\n- a\n');
		expect(document.missing).toContain('context');
		expect(document.missing).toContain('risks');
		expect(document.answers.get('notes')).toEqual({state: 'left-out'});
	});

	it('keeps what the template does not know, outside every answer', () => {
		const document = read('# X\n\n## Context\n\nOurs.\n\n## Budget\n\nTen.\n\n## Goals\n\n- a\n');
		expect(document.answers.get('context/body')).toEqual({state: 'answered', value: 'Ours.'});
		expect([...document.answers.values()].some(answer => JSON.stringify(answer).includes('Ten.'))).toBe(false);
	});

	it('says where guidance and markers still stand', () => {
		const source = '# X\n\n## 1) Context (required)\n\n> Say what forces the decision.\n\nOurs.\n';
		const document = read(source);
		expect(document.leftovers.map(one => [one.role, source.slice(one.range.from, one.range.to).trim()])).toEqual([
			['marker', '(required)'],
			['guidance', '> Say what forces the decision.'],
		]);
		expect(document.answers.get('context/body')).toEqual({state: 'answered', value: 'Ours.'});
	});

	it.each(['N/A — no queue', 'n/a - no queue', 'Not applicable: no queue', 'N/A (no queue)'])('knows “%s”', words => {
		expect(read(`# X\n\n## 1) Context\n\n${words}\n`).answers.get('context/body')).toEqual({
			state: 'not-applicable',
			reason: 'no queue',
		});
	});

	it('takes what stands in brackets and what is said behind them as one reason', () => {
		expect(
			read('# X\n\n## 1) Context\n\nN/A (stateless) — each call is on its own\n').answers.get('context/body'),
		).toEqual({
			state: 'not-applicable',
			reason: 'stateless — each call is on its own',
		});
	});

	it.each(['State machine: N/A (stateless)', '**State machine:** N/A — stateless', '`State machine: N/A (stateless)`'])(
		'knows “%s” where a diagram belongs',
		words => {
			const form = readForm('# X\n\n## State machine\n\n```mermaid\nstateDiagram-v2\n```\n');
			const document = match(form, `# X\n\n## State machine\n\n${words}\n`);
			expect([...document.answers.values()]).toEqual([{state: 'not-applicable', reason: 'stateless'}]);
		},
	);

	it('leaves a label in front to prose that can hold it', () => {
		const form = readForm('# X\n\n## Queue\n\n<What waits>\n');
		expect(match(form, '# X\n\n## Queue\n\nQueue: N/A (none)\n').answers.get('queue/body')).toEqual({
			state: 'answered',
			value: 'Queue: N/A (none)',
		});
	});

	it('reads a section that does not apply as a whole', () => {
		expect(read('# X\n\n## 2) Goals\n\nN/A — none yet\n\n## 3) Risks\n').answers.get('goals')).toEqual({
			state: 'not-applicable',
			reason: 'none yet',
		});
	});

	it('reads escaped pipes and line breaks in cells', () => {
		expect(
			value('# X\n\n## Risks\n\n| Risk | Likelihood |\n|---|---|\n| a \\| b<br/>c | High |\n', 'risks/body'),
		).toEqual([{risk: 'a | b\nc', likelihood: 'High'}]);
	});

	it('does not take text that only looks like a label of another section', () => {
		expect(value('# X\n\n## Context\n\nOwner: it is complicated.\n', 'context/body')).toBe('Owner: it is complicated.');
	});

	it('takes words in brackets for an answer, if they are not the template’s', () => {
		expect(value('# X\n\n## Context\n\n[RFC 2119] holds.\n', 'context/body')).toBe('[RFC 2119] holds.');
	});
});

it('reads a document without a template by what is not blank', () => {
	const document = asDocument(readForm('# Plan\n\n- Owner: Ann\n- Date: YYYY-MM-DD\n'));
	expect([...document.answers].map(([id, answer]) => [id, answer.state === 'answered' && answer.value])).toContainEqual(
		['document/owner', 'Ann'],
	);
	expect(document.answers.has('document/date')).toBe(false);
});

it('knows a heading by its words, whatever it says of its length in brackets', () => {
	const form = readForm(
		'# A b c\n\n## 1) Summary (2–3 sentences)\n\nWhat changes?\n\n## 2) Risks\n\nWhat may go wrong?\n',
	);
	const {answers, missing} = match(form, '# A b c\n\n## Executive summary\n\nNothing.\n\n## Risks\n\nRain.\n');
	expect([...answers.keys()]).toContain('summary-2-3-sentences/body');
	expect(missing).toEqual([]);
});
