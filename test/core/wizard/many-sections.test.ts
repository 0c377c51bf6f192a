/** A document of very many sections: each key draws all of them, so that none may cost what all of them do. */

import {expect, test, vi} from 'vitest';
import {readForm} from '../../../source/core/form/index.ts';
import {unwrittenIn} from '../../../source/core/form/unwritten.ts';
import {outline, paletteEntries, start, update, type WizardState} from '../../../source/core/wizard/index.ts';

vi.mock('../../../source/core/form/unwritten.ts', async original => {
	const unwritten = await original<typeof import('../../../source/core/form/unwritten.ts')>();
	return {...unwritten, unwrittenIn: vi.fn(unwritten.unwrittenIn)};
});

const now = '2026-03-04T10:42:00+01:00';
const count = 600;

function begun(): WizardState {
	const sections = Array.from(
		{length: count},
		(_, index) => `## Section ${index}\n\n[What is said in part ${index}.]\n`,
	);
	const made = start({
		form: readForm(`# Many\n\n${sections.join('\n')}`),
		template: {name: 'many', hash: '0123456789ab', origin: 'file'},
		context: {today: '2026-03-04', marker: true, begun: true},
		size: {columns: 120, rows: 40},
		savedAt: now,
	});
	if (!made.ok) throw new Error(made.problem.summary);
	return made.value;
}

test('their titles, which count the blocks before them, are counted once for all of them', () => {
	const state = begun();
	vi.mocked(unwrittenIn).mockClear();
	expect(outline(state).length).toBeGreaterThanOrEqual(count);
	expect(vi.mocked(unwrittenIn).mock.calls.length).toBeLessThan(10);
});

test('the palette lists each once, and what is found by its number first', () => {
	const opened = update(begun(), {type: 'command', command: 'view.palette', now})[0];
	const asked = update(opened, {type: 'edit', edit: {type: 'insert', text: '12'}, now})[0];
	const entries = paletteEntries(asked);
	expect(new Set(entries).size).toBe(entries.length);
	expect(entries[0]).toMatchObject({type: 'section', title: 'Section 12'});
	expect(paletteEntries(asked)).toBe(entries);
});
