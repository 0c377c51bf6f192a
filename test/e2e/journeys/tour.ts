/**
 * A tour of the screens on the built program, for their pictures and for what must be seen on them. Everything that
 * differs from run to run is fixed: see beginnings.ts.
 */

import {mkdirSync} from 'node:fs';
import {join} from 'node:path';
import {folder, type Terminal} from '../terminal.ts';
import {begin, beginnings} from './beginnings.ts';
import {sizeName, sizes, type Scene, type Size} from './scene.ts';
import {scenes} from './scenes.ts';

/** The screens of which there are pictures for a window of that size, in the order of the tour. */
export function scenesAt(size: Size): readonly Scene[] {
	return scenes.filter(scene => (scene.sizes ?? sizes).some(each => sizeName(each) === sizeName(size)));
}

/** Every window for which a screen is drawn. */
export function allSizes(): readonly Size[] {
	const each = [...sizes, ...scenes.flatMap(scene => scene.sizes ?? [])];
	return [...new Map(each.map(size => [sizeName(size), size])).values()];
}

/** Waits until nothing on the screen is still being made. */
async function settled(terminal: Terminal): Promise<void> {
	await terminal.waitUntil(
		() => !/Drawing the preview|saving…/.test(terminal.text()),
		'the preview to be drawn and the draft to be saved',
	);
}

/** Goes through the scenes for a window that `wanted` names, all where it is not given, and gives each to `take`. */
export async function tour(
	size: Size,
	take: (scene: Scene, terminal: Terminal) => Promise<void>,
	wanted: ReadonlySet<string> = new Set(scenes.map(({name}) => name)),
): Promise<void> {
	for (const from of beginnings) {
		const all = scenesAt(size).filter(scene => scene.from === from);
		const last = all.findLastIndex(({name}) => wanted.has(name));
		if (last < 0) continue;
		using home = folder();
		// In the person's own folder a project is named by that, and not by a path of this run.
		const cwd = join(home.path, 'larkspur');
		mkdirSync(cwd);
		const terminal = await begin(from, {cwd, home: home.path, size});
		for (const scene of all.slice(0, last + 1)) {
			await scene.go(terminal);
			await settled(terminal);
			if (wanted.has(scene.name)) await take(scene, terminal);
		}

		terminal.kill('SIGTERM');
		await terminal.exit();
	}
}
