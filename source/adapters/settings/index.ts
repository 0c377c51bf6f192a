/**
 * Settings: few, typed, in one JSON file. Reading is done here, without loading conf (it takes longer than all the rest
 * of the start); conf writes, to a file beside it that is put in its place whole.
 * Settings that nobody knows here are kept.
 */

import {accessSync, chmodSync, constants, readFileSync} from 'node:fs';
import {basename, dirname, join} from 'node:path';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import {quietly, realFileSystem, temporaryName, userFolder} from '../file-system/index.ts';
import {defaultSettings, entries, type Settings} from './entries.ts';

export {defaultSettings, settingsSchema, settingValues, entries as settingEntries, type Settings} from './entries.ts';

export type SettingsStore = {
	/** Where the file is or would be. */
	readonly path: string | undefined;
	/** The settings; what is missing or wrong in the file is the default, and `problems` says what was wrong. Never fails. */
	load(): {readonly settings: Settings; readonly problems: readonly Problem[]};
	/** Changes some settings; `undefined` takes one back to its default. A broken file is left as it is (exit 3). */
	save(changes: {readonly [Key in keyof Settings]?: Settings[Key] | undefined}): Promise<Result<void>>;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** The names of all settings. */
export const settingNames = Object.keys(entries) as readonly (keyof Settings)[];

/** Settings of whoever the environment belongs to: `$XDG_CONFIG_HOME/specwright/config.json`, or the system's usual place. */
export function settingsStore(
	environment: Environment = process.env,
	platform: NodeJS.Platform = process.platform,
): SettingsStore {
	const folder = userFolder('config', environment, platform);
	const path = folder === undefined ? undefined : join(folder, 'config.json');

	return {
		path,
		load() {
			const read = readRaw(path);
			return read.ok ? checked(read.value, path ?? '') : {settings: defaultSettings, problems: [read.problem]};
		},
		async save(changes) {
			if (folder === undefined || path === undefined) {
				return failure({
					code: 'settings.no-home',
					summary: 'There is no place for settings: HOME names none.',
					next: 'Set HOME or XDG_CONFIG_HOME to the absolute path of a folder.',
					exit: exitCodes.io,
				});
			}

			// conf would throw for a file that is no JSON, and count one that holds a list as empty.
			const read = readRaw(path);
			if (!read.ok) {
				return read;
			}

			for (const [name, value] of Object.entries(changes)) {
				const rule = Object.hasOwn(entries, name) ? entries[name as keyof Settings] : undefined;
				if (rule === undefined || (value !== undefined && !rule.isValid(value))) {
					return failure(badSetting(name, rule?.wants));
				}
			}

			try {
				realFileSystem.mkdir(folder, 0o700);
				await putInPlace(linkedFile(path), without({...read.value.raw, ...changes}));
				return success(undefined);
			} catch (error) {
				return failure({
					code: 'settings.not-written',
					summary: `The settings could not be written to ${path}: ${error instanceof Error ? error.message : String(error)}`,
					next: 'Check the permissions of that folder.',
					exit: exitCodes.io,
				});
			}
		},
	};
}

/** The file that a symbolic link at the path leads to, else the path. */
function linkedFile(path: string): string {
	try {
		return realFileSystem.realpath(path);
	} catch {
		return path;
	}
}

/**
 * Writes the settings to a file beside the one at `path` and gives it that name once it reads well. conf does not look how
 * much of its text the disk took, and by itself puts the begin of it in the place of the whole.
 */
async function putInPlace(path: string, settings: Readonly<Record<string, unknown>>): Promise<void> {
	const folder = dirname(path);
	// Asked first: conf tries for a second where it may not write, and nothing else runs meanwhile.
	accessSync(folder, constants.W_OK);
	const {default: Conf} = await import('conf');
	const name = basename(temporaryName(folder), '.tmp');
	const beside = join(folder, `${name}.tmp`);
	try {
		const conf = new Conf<Record<string, unknown>>({
			cwd: folder,
			configName: name,
			fileExtension: 'tmp',
			projectSuffix: '',
			configFileMode: 0o600,
			accessPropertiesByDotNotation: false,
		});
		conf.store = settings;
		// A map that was cut is no JSON any more.
		JSON.parse(readFileSync(beside, 'utf8'));
		chmodSync(beside, 0o600);
		realFileSystem.rename(beside, path);
	} catch (error) {
		quietly(() => {
			realFileSystem.unlink(beside);
		});
		throw error instanceof SyntaxError ? new Error('the disk is full', {cause: error}) : error;
	}
}

type Raw = {readonly text: string; readonly raw: Readonly<Record<string, unknown>>};

/** What the file holds; nothing where there is none. */
function readRaw(path: string | undefined): Result<Raw> {
	const none: Raw = {text: '', raw: {}};
	if (path === undefined) {
		return success(none);
	}

	const broken = (reason: string, line = 1) =>
		failure({
			code: 'settings.broken',
			summary: `The settings can't be read: ${reason}. The defaults are used.`,
			next: 'Correct the file, or remove it.',
			place: {path, line},
			exit: exitCodes.io,
		});
	let text: string;
	try {
		text = readFileSync(path, 'utf8');
	} catch (error) {
		const {code, message} = error as NodeJS.ErrnoException;
		return code === 'ENOENT' ? success(none) : broken(message);
	}

	try {
		const value: unknown = JSON.parse(text);
		return isObject(value) ? success({text, raw: value}) : broken('the file holds no map of settings');
	} catch (error) {
		const reason = error instanceof Error ? error.message : 'it is not JSON';
		// V8 tells where; where the text ends too early it does not, and that is its last line.
		const [, line] = /\(line (\d+) column \d+\)/.exec(reason) ?? [];
		return broken(reason, line === undefined ? text.trimEnd().split('\n').length : Number(line));
	}
}

function checked({text, raw}: Raw, path: string): {readonly settings: Settings; readonly problems: readonly Problem[]} {
	const given = settingNames.filter(name => Object.hasOwn(raw, name));
	const good = given.filter(name => entries[name].isValid(raw[name]));
	return {
		settings: {...defaultSettings, ...Object.fromEntries(good.map(name => [name, raw[name]]))},
		problems: given
			.filter(name => !good.includes(name))
			.map(name => ({...ignored(name), place: {path, line: lineOf(name, text)}})),
	};
}

/** What is wrong with a setting in the file, and what holds instead. */
function ignored(name: keyof Settings): Problem {
	const problem = badSetting(name, entries[name].wants);
	const instead = JSON.stringify(defaultSettings[name]) ?? 'none';
	return {...problem, summary: `${problem.summary} The default is used: ${instead}.`};
}

/** Where a setting stands in the file, 1-based. */
function lineOf(name: string, text: string): number {
	return (
		1 +
		Math.max(
			0,
			text.split('\n').findIndex(line => line.includes(JSON.stringify(name))),
		)
	);
}

function badSetting(name: string, wants: string | undefined): Problem {
	return wants === undefined
		? {
				code: 'settings.unknown',
				summary: `There is no setting ${JSON.stringify(name)}.`,
				next: `There are: ${settingNames.join(', ')}.`,
				exit: exitCodes.usage,
			}
		: {
				code: 'settings.invalid',
				summary: `The setting ${name} must be ${wants}.`,
				next: `Set it anew: specwright config set ${name} …`,
				exit: exitCodes.usage,
			};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function without(values: Readonly<Record<string, unknown>>): Record<string, unknown> {
	return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
}
