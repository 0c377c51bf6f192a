/** Cells of a table: options, dates, numbers and names are taken as they are in fields of their own. */

import {describe, expect, it} from 'vitest';
import {messagesOf, offerInHand, type WizardState} from '../../../source/core/wizard/index.ts';
import {answer, begin, go, now, play, press, type} from './session.ts';

const source = `# Plan

## Questions

| Question | Status | Owner | Due | Count |
|---|---|---|---|---|
| [question] | ⏳ PENDING / ✅ RESOLVED / 🚫 Won't do | [Name] | [YYYY-MM-DD] | [20] |

## After

Describe it.
`;

const next = press('cell.next');
const rows = (state: WizardState) => answer(state, 'questions/body') as Record<string, string>[];
const inTable = () => play(begin(source), go('questions/body')).state;
const atStatus = () => play(inTable(), type('Who?'), next).state;
const erase = {type: 'edit', edit: {type: 'delete', motion: 'left'}, now} as const;

describe('a cell of options', () => {
	it.each([
		['RESOLVED', '✅ RESOLVED'],
		['resolved', '✅ RESOLVED'],
		['r', '✅ RESOLVED'],
		["won't", "🚫 Won't do"],
		['wont do', "🚫 Won't do"],
		['3', "🚫 Won't do"],
	])('takes %j for %s', (typed, option) => {
		const keys = [...typed].map(key => type(key));
		expect(rows(play(atStatus(), ...keys).state)[0]?.['status']).toBe(option);
		const pasted = {type: 'edit', edit: {type: 'insert', text: typed, paste: true}, now} as const;
		if (typed !== '3') expect(rows(play(atStatus(), pasted, next).state)[0]?.['status']).toBe(option);
	});

	it('goes from option to option, round the end', () => {
		const twice = play(atStatus(), type(' '), type(' ')).state;
		expect(rows(twice)[0]?.['status']).toBe('✅ RESOLVED');
		expect(rows(play(twice, press('cell.down'), press('cell.down')).state)[0]?.['status']).toBe('⏳ PENDING');
		expect(rows(play(twice, press('cell.up')).state)[0]?.['status']).toBe('⏳ PENDING');
	});

	it('takes another letter in the place of the option that stands there, also when one comes back to it', () => {
		const back = play(atStatus(), type('r'), next, press('cell.previous')).state;
		expect(rows(play(back, type('p')).state)[0]?.['status']).toBe('⏳ PENDING');
		expect(rows(play(back, erase).state)[0]?.['status']).toBe('');
	});

	it('is undone key by key and by answer', () => {
		const taken = play(atStatus(), type('r'), type('p')).state;
		expect(rows(play(taken, press('field.undo')).state)[0]?.['status']).toBe('✅ RESOLVED');
	});

	it('keeps what means no option, and says so of each cell by its row and column', () => {
		const wrong = play(atStatus(), type('Perhaps'), next, next, type('soon'), next, type('lots')).state;
		const said = messagesOf(wrong, wrong.focus).filter(({severity}) => severity === 'error');
		expect(said.map(({reason, words = reason}) => words)).toEqual([
			expect.stringMatching(/in row 1, column Status, “Perhaps” is none of the options/),
			expect.stringMatching(/in row 1, column Due/),
			expect.stringMatching(/in row 1, column Count/),
		]);
	});
});

describe('options that are suggestions', () => {
	const open = `# Plan\n\n## Tests\n\n| What | How |\n|---|---|\n| [what] | unit / end to end / load, etc. |\n`;
	const atHow = () => play(begin(open), go('tests/body'), type('Login'), press('cell.next')).state;
	const how = (state: WizardState) => (answer(state, 'tests/body') as Record<string, string>[])[0]?.['how'];

	it('are completed, and others stand as they were typed', () => {
		expect(how(play(atHow(), ...[...'end t'].map(key => type(key))).state)).toBe('end to end');
		expect(how(play(atHow(), ...[...'3 people'].map(key => type(key)), press('field.next')).state)).toBe('3 people');
		expect(how(play(atHow(), ...[...'unitary'].map(key => type(key)), press('field.next')).state)).toBe('unitary');
	});
});

describe('cells of dates, numbers and people', () => {
	const atOwner = () => play(atStatus(), next).state;
	const atDue = () => play(atOwner(), next).state;
	const atCount = () => play(atDue(), next).state;

	it('spell a date out when the cell, or the field, is left', () => {
		expect(rows(play(atDue(), type('tomorrow'), next).state)[0]?.['due']).toBe('2026-03-10');
		expect(rows(play(atDue(), type('+2w'), press('field.next')).state)[0]?.['due']).toBe('2026-03-23');
	});

	it('go by a day and by one', () => {
		expect(rows(play(atDue(), press('cell.up'), press('cell.up')).state)[0]?.['due']).toBe('2026-03-10');
		expect(rows(play(atCount(), type('$1,999.50'), press('cell.up')).state)[0]?.['count']).toBe('$2,000.50');
		expect(rows(play(atCount(), type('3-5'), press('cell.up')).state)[0]?.['count']).toBe('3-5');
	});

	it('offer a name as a field for one does, and one key takes it', () => {
		expect(offerInHand(atOwner())).toEqual({value: 'Ada Byron', from: 'git'});
		const taken = play(atOwner(), press('field.use-default')).state;
		expect(rows(taken)[0]?.['owner']).toBe('Ada Byron');
		expect(offerInHand(taken)).toBeUndefined();
		expect(offerInHand(atDue())).toBeUndefined();
	});
});

it('a cell that the template fixes is not typed over', () => {
	const grid = '# A\n\n## RACI\n\n| Task | Who |\n|---|---|\n| Build | |\n| Run | |\n';
	const state = play(begin(grid), go('raci/body'), press('cell.next'), press('list.up')).state;
	const first = state.input.type === 'table' ? {...state, input: {...state.input, column: 0}} : state;
	const after = play(first, type('x')).state.input;
	expect(after.type === 'table' && after.rows[0]).toEqual(['Build', '']);
});

describe('rows that the template fixes', () => {
	const raci =
		'# A\n\n## RACI\n\n| Area | Does | Answers |\n|---|---|---|\n| **Build** | <names> | <names> |\n| Run | <names> | <names> |\n';
	const state = play(begin(raci), go('raci/body'), type('Ada')).state;

	it('say in which row and column the first open cell is, for it counts as answered with one', () => {
		const left = messagesOf(state, 'raci/body').filter(({ruleId}) => ruleId === 'placeholder-left');
		expect(left).toHaveLength(3);
		expect(left[0]?.reason).toContain('still has the template\'s "<names>" in row Build, column Answers.');
		expect(left[2]?.reason).toContain('in row Run, column Answers.');
	});

	it('are told to be fixed where one would add another', () => {
		expect(play(state, press('instance.add')).state.notice?.text).toBe('The template fixes these rows.');
	});
});
