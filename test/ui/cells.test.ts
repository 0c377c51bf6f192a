/** Cells and items on the screen: names suggested in cells, columns that keep what is short, items of several rows. */

import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import type {Column} from '../../source/core/form/index.ts';
import {createBuffer} from '../../source/core/text/index.ts';
import {start, type WizardState} from '../../source/core/wizard/index.ts';
import {readForm} from '../../source/core/form/index.ts';
import {checklistView} from '../../source/ui/components/checklist-input.ts';
import {columnWidths} from '../../source/ui/components/column-widths.ts';
import {drawLines} from '../../source/ui/drawing/line.ts';
import {wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {look, press, screen, surroundings, type} from './on-screen.ts';
import {now} from './states.ts';

/** A wizard at that field, that knows some people. */
function at(body: string, people: readonly string[] = [], size = {columns: 80, rows: 24}): WizardState {
	const begun = start({
		form: readForm(`# Plan\n\n## Facts\n\n${body}\n`),
		template: {name: 'plan', hash: '0123456789ab', origin: 'file'},
		context: {today: '2026-03-04', marker: false, begun: true, people},
		size,
		savedAt: now,
		focus: 'facts/body',
	});
	if (!begun.ok) throw new Error(begun.problem.summary);
	return begun.value;
}

const cell = ({input}: WizardState): string => (input.type === 'table' ? input.cell.lines.join('') : '');

describe('a name in a cell', () => {
	const raci =
		'| Area | Responsible | Consulted |\n|---|---|---|\n| Product | <name> | <names> |\n| Engineering | <name> | <names> |';
	const known = ['Grace Hopper', 'Ada Lovelace', 'Grete Hermann'];

	test('is suggested while it is typed, and taken by one key', () => {
		const begun = type(at(raci, known), 'ad');
		expect(screen(begun)).toMatch(/[›>] Ada Lovelace +→ takes this name/);
		const taken = press(begun, 'right');
		expect(cell(taken)).toBe('Ada Lovelace');
		expect(screen(taken)).not.toContain('takes this name');
	});

	test('is gone to without leaving the row, and then taken by Enter', () => {
		const second = press(type(at(raci, known), 'gr'), 'pagedown');
		expect(screen(second)).toMatch(/[›>] Grete Hermann +Enter takes this name/);
		expect(cell(press(second, 'enter'))).toBe('Grete Hermann');
		expect(cell(press(second, 'pageup', 'right'))).toBe('Grace Hopper');
	});

	test('is not in the way: Enter goes on with what was typed, arrows change the row', () => {
		const begun = type(at(raci, known), 'gr');
		const next = press(begun, 'enter');
		expect(next.input).toMatchObject({row: 0, column: 2});
		expect(press(begun, 'down').input).toMatchObject({row: 1, column: 1});
		const gone = press(begun, 'pagedown', 'down', 'up');
		expect(screen(gone)).toContain('→ takes this name');
	});

	test('stands behind those before it, none of which is suggested again', () => {
		const several = type(press(type(at(raci, known), 'ad'), 'right'), ', g');
		expect(cell(press(several, 'right'))).toBe('Ada Lovelace, Grace Hopper');
		expect(screen(type(press(several, 'right'), ', ad'))).not.toContain('takes this name');
	});

	test('that stands in another cell is known, and what does not apply is nobody', () => {
		const elsewhere = type(press(type(at(raci), 'Emmy Noether'), 'enter'), 'N/A');
		const below = press(elsewhere, 'enter');
		expect(screen(type(below, 'em'))).toContain('Emmy Noether');
		expect(screen(type(below, 'n'))).not.toMatch(/[›>] N\/A/);
	});

	test('is typed alone in a column of something else', () => {
		const other = '| Part | Maker |\n|---|---|\n| <part> | <maker> |';
		expect(screen(type(at(other, known), 'ad'))).not.toContain('takes this name');
	});
});

describe('a name in a list of people', () => {
	const reviewers = (rows: number) => {
		const begun = start({
			form: readForm('# Plan\n\n## Reviewers\n\n- [Name]\n- [Name]\n'),
			template: {name: 'plan', hash: '0123456789ab', origin: 'file'},
			context: {today: '2026-03-04', marker: false, begun: true, people: ['Grace Hopper', 'Grete Hermann']},
			size: {columns: 80, rows},
			savedAt: now,
			focus: 'reviewers/body',
		});
		if (!begun.ok) throw new Error(begun.problem.summary);
		return begun.value;
	};

	const lines = ({input}: WizardState) => (input.type === 'text' ? input.buffer.lines : []);

	test('is suggested below the lines and taken there; Enter makes a new line as long as none was gone to', () => {
		const begun = type(press(type(reviewers(24), 'Ada'), 'enter'), 'gr');
		expect(screen(begun)).toMatch(/Ada\s+┃ gr\s+[›>] Grace Hopper +→ takes this name\s+Grete Hermann/);
		expect(lines(press(begun, 'right', 'enter'))).toEqual(['Ada', 'Grace Hopper', '']);
		expect(lines(press(begun, 'down', 'enter'))).toEqual(['Ada', 'Grete Hermann']);
		expect(lines(press(begun, 'enter'))).toEqual(['Ada', 'gr', '']);
	});

	test('and the line in hand stay in sight where a list is longer than the screen', () => {
		const many = Array.from({length: 30}, (_, index) => `Name ${index}`);
		const long = many.reduce((state, name) => press(type(state, name), 'enter'), reviewers(16));
		const seen = screen(type(long, 'gr'));
		expect(seen).toMatch(/Name 29\s+┃ gr\s+[›>] Grace Hopper/);
		expect(seen).toContain('Grete Hermann');
	});
});

describe('columns', () => {
	const text = (id: string, label = id): Column => ({id, label, kind: 'text'});
	const status: Column = {
		id: 'status',
		label: 'Status',
		kind: 'choice',
		options: ['Not started yet', 'Done'],
	};

	test('of options keep the longest whole while others are empty or long', () => {
		const columns = [text('Risk'), status, text('Mitigation'), text('Notes')];
		for (const room of [48, 52, 60]) {
			const widths = columnWidths(columns, [['Keys leak from the store', '', '', '']], room)!;
			expect(widths[1], `${room}`).toBeGreaterThanOrEqual(stringWidth('Not started yet'));
			expect(widths.reduce((sum, wide) => sum + wide, 0)).toBeLessThanOrEqual(room);
		}
	});

	test('that the template fixes keep their words while others are empty', () => {
		const columns = [text('Area'), text('Responsible'), text('Accountable'), text('Consulted'), text('Informed')];
		const rows = [['Support/Operations', '', '', '', '']];
		const isFixed = (_: number, column: number) => column === 0;
		expect(columnWidths(columns, rows, 63, isFixed)![0]).toBeGreaterThan(18);
		const typed = [['Support/Operations', 'Grace Brewster Hopper', '', '', '']];
		expect(columnWidths(columns, typed, 63, isFixed)![0]).toBeGreaterThan(18);
	});

	test.each([
		[80, 24],
		[120, 40],
		[200, 60],
	])('show the options in hand whole at %d×%d', (columns, rows) => {
		const risks =
			'| Risk | Status | Mitigation | Notes |\n|---|---|---|---|\n| <risk> | Not started yet / Being looked at / Done | <how> | <notes> |';
		const long = type(at(risks, [], {columns, rows}), 'Keys leak from the store while it is moved');
		const taken = type(press(long, 'enter'), 'b');
		expect(screen(taken)).toMatch(/│ B▐eing looked at▌ +│/);
	});
});

describe('an item longer than its row', () => {
	const words = 'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen';
	const items = Array.from({length: 6}, (_, index) => ({text: `${index + 1} ${words}`, done: index === 1}));
	const drawn = (cursor: number, width: number, height: number) => {
		const view = checklistView({items, cursor}, width, height, look);
		const rows = drawLines(view.lines, width, height, look)
			.replaceAll(/\u001B\[[\d;]*m/g, '')
			.split('\n')
			.map(row => row.trimEnd());
		return {view, rows};
	};

	test('goes on below its text, with nothing cut', () => {
		const {rows} = drawn(0, 40, 30);
		expect(rows.join('\n')).not.toContain('…');
		expect(rows.join(' ').replaceAll(/\s+/g, ' ')).toContain(`1 ${words}`);
		const column = rows[0]!.indexOf('1 one');
		expect(rows[1]!.search(/\S/)).toBe(column);
		expect(Math.max(...rows.map(row => stringWidth(row)))).toBeLessThanOrEqual(40);
	});

	test.each([0, 1, 2, 3, 4, 5])('is seen from its first word to its last when it is in hand: %d', cursor => {
		const {rows, view} = drawn(cursor, 40, 5);
		const seen = rows.join(' ').replaceAll(/\s+/g, ' ');
		expect(seen).toContain(`${cursor + 1} ${words}`);
		expect(rows[view.cursor!.row]).toContain(`${cursor + 1} one`);
	});

	test('shows its beginning where it is taller than the room', () => {
		const {rows, view} = drawn(3, 30, 2);
		expect(rows[view.cursor!.row]).toContain('4 one');
	});

	test('is wrapped while it is typed too, with the cursor behind what was typed', () => {
		const editing = createBuffer(words, {multiline: false});
		const view = checklistView({items: [{text: words, done: false}], cursor: 0, editing}, 40, 10, look);
		expect(view.lines.length).toBeGreaterThan(2);
		expect(view.cursor!.row).toBe(view.lines.length - 1);
		const state = type(at('- [ ] <criterion>'), 'word '.repeat(60));
		const frame = wizardFrame(state, surroundings);
		expect(screen(state).split('\n')[frame.cursor!.y]!.trimEnd()).toMatch(/word$/);
	});
});
