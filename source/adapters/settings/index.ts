/**
 * Settings: few, typed, in one JSON file. Reading is done here, without loading conf (it takes longer than all the rest
 * of the start); conf writes, to a file beside it that is put in its place whole.
 * Settings that nobody knows here are kept.
 */

import {accessSync, chmodSync, constants, readFileSync} from 'node:fs';
import {basename, dirname, isAbsolute, join, posix, win32} from 'node:path';
import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';
import type {NeedWords} from '../../core/form/types.ts';
import {isMessagePattern, usualPattern} from '../../core/wizard/index.ts';
import {quietly, realFileSystem, temporaryName} from '../file-system/index.ts';

export type Settings = {
	readonly theme: 'auto' | 'high-contrast' | 'mono';
	/** Whether new documents end with the comment that names their template. */
	readonly marker: boolean;
	/** Keys by command, in place of the usual ones. */
	readonly keys: Readonly<Record<string, readonly string[]>>;
	/** Words in templates that say how much an answer is needed, beside the ones that are known. */
	readonly requirementWords: NeedWords;
	/** How the first line of a proposed commit message is made. */
	readonly commitMessage: string;
	/** Whether a commit goes into the last one, where that is the author's own, of the same document alone, and not pushed. */
	readonly commitAmend: boolean;
	/** Whether commits end with the line by which their author signs off. */
	readonly commitSignOff: boolean;
	/** Editor to use instead of `$VISUAL` and `$EDITOR`. */
	readonly editor?: string;
	/** True once the lines for a first run were shown. */
	readonly firstRunSeen: boolean;
};

export const defaultSettings: Settings = {
	theme: 'auto',
	marker: true,
	keys: {},
	requirementWords: {},
	commitMessage: usualPattern,
	commitAmend: false,
	commitSignOff: false,
	firstRunSeen: false,
};

export type SettingsStore = {
	/** Where the file is or would be. */
	readonly path: string | undefined;
	/** The settings; what is missing or wrong in the file is the default, and `problems` says what was wrong. Never fails. */
	load(): {readonly settings: Settings; readonly problems: readonly Problem[]};
	/** Changes some settings; `undefined` takes one back to its default. A broken file is left as it is (exit 3). */
	save(changes: {readonly [Key in keyof Settings]?: Settings[Key] | undefined}): Promise<Result<void>>;
};

type Environment = Readonly<Record<string, string | undefined>>;

/** What each setting may be, in words for the message. */
const rules: Readonly<Record<keyof Settings, {readonly wants: string; readonly isValid: (value: unknown) => boolean}>> =
	{
		theme: {
			wants: 'auto, high-contrast or mono',
			isValid: value => value === 'auto' || value === 'high-contrast' || value === 'mono',
		},
		marker: {wants: 'true or false', isValid: value => typeof value === 'boolean'},
		keys: {
			wants: 'a map of command to a list of keys',
			isValid: value =>
				isObject(value) &&
				Object.values(value).every(keys => Array.isArray(keys) && keys.every(key => typeof key === 'string')),
		},
		requirementWords: {
			wants: 'a map of required, recommended, optional and conditional to lists of words',
			isValid: value =>
				isObject(value) &&
				Object.entries(value).every(
					([requirement, words]) =>
						/^(?:required|recommended|optional|conditional)$/.test(requirement) &&
						Array.isArray(words) &&
						words.every(word => typeof word === 'string' && word.trim() !== ''),
				),
		},
		commitMessage: {
			wants: 'one line, with {action}, {title} and {file} where these are to stand',
			isValid: value => typeof value === 'string' && isMessagePattern(value),
		},
		commitAmend: {wants: 'true or false', isValid: value => typeof value === 'boolean'},
		commitSignOff: {wants: 'true or false', isValid: value => typeof value === 'boolean'},
		editor: {wants: 'a command', isValid: value => typeof value === 'string' && value !== ''},
		firstRunSeen: {wants: 'true or false', isValid: value => typeof value === 'boolean'},
	};

/** The names of all settings. */
export const settingNames = Object.keys(rules) as readonly (keyof Settings)[];

/** Settings of whoever the environment belongs to: `$XDG_CONFIG_HOME/specwright/config.json`, or the system's usual place. */
export function settingsStore(
	environment: Environment = process.env,
	platform: NodeJS.Platform = process.platform,
): SettingsStore {
	const folder = settingsFolder(environment, platform);
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
				const rule = Object.hasOwn(rules, name) ? rules[name as keyof Settings] : undefined;
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

function settingsFolder(environment: Environment, platform: NodeJS.Platform): string | undefined {
	const config = environment['XDG_CONFIG_HOME'];
	if (config !== undefined && isAbsolute(config)) {
		return join(config, 'specwright');
	}

	if (platform === 'win32') {
		const roaming = environment['APPDATA'];
		return roaming === undefined || roaming === '' ? undefined : win32.join(roaming, 'specwright');
	}

	const home = environment['HOME'];
	return home === undefined || !posix.isAbsolute(home) ? undefined : posix.join(home, '.config', 'specwright');
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
	const good = given.filter(name => rules[name].isValid(raw[name]));
	return {
		settings: {...defaultSettings, ...Object.fromEntries(good.map(name => [name, raw[name]]))},
		problems: given
			.filter(name => !good.includes(name))
			.map(name => ({...ignored(name), place: {path, line: lineOf(name, text)}})),
	};
}

/** What is wrong with a setting in the file, and what holds instead. */
function ignored(name: keyof Settings): Problem {
	const problem = badSetting(name, rules[name].wants);
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
