/**
 * The import table: which room may use which. A room is a folder under source/, in core/ each folder is one. Another
 * room enters by its door, index.ts, or takes words from its types.ts. `npm run rooms` enforces it.
 */

/** Core's rooms in order; each may import the ones before it. */
const core = ['text', 'encoding', 'form', 'update', 'mermaid', 'checks', 'completeness', 'report', 'wizard'];

const laterCoreRooms = core.slice(0, -1).map((room, at) => ({
	name: `core-${room}-looks-back-only`,
	comment: `core/${room} may import earlier core rooms: ${core.slice(0, at).join(', ') || 'none'}.`,
	severity: 'error',
	from: {path: `^source/core/${room}/`},
	to: {path: `^source/core/(${core.slice(at + 1).join('|')})/`},
}));

/** A rule that keeps a room from our own rooms other than those named. */
const onlyRooms = (room, allowed) => ({
	name: `${room}-rooms`,
	comment: `${room} may import from source/: ${allowed.join(', ')}.`,
	severity: 'error',
	from: {path: `^source/${room}/`},
	to: {path: '^source/', pathNot: [room, ...allowed].map(path => `^source/${path}`)},
});

/** A rule that keeps a room from packages and Node's modules other than those named. */
const onlyPackages = (room, allowed) => ({
	name: `${room}-packages`,
	comment: `${room} may use: ${allowed.join(', ') || 'no packages'}.`,
	severity: 'error',
	from: {path: `^source/${room}/`},
	to: {
		dependencyTypesNot: ['local', 'type-only'],
		pathNot: ['^source/', '^\\.', ...allowed.map(name => `(^|node_modules/)${name}(/|$)`)],
	},
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
	forbidden: [
		{
			name: 'no-cycles',
			comment: 'Types may name each other; modules may not need each other.',
			severity: 'error',
			from: {},
			to: {circular: true, viaOnly: {dependencyTypesNot: ['type-only']}},
		},
		{name: 'resolvable', severity: 'error', from: {}, to: {couldNotResolve: true}},
		{
			name: 'no-orphans',
			comment: 'A module that nothing uses and that uses nothing is left over.',
			severity: 'error',
			from: {orphan: true, path: '^source/', pathNot: ['types\\.ts$']},
			to: {},
		},
		{
			name: 'doors',
			comment: "Other rooms import a room's door (index.ts) or its words (types.ts).",
			severity: 'error',
			from: {path: '^source/(core/[^/]+|[^/]+)/'},
			to: {
				path: '^source/(core/[^/]+|adapters/[^/]+|[^/]+)/',
				pathNot: [
					'^source/$1/',
					'^source/(core/[^/]+|adapters|adapters/[^/]+|[^/]+)/(index|types)\\.tsx?$',
					'^source/adapters/[^/]+\\.ts$',
					'^source/core/problem\\.ts$',
				],
			},
		},
		onlyRooms('core', []),
		...laterCoreRooms,
		onlyRooms('keymap', ['core/wizard/', 'core/[^/]+/types\\.ts$']),
		onlyRooms('theme', ['core/']),
		onlyRooms('adapters', ['core/']),
		onlyRooms('preview', ['core/', 'theme/']),
		onlyRooms('ui', ['core/', 'keymap/', 'theme/', 'preview/']),
		onlyRooms('plain', ['core/', 'preview/', 'theme/']),
		{
			name: 'keymap-takes-types',
			comment: 'keymap is a table: of core it needs words, no code.',
			severity: 'error',
			from: {path: '^source/keymap/'},
			to: {path: '^source/core/', dependencyTypesNot: ['type-only']},
		},
		{
			name: 'bin-is-light',
			comment: 'The bin loads the program by dynamic import, once it knows that this Node will do.',
			severity: 'error',
			from: {path: '^source/(cli|engine|greeting|is-terminal)\\.ts$'},
			to: {
				path: '^source/',
				pathNot: '^source/(engine|greeting|is-terminal)\\.ts$',
				dependencyTypesNot: ['dynamic-import'],
			},
		},
		{
			name: 'adapters-apart',
			comment: 'Adapters do not import each other, commands wire them; file-system is the ground that they stand on.',
			severity: 'error',
			from: {path: '^source/adapters/([^/]+?)(?:\\.ts$|/)', pathNot: '^source/adapters/index\\.ts$'},
			to: {path: '^source/adapters/', pathNot: ['^source/adapters/$1(\\.ts$|/)', '^source/adapters/file-system/']},
		},
		{
			name: 'heavy-rooms-on-demand',
			comment: 'ui and plain are loaded when they are needed, by dynamic import.',
			severity: 'error',
			from: {path: '^source/commands/'},
			to: {path: '^source/(ui|plain)/', dependencyTypesNot: ['dynamic-import', 'type-only']},
		},
		onlyPackages('core', ['@lezer/markdown', '@lezer/common', 'string-width', 'diff', 'yaml']),
		{
			name: 'core-yaml-behind-one-file',
			severity: 'error',
			from: {path: '^source/core/', pathNot: '/yaml\\.ts$'},
			to: {path: 'node_modules/yaml/'},
		},
		onlyPackages('keymap', []),
		onlyPackages('theme', []),
		{
			name: 'adapters-packages',
			severity: 'error',
			from: {path: '^source/adapters/'},
			to: {dependencyTypes: ['npm', 'npm-dev'], pathNot: 'node_modules/(execa|conf)/'},
		},
		onlyPackages('preview', [
			'marked',
			'marked-terminal',
			'beautiful-mermaid',
			'node:worker_threads',
			'worker_threads',
		]),
		onlyPackages('ui', ['react', 'ink', 'ink-select-input', 'diff']),
		onlyPackages('plain', ['@inquirer/prompts']),
	],
	options: {
		doNotFollow: {path: 'node_modules'},
		preserveSymlinks: true,
		tsPreCompilationDeps: true,
		enhancedResolveOptions: {exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types']},
	},
};
