import {stripVTControlCharacters} from 'node:util';
import {expect, test as unit} from 'vitest';
import {selectionOf, type TextBuffer} from '../../source/core/text/index.ts';
import {
	bufferOf,
	fieldInHand,
	messagesOf,
	update,
	type Action,
	type Command,
	type WizardState,
} from '../../source/core/wizard/index.ts';
import {bindings} from '../../source/keymap/index.ts';
import {themes, type ThemeName} from '../../source/theme/index.ts';
import {createLook, type Look} from '../../source/ui/drawing/look.ts';
import {spokenLines} from '../../source/ui/screens/FrameView.tsx';
import {wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {fc, test} from '../property.ts';
import {after, now, opened} from './states.ts';

const commands: readonly Command[] = [
	'field.next',
	'field.previous',
	'section.next',
	'field.not-applicable',
	'field.use-default',
	'field.defer',
	'field.undo',
	'cell.next',
	'row.add',
	'view.outline',
	'view.preview',
	'view.help',
	'view.palette',
	'view.review',
	'view.close',
	'list.down',
	'list.choose',
	'list.toggle',
	'document.write',
	'wizard.interrupt',
	'confirm.no',
];

const actions: fc.Arbitrary<readonly Action[]> = fc.array(
	fc.oneof(
		fc.constantFrom(...commands).map((command): Action => ({type: 'command', command, now})),
		fc.integer({min: 0, max: 3}).map((index): Action => ({type: 'choose', index, now})),
		fc
			.oneof(
				fc.string({unit: 'grapheme-ascii', maxLength: 12}),
				fc.constantFrom('```sh', '2026-02-30', 'TBD', '[goal]'),
			)
			.map((text): Action => ({type: 'edit', edit: {type: 'insert', text}, now})),
		fc
			.constantFrom('left', 'word-left', 'line-start')
			.map((motion): Action => ({type: 'edit', edit: {type: 'move', motion, extend: true}, now})),
		fc.constant<Action>({
			type: 'draft.failed',
			problem: {code: 'draft.full', summary: 'The disk is full.', exit: 3},
		}),
	),
	{maxLength: 15},
);
const sizes = fc.constantFrom(
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
	{columns: 58, rows: 15},
);
/** Every state that some keys lead to, at every size there is a layout for. */
const states: fc.Arbitrary<WizardState> = fc
	.tuple(sizes, actions)
	.map(([size, steps]) => after(opened(size, {firstRun: true}), ...steps));

function drawn(state: WizardState, look: Look): string {
	return wizardFrame(state, {look, table: bindings})
		.panes.map(({text}) => text)
		.join('\n');
}

/** What is being typed: what lies over the form asks first. */
function textInHand({overlay, input}: WizardState): TextBuffer | undefined {
	switch (overlay?.type) {
		case undefined:
			return bufferOf(input);
		case 'palette':
			return overlay.query;
		case 'not-applicable':
			return overlay.reason;
		case 'write':
			return overlay.step === 'path' || overlay.step === 'message' ? overlay[overlay.step] : undefined;
		default:
			return undefined;
	}
}

const words = (state: WizardState, look: Look): string => stripVTControlCharacters(drawn(state, look));
const names: readonly ThemeName[] = ['default', 'high-contrast', 'mono'];

test.prop([states], 150)(
	'every theme says the same without its colours, and none says a thing by colour alone',
	state => {
		const [first, ...others] = names.map(name => words(state, createLook({theme: themes[name]})));
		for (const other of others) expect(other).toBe(first);
		if (state.size.columns < 60 || first === undefined) return;
		expect(first.includes('NOT SAVED')).toBe(state.saved.state === 'unsaved');
		if (state.saved.state !== 'unsaved') expect(first).toMatch(/saved \d\d:\d\d|saving/);
		const inHand = textInHand(state);
		const isSelected = inHand !== undefined && selectionOf(inHand) !== undefined;
		expect([first.includes('▐'), first.includes('▌')]).toEqual([isSelected, isSelected]);
		if (state.overlay) return;
		const {input} = state;
		if (input.type === 'choice' && !fieldInHand(state).multiple)
			expect(first.split('◉')).toHaveLength(1 + (input.picked.length > 0 ? 1 : 0));
		if (input.type === 'checklist')
			expect(first.split('[x]').length - 1).toBeGreaterThanOrEqual(input.items.filter(({done}) => done).length);
		if (messagesOf(state, state.focus).some(({severity}) => severity === 'error') && state.answers.has(state.focus))
			expect(first).toContain('✗');
	},
);

test.prop([states, fc.constantFrom(...names)], 150)(
	'a theme uses the sixteen colours of the terminal alone',
	(state, name) => {
		const sequences = drawn(state, createLook({theme: themes[name]})).match(/\u001B\[[\d;]*m/g) ?? [];
		const codes = new Set(sequences.flatMap(one => one.slice(2, -1).split(';').map(Number)));
		const allowed = (code: number): boolean =>
			[0, 1, 2, 3, 4, 7, 9].includes(code) || (code >= 30 && code <= 37) || (code >= 90 && code <= 97);
		expect([...codes].filter(code => !allowed(code))).toEqual([]);
		if (name === 'mono') expect([...codes].filter(code => code >= 30)).toEqual([]);
		// Dim text is what high contrast is there to avoid.
		if (name === 'high-contrast') expect(codes).not.toContain(2);
	},
);

unit('with ASCII alone what is wrong with an answer is told with straight quotes', () => {
	const state = after(opened({columns: 80, rows: 24}, {focus: 'summary/target-date'}), {
		type: 'edit',
		edit: {type: 'insert', text: 'soon'},
		now,
	});
	const said = (ascii: boolean) => words(state, createLook({theme: themes.default, ascii}));
	expect(said(true)).toContain('x "soon" is no date of the form YYYY-MM-DD.');
	expect(said(false)).toContain('✗ “soon” is no date');
});

test.prop([states], 150)('with ASCII alone nothing else is drawn but what the author typed', state => {
	expect(words(state, createLook({theme: themes.default, ascii: true}))).toMatch(/^[\n -~]*$/);
});

const look = createLook({theme: themes.mono});
const heard = (state: WizardState): readonly string[] => spokenLines(wizardFrame(state, {look, table: bindings}));
const press = (state: WizardState, ...pressed: readonly Command[]): WizardState =>
	after(state, ...pressed.map((command): Action => ({type: 'command', command, now})));

unit('a screen reader hears which of how many is in hand, and in words what is taken or done', () => {
	const size = {columns: 80, rows: 24};
	const choice = opened(size, {focus: 'document/status'});
	expect(heard(choice).at(-1)).toBe('1 of 3: Draft, not taken. Nothing is taken.');
	const [taken] = update(choice, {type: 'choose', index: 1, now});
	expect(heard(taken).at(-1)).toBe('2 of 3: In Review, taken. Taken: In Review.');
	const ticks = opened(size, {focus: 'launch/body'});
	expect(heard(press(ticks, 'list.down', 'list.toggle')).at(-1)).toBe('2 of 2: Alerts are set, done');
	const table = opened(size, {focus: 'risks/body'});
	expect(heard(press(table, 'cell.next')).at(-1)).toBe('Row 1 of 1, column 2 of 3: Impact');
	expect(heard(press(ticks, 'view.outline')).at(-1)).toMatch(/^6 of 7: 5\. Launch, empty$/);
	expect(heard(press(ticks, 'view.palette')).at(-1)).toMatch(/^1 of \d+: Next field$/);
	expect(heard(press(choice, 'view.review')).at(-1)).toMatch(/^1 of \d+: .*required and not answered$/);
	expect(heard(press(choice, 'view.review')).length).toBeLessThan(size.rows);
});
