/** The boxes of quality gates: what follows from a document for each, with its reason. */

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {check, gateOf, noFacts} from '../../../source/core/checks/index.ts';
import {asDocument, match, readForm} from '../../../source/core/form/index.ts';
import type {Document} from '../../../source/core/form/types.ts';

const boxes = [
	'Every paragraph ends with `Evidence:` or `Evidence gap:`',
	'Evidence Gaps and Evidence Map sections are complete',
	'Architecture is clear and diagrammed',
	'Every component has a state machine (or N/A + reason)',
	'Security threats are identified and mitigations listed',
	'Performance targets are numeric and measurable',
	'Observability covers logs and alerts',
	'No open questions',
	'No placeholders left',
	'Whatever is not applicable says why',
	'All diagrams render',
	'All links work',
	'The component inventory is complete',
	'All required sections are filled in',
	'No ambiguity left for implementers',
	'Reviewed by the team',
	'Deployment is fast',
] as const;

const template = `# Spec: <name>

> Every paragraph must end with an \`Evidence:\` line or an \`Evidence gap:\` line.

## Context

[Where things stand]

## System Architecture

\`\`\`mermaid
flowchart LR
  A --> B
\`\`\`

## Component Design

| Component | Status |
| --- | --- |
| <name> | new/old |

### Component: <name>

- Duty: <duty>

#### State machine (required; N/A with reason)

\`\`\`mermaid
stateDiagram-v2
  [*] --> A
\`\`\`

## Security Considerations

- Input validation: <what is checked>
- Threats & mitigations:
  - T1: <threat> → <mitigation>
  - T2: <threat> → <mitigation>

## Performance

| SLI | Target |
| --- | --- |
| <name> | <target> |

## Observability

- Logging: <fields>
- Alerts: <alerts>

## Deployment

- Rollout: <how>

## Evidence Gaps

- **Gap:** <claim> — **Impact:** <what follows> — **Owner:** <name>
- **Gap:** <claim> — **Impact:** <what follows> — **Owner:** <name>

## Evidence Map

| Section | Evidence | Confidence |
| --- | --- | --- |
| <section> | <path> | High/Low |

## Open questions

- Q1: <question> (Owner: <name>, Due: YYYY-MM-DD)
- Q2: <question>

## Quality gate

${boxes.map(text => `- [ ] ${text}`).join('\n')}
`;

const document = `# Spec: Holds

## Context

Queues grow.
Evidence: src/queue.ts

It costs.
Evidence gap: nobody counted — Impact: a dearer month — Owner: Ada

## System Architecture

\`\`\`mermaid
flowchart LR
  Desk --> Store
\`\`\`

## Component Design

| Component | Status |
| --- | --- |
| Desk | new |

### Component: Desk

- Duty: lends

#### State machine

N/A — it keeps nothing

## Security Considerations

- Input validation: card numbers
- Threats & mitigations:
  - T1: stolen card → it is blocked

## Performance

| SLI | Target |
| --- | --- |
| p95 | 200 ms |

## Observability

- Logging: reader, desk
- Alerts: queue too long

## Deployment

- Rollout: one branch a week

## Evidence Gaps

- **Gap:** nobody counted — **Impact:** a dearer month — **Owner:** Ada

## Evidence Map

| Section | Evidence | Confidence |
| --- | --- | --- |
| Context | src/queue.ts | High |

## Open questions

- Q1: Who pays? (Owner: Ada, Due: 2026-03-01, Status: answered)

## Quality gate

${boxes.map(text => `- [x] ${text}`).join('\n')}
`;

const form = readForm(template);
const seen = (text: string): Document => match(form, text);

function judged(one: Document) {
	return new Map(gateOf(one, noFacts, new Map()).map(({text, verdict, reason}) => [text, `${verdict}: ${reason}`]));
}

describe('a document that is as its boxes say', () => {
	it('meets each box, but for those that only a person can tick', () => {
		const attested = ['No ambiguity left for implementers', 'Reviewed by the team', 'Deployment is fast'];
		for (const [text, said] of judged(seen(document)))
			expect(said, text).toMatch(attested.includes(text) ? /^attested: / : /^met: /);
	});

	it('has no error, with Windows line ends neither', () => {
		const errors = (one: Document) =>
			check(one)
				.filter(({severity}) => severity === 'error')
				.map(({reason}) => reason);
		expect(errors(seen(document))).toEqual([]);
		expect(errors(match(form, document.replaceAll('\n', '\r\n')))).toEqual([]);
	});
});

describe('a planted fault', () => {
	const planted: readonly (readonly [string, string, string, string])[] = [
		['Queues grow.\nEvidence: src/queue.ts', 'Queues grow.', boxes[0], 'ends without'],
		['| Context | src/queue.ts | High |', '| Context | src/other.ts | High |', boxes[1], 'lacks “src/queue.ts”'],
		['- **Gap:** nobody counted', '- **Gap:** nobody asked', boxes[1], 'lacks “nobody counted”'],
		['  Desk --> Store', '  Desk -->', boxes[2], 'line 2'],
		['\nN/A — it keeps nothing\n', '\n', boxes[3], 'is open'],
		['  - T1: stolen card → it is blocked\n', '', boxes[4], 'is open'],
		['| p95 | 200 ms |', '| p95 | fast |', boxes[5], '“p95” has no number'],
		['- Alerts: queue too long\n', '- Alerts: <alerts>\n', boxes[6], '“Observability”'],
		[', Status: answered', '', boxes[7], '"Q1" waits for its answer'],
		['- Rollout: one branch a week', '- Rollout: <how>', boxes[8], 'is open'],
		['N/A — it keeps nothing', 'N/A', boxes[9], 'without saying why'],
		['  Desk --> Store', '  Desk -->', boxes[10], 'line 2'],
		['| Desk | new |', '| Shelf | new |', boxes[12], 'there is no Component of that name'],
		['- Duty: lends', '- Duty: <duty>', boxes[13], 'is open'],
	];

	it.each(planted)(
		'%j as %j keeps its box from being met, and is an error while that is ticked',
		(is, was, text, why) => {
			expect(document).toContain(is);
			const faulty = seen(document.replace(is, was));
			expect(judged(faulty).get(text)).toMatch(/^not-met: /);
			expect(judged(faulty).get(text)).toContain(why);
			const said = check(faulty).filter(({ruleId, reason}) => ruleId === 'quality-gate' && reason.includes(text));
			expect(said.map(({severity}) => severity)).toEqual(['error']);
			expect(faulty.source.slice(said[0]!.place.range.from, said[0]!.place.range.to)).toBe(`[x] ${text}`);
			const unticked = seen(document.replace(is, was).replaceAll('- [x] ', '- [ ] '));
			expect(check(unticked).filter(({ruleId}) => ruleId === 'quality-gate')).toEqual([]);
		},
	);

	it('does not count for a rule that is turned off', () => {
		const faulty = seen(document.replace('N/A — it keeps nothing', 'N/A'));
		const off = new Map([['not-applicable-reason', 'off']] as const);
		expect(gateOf(faulty, noFacts, off).find(({text}) => text === boxes[9])?.verdict).toBe('met');
	});
});

describe('a box that only a person can tick', () => {
	it('says what may speak against it', () => {
		const vague = seen(document.replace('one branch a week', 'as appropriate'));
		expect(judged(vague).get(boxes[14])).toMatch(/^attested: .*says "as appropriate" \(line \d+\)/);
	});

	it('is one about a link of the product, for that is none of the document', () => {
		const said = judged(seen(document.replace(boxes[11], 'The link to the shop works')));
		expect(said.get('The link to the shop works')).toMatch(/^attested: /);
	});

	it('is one whose author says that it does not apply, and one about addresses on the web', () => {
		const said = seen(document.replace(`${boxes[7]}`, `${boxes[7]} N/A — it is a note`));
		expect([...judged(said).values()][7]).toMatch(/^attested: /);
		const web = seen(document.replace('| Context | src/queue.ts |', '| Context | src/queue.ts; https://example.org |'));
		expect(judged(web).get(boxes[11])).toMatch(/^attested: /);
	});
});

describe('a gate', () => {
	it('is told in other languages, and none is in a list of steps or of criteria, or in blocks that repeat', () => {
		const gate = (heading: string) =>
			gateOf(
				asDocument(
					readForm(
						`# A\n\n## Text\n\nWords.\n\n## ${heading}\n\n- [x] Alle Abschnitte sind ausgefüllt\n- [x] Fertig\n`,
					),
				),
				noFacts,
				new Map(),
			);
		for (const heading of [
			'Qualitätsprüfung',
			'Definition of Done',
			'Exit criteria',
			'7) Spec Quality Gate (required)',
		])
			expect(
				gate(heading).map(({verdict}) => verdict),
				heading,
			).toEqual(['met', 'attested']);
		for (const heading of ['Acceptance criteria', 'Next steps', 'Rollout']) expect(gate(heading)).toEqual([]);
		const phases =
			'# A\n\n## Phase 1: X\n\n- Goal: [goal]\n\n### Exit criteria\n\n- [ ] All links work\n\n## Phase 2: Y\n\n- Goal: [goal]\n\n### Exit criteria\n\n- [ ] All links work\n';
		expect(gateOf(match(readForm(phases), phases.replaceAll('[goal]', 'lend')), noFacts, new Map())).toEqual([]);
	});

	it('says nothing of a blank template, with or without itself as its template', () => {
		const bundled = join(import.meta.dirname, '../../../templates');
		const texts = readdirSync(bundled)
			.filter(name => name.endsWith('.md'))
			.map(name => readFileSync(join(bundled, name), 'utf8'));
		for (const text of [template, ...texts])
			for (const one of [match(readForm(text), text), asDocument(readForm(text))])
				expect(check(one).filter(({ruleId}) => ruleId.startsWith('quality-gate'))).toEqual([]);
	});

	it('with every box of the bundled technical specification ticked is refuted while the document is blank', () => {
		const text = readFileSync(join(import.meta.dirname, '../../../templates/technical-specification.md'), 'utf8');
		const told = check(match(readForm(text), text.replaceAll('* [ ] ', '* [x] ')));
		expect(told.filter(({ruleId}) => ruleId === 'quality-gate')).toHaveLength(12);
	});
});
