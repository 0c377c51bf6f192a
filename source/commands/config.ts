/** `config`: the settings, and where they are kept. */

import {
	settingEntries,
	settingNames,
	settingsSchema,
	settingsStore,
	type Settings,
} from '../adapters/settings/index.ts';
import {nearest} from '../core/form/index.ts';
import {exitCodes} from '../core/problem.ts';
import {parseSetValue} from './answers-file.ts';
import {isSet, type Command, type Context} from './context.ts';
import {refusedKeys} from './refused-keys.ts';
import {loadSettings} from './user-settings.ts';

/** What is not taken of the settings' own keys is told, and what is done instead. */
function tellKeys(settings: Settings, {output}: Context): void {
	for (const problem of refusedKeys(settings)) output.problem(problem);
}

export const listAll: Command = async (invocation, context) => {
	const {output} = context;
	const settings = loadSettings(context);
	tellKeys(settings, context);
	if (isSet(invocation, 'json')) {
		output.json(settings);
		return 0;
	}
	for (const name of settingNames) output.report({text: name, tone: 'strong'}, `  ${shown(settings[name])}`);
	return 0;
};

export const get: Command = async ({args}, context) => {
	const [key = ''] = args;
	const name = settingNames.find(one => one === key);
	if (name === undefined) return unknownSetting(key, context);
	const settings = loadSettings(context);
	if (name === 'keys') tellKeys(settings, context);
	context.output.report(shown(settings[name]));
	return 0;
};

export const set: Command = async ({args}, context) => {
	const [key = '', text = ''] = args;
	const name = settingNames.find(one => one === key);
	if (name === undefined) return unknownSetting(key, context);
	const value = valueOf(text);
	if (name === 'keys' && settingEntries.keys.isValid(value)) {
		const refused = refusedKeys({keys: value as Settings['keys']});
		for (const problem of refused) context.output.problem(problem);
		if (refused.length > 0) {
			context.output.say('Nothing was saved.');
			return exitCodes.usage;
		}
	}
	const saved = await settingsStore(context.env).save({[name]: value});
	if (saved.ok) return 0;
	context.output.problem(saved.problem);
	return saved.problem.exit;
};

/** The JSON Schema of the project's settings, or with `--user` of the author's. */
export const schema: Command = async (invocation, {output}) => {
	if (isSet(invocation, 'user')) output.json(settingsSchema());
	else output.json((await import('../adapters/project/index.ts')).projectSchema());
	return 0;
};

export const path: Command = async (_, {output, env}) => {
	const {path: file} = settingsStore(env);
	if (file === undefined) {
		output.problem({
			code: 'settings.no-home',
			summary: 'There is no place for settings.',
			next: 'Set HOME or XDG_CONFIG_HOME to the absolute path of a folder.',
			exit: 3,
		});
		return 3;
	}
	output.report(file);
	return 0;
};

/** true and false are what they say, a YAML list or map is one, and anything else is text; empty takes it back. */
function valueOf(text: string): unknown {
	if (text === '') return undefined;
	if (text === 'true' || text === 'false') return text === 'true';
	const parsed = parseSetValue(text, 'value');
	return parsed.ok && typeof parsed.value !== 'string' ? parsed.value : text;
}

function shown(value: unknown): string {
	return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function unknownSetting(name: string, {output}: Context): 2 {
	const near = nearest(name, settingNames);
	output.problem({
		code: 'settings.unknown',
		summary: `There is no setting "${name}".${near === undefined ? '' : ` Did you mean ${near}?`}`,
		next: `There are: ${settingNames.join(', ')}.`,
		exit: 2,
	});
	return 2;
}
