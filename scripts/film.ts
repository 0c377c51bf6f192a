/**
 * A film of a terminal as one SVG without a script. All that a row shows over time is drawn as a strip, one below the
 * other; of it a window one row high shows a part, and an animation moves the strip. So a row that stays costs nothing, and
 * what it shows again is drawn once. Where motion is not wanted, one frame stands still.
 */

import type {IBuffer} from '@xterm/headless';
import {card, cell, ink, margin, rowOf, type Size} from './painter.ts';

/** A screen and how long it stands. */
export type Frame = {
	/** What is drawn in each row, as if it were at the top. */
	readonly rows: readonly (readonly string[])[];
	/** Where the cursor is; undefined where the program hides it. */
	readonly cursor: {readonly column: number; readonly row: number} | undefined;
	readonly milliseconds: number;
};

/** The screen as it stands, for so long. */
export function frameOf(buffer: IBuffer, {columns, rows}: Size, isCursorShown: boolean, milliseconds: number): Frame {
	return {
		rows: Array.from({length: rows}, (_, row) => rowOf(buffer.getLine(buffer.viewportY + row), columns, 0)),
		cursor: isCursorShown ? {column: buffer.cursorX, row: buffer.cursorY} : undefined,
		milliseconds,
	};
}

/** The frames as a film that begins anew at its end; `still` is the frame that stands where motion is not wanted. */
export function film(
	frames: readonly Frame[],
	{still, label, ...size}: Size & {readonly label: string; readonly still: number},
): string {
	const strips = Array.from({length: size.rows}, (_, row) => stripOf(frames, row));
	const shared = sharedParts(strips.flatMap(({versions}) => versions));
	const draw = (parts: readonly string[]): string =>
		parts.map(part => (shared.has(part) ? `<use href="#${shared.get(part)}"/>` : part)).join('');
	const rows = strips.map(({name, versions, places}, row) => [
		`<svg y="${margin + row * cell.height}" width="100%" height="${cell.height}"><g id="${name}"${standing(places[still])}>`,
		...versions.map((parts, index) =>
			index === 0 ? draw(parts) : `<g transform="translate(0 ${index * cell.height})">${draw(parts)}</g>`,
		),
		'</g></svg>',
	]);
	const cursors = frames.map(cursorPlace);
	const cursor = `<rect id="cursor"${standing(cursors[still])} x="${margin}" y="${margin}" width="${cell.width}" height="${cell.height}" fill="${ink}" opacity="0.5"/>`;
	const styles = [
		...strips.map(({name, places}) => moved(name, places, frames)),
		moved('cursor', cursors, frames),
		'@media (prefers-reduced-motion:reduce){*{animation:none!important}}',
	];
	const defined = [...shared].map(([part, id]) => part.replace(' ', ` id="${id}" `));
	return card(
		[
			'<style>',
			...styles.filter(style => style !== ''),
			'</style>',
			'<defs>',
			...defined,
			'</defs>',
			...rows.flat(),
			cursor,
		],
		{label, ...size},
	);
}

type Place = {readonly x: number; readonly y: number};

type Strip = {
	readonly name: string;
	/** What the row shows over time, each once. */
	readonly versions: readonly (readonly string[])[];
	/** Where the strip is in each frame. */
	readonly places: readonly Place[];
};

function stripOf(frames: readonly Frame[], row: number): Strip {
	const versions = new Map(frames.map(({rows}) => [(rows[row] ?? []).join(''), rows[row] ?? []]));
	const keys = [...versions.keys()];
	const places = frames.map(({rows}) => ({x: 0, y: -keys.indexOf((rows[row] ?? []).join('')) * cell.height}));
	return {name: `row${row}`, versions: [...versions.values()], places};
}

/** The parts that are drawn more than once, each with a short name. */
function sharedParts(versions: readonly (readonly string[])[]): ReadonlyMap<string, string> {
	const counts = new Map<string, number>();
	for (const part of versions.flat()) counts.set(part, (counts.get(part) ?? 0) + 1);
	const often = [...counts].filter(([, count]) => count > 1);
	return new Map(often.map(([part], index) => [part, `p${index.toString(36)}`]));
}

/** Out of sight where the program hides it. */
function cursorPlace({cursor}: Frame): Place {
	return cursor ? {x: Number((cursor.column * cell.width).toFixed(1)), y: cursor.row * cell.height} : {x: 0, y: -99};
}

/** The place of the frame that stands still, which also a viewer shows that knows no animations. */
function standing(place: Place | undefined): string {
	return place === undefined || (place.x === 0 && place.y === 0) ? '' : ` transform="translate(${place.x} ${place.y})"`;
}

/** The style by which the element of that name goes from place to place; none where it stays where it is. */
function moved(name: string, places: readonly Place[], frames: readonly Frame[]): string {
	let time = 0;
	const begins = frames.map(({milliseconds}) => (time += milliseconds) - milliseconds);
	const steps = places.flatMap(({x, y}, index) => {
		const before = places[index - 1];
		if (before?.x === x && before.y === y) return [];
		return [`${Number(((begins[index]! / time) * 100).toFixed(3))}%{transform:translate(${x}px,${y}px)}`];
	});
	if (steps.length === 1) return '';
	return `#${name}{animation:${name} ${(time / 1000).toFixed(2)}s step-end infinite}@keyframes ${name}{${steps.join('')}}`;
}
