import {describe, expect, it} from 'vitest';
import {bind, fill, readForm} from '../../../source/core/form/index.ts';

const template = readForm(`# [Name]

## Summary

[What changes]

## Plan

- Goals:
- Key interfaces / contracts:
- Observability (logs/metrics/traces):
- **Feature flags:** [which]
- **Owner:** [Team/Owner]
- **Related Ticket(s):** [links]
- **Token expiration:** [duration]
- Migration steps (if any):
`);

/** What is read of a document, without the title. */
function read(source: string): Readonly<Record<string, unknown>> {
	const {answers} = bind(template, source);
	return Object.fromEntries(
		[...answers].flatMap(([id, answer]) => (answer.state === 'answered' ? [[id, answer.value] as const] : [])),
	);
}

const text = `# Keys

## TL;DR

The old key ends in May.

## Plan

- Goals: none yet
- Key interfaces and contracts: the events
- Observability: three metrics
- **Flags:** one for each branch
- **Team:** Platform
- **Tickets:** #12
- **Token issuer:** the vault
`;

describe('labels that an author has worded anew', () => {
	it('are known by their words, whether these are fewer, more, joined otherwise or in the plural', () => {
		expect(read(text)).toMatchObject({
			'plan/key-interfaces-contracts': ['the events'],
			'plan/observability-logs-metrics-traces': ['three metrics'],
			'plan/feature-flags': 'one for each branch',
			'plan/related-ticket-s': ['#12'],
		});
	});

	it('are known by what the blank says may stand there', () => {
		expect(read(text)['plan/owner']).toBe('Platform');
	});

	it('are not known by one word among others', () => {
		expect(read(text)['plan/token-expiration']).toBeUndefined();
	});

	it('leave a label of the author’s alone where the template’s need not be there', () => {
		expect(read(`${text}- Migration: by night\n`)['plan/migration-steps']).toBeUndefined();
	});

	it('stay as they are when the answers are written', () => {
		const {form, answers} = bind(template, text);
		expect(fill(form, answers).source).toBe(text);
	});
});

describe('a label that is no list item any more', () => {
	const bare = text.replace('- Goals: none yet', 'Goals:\n\n- Sign every event\n- Lose none\n');

	it('has the list below it', () => {
		expect(read(bare)['plan/goals']).toEqual(['Sign every event', 'Lose none']);
	});

	it('stays as it is when the answers are written', () => {
		const {form, answers} = bind(template, bare);
		expect(fill(form, answers).source).toBe(bare);
	});
});

describe('a summary by another name', () => {
	it('is one', () => {
		expect(read(text)['summary/body'] ?? read(text)['summary']).toBe('The old key ends in May.');
	});
});
