/** Where a user's own files lie, outside every repository. */

import {isAbsolute, join, posix, win32} from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/** For each kind its variable of the XDG Base Directory Specification, and each system's usual place. */
const places = {
	cache: {xdg: 'XDG_CACHE_HOME', windows: 'LOCALAPPDATA', mac: 'Library/Caches', other: '.cache'},
	config: {xdg: 'XDG_CONFIG_HOME', windows: 'APPDATA', mac: '.config', other: '.config'},
	data: {xdg: 'XDG_DATA_HOME', windows: 'LOCALAPPDATA', mac: 'Library/Application Support', other: '.local/share'},
	state: {xdg: 'XDG_STATE_HOME', windows: 'LOCALAPPDATA', mac: 'Library/Application Support', other: '.local/state'},
} as const;

/**
 * The program's folder for that kind of files, or one `below` it, which need not be there yet. The specification's
 * variable counts only where it is an absolute path. Undefined where the environment names no place.
 */
export function userFolder(
	kind: keyof typeof places,
	environment: Environment,
	platform: NodeJS.Platform,
	...below: readonly string[]
): string | undefined {
	const {xdg, windows, mac, other} = places[kind];
	const own = environment[xdg];
	if (own !== undefined && isAbsolute(own)) return join(own, 'specwright', ...below);
	if (platform === 'win32') {
		const local = environment[windows];
		return local === undefined || local === '' ? undefined : win32.join(local, 'specwright', ...below);
	}

	const home = environment['HOME'];
	if (home === undefined || !posix.isAbsolute(home)) return undefined;
	return posix.join(home, platform === 'darwin' ? mac : other, 'specwright', ...below);
}
