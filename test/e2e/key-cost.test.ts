/** What can be counted of speed: characters written for a key, screens cleared, code loaded. No clock is asked. */

import {spawnSync} from 'node:child_process';
import {globSync, readdirSync, readFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {describe, expect, it} from 'vitest';
import {bin, environment, folder} from './terminal.ts';
import {openLargest, quantile, toProse, typeKeys} from './typing.ts';

describe('a key in the largest template', () => {
	it('changes little on the screen and never clears it', async () => {
		using home = folder();
		using work = folder();
		const terminal = openLargest({cwd: work.path, home: home.path});
		await toProse(terminal);
		const costs = await typeKeys(terminal, 120);
		terminal.kill('SIGKILL');
		const sizes = costs.map(({output}) => Buffer.byteLength(output));
		expect(quantile(sizes, 0.5)).toBeLessThanOrEqual(400);
		// Erase in display (CSI J with whatever number) and full reset; erasing the rest of a line is no clear.
		expect(costs.filter(({output}) => /\u001B\[\d*J|\u001Bc/.test(output))).toEqual([]);
	});
});

/** The program's own files that a run loads, by their text; V8 lists them where coverage is asked for. */
function loaded(args: readonly string[]): ReadonlyMap<string, string> {
	using place = folder();
	const coverage = join(place.path, 'coverage');
	const {status, stderr} = spawnSync(process.execPath, [bin, ...args], {
		cwd: place.path,
		env: environment(place.path, {NODE_V8_COVERAGE: coverage}),
		encoding: 'utf8',
	});
	expect([0, 1], stderr).toContain(status);
	const reports = readdirSync(coverage).map(
		name => JSON.parse(readFileSync(join(coverage, name), 'utf8')) as {result: {url: string}[]},
	);
	const urls = reports.flatMap(({result}) => result.map(({url}) => url)).filter(url => url.startsWith('file:'));
	return new Map(urls.map(url => [fileURLToPath(url), readFileSync(fileURLToPath(url), 'utf8')]));
}

/** Words that stand in the code of what a command without a screen has no use for. */
const heavy = {
	React: 'react.transitional.element',
	Ink: 'ink-text',
	Yoga: 'AGFzbQEAAAAB',
	'the prompts': 'Hook functions can only be called',
	'the Markdown renderer': 'blockquote(',
	'the drawing of diagrams': 'boxBorderPadding',
};

describe('what is loaded', () => {
	it('can be told by words that the build has', () => {
		const texts = globSync('**/*.{js,mjs}', {cwd: dirname(bin)}).map(file =>
			readFileSync(join(dirname(bin), file), 'utf8'),
		);
		for (const word of Object.values(heavy))
			expect(
				texts.some(text => text.includes(word)),
				word,
			).toBe(true);
	});

	it('to say the version is the stub alone', () => {
		expect(loaded(['--version']).size).toBe(1);
	});

	it.each(['--help', 'completion bash', 'templates', 'new architecture-spec --yes --print'])(
		'for `%s` is nothing that draws screens',
		line => {
			const texts = [...loaded(line.split(' ')).values()];
			const found = Object.entries(heavy).filter(([, word]) => texts.some(text => text.includes(word)));
			expect(found).toEqual([]);
		},
	);

	it('for the help is no reader of templates either', () => {
		const size = [...loaded(['--help']).values()].reduce((sum, text) => sum + text.length, 0);
		expect(size).toBeLessThan(120_000);
	});
});
