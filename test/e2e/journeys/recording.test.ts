/**
 * The film of the README against what the program shows now. Where the two differ, look at the screen, and if it is meant
 * so, `npm run record` makes the film anew.
 */

import {readFileSync} from 'node:fs';
import {homedir, tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {film, frameOf, type Frame} from '../../../scripts/film.ts';
import {xmlFault} from '../../xml.ts';
import {recording, size} from './recording.ts';

const root = join(import.meta.dirname, '../../..');
const recorded = readFileSync(join(root, 'docs/session.svg'), 'utf8');

/** What no picture may have in it, by what it is. */
function faults(picture: string): readonly string[] {
	const paths = [root, homedir(), tmpdir()].filter(path => path.length > 1 && picture.includes(path));
	return [
		...(xmlFault(picture) === undefined ? [] : ['not well-formed']),
		...(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F\uFFFD]/.test(picture) ? ['a control character'] : []),
		...(/<script|href="(?!#)|\bon\w+=/.test(picture) ? ['something that runs or is loaded'] : []),
		...paths,
	];
}

/** The words of every row that the film ever shows, without blanks. */
function rowsOf(picture: string): ReadonlySet<string> {
	const named = new Map([...picture.matchAll(/ id="(p\w+)"[^>]*>([^<]*)</g)].map(([, id, text]) => [id, text]));
	return new Set(
		picture.split('\n').map(line =>
			[...line.matchAll(/<use href="#(\w+)"\/>|<text[^>]*>([^<]*)</g)]
				.map(([, id, text]) => text ?? named.get(id) ?? '')
				.join('')
				.replaceAll(/\s/g, '')
				.replaceAll('&lt;', '<')
				.replaceAll('&gt;', '>')
				.replaceAll('&amp;', '&'),
		),
	);
}

it.skipIf(process.platform === 'win32')(
	'goes from a shell to a document that is complete, committed and checked, and is what docs/session.svg shows',
	async () => {
		const frames: Frame[] = [];
		const seen = new Map<string, readonly string[]>();
		const percents: number[] = [];
		await recording(({terminal, isCursorShown, milliseconds, name}) => {
			frames.push(frameOf(terminal.buffer(), size, isCursorShown, milliseconds));
			if (name !== undefined) seen.set(name, terminal.screen());
			const percent = / (\d+)% \d+\/\d+ required/.exec(terminal.screen()[0] ?? '')?.[1];
			if (percent !== undefined) percents.push(Number(percent));
		}, 30);

		expect(percents).toEqual(percents.toSorted((a, b) => a - b));
		expect([percents[0], percents.at(-1)]).toEqual([0, 100]);
		expect(new Set(percents).size).toBeGreaterThan(15);
		const milestones = {
			begun: 'Type your answer; it is saved as you type.',
			guidance: 'Example: Branch libraries',
			outline: '/ filter',
			choice: '• DRI: Ines Okafor',
			review: '1 required answer open',
			complete: '100% 19/19 required',
			write: 'File: returns-within-a-minute.md',
			committed: 'Committed ',
			checked: 'required 100 %',
		};
		expect([...seen.keys()]).toEqual(Object.keys(milestones));
		for (const [name, words] of Object.entries(milestones)) expect(seen.get(name)?.join('\n')).toContain(words);

		const seconds = frames.reduce((sum, {milliseconds}) => sum + milliseconds, 0) / 1000;
		expect(seconds).toBeGreaterThan(25);
		expect(seconds).toBeLessThan(45);
		expect(faults(film(frames, {...size, label: 'A run', still: 0}))).toEqual([]);

		const shown = rowsOf(recorded);
		const missing = [...seen.values()].flat().filter(row => !shown.has(row.replaceAll(/\s/g, '')));
		expect(missing, 'Look at these rows; "npm run record" makes the film anew.').toEqual([]);
	},
	240_000,
);

it('the film in docs is one file of a size to be loaded, shows nothing of the machine, and stands still where asked to', () => {
	expect(faults(recorded)).toEqual([]);
	expect(Buffer.byteLength(recorded)).toBeLessThan(300_000);
	expect(recorded).toMatch(/@media \(prefers-reduced-motion:reduce\)\{\*\{animation:none!important\}\}/);
	expect(readFileSync(join(root, 'README.md'), 'utf8')).toMatch(/^!\[[^\]]{40,}\]\(docs\/session\.svg\)$/m);
});
