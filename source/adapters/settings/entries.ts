/** The author's settings: what each may be, what it is when nothing is said, and the words that docs have for it. */

import type {NeedWords} from '../../core/form/types.ts';
import {isMessagePattern, usualPattern} from '../../core/wizard/index.ts';

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

type Entry = {
	/** What it may be, in words for the message. */
	readonly wants: string;
	readonly isValid: (value: unknown) => boolean;
	/** What it does, in the docs and for editors. */
	readonly about: string;
	/** Its JSON Schema. */
	readonly schema: Readonly<Record<string, unknown>>;
};

const yesOrNo = {
	wants: 'true or false',
	isValid: (value: unknown) => typeof value === 'boolean',
	schema: {type: 'boolean'},
};
const texts = {type: 'array', items: {type: 'string'}};
const words = {type: 'array', items: {type: 'string', pattern: String.raw`\S`}};
const themes: readonly unknown[] = ['auto', 'high-contrast', 'mono'];
const needs = ['required', 'recommended', 'optional', 'conditional'];

/** Every setting. */
export const entries: Readonly<Record<keyof Settings, Entry>> = {
	theme: {
		wants: 'auto, high-contrast or mono',
		isValid: value => themes.includes(value),
		about: 'colours: `auto`, `high-contrast` or `mono`',
		schema: {enum: themes},
	},
	marker: {...yesOrNo, about: 'whether new documents end with the comment that names their template'},
	keys: {
		wants: 'a map of command to a list of keys',
		isValid: value => isObject(value) && Object.values(value).every(keys => isList(keys, () => true)),
		about: 'keys of your own by command, in place of the usual ones',
		schema: {type: 'object', additionalProperties: texts},
	},
	requirementWords: {
		wants: 'a map of required, recommended, optional and conditional to lists of words',
		isValid: value =>
			isObject(value) &&
			Object.entries(value).every(([need, said]) => needs.includes(need) && isList(said, word => word.trim() !== '')),
		about: 'words of templates that say how much an answer is needed, beside the known ones',
		schema: {
			type: 'object',
			properties: Object.fromEntries(needs.map(need => [need, words])),
			additionalProperties: false,
		},
	},
	commitMessage: {
		wants: 'one line, with {action}, {title} and {file} where these are to stand',
		isValid: value => typeof value === 'string' && isMessagePattern(value),
		about: 'the first line of proposed commit messages, with `{action}`, `{title}` and `{file}`',
		schema: {type: 'string', pattern: String.raw`^(?:[^{}\p{Cc}]|\{(?:action|title|file)\})*$`, minLength: 1},
	},
	commitAmend: {...yesOrNo, about: 'whether a commit goes into the last one where that is safe'},
	commitSignOff: {...yesOrNo, about: 'whether commit messages end with Signed-off-by'},
	editor: {
		wants: 'a command',
		isValid: value => typeof value === 'string' && value !== '',
		about: 'the editor to use instead of `$VISUAL` and `$EDITOR`',
		schema: {type: 'string', minLength: 1},
	},
	firstRunSeen: {...yesOrNo, about: 'set by the program once the lines for a first run were shown'},
};

/** The values of a setting that takes one of a few; none of any other. */
export function settingValues(name: string): readonly string[] {
	if (!Object.hasOwn(entries, name)) return [];
	const {schema} = entries[name as keyof Settings];
	const values = schema['type'] === 'boolean' ? [true, false] : schema['enum'];
	return Array.isArray(values) ? values.map(String) : [];
}

/** The JSON Schema of the file with the settings; names that nobody knows here may stand in it. */
export function settingsSchema(): Readonly<Record<string, unknown>> {
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: 'config.json',
		type: 'object',
		properties: Object.fromEntries(
			Object.entries(entries).map(([name, {about, schema}]) => [
				name,
				{description: about, ...schema, default: defaultSettings[name as keyof Settings]},
			]),
		),
	};
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown, fits: (item: string) => boolean): boolean {
	return Array.isArray(value) && value.every(item => typeof item === 'string' && fits(item));
}
