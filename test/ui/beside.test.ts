/** What stands beside the text being typed: units, and the ids that a list's items have by themselves. */

import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {press, screen, surroundings, type} from './on-screen.ts';
import {opened} from './states.ts';

const size = {columns: 80, rows: 24};
const at = (body: string, label: string) =>
	opened(size, {source: `# Plan\n\n## Facts\n\n${body}\n`, focus: `facts/${label}`});

/** The rows of what is typed, without the bar. */
const typed = (state: Parameters<typeof screen>[0]): readonly string[] =>
	Array.from(screen(state).matchAll(/^ [┃|│] (.*)$/gm), ([, row = '']) => row.trimEnd());

describe('a unit', () => {
	test.each([
		['- Latency: <number> ms', 'latency', '250', '250 ms'],
		['- Budget (EUR): <amount>', 'budget-eur', '40', '40 EUR'],
		['- Cost: €<amount>', 'cost', '40', '€ 40'],
	])('of %s stands beside what is typed', (body, label, text, row) => {
		expect(typed(type(at(body, label), text))).toEqual([row]);
	});

	test('stands there once where it is typed too', () => {
		expect(typed(type(at('- Latency: <number> ms', 'latency'), '250 ms'))).toEqual(['250 ms']);
	});

	test('leaves the cursor behind the text, and a long text in the window', () => {
		const cursor = (text: string, body: string, label: string) => {
			return wizardFrame(type(at(body, label), text), surroundings).cursor?.x;
		};
		const bare = cursor('40', '- Words: <words>', 'words')!;
		expect(cursor('40', '- Latency: <number> ms', 'latency')).toBe(bare);
		expect(cursor('40', '- Cost: €<amount>', 'cost')).toBe(bare + 2);
		const long = screen(type(at('- Latency: <number> ms', 'latency'), '1'.repeat(200)));
		expect(long).toMatch(/1 ms$/m);
		expect(Math.max(...long.split('\n').map(row => stringWidth(row)))).toBeLessThanOrEqual(80);
	});
});

describe('ids that number themselves', () => {
	const goals = '- G1: <goal>\n- G2: <goal>';

	test('stand beside the placeholders and beside each line', () => {
		const state = at(goals, 'body');
		expect(typed(state)).toEqual(['G1 <goal>', 'G2 <goal>']);
		expect(typed(press(type(state, 'first'), 'enter'))).toEqual(['G1 first', 'G2']);
	});

	test('follow when a line moves or goes, and belong to items alone', () => {
		let state = press(type(at(goals, 'body'), 'first'), 'enter');
		state = press(type(state, '  below'), 'enter');
		state = type(press(state, 'home'), 'second');
		expect(typed(state).map(row => row.trim())).toEqual(['G1 first', 'below', 'G2 second']);
		state = press(state, 'ctrl+up', 'ctrl+up');
		expect(typed(state)).toEqual(['G1 second', 'G2 first', '     below']);
		state = press(state, 'home', 'ctrl+k', 'delete');
		expect(typed(state)[0]).toMatch(/^G1 first/);
	});

	test('are the numbers of a numbered list', () => {
		expect(typed(press(type(at('1. <step>\n2. <step>', 'body'), 'go'), 'enter'))).toEqual(['1. go', '2.']);
	});

	test('stand once beside an item of several rows', () => {
		const rows = typed(type(at(goals, 'body'), 'word '.repeat(40)));
		expect(rows.length).toBeGreaterThan(2);
		expect(rows.filter(row => row.includes('G1'))).toHaveLength(1);
		expect(rows[1]).toMatch(/^ {3}word/);
	});
});
