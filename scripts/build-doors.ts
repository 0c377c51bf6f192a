/** Imports through a room's door made into imports of what stands behind it, while the program is bundled. */

import {readFileSync} from 'node:fs';
import {dirname, join, relative, sep} from 'node:path';
import type {Plugin} from 'esbuild';

/** `import {a, type B} from './c.ts'` or `export {…}`, as prettier writes it: what, the names, from where. */
const statement = /^(import|export) (?:type )?\{([^}]*)\} from '(\.[^']*\.ts)';$/gm;

/** A name as a list of names has it. */
const listed = /^(type )?(\w+)(?: as (\w+))?$/;

type Name = {readonly isType: boolean; readonly name: string; readonly as: string};

/**
 * esbuild gives to each command all that the doors that it comes through lead to, needed or not, and puts what many
 * commands come by into one part. By direct imports a part has what its commands need. A door (`index.ts`) that has
 * something of its own stays one for that.
 */
export const throughDoors: Plugin = {
	name: 'through-doors',
	setup(build) {
		const doors = new Map<string, ReadonlyMap<string, Place>>();
		build.onLoad({filter: /[\\/]source[\\/].*\.tsx?$/}, ({path}) => ({
			contents: readFileSync(path, 'utf8').replaceAll(statement, (whole, what: string, names: string, from: string) =>
				what === 'import' && !whole.startsWith('import type') && from.endsWith('/index.ts')
					? (imports(path, join(dirname(path), from), namesIn(names), doors) ?? whole)
					: whole,
			),
			loader: path.endsWith('x') ? 'tsx' : 'ts',
		}));
	},
};

type Place = {readonly file: string; readonly name: string};

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
