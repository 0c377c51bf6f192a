/** One draft in more than one mode, and how the screen looks as settings, flags and environment want it. */

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, open, run, type Terminal} from '../terminal.ts';
import {keyFor} from './bound.ts';
import {plan} from './plan.ts';
import {follow, goTo, leave} from './session.ts';

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

/** Colours of what is on the screen, by their number in the palette; the terminal's own is none. */
function coloursOf(terminal: Terminal): ReadonlySet<number> {
	const buffer = terminal.buffer();
	const cells = terminal.screen().flatMap((text, row) => {
		const line = buffer.getLine(buffer.viewportY + row);
		return Array.from(text, (_, column) => line?.getCell(column));
	});
	return new Set(cells.flatMap(cell => (cell?.isFgPalette() ? [cell.getFgColor()] : [])));
}

const bright = 8;

it.each([
	['the default theme', {}, [], {}, (colours: ReadonlySet<number>) => [...colours].some(each => each < bright)],
	['high contrast', {theme: 'high-contrast'}, [], {}, (colours: ReadonlySet<number>) => Math.min(...colours) >= bright],
	['the theme without colours', {theme: 'mono'}, [], {}, ({size: count}: ReadonlySet<number>) => count === 0],
	['NO_COLOR', {}, [], {NO_COLOR: '1'}, ({size: count}: ReadonlySet<number>) => count === 0],
	['ASCII', {}, ['--ascii'], {}, (colours: ReadonlySet<number>) => colours.size > 0],
] as const)('%s is how the form with a finding and its outline look', async (name, settings, flags, env, isSo) => {
	using home = folder();
	using work = folder();
	mkdirSync(join(home.path, '.config/specwright'), {recursive: true});
	writeFileSync(join(home.path, '.config/specwright/config.json'), JSON.stringify(settings));
	writeFileSync(join(work.path, 'form.md'), plan);
	const terminal = open(['new', 'form.md', ...flags], {cwd: work.path, home: home.path, columns: 120, rows: 40, env});
	await terminal.waitFor('0/7 required');
	const seen = (): void => {
		expect(isSo(coloursOf(terminal)), terminal.text()).toBe(true);
		if (name === 'ASCII') expect(terminal.text()).toMatch(/^[\n -~]*$/);
	};

	await goTo(terminal, 'Pumps');
	await follow(
		terminal,
		[['many', keyFor('field.next')], '3) Wells'],
		[[keyFor('field.previous')], /“many” is no number|"many" is no number/],
		[[keyFor('view.outline', 'wizard')], /All +f shows required[^]*2\) Facts .*finding/],
	);
	await terminal.waitUntil(() => !terminal.text().includes('Drawing the preview'), 'the preview');
	seen();
	expect(await leave(terminal)).toBe(0);
});
