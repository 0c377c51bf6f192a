/** The largest bundled template in a terminal, and keys typed into it one by one: for what a key costs. */

import {globSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {readForm} from '../../source/core/form/index.ts';
import {keys, open, type Terminal} from './terminal.ts';

const templates = join(import.meta.dirname, '../../templates');

/** Name and text of the largest bundled template. */
export function largestTemplate(): {readonly name: string; readonly source: string} {
	const [largest] = globSync('*.md', {cwd: templates})
		.map(file => ({name: basename(file, '.md'), source: readFileSync(join(templates, file), 'utf8')}))
		.sort((a, b) => b.source.length - a.source.length);
	if (!largest) throw new Error('There is no template.');
	return largest;
}

/** What the screen says once the wizard takes keys. */
export const ready = /\d+\/\d+ required/;

/** Opens the wizard on the largest template, at 120×40 with the preview beside the form. */
export function openLargest(place: {
	readonly cwd: string;
	readonly home: string;
	readonly columns?: number;
	readonly rows?: number;
}): Terminal {
	return open(['new', largestTemplate().name], {columns: 120, rows: 40, ...place});
}

/** Goes to the first field that takes prose, and waits until the preview is there. `source` is the template's text. */
export async function toProse(terminal: Terminal, source = largestTemplate().source): Promise<void> {
	const {fields, titleField} = readForm(source);
	const first = fields.findIndex(({id}) => id === titleField);
	const prose = fields.findIndex(({kind}) => kind === 'prose');
	await terminal.waitFor(ready);
	for (let at = Math.max(0, first); at < prose; at++) {
		const place = terminal.text();
		terminal.send(keys.tab);
		await terminal.waitUntil(() => terminal.text() !== place, 'the next field');
	}

	await terminal.waitUntil(() => !terminal.text().includes('Drawing the preview'), 'the preview');
	await terminal.waitFor(/saved \d\d:\d\d/);
}

const letters = 'etaoinshrdlucmfwypvbgk';

/**
 * Types `count` letters, each when the cursor stands behind the one before it, with a space after every ninth. Gives for
 * each the milliseconds until then and what was written to the terminal.
 */
export async function typeKeys(
	terminal: Terminal,
	count: number,
	pause: () => Promise<void> = async () => {},
): Promise<readonly {readonly time: number; readonly output: string}[]> {
	const costs: {time: number; output: string}[] = [];
	const cursor = (): string => `${terminal.buffer().cursorX},${terminal.buffer().cursorY}`;
	for (let at = 0; at < count; at++) {
		const from = terminal.output().length;
		const stood = cursor();
		const start = performance.now();
		terminal.send(at % 10 === 9 ? ' ' : (letters[(at * 7) % letters.length] ?? 'e'));
		await terminal.waitUntil(() => cursor() !== stood, 'the key');
		const time = performance.now() - start;
		await pause();
		costs.push({time, output: terminal.output().slice(from)});
	}

	return costs;
}

/** The value below which `share` of them lie. */
export function quantile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}
