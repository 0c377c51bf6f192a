/**
 * How fast the built program is here, as a Markdown table with ratios to `node -e 0` (and nano's key, where nano is
 * installed), for a millisecond says nothing about another machine. `npm run bench`; nothing is asserted.
 */
import {spawnSync} from 'node:child_process';
import {mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {bin, environment, folder, keys, open, type Terminal} from '../test/e2e/terminal.ts';
import {largestTemplate, openLargest, quantile, ready, toProse, typeKeys} from '../test/e2e/typing.ts';
import {committing} from './bench-commits.ts';
import {keysBehindPastes} from './bench-pastes.ts';
import {previewTimes, savingTimes} from './bench-parts.ts';

const rounds = 9;
const keyCount = 200;

using home = folder();
using work = folder();
const place = {cwd: work.path, home: home.path};
const table: (readonly [what: string, value: string, ratio: string])[] = [];
const row = (what: string, value: string, ratio = ''): void => void table.push([what, value, ratio]);
const inMilliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;
const inMegabytes = (kilobytes: number): string => `${(kilobytes / 1024).toFixed(0)} MB`;
const median = (values: readonly number[]): number => quantile(values, 0.5);

/** Median wall time of whole processes, started in turn so that a busy moment hits all of them. */
function processes(
	commands: Readonly<Record<string, readonly string[]>>,
	times = rounds,
	isWarm = true,
): ReadonlyMap<string, number> {
	const taken = new Map(Object.keys(commands).map(name => [name, [] as number[]]));
	for (let round = isWarm ? 0 : 1; round <= times; round++) {
		for (const [name, args] of Object.entries(commands)) {
			const start = performance.now();
			spawnSync(process.execPath, args, {cwd: work.path, env: environment(home.path), stdio: 'ignore'});
			// The first round fills caches.
			if (round > 0) taken.get(name)?.push(performance.now() - start);
		}
	}

	return new Map([...taken].map(([name, list]) => [name, median(list)]));
}

/** A figure from /proc, where the system has it. */
function processFigure(pid: number, file: string, pattern: RegExp): number {
	try {
		return Number(pattern.exec(readFileSync(`/proc/${pid}/${file}`, 'utf8'))?.[1] ?? NaN);
	} catch {
		return NaN;
	}
}

/** Milliseconds of processor time that a process has used, over all of its threads. */
function processorTime(pid: number): number {
	try {
		const threads = readdirSync(`/proc/${pid}/task`);
		return threads.reduce(
			(sum, id) => sum + processFigure(pid, `task/${id}/sched`, /sum_exec_runtime\s*:\s*([\d.]+)/),
			0,
		);
	} catch {
		return NaN;
	}
}

const memory = (pid: number): number => processFigure(pid, 'status', /VmRSS:\s*(\d+)/);

/** A file of that name; without a source, the largest template. */
function writeDocument(name: string, source = largestTemplate().source): string {
	const file = join(work.path, name);
	writeFileSync(file, source);
	return file;
}

/** Whole documents as a careful person writes them, each with a title of its own. */
const finished = readFileSync(
	join(import.meta.dirname, '../test/fixtures/documents/complete/system-design.md'),
	'utf8',
);
const pages = join(work.path, 'pages');
mkdirSync(pages);
for (let page = 0; page < 100; page++)
	writeDocument(
		`pages/${page}.md`,
		finished.replace(/^# .*/m, title => `${title} ${page}`),
	);
const document = join(pages, '0.md');
const size = `${(finished.length / 1000).toFixed(0)} kB`;

/** Median wall time of a process that finds nothing kept by an earlier one. */
function firstTime(args: readonly string[], times: number): number {
	const taken = Array.from({length: times}, () => {
		rmSync(join(home.path, '.cache'), {recursive: true, force: true});
		return processes({it: args}, 1, false).get('it') ?? NaN;
	});
	return median(taken);
}

const whole = processes({
	'`node -e 0`': ['-e', '0'],
	'`--version`': [bin, '--version'],
	'`--help`': [bin, '--help'],
	[`\`check\`, ${size}`]: [bin, 'check', document],
});
const base = whole.get('`node -e 0`') ?? NaN;
const toBase = (value: number): string => `${(value / base).toFixed(2)} B`;
for (const [name, time] of whole) row(name, inMilliseconds(time), toBase(time));
for (const [what, times, args] of [
	[`… for the first time`, 3, [bin, 'check', document]],
	[`\`check\`, 100 files of ${size}, for the first time`, 1, [bin, 'check', pages]],
] as const) {
	const time = firstTime(args, times);
	row(what, inMilliseconds(time), toBase(time));
}

const again = processes({it: [bin, 'check', pages]}, 1, false).get('it') ?? NaN;
row('… again', inMilliseconds(again), toBase(again));

/** markdownlint on the same files, or nothing where it is not installed. Its rules are others: this is time, not likeness. */
function linting(file: string): number | undefined {
	const start = performance.now();
	return spawnSync('markdownlint', [file], {stdio: 'ignore'}).error ? undefined : performance.now() - start;
}

for (const [what, file] of [
	['one file', document],
	['100 files', pages],
] as const) {
	const time = linting(file);
	if (time !== undefined) row(`\`markdownlint\`, ${what}`, inMilliseconds(time), toBase(time));
}

const preview = previewTimes(finished, keyCount);
row(`preview of ${size}, drawn for the first time`, inMilliseconds(preview.first));
row('… after a key', inMilliseconds(median(preview.next)));
const saving = savingTimes(largestTemplate().source, 500);
row('an answer saved, p50', inMilliseconds(median(saving)));
row('… p95', inMilliseconds(quantile(saving, 0.95)));

const starts: {content: number; ready: number; preview: number; processor: number; memory: number}[] = [];
for (let round = 0; round <= rounds; round++) {
	const start = performance.now();
	const terminal = openLargest(place);
	await terminal.waitUntil(() => terminal.text().trim() !== '', 'anything');
	const content = performance.now() - start;
	await terminal.waitFor(ready);
	const taken = {
		content,
		ready: performance.now() - start,
		processor: processorTime(terminal.pid),
		memory: memory(terminal.pid),
	};
	// The first frame never has it, for the renderer is loaded behind that frame.
	await terminal.waitFor('Drawing the preview');
	await terminal.waitUntil(() => !terminal.text().includes('Drawing the preview'), 'the preview');
	if (round > 0) starts.push({...taken, preview: performance.now() - start - taken.ready});
	// An orderly end writes what Node compiled into its cache.
	terminal.send(keys.ctrl('q'));
	await terminal.exit();
}

const ofStarts = (figure: keyof (typeof starts)[number]): number => median(starts.map(one => one[figure]));
row('first content', inMilliseconds(ofStarts('content')), toBase(ofStarts('content')));
row('wizard ready, 120×40, largest template', inMilliseconds(ofStarts('ready')), toBase(ofStarts('ready')));
row('… processor time', inMilliseconds(ofStarts('processor')), toBase(ofStarts('processor')));
row('… memory', inMegabytes(ofStarts('memory')));
row('… until the preview is seen', inMilliseconds(ofStarts('preview')), toBase(ofStarts('preview')));

/** What typing costs in a terminal, after a first hundred keys that warm it up; between two keys is a pause. */
async function typing(terminal: Terminal, milliseconds = 60) {
	const pause = async (): Promise<void> => sleep(milliseconds);
	await typeKeys(terminal, 100, pause);
	const before = processorTime(terminal.pid);
	const costs = await typeKeys(terminal, keyCount, pause);
	const processor = (processorTime(terminal.pid) - before) / keyCount;
	return {times: costs.map(({time}) => time), outputs: costs.map(({output}) => output), processor};
}

/** nano's key, or nothing where there is no nano. */
async function nanoKey(): Promise<number | undefined> {
	if (spawnSync('nano', ['--version'], {stdio: 'ignore'}).error) return undefined;
	const terminal = open([document], {...place, columns: 120, rows: 40, command: 'nano'});
	await terminal.waitFor('^X');
	const {times} = await typing(terminal);
	terminal.kill('SIGKILL');
	await terminal.exit();
	return median(times);
}

/** The same keys on the largest screen. */
async function onLargeScreen(): Promise<number> {
	// Where a draft was begun, it is asked about first.
	using elsewhere = folder();
	const large = openLargest({...place, home: elsewhere.path, columns: 200, rows: 60});
	await toProse(large);
	const {times: slow} = await typing(large);
	large.kill('SIGKILL');
	await large.exit();
	return median(slow);
}

const terminal = openLargest(place);
await toProse(terminal);
const {times, outputs, processor} = await typing(terminal);
const nano = await nanoKey();
const toNano = (value: number): string => (nano === undefined ? '' : `${(value / nano).toFixed(1)} × nano`);
row('key to screen, p50', inMilliseconds(median(times)), toNano(median(times)));
row('… p95', inMilliseconds(quantile(times, 0.95)), toNano(quantile(times, 0.95)));
row('… processor time', inMilliseconds(processor));
row('… bytes, p50', String(median(outputs.map(output => Buffer.byteLength(output)))));
row('… screens cleared', String(outputs.filter(output => /\u001B\[\d*J|\u001Bc/.test(output)).length));
const repeated = await typing(terminal, 33);
row('a key held down, 30 a second: p95', inMilliseconds(quantile(repeated.times, 0.95)));
row('… p99', inMilliseconds(quantile(repeated.times, 0.99)));
if (nano !== undefined) row('nano: key to screen, p50', inMilliseconds(nano), '1 × nano');

const before = memory(terminal.pid);
await typeKeys(terminal, 1000);
const grown = memory(terminal.pid) - before;
row('memory grown by 1,000 keys', inMegabytes(grown));

/** Until the end of a paste stands on the screen. */
async function pasting(kilobytes: number, end: string): Promise<number> {
	const text = 'A paste of many kilobytes, word by word. '.repeat(kilobytes * 25) + end;
	const start = performance.now();
	terminal.send(keys.paste(text));
	await terminal.waitFor(end);
	return performance.now() - start;
}

for (const [kilobytes, end] of [
	[10, 'Zanzibar'],
	[100, 'Timbuktu'],
] as const) {
	const time = await pasting(kilobytes, end);
	row(`paste of ${kilobytes} kB`, inMilliseconds(time), toBase(time));
}

row('memory after all that', inMegabytes(memory(terminal.pid)));
terminal.kill('SIGKILL');
await terminal.exit();

for (const [what, time] of await keysBehindPastes(work.path))
	row(`the slowest key behind a paste of ${what}`, inMilliseconds(time), toNano(time));

/** The largest template ten times over, its headings told apart: ten times as much to read, to fill and to draw. */
async function tenfold(): Promise<number> {
	const {source} = largestTemplate();
	const parts = Array.from({length: 9}, (_, part) => source.replaceAll(/^(#+) (.*)$/gm, `#$1 $2, part ${part + 2}`));
	const all = [source, ...parts].join('\n');
	using elsewhere = folder();
	const large = open(['new', writeDocument('tenfold.md', all)], {
		...place,
		home: elsewhere.path,
		columns: 120,
		rows: 40,
	});
	await toProse(large, all);
	const {times: slow} = await typing(large);
	large.kill('SIGKILL');
	await large.exit();
	return median(slow);
}

const onLarge = await onLargeScreen();
row('key to screen, p50, 200×60', inMilliseconds(onLarge), `${(onLarge / median(times)).toFixed(2)} × the usual`);
const ten = await tenfold();
row(
	'key to screen, p50, template ten times as long',
	inMilliseconds(ten),
	`${(ten / median(times)).toFixed(2)} × the usual`,
);

const commits = committing(join(work.path, 'large'), home.path, rounds);
row('`git add -N` and `git commit`, 100,000 files', inMilliseconds(commits.git), '1 × git');
row('`commit`, 100,000 files', inMilliseconds(commits.ours), `${(commits.ours / commits.git).toFixed(2)} × git`);

process.stdout.write(
	`Node ${process.version}, B is \`node -e 0\`, medians of ${rounds} runs and ${keyCount} keys.\n\n` +
		['| what | here | ratio |', '| --- | --: | --: |', ...table.map(cells => `| ${cells.join(' | ')} |`), ''].join(
			'\n',
		),
);
