/** One draft in more than one mode. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, open, run} from '../terminal.ts';
import {keyFor} from './bound.ts';

it('a draft begun on the screen is gone on with line by line, and ended on the screen', async () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	const begun = open(['new', 'architecture-spec', '--out', 'spec.md'], where);
	await begun.waitFor('0/19 required');
	begun.send('Hold queue', keyFor('field.next'));
	await begun.waitFor('1/19 required');
	begun.send(keyFor('wizard.quit', 'wizard'));
	expect(await begun.exit()).toBe(0);

	const input = 'A return is seen within a minute.\n.\n:quit\n';
	const said = run(['resume', '--plain'], {...where, input});
	expect(said.stderr).toContain('2 of 19 required');
	expect(said.code).toBe(0);

	const ended = open(['resume'], where);
	await ended.waitFor('2/19 required');
	ended.send(keyFor('document.write'));
	await ended.waitFor('File: spec.md');
	ended.send(keyFor('list.choose', 'prompt'));
	await ended.exit();
	const text = readFileSync(join(work.path, 'spec.md'), 'utf8');
	expect(text).toContain('# Hold queue');
	expect(text).toContain('A return is seen within a minute.');
});
