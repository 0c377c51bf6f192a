import fc from 'fast-check';
import stringWidth from 'string-width';
import {describe, expect, test} from 'vitest';
import {loadPreview, mark, type PreviewLine} from '../../source/preview/index.ts';
import {drawBlock} from '../../source/preview/draw.ts';
import {createPreview} from '../../source/preview/render.ts';
import {themes, withAscii} from '../../source/theme/index.ts';
import {runs} from '../property.ts';

const {renderMarkdown} = await loadPreview();
const theme = themes.default;

/** What stands on the screen, without colour. */
function shown(source: string, width = 60): string {
	return renderMarkdown(source, {width, theme, color: false})
		.map(({text}) => text)
		.join('\n');
}

function lines(...rows: readonly string[]): string {
	return rows.join('\n');
}

describe('what marked-terminal leaves raw', () => {
	test('bold and code in list items', () => {
		expect(shown('- a **bold** and `code`')).toBe('• a bold and `code`');
	});

	test('nested lists stand below their item, numbered ones count from where they begin', () => {
		expect(shown(lines('3. three', '   - inner', '     - deepest', '4. four'))).toBe(
			lines('3. three', '   • inner', '     • deepest', '4. four'),
		);
	});

	test('task boxes, once', () => {
		expect(shown(lines('- [ ] open', '- [x] **done**', '', '* [ ] loose', '', '* [x] too'))).toBe(
			lines('• [ ] open', '• [x] done', '', '• [ ] loose', '', '• [x] too'),
		);
	});

	test('long list items wrap under their text', () => {
		expect(shown('- one two three four five', 14)).toBe(lines('• one two', '  three four', '  five'));
	});

	test('paragraphs wrap by words, soft breaks are spaces, hard breaks stay', () => {
		expect(shown(lines('one two three', 'four  ', 'five'), 14)).toBe(lines('one two three', 'four', 'five'));
	});

	test('entities are the characters they stand for, code is as written', () => {
		expect(shown('A &amp; B &lt; C &#124; `&amp;`')).toBe('A & B < C | `&amp;`');
	});
});

describe('tables', () => {
	const table = lines(
		'| Name | What it does |',
		'|---|--:|',
		'| **api** | answers every request that comes in |',
		'| db<br>two | 1&#124;2 |',
	);

	test('stay tables and wrap their cells where they are too wide', () => {
		expect(shown(table, 30)).toBe(
			lines(
				'┌──────┬─────────────────────┐',
				'│ Name │        What it does │',
				'├──────┼─────────────────────┤',
				'│ api  │       answers every │',
				'│      │  request that comes │',
				'│      │                  in │',
				'├──────┼─────────────────────┤',
				'│ db   │                 1|2 │',
				'│ two  │                     │',
				'└──────┴─────────────────────┘',
			),
		);
	});

	test('line up with wide characters', () => {
		const rows = shown(lines('| a | b |', '|---|---|', '| 世界 | x |', '| 👍🏽 | y |')).split('\n');
		expect(new Set(rows.map(row => stringWidth(row)))).toEqual(new Set([12]));
	});

	test('with more columns than cells are told row by row', () => {
		expect(shown(lines('| a | b | c | d |', '|---|---|---|---|', '| 1 | 2 | 3 | 4 |'), 16)).toBe(
			lines('a: 1', 'b: 2', 'c: 3', 'd: 4'),
		);
	});
});

describe('code', () => {
	test('stands in a frame with its language, in any language, and nothing is coloured by guess', () => {
		expect(shown(lines('```mermaid', 'flowchart LR', '  A --> B', '```'), 30)).toBe(
			lines('┌─ mermaid ───────────────────', '│ flowchart LR', '│   A --> B', '└─────────────────────────────'),
		);
	});

	test('wraps where it is too wide', () => {
		expect(
			shown(lines('```', 'abcdefghij klm', '```'), 12)
				.split('\n')
				.slice(1, 3),
		).toEqual(['│ abcdefghij', '│ klm']);
	});
});

describe('links, comments and front matter', () => {
	test('a link is its text and its address, no escape sequence', () => {
		const [row] = renderMarkdown('See [the page](https://example.org/a%20b).', {width: 60, theme, color: true});
		expect(row?.text).not.toContain('\u001B]');
		expect(shown('See [the page](https://example.org/x).')).toBe('See the page (https://example.org/x).');
		expect(shown('<https://example.org>')).toBe('https://example.org');
		expect(shown('[Goals](#goals)')).toBe('Goals');
	});

	test('a link is found by a definition elsewhere; a blank in brackets is no link', () => {
		expect(shown(lines('See [docs] and [Your Name].', '', '[docs]: https://example.org/d'))).toContain(
			'See docs (https://example.org/d) and [Your Name].',
		);
	});

	test('comments, tags and front matter are seen, dim', () => {
		const source = lines('---', 'title: T', '---', '', '<!-- note -->', '', 'a <name> b');
		expect(shown(source)).toBe(lines('---', 'title: T', '---', '', '<!-- note -->', '', 'a <name> b'));
		expect(renderMarkdown(source, {width: 60, theme, color: true}).at(-1)?.text).toBe('a \u001B[2m<name>\u001B[0m b');
	});

	test('a character reference cannot smuggle in what the text itself could not hold', () => {
		expect(shown('&#27;a &#x202e;b &#0;')).toBe('␛a <U+202E>b \ufffd');
	});

	test('a look goes on behind a line end and stops where its text stops', () => {
		const rows = renderMarkdown(lines('a **b  ', 'c** d'), {width: 60, theme, color: true});
		expect(rows.map(({text}) => text)).toEqual(['a \u001B[1mb\u001B[0m', '\u001B[1mc\u001B[0m d']);
		const wrapped = renderMarkdown('**one two** three', {width: 5, theme, color: true});
		expect(wrapped.map(({text}) => text)).toEqual(['\u001B[1mone\u001B[0m', '\u001B[1mtwo\u001B[0m', 'three']);
	});

	test('headings keep their marks, for colour is not the only sign', () => {
		expect(shown('## Goals `x`')).toBe('## Goals `x`');
	});
});

test('in ASCII every row is ASCII', () => {
	const source = lines('# T', '- a', '> q', '', '| a |', '|---|', '| b |', '', '```x', 'y', '```', '', '---');
	const rows = renderMarkdown(source, {width: 40, theme: withAscii(theme), color: false});
	expect(rows.map(({text}) => text).join('')).toMatch(/^[\x20-\x7e]*$/);
});

describe('where a row comes from', () => {
	const source = lines(
		'# Title',
		'',
		'**Owner:** me  ',
		'**Status:** draft',
		'',
		'- one',
		'- two',
		'',
		'| a | b |',
		'|---|---|',
		'| 1 | 2 |',
		'| 3 | 4 |',
	);
	const rows = renderMarkdown(source, {width: 40, theme, color: false});
	const of = (needle: string) => {
		const from = source.indexOf(needle);
		return mark(rows, {from, to: from + needle.length}).map(index => rows[index]?.text);
	};

	test('a field in a line, an item or a row of a table marks that alone', () => {
		expect(of('draft')).toEqual(['Status: draft']);
		expect(of('two')).toEqual(['• two']);
		expect(of('3')).toEqual(['│ 3 │ 4 │', '└───┴───┘']);
	});

	test('an item below an item of several lines marks that alone', () => {
		const list = lines('- one', '  goes on', '  - inner', '  - other', '- last');
		const drawn = renderMarkdown(list, {width: 40, theme, color: false});
		const at = (needle: string) =>
			mark(drawn, {from: list.indexOf(needle), to: list.indexOf(needle) + 4}).map(index => drawn[index]?.text);
		expect(at('inne')).toEqual(['  • inner']);
		expect(at('othe')).toEqual(['  • other']);
		expect(at('last')).toEqual(['• last']);
	});

	test('an empty field marks the line that it stands in', () => {
		const at = source.indexOf('two') + 3;
		expect(mark(rows, {from: at, to: at}).map(index => rows[index]?.text)).toEqual(['• two']);
	});

	test('offsets are those of the source as it is, with CRLF', () => {
		const crlf = lines('# T', '', '- one', '- two').replaceAll('\n', '\r\n');
		const drawn = renderMarkdown(crlf, {width: 40, theme, color: false});
		const two = drawn.find(({text}) => text === '• two');
		expect(crlf.slice(two?.from, two?.to)).toBe('- two');
	});

	test('rows come in the order of the source', () => {
		for (const [index, row] of rows.entries()) {
			expect(row.from).toBeLessThanOrEqual(row.to);
			expect(row.from).toBeGreaterThanOrEqual(rows[index - 1]?.from ?? 0);
		}
	});
});

describe('drawing again', () => {
	const options = {width: 60, theme, color: true};
	const source = Array.from({length: 200}, (_, index) => `## Section ${index}\n\nText of ${index}.\n`).join('\n');
	function counting() {
		const drawn: string[] = [];
		const preview = createPreview((text, ...rest) => {
			drawn.push(text);
			return drawBlock(text, ...rest);
		});
		return {drawn, ...preview};
	}

	test('draws only the block that changed, and says the same as drawing all', () => {
		const {drawn, renderMarkdown: render} = counting();
		render(source, options);
		expect(drawn.length).toBe(400);
		drawn.length = 0;
		const changed = source.replace('Text of 17.', 'Text of 17, and more.');
		expect(render(changed, options)).toEqual(renderMarkdown(changed, options));
		expect(drawn).toEqual(['Text of 17, and more.']);
		drawn.length = 0;
		render(source, options);
		expect(drawn).toEqual([]);
	});

	test('draws what is looked at first, and the rest a moment later', async () => {
		const {drawn, renderMarkdown: render} = counting();
		const near = source.indexOf('## Section 150');
		const rows = await new Promise<readonly PreviewLine[]>(resolve => {
			const first = render(source, {...options, near, onDrawn: () => resolve(first)});
		});
		const whole = renderMarkdown(source, options);
		const shownAt = (all: readonly PreviewLine[]): readonly string[] =>
			mark(all, {from: near - 400, to: near + 400}).map(index => all[index]!.text);
		expect(shownAt(rows)).toEqual(shownAt(whole));
		expect(rows).not.toEqual(whole);
		expect(rows.every(({from, to}, index) => from <= to && from >= (rows[index - 1]?.from ?? 0))).toBe(true);
		// By then all is drawn, each block once.
		expect(drawn.length).toBe(400);
		expect(render(source, {...options, near: 0, onDrawn: () => {}})).toEqual(whole);
		expect(drawn.length).toBe(400);
	});

	test('goes to what is looked at by then, where that has changed before all is drawn', async () => {
		const {drawn, renderMarkdown: render} = counting();
		const whole = renderMarkdown(source, options);
		render(source, {...options, near: 0, onDrawn: () => {}});
		const count = drawn.length;
		expect(count).toBeLessThan(150);
		await new Promise<void>(resolve => {
			render(source, {...options, near: source.length, onDrawn: resolve});
		});
		expect(drawn.length).toBe(400);
		expect(render(source, options)).toEqual(whole);
	});

	test('a window that changes its width draws anew', () => {
		const {drawn, renderMarkdown: render} = counting();
		render('one two', options);
		render('one two', {...options, width: 5});
		expect(drawn.length).toBe(2);
	});
});

const markdown = fc.array(
	fc.oneof(
		fc.constantFrom(
			'# H **b**',
			'- item `c`',
			'  - nested',
			'10. ten',
			'- [ ] box',
			'> quote',
			'> > - deep',
			'| a | b | c |\n|---|:-:|--:|\n| 世界 | **x** | `y` |',
			'```js\nconst a = "世界";\n\n```',
			'```',
			'~~~~',
			'<!-- c',
			'-->',
			'<div>',
			'[l](http://x.example/very/long/path/that/goes/on "t")',
			'![i](p.png)',
			'***',
			'---',
			'    indented\ttab',
			'a  \nb\\\nc',
			'&nbsp;&#x1b;[31m&#8238;',
			'*a **b*** ~~c~~ _d',
			'👨‍👩‍👧‍👦🇩🇪 e\u0301 שלום',
			'[r]: http://x.example',
			'',
		),
		fc.string({unit: 'binary', maxLength: 30}),
	),
	{maxLength: 12},
);

describe('any text at all', () => {
	test('is drawn within the width, in order, with no sequence but ours', () => {
		fc.assert(
			fc.property(
				markdown,
				fc.integer({min: 1, max: 90}),
				fc.boolean(),
				fc.constantFrom('\n', '\n\n', '\r\n'),
				(parts, width, color, eol) => {
					const source = parts.join(eol);
					const rows = renderMarkdown(source, {width, theme, color});
					let from = 0;
					for (const row of rows) {
						expect(stringWidth(row.text)).toBeLessThanOrEqual(width);
						expect(row.text.replaceAll(/\u001B\[(?:0|[1-9]\d?(?:;[1-9]\d?)*)m/g, color ? '' : '$&')).not.toMatch(
							/[\0-\x1f\x7f-\x9f\u202a-\u202e]/u,
						);
						expect(row.text.lastIndexOf('\u001B[0m')).toBe(row.text.lastIndexOf('\u001B'));
						expect(row.from).toBeGreaterThanOrEqual(from);
						expect(row.to).toBeGreaterThanOrEqual(row.from);
						expect(row.to).toBeLessThanOrEqual(source.length);
						from = row.from;
					}
				},
			),
			{numRuns: runs(500)},
		);
	});

	test('loses no word of prose', () => {
		const words = fc.array(fc.stringMatching(/^[a-z]{1,12}$/), {minLength: 1, maxLength: 30});
		fc.assert(
			fc.property(
				words,
				fc.integer({min: 20, max: 60}),
				fc.constantFrom('', '- ', '> ', '# ', '1. '),
				(list, width, start) => {
					const drawn = shown(start + list.join(' '), width)
						.split(/[\s│•#]+|1\./)
						.filter(Boolean);
					expect(drawn).toEqual(list);
				},
			),
			{numRuns: runs(200)},
		);
	});
});

describe('hostile text', () => {
	test.each([
		['nesting without end', '> '.repeat(30_000)],
		['brackets without end', '['.repeat(60_000)],
		['emphasis without end', '*a **a '.repeat(8000)],
		['one enormous block', 'word '.repeat(40_000)],
	])('%s is shown as it stands', (_, source) => {
		const rows = renderMarkdown(source, {width: 60, theme, color: true});
		expect(rows.length).toBeGreaterThan(10);
		expect(rows[0]?.text).toContain(source.slice(0, 20).trim());
		expect(Math.max(...rows.map(({text}) => stringWidth(text)))).toBeLessThanOrEqual(60);
	});

	test('what a huge block leaves out is said', () => {
		expect(shown('word '.repeat(40_000))).toMatch(/\(\d+ more characters of this block are not shown\)$/);
	});
});
