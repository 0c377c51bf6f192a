import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import type {Edit, TextBuffer} from '../../../source/core/text/index.ts';
import {createBuffer, edit, graphemes, selectedText, textOf} from '../../../source/core/text/index.ts';
import {text as anyText} from './arbitrary.ts';
import {naive, naively, naivelySelected} from './naive.ts';
import {runs} from '../../property.ts';

const many = (text: string) => createBuffer(text, {multiline: true});
const one = (text: string) => createBuffer(text, {multiline: false});
const run = (buffer: TextBuffer, ...edits: readonly Edit[]) => edits.reduce(edit, buffer);
const type = (text: string): Edit => ({type: 'insert', text});
const go = (motion: Extract<Edit, {type: 'move'}>['motion'], extend = false): Edit => ({type: 'move', motion, extend});

describe('typing', () => {
	test('goes in at the cursor, which follows it', () => {
		const buffer = run(many('ac'), go('left'), type('b'));
		expect(textOf(buffer)).toBe('abc');
		expect(buffer.cursor).toEqual({line: 0, column: 2});
	});

	test('a mark joins the letter before it, and Backspace takes both', () => {
		const buffer = run(many('e'), type('\u0301'));
		expect(buffer.cursor.column).toBe(1);
		expect(textOf(run(buffer, {type: 'delete', motion: 'left'}))).toBe('');
	});

	test('Backspace takes a whole family', () => {
		expect(textOf(run(many('x👨‍👩‍👧‍👦'), {type: 'delete', motion: 'left'}))).toBe('x');
	});

	test('takes the place of what is selected', () => {
		expect(textOf(run(many('one two'), go('word-left', true), type('2')))).toBe('one 2');
	});

	test('escape sequences and carriage returns cannot get in', () => {
		expect(textOf(run(many(''), {type: 'insert', text: 'a\u001B[31m\r\nb\u0000', paste: true}))).toBe('a[31m\nb');
	});
});

describe('Enter', () => {
	test('begins a line with the indentation of the one before', () => {
		expect(textOf(run(many('  - a'), {type: 'newline'}, type('- b')))).toBe('  - a\n  - b');
	});

	test('does nothing in a one-line text', () => {
		expect(textOf(run(one('a'), {type: 'newline'}))).toBe('a');
	});
});

describe('a one-line text', () => {
	test('takes a paste of several lines as one, without the line end behind it', () => {
		expect(textOf(run(one(''), {type: 'insert', text: 'a\nb\r\n\r\nc\n', paste: true}))).toBe('a b c');
	});
});

describe('moving', () => {
	test('by word over several lines', () => {
		const buffer = run(many('one two\nthree'), go('word-left'), go('word-left'));
		expect(buffer.cursor).toEqual({line: 0, column: 7});
	});

	test('up and down keep the cell column over short lines and wide characters', () => {
		const buffer = run(
			many('世界世界世界\nab\nabcdefghij'),
			go('text-start'),
			go('right'),
			go('right'),
			go('right'),
			go('down'),
			go('down'),
		);
		expect(buffer.cursor).toEqual({line: 2, column: 6});
	});

	test('up and down go by the rows that are seen where a width is given', () => {
		const buffer = run(many('one two three four'), {type: 'move', motion: 'up', width: 9});
		expect(buffer.cursor.line).toBe(0);
		expect(buffer.cursor.column).toBeLessThan(14);
	});

	test('up in the first row goes to the start, down in the last to the end', () => {
		expect(run(many('abc'), go('up')).cursor.column).toBe(0);
		expect(run(many('abc'), go('text-start'), go('down')).cursor.column).toBe(3);
	});

	test('Home goes to the start of the row first, then to that of the line', () => {
		const home: Edit = {type: 'move', motion: 'line-start', width: 9};
		const once = run(many('one two three four'), home);
		expect(once.cursor.column).toBe(14);
		expect(run(once, home).cursor.column).toBe(0);
	});

	test('left leaves a selection at its start', () => {
		const buffer = run(many('abc'), go('left', true), go('left', true), go('left'));
		expect(buffer.cursor.column).toBe(1);
		expect(buffer.anchor).toBeUndefined();
	});

	test('select all selects all', () => {
		expect(selectedText(run(many('a\nb'), {type: 'select-all'}))).toBe('a\nb');
	});
});

describe('killing', () => {
	test('^K takes the rest of the line, then the line end; ^Y brings the last back', () => {
		const start = run(many('one\ntwo'), go('text-start'), {type: 'kill-line'});
		expect(textOf(start)).toBe('\ntwo');
		expect(textOf(run(start, {type: 'yank'}))).toBe('one\ntwo');
		expect(textOf(run(start, {type: 'kill-line'}))).toBe('two');
	});

	test('^W takes the word before the cursor, ^U all before it', () => {
		expect(textOf(run(many('one two'), {type: 'kill-word'}))).toBe('one ');
		expect(textOf(run(many('one two'), go('word-left'), {type: 'kill-to-start'}))).toBe('two');
	});

	test('kills in a row are put back together, in the order of the text', () => {
		const words = run(many('one two three'), {type: 'kill-word'}, {type: 'kill-word'});
		expect(textOf(run(words, {type: 'yank'}))).toBe('one two three');
		const lines = run(
			many('one\ntwo'),
			go('text-start'),
			{type: 'kill-line'},
			{type: 'kill-line'},
			{type: 'kill-line'},
		);
		expect(textOf(lines)).toBe('');
		expect(textOf(run(lines, {type: 'yank'}))).toBe('one\ntwo');
		const around = run(many('one two'), go('word-left'), {type: 'kill-line'}, {type: 'kill-to-start'});
		expect(textOf(run(around, {type: 'yank'}))).toBe('one two');
	});

	test('a kill after anything else begins anew, and each is a step of its own for undo', () => {
		const apart = run(many('one two three'), {type: 'kill-word'}, go('left'), {type: 'kill-word'}, {type: 'yank'});
		expect(textOf(apart)).toBe('one two ');
		const row = run(many('one two three'), {type: 'kill-word'}, {type: 'kill-word'});
		expect(textOf(run(row, {type: 'undo'}))).toBe('one two ');
		expect(textOf(run(row, {type: 'undo'}, {type: 'kill-word'}, {type: 'yank'}))).toBe('one two ');
	});

	test.each(['kill-line', 'kill-to-start', 'kill-word'] as const)('%s takes what is selected, and that alone', type => {
		const selected = run(many('one two three'), go('word-left'), go('word-left', true));
		const cut = run(selected, {type});
		expect(textOf(cut)).toBe('one three');
		expect(textOf(run(cut, go('text-end'), {type: 'yank'}))).toBe('one threetwo ');
	});

	test('what is copied stays selected where it is, and can be put in elsewhere', () => {
		const copied = run(many('one two'), go('word-left', true), {type: 'copy'});
		expect(selectedText(copied)).toBe('two');
		expect(textOf(run(copied, go('text-start'), {type: 'yank'}))).toBe('twoone two');
		expect(run(many('one'), {type: 'copy'}).killed).toBe('');
	});
});

describe('lines', () => {
	test('indent and outdent take every selected line and keep the selection', () => {
		const both = run(many('a\nb'), {type: 'select-all'}, {type: 'indent'});
		expect(textOf(both)).toBe('  a\n  b');
		expect(textOf(run(both, {type: 'outdent'}))).toBe('a\nb');
		expect(selectedText(both).replaceAll(' ', '')).toBe('a\nb');
	});

	test('a line moves over its neighbour with the cursor, and stops at the ends', () => {
		const up = run(many('a\nb\nc'), {type: 'move-line', by: -1});
		expect(textOf(up)).toBe('a\nc\nb');
		expect(up.cursor.line).toBe(1);
		expect(textOf(run(many('a\nb'), {type: 'move-line', by: 1}))).toBe('a\nb');
	});

	test('a selected line that moves to the end stays selected', () => {
		const moved = run(many('a\nb'), go('text-start'), go('down', true), {type: 'move-line', by: 1});
		expect([textOf(moved), selectedText(moved)]).toEqual(['b\na', 'a']);
	});
});

describe('undo', () => {
	test('takes back a run of typing at once, a paste by itself', () => {
		const typed = run(
			many(''),
			type('a'),
			type('b'),
			{type: 'insert', text: 'PASTE', paste: true},
			type('c'),
			type('d'),
		);
		expect(textOf(run(typed, {type: 'undo'}))).toBe('abPASTE');
		expect(textOf(run(typed, {type: 'undo'}, {type: 'undo'}))).toBe('ab');
		expect(textOf(run(typed, {type: 'undo'}, {type: 'undo'}, {type: 'undo'}))).toBe('');
	});

	test('a move and a newline begin another step', () => {
		const moved = run(many(''), type('a'), go('left'), type('b'));
		expect(textOf(run(moved, {type: 'undo'}))).toBe('a');
		const broken = run(many(''), type('a'), {type: 'newline'}, type('b'));
		expect(textOf(run(broken, {type: 'undo'}))).toBe('a\n');
	});

	test('a long run of typing is several steps', () => {
		const long = run(many(''), ...Array.from({length: 250}, () => type('x')));
		expect(textOf(run(long, {type: 'undo'})).length).toBeGreaterThan(100);
	});

	test('redo brings back what undo took; typing forgets it', () => {
		const back = run(many('a'), type('b'), {type: 'undo'});
		expect(textOf(run(back, {type: 'redo'}))).toBe('ab');
		expect(textOf(run(back, type('c'), {type: 'redo'}))).toBe('ac');
	});
});

/** Edits of which each has one meaning, however the text is shown. */
const plainEdit: fc.Arbitrary<Edit> = fc.oneof(
	anyText.map((text): Edit => ({type: 'insert', text: textOf(many(text)), paste: text.includes('\n')})),
	fc.constantFrom<Edit>(type('a'), type('\u0301'), type('👩'), type('\u200d'), type('🇩'), type('\n'), type(' ')),
	fc.constantFrom<Edit>(
		{type: 'newline'},
		{type: 'copy'},
		{type: 'yank'},
		{type: 'indent'},
		{type: 'outdent'},
		{type: 'move-line', by: 1},
		{type: 'move-line', by: -1},
		{type: 'select-all'},
		{type: 'replace', text: 'new\ntext'},
	),
	fc.constantFrom<Edit>({type: 'kill-line'}, {type: 'kill-to-start'}, {type: 'kill-word'}, {type: 'yank'}),
	fc.constantFrom<Edit>({type: 'undo'}, {type: 'undo'}, {type: 'redo'}),
	fc
		.constantFrom('left', 'right', 'word-left', 'word-right', 'line-start', 'line-end' as const)
		.map((motion): Edit => ({type: 'delete', motion})),
	fc
		.record({
			motion: fc.constantFrom(
				'left',
				'right',
				'word-left',
				'word-right',
				'line-start',
				'line-end',
				'text-start',
				'text-end' as const,
			),
			extend: fc.boolean(),
		})
		.map((move): Edit => ({type: 'move', ...move})),
);

const anyEdit: fc.Arbitrary<Edit> = fc.oneof(
	plainEdit,
	fc
		.record({
			motion: fc.constantFrom('up', 'down', 'line-start', 'line-end', 'page-up', 'page-down' as const),
			extend: fc.boolean(),
			width: fc.integer({min: 1, max: 30}),
		})
		.map((move): Edit => ({type: 'move', ...move})),
);

/** What there is to compare: the text with the cursor in it, what is selected and what was cut. */
function shown({lines, cursor, killed, ...rest}: TextBuffer): readonly unknown[] {
	const before = [
		...lines.slice(0, cursor.line),
		graphemes(lines[cursor.line] ?? '')
			.slice(0, cursor.column)
			.join(''),
	];
	return [lines.join('\n'), before.join('\n').length, selectedText({lines, cursor, killed, ...rest}), killed];
}

describe('any run of edits', () => {
	test('gives the text, cursor, selection and cut text that the simplest editor would', () => {
		fc.assert(
			fc.property(anyText, fc.array(plainEdit, {maxLength: 20}), (start, edits) => {
				let buffer = many(start);
				let model = naive(textOf(buffer));
				for (const change of edits) {
					buffer = edit(buffer, change);
					model = naively(model, change);
					expect(shown(buffer)).toEqual([model.text, model.at, naivelySelected(model), model.killed]);
				}
			}),
			{numRuns: runs(500)},
		);
	});

	test('leaves the cursor inside the text, and undoing all of it gives the start', () => {
		fc.assert(
			fc.property(anyText, fc.array(anyEdit, {maxLength: 25}), fc.boolean(), (start, edits, multiline) => {
				const first = createBuffer(start, {multiline});
				let buffer = first;
				for (const change of edits) {
					buffer = edit(buffer, change);
					const {line, column} = buffer.cursor;
					expect(line).toBeLessThan(buffer.lines.length);
					expect(column).toBeLessThanOrEqual(graphemes(buffer.lines[line] ?? '').length);
					expect(multiline || buffer.lines.length === 1).toBe(true);
				}

				while (buffer.history.undo.length > 0) {
					buffer = edit(buffer, {type: 'undo'});
				}

				expect(textOf(buffer)).toBe(textOf(first));
			}),
			{numRuns: runs(500)},
		);
	});
});

test('a paste of a megabyte arrives whole', () => {
	const pasted = 'Lorem ipsum dolor sit amet, 世界 — äöü.\n'.repeat(26_000);
	const buffer = run(many('x'), {type: 'insert', text: pasted, paste: true});
	expect(textOf(buffer)).toBe(`x${pasted}`);
	expect(textOf(run(buffer, {type: 'undo'}))).toBe('x');
});
