/** A document whose template nobody knows: what was written is an answer, what was left open is open. */

import {describe, expect, it} from 'vitest';
import {asDocument, fieldState, fill, readForm} from '../../../source/core/form/index.ts';
import type {Document} from '../../../source/core/form/index.ts';

const finished = `# Rate limits for the public API

- Status: accepted
- Deciders: Ada, Grace

## Summary

Each key may ask forty times a second. What comes above that is answered with 429 and the time after which it may ask
again. Add headers that tell how much is left, so that nobody has to guess.

> A limit that nobody can see is an outage with extra steps.

## Goals

- Add a limit for each key
- Keep the latency below two milliseconds

## Design

The limiter counts in a sliding window that is kept in memory and written to the store each second. A node that starts
reads the last window, so a restart forgives one second at most. Nodes do not talk to one another: each takes its part
of the limit, and the balancer keeps a key on the node that it began with. A key that moves is counted twice for the
length of one window, and that was found to be cheaper than a lock.

\`\`\`ts
export const limit = {window: 1_000, calls: 40};
\`\`\`

| Plan | Calls |
| ---- | ----- |
| Free | 40 |
| Paid | 400 |

## Rollout

1. Log what would be refused
2. Refuse it for new keys
3. Refuse it for all

## Open questions

- Do we count calls that were refused?
`;

const half = finished
	.replace(/The limiter counts[^]*a lock\.\n/, 'TBD\n')
	.replace(/Each key may ask[^]*guess\.\n/, 'Describe the change in a paragraph.\n')
	.replace('- Status: accepted', '- Status: <status>')
	.replace(
		'## Rollout',
		`## Operation\n\n${'The counters are watched by the people on call. '.repeat(20)}\n\n## Drawbacks\n\n## Rollout`,
	);

const open = (document: Document): readonly string[] =>
	document.form.fields.filter(field => fieldState(document, field.id) !== 'answered').map(field => field.id);

describe('asDocument', () => {
	it('finds nothing open in what somebody wrote to the end', () => {
		const document = asDocument(readForm(finished));
		expect(open(document)).toEqual([]);
		expect(document.leftovers).toEqual([]);
		expect(document.problems.size).toBe(0);
	});

	it('takes code, tables and lists for what the document says', () => {
		const {form, answers} = asDocument(readForm(finished));
		const kinds = form.fields.filter(field => answers.has(field.id)).map(field => field.kind);
		expect(kinds).toEqual(expect.arrayContaining(['code', 'table', 'list', 'prose']));
	});

	it('finds what was left open', () => {
		expect(open(asDocument(readForm(half)))).toEqual([
			'document/status',
			'summary/body',
			'design/body',
			'drawbacks/body',
		]);
	});

	it("takes a short note's table and code for its own, though parts of it are open", () => {
		const note =
			'# Retries\n\nFailed payments are retried.\n\n| Metric | Remark |\n|---|---|\n| Error rate | |\n\n```js\nretry(3)\n```\n\n## Steps\n\n1. do it\n2. TBD\n\n## Owner\n';
		const document = asDocument(readForm(note));
		expect(document.answers.get('document/body')).toEqual({state: 'answered', value: [{metric: 'Error rate'}]});
		expect(document.answers.get('document/js')).toEqual({state: 'answered', value: 'retry(3)'});
		expect(open(document)).toEqual(['owner/body']);
	});

	it('leaves a blank template blank', () => {
		const template =
			'# [Title]\n\n## Why\n\nWhat forces the decision?\n\n## Flow\n\n```mermaid\nflowchart LR\n  A --> B\n```\n\n## Plan\n\n- [step]\n';
		const document = asDocument(readForm(template));
		expect(document.answers.size).toBe(0);
	});

	it('writes what it opened without a change', () => {
		for (const source of [finished, half, finished.replaceAll('\n', '\r\n'), `\uFEFF${half}`]) {
			const {form, answers} = asDocument(readForm(source));
			expect(fill(form, answers).source).toBe(source);
		}
	});

	it('keeps a quotation, and what else stands beside an answer, when that answer changes', () => {
		const {form, answers} = asDocument(readForm(finished));
		const document = fill(form, new Map([...answers, ['summary/body', {state: 'answered', value: 'Forty calls.'}]]));
		expect(document.source).toContain('> A limit that nobody can see');
		const again = asDocument(readForm(document.source));
		expect(again.answers.get('goals/body')).toEqual(answers.get('goals/body'));
		expect(again.answers.get('summary/body')).toEqual({state: 'answered', value: 'Forty calls.'});
	});
});

describe('text that no template would ask for', () => {
	const text =
		'# Cache rules\n\n## Background\n\nReads are slow: three of four calls go to the same table, and each costs 40 ms.\n\n## Copyright\n\nThis text is under <a href="https://example.org/cc0">CC0</a>.\n\nBindings\n--------\n\nThe cache keeps rows.\n\n### In memory\n\nRows live for a minute.\n';

	it('is a field of its author’s all the same, on its line, and changes alone', () => {
		const {form, answers} = asDocument(readForm(text));
		expect(form.fields.map(({id, line}) => [id, line])).toEqual([
			['document/title', 1],
			['background/body', 5],
			['copyright/body', 9],
			['bindings/body', 14],
			['bindings/in-memory/body', 18],
		]);
		expect(answers.get('bindings/body')).toEqual({state: 'answered', value: 'The cache keeps rows.'});
		const changed = fill(form, new Map([...answers, ['bindings/body', {state: 'answered', value: 'It keeps all.'}]]));
		expect(changed.source).toBe(text.replace('The cache keeps rows.', 'It keeps all.'));
		expect(fill(form, answers).source).toBe(text);
	});
});
