/** Journeys through templates whose blocks repeat: by keys they are added, filled, moved, removed and written. */

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, keys, open, run, type Terminal} from './terminal.ts';

const alt = {pageUp: '\u001B[5;3~', pageDown: '\u001B[6;3~'};

/** Opens the wizard on a template, does what `journey` does, writes, and gives the text that is there then. */
async function written(
	template: string,
	size: {readonly columns: number; readonly rows: number},
	journey: (terminal: Terminal) => Promise<void>,
): Promise<{readonly text: string; readonly answers: string}> {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 'form.md'), template);
	const terminal = open(['new', 'form.md', '--out', 'out.md'], {cwd: work.path, home: home.path, ...size});
	await terminal.waitFor(/\d+\/\d+ required/);
	await journey(terminal);
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor('File: out.md');
	terminal.send(keys.enter);
	await terminal.waitUntil(() => {
		try {
			return readFileSync(join(work.path, 'out.md'), 'utf8').length > 0;
		} catch {
			return false;
		}
	}, 'the file');
	const text = readFileSync(join(work.path, 'out.md'), 'utf8');
	const told = run(['answers', 'out.md'], {cwd: work.path, home: home.path});
	return {text: text.replace(/\n+<!-- specwright:[^]*$/, '\n'), answers: told.stdout};
}

/** Sends keys, and waits until the screen says so. */
async function press(terminal: Terminal, shown: string | RegExp, ...sent: readonly string[]): Promise<void> {
	terminal.send(...sent);
	await terminal.waitFor(shown);
}

describe('a block by its heading', () => {
	const template =
		'# Parts of the pump\n\n## Parts\n\n### Part 1: [Name]\n\n- Job: [job]\n\n[Repeat for each part]\n\n## Notes\n\n[notes]\n';

	it.each([
		{columns: 80, rows: 24},
		{columns: 120, rows: 40},
	])(
		'is added twice, moved and removed at $columns×$rows, and its numbers follow',
		async size => {
			const {text, answers} = await written(template, size, async terminal => {
				await press(terminal, 'Part 1 of 1', keys.tab);
				await press(terminal, 'one line', 'Valve', keys.tab, 'opens');
				await press(terminal, 'Part 2 of 2', keys.alt('a'));
				await press(terminal, 'moves', 'Pump', keys.tab, 'moves');
				await press(terminal, 'Part 3 of 3', keys.alt('a'));
				await press(terminal, 'holds', 'Tank', keys.tab, 'holds');
				// Valve, Tank, Pump; then Tank is copied and its copy removed, and Valve goes.
				await press(terminal, 'Part 2 of 3', alt.pageUp);
				await press(terminal, 'Part 3 of 4', keys.alt('d'));
				await press(terminal, 'Part 3 of 3', keys.alt('x'));
				await press(terminal, 'Part 2 of 3', alt.pageUp);
				await press(terminal, 'Part 1 of 3', alt.pageUp);
				await press(terminal, 'Part 2 of 3', alt.pageDown);
				await press(terminal, 'Part 1 of 3', alt.pageUp);
				await press(terminal, 'Part 1 of 2', keys.alt('x'));
				await press(terminal, 'Part 1 of 3', keys.alt('u'));
				await press(terminal, 'Part 1 of 2', keys.alt('x'));
			});
			expect(text.match(/^### .*/gm)).toEqual(['### Part 1: Valve', '### Part 2: Tank']);
			expect(text).toMatch(/Valve\n\n- Job: opens\n[^]*Tank\n\n- Job: holds\n/);
			expect(answers).toContain(
				'  parts/part:\n    - name: Valve\n      job: opens\n    - name: Tank\n      job: holds\n',
			);
		},
		60_000,
	);
});

describe('a record', () => {
	const template =
		'# Decisions of the pump\n\n## Log\n\n- **Decision 1:** [what]\n  - **Why:** [why]\n\n## Notes\n\n[notes]\n';

	it('is added twice, moved and removed, and its numbers follow', async () => {
		const {text, answers} = await written(template, {columns: 80, rows: 24}, async terminal => {
			await press(terminal, 'Decision 1 of 1', keys.tab);
			await press(terminal, 'cheap', 'Steel', keys.tab, 'cheap');
			await press(terminal, 'Decision 2 of 2', keys.alt('a'));
			await press(terminal, 'Brass', 'Brass');
			await press(terminal, 'Decision 3 of 3', keys.alt('a'));
			await press(terminal, 'Lead', 'Lead');
			await press(terminal, 'Decision 2 of 3', alt.pageUp);
			await press(terminal, 'Decision 1 of 3', alt.pageUp);
			await press(terminal, 'Steel', keys.alt('x'));
		});
		expect(text).toContain(
			'- **Decision 1:** Steel\n  - **Why:** cheap\n- **Decision 2:** Brass\n  - **Why:** [why]\n\n## Notes',
		);
		expect(answers).toContain('- decision: Steel\n      why: cheap\n    - decision: Brass\n');
	}, 60_000);
});

it('a block with its title from the template is removed by keys, and the next counts on', async () => {
	const template =
		'# Plan of the pump\n\n## Plan\n\n### Phase 1: Build\n\n- Weeks: [weeks]\n\n### Phase 2: Try\n\n- Weeks: [weeks]\n\n### Phase 3: Sell\n\n- Weeks: [weeks]\n';
	const {text} = await written(template, {columns: 80, rows: 24}, async terminal => {
		await press(terminal, 'Phase 1 of 3', keys.tab);
		await press(terminal, 'Phase 2 of 3', 'four', keys.tab);
		await press(terminal, 'Phase 2 of 2', keys.alt('x'));
		await press(terminal, 'nine', 'nine');
	});
	expect(text).toContain('### Phase 1: Build\n\n- Weeks: four\n\n### Phase 2: Sell\n\n- Weeks: nine\n');
	expect(text).not.toContain('Try');
}, 60_000);
