/** Open questions in a document of several sections, with faults planted in tables, lists and blocks. */

import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {check, noFacts, questionCounts, questionRows, standingWords} from '../../../source/core/checks/index.ts';
import {asDocument, match, readForm} from '../../../source/core/form/index.ts';
import type {Document} from '../../../source/core/form/types.ts';

const template = `# Design: <name>

**Status:** Draft | In Review | Approved
**Owner:** <name>

## 1. Context

<Where things stand>

## 2. Risks + open questions

- Risks:
- Open questions:

## 3. Decisions to come

### Question: <question>

- **Owner:** <name>
- **Due:** YYYY-MM-DD
- **Status:** open | answered

## Appendix A: Open Questions & Unknowns

| # | Question | Status | Owner | Notes/Decision |
| --- | --- | --- | --- | --- |
| [Q1] | [Question] | [✅ RESOLVED / ⏳ PENDING / ⏳ DECISION LATER / ❌ BLOCKED] | [name] | [Decision, or action and date] |

**Document Completeness**: Complete once each question is resolved or knowingly put off ("decision later").
`;

const document = `# Design: Holds

**Status:** Approved
**Owner:** Ines Okafor

## 1. Context

Holds wait. Is that a question? It is not listed.

## 2. Risks + open questions

- Risks:
  - Who knows? → nobody
- Open questions:
  - Does the mobile library count? (Owner: Ada, Due: 2026-02-16)
  - Which branch comes first? It was decided in spring: the harbour.

## 3. Decisions to come

### Question: Who pays?

- **Owner:** Mara
- **Due:** 2026-02-27
- **Status:** open

### Question: Who signs?

- **Owner:** Mara
- **Due:** 2026-02-27
- **Status:** answered

## Appendix A: Open Questions & Unknowns

| # | Question | Status | Owner | Notes/Decision |
| --- | --- | --- | --- | --- |
| Q1 | A second region? | ✅ RESOLVED | Ada | Decision: backups only |
| Q2 | Who pays for it? | ✅ RESOLVED | Ada |  |
| Q3 | One bus? | ⏳ PENDING |  | **Action**: Mara times both by 2026-05-06 |
| Q4 | Which cache? | ⏳ PENDING | Ada | **Action**: try both |
| Q5 | History? | ❌ BLOCKED | Ada |  |
| Q6 | Schools? | ⏳ DECISION LATER |  |  |
| Q7 | Old cards? | ⏳ PENDING | Ada | Ada asks by 2026-03-01 |

**Document Completeness**: Complete once each question is resolved or knowingly put off ("decision later").
`;

function told(one: Document, today = '2026-03-10'): readonly string[] {
	return check(one, {...noFacts, today})
		.filter(({ruleId}) => ruleId.startsWith('question'))
		.map(({ruleId, place, reason}) => `${place.line}:${place.column} ${ruleId} ${reason}`);
}

const lineOf = (text: string): number => document.slice(0, document.indexOf(text)).split('\n').length;

describe('planted faults', () => {
	it('are told each at its place, and nothing else is', () => {
		const [q2, q3, q4, q5, q7] = ['Q2', 'Q3', 'Q4', 'Q5', 'Q7'].map(id => lineOf(`| ${id}`));
		const mobile = lineOf('Does the mobile');
		const names = '"Does the mobile library count?", "Who pays?", "Q3", "Q4", "Q5" and 1 more';
		expect(told(match(readForm(template), document))).toEqual([
			`${mobile}:3 questions-left The document is "Approved", and 6 are open: ${names}.`,
			`${mobile}:54 question-due The question "Does the mobile library count?" is open, and was due on 2026-02-16.`,
			`${lineOf('2026-02-27')}:12 question-due The question "Who pays?" is open, and was due on 2026-02-27.`,
			`${q2}:1 question-decision The question "Q2" is called answered, and has no decision.`,
			`${q3}:30 question-owner The question "Q3" is open, and nobody owns it.`,
			`${q4}:41 question-due The question "Q4" is open, and has no due date.`,
			`${q5}:19 question-blocker The question "Q5" is blocked, and nothing says by what.`,
			`${q5}:36 question-due The question "Q5" is open, and has no due date.`,
			`${q7}:39 question-due The question "Q7" is open, and was due on 2026-03-01.`,
		]);
	});

	it('are the same with Windows line ends', () => {
		const windows = match(readForm(template.replaceAll('\n', '\r\n')), document.replaceAll('\n', '\r\n'));
		expect(told(windows)).toEqual(told(match(readForm(template), document)));
	});

	it('are gone once they are mended', () => {
		const mended = document
			.replace('**Status:** Approved', '**Status:** In Review')
			.replaceAll('2026-02-', '2026-04-')
			.replace('| Ada |  |\n| Q3', '| Ada | Decision: the desk |\n| Q3')
			.replace('PENDING |  |', 'PENDING | Mara |')
			.replace('try both', 'try both by 2026-04-01')
			.replace('| ❌ BLOCKED | Ada |  |', '| ❌ BLOCKED | Ada | The law is not out before 2026-05-01 |')
			.replace('2026-03-01', '2026-04-01');
		expect(told(match(readForm(template), mended))).toEqual([
			expect.stringMatching(/questions-left The template calls/),
		]);
		const settled = mended.replaceAll(/⏳ PENDING|❌ BLOCKED/g, '⏳ DECISION LATER');
		const answered = settled.replace('**Status:** open', '**Status:** answered').replace(/^.*mobile library.*\n/m, '');
		expect(told(match(readForm(template), answered))).toEqual([]);
	});
});

describe('as a list', () => {
	const rows = questionRows(match(readForm(template), document), {...noFacts, today: '2026-03-10'});

	it('each is told with its state, and by whom and when it is answered', () => {
		expect(rows.map(row => `${row.question}  ${standingWords(row)}`)).toEqual([
			'Does the mobile library count?  open, owner Ada, due 2026-02-16, overdue',
			'Which branch comes first? It was decided in spring: the harbour.  in a state that is not known',
			'Who pays?  open, owner Mara, due 2026-02-27, overdue',
			'Who signs?  answered',
			'Q1 A second region?  answered: Decision: backups only',
			'Q2 Who pays for it?  answered',
			'Q3 One bus?  in progress, due 2026-05-06: Action: Mara times both by 2026-05-06',
			'Q4 Which cache?  in progress, owner Ada: Action: try both',
			'Q5 History?  blocked, owner Ada',
			'Q6 Schools?  put off',
			'Q7 Old cards?  in progress, owner Ada, due 2026-03-01, overdue: Ada asks by 2026-03-01',
		]);
		expect(questionCounts(rows)).toBe(
			'2 open, 3 in progress, 1 blocked, 1 put off, 3 answered, 1 in a state that is not known, 3 overdue',
		);
	});

	it('is without the brackets in which its day stands', () => {
		const of = (item: string): string => {
			const text = (one: string) => `# Plan\n\n## Open questions\n\n- ${one}\n`;
			const [row] = questionRows(match(readForm(text('[Question]')), text(item)), noFacts);
			return `${row!.question}  ${standingWords(row!)}`;
		};
		expect(of('Who pays? (confirm by 2026-03-01)')).toBe('Who pays?  open, due 2026-03-01');
		expect(of('Who pays (Ada or Bo)? (Ada, by 2026-03-01)')).toBe('Who pays (Ada or Bo)?  open, due 2026-03-01');
		expect(of('Who pays by 2026-03-01?')).toMatch(/^Who pays by 2026-03-01\?  open/);
	});

	it('a word of the project is a state, and one of its own is shown where nobody knows it', () => {
		const said = (status: string, states = {}): string => {
			const text = `# Plan\n\n## Open questions\n\n| Question | Status |\n| --- | --- |\n| Who? | ${status} |\n`;
			const own = {severities: new Map(), words: {toBeDone: [], questions: [], states, dates: {}}};
			return questionRows(asDocument(readForm(text)), {...noFacts, own})
				.map(standingWords)
				.join();
		};
		expect(said('Brewing')).toBe('Brewing');
		expect(said('Brewing', {blocked: ['Brewing']})).toBe('blocked');
	});
});

describe('without a fault', () => {
	it('nothing is said of a blank template, with or without itself as its template', () => {
		const bundled = join(import.meta.dirname, '../../../templates');
		const texts = readdirSync(bundled, {withFileTypes: true})
			.filter(entry => entry.isFile())
			.map(({name}) => readFileSync(join(bundled, name), 'utf8'));
		for (const text of [template, ...texts]) {
			expect(told(match(readForm(text), text))).toEqual([]);
			expect(told(asDocument(readForm(text)))).toEqual([]);
		}
	});

	it('nothing is said of a list that is no list of questions, of unknown words and of answers below a question', () => {
		const own = `# Plan

Status: Final

## FAQ

| Question | Answer |
| --- | --- |
| Why? | Because. |

## Open questions

- [x] Who signs?
- ~~Who pays?~~ the desk
- Who waits? (resolved: nobody)
- Which one?
  > The first.
- Waiting on Bob

## Survey

| Question | Status | Owner |
| --- | --- | --- |
| Which colour? | Sent out |  |
`;
		expect(told(asDocument(readForm(own)))).toEqual([]);
	});
});
