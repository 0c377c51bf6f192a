/** What a key has done for it, counted: frames made and texts parsed. No clock is asked. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, test, vi} from 'vitest';
import {parseMarkdown} from '../../source/core/form/markdown.ts';
import {wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import {open} from './open.ts';
import {opened, storeOf} from './states.ts';
import {fakeTerminal} from './terminal.ts';

vi.mock('../../source/core/form/markdown.ts', async original => {
	const markdown = await original<typeof import('../../source/core/form/markdown.ts')>();
	return {...markdown, parseMarkdown: vi.fn(markdown.parseMarkdown)};
});
vi.mock('../../source/ui/screens/wizard-frame.ts', async original => {
	const frames = await original<typeof import('../../source/ui/screens/wizard-frame.ts')>();
	return {...frames, wizardFrame: vi.fn(frames.wizardFrame)};
});

const source = readFileSync(join(import.meta.dirname, '../../templates/technical-specification.md'), 'utf8');
const size = {columns: 120, rows: 40};
const words = 'Readers wait for titles that stand in other houses';

test('keys in the largest template make a frame each, and what is parsed for them is the answer alone', async () => {
	const terminal = fakeTerminal(size.columns, size.rows);
	const {fields} = opened(size, {source}).form;
	const prose = fields.find(({kind}) => kind === 'prose')!;
	const before = opened(size, {source, focus: prose.id});
	void open(terminal)
		.wizard(storeOf(before))
		.catch(() => {});
	const required = /\d+\/\d+ required/;
	const [first = ''] = required.exec(await terminal.until(text => required.test(text))) ?? [];
	vi.mocked(wizardFrame).mockClear();
	vi.mocked(parseMarkdown).mockClear();
	for (const letter of words) terminal.type(letter);
	await terminal.until(text => text.includes(words) && required.exec(text)?.[0] !== first);
	const frames = vi.mocked(wizardFrame).mock.calls.length;
	expect(frames).toBeGreaterThan(0);
	// Some more belong to the measurement behind them and to the draft, which is said to be saved.
	expect(frames).toBeLessThanOrEqual(words.length + 8);
	const parsed = vi.mocked(parseMarkdown).mock.calls.map(([text]) => text);
	expect(parsed.filter(text => !words.startsWith(text.trim()))).toEqual([]);
	expect(parsed.length).toBeLessThanOrEqual(8);
});
