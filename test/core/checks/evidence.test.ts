/** Evidence at the end of paragraphs, where the template asks for it. */

import {describe, expect, it} from 'vitest';
import {check, evidenceRollUp, linkPaths, noFacts, type PathFact} from '../../../source/core/checks/index.ts';
import {asDocument, fill, match, readForm} from '../../../source/core/form/index.ts';

const template = `# Spec: <name>

> Evidence rule: close every paragraph of prose with an \`Evidence:\` line, or with an \`Evidence gap:\` line.

## 1) Context (required)

<Where things stand.>

## 2) Approach (required)

<How it works.>

## 3) Limits (required)

- **Load:** <how much>

## 34) Evidence Gaps (required)

<What is missing>

## 37) Gate

- [ ] Every paragraph ends with \`Evidence:\` or \`Evidence gap:\`
- [ ] It is tried
`;

const document = `# Spec: Holds

## 1) Context

Ready holds block copies, and
nobody clears the shelf.
Evidence: docs/shelf.csv; https://example.org/rules

Staff find this tiring. *Evidence:* an interview on 3 March

The queue doubles in autumn.

## 2) Approach

A job ends old holds:

- it reads them
- it ends them

Evidence: src/expire.ts:12

**What it costs**

Little, we think.
Evidence gap: nobody priced it — Impact: a dearer month — Owner: Ines Okafor

\`\`\`ts
expire();
\`\`\`

It may run twice.
Evidence:

See §1.

## 3) Limits

- **Load:** 20 a second

## 34) Evidence Gaps

One is left, the price.

## 37) Gate

- [x] Every paragraph ends with \`Evidence:\` or \`Evidence gap:\`
- [x] It is tried
`;

const spec = match(readForm(template), document);

function told(one = spec, paths: ReadonlyMap<string, PathFact> = new Map()): readonly string[] {
	return check(one, {...noFacts, paths})
		.filter(({ruleId}) => ruleId.startsWith('evidence'))
		.map(({place, words}) => `${place.line}:${place.column} ${words}`);
}

describe('paragraphs without evidence', () => {
	it('are told with their place, and nothing else is', () => {
		expect(told()).toEqual([
			'11:1 this paragraph ends without "Evidence:" or "Evidence gap:".',
			'32:1 nothing stands behind "Evidence:".',
		]);
	});

	it('are none in a blank template, opened as itself or as a document', () => {
		expect(told(match(readForm(template), template))).toEqual([]);
		expect(told(asDocument(readForm(template)))).toEqual([]);
		expect(evidenceRollUp(asDocument(readForm(template)))).toMatchObject({paragraphs: 0, gaps: []});
	});

	it('are the same with Windows line ends', () => {
		expect(told(match(readForm(template), document.replaceAll('\n', '\r\n')))).toEqual(told());
	});

	it('are none where evidence was given beside the answer', () => {
		const answer = {state: 'answered', value: 'Holds wait.', evidence: ['src/hold.ts']} as const;
		expect(told(fill(readForm(template), new Map([['context/body', answer]])))).toEqual([]);
	});

	it('are told by a document alone that still has the words that ask for it', () => {
		const own = '# Spec\n\n> Every paragraph must end with an `Evidence:` line.\n\n## Context\n\nHolds wait.\n';
		expect(told(asDocument(readForm(own)))).toHaveLength(1);
		expect(told(asDocument(readForm(own.replace(/^>.*$/m, 'We speak of evidence.'))))).toEqual([]);
	});
});

describe('the files that evidence names', () => {
	const {form, answers} = spec;

	it('are looked for beside the document and in the folders above, and only where evidence is asked for', () => {
		expect(linkPaths(form, answers)).toEqual(
			expect.arrayContaining(['docs/shelf.csv', '../docs/shelf.csv', 'src/expire.ts', '../../src/expire.ts']),
		);
		const silent = readForm(template.replace(/^>.*\n\n/m, '').replace(/^- \[ \] Every.*\n/m, ''));
		const other = match(silent, document);
		expect(linkPaths(other.form, other.answers)).toEqual([]);
	});

	it('are told where they are in none of them, with the place of the path', () => {
		const facts = (found: string) =>
			new Map(linkPaths(form, answers).map(path => [path, path === found ? 'found' : 'missing'] as const));
		const missing = (found: string) => told(spec, facts(found)).filter(words => words.includes('there is no'));
		expect(missing('../docs/shelf.csv')).toEqual([
			'20:11 there is no “src/expire.ts”, neither beside this document nor above it in the project.',
		]);
		expect(missing('src/expire.ts')[0]).toMatch(/^7:11 there is no “docs\/shelf\.csv”/);
	});
});

describe('the roll-up', () => {
	it('counts paragraphs, and lists each gap with its parts', () => {
		expect(evidenceRollUp(spec)).toEqual({
			paragraphs: 6,
			withEvidence: 3,
			withGap: 1,
			gaps: [
				{
					gap: 'nobody priced it',
					impact: 'a dearer month',
					owner: 'Ines Okafor',
					section: expect.any(String) as string,
					field: expect.any(String) as string,
					place: expect.objectContaining({line: 25, column: 1}) as unknown,
				},
			],
		});
	});

	it('is none where the template does not ask', () => {
		expect(evidenceRollUp(match(readForm('# A\n\n## B\n\n[C]\n'), '# A\n\n## B\n\nD\n'))).toBeUndefined();
	});
});
