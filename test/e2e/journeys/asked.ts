/** One question at a time: the same replies given at Inquirer's prompts, to a screen reader's lines, and piped in. */

import {keys, open, run, type Terminal} from '../terminal.ts';

type Where = {readonly cwd: string; readonly home: string; readonly env?: Record<string, string>};

/**
 * What stands in front of the cursor, what is replied, and what is told then. Options count from 1, as they are shown;
 * `inHand` is what a list that is searched has in hand once the reply is typed.
 */
export type Turn = {
	readonly ask: string;
	readonly say?: string;
	readonly choose?: number;
	readonly inHand?: string;
	readonly pick?: readonly number[];
	readonly told?: string;
};

export type Mode = {readonly name: string; readonly hold: (args: readonly string[], where: Where) => Talk};

type Talk = {
	/** Gives the replies one after the other, each when it is asked for, and sees what is told. */
	go(turns: readonly Turn[]): Promise<void>;
	/** Waits for the end; gives the exit code. */
	end(): Promise<number | null>;
};

/** The reply as a line is typed. */
function lineOf({say, choose, pick}: Turn): string {
	return say ?? (choose === undefined ? (pick ?? []).join(', ') : String(choose));
}

/** The reply as keys at Inquirer's lists. */
function keysOf({say, choose, pick}: Turn): readonly string[] {
	if (pick === undefined) return [say ?? String(choose)];
	const last = Math.max(...pick);
	return Array.from({length: last}, (_, index) => [...(pick.includes(index + 1) ? [' '] : []), keys.down]).flat();
}

const size = {columns: 100, rows: 60};

/** Where the last line of a terminal that only goes on is, counted from its first. */
const rowOf = (terminal: Terminal): number => terminal.buffer().baseY + terminal.buffer().cursorY;

/** The text in front of the cursor's line end, without what can't be seen. */
const lineAtCursor = (terminal: Terminal): string => (terminal.screen()[terminal.buffer().cursorY] ?? '').trim();

async function told(terminal: Terminal, from: number, text: string | undefined): Promise<void> {
	if (text === undefined) return;
	const said = (): string => terminal.output().slice(from).replaceAll(/\s+/g, ' ');
	await terminal.waitUntil(() => said().includes(text), `“${text}” to be told`);
}

const aloud: Mode = {
	name: 'read aloud at a terminal',
	hold(args, where) {
		const terminal = open(args, {...where, ...size, env: {...where.env, ACCESSIBLE: '1'}});
		let row = -1;
		return {
			async go(turns) {
				for (const turn of turns) {
					const isAsked = (): boolean => rowOf(terminal) > row && lineAtCursor(terminal).startsWith(turn.ask);
					await terminal.waitUntil(isAsked, `the question “${turn.ask}”`);
					row = rowOf(terminal);
					const from = terminal.output().length;
					terminal.send(lineOf(turn), keys.enter);
					await told(terminal, from, turn.told);
				}
			},
			end: async () => terminal.exit(),
		};
	},
};

const prompts: Mode = {
	name: 'in prompts',
	hold(args, where) {
		const terminal = open([...args, '--plain'], {...where, ...size});
		// Inquirer ticks each prompt that is answered, and takes keys from when it has drawn the next.
		const answered = (): number => terminal.output().split('✔').length;
		let before = 0;
		return {
			async go(turns) {
				for (const turn of turns) {
					const asked = (): string => terminal.screen().findLast(line => line.startsWith('? ')) ?? '';
					const isAsked = (): boolean => answered() > before && asked().startsWith(`? ${turn.ask}`);
					await terminal.waitUntil(isAsked, `the question “${turn.ask}”`);
					before = answered();
					const from = terminal.output().length;
					terminal.send(...keysOf(turn));
					if (turn.inHand !== undefined) await terminal.waitFor(`❯ ${turn.inHand}`);
					terminal.send(keys.enter);
					await told(terminal, from, turn.told);
				}
			},
			end: async () => terminal.exit(),
		};
	},
};

const piped: Mode = {
	name: 'piped in',
	hold(args, where) {
		let said: readonly Turn[] = [];
		return {
			async go(turns) {
				said = [...said, ...turns];
				return Promise.resolve();
			},
			async end() {
				const input = said.map(turn => `${lineOf(turn)}\n`).join('');
				const {code, stderr} = run([...args, '--plain'], {...where, input});
				const text = stderr.replaceAll(/\s+/g, ' ');
				let from = 0;
				for (const each of said.flatMap(({told: wanted}) => wanted ?? [])) {
					from = text.indexOf(each, from);
					if (from < 0) throw new Error(`“${each}” is not told in its turn:\n${stderr}`);
				}

				return Promise.resolve(code);
			},
		};
	},
};

export const modes: readonly Mode[] = [prompts, aloud, piped];
