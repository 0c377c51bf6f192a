/** A terminal of any size in memory: what the program writes goes through a real terminal emulator. */

import {EventEmitter} from 'node:events';
import {Writable} from 'node:stream';
import xterm from '@xterm/headless';

export type FakeTerminal = {
	readonly stdin: NodeJS.ReadStream;
	readonly stdout: NodeJS.WriteStream;
	/** The rows that are on the screen now, without trailing blanks. */
	readonly rows: () => readonly string[];
	readonly text: () => string;
	readonly cursor: () => {readonly x: number; readonly y: number; readonly isShown: boolean};
	/** Sends keys as a terminal would. */
	readonly type: (keys: string) => void;
	readonly resize: (columns: number, rows: number) => void;
	/** Resolves with the screen's text once `isThere` says so; asked after everything that is drawn. */
	readonly until: (isThere: (text: string) => boolean) => Promise<string>;
	/** Everything that was written, for questions about escape sequences. */
	readonly written: () => string;
};

export {keys} from '../keys.ts';

class Keyboard extends EventEmitter {
	isTTY = true;
	#chunks: string[] = [];
	type(keysSent: string): void {
		this.#chunks.push(keysSent);
		this.emit('readable');
	}

	read(): string | null {
		return this.#chunks.shift() ?? null;
	}

	setRawMode(): this {
		return this;
	}

	setEncoding(): this {
		return this;
	}

	resume(): this {
		return this;
	}

	pause(): this {
		return this;
	}

	ref(): this {
		return this;
	}

	unref(): this {
		return this;
	}
}

/** A terminal of the given size. */
export function fakeTerminal(columns: number, rows: number): FakeTerminal {
	const emulator = new xterm.Terminal({cols: columns, rows, allowProposedApi: true, convertEol: true});
	const keyboard = new Keyboard();
	let all = '';
	let isShown = true;
	const stdout = Object.assign(
		new Writable({
			write(chunk: Buffer, _encoding, done) {
				const text = chunk.toString();
				all += text;
				for (const [, shows] of text.matchAll(/\u001B\[\?25([hl])/g)) {
					isShown = shows === 'h';
				}

				emulator.write(text, done);
			},
		}),
		{isTTY: true, columns, rows},
	);
	const screen = (): readonly string[] => {
		const {active} = emulator.buffer;
		return Array.from(
			{length: emulator.rows},
			(_, row) => active.getLine(active.viewportY + row)?.translateToString(true) ?? '',
		);
	};

	return {
		stdin: keyboard as unknown as NodeJS.ReadStream,
		stdout: stdout as unknown as NodeJS.WriteStream,
		rows: screen,
		text: () => screen().join('\n'),
		cursor: () => ({x: emulator.buffer.active.cursorX, y: emulator.buffer.active.cursorY, isShown}),
		type(keysSent) {
			keyboard.type(keysSent);
		},
		resize(newColumns, newRows) {
			emulator.resize(newColumns, newRows);
			Object.assign(stdout, {columns: newColumns, rows: newRows});
			stdout.emit('resize');
		},
		async until(isThere) {
			return new Promise(resolve => {
				const look = () => {
					const text = screen().join('\n');
					if (isThere(text)) {
						parsed.dispose();
						resolve(text);
					}
				};

				const parsed = emulator.onWriteParsed(look);
				look();
			});
		},
		written: () => all,
	};
}
