/** What keys wait for: the field in hand at once, the whole document's numbers a moment later. */

import {describe, expect, it, test, vi} from 'vitest';
import {check, gatheredAnswers} from '../../source/core/checks/index.ts';
import {isOnlyAnswered, nextMeasuring} from '../../source/ui/screens/useMeasured.ts';
import {wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {press, rowsOf, screen, surroundings, type} from './on-screen.ts';
import {open} from './open.ts';
import {opened, storeOf} from './states.ts';
import {fakeTerminal} from './terminal.ts';

vi.mock('../../source/core/checks/index.ts', async original => {
	const checks = await original<typeof import('../../source/core/checks/index.ts')>();
	return {...checks, check: vi.fn(checks.check), gatheredAnswers: vi.fn(checks.gatheredAnswers)};
});

const size = {columns: 120, rows: 40};

test('a burst of keys has the document checked once or twice, and then its numbers are right', async () => {
	const terminal = fakeTerminal(size.columns, size.rows);
	const before = opened(size, {focus: 'summary/one-liner'});
	void open(terminal)
		.wizard(storeOf(before))
		.catch(() => {});
	const [required] = /\d+\/\d+ required/.exec(screen(before)) ?? [''];
	await terminal.until(text => text.includes(required));
	vi.mocked(check).mockClear();
	for (const letter of 'Sign partner events') terminal.type(letter);
	await terminal.until(text => text.includes('Sign partner events'));
	const after = type(before, 'Sign partner events');
	const [then] = /\d+\/\d+ required/.exec(screen(after)) ?? [''];
	expect(then).not.toBe(required);
	const calls = vi.mocked(check).mock.calls.length;
	await terminal.until(text => text.includes(then));
	// One is this test's own.
	expect(calls).toBeLessThanOrEqual(3);
});

test('a document is measured in steps, between which keys can be taken', async () => {
	const terminal = fakeTerminal(size.columns, size.rows);
	void open(terminal)
		.wizard(storeOf(opened(size, {focus: 'summary/one-liner'})))
		.catch(() => {});
	await terminal.until(text => text.includes('required'));
	let isTurned = false;
	const between: boolean[] = [];
	const checked = vi.mocked(check).getMockImplementation()!;
	const gathered = vi.mocked(gatheredAnswers).getMockImplementation()!;
	// What is found is the first of a measurement, and what writing gathers belongs to what is worked out behind it.
	vi.mocked(check).mockImplementationOnce((...given) => {
		// Whatever waits for the event loop, as keys do, has its turn with this.
		setImmediate(() => {
			isTurned = true;
		});
		vi.mocked(gatheredAnswers).mockImplementationOnce(document => {
			between.push(isTurned);
			return gathered(document);
		});
		return checked(...given);
	});
	for (const letter of 'Sign') terminal.type(letter);
	await vi.waitUntil(() => between.length > 0, {timeout: 20_000});
	expect(between).toEqual([true]);
});

test('what is typed is on the screen while the numbers are those of a moment ago', () => {
	const before = opened(size, {focus: 'summary/one-liner'});
	const after = type(before, 'Sign');
	const shown = rowsOf(wizardFrame(after, {...surroundings, measured: before})).join('\n');
	expect(shown).toContain('┃ Sign');
	expect(/\d+\/\d+ required/.exec(shown)?.[0]).toBe(/\d+\/\d+ required/.exec(screen(before))?.[0]);
});

test('whoever goes to another field or opens a list is shown how things are now', () => {
	const before = opened(size, {focus: 'summary/one-liner'});
	const typed = type(before, 'Sign');
	expect(isOnlyAnswered(before, typed)).toBe(true);
	expect(isOnlyAnswered(typed, press(typed, 'tab'))).toBe(false);
	expect(isOnlyAnswered(typed, press(typed, 'escape'))).toBe(false);
});

describe('when a document is measured', () => {
	/** The times at which it is, where a key comes every `pause` milliseconds up to `end`, and measuring takes `cost`. */
	const times = (cost: number, pause: number, end: number): readonly number[] => {
		const found: number[] = [];
		let last = 0;
		for (let key = 0; key <= end; key += pause) {
			const due = nextMeasuring(key, last, cost);
			const next = key + pause > end ? Infinity : key + pause;
			if (due >= next) continue;
			found.push(due);
			last = due + cost;
		}

		return found;
	};

	it('is every second and a half of somebody who types without a stop, and soon after the last key', () => {
		const found = times(5, 60, 6000);
		expect(found.length).toBe(4);
		expect(found.at(-1)! - 6000).toBeLessThanOrEqual(120);
	});

	it('is at each stop, and never more than five times a second', () => {
		const found = times(5, 150, 6000);
		expect(found.length).toBeGreaterThan(15);
		expect(found.length).toBeLessThanOrEqual(30);
	});

	it('takes no more than a twentieth of the time where it takes long, and follows when the author stops', () => {
		const found = times(300, 60, 30_000);
		expect(found.length * 300).toBeLessThanOrEqual(30_000 / 15);
		expect(found.at(-1)! - 30_000).toBeLessThanOrEqual(300);
	});
});
