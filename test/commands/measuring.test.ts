/** The thread in which long documents are measured. */

import {afterEach, describe, expect, test} from 'vitest';
import {createMeasuring, hireThread, type Measuring, type Thread} from '../../source/commands/wizard/measuring.ts';
import {completeness, isMeasured} from '../../source/core/wizard/index.ts';
import {after, now, opened} from '../ui/states.ts';

const size = {columns: 120, rows: 40};
const pasted = (text: string) => ({type: 'edit', edit: {type: 'insert', text, paste: true}, now}) as const;
const state = after(opened(size, {focus: 'notes/body'}), pasted('A sentence of an answer. '.repeat(2000)));

describe('documents measured in a thread of their own', () => {
	let measuring: Measuring | undefined;
	afterEach(() => {
		measuring?.stop();
	});

	test('are known here afterwards, one after another', async () => {
		const threads: Thread[] = [];
		measuring = createMeasuring(() => {
			threads.push(hireThread());
			return threads.at(-1)!;
		});
		const next = after(state, pasted(' The end.'));
		const both = Promise.all([measuring.measure(state, 'show'), measuring.measure(next, 'write')]);
		expect(isMeasured(state)).toBe(false);
		expect(await both).toEqual([true, true]);
		expect([isMeasured(state), isMeasured(next, 'write')]).toEqual([true, true]);
		expect(completeness(next)).toEqual(completeness({...next, answers: new Map(next.answers)}));
		expect(threads.length).toBe(1);
	});

	test('are told to be had nowhere where the thread is lost, now and later', async () => {
		measuring = createMeasuring(() => {
			const thread = hireThread();
			void thread.terminate();
			return thread;
		});
		const other = after(state, pasted(' Lost.'));
		expect(await measuring.measure(other, 'show')).toBe(false);
		expect(await measuring.measure(other, 'show')).toBe(false);
		expect(isMeasured(other)).toBe(false);
	});

	test('and where none can be had', async () => {
		measuring = createMeasuring(() => {
			throw new Error('no threads here');
		});
		expect(await measuring.measure(after(state, pasted(' None.')), 'show')).toBe(false);
	});
});
