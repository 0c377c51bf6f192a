/** A journey for each kind of field: answered by keys as its prompt offers them, written, and read in the file. */

import {describe, expect, it} from 'vitest';
import {keyFor} from './bound.ts';
import {kinds} from './kinds-form.ts';
import {follow, goTo, inWizard, writtenBy, type Session, type Step} from './session.ts';

/** The document after `steps` at the field of that name. */
async function answered(label: string, steps: readonly Step[], size?: Session['size']): Promise<string> {
	return inWizard({template: kinds, ...(size && {size})}, async session => {
		await goTo(session.terminal, label);
		await follow(session.terminal, ...steps);
		return writtenBy(session);
	});
}

const next = keyFor('field.next');
const back = keyFor('field.previous');
const up = keyFor('list.up', 'choice');
const down = keyFor('list.down', 'choice');
const enter = keyFor('newline');
const left = keyFor('move');

/** Days as the file has them, counted from the day on which the test runs. */
function days(from: number): string {
	return new Date(Date.now() + from * 86_400_000 - new Date().getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
}

describe('a choice of one', () => {
	it('is taken by its digit', async () => {
		expect(await answered('Status', [[['2'], '◉ In Review']])).toContain('- Status: In Review\n');
	});

	it('is taken by its first letter', async () => {
		expect(await answered('Status', [[['a'], '◉ Approved']])).toContain('- Status: Approved\n');
	});

	it('is taken by arrows and Enter, which goes on', async () => {
		const steps: readonly Step[] = [[[down, down, up, keyFor('list.choose', 'one-of')], /› Environments/]];
		expect(await answered('Status', steps)).toContain('- Status: In Review\n');
	});

	it('takes words of the author’s own where the template leaves it open', async () => {
		const text = await answered('Rollout', [
			[['4'], /Other:/],
			[['pump by pump'], 'Other: pump by pump'],
			[[keyFor('list.choose', 'other')], /› Due/],
		]);
		expect(text).toContain('- Rollout: pump by pump\n');
	});
});

it('a choice of several takes and lets go', async () => {
	const toggle = keyFor('list.toggle', 'any-of');
	const text = await answered('Environments', [
		[['1', '2'], /\[x\] dev\n[^\n]*\[x\] staging\n[^\n]*\[ \] prod/],
		[[down, toggle, up, up, toggle], /\[ \] dev\n[^\n]*\[x\] staging\n[^\n]*\[x\] prod/],
		[[keyFor('list.choose', 'any-of')], /› Rollout/],
	]);
	expect(text).toMatch(/- Environments: staging \| prod\n|- Environments: staging, prod\n/);
});

describe('a date', () => {
	it.each([
		['today', 0],
		['+2w', 14],
	])('typed as %s is spelled out', async (typed, later) => {
		const before = days(later);
		const text = await answered('Due', [
			[[typed], typed],
			[[next], /› Speed/],
			[[back], /\d{4}-\d\d-\d\d/],
		]);
		const [, date] = /- Due: (\S+)\n/.exec(text) ?? [];
		// Midnight may have come in between.
		expect([before, days(later)]).toContain(date);
	});

	it('goes by days with the arrows', async () => {
		const steps: readonly Step[] = [
			[['2027-02-28'], '2027-02-28'],
			[[keyFor('list.up', 'date')], '2027-03-01'],
			[[keyFor('list.down', 'date'), keyFor('list.down', 'date')], '2027-02-27'],
		];
		expect(await answered('Due', steps)).toContain('- Due: 2027-02-27\n');
	});
});

it('a number says when it is none, and holds nobody back', async () => {
	const text = await answered('Speed', [
		[['fast', next], /› Manual/],
		[[back], /✗[^\n]*number/i],
		[[keyFor('kill-to-start'), '1200'], '1200'],
		[[next], /› Manual/],
	]);
	expect(text).toMatch(/- Speed: 1200 rpm$/m);
});

it('a link is a path or an address', async () => {
	expect(await answered('Manual', [[['docs/pump.md'], 'docs/pump.md']])).toContain('- Manual: docs/pump.md\n');
});

it('a list is put into another order', async () => {
	const text = await answered('Steps', [
		[['Fill', enter, 'Seal', enter, 'Drain'], 'Drain'],
		[[keyFor('move-line'), keyFor('move-line')], /Drain[^]*Fill[^]*Seal/],
	]);
	expect(text).toContain('- Drain\n- Fill\n- Seal\n');
});

it('a checklist of the author’s own is written, ticked and put into another order', async () => {
	const text = await answered('Done when', [
		[['It runs', keyFor('row.add', 'items'), 'It is dry', keyFor('list.toggle', 'items')], 'It is dry'],
		[[keyFor('row.up', 'items')], /It is dry[^]*It runs/],
	]);
	expect(text).toContain('- [x] It is dry\n- [ ] It runs\n');
});

it('a fixed checklist is ticked', async () => {
	const tick = keyFor('list.toggle', 'ticks');
	const text = await answered('Gate', [
		[[tick, down, down, tick], /Budget is granted/],
		[[next], /^ Settings/m],
	]);
	expect(text).toContain('- [x] Drawings are signed\n- [ ] Parts are ordered\n- [x] Budget is granted\n');
});

it('code tells its fault on its line until it is mended, and is indented by keys', async () => {
	const text = await answered('Settings', [
		[['{', enter, keyFor('indent'), '"speed": 2,', enter, keyFor('outdent'), '}'], '✗ line 3'],
		// From behind the last brace to behind the comma, which goes.
		[[left, left, keyFor('delete')], /"speed": 2$/m],
	]);
	expect(text).toContain('```json\n{\n  "speed": 2\n}\n```\n');
});

describe('a table', () => {
	const cell = keyFor('cell.next');

	it('has rows added, copied, moved and removed', async () => {
		const text = await answered(
			'Parts',
			[
				[['Valve', cell, 'Ada', cell, '2 kg'], '2 kg'],
				[[keyFor('row.add', 'rows'), 'Seal', cell, 'Grace'], /Valve[^]*Seal[^]*Grace/],
				[[keyFor('row.duplicate', 'rows')], /Seal[^]*Seal/],
				[[keyFor('row.remove', 'rows')], /Valve[^]*Seal/],
				[[keyFor('row.up', 'rows')], /Seal[^]*Valve/],
			],
			{columns: 120, rows: 40},
		);
		expect(text.match(/^\| (?:Seal|Valve) .*$/gm)?.map(row => row.replaceAll(/ +/g, ' '))).toEqual([
			'| Seal | Grace | | | |',
			'| Valve | Ada | 2 kg | | |',
		]);
	});

	it('is a card a row where the window is narrow', async () => {
		const text = await answered(
			'Parts',
			[
				[[], 'Row 1 of 1'],
				[['Valve', cell, 'Ada'], /Part: +Valve[^]*Maker: +Ada/],
				[[keyFor('row.add', 'rows'), 'Seal'], 'Row 2 of 2'],
			],
			{columns: 60, rows: 20},
		);
		expect(text.match(/^\| (?:Seal|Valve) /gm)).toEqual(['| Valve ', '| Seal ']);
	});
});
