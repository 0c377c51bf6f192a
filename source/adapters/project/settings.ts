/**
 * A project's own settings, `.specwright.yaml`: which templates it has, where documents go and what they are called, and
 * how its checks judge. It is data: nothing in it is run, and what it names stays in its folder.
 */

import {ruleIds} from '../../core/checks/index.ts';
import type {OwnChecks, OwnDate, QuestionState, Severity} from '../../core/checks/types.ts';
import {exitCodes, type Problem} from '../../core/problem.ts';
import {faultsIn, isMap, schemaOf, type Data, type Shape} from './shape.ts';

/** Its name, in the folder that is the project's top. */
export const projectFile = '.specwright.yaml';

/** The largest one that is read, in bytes. */
export const projectFileLimit = 64 * 1024;

/** How the name of a new document begins: with its title, the day, or the next number. */
export type Naming = 'slug' | 'date' | 'number';

/** By the template's name; `default` for those that are not named. */
type ByTemplate<T> = ReadonlyMap<string, T>;

export type ProjectSettings = {
	/** Folders with templates, as they were written. */
	readonly templates: readonly Named[];
	/** Folders that new documents go to. */
	readonly documents: ByTemplate<Named>;
	readonly names: ByTemplate<Naming>;
	readonly checks: OwnChecks;
};

/** A path, and the keys that lead to it. */
export type Named = {readonly path: string; readonly at: readonly string[]};

export const noProjectSettings: ProjectSettings = {
	templates: [],
	documents: new Map(),
	names: new Map(),
	checks: {severities: new Map(), words: {toBeDone: [], questions: [], states: {}, dates: {}}},
};

const folder: Shape = {type: 'text', wants: "a folder's path, such as docs/templates"};
const naming: Shape = {type: 'choice', options: ['slug', 'date', 'number']};
const severity: Shape = {type: 'choice', options: ['off', 'info', 'warn', 'error']};
const words: Shape = {type: 'list', of: {type: 'text', wants: 'a word, or several with blanks between them'}};
const states = ['open', 'in-progress', 'answered', 'deferred', 'blocked'] as const satisfies readonly QuestionState[];

const dates = ['created', 'updated', 'statusChanged'] as const satisfies readonly OwnDate[];

/** The word for templates that have no entry of their own. */
const others = 'default';

type Entry = {readonly shape: Shape; readonly about: string; readonly example: string};

/** What the file may say, with the words that its table in the docs has. */
export const projectEntries: Readonly<Record<string, Entry>> = {
	templates: {
		shape: {type: 'list', of: folder},
		about: 'folders with templates of the project; each Markdown file in them is one, named as its file is',
		example: 'docs/templates',
	},
	documents: {
		shape: {type: 'either', one: folder, map: {type: 'map', of: folder}},
		about: `the folder that new documents go to; or a map of template to folder, \`${others}\` for all others`,
		example: '{adr: docs/decisions, default: docs}',
	},
	names: {
		shape: {type: 'either', one: naming, map: {type: 'map', of: naming}},
		about:
			'what the file of a new document is called: `slug` by its title, `date` by the day and its title, `number` by the ' +
			'next number and its title; or a map of template to one of these',
		example: '{adr: number, default: slug}',
	},
	rules: {
		shape: {type: 'record', called: 'rule', entries: Object.fromEntries(ruleIds.map(id => [id, severity]))},
		about: 'how serious what a rule finds is, by its name: `off`, `info`, `warn` or `error`',
		example: '{sentence-limit: off, total: error}',
	},
	words: {
		shape: {
			type: 'record',
			called: 'kind of words',
			entries: Object.fromEntries(['toBeDone', 'questions', ...states, ...dates].map(kind => [kind, words])),
		},
		about:
			'words beside the known ones, for another language or a house style: `toBeDone` for what is put off, `questions` ' +
			`for titles of open questions, and ${states.map(state => `\`${state}\``).join(', ')} for how a question stands, ` +
			`and ${dates.map(date => `\`${date}\``).join(', ')} for labels of days that a document keeps of itself`,
		example: '{toBeDone: [à faire], questions: [Öppna frågor], answered: [besvarad]}',
	},
};

const shape: Shape = {
	type: 'record',
	called: 'setting',
	entries: Object.fromEntries(Object.entries(projectEntries).map(([key, entry]) => [key, entry.shape])),
};

/** The JSON Schema of the file, for editors. */
export function projectSchema(): Readonly<Record<string, unknown>> {
	const schema = schemaOf(shape);
	const properties = schema['properties'] as Readonly<Record<string, object>>;
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: projectFile,
		...schema,
		properties: Object.fromEntries(
			Object.entries(properties).map(([key, one]) => [key, {description: projectEntries[key]!.about, ...one}]),
		),
	};
}

type Places = (path: readonly string[]) => Problem['place'];

/**
 * What the file says, from its data; what does not fit is left out and told, each with its place and exit 2. A key such as
 * `__proto__` is only a key.
 */
export function readProjectSettings(
	data: Data,
	place: Places,
): {readonly settings: ProjectSettings; readonly problems: readonly Problem[]} {
	const faults = faultsIn(shape, data);
	const problems = faults.map(({path, summary, next}): Problem => {
		const at = place(path);
		return {code: 'project.invalid', summary, next, exit: exitCodes.usage, ...(at ? {place: at} : {})};
	});
	const wrong = new Set(faults.map(({path}) => path.join('\n')));
	const good = kept(data, [], wrong);
	const file = isMap(good) ? good : {};
	const own = mapOf(file['words']);
	return {
		settings: {
			templates: textsOf(file['templates']).map(([path, at]) => ({path, at: ['templates', ...at]})),
			documents: byTemplate(file['documents'], (path, at) => ({path, at: ['documents', ...at]})),
			names: byTemplate(file['names'], name => name as Naming),
			checks: {
				severities: new Map([...mapOf(file['rules'])].map(([id, value]) => [id, value as Severity | 'off'] as const)),
				words: {
					toBeDone: wordsOf(own.get('toBeDone')),
					questions: wordsOf(own.get('questions')),
					states: Object.fromEntries(states.map(state => [state, wordsOf(own.get(state))])),
					dates: Object.fromEntries(dates.map(date => [date, wordsOf(own.get(date))])),
				},
			},
		},
		problems,
	};
}

/** The value that holds for a template: its own, else the one for all others. */
export function forTemplate<T>(values: ByTemplate<T>, template: string): T | undefined {
	return values.get(template) ?? values.get(others);
}

/** The data without what is wrong in it. */
function kept(data: Data, path: readonly string[], wrong: ReadonlySet<string>): Data | undefined {
	if (wrong.has(path.join('\n'))) return undefined;
	if (typeof data === 'string') return data;
	if (isMap(data)) {
		const rest = Object.create(null) as Record<string, Data>;
		for (const [key, value] of Object.entries(data)) {
			const below = kept(value, [...path, key], wrong);
			if (below !== undefined) rest[key] = below;
		}

		return rest;
	}

	return data.flatMap((item, index) => kept(item, [...path, String(index)], wrong) ?? []);
}

function mapOf(data: Data | undefined): ReadonlyMap<string, Data> {
	return new Map(isMap(data) ? Object.entries(data) : []);
}

/** One text, or a list of them, each with the keys that lead there. */
function textsOf(data: Data | undefined): readonly (readonly [string, readonly string[]])[] {
	if (data === undefined || isMap(data)) return [];
	if (typeof data === 'string') return [[data, []]];
	return data.flatMap((item, index) => (typeof item === 'string' ? [[item, [String(index)]] as const] : []));
}

function wordsOf(data: Data | undefined): readonly string[] {
	return textsOf(data).map(([text]) => text.trim());
}

function byTemplate<T>(data: Data | undefined, read: (text: string, at: readonly string[]) => T): ByTemplate<T> {
	if (typeof data === 'string') return new Map([[others, read(data, [])]]);
	return new Map([...mapOf(data)].map(([name, value]) => [name, read(value as string, [name])]));
}
