/** A wizard in a terminal, from opening to the written file. */

import {existsSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {folder, open, type Terminal} from '../terminal.ts';
import {keyFor} from './bound.ts';

export type Session = {
	readonly terminal: Terminal;
	readonly size: {readonly columns: number; readonly rows: number};
	readonly cwd: string;
	readonly home: string;
};

/** Opens the wizard on a template that is given as text, gives it to `journey`, and ends it. */
export async function inWizard<T>(
	{template, size = {columns: 80, rows: 24}}: {readonly template: string; readonly size?: Session['size']},
	journey: (session: Session) => Promise<T>,
): Promise<T> {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 'form.md'), template);
	const terminal = open(['new', 'form.md', '--out', 'out.md'], {cwd: work.path, home: home.path, ...size});
	await terminal.waitFor(/\d+\/\d+ required/);
	const outcome = await journey({terminal, size, cwd: work.path, home: home.path});
	await terminal.exit();
	return outcome;
}

/** Keys, and what the screen says once they have done what they do. */
export type Step = readonly [keys: readonly string[], shown: string | RegExp];

/** Presses and looks, one after the other. */
export async function follow(terminal: Terminal, ...steps: readonly Step[]): Promise<void> {
	for (const [pressed, shown] of steps) {
		terminal.send(...pressed);
		await terminal.waitFor(shown);
	}
}

/** Leaves the wizard, and gives the code it ends with. */
export async function leave(terminal: Terminal): Promise<number> {
	terminal.send(keyFor('wizard.quit', 'wizard'));
	return terminal.exit();
}

/** Goes to a field by its name in the palette. */
export async function goTo(terminal: Terminal, label: string): Promise<void> {
	terminal.send(keyFor('view.palette'), label, keyFor('list.choose', 'goal'));
	await terminal.waitUntil(() => terminal.screen()[1]?.includes(label) === true, `the field ${label}`);
}

/** Writes the document, and gives its text without the line that names its template. */
export async function writtenBy({terminal, cwd}: Session): Promise<string> {
	terminal.send(keyFor('document.write'));
	await terminal.waitFor('File: out.md');
	terminal.send(keyFor('list.choose', 'prompt'));
	const path = join(cwd, 'out.md');
	await terminal.waitUntil(() => existsSync(path), 'the file');
	await terminal.exit();
	// Behind the last of its hints, which may still stand, the document names its template.
	return readFileSync(path, 'utf8').replace(/\n+<!-- specwright: \S+ sha256:[^]*$/, '\n');
}
