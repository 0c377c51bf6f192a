/**
 * Which parts the bundled program is made of. What a command loads is what its start costs, and each part costs by
 * itself, so that commands which read no document load little, and all others share one large part.
 */

import {globSync, readFileSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import type {Plugin} from 'esbuild';

const source = join(import.meta.dirname, '../source');

/** Loaded by commands that read no document, or none that was read before. */
const light = ['commands/main.ts', 'commands/by-project.ts', 'commands/check.ts', 'commands/completion/index.ts'];

/** Rooms that the large part is made of. What is drawn is loaded where there is a screen. */
const rooms = ['core', 'adapters', 'keymap', 'theme', 'commands'];

/** `import {a, type B} from './c.ts'` or `export {…}`, as prettier writes it: what, the names, from where. */
const statement = /^(import|export) (?:type )?\{([^}]*)\} from '(\.[^']*\.ts)';$/gm;

/** A name as a list of names has it. */
const listed = /^(type )?(\w+)(?: as (\w+))?$/;

type Name = {readonly isType: boolean; readonly name: string; readonly as: string};
type Place = {readonly file: string; readonly name: string};

/**
 * Imports through a room's door (`index.ts`) become imports of what stands behind it: esbuild gives to each command all
 * that the doors it comes through lead to, needed or not. And all that is loaded on demand, but what is light, is given
 * one large part with all of the program but its screens, and so is the library: what many load in different sets would
 * be as many parts.
 */
export const parts: Plugin = {
	name: 'parts',
	setup(build) {
		const doors = new Map<string, ReadonlyMap<string, Place>>();
		const heavy = heavyOnes();
		const everything = 'everything';
		const onDemand = 'on-demand';
		build.onResolve({filter: /^everything$/}, ({path}) => ({path, namespace: everything}));
		build.onLoad({filter: /.*/, namespace: everything}, () => ({
			contents: filesOf(rooms.map(room => `${room}/**/*.ts`))
				.filter(file => !isEntry(file))
				.map(file => `import ${JSON.stringify(file)};`)
				.join('\n'),
			resolveDir: source,
		}));
		build.onResolve({filter: /^\.{1,2}\/.*\.ts$/}, ({kind, path, resolveDir}) => {
			const file = join(resolveDir, path);
			return kind === 'dynamic-import' && isInLargePart(file) ? {path: file, namespace: onDemand} : undefined;
		});
		// What is in the large part and loaded on demand as well must not be a part of its own.
		build.onLoad({filter: /.*/, namespace: onDemand}, ({path}) => ({
			contents: `import '${everything}';\nexport * from ${JSON.stringify(path)};`,
			resolveDir: source,
		}));
		build.onLoad({filter: /[\\/]source[\\/].*\.tsx?$/}, ({path}) => ({
			contents: (heavy.has(path) ? `import '${everything}';\n` : '') + throughDoors(path, doors),
			loader: path.endsWith('x') ? 'tsx' : 'ts',
		}));
	},
};

function filesOf(globs: readonly string[]): readonly string[] {
	return globSync(globs, {cwd: source})
		.map(file => join(source, file))
		.sort();
}

/** A program of its own, which begins to work when it is loaded. */
function isEntry(file: string): boolean {
	return /[\\/](?:main|[\w-]*worker)\.ts$/.test(file);
}

/** Of the large part itself. */
function isInLargePart(file: string): boolean {
	const [room = ''] = relative(source, file).split(sep);
	return room !== 'commands' && rooms.includes(room);
}

/** What is loaded on demand and is not light, nor of the large part itself; and the library. */
function heavyOnes(): ReadonlySet<string> {
	const others = new Set(light.map(file => join(source, file)));
	const onDemand = filesOf(['**/*.ts', '**/*.tsx']).flatMap(file =>
		[...readFileSync(file, 'utf8').matchAll(/\bimport\('(\.[^']*)'\)/g)].map(([, path = '']) =>
			join(dirname(file), path),
		),
	);
	const library = join(source, 'library.ts');
	return new Set([library, ...onDemand.filter(file => !others.has(file) && !isInLargePart(file))]);
}

function throughDoors(path: string, doors: Map<string, ReadonlyMap<string, Place>>): string {
	return readFileSync(path, 'utf8').replaceAll(statement, (whole, what: string, names: string, from: string) =>
		what === 'import' && !whole.startsWith('import type') && from.endsWith('/index.ts')
			? (imports(path, join(dirname(path), from), namesIn(names), doors) ?? whole)
			: whole,
	);
}

/** Imports of names that come by a door, each from its own file; undefined where the door is all there is. */
function imports(
	importer: string,
	door: string,
	names: readonly Name[],
	doors: Map<string, ReadonlyMap<string, Place>>,
): string | undefined {
	const behind = doors.get(door) ?? placesOf(door);
	doors.set(door, behind);
	const values = names.filter(({isType}) => !isType);
	if (!values.some(({name}) => behind.has(name))) return undefined;
	return values
		.map(({name, as}) => {
			const place = behind.get(name) ?? {file: door, name};
			const file = relative(dirname(importer), place.file).split(sep).join('/');
			return `import {${place.name} as ${as}} from '${file.startsWith('.') ? file : `./${file}`}';`;
		})
		.join(' ');
}

/** Where the values stand that a door passes on. */
function placesOf(door: string): ReadonlyMap<string, Place> {
	const passedOn = readFileSync(door, 'utf8').matchAll(statement);
	return new Map(
		[...passedOn].flatMap(([whole, what, names = '', from = '']) =>
			what === 'export' && !whole.startsWith('export type')
				? namesIn(names).flatMap(({isType, name, as}) =>
						isType ? [] : [[as, {file: join(dirname(door), from), name}] as const],
					)
				: [],
		),
	);
}

function namesIn(list: string): readonly Name[] {
	return list
		.split(',')
		.map(text => text.trim())
		.filter(text => text !== '')
		.map(text => {
			const [, type, name = '', as = name] = listed.exec(text) ?? [];
			return {isType: type !== undefined, name, as};
		});
}
