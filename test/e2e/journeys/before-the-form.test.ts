/** A journey for each screen before the form: home, the list of templates, what is asked and told before the first field. */

import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, keys, open, run} from '../terminal.ts';
import {keyFor} from './bound.ts';
import {plan} from './plan.ts';
import {follow, leave} from './session.ts';

const sizes = [
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
];

/** A folder with a document in it, and a draft of another. */
function begun(where: {readonly cwd: string; readonly home: string}): void {
	run(['new', 'architecture-spec', '--set', 'document/title=Shelf plan', '--yes', '--out', 'shelf.md'], where);
	run(['new', 'architecture-spec', '--plain'], {...where, input: 'Hold queue\n:quit\n'});
}

it.each(sizes)('home leads by the list of templates, what each asks beside it, to a new document', async size => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path, ...size};
	begun(where);
	const terminal = open([], where);
	await follow(
		terminal,
		[[], /› 1 Resume +Hold queue[^]*2 Open +Shelf plan +shelf\.md[^]*3 New +from a template/],
		[[keys.down, keys.down], /› 3 New/],
		[[keys.enter], /Choose a template[^]*› 1 Architecture Spec Template/],
		// Beside the list stands what the template in hand asks.
		[[], /│ 9 sections, 20 fields, bundled[^]*│ +1\) Summary[^]*│ +8\) Ownership/],
		[[keys.down], /│ Feature architecture\n.*100 fields[^]*› 2 Feature architecture +│[^]*Esc back/],
		[['zzz'], 'No template has that in its name.'],
		[[keys.ctrl('u'), 'arc sp'], /Find: arc sp[^]*› Architecture Spec Template +│[^]*1\) Summary/],
		[[keys.escape], /› 3 New|› 1 Resume/],
		[['3'], 'Choose a template'],
		[['arc sp'], /Find: arc sp[^]*› Architecture Spec Template/],
		// A draft of the same template is asked about first.
		[[keys.enter], '2 Begin anew'],
		[['2'], '0/19 required'],
	);
	expect(await leave(terminal)).toBe(0);
});

it('home leads to a draft that was begun and to a document nearby, each by its digit', async () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path, columns: 80, rows: 24};
	begun(where);
	const resumed = open([], where);
	await follow(resumed, [[], /› 1 Resume +Hold queue/], [['1'], /^ specwright · Hold queue .*1\/19 required/m]);
	expect(await leave(resumed)).toBe(0);
	const opened = open([], where);
	await follow(opened, [[], /2 Open +Shelf plan/], [['2'], /^ specwright · Shelf plan .*2\/19 required/m]);
	expect(await leave(opened)).toBe(0);
});

it('where there is nothing to go on with, the list of templates is home, and Escape leaves it', async () => {
	using home = folder();
	using work = folder();
	const terminal = open([], {cwd: work.path, home: home.path, columns: 80, rows: 24});
	await terminal.waitFor(/Choose a template[^]*Esc quit/);
	terminal.send(keys.escape);
	expect(await terminal.exit()).toBe(0);
});

it('a draft of the same is offered with how far it is, and the other way begins anew', async () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path, columns: 80, rows: 24};
	writeFileSync(join(work.path, 'form.md'), plan);
	const args = ['new', 'form.md', '--out', 'plan.md'];
	run([...args, '--plain'], {...where, input: 'Lowfield\n:quit\n'});

	const again = open(args, where);
	await follow(
		again,
		[[], /unfinished draft of this: “Water plan for Lowfield”, 1 of 7\s+required\s+answers/],
		[[keys.enter], /1\/7 required[^]*1\) Goal/],
	);
	expect(await leave(again)).toBe(0);
	const anew = open(args, where);
	await follow(anew, [[], /2 Begin anew +the earlier draft is kept/], [['2'], /0\/7 required[^]*┃ \[Area\]/]);
	expect(await leave(anew)).toBe(0);
	const left = open(args, where);
	await left.waitFor('Begin anew');
	left.send(keys.escape);
	expect(await left.exit()).toBe(0);
});

it.each(sizes)(
	'settings that are broken are told with their line, and the first field comes all the same',
	async size => {
		using home = folder();
		using work = folder();
		writeFileSync(join(work.path, 'form.md'), plan);
		mkdirSync(join(home.path, '.config/specwright'), {recursive: true});
		writeFileSync(join(home.path, '.config/specwright/config.json'), '{\n  "theme": "pink"\n}\n');
		const terminal = open(['new', 'form.md'], {cwd: work.path, home: home.path, ...size});
		await terminal.waitFor(/Before you begin[^]*line 2: The\s+setting theme/);
		await follow(
			terminal,
			[[keys.enter], '0/7 required'],
			[[keyFor('view.review')], /Settings [^]*line 2/],
			[[keyFor('view.close', 'list')], 'Tab next'],
		);
		expect(await leave(terminal)).toBe(0);
	},
);

it('the demo is a finished document that says where it is', async () => {
	using home = folder();
	using work = folder();
	using temporary = folder();
	const where = {cwd: work.path, home: home.path, columns: 80, rows: 24, env: {TMPDIR: temporary.path}};
	const terminal = open(['demo'], where);
	await follow(
		terminal,
		[[], /100% \d+\/\d+ required[^]*An example to play with, in /],
		[[keyFor('view.review')], /Review +100%/],
		[[keyFor('view.close', 'list')], 'Tab next'],
	);
	expect(await leave(terminal)).toBe(0);
});
