import fc from 'fast-check';
import {cleanup, render} from 'ink-testing-library';
import stringWidth from 'string-width';
import {afterEach, expect, test} from 'vitest';
import {createBuffer, edit, selectionOf} from '../../../source/core/text/index.ts';
import {themes} from '../../../source/theme/index.ts';
import {choiceView} from '../../../source/ui/components/choice-input.ts';
import {difference, differenceView} from '../../../source/ui/components/difference.ts';
import {hintLine} from '../../../source/ui/components/footer.ts';
import {meterBar} from '../../../source/ui/components/header.ts';
import {outlineLines} from '../../../source/ui/components/outline.ts';
import {tableView} from '../../../source/ui/components/table-input.ts';
import {promptView, textRoom, textView} from '../../../source/ui/components/text-input.ts';
import {pane} from '../../../source/ui/drawing/frame.ts';
import type {Line, View} from '../../../source/ui/drawing/line.ts';
import {drawLines, windowStart} from '../../../source/ui/drawing/line.ts';
import {createLook} from '../../../source/ui/drawing/look.ts';
import {FrameView, spokenLines} from '../../../source/ui/screens/FrameView.tsx';
import {runs} from '../../property.ts';

afterEach(cleanup);

const look = createLook({theme: themes.mono, color: false});

/** What Ink draws of a view in a pane of that size. */
function drawn(view: View, width = 60, height = 10): string {
	const rect = {x: 0, y: 0, width, height};
	const frame = {size: {columns: width, rows: height}, panes: [pane('view', rect, view, look)]};
	return (render(<FrameView frame={frame} />).lastFrame() ?? '').replaceAll(/\u001B\[[\d;]*m/g, '');
}

function lines(...shown: readonly Line[]): string {
	return drawn({lines: shown});
}

test('panes stand where they belong and do not touch each other', () => {
	const frame = {
		size: {columns: 20, rows: 3},
		panes: [
			pane('left', {x: 0, y: 0, width: 8, height: 3}, {lines: [['left pane is long']]}, look),
			pane('right', {x: 10, y: 1, width: 10, height: 2}, {lines: [['漢字 wide'], ['end']]}, look),
		],
	};
	expect((render(<FrameView frame={frame} />).lastFrame() ?? '').split('\n')).toEqual([
		'left pa…',
		'          漢字 wide',
		'          end',
	]);
});

test('a meter is full at 100 % and not before', () => {
	const bar = (percent: number) => lines(meterBar({answered: percent, total: 100, percent}, 10, look)).split('\n')[0];
	expect(bar(0)).toBe('░░░░░░░░░░');
	expect(bar(58)).toBe('██████░░░░');
	expect(bar(99)).toBe('█████████░');
	expect(bar(100)).toBe('██████████');
});

test('a row of the outline that is too narrow gives up what is to look at first, and no count of what is answered', () => {
	const entry = {id: 'a', title: 'Metadata', depth: 0, state: 'done', answered: 8, total: 8, isFocused: false} as const;
	const row = (width: number, toLookAt: object = {toLookAt: 1}) =>
		drawn({lines: outlineLines([{...entry, ...toLookAt}], 1, width, 1, look)}, width, 1);
	expect(row(40)).toMatch(/^ ✔ Metadata +1 to look at, 8\/8 done$/);
	expect(row(30)).toMatch(/^ ✔ Metadata +8\/8 done$/);
	expect(row(30)).toBe(row(30, {}));
	expect(row(16)).toMatch(/^ ✔ Me\S+ 8\/8 done$/);
});

test('a narrow footer leaves keys out whole, but never the way to leave', () => {
	const hints = [
		{key: 'Tab', help: 'next field'},
		{key: '^O', help: 'preview'},
		{key: '^T', help: 'outline'},
		{key: '^Q', help: 'quit'},
	];
	expect(lines(hintLine(hints, 30, look)).split('\n')[0]).toBe(' Tab next field  ^Q quit');
	expect(lines(hintLine(hints, 60, look)).split('\n')[0]).toBe(' Tab next field  ^O preview  ^T outline  ^Q quit');
});

test('what is selected is marked, what stands around it is not', () => {
	const colored = createLook({theme: themes.default});
	let buffer = createBuffer('say 漢字 twice', {multiline: false});
	for (const motion of ['line-start', 'word-right'] as const) buffer = edit(buffer, {type: 'move', motion});
	buffer = edit(buffer, {type: 'move', motion: 'right', extend: true});
	buffer = edit(buffer, {type: 'move', motion: 'right', extend: true});
	const {text} = pane('text', {x: 0, y: 0, width: 40, height: 1}, textView({buffer}, 40, 1, colored), colored);
	const selected = /\u001B\[7m(.*?)\u001B\[/.exec(text)?.[1];
	expect(selected).toHaveLength(2);
	expect('say 漢字 twice').toContain(selected);
	// Between its signs also where there are no colours.
	expect(text.replaceAll(/\u001B\[[\d;]*m/g, '')).toContain('say▐ 漢▌字 twice');
});

test('with the signs around what is selected no row is wider than its pane, and the cursor stays at its end of it', () => {
	const letters = fc.array(fc.constantFrom('a', 'b c', '漢', 'é', '👩‍👩‍👧', '\n'), {minLength: 1, maxLength: 60});
	const motions = fc.array(fc.constantFrom('left', 'right', 'up', 'word-left', 'line-start', 'text-end'), {
		minLength: 1,
		maxLength: 6,
	} as const);
	fc.assert(
		fc.property(letters, motions, fc.integer({min: 10, max: 24}), fc.boolean(), (typed, steps, width, multiline) => {
			const whole = typed.join('');
			let buffer = createBuffer(multiline ? whole : whole.replaceAll('\n', ' '), {multiline});
			const room = textRoom(width, look);
			for (const motion of steps) buffer = edit(buffer, {type: 'move', motion, extend: true, width: room});
			const {lines: rows, cursor} = multiline
				? textView({buffer}, width, 6, look)
				: promptView('> ', buffer, width, look);
			const texts = rows.map(row =>
				'drawn' in row ? row.drawn : row.map(part => (typeof part === 'string' ? part : part.text)).join(''),
			);
			for (const text of texts) expect(stringWidth(text)).toBeLessThanOrEqual(width);
			expect(cursor?.column).toBeLessThan(width);
			const selection = selectionOf(buffer);
			const at = texts[cursor?.row ?? 0] ?? '';
			if (!selection || selection.to.column === 0) return;
			// The cursor is in front of what is selected, behind it, or on the sign where the row ends with it.
			const open = stringWidth(at.slice(0, at.indexOf('▐'))) + 1;
			const shut = stringWidth(at.slice(0, at.indexOf('▌'))) + 1;
			expect([open, shut, shut - 1]).toContain(cursor?.column);
		}),
		{numRuns: runs(300)},
	);
});

test('what is selected is marked in a line among other things too, and line ends in a text of several', () => {
	const colored = createLook({theme: themes.default});
	const marked = (view: View): readonly string[] => {
		const {text} = pane('view', {x: 0, y: 0, width: 40, height: 4}, view, colored);
		return Array.from(text.matchAll(/\u001B\[7m(.*?)\u001B\[/g), ([, shown = '']) => shown);
	};

	const word = edit(createBuffer('say it', {multiline: false}), {type: 'move', motion: 'word-left', extend: true});
	expect(marked(promptView(' Because: ', word, 40, colored))).toEqual(['it']);
	const columns = [{id: 'risk', label: 'Risk', kind: 'text'}] as const;
	const props = {columns, rows: [['say it']], row: 0, column: 0, cell: word, isFixed: () => false};
	expect(marked(tableView(props, 40, 10, colored))).toEqual(['it']);
	const all = edit(createBuffer('one\n\ntwo', {multiline: true}), {type: 'select-all'});
	expect(marked(textView({buffer: all}, 40, 4, colored))).toEqual(['one', 'two']);
	expect(drawn(textView({buffer: all}, 40, 4, look), 40, 4)).toBe(' ┃ ▐one▌\n ┃ ▐▌\n ┃ ▐two▌\n');
	const ascii = createLook({theme: themes.default, ascii: true});
	expect(drawn(promptView(' Because: ', word, 40, ascii), 40, 1)).toBe(' Because: say [it]');
});

test('several of a choice are boxes, one of it is a button, and more than fit are scrolled', () => {
	const other = createBuffer('', {multiline: false});
	const options = Array.from({length: 20}, (_, index) => `Option ${index + 1}`);
	const props = {options, cursor: 17, picked: [17], open: false, other, typingOther: false};
	expect(drawn(choiceView({...props, multiple: true}, 60, 6, look), 60, 6)).toContain('[x] Option 18');
	expect(drawn(choiceView({...props, multiple: false}, 60, 6, look), 60, 6)).toContain('◉ Option 18');
});

test("a cell's options are told while it is in hand", () => {
	const columns = [
		{id: 'risk', label: 'Risk', kind: 'text'},
		{id: 'impact', label: 'Impact', kind: 'choice', options: ['Low', 'High']},
	] as const;
	const props = {
		columns,
		rows: [['Keys leak', '']],
		row: 0,
		column: 1,
		cell: createBuffer('', {multiline: false}),
		isFixed: () => false,
	};
	expect(drawn(tableView(props, 60, 10, look))).toContain('Impact: 1 ○ Low  2 ○ High');
});

test("the cell's option is marked, and what comes behind the typed letters is selected", () => {
	const columns = [
		{id: 'risk', label: 'Risk', kind: 'text'},
		{id: 'impact', label: 'Impact', kind: 'choice', options: ['Low', 'High']},
	] as const;
	const cell = {
		...createBuffer('High', {multiline: false}),
		cursor: {line: 0, column: 1},
		anchor: {line: 0, column: 4},
	};
	const props = {columns, rows: [['Keys leak', 'High']], row: 0, column: 1, cell, isFixed: () => false};
	expect(drawn(tableView(props, 60, 10, look))).toContain('1 ○ Low  2 ◉ High');
	const painted = {...look, paint: (tone: string, text: string) => (tone === 'selection' ? `<${text}>` : text)};
	expect(drawLines(tableView(props, 60, 10, painted).lines, 60, 10, painted)).toContain('H▐<igh>▌');
});

test('all of a long cell stands below the grid, and heads stay whole where there is room', () => {
	const columns = [
		{id: 'risk', label: 'Risk', kind: 'text'},
		{id: 'mitigation', label: 'What is done about it', kind: 'text'},
		{id: 'count', label: 'Count', kind: 'number'},
	] as const;
	const long = 'Keys are kept where nobody but the one who needs them can read them, and are changed every month';
	const props = {
		columns,
		rows: [[long, '', '12']],
		row: 0,
		column: 0,
		cell: createBuffer(long, {multiline: false}),
		isFixed: () => false,
	};
	const shown = drawn(tableView(props, 70, 14, look), 70, 14);
	expect(shown).toMatch(/What is done about it +│/);
	expect(shown.split('\n').slice(3).join(' ').replaceAll(/\s+/g, ' ')).toContain(long);
});

test('a difference of long lines is shown from where they part', () => {
	const long = 'The quick brown fox jumps over the lazy dog '.repeat(5);
	const found = difference(`${long}today.\n`, `${long}tomorrow.\n`);
	const shown = lines(...differenceView(found, 0, 10).lines);
	expect(shown).toMatch(/-….{0,20}lazy dog today\./);
	expect(shown).toMatch(/\+….{0,20}lazy dog tomorrow\./);
});

test('a difference says how much changes and marks each line', () => {
	const found = difference('one\ntwo\nthree\n', 'one\n2\nthree\n');
	const shown = lines(...differenceView(found, 0, 10).lines);
	expect(shown).toContain('+1 -1 lines change');
	expect(shown).toContain('-two');
	expect(shown).toContain('+2');
	expect(difference('same', 'same')).toBe('same');
});

test('the place in hand is always among the rows that are shown', () => {
	for (const height of [1, 2, 5, 20]) {
		for (let cursor = 0; cursor < 60; cursor++) {
			const start = windowStart(cursor, height, 60);
			expect(cursor).toBeGreaterThanOrEqual(start);
			expect(cursor).toBeLessThan(start + height);
		}
	}
});

test('for a screen reader the frame is lines with words in them, without rules, dividers and side panes', () => {
	const rect = {x: 0, y: 0, width: 30, height: 3};
	const frame = {
		size: {columns: 30, rows: 6},
		panes: [
			pane('header', rect, {lines: [['Spec 58%'], ['──────']]}, look),
			pane('outline', rect, {lines: [['1. Summary done']]}, look),
			pane('outline-divider', rect, {lines: [['│']]}, look),
			pane('editor', rect, {lines: [['One-liner'], [], [' ┃ typed']]}, look),
		],
	};
	expect(spokenLines(frame)).toEqual(['Spec 58%', 'One-liner', ' ┃ typed']);
});
