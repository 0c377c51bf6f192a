/**
 * What the build changes in other people's modules, each for speed and none for behaviour. A patch that no
 * longer finds what it replaces stops the build, so that an upgrade can't lose it silently.
 */
import {readFile} from 'node:fs/promises';
import {isBuiltin} from 'node:module';
import {join, relative} from 'node:path';
import type {Plugin} from 'esbuild';
import {narrow} from '../source/core/text/graphemes.ts';

const root = join(import.meta.dirname, '..');

/** A package that is replaced, and what stands in for it. */
type Stubs = Readonly<Record<string, string>>;

/** Ink imports React's developer tools only when DEV is set, which the bundle defines away; the package isn't needed. */
const devtools: Stubs = {'react-devtools-core': 'export default {};'};

/**
 * marked-terminal draws with these what our own renderers draw (code, tables) or what is switched off (emoji). They
 * are two thirds of the preview's size.
 */
const unreached: Stubs = {
	'cli-highlight': "export const highlight = () => { throw new Error('Code is drawn by our own renderer.'); };",
	'cli-table3': "export default class { constructor() { throw new Error('Tables are drawn by our own renderer.'); } }",
	'node-emoji': "export const get = () => { throw new Error('Emoji names are left as they are.'); };",
};

/** The diagrams' library lays out with it what it draws as SVG, which has a worker of its own. */
const layout: Stubs = {
	'elkjs/lib/elk.bundled.js': 'export default class { constructor() { throw new Error("SVG is drawn elsewhere."); } }',
};

function stub(stubs: Stubs): Plugin {
	const names = Object.keys(stubs);
	return {
		name: `stub ${names.join(', ')}`,
		setup(build) {
			const namespace = names.join();
			build.onResolve({filter: new RegExp(`^(?:${names.join('|')})$`)}, args => ({path: args.path, namespace}));
			build.onLoad({filter: /.*/, namespace}, args => ({contents: stubs[args.path] ?? '', loader: 'js'}));
		},
	};
}

/** `file` is the path below node_modules; another version that lies deeper is left alone. */
type Patch = {readonly file: string; readonly find: RegExp; readonly replace: (...groups: readonly string[]) => string};

/** The first segmenter costs about 20 ms; five modules make one while they load, and plain text never needs it. */
function lazySegmenter(file: string, segment = (made: string): string => `text => ${made}.segment(text)`): Patch {
	return {
		file,
		find: /^const (\w+) = (new Intl\.Segmenter\([^\n]*\));$/m,
		replace: (_, name, made) => `let made; const ${name} = {segment: ${segment(`(made ??= ${made})`)}};`,
	};
}

/**
 * Nor does text in which each character is one of its own, as in nearly all of a frame with its lines, dots and accents: what
 * is left of a segmenter is that one goes through its segments. That an escape is its own is rule GB4 of UAX #29.
 */
const withoutSegmenter = (made: string): string =>
	`text => /^[\\x1b${narrow}]*$/.test(text) ? Array.from(text, (segment, index) => ({segment, index})) : ${made}.segment(text)`;

const yogaEntry = 'yoga-layout/dist/src/index.js';
const yogaBinary = 'yoga-layout/dist/binaries/yoga-wasm-base64-esm.js';
const yogaBytes = /"data:application\/octet-stream;base64,([A-Za-z0-9+/=]{1000,})"/;

/** Remembers what was made for a text for a few frames: two generations, so that nothing old is held for ever. */
const keeping = `
function kept(most) {
	let young = new Map(), old = new Map();
	return (key, make) => {
		const value = young.get(key) ?? old.get(key) ?? make();
		if (young.size >= most) { old = young; young = new Map(); }
		young.set(key, value);
		return value;
	};
}
`;

/**
 * Ink draws every row of the screen anew for each frame, cell by cell, which is half of what a key costs. A row depends
 * on nothing but what is written on it and where, so that is noted first, and only a row that was not drawn like that a
 * moment ago is drawn, by Ink's own code.
 */
const keptRows: readonly Patch[] = (
	[
		[
			/^export default class Output \{$/m,
			found => `${keeping}
const linesOf = kept(16), rowOf = kept(256);
const blank = {type: 'char', value: ' ', fullWidth: false, styles: []};
${found}`,
		],
		[
			/const characterLines = \[\[\]\];([^]*?)let lines = (characterLines\.map\(line => styledCharsToString\(line\)\));/,
			(_, split, lines) => `let lines = linesOf(text, () => {const characterLines = [[]];${split}return ${lines};});`,
		],
		[/const currentLine = (output\[y \+ index\];[^]*?if \(!)currentLine\)/, (_, row) => `const writes = ${row}writes)`],
		[
			/const characters = (this\.caches\.getStyledChars\(line\));(?=\s*\/\/ Nothing to write)/,
			(_, characters) => `writes.push([x, line]);
	}
}
paint(currentLine, x, line) {
	for (const characters of [${characters}]) {`,
		],
		[/for \(let x = 0; x < this\.width; x\+\+\) \{\s*row\.push\(\{[^}]*\}\);\s*\}/, () => ''],
		[
			/(const generatedOutput = output\s*)\.map\(line => \{([^]*?)(return styledCharsToString\(lineWithoutEmptyItems\)\.trimEnd\(\);)/,
			(_, output, filter, drawn) => `${output}.map(writes => {
	return rowOf(JSON.stringify([this.width, writes]), () => {
		const line = [];
		for (let x = 0; x < this.width; x++) line.push(blank);
		for (const [x, text] of writes) this.paint(line, x, text);
		${filter}${drawn}
	});`,
		],
	] as const satisfies readonly (readonly [Patch['find'], Patch['replace']])[]
).map(([find, replace]) => ({file: 'ink/build/output.js', find, replace}));

const patches: readonly Patch[] = [
	lazySegmenter('wrap-ansi/index.js', withoutSegmenter),
	lazySegmenter('ink/build/line-update.js', withoutSegmenter),
	lazySegmenter('string-width/index.js', withoutSegmenter),
	lazySegmenter('slice-ansi/tokenize-ansi.js'),
	lazySegmenter('@alcalzone/ansi-tokenize/build/tokenize.js', withoutSegmenter),
	{
		// V8 needs 35 ms to build the emoji expression and 35 ms for its first use, which any letter beyond ASCII brings
		// about. A single code point is an emoji of its own where Unicode says Emoji_Presentation, flags' halves apart;
		// only sequences need the whole expression.
		file: 'string-width/index.js',
		find: /^const rgiEmojiRegex = \/\^\\p\{RGI_Emoji\}\$\/v;$/m,
		replace: () =>
			[
				'let madeEmoji; const emojiPart = /[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3]/u;',
				'const soleEmoji = /^\\p{Emoji_Presentation}$/u; const halfFlag = /^\\p{Regional_Indicator}$/u;',
				'const isSole = text => text.length === (text.codePointAt(0) > 0xffff ? 2 : 1);',
				'const rgiEmojiRegex = {test: text => isSole(text) ? soleEmoji.test(text) && !halfFlag.test(text)',
				"\t: emojiPart.test(text) && (madeEmoji ??= new RegExp('^\\\\p{RGI_Emoji}$', 'v')).test(text)};",
			].join('\n'),
	},
	{
		// Such text need not be counted character by character either.
		file: 'string-width/index.js',
		find: /^\tif \(\/\^\[\\u0020-\\u007E\]\*\$\/\.test\(string\)\) \{$/m,
		replace: () => `\tif ((ambiguousIsNarrow ? /^[${narrow}]*$/ : /^[\\x20-\\x7e]*$/).test(string)) {`,
	},
	{
		// Yoga fetches its WebAssembly from a data: address, which loads the whole HTTP client. The bytes can be handed over.
		file: yogaEntry,
		find: /await loadYoga\(\)/,
		replace: () => "await loadYoga({wasmBinary: Buffer.from(yogaBytes, 'base64')})",
	},
	...keptRows,
	{
		// Ink measures a text when it lays it out and keeps the result; there is no need to measure it for each frame.
		file: 'ink/build/render-node-to-output.js',
		find: /^import widestLine from 'widest-line';$/m,
		replace: () => "import measureText from './measure-text.js'; const widestLine = text => measureText(text).width;",
	},
	{
		// It keeps four thousand texts, and a text is a whole pane here.
		file: 'ink/build/measure-text.js',
		find: /\bmaxSize: 4096\b/,
		replace: () => 'maxSize: 32',
	},
	{
		file: 'ink/build/squash-text-nodes.js',
		find: /^import sanitizeAnsi from '\.\/sanitize-ansi\.js';$/m,
		replace: found =>
			`${found.replace('sanitizeAnsi', 'sanitizeAnew')}${keeping}const sanitizedOf = kept(16); const sanitizeAnsi = text => sanitizedOf(text, () => sanitizeAnew(text));`,
	},
];

/** The files that are patched, for comparing each with its original. */
export const patchedFiles: readonly string[] = [...new Set(patches.map(({file}) => file))];

/** Applies the patches above. */
export const patchInk: Plugin = {
	name: 'patch-ink',
	setup(build) {
		build.onLoad({filter: /[\\/]node_modules[\\/]/}, async args => {
			const file = belowNodeModules(args.path);
			const due = patches.filter(patch => patch.file === file);
			if (due.length === 0 && file !== yogaBinary) return undefined;
			let contents = await readFile(args.path, 'utf8');
			if (file === yogaBinary) return {contents: withoutDataAddress(contents, args.path), loader: 'js'};
			if (file === yogaEntry) contents = `import {yogaBytes} from '../binaries/yoga-wasm-base64-esm.js';\n${contents}`;
			for (const {find, replace} of due) {
				if (!find.test(contents)) throw new Error(`${args.path} has changed: look at scripts/build-plugins.ts`);
				contents = contents.replace(find, replace);
			}
			return {contents, loader: 'js'};
		});
	},
};

/**
 * Node's own modules by `process.getBuiltinModule`. To an ES module that imports one, Node shows a copy for which it
 * asks for all that the module exports, also what is made when it is asked for: `node:fs` alone makes its streams and
 * promises then. That is a third of what `--help` takes. Each importer has its own names, so that no part of the program
 * asks for what another one needs, and none has to be a part by itself.
 */
const builtins: Plugin = {
	name: 'builtins',
	setup(build) {
		build.onResolve({filter: /./}, ({path, kind, importer}) =>
			// What is asked for at run time, whole, may be Node's copy; nothing that runs here asks.
			isBuiltin(path) && kind !== 'dynamic-import'
				? {
						path: `${path.replace(/^node:/, '')} for ${relative(root, importer).replaceAll(/[\\/]/g, '.')}`,
						namespace: kind === 'require-call' ? 'builtin-required' : 'builtin',
						pluginData: path.replace(/^node:/, ''),
					}
				: undefined,
		);
		build.onLoad({filter: /.*/, namespace: 'builtin-required'}, ({pluginData}) => ({
			contents: `module.exports = ${builtin(pluginData as string)};`,
		}));
		build.onLoad({filter: /.*/, namespace: 'builtin'}, ({pluginData}) => {
			const path = pluginData as string;
			const names = Object.keys(process.getBuiltinModule(path) as object).filter(
				name => /^[A-Za-z_$][\w$]*$/.test(name) && name !== 'default',
			);
			// One that nobody imports is left out, since nothing happens when it is asked for.
			const one = (name: string): string => `/* @__PURE__ */ (() => whole.${name})()`;
			return {
				contents: [
					`const whole = /* @__PURE__ */ ${builtin(path)};`,
					`export default ${path === 'child_process' ? onceUsed(path) : 'whole'};`,
					...names.map(name => `const _${name} = ${one(name)}; export {_${name} as ${name}};`),
				].join('\n'),
			};
		});
	},
};

/** Commander takes it whole, for commands that are programs of their own, of which there are none. */
function onceUsed(path: string): string {
	return `new Proxy({}, {get: (_, name) => ${builtin(path)}[name]})`;
}

function builtin(path: string): string {
	return `process.getBuiltinModule('node:${path}')`;
}

/**
 * What goes into the program. `stock` leaves other people's modules as they are published: to tell whether a fault is
 * theirs or ours, and what the changes are worth. Only where SVG is drawn has what lays it out a place.
 */
export function pluginsFor(stock: boolean, drawsSvg = false): Plugin[] {
	if (drawsSvg) return [builtins];
	return stock ? [stub(devtools), builtins] : [stub(devtools), stub(unreached), stub(layout), patchInk, builtins];
}

/** `string-width/index.js` for the package that lies directly in node_modules. */
function belowNodeModules(path: string): string {
	const [, ...rest] = path.split(/[\\/]node_modules[\\/]/);
	return rest.length === 1 ? (rest[0] ?? '').replaceAll('\\', '/') : '';
}

/** Takes the bytes out of the address and exports them beside the loader. */
function withoutDataAddress(contents: string, path: string): string {
	const bytes = yogaBytes.exec(contents)?.[1];
	if (bytes === undefined) throw new Error(`${path} has changed: look at scripts/build-plugins.ts`);
	const address = '"data:application/octet-stream;base64,"';
	return `${contents.replace(yogaBytes, address)}\nexport const yogaBytes = '${bytes}';\n`;
}
