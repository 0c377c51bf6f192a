/** A Markdown file in which nothing can be filled in, where someone is there to be asked. */

import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, open} from './terminal.ts';

it.each([
	['new', []],
	['new', ['--plain']],
	['open', []],
] as const)('%s %j says so instead of opening a wizard', async (command, flags) => {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 'r.md'), 'hi\n');
	const terminal = open([command, 'r.md', ...flags], {cwd: work.path, home: home.path});
	const code = await terminal.exit();
	expect(terminal.text()).toContain('There is nothing to fill in');
	expect(terminal.output()).not.toContain('\u001B[?1049h');
	expect(code).toBe(2);
});
