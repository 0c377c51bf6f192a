/** A journey for each screen that lies over the form: what it shows, what its keys do, and the way back. */

import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {folder, open, run, type Terminal} from '../terminal.ts';
import {keyFor} from './bound.ts';
import {plan} from './plan.ts';
import {follow, goTo, inWizard, leave, type Session, type Step} from './session.ts';

const palette = keyFor('view.palette');
const outline = keyFor('view.outline', 'wizard');
const review = keyFor('view.review');
const preview = keyFor('view.preview');
const clear = keyFor('kill-to-start');
const choose = keyFor('list.choose', 'goal');
const close = keyFor('view.close', 'list');
const show = keyFor('list.show');

/** The form again, with nothing over it. */
const form = 'Tab next';

/** The wizard on the plan, left at the end with 0. */
async function overPlan(journey: (terminal: Terminal) => Promise<void>, size?: Session['size']): Promise<void> {
	await inWizard({template: plan, ...(size && {size})}, async ({terminal}) => {
		await journey(terminal);
		expect(await leave(terminal)).toBe(0);
	});
}

it('the palette finds a field by a near name, does what a command says, and tells why one has nothing to do', async () => {
	await overPlan(async terminal => {
		await follow(
			terminal,
			[[palette, 'pmps'], /› Pumps +2\) Facts/],
			[[choose], '2) Facts › Pumps'],
			[[palette, 'duplicate'], /› – Duplicate this block +This field stands alone/],
			[[choose], '› This field stands alone: only blocks that repeat can be added or removed.'],
			[[palette, 'next sec'], /› Next section +Alt\+↓/],
			[[choose], /^ 3\) Wells .*section 4\/6/m],
			[[palette, 'qqq'], 'Nothing has that in its name.'],
			[[clear, '5'], /› 5\) Risks +section 6/],
			[[close], form],
		);
		expect(terminal.screen()[1]).toContain('3) Wells');
	});
});

it('the outline shows what is required, unfilled or failing, and goes there', async () => {
	await overPlan(async terminal => {
		await goTo(terminal, 'Due');
		await follow(
			terminal,
			[['soon', keyFor('field.next')], '2) Facts › Pumps'],
			[[outline], /^ All +f shows required[^]*^›! +2\) Facts +0\/3 finding[^]*^ ○ +3\) Wells +empty/m],
			[[show], /^ Required [^]*^ ○ +Owner +empty[^]*4\) Pipes/m],
		);
		expect(terminal.text()).not.toContain('Wells');
		await follow(
			terminal,
			[[show], /^ Unfilled [^]*^ ○ +3\) Wells +empty/m],
			[[show], /^ Failing [^]*2\) Facts +0\/3 finding *\n ! +Due +finding/m],
		);
		expect(terminal.text()).not.toContain('4) Pipes');
		await follow(terminal, [[keyFor('list.down', 'list'), choose], /^ 2\) Facts › Due[^]*✗ /m]);
	});
});

it('the outline is filtered by words, goes from gap to gap, marks what does not apply, and is left by q', async () => {
	await inWizard({template: plan}, async ({terminal}) => {
		await follow(
			terminal,
			[['Lowfield', outline], 'Water plan for Lowfield'],
			[[keyFor('list.filter'), 'pip'], /^ Find: pip\n›○ +4\) Pipes +0\/1 empty *\n\n/m],
			[[close], '1) Goal'],
			[[keyFor('gap.next', 'outline')], /^ 1\) Goal .*section 2\/6/m],
			[[keyFor('gap.next', 'field')], /^ 2\) Facts › Owner/m],
			[[outline], /^›○ +2\) Facts/m],
			[[keyFor('list.down', 'list'), keyFor('list.down', 'list')], /^›○ +4\) Pipes/m],
			[[keyFor('section.not-applicable'), 'nothing is laid'], 'Because: nothing is laid'],
			[[keyFor('list.choose', 'prompt')], /^›– +4\) Pipes +1\/1 n\/a/m],
			[[choose], 'n/a because nothing is laid'],
			[[outline], /^›– +4\) Pipes/m],
		);
		terminal.send(keyFor('wizard.quit', 'browse'));
		expect(await terminal.exit()).toBe(0);
	});
});

it('the review leads to a finding, and what would change in the file is shown from it and left for it', async () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	writeFileSync(join(work.path, 'form.md'), plan);
	run(['new', 'form.md', '--set', 'facts/owner=Ada', '--yes', '--out', 'plan.md'], where);
	const terminal = open(['open', 'plan.md'], {...where, columns: 80, rows: 24});
	await terminal.waitFor('1/7 required');
	await goTo(terminal, 'Due');
	const finding = /○ Due +“soon” is no date of the form YYYY-MM-DD\./;
	await follow(
		terminal,
		[['soon'], 'soon'],
		[[review], finding],
		[[keyFor('view.difference')], /What writing would change in plan\.md[^]*\n -- Due: YYYY-MM-DD\n \+- Due: soon\n/],
		[[keyFor('view.close', 'pages')], finding],
		[[keyFor('list.down', 'list'), keyFor('list.down', 'list')], /› ○ Due /],
		[[choose], /^ 2\) Facts › Due[^]*┃ soon/m],
		[[review], finding],
		[[close], form],
	);
	expect(await leave(terminal)).toBe(0);
});

it('says from the review of what is in no file yet that there is none', async () => {
	await overPlan(async terminal => {
		await follow(terminal, [[review], 'required answers open'], [[keyFor('view.difference')], 'no file out.md yet']);
	});
});

/** The row of the preview in which a text stands, and whether it is marked as the field in hand. */
function rowOf(terminal: Terminal, text: string): {readonly isMarked: boolean} | undefined {
	const row = terminal.screen().find(line => line.includes(text));
	return row === undefined ? undefined : {isMarked: /(?:^|│)┃/.test(row)};
}

it('the preview begins where the field stands, marks it, and is paged through', async () => {
	await overPlan(async terminal => {
		await goTo(terminal, 'Pipes');
		await follow(terminal, [['Along the road.', preview], /PgDn page down/], [[], 'Along the road.']);
		expect(rowOf(terminal, 'Along the road.')).toEqual({isMarked: true});
		expect(rowOf(terminal, '[One paragraph')).toEqual({isMarked: false});
		expect(terminal.text()).not.toContain('# Water plan');
		await follow(
			terminal,
			[[keyFor('list.page-up', 'reading'), keyFor('list.page-up', 'reading')], '# Water plan'],
			[[keyFor('list.page-down', 'reading'), keyFor('list.page-down', 'reading')], 'Along the road.'],
			[[keyFor('view.close', 'pages')], form],
		);
		expect(terminal.screen()[1]).toContain('4) Pipes');
	});
});

describe.each([
	{columns: 120, rows: 40},
	{columns: 200, rows: 60},
])('at $columns×$rows', size => {
	it('outline, form and preview stand side by side and follow what is typed', async () => {
		await overPlan(async terminal => {
			await terminal.waitFor('┃ # Water plan for [Area]');
			await goTo(terminal, 'Owner');
			await follow(terminal, [['Ada Byron'], /┃ • Owner: Ada Byron/], [[], /^›◐ +2\) Facts +1\/3 part/m]);
			expect(rowOf(terminal, '• Due:')).toEqual({isMarked: false});
			await follow(terminal, [[keyFor('field.next')], /┃ • Due: YYYY-MM-DD/]);
			expect(rowOf(terminal, '• Owner: Ada Byron')).toEqual({isMarked: false});
		}, size);
	});

	it('what lies over the form leaves the outline in its place', async () => {
		const steps: readonly Step[] = [
			[[review], /^›○ +Water plan.*│.*Review/m],
			[[close], form],
			[[keyFor('view.help', 'wizard')], /^›○ +Water plan.*│.*Keys that work in this field/m],
			[[close], form],
			[[palette, 'wells'], /^ ○ +2\) Facts .*│.*3\) Wells +section 4/m],
			[[choose], /^›○ +3\) Wells/m],
			[[outline, keyFor('list.filter'), 'pip'], /^›○ +4\) Pipes.*│/m],
			[[choose], /^ 4\) Pipes.*section 5\/6/m],
			[[outline, show], /^ Required .*│/m],
			[[close], form],
		];
		await overPlan(async terminal => follow(terminal, ...steps), size);
	});
});

it('help tells first the keys that work here, then those elsewhere, and is left for where it was opened', async () => {
	const down = keyFor('list.page-down', 'reading');
	await overPlan(async terminal => {
		await follow(terminal, [[keyFor('view.help', 'wizard')], /Keys that work in this field\n +Tab +next field/]);
		expect(terminal.text()).not.toContain('Keys that work elsewhere');
		await follow(
			terminal,
			[[down, down, down, down], 'Keys that work elsewhere'],
			[[keyFor('view.close', 'pages')], form],
			[[outline], '/ filter'],
			[[keyFor('view.help', 'browse')], 'Keys that work here'],
			[[keyFor('view.close', 'pages')], '/ filter'],
		);
	});
});

it('all about a field has the guidance that the form has no room for', async () => {
	await overPlan(async terminal => {
		await goTo(terminal, 'Goal');
		await terminal.waitFor(/more lines: Alt\+I/);
		expect(terminal.text()).not.toContain('Think of point 18.');
		await follow(
			terminal,
			[[keyFor('view.about')], 'Say who gains what.'],
			[[keyFor('list.page-down', 'reading')], 'Think of point 18.'],
			[[keyFor('view.close', 'pages')], /more lines: Alt\+I/],
		);
	});
});
