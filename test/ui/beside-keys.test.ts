/** A long answer is measured beside the keys: nothing of it is worked out where keys are taken. */

import {beforeEach, describe, expect, test, vi} from 'vitest';
import {check} from '../../source/core/checks/index.ts';
import {fill} from '../../source/core/form/index.ts';
import {adopt, measure, type Purpose, type WizardState} from '../../source/core/wizard/index.ts';
import {open} from './open.ts';
import {opened, storeOf} from './states.ts';
import {fakeTerminal, keys} from './terminal.ts';

vi.mock('../../source/core/checks/index.ts', async original => {
	const checks = await original<typeof import('../../source/core/checks/index.ts')>();
	return {...checks, check: vi.fn(checks.check)};
});
vi.mock('../../source/core/form/index.ts', async original => {
	const form = await original<typeof import('../../source/core/form/index.ts')>();
	return {...form, fill: vi.fn(form.fill)};
});

const size = {columns: 120, rows: 40};
const text = Array.from({length: 3000}, (_, line) => `${line} and some words`).join('\n');

/** A place where documents are worked out when it is told to, in the order in which they came. */
function apart() {
	const waiting: {readonly state: WizardState; readonly purpose: Purpose; readonly done: (known: boolean) => void}[] =
		[];
	return {
		asked: () => waiting.map(({purpose}) => purpose),
		measure: async (state: WizardState, purpose: Purpose) =>
			new Promise<boolean>(resolve => {
				waiting.push({state, purpose, done: resolve});
			}),
		finish() {
			const {state, purpose, done} = waiting.shift()!;
			adopt(state, measure({...state, answers: new Map(state.answers)}, purpose));
			vi.mocked(check).mockClear();
			vi.mocked(fill).mockClear();
			done(true);
		},
		fail() {
			waiting.shift()!.done(false);
		},
	};
}

describe('a long paste', () => {
	let terminal: ReturnType<typeof fakeTerminal>;
	let place: ReturnType<typeof apart>;
	let store: ReturnType<typeof storeOf>;
	beforeEach(async () => {
		terminal = fakeTerminal(size.columns, size.rows);
		place = apart();
		store = storeOf(opened(size, {focus: 'notes/body'}));
		void open(terminal, {}, {measure: place.measure})
			.wizard(store)
			.catch(() => {});
		await terminal.until(screen => screen.includes('required'));
		vi.mocked(check).mockClear();
		vi.mocked(fill).mockClear();
		terminal.type(keys.paste(text));
		await terminal.until(screen => screen.includes('2999 and some words'));
	});

	const untilAsked = async (): Promise<void> => vi.waitFor(() => expect(place.asked().length).toBeGreaterThan(0));
	const worksNothingOut = (): void => {
		expect(check).not.toHaveBeenCalled();
		expect(fill).not.toHaveBeenCalled();
	};

	test('is on the screen with all keys behind it before it is measured, and other fields can be gone to', async () => {
		await untilAsked();
		terminal.type(' the end');
		const typed = await terminal.until(screen => screen.includes('the end'));
		expect(typed).toContain('counting');
		terminal.type(keys.shiftTab);
		await terminal.until(screen => !screen.includes('the end'));
		worksNothingOut();
	});

	test('is counted when it was measured, and what is typed meanwhile after that', async () => {
		await untilAsked();
		terminal.type('more');
		await terminal.until(screen => screen.includes('wordsmore'));
		place.finish();
		await untilAsked();
		worksNothingOut();
		place.finish();
		await terminal.until(screen => !screen.includes('counting'));
		worksNothingOut();
	});

	test('lets the outline wait, and what is typed behind that key, in their order', async () => {
		await untilAsked();
		terminal.type(keys.escape);
		await terminal.until(screen => screen.includes('this follows when it has been read'));
		terminal.type('/risk');
		expect(store.getState().overlay).toBeUndefined();
		place.finish();
		const screen = await terminal.until(shown => shown.includes('risk') && !shown.includes('counting'));
		expect(screen).toContain('Risks');
		expect(store.getState().overlay).toMatchObject({type: 'outline', filter: {lines: ['risk']}});
		worksNothingOut();
	});

	test('is read as a whole before it is written, apart as well', async () => {
		await untilAsked();
		place.finish();
		await terminal.until(screen => !screen.includes('counting'));
		terminal.type(keys.ctrl('s'));
		await vi.waitFor(() => expect(place.asked()).toEqual(['write']));
		expect(store.getState().overlay).toBeUndefined();
		place.finish();
		await terminal.until(screen => screen.includes('File'));
		worksNothingOut();
	});

	test('keeps nobody who wants to leave', async () => {
		await untilAsked();
		terminal.type(keys.ctrl('s'));
		await terminal.until(screen => screen.includes('this follows when it has been read'));
		terminal.type(keys.ctrl('q'));
		await vi.waitFor(() => expect(store.getState().outcome).toEqual({type: 'quit'}));
		worksNothingOut();
	});

	test('is measured here where it can be nowhere else', async () => {
		await untilAsked();
		terminal.type(keys.escape);
		await terminal.until(screen => screen.includes('this follows when it has been read'));
		place.fail();
		await vi.waitFor(() => expect(store.getState().overlay).toMatchObject({type: 'outline'}));
		expect(check).toHaveBeenCalled();
	});
});
