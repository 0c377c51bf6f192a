import fc from 'fast-check';
import {cleanup, render} from 'ink-testing-library';
import {Text} from 'ink';
import {afterEach, expect, test} from 'vitest';
import {decode, type Press} from '../../../source/ui/input/decode.ts';
import {useKeys} from '../../../source/ui/input/useKeys.ts';
import {keys} from '../terminal.ts';
import {runs} from '../../property.ts';

afterEach(cleanup);

/** What the reader hears when a terminal sends these bytes. */
async function heard(bytes: string): Promise<readonly string[]> {
	const found: string[] = [];
	let tell = () => {};
	const done = new Promise<void>(resolve => {
		tell = resolve;
	});
	function Probe() {
		useKeys({
			onPress(press) {
				if (press.type === 'key' && press.name === 'ctrl+]') tell();
				else found.push(press.type === 'key' ? press.name : `"${press.text}"`);
			},
			onPaste(text) {
				found.push(`paste:${text}`);
			},
		});
		return <Text>listening</Text>;
	}

	const {stdin} = render(<Probe />);
	stdin.write(bytes);
	// The end mark comes by itself, behind whatever is still held back as an unfinished sequence.
	stdin.write('\u001D');
	await done;
	return found;
}

test.each([
	['a', ['"a"']],
	['é漢👩‍👩‍👧', ['"é漢👩‍👩‍👧"']],
	[keys.enter, ['enter']],
	[keys.tab, ['tab']],
	[keys.shiftTab, ['shift+tab']],
	[keys.up, ['up']],
	['\u001B[1;3A', ['alt+up']],
	['\u001B[1;5D', ['ctrl+left']],
	['\u001B[1;2C', ['shift+right']],
	['\u001B[H', ['home']],
	['\u001B[4~', ['end']],
	['\u001B[5~', ['pageup']],
	['\u001B[3~', ['delete']],
	['\u007F', ['backspace']],
	[keys.alt('\u007F'), ['alt+backspace']],
	[keys.ctrl('o'), ['ctrl+o']],
	['\u001F', ['ctrl+_']],
	[keys.alt('u'), ['alt+u']],
	[keys.alt('U'), ['alt+u']],
	['\u001BOP', []],
	['\u001B[15~', []],
	['\u001B[I', []],
	['\u001B[12;34R', []],
])('hears %j as %j', async (bytes, names) => {
	expect(await heard(bytes)).toEqual(names);
});

test('text and Enter in one chunk are text, then Enter', async () => {
	expect(await heard('abc\r')).toEqual(['"abc"', 'enter']);
	expect(await heard('ab\r\ncd\n')).toEqual(['"ab"', 'enter', '"cd"', 'enter']);
});

test('the same control key twice in one chunk is two presses', async () => {
	expect(await heard('\u000F\u000F\t\t')).toEqual(['ctrl+o', 'ctrl+o', 'tab', 'tab']);
});

test('a paste is one piece and never a key', async () => {
	expect(await heard(keys.paste('one\r\ntwo\t\u0003three\r'))).toEqual(['paste:one\r\ntwo\t\u0003three\r']);
});

test('whatever is typed, no text holds a control character and nothing printable is lost', () => {
	fc.assert(
		fc.property(fc.string({unit: 'binary'}), input => {
			const presses: readonly Press[] = decode(input, {});
			const text = presses.map(press => (press.type === 'text' ? press.text : '')).join('');
			expect(text).not.toMatch(/[\u0000-\u001F\u007F-\u009F]/);
			expect(text).toBe(input.replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, ''));
		}),
		{numRuns: runs(500)},
	);
});
