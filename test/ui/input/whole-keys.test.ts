import fc from 'fast-check';
import {afterEach, beforeEach, describe, expect, it, test, vi} from 'vitest';
import {
	escapeDelay,
	escapeKey,
	giveUp,
	isTimed,
	join,
	nothingHeld,
	wholeKeys,
	type Held,
} from '../../../source/ui/input/whole-keys.ts';
import {runs} from '../../property.ts';
import {fakeTerminal, keys} from '../terminal.ts';

/** What Ink is given when these pieces come, each a while after the one before, and then nothing more. */
function given(...pieces: readonly string[]): readonly string[] {
	let held: Held = nothingHeld;
	const handedOn: string[] = [];
	const take = (joined: {readonly ready: string; readonly held: Held}): void => {
		if (joined.ready !== '') handedOn.push(joined.ready);
		held = joined.held;
	};

	for (const piece of pieces) take(join(held, piece, true));
	take(giveUp(held));
	return handedOn;
}

const alone = '\u001B';

/** Keys of several bytes, as terminals send them. */
const sequences = [
	keys.left,
	keys.shiftTab,
	'\u001B[1;5D',
	'\u001B[1;10A',
	'\u001B[3~',
	'\u001B[15;2~',
	'\u001BOD',
	'\u001BOH',
	'\u001B[[A',
	'\u001B[97;5u',
	'\u001B[2$',
	keys.paste('one\u001B[D\ntwo'),
];

describe('a key that comes in pieces', () => {
	it.each(sequences)('%j is one key, wherever a slow line splits it', sequence => {
		for (let cut = 1; cut < sequence.length; cut++) {
			expect(given(sequence.slice(0, cut), sequence.slice(cut)).join('')).toBe(sequence);
		}

		expect(given(...sequence).join('')).toBe(sequence);
	});

	it.each(sequences.filter(sequence => !sequence.includes('200~')))('nothing of %j is handed on alone', sequence => {
		for (let cut = 1; cut < sequence.length; cut++) {
			const handedOn = given(sequence.slice(0, cut), `${sequence.slice(cut)}x`);
			expect(handedOn).toEqual([`${sequence}x`]);
		}
	});

	it('is Alt with an arrow where a second Escape came with the first, and Escape before it where it came later', () => {
		expect(given('\u001B\u001B', '[A').join('')).toBe('\u001B\u001B[A');
		expect(given(alone, keys.up).join('')).toBe(escapeKey + keys.up);
	});

	it('is waited for without an end once nobody could have typed its beginning', () => {
		expect(['\u001B[1;', '\u001B[200', '\u001B[3'].map(text => isTimed(join(nothingHeld, text, false).held))).toEqual([
			false,
			false,
			false,
		]);
		expect(isTimed(join(nothingHeld, alone, false).held)).toBe(true);
	});
});

describe('Escape', () => {
	it('is itself when nothing follows, and twice when it was pressed twice', () => {
		expect(given(alone)).toEqual([escapeKey]);
		expect(given(alone, alone)).toEqual([escapeKey, escapeKey]);
		expect(given(alone + alone).join('')).toBe(escapeKey + escapeKey);
	});

	it('is itself when a letter, a control character or an unfinished bracket follows later', () => {
		expect(given(alone, 'x')).toEqual([`${escapeKey}x`]);
		expect(given(alone, keys.ctrl('q'))).toEqual([`${escapeKey}\u0011`]);
		expect(given(alone, '[')).toEqual([`${escapeKey}[`]);
		expect(given(alone, 'O', 'n').join('')).toBe(`${escapeKey}On`);
		expect(given(alone, 'O').join('')).toBe(`${escapeKey}O`);
	});

	it('is Alt where the letter came with it', () => {
		expect(given(keys.alt('u'))).toEqual([keys.alt('u')]);
		expect(join(join(nothingHeld, alone, false).held, 'u', false)).toEqual({ready: keys.alt('u'), held: nothingHeld});
	});

	it('is itself before a key that comes later', () => {
		expect(given(alone, keys.left).join('')).toBe(escapeKey + keys.left);
		expect(given(alone, keys.paste('a')).join('')).toBe(escapeKey + keys.paste('a'));
	});

	it('is text inside a paste, however late its end comes', () => {
		expect(given('\u001B[200~a', alone, 'b', '\u001B[201~').join('')).toBe(keys.paste('a\u001Bb'));
		expect(isTimed(join(nothingHeld, '\u001B[200~a\u001B', false).held)).toBe(false);
	});

	it.each([keys.ctrl('c'), keys.ctrl('q'), '\u001B[113;5u'])('ends a paste whose end was lost: %j', key => {
		expect(given('\u001B[200~a', key).join('')).toBe(keys.paste('a') + key);
		// What came in one piece with the text is of the text.
		const begun = join(nothingHeld, '\u001B[200~a', false);
		expect(join(begun.held, key, false).ready).toBe(key);
		expect(given(`\u001B[200~a${key}b`, '\u001B[201~').join('')).toBe(keys.paste(`a${key}b`));
	});
});

test('nothing that is typed is lost or changed by how it is cut', () => {
	const typed = fc.array(fc.oneof(fc.constantFrom(...sequences), fc.constantFrom('a', '漢字', '\r', '\t', '[', 'O')), {
		maxLength: 8,
	});
	fc.assert(
		fc.property(typed, fc.array(fc.nat(60), {maxLength: 6}), (parts, cuts) => {
			const bytes = parts.join('');
			const places = [...new Set(cuts.filter(cut => cut < bytes.length))].sort((a, b) => a - b);
			const pieces = [0, ...places].map((from, index) => bytes.slice(from, places[index]));
			expect(given(...pieces).join('')).toBe(bytes);
		}),
		{numRuns: runs(500)},
	);
});

describe('the input that Ink reads', () => {
	beforeEach(() => {
		vi.useFakeTimers();
	});
	afterEach(() => {
		vi.useRealTimers();
	});

	/** A terminal's input with 100 ms for the rest of a key, and what was read of it so far. */
	function input() {
		const {stdin, type} = fakeTerminal(80, 24);
		const whole = wholeKeys(stdin, 100);
		const heard: string[] = [];
		whole.addListener('readable', () => {
			for (let chunk; (chunk = whole.read() as string | null) !== null;) heard.push(chunk);
		});
		return {whole, stdin, type, heard};
	}

	it('has an arrow whole, and Escape alone when its time is over', () => {
		const {type, heard} = input();
		type(keys.escape);
		vi.advanceTimersByTime(90);
		type('[D');
		expect(heard).toEqual([keys.left]);
		type(keys.escape);
		vi.advanceTimersByTime(90);
		expect(heard).toEqual([keys.left]);
		vi.advanceTimersByTime(20);
		expect(heard).toEqual([keys.left, escapeKey]);
		type('x');
		expect(heard).toEqual([keys.left, escapeKey, 'x']);
	});

	it('has the rest of a key that came while the program was busy', () => {
		const {type, heard} = input();
		type(keys.escape);
		// The time is over, and what came meanwhile is read in the same turn.
		vi.advanceTimersToNextTimer();
		type('[D');
		vi.runAllTimers();
		expect(heard).toEqual([keys.left]);
	});

	it('knows Alt with a letter from Escape before one by how they come', () => {
		const {type, heard} = input();
		type(keys.escape);
		vi.advanceTimersByTime(5);
		type('u');
		type(keys.escape);
		vi.advanceTimersByTime(50);
		type('u');
		expect(heard).toEqual([keys.alt('u'), `${escapeKey}u`]);
	});

	it('is the terminal in everything else', () => {
		const {whole, stdin} = input();
		expect(whole.isTTY).toBe(true);
		expect(whole.listenerCount('readable')).toBe(stdin.listenerCount('readable'));
	});
});

test('ESCDELAY says how long, as elsewhere, and nonsense says nothing', () => {
	expect(['25', '0', '999999', '1e3', '-1', '', undefined].map(escapeDelay)).toEqual([
		25, 0, 30_000, 150, 150, 150, 150,
	]);
});
