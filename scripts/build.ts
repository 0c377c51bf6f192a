/**
 * Bundles the program into dist/. Everything it needs at run time is inside, so the package has no runtime
 * dependencies; their licences go into dist/THIRD-PARTY-LICENSES.txt. Does nothing when dist/ was made from the same
 * inputs, so that `npm start` and `npm test` may always call it. `--force` builds all the same, `--out FOLDER` builds
 * elsewhere, and `--stock` or SPECWRIGHT_STOCK=1 leaves out the changes to other people's modules (build-plugins.ts).
 */
import {createHash} from 'node:crypto';
import {execFile} from 'node:child_process';
import {
	chmodSync,
	copyFileSync,
	globSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import {tmpdir} from 'node:os';
import {dirname, join, relative, resolve, sep} from 'node:path';
import {parseArgs, promisify} from 'node:util';
import {build, type BuildOptions, type OutputFile} from 'esbuild';
import {parts} from './build-parts.ts';
import {pluginsFor} from './build-plugins.ts';
import {thirdPartyLicenses} from './licenses.ts';

const root = join(import.meta.dirname, '..');
const {values: flags} = parseArgs({
	options: {force: {type: 'boolean'}, stock: {type: 'boolean'}, out: {type: 'string', default: join(root, 'dist')}},
});
const isStock = flags.stock ?? process.env['SPECWRIGHT_STOCK'] === '1';
const dist = resolve(flags.out);
const stamp = join(dist, '.inputs');

/** One hash over everything that dist/ is made from: our sources, the lock file and the build itself. */
function fingerprint(): string {
	const hash = createHash('sha256').update(isStock ? 'stock\0' : '');
	const files = globSync(['source/**/*', 'scripts/*', 'templates/*', 'package.json', 'package-lock.json'], {cwd: root});
	for (const file of files.sort()) {
		const path = join(root, file);
		if (!statSync(path).isFile()) continue;
		hash.update(`${file}\0`).update(readFileSync(path)).update('\0');
	}
	return hash.digest('hex');
}

/** True when dist/ was made from these inputs and every file it was made of still stands there. */
function isFresh(inputs: string): boolean {
	try {
		const [made, ...files] = readFileSync(stamp, 'utf8').trimEnd().split('\n');
		return made === inputs && files.every(file => statSync(join(dist, file)).isFile());
	} catch {
		return false;
	}
}

/** Tells this build from any other, also to the program: what another build computed may not hold for this one. */
const inputs = fingerprint();

const shared = {
	absWorkingDir: root,
	bundle: true,
	format: 'esm',
	platform: 'node',
	minify: true,
	legalComments: 'none',
	charset: 'ascii',
	metafile: true,
	write: false,
	logLevel: 'warning',
} satisfies BuildOptions;

// The stub is parsed by whatever Node is there, so that an old one can be told what it lacks.
const stub = {
	...shared,
	entryPoints: ['source/cli.ts'],
	outfile: join(dist, 'cli.js'),
	target: 'node14',
	plugins: [
		{
			name: 'leave-the-program-outside',
			setup(plugin) {
				plugin.onResolve({filter: /\/main\.ts$/}, () => ({path: './main.mjs', external: true}));
			},
		},
	],
} satisfies BuildOptions;

const program = {
	...shared,
	// Many documents are checked and long ones measured in workers, which are programs of their own.
	entryPoints: {
		main: 'source/commands/main.ts',
		library: 'source/library.ts',
		'check-worker': 'source/commands/check-worker.ts',
		'measure-worker': 'source/commands/wizard/measure-worker.ts',
	},
	outdir: dist,
	splitting: true,
	chunkNames: 'chunks/[name]-[hash]',
	// Of a `.js` file Node looks for the package.json that says what it is, for each of them anew.
	outExtension: {'.js': '.mjs'},
	target: 'node22',
	jsx: 'automatic',
	define: {
		'process.env.NODE_ENV': '"production"',
		'process.env.DEV': '"false"',
		'process.env.SPECWRIGHT_BUILD': JSON.stringify(inputs.slice(0, 16)),
	},
	plugins: [parts, ...pluginsFor(isStock)],
} satisfies BuildOptions;

// Diagrams are drawn in workers that need nothing of the rest: what lays out SVG is nearly as large as all of it together.
const painter = {
	...program,
	entryPoints: {'diagram-svg-worker': 'source/preview/diagram/svg-worker.ts'},
	splitting: false,
	plugins: pluginsFor(isStock, true),
} satisfies BuildOptions;
const drawer = {
	...program,
	entryPoints: {'diagram-worker': 'source/preview/diagram/worker.ts'},
	splitting: false,
} satisfies BuildOptions;

/**
 * A part without a character beyond ASCII, which Node reads and holds in half of the time and room. What esbuild leaves
 * stands in regular expressions, where the escapes of a code point's two halves mean that code point, too (ECMA-262,
 * RegExpUnicodeEscapeSequence).
 */
function inAscii({path, text}: OutputFile): string {
	if (/\\[^\x00-\x7f]/.test(text)) throw new Error(`${path} has an escaped character beyond ASCII.`);
	return text.replaceAll(/[^\x00-\x7f]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Writes each file aside and renames it, the entry points last: someone who starts the program meanwhile gets a whole one. */
function write(files: readonly OutputFile[], extra: ReadonlyMap<string, string>): readonly string[] {
	const contents = new Map<string, string>(extra);
	for (const file of files) contents.set(relative(dist, file.path).split(sep).join('/'), inAscii(file));
	const names = [...contents.keys()].sort(
		(a, b) => Number(!a.includes('/')) - Number(!b.includes('/')) || (a < b ? -1 : 1),
	);
	for (const name of names) {
		const path = join(dist, name);
		const aside = `${path}.${String(process.pid)}`;
		mkdirSync(dirname(path), {recursive: true});
		writeFileSync(aside, contents.get(name) ?? '', {mode: name === 'cli.js' ? 0o755 : 0o644});
		renameSync(aside, path);
	}
	return names;
}

/**
 * Has the program read the bundled templates, and takes what it keeps of them along: so that nobody's first start or check
 * waits for that.
 */
async function keepForms(): Promise<readonly string[]> {
	const cache = mkdtempSync(join(tmpdir(), 'specwright-'));
	const folder = join(dist, 'kept');
	try {
		const env = {PATH: process.env['PATH'], XDG_CACHE_HOME: cache};
		const templates = globSync('templates/*.md', {cwd: root});
		await Promise.all(
			templates.map(async name =>
				promisify(execFile)(process.execPath, [join(dist, 'cli.js'), 'inspect', join(root, name), '--json'], {
					env,
					maxBuffer: 64 * 1024 * 1024,
				}),
			),
		);
		mkdirSync(folder, {recursive: true});
		const kept = readdirSync(join(cache, 'specwright'));
		if (kept.length < templates.length) throw new Error('The program kept nothing of some of its templates.');
		for (const name of kept) {
			copyFileSync(join(cache, 'specwright', name), join(folder, name));
			chmodSync(join(folder, name), 0o644);
		}

		return kept.map(name => `kept/${name}`);
	} finally {
		rmSync(cache, {recursive: true, force: true});
	}
}

/** Removes what an earlier build left and this one did not make. */
function sweep(names: readonly string[]): void {
	const keep = new Set(names);
	for (const file of globSync('**/*', {cwd: dist})) {
		const path = join(dist, file);
		if (!keep.has(file.split(sep).join('/')) && statSync(path).isFile()) rmSync(path);
	}
}

const started = performance.now();
if (flags.force === true || !isFresh(inputs)) {
	const results = await Promise.all([build(stub), build(program), build(painter), build(drawer)]);
	const licenses = thirdPartyLicenses(
		root,
		results.flatMap(result => Object.keys(result.metafile.inputs)),
	);
	const written = write(
		results.flatMap(result => result.outputFiles),
		new Map([['THIRD-PARTY-LICENSES.txt', licenses]]),
	);
	const names = [...written, ...(await keepForms())];
	sweep(names);
	writeFileSync(stamp, `${[inputs, ...names].join('\n')}\n`);
	process.stderr.write(
		`built ${relative(process.cwd(), dist) || '.'}/ (${String(names.length)} files) in ${(performance.now() - started).toFixed(0)} ms\n`,
	);
}
