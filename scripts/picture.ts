/**
 * Draws docs/wizard.svg from a real run: the built program in a pseudo-terminal, filled by keys, its screen as it
 * stands. `npm run picture` makes it anew after the screens changed.
 */
import {writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {folder, keys, open, type Terminal} from '../test/e2e/terminal.ts';

const columns = 112;
const rows = 32;
/** Size of a cell, in the picture's units. */
const cell = {width: 8.4, height: 18};
const margin = 16;

/** The 16 colours of a quiet dark terminal, and its ground and text. */
const palette = [
	'#3b4252',
	'#e06c75',
	'#98c379',
	'#e5c07b',
	'#61afef',
	'#c678dd',
	'#56b6c2',
	'#d8dee9',
	'#6b7488',
	'#ff8791',
	'#b5e890',
	'#ffd98a',
	'#8cc8ff',
	'#e2a8f5',
	'#7fdce4',
	'#ffffff',
] as const;
const ground = '#1e222a';
const ink = '#d8dee9';

async function run(home: string, cwd: string): Promise<Terminal> {
	const terminal = open(['new', 'architecture-spec'], {cwd, home, columns, rows});
	const answers: readonly (readonly [string, ...string[]])[] = [
		['Hold queue', keys.tab],
		['Readers hear of a returned book within a minute instead of the next day.', keys.tab],
		['Desk staff search the shelves by hand for books that are already back.', keys.tab],
		[
			'A return shows in the catalogue within **60 seconds**',
			keys.enter,
			'Desk staff need no search by hand',
			keys.tab,
		],
		['A new catalogue', keys.tab],
		['A nightly job moves returns into the catalogue, see `jobs/holds.py`.', keys.tab],
		['Scanner app', keys.enter, 'Return queue', keys.enter, 'Catalogue'],
	];
	await terminal.waitFor('0/19 required');
	for (const answer of answers) {
		const place = terminal.screen()[1];
		terminal.send(...answer);
		if (answer.at(-1) === keys.tab) await terminal.waitUntil(() => terminal.screen()[1] !== place, 'the next field');
	}

	await terminal.waitFor('• Catalogue');
	await terminal.waitFor(/saved \d\d:\d\d/);
	return terminal;
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type Look = {readonly fill: string; readonly back: string | undefined; readonly bold: boolean; readonly dim: boolean};

/** The screen as SVG: a text for each run of cells that look alike, each stretched to its cells in whatever font. */
function svg(terminal: Terminal): string {
	const buffer = terminal.buffer();
	const parts: string[] = [];
	for (let row = 0; row < rows; row++) {
		const line = buffer.getLine(buffer.viewportY + row);
		if (!line) continue;
		let run: {text: string; from: number; cells: number; look: Look} | undefined;
		const flush = (): void => {
			if (run) parts.push(...drawn(run, row));
			run = undefined;
		};

		for (let column = 0; column < columns; column++) {
			const at = line.getCell(column);
			if (!at || at.getWidth() === 0) continue;
			const look = lookOf(at);
			if (run && JSON.stringify(run.look) !== JSON.stringify(look)) flush();
			run ??= {text: '', from: column, cells: 0, look};
			run.text += at.getChars() || ' ';
			run.cells += at.getWidth();
		}

		flush();
	}

	const width = columns * cell.width + 2 * margin;
	const height = rows * cell.height + 2 * margin;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img" aria-label="The wizard: outline, the field in hand and the preview">`,
		`<rect width="100%" height="100%" rx="10" fill="${ground}"/>`,
		`<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">`,
		...parts,
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

function lookOf(
	at: NonNullable<ReturnType<NonNullable<ReturnType<ReturnType<Terminal['buffer']>['getLine']>>['getCell']>>,
): Look {
	const fore = at.isFgPalette() ? (palette[at.getFgColor()] ?? ink) : ink;
	const back = at.isBgPalette() ? palette[at.getBgColor()] : undefined;
	const isInverse = at.isInverse() !== 0;
	return {
		fill: isInverse ? (back ?? ground) : fore,
		back: isInverse ? fore : back,
		bold: at.isBold() !== 0,
		dim: at.isDim() !== 0,
	};
}

function drawn(
	{text, from, cells, look}: {text: string; from: number; cells: number; look: Look},
	row: number,
): readonly string[] {
	const x = (margin + from * cell.width).toFixed(1);
	const top = margin + row * cell.height;
	const width = (cells * cell.width).toFixed(1);
	const behind =
		look.back === undefined
			? []
			: [`<rect x="${x}" y="${top}" width="${width}" height="${cell.height}" fill="${look.back}"/>`];
	if (text.trim() === '') return behind;
	const weight = look.bold ? ' font-weight="bold"' : '';
	const opacity = look.dim ? ' opacity="0.6"' : '';
	return [
		...behind,
		`<text x="${x}" y="${top + 13}" textLength="${width}" lengthAdjust="spacingAndGlyphs" fill="${look.fill}"${weight}${opacity}>${escaped(text)}</text>`,
	];
}

using home = folder();
using work = folder();
const terminal = await run(home.path, work.path);
const target = join(import.meta.dirname, '../docs/wizard.svg');
writeFileSync(target, svg(terminal));
terminal.send(keys.ctrl('q'));
await terminal.exit();
console.log('drew docs/wizard.svg');
