/** Paints an emulated terminal's screen as SVG, in the colours of a quiet dark terminal. */

import type {IBuffer, IBufferCell, IBufferLine} from '@xterm/headless';

/** Size of a cell, in the picture's units. */
export const cell = {width: 8.4, height: 18};
export const margin = 16;

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
export const ink = '#d8dee9';

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

type Look = {readonly fill: string; readonly back: string | undefined; readonly bold: boolean; readonly dim: boolean};

export type Size = {readonly columns: number; readonly rows: number};

/** The screen as SVG. */
export function svg(buffer: IBuffer, {label, ...size}: Size & {readonly label: string}): string {
	const parts = Array.from({length: size.rows}, (_, row) =>
		rowOf(buffer.getLine(buffer.viewportY + row), size.columns, margin + row * cell.height),
	);
	return card(parts.flat(), {label, ...size});
}

/** The ground of a terminal of that size with `parts` on it. */
export function card(parts: readonly string[], {columns, rows, label}: Size & {readonly label: string}): string {
	const width = columns * cell.width + 2 * margin;
	const height = rows * cell.height + 2 * margin;
	return [
		`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width.toFixed(0)} ${height}" role="img" aria-label="${escaped(label)}">`,
		`<rect width="100%" height="100%" rx="10" fill="${ground}"/>`,
		`<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="14" xml:space="preserve">`,
		...parts,
		'</g>',
		'</svg>',
		'',
	].join('\n');
}

/** A row at the height `top`: a text for each run of cells that look alike, each stretched to its cells in whatever font. */
export function rowOf(line: IBufferLine | undefined, columns: number, top: number): readonly string[] {
	if (!line) return [];
	const parts: string[] = [];
	let run: {text: string; from: number; cells: number; look: Look} | undefined;
	const flush = (): void => {
		if (run) parts.push(...drawn(run, top));
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
	return parts;
}

function lookOf(at: IBufferCell): Look {
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
	top: number,
): readonly string[] {
	const x = (margin + from * cell.width).toFixed(1);
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
