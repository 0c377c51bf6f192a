import {describe, expect, it} from 'vitest';
import {check, noFacts} from '../../../source/core/checks/index.ts';
import {asDocument, match, readForm} from '../../../source/core/form/index.ts';

const template = `# [Name]

## 1) Context (required)

> Say what forces the decision.

[Why now]

## 2) Ownership

- **Owner:** [name]
- **Date:** YYYY-MM-DD
- **Status:** Draft | Approved

## 3) Notes (optional)

[Anything else]
`;

describe('messages', () => {
	it('come in the order of their places, with lines and columns that point at the text', () => {
		const document =
			'# Keys\n\n## 1) Context\n\nTBD soon.\n\n## 2) Ownership\n\n- **Owner:** Ada\n- **Date:** 2026-13-01\n- **Status:** Draft\n';
		const messages = check(match(readForm(template), document), noFacts);
		const offsets = messages.map(({place}) => place.range.from);
		expect(offsets).toEqual([...offsets].sort((one, other) => one - other));
		const date = messages.find(({ruleId}) => ruleId === 'date-format');
		expect(date?.place).toMatchObject({line: 10, column: 13, endLine: 10, endColumn: 23});
		expect(date?.field).toBe('ownership/date');
		const mark = messages.find(({ruleId}) => ruleId === 'to-be-done');
		expect(document.slice(mark?.place.range.from, mark?.place.range.to)).toBe('TBD');
		expect(mark?.place).toMatchObject({line: 5, column: 1});
	});

	it('count lines by CRLF and CR as well', () => {
		const document =
			'# Keys\r\n\r\n## 1) Context\r\n\r\nThe key ends.\r\n\r\n## 2) Ownership\r\n\r\n- **Owner:** Ada\r\n- **Date:** 2026-02-30\r\n- **Status:** Draft\r\n';
		const messages = check(match(readForm(template), document), noFacts);
		expect(messages.find(({ruleId}) => ruleId === 'date-format')?.place.line).toBe(10);
	});

	it('take the severity they are given, or fall silent', () => {
		const document = match(readForm(template), template);
		const open = check(document, noFacts).filter(({ruleId}) => ruleId === 'required-answer');
		expect(open.length).toBeGreaterThan(0);
		expect(new Set(open.map(({severity}) => severity))).toEqual(new Set(['warn']));
		const hard = check(document, noFacts, new Map([['required-answer', 'error']])).filter(
			({ruleId}) => ruleId === 'required-answer',
		);
		expect(hard.every(({severity}) => severity === 'error')).toBe(true);
		expect(
			check(document, noFacts, new Map([['required-answer', 'off']])).some(({ruleId}) => ruleId === 'required-answer'),
		).toBe(false);
	});
});

describe('a blank template', () => {
	it('has open questions and no errors', () => {
		const messages = check(match(readForm(template), template), noFacts);
		expect(messages.filter(({severity}) => severity === 'error')).toEqual([]);
		expect(messages.filter(({ruleId}) => ruleId === 'required-answer').map(({field}) => field)).toEqual(
			expect.arrayContaining(['ownership/owner', 'ownership/date', 'ownership/status']),
		);
	});
});

describe('a document that a careful person finished', () => {
	const finished = `# Signing keys

## 1) Context

The old key ends in May; see [RFC 2119] and \`TODO\` marks. Reviewers will find "TBD" nowhere.

> Keys are to be changed once a year.

## 2) Ownership

- **Owner:** Ada
- **Date:** 2026-03-09
- **Status:** Approved
`;

	it('draws no finding', () => {
		expect(check(match(readForm(template), finished), noFacts)).toEqual([]);
	});

	it('draws no error where its template is not known either', () => {
		const messages = check(asDocument(readForm(finished)), noFacts);
		expect(messages.filter(({severity}) => severity === 'error')).toEqual([]);
	});
});

describe('a document whose template is not known', () => {
	const guidance = (text: string) =>
		check(asDocument(readForm(`# Plan\n\n## Steps\n\n${text}\n\nWe copy the keys by night.\n`)), noFacts).filter(
			({ruleId}) => ruleId === 'guidance-left',
		);

	it.each([
		'<!--\nDescribe them, providing the type of each.\n-->',
		'<!-- Based on the review, describe what is added first. -->',
		'<!-- How do readers hear of it? -->',
	])('is told of an instruction that was left: %s', text => {
		expect(guidance(text)).toHaveLength(1);
	});

	it.each([
		'<!-- The `onTimeout` callback can also be handled where the function must use it. -->',
		'<!--\n## Migration\n\nkeys.Futures?\nfor clients\n-->',
		'[The key book](keys.md) lets you use a key of your own.',
	])('is not told of what its author has written: %s', text => {
		expect(guidance(text)).toEqual([]);
	});
});

describe('a finding in a table', () => {
	const risks = '# Plan\n\n## Risks\n\n| Risk | Impact | Evidence |\n| --- | --- | --- |\n';
	const form = readForm(`${risks}| [risk] | Low/Med/High | <path or URL> |\n`);

	it.each([
		['choice-option', 'Huge', '| Flood | Huge | docs/a.md |'],
		['link-target', 'docs/b.md', '| Flood | Low | docs/b.md |'],
	])('of %s points at its cell', (rule, cell, row) => {
		const source = `${risks}| Fire | High | docs/a.md |\n${row}\n`;
		const said = check(match(form, source), {...noFacts, paths: new Map([['docs/b.md', 'missing']])});
		expect(said.map(({ruleId, place: {range}}) => [ruleId, source.slice(range.from, range.to)])).toEqual([
			[rule, cell],
		]);
	});
});
