import {describe, expect, it} from 'vitest';
import {play} from './session.ts';

const template = `# [Name]

## Header

- **Owner:** [name]
- **Date:** YYYY-MM-DD
- **Status:** Draft | In Review | Approved

## Context

> Say what forces the decision.

[Why now]

## Goals

- [Goal 1]
- [Goal 2]

## Risks

| Risk | Weight |
| --- | --- |
| [what may happen] | Low/Med/High |

## Notes (optional)

[Anything else]
`;

/** Answers to everything that the template asks for, in order, up to the review. */
const all = [
	'Signing keys',
	'Ada',
	'today',
	'2',
	'The old key ends.',
	'',
	'Two paragraphs.',
	'.',
	'Sign every event',
	'Lose none',
	'',
	'The key leaks',
	'High',
	'',
	':next',
];

function answerOf(played: Awaited<ReturnType<typeof play>>, id: string): unknown {
	const answer = played.state.answers.get(id);
	return answer?.state === 'answered' ? answer.value : answer;
}

describe('a session', () => {
	it('asks for each kind in its own way and writes the document', async () => {
		const played = await play({template}, [...all, '', '', 'y']);
		expect(played.rest).toEqual([]);
		expect(played.outcome).toMatchObject({type: 'written', path: 'signing-keys.md'});
		expect(played.files.get('signing-keys.md')?.trimEnd()).toBe(`# Signing keys

## Header

- **Owner:** Ada
- **Date:** 2026-11-22
- **Status:** In Review

## Context

The old key ends.

Two paragraphs.

## Goals

- Sign every event
- Lose none

## Risks

| Risk | Weight |
| --- | --- |
| The key leaks | High |`);
	});

	it('says how far it is and that it is saved after each answer', async () => {
		const played = await play({template}, ['Signing keys', 'Ada']);
		expect(played.shown).toMatch(/% complete, 2 of \d+ required; draft saved 10:42/);
	});

	it('shows guidance, the options and the number of the question', async () => {
		const played = await play({template}, [':goto 4', ':next']);
		expect(played.shown).toContain('4 of ');
		expect(played.shown).toContain('2. In Review');
		expect(played.shown).toContain('Say what forces the decision.');
	});

	it('goes on behind the lines typed so far after a command that only tells something', async () => {
		const played = await play({template}, [':goto 5', 'One.', ':gaps', 'Two.', ':help', 'Three.', '.']);
		expect(answerOf(played, 'context/body')).toBe('One.\nTwo.\nThree.');
		expect(played.shown.match(/Say what forces the decision/g)).toHaveLength(1);
	});

	it('never shows a control sequence that a template brings', async () => {
		const played = await play({template: '# [Name]\n\n- **Ow\u001B[31mner:** [name]\n'}, ['A', ':gaps']);
		expect(played.shown).not.toContain('\u001B');
	});
});

describe('the end of input', () => {
	it('keeps the draft and says what is open', async () => {
		const played = await play({template}, ['Signing keys']);
		expect(played.outcome).toEqual({type: 'quit'});
		expect(played.endOfInput).toBe(true);
		expect(played.open).toBeGreaterThan(0);
		expect(played.shown).toMatch(/required questions are open; draft saved/);
		expect(answerOf(played, 'document/title')).toBe('Signing keys');
	});

	it('keeps the lines of a text that was not ended', async () => {
		const played = await play({template}, [':goto 5', 'First line', 'second']);
		expect(answerOf(played, 'context/body')).toBe('First line\nsecond');
	});

	it('ends also where the draft cannot be saved', async () => {
		const played = await play({template, failing: true}, ['Signing keys']);
		expect(played.outcome).toEqual({type: 'quit'});
		expect(played.shown).toContain('NOT SAVED: The disk is full.');
	});
});

describe('a draft that can not be saved', () => {
	it('is told after the answer, and :save saves it once it can be, with everything in it', async () => {
		const answers = [':goto 5', 'Because.', '.', ':save', ':quit'];
		const full = await play({template, failing: true}, answers);
		const tries = full.saves;
		// Only the one that :save asks for works.
		const played = await play({template, failing: tries - 2}, answers);
		expect(played.shown).toMatch(/% complete.*; NOT SAVED: The disk is full\. What you answer stays in memory; :save/);
		expect(played.shown).toMatch(/:save\n {2}draft saved 10:42; :write writes the document\./);
		expect(answerOf(played, 'context/body')).toBe('Because.');
	});

	it('can be tried again where it is asked whether to quit', async () => {
		const played = await play({template, failing: true}, ['Signing keys', ':quit', ':save', ':quit', 'y']);
		expect(played.shown.split(':save tries again.').length).toBeGreaterThan(3);
		expect(played.outcome).toEqual({type: 'quit'});
	});
});

describe('commands', () => {
	it(':back goes back, and Enter there keeps what was said', async () => {
		const played = await play({template}, ['Signing keys', ':back', '', 'Ada', ':quit']);
		expect(answerOf(played, 'document/title')).toBe('Signing keys');
		expect(answerOf(played, 'header/owner')).toBe('Ada');
		expect(played.endOfInput).toBe(false);
	});

	it(':na marks with its reason, and asks for one where none is given', async () => {
		const played = await play({template}, [':goto 4', ':na Nobody reviews it', ':na', 'Nothing forces it', ':quit']);
		expect(answerOf(played, 'header/status')).toEqual({state: 'not-applicable', reason: 'Nobody reviews it'});
		expect(answerOf(played, 'context/body')).toEqual({state: 'not-applicable', reason: 'Nothing forces it'});
	});

	it(':na a second time changes the reason', async () => {
		const played = await play({template}, [':goto 4', ':na One', ':back', ':na Two', ':quit']);
		expect(answerOf(played, 'header/status')).toEqual({state: 'not-applicable', reason: 'Two'});
	});

	it(':as tells how a question can be read, and reads it so', async () => {
		const played = await play({template: '# [Title]\n\n- Way out: [train, bus or on foot]\n'}, [
			'Trip',
			':as',
			':as 99',
			':as 1',
			'bus or on foot',
			':quit',
		]);
		expect(played.shown).toContain('1. One of: train, bus or on foot');
		expect(played.shown).toContain('A line of text (as it is read now)');
		expect(played.shown).toContain('There is no way "99" to read this');
		expect(played.state.form.fields.find(({id}) => id === 'document/way-out')?.kind).toBe('choice');
		expect(played.state.answers.get('document/way-out')).toEqual({state: 'answered', value: 'bus or on foot'});
	});

	it(':clear and :undo take back', async () => {
		const played = await play({template}, ['Signing keys', ':back', ':clear', ':quit']);
		expect(answerOf(played, 'document/title')).toBeUndefined();
		const undone = await play({template}, ['Signing keys', ':back', ':clear', ':undo', ':quit']);
		expect(answerOf(undone, 'document/title')).toBe('Signing keys');
	});

	it(':gaps, :preview, :save and :help tell', async () => {
		const played = await play({template}, ['Signing keys', ':gaps', ':preview', ':save', ':help', ':quit']);
		expect(played.shown).toMatch(/2\. Header › Owner: /);
		expect(played.shown).toContain('# Signing keys');
		expect(played.shown).toContain(':write writes the document');
		expect(played.shown).toContain(':na REASON');
	});

	it(':edit takes what the editor gives back', async () => {
		const played = await play({template, edited: 'From the editor.\n'}, [':goto 5', ':edit', '', ':quit']);
		expect(answerOf(played, 'context/body')).toBe('From the editor.');
	});

	it('work in the middle of a table, and keep its cells', async () => {
		const played = await play({template}, [':goto 7', 'The key leaks', ':quit']);
		const table = played.state.form.fields.find(({kind}) => kind === 'table');
		expect(answerOf(played, table?.id ?? '')).toMatchObject([{risk: 'The key leaks'}]);
	});

	it('that are none are said to be none, and two colons are an answer', async () => {
		const played = await play({template}, [':nonsense', '::key', ':quit']);
		expect(played.shown).toContain('There is no ":nonsense"');
		expect(answerOf(played, 'document/title')).toBe(':key');
	});

	it(':goto says which numbers there are', async () => {
		const played = await play({template}, [':goto 99', ':quit']);
		expect(played.shown).toMatch(/no question "99"; the numbers go from 1 to \d+/);
	});
});

describe('kinds that have a way of their own', () => {
	/** The answer to the one field of that kind after playing the answers on it. */
	async function answer(source: string, kind: string, answers: readonly string[]): Promise<unknown> {
		const first = await play({template: source}, [':quit']);
		const index = first.state.form.fields.findIndex(field => field.kind === kind);
		expect(index).toBeGreaterThanOrEqual(0);
		const played = await play({template: source}, [`:goto ${index + 1}`, ...answers, ':quit']);
		expect(played.rest).toEqual([]);
		return answerOf(played, played.state.form.fields[index]?.id ?? '');
	}

	it('ticks the items that the template fixes, by their numbers', async () => {
		const source = '# [Name]\n\n## Ready\n\n- [ ] Tests pass\n- [ ] Alarms are set\n- [ ] Runbook is written\n';
		const value = await answer(source, 'checklist', ['1, 3']);
		expect(Object.values(value as Record<string, boolean>)).toEqual([true, false, true]);
	});

	it('tells of boxes that follow from the document what they become, and leaves them so', async () => {
		const source =
			'# [Name]\n\n## Alerts\n\n[who is woken]\n\n## Runbook\n\n[where it is]\n\n## Quality gate\n\n- [ ] Alerts are defined\n- [ ] Runbook is defined\n- [ ] The team has read it\n';
		const asked = ['Keys', 'The desk.', '.', '', '2, 3', '', '', 'y'];
		const played = await play({template: source}, asked);
		expect(played.shown).toContain(
			'    [x] Alerts are defined\n        Computed: met. “Alerts”: nothing is open.\n    [ ] Runbook is defined\n        Computed: not met. “Runbook” says nothing yet.\n    [ ] The team has read it\n',
		);
		expect(played.shown).toContain('The document decides this box. Computed: not met. “Runbook” says nothing yet.');
		expect([...played.files.values()][0]).toMatch(/\[x\] Alerts .*\n- \[ \] Runbook .*\n- \[x\] The team/);
	});

	it("takes items of the author's own, done or not", async () => {
		const source = '# [Name]\n\n## Criteria\n\n- [ ] [criterion]\n- [ ] [criterion]\n';
		expect(await answer(source, 'checklist', ['Signs each event', '[x] Loses none', ''])).toEqual([
			{text: 'Signs each event', done: false},
			{text: 'Loses none', done: true},
		]);
	});

	it('asks only for the cells that the template leaves open', async () => {
		const source =
			'# [Name]\n\n## Roles\n\n| Area | Does | Answers |\n| --- | --- | --- |\n| Product | <name> | <name> |\n| Support | <name> | <name> |\n';
		const value = await answer(source, 'table', ['Ada', 'Grace', '', 'Edsger']);
		expect(JSON.parse(JSON.stringify(value))).toEqual({
			product: {does: 'Ada', answers: 'Grace'},
			support: {does: '', answers: 'Edsger'},
		});
	});

	it('adds rows to a table, or starts it over', async () => {
		const source = '# [Name]\n\n## Risks\n\n| Risk | Owner |\n| --- | --- |\n| [what] | [who] |\n';
		const added = await answer(source, 'table', ['One', 'Ada', '', ':back', '1', 'Two', 'Grace', '']);
		expect(added).toMatchObject([
			{risk: 'One', owner: 'Ada'},
			{risk: 'Two', owner: 'Grace'},
		]);
		const anew = await answer(source, 'table', ['One', 'Ada', '', ':back', '2', 'Two', 'Grace', '']);
		expect(anew).toMatchObject([{risk: 'Two', owner: 'Grace'}]);
	});

	it("takes a cell's option by its words without the sign in front, and spells a date out", async () => {
		const source =
			'# [Name]\n\n## Questions\n\n| Question | Status | Due |\n| --- | --- | --- |\n| [what] | ⏳ PENDING / ✅ RESOLVED | [YYYY-MM-DD] |\n';
		const value = await answer(source, 'table', ['Who?', 'resolved', '+1d', 'Why?', 'pend', '', '']);
		expect(value).toMatchObject([
			{question: 'Who?', status: '✅ RESOLVED', due: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) as string},
			{question: 'Why?', status: '⏳ PENDING'},
		]);
	});

	it('takes code up to a lone dot, and a line of dots with one dot more', async () => {
		const source = '# [Name]\n\n## Diagram\n\n```mermaid\nflowchart LR\n  A --> B\n```\n';
		expect(await answer(source, 'code', ['flowchart TB', '  X --> Y', '..', '.'])).toBe('flowchart TB\n  X --> Y\n.');
	});

	it('shows the sample of a code field, and :take begins with it', async () => {
		const source = '# [Name]\n\n## Diagram\n\n```mermaid\nflowchart LR\n  A --> B\n```\n';
		const left = await play({template: source}, ['Keys', '', ':quit']);
		expect(left.shown).toContain('    flowchart LR\n      A --> B');
		expect(answerOf(left, 'diagram/diagram')).toBeUndefined();
		const taken = await play({template: source}, ['Keys', ':take', '', ':quit']);
		expect(answerOf(taken, 'diagram/diagram')).toBe('flowchart LR\n  A --> B');
	});

	it('keeps what stands in a text when Enter comes first', async () => {
		const source = '# [Name]\n\n## Context\n\n[Why now]\n';
		expect(await answer(source, 'prose', ['Because.', '.', ':back', ''])).toBe('Because.');
	});
});

describe('an answer that is not valid', () => {
	it('is told and holds nobody back', async () => {
		const played = await play({template}, [':goto 3', '2026-02-30', ':quit']);
		expect(played.shown).toMatch(/ {2}! .*Date/);
		expect(answerOf(played, 'header/date')).toBe('2026-02-30');
	});

	it('is not told of a date that is only written in words', async () => {
		const played = await play({template}, [':goto 3', 'today', ':quit']);
		expect(answerOf(played, 'header/date')).toBe('2026-11-22');
		expect(played.shown).not.toContain('!');
	});

	it('is asked for again where it is none of the options', async () => {
		const played = await play({template}, [':goto 4', 'Perhaps', 'approved', ':quit']);
		expect(played.shown).toContain('"Perhaps" is none of the options');
		expect(answerOf(played, 'header/status')).toBe('Approved');
	});
});

describe('the end of the walk', () => {
	it('goes to a gap by its number and comes back', async () => {
		const open = [...all];
		open[1] = ':next';
		const played = await play({template}, [...open, '2', 'Ada', ':write', '', 'y']);
		expect(answerOf(played, 'header/owner')).toBe('Ada');
		// Each question has one number, wherever it is named.
		expect(played.shown).toContain('2 of 8. Owner');
		expect(played.shown).toContain('  2. Header › Owner: required and not answered');
		expect(played.outcome).toMatchObject({type: 'written'});
	});

	it('asks before it overwrites, with the difference, and takes another path', async () => {
		const played = await play({template, files: {'signing-keys.md': 'older'}}, [
			...all,
			'',
			'',
			'y',
			'n',
			'other.md',
			'y',
		]);
		expect(played.shown).toContain('- 5');
		expect(played.files.get('signing-keys.md')).toBe('older');
		expect(played.outcome).toMatchObject({type: 'written', path: 'other.md'});
	});

	it('commits when told to, with the message as proposed or typed', async () => {
		const proposed = await play({template, branch: 'main'}, [...all, '', '', 'y', 'y', '']);
		expect(proposed.shown).toMatch(
			/Only \S+\.md is committed in the git repository ~\/project; .*\n.*Commit it to main\?/,
		);
		expect(proposed.messages).toHaveLength(1);
		expect(proposed.messages[0]).toMatch(/signing keys/i);
		const typed = await play({template, branch: 'main'}, [...all, '', '', 'y', 'y', 'Settle the keys']);
		expect(typed.messages).toEqual(['Settle the keys']);
		const none = await play({template, branch: 'main'}, [...all, '', '', 'y', 'n']);
		expect(none.messages).toEqual([]);
		expect(none.outcome).toMatchObject({type: 'written'});
	});

	it('takes the message from an editor, shows it whole, and tells of a long subject', async () => {
		const edited = `${'x'.repeat(80)}\n\n# Why\n\n- because`;
		const played = await play({template, branch: 'main', edited}, [...all, '', '', 'y', 'y', ':edit', '']);
		expect(played.shown).toContain('    # Why\n    \n    - because');
		expect(played.shown).toContain('  ! The first line is 80 characters wide');
		expect(played.messages).toEqual([edited]);
		const typed = await play({template, branch: 'main'}, [...all, '', '', 'y', 'y', `::${'x'.repeat(80)} `]);
		expect(typed.messages).toEqual([`:${'x'.repeat(80)} `]);
		expect(typed.shown).toContain('  ! The first line is 82 characters wide');
	});

	it('commits on a new branch that :branch names, with the name looked at as on the screen', async () => {
		const written = [...all, '', '', 'y', 'y'];
		const named = await play({template, branch: 'main'}, [...written, ':branch docs/keys', '']);
		expect([named.branches, named.rest]).toEqual([['docs/keys'], []]);
		expect(named.shown).toContain('Commit message on the new branch docs/keys (');
		const asked = await play({template, branch: 'main'}, [...written, ':branch', 'docs/keys', '']);
		expect(asked.branches).toEqual(['docs/keys']);
		const wrong = await play({template, branch: 'main'}, [...written, ':branch two words', 'docs/keys', '']);
		expect(wrong.shown).toContain(`! "two words" can't be a branch's name.`);
		expect(wrong.branches).toEqual(['docs/keys']);
		const back = await play({template, branch: 'main'}, [...written, ':branch docs/keys', ':branch', '', '']);
		expect(back.branches).toEqual(['docs/keys']);
		const early = await play({template, branch: 'main'}, [':branch docs/keys', ':quit']);
		expect(early.shown).toContain('A branch is named at the message of a commit');
	});

	it('names an answer that cannot stand in the document, and goes there or writes without it', async () => {
		const answers = [...all];
		answers[4] = '```sh';
		const back = await play({template}, [...answers, ':write', '', 'y', 'In words.', '.', ':quit']);
		expect(back.shown).toContain('begins on line 1 of the answer and never ends');
		expect(answerOf(back, 'context/body')).toBe('In words.');
		const written = await play({template}, [...answers, ':write', '', 'n']);
		expect(written.outcome).toMatchObject({type: 'written', refused: [{code: 'value.unclosed'}]});
	});

	it('goes back from writing to the questions', async () => {
		const played = await play({template}, [...all, '', ':back', ':quit']);
		expect(played.outcome).toEqual({type: 'quit'});
		expect(played.rest).toEqual([]);
	});
});

describe('who and what is known', () => {
	const template = '# [Title]\n\n- **Reviewers:** [Names]\n- **Team:** [text]\n- **Project:** [text]\n';
	const known = {
		author: 'Ada Byron',
		people: ['Grace Hopper', 'Hopper, G.'],
		folder: 'payments',
		earlier: [{question: 'team', value: 'Orange', document: 'Returns'}],
	};

	it('is told, and people are taken by their numbers, never by going on', async () => {
		const played = await play({template, known}, ['T', ':take 1', ':take 1', ':take 9', '']);
		expect(played.shown).toContain('People (:take and a number adds one): 1 Grace Hopper, 2 Hopper, G., 3 Ada Byron');
		expect(played.shown).toContain('There is no person "9" to take; the numbers go from 1 to 1.');
		expect(answerOf(played, 'document/reviewers')).toEqual(['Grace Hopper', 'Hopper, G.']);
	});

	it('is not taken by Enter where it only may be meant, and by :take where the author says so', async () => {
		const played = await play({template, known}, ['T', '', '', ':take', '', '']);
		expect(played.shown).toContain('Offered, :take takes it: Orange (as in “Returns”)');
		expect(answerOf(played, 'document/team')).toBeUndefined();
		expect(answerOf(played, 'document/project')).toBe('payments');
	});
});
