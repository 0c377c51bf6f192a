/** A journey on which a document is approved: its dates follow the status, which is told, and undo takes them back. */

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {keyFor} from './journeys/bound.ts';
import {folder, keys, open} from './terminal.ts';

const template = `# [Title]

- **Status:** Draft | In Review | Approved
- **Approved on:** [YYYY-MM-DD]
- **Last updated:** [YYYY-MM-DD]
- **Owner:** [name]
`;
const document = `# Returns

- **Status:** Draft
- **Approved on:** [YYYY-MM-DD]
- **Last updated:** 2025-12-24
- **Owner:** Ada
`;

it('stamps the dates that belong to a status, and only these', async () => {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 't.md'), template);
	writeFileSync(join(work.path, 'd.md'), document);
	const terminal = open(['open', 'd.md', '--template', 't.md'], {
		cwd: work.path,
		home: home.path,
		columns: 100,
		rows: 30,
	});
	await terminal.waitFor('Title');
	terminal.send(keys.tab);
	await terminal.waitFor('In Review');
	terminal.send('3', keys.tab);
	await terminal.waitFor("“Approved on” and “Last updated” are today's date now, as the status changed.");
	terminal.send(keyFor('field.undo'));
	await terminal.waitUntil(() => !terminal.screen().join('\n').includes('as the status changed'), 'the notice gone');
	terminal.send(keyFor('field.redo'), keyFor('document.write'));
	await terminal.waitFor('File: d.md');
	terminal.send(keys.enter);
	await terminal.waitFor('-- **Last updated:** 2025-12-24');
	terminal.send('y');
	expect(await terminal.exit()).toBe(0);
	const day = /\*\*Last updated:\*\* (\d{4}-\d\d-\d\d)/.exec(readFileSync(join(work.path, 'd.md'), 'utf8'))?.[1] ?? '';
	expect(readFileSync(join(work.path, 'd.md'), 'utf8')).toBe(
		document.replace('Draft', 'Approved').replace('[YYYY-MM-DD]', day).replace('2025-12-24', day),
	);
	expect(day > '2026-01-01').toBe(true);
});
