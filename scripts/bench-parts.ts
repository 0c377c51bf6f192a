/** What single parts of the program take, in this process: what a terminal would add is left out. In milliseconds. */

import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {draftStore} from '../source/adapters/drafts/index.ts';
import {createPreview} from '../source/preview/render.ts';
import {chooseTheme} from '../source/theme/index.ts';

function timed(work: () => void): number {
	const start = performance.now();
	work();
	return performance.now() - start;
}

/** Drawing a document for the first time, and again after each of `keys` letters that are typed in its middle. */
export function previewTimes(source: string, keys: number): {readonly first: number; readonly next: readonly number[]} {
	const {renderMarkdown} = createPreview();
	const options = {width: 60, theme: chooseTheme({}), color: true};
	const first = timed(() => renderMarkdown(source, options));
	const middle = source.indexOf('\n\n', source.length / 2);
	const next = Array.from({length: keys}, (_, count) =>
		timed(() => renderMarkdown(`${source.slice(0, middle)} ${'a'.repeat(count)}${source.slice(middle)}`, options)),
	);
	return {first, next};
}

/** Saving one answer after another, each of which survives a loss of power when it is saved. */
export function savingTimes(template: string, answers: number): readonly number[] {
	const home = mkdtempSync(join(tmpdir(), 'specwright-'));
	try {
		const now = (): string => '2026-03-09T10:00:00+01:00';
		const made = draftStore({now, environment: {XDG_STATE_HOME: home}}).createDraft({
			app: '0.0.0',
			template: {name: 'bench', version: '1.0.0', hash: 'abcdef012345', origin: 'bundled', source: template},
			root: home,
			created: now(),
		});
		if (!made.ok) throw new Error(made.problem.summary);
		const times = Array.from({length: answers}, (_, count) =>
			timed(() => {
				const value = 'A sentence of an answer, saved as it stands. '.repeat((count % 10) + 1);
				const saved = made.value.append([{type: 'answer', id: 'summary', answer: {state: 'answered', value}}]);
				if (!saved.ok) throw new Error(saved.problem.summary);
			}),
		);
		made.value.close();
		return times;
	} finally {
		rmSync(home, {recursive: true, force: true});
	}
}
