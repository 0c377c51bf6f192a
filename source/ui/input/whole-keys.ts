/**
 * Keys that come in pieces. A terminal sends ← as `ESC [ D`, and a slow line may bring the Escape alone and the rest a
 * tenth of a second later. Ink gives up after 20 ms and hears Escape, `[` and `D`; so what it reads is put together first.
 *
 * The grammar is that of ECMA-48 (8.3.16, CSI and its parameters) and of xterm's "Control Sequences" (SS3, pastes).
 */

const escape = '\u001B';
const pasteStart = '\u001B[200~';
const pasteEnd = '\u001B[201~';

/** Escape as the kitty protocol says it: nothing that follows can make another key of it. */
export const escapeKey = '\u001B[27u';

/** A key at the place that is asked about: also the shifted ones of rxvt, and Alt as a second Escape. */
const wholeKey = /\u001B{1,2}(?:\[[235678]\$|\[\[?[0-?]*[ -/]*[@-~]|O[\d;]*[A-HMP-S])/y;
/** The beginning of one, where the text ends with it. */
const begunKey = /\u001B{1,2}(?!\[[235678]\$)(?:\[\[?[0-?]*[ -/]*|O[\d;]*)?$/y;
/** A beginning that nobody types: the rest is on its way, however long that takes. */
const surelyBegun = /^\u001B{1,2}\[\[?[0-?]/;

/** `^C` and `^Q`, which come alone from a keyboard and hardly ever from a paste, also as the kitty protocol says them. */
const leaving = /^(?:[\u0003\u0011]|\u001B\[(?:99|113);5u)$/;

/** What came and is not handed on yet. */
export type Held = {
	readonly text: string;
	/** True where more came only a while after a lone Escape: if it makes no key, that was the Escape key. */
	readonly isApart: boolean;
	/** True inside a bracketed paste, which is waited for to its end, or to a key by which one leaves. */
	readonly isPaste: boolean;
};

export const nothingHeld: Held = {text: '', isApart: false, isPaste: false};

/** What can be handed on, and what is held back. */
export type Joined = {readonly ready: string; readonly held: Held};

/**
 * What a terminal sent, put behind what is held. `isLater` says that it did not come at once: then only what makes a
 * whole key of a lone Escape belongs to it, and Escape and a letter are not Alt with that letter.
 */
export function join(before: Held, chunk: string, isLater: boolean): Joined {
	// Who wants to leave is heard also where the end of a paste was lost on the way.
	if (before.isPaste && isLater && leaving.test(chunk))
		return {ready: before.text + pasteEnd + chunk, held: nothingHeld};
	if (before.isPaste) return inPaste('', before.text + chunk);
	const isEscape = before.text === escape;
	if (isEscape && isLater && chunk !== '' && !/^[[O]/.test(chunk)) {
		const after = join(nothingHeld, chunk, false);
		return {...after, ready: escapeKey + after.ready};
	}

	return split(before.text + chunk, before.isApart || (isEscape && isLater));
}

/** What is handed on when nothing more came in time: a lone Escape is the Escape key. Held is then what is still waited for. */
export function giveUp(held: Held): Joined {
	const {text, isApart} = held;
	if (!isTimed(held)) return {ready: '', held};
	if (/^\u001B+$/.test(text)) return {ready: escapeKey.repeat(text.length), held: nothingHeld};
	return {ready: isApart ? escapeKey + text.slice(1) : text, held: nothingHeld};
}

/** True where what is held may be all there is, so that waiting for more must end. */
export function isTimed({text, isPaste}: Held): boolean {
	return text !== '' && !isPaste && !surelyBegun.test(text);
}

function split(text: string, isApart: boolean): Joined {
	let at = text.indexOf(escape);
	while (at >= 0) {
		if (matches(begunKey, text, at)) {
			return {ready: text.slice(0, at), held: {text: text.slice(at), isApart: isApart && at === 0, isPaste: false}};
		}

		const length = matches(wholeKey, text, at);
		if (length === 0 && isApart && at === 0) {
			const after = split(text.slice(1), false);
			return {...after, ready: escapeKey + after.ready};
		}

		// An Escape that begins no sequence is Alt with the character behind it.
		const end = at + (length || 2);
		if (text.slice(at, end) === pasteStart) return inPaste(text.slice(0, end), text.slice(end));
		at = text.indexOf(escape, end);
	}

	return {ready: text, held: nothingHeld};
}

/** Inside a paste everything is its text but the end; only a beginning of that is held back. */
function inPaste(before: string, text: string): Joined {
	const end = text.indexOf(pasteEnd);
	if (end >= 0) {
		const behind = end + pasteEnd.length;
		const after = split(text.slice(behind), false);
		return {...after, ready: before + text.slice(0, behind) + after.ready};
	}

	let kept = Math.min(pasteEnd.length - 1, text.length);
	while (!text.endsWith(pasteEnd.slice(0, kept))) kept--;
	const cut = text.length - kept;
	return {ready: before + text.slice(0, cut), held: {text: text.slice(cut), isApart: false, isPaste: true}};
}

function matches(pattern: RegExp, text: string, at: number): number {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0].length ?? 0;
}

/** What comes within this of a lone Escape came with it: as long as Ink waits. In milliseconds, as all times here. */
const atOnce = 20;

/** How long a lone Escape is held back where `ESCDELAY` says nothing. */
const usualDelay = 150;

/**
 * How long a lone Escape is held back: what `ESCDELAY` says, as for programs with ncurses (its manual, curs_variables), at
 * most 30 s.
 */
export function escapeDelay(wish: string | undefined): number {
	return wish !== undefined && /^\d{1,6}$/.test(wish) ? Math.min(Number(wish), 30_000) : usualDelay;
}

/** A terminal's input, read key by whole key; in everything else it is the stream that is given. */
export function wholeKeys(stdin: NodeJS.ReadStream, delay: number): NodeJS.ReadStream {
	let held = nothingHeld;
	let since = 0;
	let late = '';
	let timer: NodeJS.Timeout | undefined;
	const wait = (): void => {
		clearTimeout(timer);
		if (!isTimed(held)) return;
		const waiting = held;
		// Where the program was busy, the rest may have come long since: it is read before the timer counts.
		timer = setTimeout(
			() =>
				setImmediate(() => {
					if (held !== waiting) return;
					({ready: late, held} = giveUp(held));
					stdin.emit('readable');
				}),
			delay,
		).unref();
	};

	const read = (): string | null => {
		const given = late;
		late = '';
		if (given !== '') return given;
		// What is held alone is nothing to hand on yet.
		for (;;) {
			const chunk = stdin.read() as string | Buffer | null;
			if (chunk === null) return null;
			const now = performance.now();
			const joined = join(held, chunk.toString(), now - since > atOnce);
			({held} = joined);
			since = now;
			wait();
			if (joined.ready !== '') return joined.ready;
		}
	};

	return new Proxy(stdin, {
		get(stream, property) {
			if (property === 'read') return read;
			const value: unknown = Reflect.get(stream, property, stream);
			return typeof value === 'function' ? (value.bind(stream) as unknown) : value;
		},
	});
}
