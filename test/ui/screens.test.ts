import {stripVTControlCharacters} from 'node:util';
import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {bindings} from '../../source/keymap/index.ts';
import type {Command, WizardState} from '../../source/core/wizard/index.ts';
import {createLook} from '../../source/ui/drawing/look.ts';
import {decode} from '../../source/ui/input/decode.ts';
import {interpret, interpretPaste} from '../../source/ui/input/interpret.ts';
import {textArea, wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import type {Frame} from '../../source/ui/drawing/frame.ts';
import {themes} from '../../source/theme/index.ts';
import {after, now, opened} from './states.ts';
import {runs} from '../property.ts';

const look = createLook({theme: themes.mono});
const surroundings = {look, table: bindings};

/** The screen's rows, put together from its panes. */
function rowsOf(frame: Frame): readonly string[] {
	const rows = Array.from({length: frame.size.rows}, () => ' '.repeat(frame.size.columns));
	const grid = rows.map(row => [...row]);
	for (const {rect, text} of frame.panes) {
		for (const [at, line] of stripVTControlCharacters(text).split('\n').entries()) {
			const row = grid[rect.y + at];
			if (row)
				row.splice(
					rect.x,
					stringWidth(line),
					...[...line].flatMap(character => [
						character,
						...Array.from({length: Math.max(0, stringWidth(character) - 1)}, () => ''),
					]),
				);
		}
	}

	return grid.map(row => row.join('').trimEnd());
}

function screen(state: WizardState): string {
	return rowsOf(wizardFrame(state, surroundings)).join('\n');
}

function press(state: WizardState, ...names: readonly string[]): WizardState {
	return names.reduce((current, name) => {
		const reading = {now, table: bindings, area: textArea(current, look)};
		return after(current, ...interpret(current, {type: 'key', name}, reading));
	}, state);
}

function type(state: WizardState, text: string): WizardState {
	return decode(text, {}).reduce((current, pressed) => {
		const reading = {now, table: bindings, area: textArea(current, look)};
		return after(current, ...interpret(current, pressed, reading));
	}, state);
}

const sizes = [
	[80, 24],
	[120, 40],
	[200, 60],
] as const;

/** Where each kind of field stands in the test template. */
function fieldOf(kind: string): string {
	const found = opened({columns: 80, rows: 24}).form.fields.find(field => field.kind === kind);
	if (!found) throw new Error(`no ${kind} in the template`);
	return found.id;
}

describe('the wizard', () => {
	test.each(sizes)(
		'says at %i×%i what is written, how far it is, that it is saved, where one is and what the keys are',
		(columns, rows) => {
			const text = screen(opened({columns, rows}, {focus: fieldOf('date')}));
			expect(text).toContain('specwright');
			expect(text).toMatch(/0% 0\/\d+ required/);
			expect(text).toContain('saved 10:42');
			expect(text).toMatch(/1\. Summary.* › Target date/);
			expect(text).toMatch(/section \d+\/\d+/);
			expect(text).toContain('Tab');
			expect(text).toContain('^Q quit');
		},
	);

	test('shows what is typed, and the meter moves with it', () => {
		const before = opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'});
		const typed = type(before, 'Sign partner events 漢字 👩‍👩‍👧');
		expect(screen(typed)).toContain('Sign partner events 漢字 👩‍👩‍👧');
		const percent = (state: WizardState) => Number(/(\d+)%/.exec(screen(state))?.[1]);
		expect(percent(typed)).toBeGreaterThan(percent(before));
		expect(screen(typed)).toContain('saving');
	});

	test('the cursor stands behind what is typed, wide characters counted as two cells', () => {
		const state = opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'});
		const start = wizardFrame(state, surroundings).cursor;
		const cursorAfter = (text: string) => wizardFrame(type(state, text), surroundings).cursor;
		expect(start).toBeDefined();
		expect(cursorAfter('abc')?.x).toBe((start?.x ?? 0) + 3);
		expect(cursorAfter('漢字')?.x).toBe((start?.x ?? 0) + 4);
		expect(cursorAfter('e\u0301👩‍👩‍👧')?.x).toBe((start?.x ?? 0) + 3);
		expect(cursorAfter('abc')?.y).toBe(start?.y);
	});

	test('a long text scrolls so that its cursor stays on the screen', () => {
		const state = opened({columns: 80, rows: 24}, {focus: fieldOf('prose')});
		const reading = {now, table: bindings, area: textArea(state, look)};
		const pasted = after(
			state,
			...interpretPaste(state, Array.from({length: 200}, (_, index) => `line ${index}`).join('\n'), reading),
		);
		const frame = wizardFrame(pasted, surroundings);
		expect(frame.cursor?.y).toBeLessThan(22);
		expect(rowsOf(frame)[frame.cursor?.y ?? 0]).toContain('line 199');
	});

	test('a paste into one line stays one answer and goes nowhere', () => {
		const state = opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'});
		const reading = {now, table: bindings, area: textArea(state, look)};
		const pasted = after(state, ...interpretPaste(state, 'first\r\nsecond\r', reading));
		expect(pasted.focus).toBe('summary/one-liner');
		expect(screen(pasted)).toContain('first second');
	});

	test('says that nothing is saved when the draft could not be written', () => {
		const state = after(opened({columns: 80, rows: 24}), {
			type: 'draft.failed',
			problem: {code: 'io.full', summary: 'The disk is full.', exit: 3},
		});
		expect(screen(state)).toContain('NOT SAVED');
		expect(screen(state)).toContain('The disk is full.');
	});

	test('a choice is taken by its digit and marked without colour', () => {
		const state = type(opened({columns: 80, rows: 24}, {focus: fieldOf('choice')}), '2');
		expect(screen(state)).toMatch(/› 2 ◉ In Review/);
		expect(screen(state)).toMatch(/1 ○ Draft/);
	});

	test('a table is a grid where it fits and a card where it does not', () => {
		const wide = type(opened({columns: 120, rows: 40}, {focus: fieldOf('table')}), 'Keys leak');
		expect(screen(wide)).toMatch(/›Risk +│ Impact +│ Owner/);
		expect(screen(wide)).toMatch(/› Keys leak/);
		const columns = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(letter => `Column ${letter}`);
		const source = `# T\n\n## Big\n\n| ${columns.join(' | ')} |\n|${' --- |'.repeat(7)}\n| ${columns.map(name => `<${name}>`).join(' | ')} |\n`;
		const form = opened({columns: 80, rows: 24}, {source});
		const table = form.form.fields.find(({kind}) => kind === 'table');
		expect(screen(type(opened({columns: 80, rows: 24}, {source, focus: table?.id ?? ''}), 'x'))).toMatch(
			/Row 1 of 1[\s\S]*› Column a: +x/,
		);
	});

	test('the outline tells each state in a glyph and a word', () => {
		const state = press(type(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}), 'x'), 'ctrl+t');
		expect(screen(state)).toMatch(/◐ +1\. Summary.*part/);
		expect(screen(state)).toMatch(/○ +2\. Goals.*empty/);
	});

	test('the outline is filtered by typing behind the slash', () => {
		const state = type(press(opened({columns: 80, rows: 24}), 'ctrl+t'), '/');
		expect(screen(type(state, 'risk'))).toContain('3. Risks');
		expect(screen(type(state, 'risk'))).not.toContain('2. Goals');
	});

	test('the palette finds commands, sections and fields', () => {
		const state = type(press(opened({columns: 80, rows: 24}), 'ctrl+p'), 'write');
		expect(screen(state)).toMatch(/Write the document.*\^S/);
	});

	test('not applicable asks why and then says so at the field', () => {
		const asked = press(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}), 'ctrl+n');
		expect(screen(asked)).toContain('does not apply');
		const marked = press(type(asked, 'no summary needed'), 'enter');
		expect(screen(marked)).toContain('n/a because no summary needed');
		const bare = press(asked, 'enter');
		expect(screen(bare)).toContain('n/a, reason missing');
		expect(screen(press(bare, 'ctrl+n'))).toContain('does not apply');
	});

	test('the key that takes an offer does so only where the offer is shown', () => {
		const source = '# A\n\n- **Created:** YYYY-MM-DD\n';
		const blank = opened({columns: 80, rows: 24}, {source});
		expect(screen(blank)).toContain('2026-03-04');
		const marked = press(type(press(blank, 'ctrl+n'), 'never begun'), 'enter');
		expect(screen(marked)).not.toContain('2026-03-04');
		expect(screen(press(marked, 'right'))).toContain('n/a because never begun');
	});

	test('an answer that cannot be written is named before the file is written without it', () => {
		const notes = opened({columns: 80, rows: 24}, {focus: 'notes/body'});
		const asked = press(type(notes, '```sh'), 'ctrl+s', 'enter');
		expect(screen(asked)).toMatch(/An answer cannot stand in the document/);
		expect(screen(asked)).toMatch(/begins on line 1/);
		expect(screen(asked)).toMatch(/y go there .* n write without/);
		expect(screen(press(asked, 'enter'))).toContain('```sh');
	});

	test('what is open, and the dates that fill themselves, add up to what the meter leaves', () => {
		const source = '# [Title]\n\n- **Created:** YYYY-MM-DD\n- **Name:** [name]\n';
		const asked = press(opened({columns: 80, rows: 24}, {source}), 'ctrl+s');
		expect(screen(asked)).toContain('0/3 required');
		expect(screen(asked)).toContain('2 required answers are still open');
		expect(screen(asked)).toContain('One more is a date');
		const review = press(opened({columns: 80, rows: 24}, {source}), 'alt+r');
		expect(screen(review)).toMatch(/2 required answers open, 1 date filled in when written/);
	});

	test('the review lists what is open', () => {
		const state = press(opened({columns: 80, rows: 24}), 'alt+r');
		expect(screen(state)).toMatch(/Review.*0%/);
		expect(screen(state)).toContain('One-liner');
	});

	test('writing asks for the path, shows what would change, and says what a commit takes', () => {
		const asked = press(opened({columns: 80, rows: 24}, {focus: 'summary/one-liner'}), 'ctrl+s');
		expect(screen(asked)).toMatch(/File: \S+\.md/);
		const looked = press(asked, 'enter');
		const path = looked.overlay?.type === 'write' ? looked.overlay.path.lines.join('') : '';
		const overwrite = after(looked, {
			type: 'target.looked-at',
			path,
			existing: {text: 'old words\n', version: '1'},
			repository: {branch: 'main', path},
		});
		expect(screen(overwrite)).toContain('-old words');
		expect(screen(overwrite)).toMatch(/y .*replace/);
		const commit = press(overwrite, 'y');
		expect(screen(commit)).toContain('on main');
		expect(screen(press(commit, 'y'))).toContain('Message: docs:');
	});

	test('quitting says that the draft is kept', () => {
		expect(screen(press(opened({columns: 80, rows: 24}), 'ctrl+c'))).toMatch(/draft is saved[\s\S]*goes on writing/);
	});

	test('small windows say so, and how to leave', () => {
		expect(screen(opened({columns: 59, rows: 20}))).toContain('too small for the form');
		expect(screen(opened({columns: 39, rows: 20}))).toContain('too small');
		expect(screen(opened({columns: 39, rows: 20}))).toContain('^Q');
	});

	test('with ASCII glyphs alone nothing else is drawn', () => {
		const ascii = createLook({theme: themes.mono, ascii: true});
		for (const name of ['', 'ctrl+t', 'ctrl+p', 'alt+r', 'alt+h', 'ctrl+s', 'ctrl+c']) {
			const state =
				name === ''
					? opened({columns: 120, rows: 40}, {firstRun: true})
					: press(opened({columns: 120, rows: 40}), name);
			expect(rowsOf(wizardFrame(state, {look: ascii, table: bindings})).join('\n')).toMatch(/^[\n -~]*$/);
		}
	});
});

const commands: readonly Command[] = [
	'field.next',
	'field.previous',
	'section.next',
	'field.not-applicable',
	'field.use-default',
	'field.undo',
	'cell.next',
	'row.add',
	'row.remove',
	'view.outline',
	'view.preview',
	'view.help',
	'view.palette',
	'view.review',
	'view.close',
	'list.up',
	'list.down',
	'list.choose',
	'list.toggle',
	'list.filter',
	'document.write',
	'wizard.interrupt',
	'confirm.yes',
	'confirm.no',
];

const hostile = fc.oneof(
	fc.string({unit: 'grapheme', maxLength: 40}),
	fc.constantFrom(
		'漢字かな交じり文',
		'👩‍👩‍👧🇩🇪',
		'e\u0301\u0302',
		'\u202Eabc',
		'\u001B[31mred',
		'a'.repeat(300),
		'שלום',
		'\t\tx',
		'word '.repeat(40),
	),
);

test('a table that is half filled says what it still holds once, not for every cell', () => {
	const source =
		'# T\n\n## Owners\n\n| Area | Lead | Deputy |\n|---|---|---|\n| API | <name> | <name> |\n| Data | <name> | <name> |\n';
	const state = after(opened({columns: 100, rows: 30}, {source, focus: 'owners/body'}), {
		type: 'edit',
		edit: {type: 'insert', text: 'Ada'},
		now,
	});
	const text = rowsOf(wizardFrame(state, surroundings)).join('\n');
	expect(text).toMatch(/\(and 2\s+more\)/);
	expect(text.split("still has the template's")).toHaveLength(2);
});

test('no state is drawn wider or higher than the window, and the cursor is inside', () => {
	fc.assert(
		fc.property(
			fc.integer({min: 1, max: 220}),
			fc.integer({min: 1, max: 70}),
			fc.array(
				fc.oneof(
					fc.constantFrom(...commands).map(command => ({command})),
					hostile.map(text => ({text})),
				),
				{maxLength: 25},
			),
			fc.boolean(),
			(columns, rows, steps, firstRun) => {
				let state = opened({columns, rows}, {firstRun});
				for (const step of steps) {
					state =
						'command' in step
							? after(state, {type: 'command', command: step.command, now})
							: after(state, {type: 'edit', edit: {type: 'insert', text: step.text}, now});
				}

				const frame = wizardFrame(state, surroundings);
				for (const {rect, text} of frame.panes) {
					const lines = text.split('\n');
					expect(lines).toHaveLength(rect.height);
					for (const line of lines) expect(stringWidth(line)).toBeLessThanOrEqual(rect.width);
					expect(rect.x + rect.width).toBeLessThanOrEqual(columns);
					expect(rect.y + rect.height).toBeLessThanOrEqual(rows);
				}

				if (frame.cursor) {
					expect(frame.cursor.x).toBeLessThan(columns);
					expect(frame.cursor.y).toBeLessThan(rows);
				}
			},
		),
		{numRuns: runs(300)},
	);
});
