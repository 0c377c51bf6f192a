import {join} from 'node:path';
import {build, type Plugin} from 'esbuild';
import fc from 'fast-check';
import {beforeAll, describe, expect, it} from 'vitest';
import {patchedFiles, patchInk} from '../../scripts/build-plugins.ts';
import {runs} from '../property.ts';

const root = join(import.meta.dirname, '../..');

type Modules = {
	readonly width: (text: string) => number;
	readonly wrap: (text: string, columns: number, options: object) => string;
	readonly slice: (text: string, from: number, to: number) => string;
	readonly tokenize: (text: string) => unknown;
	readonly update: (previous: string, next: string, columns: number) => string;
	readonly yoga: {
		readonly Node: {create(): Box};
		readonly FLEX_DIRECTION_COLUMN: number;
		readonly FLEX_DIRECTION_ROW: number;
		readonly DIRECTION_LTR: number;
	};
	readonly squash: (node: object) => string;
	readonly measure: (text: string) => unknown;
	readonly place: (node: object, output: object, options: object) => void;
	readonly output: new (size: {readonly width: number; readonly height: number}) => Output;
};

type Transformer = (line: string, index: number) => string;

/** Ink's drawing of one frame. */
type Output = {
	write(x: number, y: number, text: string, options: {readonly transformers: readonly Transformer[]}): void;
	clip(edges: object): void;
	unclip(): void;
	get(): {readonly output: string; readonly height: number};
};

/** What is used here of a box in Yoga's layout. */
type Box = {
	setWidth(cells: number): void;
	setHeight(cells: number): void;
	setMinWidth(cells: number): void;
	setFlexGrow(share: number): void;
	setFlexDirection(direction: number): void;
	insertChild(child: Box, index: number): void;
	getChild(index: number): Box;
	calculateLayout(width: number, height: number, direction: number): void;
	getComputedLayout(): unknown;
	freeRecursive(): void;
};

/** Each patched file under the name it has here. */
const files: Readonly<Record<keyof Modules, string>> = {
	width: 'string-width/index.js',
	wrap: 'wrap-ansi/index.js',
	slice: 'slice-ansi/tokenize-ansi.js',
	tokenize: '@alcalzone/ansi-tokenize/build/tokenize.js',
	update: 'ink/build/line-update.js',
	yoga: 'yoga-layout/dist/src/index.js',
	squash: 'ink/build/squash-text-nodes.js',
	measure: 'ink/build/measure-text.js',
	place: 'ink/build/render-node-to-output.js',
	output: 'ink/build/output.js',
};

/** The modules as one bundle, with or without the patches. */
async function bundled(plugins: Plugin[]): Promise<Modules> {
	const from = (name: keyof Modules): string => {
		const file = name === 'slice' ? 'slice-ansi/index.js' : files[name];
		return `export {${name === 'tokenize' ? name : `default as ${name}`}} from './node_modules/${file}';`;
	};

	const {outputFiles} = await build({
		absWorkingDir: root,
		stdin: {contents: (Object.keys(files) as (keyof Modules)[]).map(from).join('\n'), resolveDir: root},
		bundle: true,
		format: 'esm',
		platform: 'node',
		write: false,
		plugins,
	});
	return (await import(`data:text/javascript,${encodeURIComponent(outputFiles[0]?.text ?? '')}`)) as Modules;
}

let patched: Modules;
let original: Modules;
beforeAll(async () => {
	[patched, original] = await Promise.all([bundled([patchInk]), bundled([])]);
}, 60_000);

const sequences = [
	'👨‍👩‍👧',
	'🇩🇪',
	'🇩',
	'1️⃣',
	'🏴󠁧󠁢󠁥󠁮󠁧󠁿',
	'✔',
	'✔️',
	'┃',
	'é',
	'e\u0301',
	'한글',
	'👍🏽x',
	'日本',
	'שלום',
	'\t',
	' ',
];
const controls = [
	'\u001B[1m',
	'\u001B[22m',
	'\u001B[38;5;12m',
	'\u001B[39m',
	'\u001B[0m',
	'\u001B]8;;https://a.example\u0007',
	'\u001B]8;;\u0007',
];
const styled = fc
	.array(
		fc.oneof(
			fc.string({unit: 'grapheme', maxLength: 8}),
			fc.string({maxLength: 12}),
			fc.constantFrom(...sequences),
			fc.constantFrom(...controls),
		),
		{maxLength: 12},
	)
	.map(parts => parts.join(''));
const columns = fc.integer({min: 1, max: 40});

describe('a patched module says what its original says', () => {
	it('and each of them is compared here', () => {
		expect(new Set(patchedFiles)).toEqual(new Set(Object.values(files)));
	});

	it('the width of each character, with what may follow it', () => {
		const different: string[] = [];
		const look = (sample: string): void => {
			if (patched.width(sample) !== original.width(sample)) different.push(sample);
		};
		for (let code = 0x20; code < 0x2_0000; code++) {
			if (code >= 0xd800 && code < 0xe000) continue;
			const one = String.fromCodePoint(code);
			look(one);
			if (code > 0x2000 && code < 0x3300) look(`${one}\uFE0F`);
			if (code >= 0x1_f000) look(`${one}\u{1F3FD}`);
		}
		for (const sample of sequences) look(sample);
		expect(different).toEqual([]);
	});

	it('the width of any text', () => {
		fc.assert(
			fc.property(styled, text => {
				expect(patched.width(text)).toBe(original.width(text));
			}),
			{numRuns: runs()},
		);
	});

	it('where any text is wrapped', () => {
		fc.assert(
			fc.property(styled, columns, fc.boolean(), fc.boolean(), (text, width, hard, trim) => {
				expect(patched.wrap(text, width, {hard, trim})).toBe(original.wrap(text, width, {hard, trim}));
			}),
			{numRuns: runs()},
		);
	});

	it('what is cut out of any text', () => {
		fc.assert(
			fc.property(styled, columns, columns, (text, from, length) => {
				expect(patched.slice(text, from, from + length)).toBe(original.slice(text, from, from + length));
			}),
			{numRuns: runs()},
		);
	});

	it('the parts of any text', () => {
		fc.assert(
			fc.property(styled, text => {
				expect(patched.tokenize(text)).toEqual(original.tokenize(text));
			}),
			{numRuns: runs()},
		);
	});

	it('what is written to turn one line into another', () => {
		const twoLines = fc
			.tuple(styled, styled, styled)
			.map(([begin, one, other]) => [begin + one, begin + other] as const);
		fc.assert(
			fc.property(twoLines, columns, ([before, after], width) => {
				expect(patched.update(before, after, width)).toBe(original.update(before, after, width));
			}),
			{numRuns: runs()},
		);
	});

	const text = fc.array(styled, {maxLength: 4}).map(lines => lines.join('\n'));
	const textNode = (value: string): object => ({
		nodeName: 'ink-text',
		style: {textWrap: 'hard'},
		childNodes: [{nodeName: '#text', nodeValue: value}],
	});

	it('the text of a node, also when it is asked again', () => {
		fc.assert(
			fc.property(text, value => {
				const said = original.squash(textNode(value));
				expect(patched.squash(textNode(value))).toBe(said);
				expect(patched.squash(textNode(value))).toBe(said);
			}),
			{numRuns: runs()},
		);
	});

	it('how large a text is', () => {
		fc.assert(
			fc.property(text, value => {
				expect(patched.measure(value)).toEqual(original.measure(value));
			}),
			{numRuns: runs()},
		);
	});

	it('where a text is written and how it is broken', () => {
		const written = ({place, yoga}: Modules, value: string, width: number): unknown => {
			const yogaNode = yoga.Node.create();
			yogaNode.setWidth(width);
			yogaNode.calculateLayout(width, 10, yoga.DIRECTION_LTR);
			const writes: unknown[] = [];
			const output = {write: (...parts: readonly unknown[]) => writes.push(parts.slice(0, 3))};
			place({...textNode(value), yogaNode}, output, {});
			yogaNode.freeRecursive();
			return writes;
		};

		fc.assert(
			fc.property(text, columns, (value, width) => {
				expect(written(patched, value, width)).toEqual(written(original, value, width));
			}),
			{numRuns: runs(500)},
		);
	});

	it('frame after frame, whatever is written over what', () => {
		const edge = fc.option(fc.integer({min: -2, max: 30}), {nil: undefined});
		const write = fc.record({
			x: fc.integer({min: -3, max: 28}),
			y: fc.integer({min: -2, max: 7}),
			value: text,
			transformers: fc.subarray<Transformer>([line => line.toUpperCase(), (line, index) => `${index}${line}`]),
			edges: fc.option(fc.record({x1: edge, x2: edge, y1: edge, y2: edge}), {nil: undefined, freq: 3}),
		});
		type Writes = readonly (typeof write extends fc.Arbitrary<infer One> ? One : never)[];
		// A later frame differs from the first in one write, as after a key.
		const frames = fc
			.tuple(fc.array(write, {maxLength: 8}), fc.array(fc.tuple(fc.nat(), write), {maxLength: 4}))
			.map(([first, changes]): readonly Writes[] => [
				first,
				first,
				...changes.map(([at, changed]) => first.map((one, index) => (index === at % first.length ? changed : one))),
			]);
		const draw = ({output: Frame}: Modules, writes: Writes): unknown => {
			const frame = new Frame({width: 26, height: 6});
			for (const {x, y, value, transformers, edges} of writes) {
				if (edges) frame.clip(edges);
				frame.write(x, y, value, {transformers});
				if (edges) frame.unclip();
			}

			return frame.get();
		};

		fc.assert(
			fc.property(frames, all => {
				for (const one of all) expect(draw(patched, one)).toEqual(draw(original, one));
			}),
			{numRuns: runs(500)},
		);
	});

	it('where boxes stand', () => {
		const box = fc.record({
			grow: fc.integer({min: 0, max: 3}),
			width: fc.integer({min: 1, max: 30}),
			isColumn: fc.boolean(),
		});
		/** A row of boxes, each around a smaller one. */
		const layout = ({yoga}: Modules, boxes: readonly {grow: number; width: number; isColumn: boolean}[]): unknown => {
			const outer = yoga.Node.create();
			outer.setWidth(80);
			for (const [index, {grow, width, isColumn}] of boxes.entries()) {
				const node = yoga.Node.create();
				const inner = yoga.Node.create();
				node.setFlexGrow(grow);
				node.setMinWidth(width);
				node.setFlexDirection(isColumn ? yoga.FLEX_DIRECTION_COLUMN : yoga.FLEX_DIRECTION_ROW);
				inner.setHeight(width % 5);
				node.insertChild(inner, 0);
				outer.insertChild(node, index);
			}

			outer.calculateLayout(80, 24, yoga.DIRECTION_LTR);
			const found = boxes.map((_, index) => outer.getChild(index).getComputedLayout());
			outer.freeRecursive();
			return found;
		};

		fc.assert(
			fc.property(fc.array(box, {maxLength: 6}), boxes => {
				expect(layout(patched, boxes)).toEqual(layout(original, boxes));
			}),
			{numRuns: runs(200)},
		);
	});
});
