/** The screens before the form, with keys of one's own and documents anywhere in the project. */

import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, keys, open, run} from './terminal.ts';

const document = (title: string) =>
	`# ${title}\n\n## Goal\n\nTo sign.\n\n<!-- specwright: spec@1.0.0 sha256:0123456789ab -->\n`;

it('list the documents of the project, find them by name, and obey the keys of the settings', async () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	mkdirSync(join(work.path, 'specs/old'), {recursive: true});
	writeFileSync(join(work.path, 'near.md'), document('Near'));
	for (let index = 0; index < 12; index++)
		writeFileSync(join(work.path, `specs/old/d${index}.md`), document(`Design ${index}.`));
	const wish = 'list.choose: [ctrl+r], text.kill-word: [alt+z]';
	expect(run(['config', 'set', 'keys', `{${wish}, view.help: [ctrl+e], view.about: [f5]}`], where).stderr).toMatch(
		/view\.about: a key called f5 never arrives[\s\S]*view\.help: \^E is taken by "end of line"[\s\S]*Nothing was saved/,
	);
	expect(run(['config', 'set', 'keys', `{${wish}}`], where).stderr).toBe('');
	const terminal = open([], where);
	await terminal.waitFor(/1 Open +Near[\s\S]*2 New[\s\S]*3 Open +Design 0\..*specs\/old\/d0\.md/);
	await terminal.waitFor('^R go on');
	terminal.send('?');
	await terminal.waitFor('Keys that work here');
	terminal.send('/entry of that');
	await terminal.waitFor(/Find: entry of that[\s\S]*1–9 +take the entry of that number/);
	terminal.send(keys.escape);
	await terminal.waitFor(/Keys that work here[\s\S]*\/ find/);
	terminal.send(keys.escape);
	await terminal.waitFor(/1 Open +Near/);
	terminal.send('/design 11 of');
	await terminal.waitFor('Nothing here has that in its name.');
	terminal.send(keys.alt('z'));
	await terminal.waitFor(/Find: design 11\b[\s\S]*› +Open +Design 11\./);
	terminal.send(keys.enter, keys.ctrl('r'));
	await terminal.waitFor(/specwright · Design 11\.[\s\S]*Title  required/);
	terminal.send(keys.ctrl('q'));
	expect(await terminal.exit()).toBe(0);
});
