/** The drawings of `diagrams`: made, and kept in files. */

import {basename, dirname, join, relative, resolve} from 'node:path';
import {lookAt, versionAt, writeDocument} from '../adapters/files/index.ts';
import type {Problem} from '../core/problem.ts';
import {loadDrawings} from '../preview/index.ts';
import {chooseTheme} from '../theme/index.ts';
import type {Context} from './context.ts';
import type {DiagramSettings} from './diagram-settings.ts';
import type {SeenDiagram} from './diagrams.ts';

export type SeenDrawing = {
	readonly diagram: SeenDiagram;
	/** The drawing as it is written; undefined where there is none, for `reason`. */
	readonly text?: string;
	readonly reason?: string;
};

/** Cells of a row: the first that is enough. Only in a terminal there is no more room than there is. */
const usualWidth = 100;
const anyWidth = 10_000;

/** Draws diagrams one after another. */
export async function drawAll(
	diagrams: readonly SeenDiagram[],
	{format, out, isAscii}: DiagramSettings,
	{output, env}: Context,
): Promise<readonly SeenDrawing[]> {
	if (diagrams.length === 0) return [];
	const {drawPicture, drawRows, svgFile} = await loadDrawings();
	const {isTerminal, columns} = output.stdout;
	const widths = isTerminal && out === undefined ? [columns] : [usualWidth, anyWidth];
	const {ascii} = chooseTheme(env, isAscii ? {ascii: true} : {});
	const drawings: SeenDrawing[] = [];
	for (const diagram of diagrams) {
		const {text, number, path} = diagram;
		if (format === 'svg') {
			const picture = await drawPicture(text);
			const title = `${basename(path)}, diagram ${number}`;
			drawings.push(
				'svg' in picture ? {diagram, text: svgFile(picture.svg, title)} : {diagram, reason: picture.reason},
			);
		} else {
			const drawing = await drawRows(text, widths, ascii);
			drawings.push(
				'rows' in drawing ? {diagram, text: `${drawing.rows.join('\n')}\n`} : {diagram, reason: drawing.reason},
			);
		}
	}

	return drawings;
}

/** Files' names without their ends: document and number, with the folders where two documents have one name. */
export function fileNames(diagrams: readonly SeenDiagram[], cwd: string): readonly string[] {
	const short = (path: string): string => basename(path).replace(/\.[^.]+$/, '');
	const long = (path: string): string =>
		[...relative(cwd, resolve(cwd, dirname(path))).split(/[/\\:]+/), short(path)]
			.filter(part => part !== '' && part !== '..' && part !== '.')
			.join('-');
	const paths = [...new Set(diagrams.map(({path}) => path))];
	const names = new Map<string, string>();
	const taken = new Set<string>();
	for (const path of paths) {
		const isAlone = paths.every(other => other === path || short(other).toLowerCase() !== short(path).toLowerCase());
		const name = isAlone ? short(path) : long(path);
		let free = name;
		for (let count = 2; taken.has(free.toLowerCase()); count++) free = `${name}~${count}`;
		taken.add(free.toLowerCase());
		names.set(path, free);
	}

	return diagrams.map(({path, number}) => `${names.get(path)!}-${number}`);
}

/** What became of a drawing's file. */
export type Kept = {
	readonly file?: string;
	/** False where the file had it already, which is then not touched. */
	readonly isNew?: boolean;
	readonly problem?: Problem;
};

/** Writes a drawing into the folder, unless it stands there already; another file there is replaced only if it `mayBe`. */
export function keepDrawing(folder: string, name: string, text: string, mayReplace: boolean): Kept {
	const file = join(folder, name);
	const standing = lookAt(file);
	if (standing.ok && standing.value?.text === text) return {file, isNew: false};
	const version = mayReplace ? versionAt(file) : undefined;
	const replaces = version?.ok ? version.value : undefined;
	const written = writeDocument(file, text, {
		makeFolders: true,
		evenIfLinked: mayReplace,
		...(replaces === undefined ? {} : {replaces}),
	});
	return written.ok ? {file, isNew: true} : {problem: written.problem};
}
