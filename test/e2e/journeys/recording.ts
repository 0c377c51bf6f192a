/**
 * What is recorded for the README: somebody at a shell begins a document, types a few answers, jumps by the outline, looks
 * at what is open, writes and commits it, and has it checked. A shell, the built program and git run as they do for a
 * person; clock, zone, author and folders are such that each run shows the same.
 */

import {execFileSync} from 'node:child_process';
import {chmodSync, mkdirSync, writeFileSync} from 'node:fs';
import {delimiter, join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {bin, environment, folder, keys, open, type Terminal} from '../terminal.ts';
import {sameEachRun} from './beginnings.ts';
import {keyFor} from './bound.ts';
import type {Size} from './scene.ts';

export const size: Size = {columns: 112, rows: 32};

/** What is on the screen at one moment, how long a watcher sees it, and whether there is something to be read on it. */
export type Moment = {
	readonly terminal: Terminal;
	readonly isCursorShown: boolean;
	readonly milliseconds: number;
	readonly name?: string;
};

/** Keys, what the screen says once they have done what they do, and how long that stands. */
type Step =
	/** Letter by letter at the pace of a person, or all at once. */
	| {readonly typed: string; readonly isPasted?: true}
	| {
			readonly pressed: readonly string[];
			readonly shown: string | RegExp;
			readonly milliseconds: number;
			/** For a moment that a watcher must see. */
			readonly name?: string;
	  };

const typed = (text: string): Step => ({typed: text});
const pasted = (text: string): Step => ({typed: text, isPasted: true});
const pressed = (
	shown: string | RegExp,
	milliseconds: number,
	input: string | readonly string[],
	name?: string,
): Step => ({pressed: [input].flat(), shown, milliseconds, ...(name === undefined ? {} : {name})});

const enter = keyFor('newline');
const next = keyFor('field.next', 'field');
const goOn = keyFor('list.choose', 'prompt');
const down = keyFor('list.down', 'list');

/** Answers out of somebody's notes, with what is asked for after each. */
const notes: readonly (readonly [answer: string, next: string])[] = [
	['Scanners write to a spool that `jobs/collect_spools.py` copies at 02:00.', 'Components involved'],
	['Branch agent (new): publishes each scan\nCatalogue: consumes scans', 'Data flow (high level)'],
	['Scanner → branch agent → queue `returns` → catalogue', 'Key interfaces / contracts'],
	['`copy.returned`, version 1', 'Observability (logs/metrics/traces)'],
	['Metric: `return_lag_seconds` by branch', 'Failure modes and mitigations'],
	['A branch loses its line → its agent keeps scans and sends them later', 'Milestones'],
	['2026-03-23: two branches\n2026-04-13: the job is switched off', 'Backward compatibility'],
	['The job skips copies that an event has updated.', 'Migration steps'],
	['None: stored data stays as it is', 'Rollback plan'],
	['The desk lead turns the agent off; the job takes over the same night.', 'Risks'],
	['Old scanners send no time → the agent adds its own', 'Open questions'],
	['Is the mobile library a branch? (confirm by 2026-03-16)', 'DRI'],
];

const steps: readonly Step[] = [
	typed('specwright new architecture-spec'),
	pressed('0/19 required', 1600, enter, 'begun'),
	typed('Returns within a minute'),
	pressed('Summary (2–3 sentences)  required', 1200, next, 'guidance'),
	typed('Readers hear of a returned book within **60 seconds**, not the next day.'),
	pressed('Problem statement  required', 500, next),
	typed('A book stays *on loan* until the job of 02:00.'),
	pressed('Goals  required', 500, next),
	typed('99 % of returns show within 60 seconds'),
	pressed(/99 % of returns[^]*┃ +$/m, 300, enter),
	typed('Nobody searches shelves'),
	pressed('Enter go there', 900, keyFor('view.outline', 'wizard'), 'outline'),
	pressed(/^›.* 4\)/m, 400, down),
	pressed('Current state  required', 700, goOn),
	...notes.flatMap(([answer, shown]) => [pasted(answer), pressed(`${shown}  `, 150, next)]),
	typed('In'),
	pressed('┃ Ines Okafor', 900, keyFor('field.complete', 'suggestions'), 'choice'),
	pressed('Reviewers  required', 400, next),
	typed('Mara Lindqvist'),
	pressed('Last updated  required', 800, next),
	pressed('┃ 2026-03-02', 700, keyFor('field.use-default', 'offer')),
	pressed('1 required answer open', 2000, keyFor('view.review'), 'review'),
	pressed('Non-goals  required', 600, goOn),
	typed('New scanners'),
	pressed('19/19 required', 1500, [], 'complete'),
	pressed('File: returns-within-a-minute.md', 1000, keyFor('document.write'), 'write'),
	pressed('Commit it?', 1000, goOn),
	pressed('docs: add Returns within a minute', 1000, keyFor('confirm.yes')),
	pressed(/Committed [\da-f]+ on main[^]*\$ $/m, 1500, goOn, 'committed'),
	typed('specwright check ret'),
	pressed('check returns-within-a-minute.md', 400, next),
	pressed(/100 ?%[^]*\$ $/m, 5000, enter, 'checked'),
];

/** How much is typed between two frames, and how long each of those stands. */
const stroke = {letters: 2, milliseconds: 90, pasted: 250};

/**
 * Goes through the recording and gives each moment to `take`. The screen is taken once it has stayed as it is for `pause`
 * milliseconds, and for longer where there is something to be read.
 */
export async function recording(take: (moment: Moment) => void, pause: number): Promise<void> {
	using home = folder();
	// In the author's home, as the screen names it: no picture holds a path of the machine that it was made on.
	const work = join(home.path, 'library');
	mkdirSync(work);
	const terminal = shell(home.path, work);
	const taken = async (milliseconds: number, name?: string): Promise<void> => {
		await quiet(terminal, name === undefined ? pause : Math.max(pause, 400));
		const isCursorShown = terminal.output().lastIndexOf('\u001B[?25l') <= terminal.output().lastIndexOf('\u001B[?25h');
		take({terminal, isCursorShown, milliseconds, ...(name === undefined ? {} : {name})});
	};

	await terminal.waitFor('$');
	await taken(900);
	for (const step of steps) {
		if ('pressed' in step) {
			terminal.send(...step.pressed);
			await terminal.waitFor(step.shown, 60);
			await taken(step.milliseconds, step.name);
			continue;
		}

		for (const input of step.isPasted ? [keys.paste(step.typed)] : strokesOf(step.typed)) {
			const before = place(terminal);
			terminal.send(input);
			await terminal.waitUntil(() => place(terminal) !== before, 'what was typed');
			await taken(step.isPasted ? stroke.pasted : stroke.milliseconds);
		}
	}

	terminal.send('exit', enter);
	await terminal.exit();
}

function strokesOf(text: string): readonly string[] {
	const letters = [...text];
	const begins = letters.flatMap((_, at) => (at % stroke.letters === 0 ? [at] : []));
	return begins.map(at => letters.slice(at, at + stroke.letters).join(''));
}

/** Where the next letter goes, and the line it goes to. */
function place(terminal: Terminal): string {
	const {cursorX, cursorY} = terminal.buffer();
	return `${cursorX},${cursorY},${terminal.screen()[cursorY]}`;
}

/** Waits until nothing is being made and the screen has stayed as it is for so long. */
async function quiet(terminal: Terminal, milliseconds: number): Promise<void> {
	for (let before: string | undefined; before !== terminal.output();) {
		await terminal.waitUntil(() => !/Drawing the preview|saving…/.test(terminal.text()), 'what is being made');
		before = terminal.output();
		await setTimeout(milliseconds);
	}
}

/** A shell in a repository of three people, which knows the program by its name. */
function shell(home: string, cwd: string): Terminal {
	const programs = join(home, 'bin');
	mkdirSync(programs);
	writeFileSync(join(programs, 'specwright'), `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
	chmodSync(join(programs, 'specwright'), 0o755);
	const stamp = '2026-03-02T09:30:00Z';
	const dates = {GIT_CONFIG_GLOBAL: '/dev/null', GIT_AUTHOR_DATE: stamp, GIT_COMMITTER_DATE: stamp};
	const git = (...args: readonly string[]): unknown => execFileSync('git', args, {cwd, env: environment(home, dates)});
	git('init', '-q', '-b', 'main');
	git('config', 'user.name', 'Ada Byron');
	git('config', 'user.email', 'ada@example.org');
	for (const name of ['Ines Okafor', 'Mara Lindqvist', 'Tomás Rieger'])
		git('commit', '-q', '--allow-empty', '-m', 'Begin', '--author', `${name} <${name[0]}@example.org>`);
	return open(['--norc', '--noprofile'], {
		command: 'bash',
		cwd,
		home,
		...size,
		env: {
			...sameEachRun(),
			...dates,
			SCREENS_PACE: '0.05',
			PATH: [programs, process.env['PATH']].join(delimiter),
			PS1: '$ ',
			HISTFILE: '/dev/null',
		},
	});
}
