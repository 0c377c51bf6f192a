/**
 * Arbitrary templates: whole Markdown texts of nested constructs, odd ones among them. What a block may stand in is left
 * to chance too, so that lists hold fences, quotations hold tables, and things stand too close to one another.
 */

import fc from 'fast-check';
import {blank, labelled, phrase, prompt, title, value, words} from './generate-words.ts';

type Lines = readonly string[];

const paragraph: fc.Arbitrary<Lines> = fc.oneof(
	{weight: 3, arbitrary: fc.array(phrase, {minLength: 1, maxLength: 3})},
	{weight: 2, arbitrary: prompt.map(text => [text])},
	{weight: 2, arbitrary: blank.map(text => [text])},
	{
		weight: 3,
		arbitrary: fc.array(
			fc.tuple(labelled, value).map(parts => parts.join(' ')),
			{minLength: 1, maxLength: 3},
		),
	},
	{
		weight: 1,
		arbitrary: fc.tuple(phrase, fc.constantFrom('  ', '\\', '   ', '\t'), phrase).map(([a, b, c]) => [a + b, c]),
	},
);

const heading: fc.Arbitrary<Lines> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc
			.tuple(
				fc.constantFrom('', '', '', ' ', '   '),
				fc.integer({min: 1, max: 6}),
				title,
				fc.constantFrom('', '', '', ' #', ' ##', ' ####  ', '#', ' \\#', '  '),
			)
			.map(([indent, depth, text, closing]) => [`${indent}${'#'.repeat(depth)} ${text}${closing}`]),
	},
	{
		weight: 1,
		arbitrary: fc
			.tuple(title, fc.constantFrom('===', '---', '=', '-', '  ----  ', '====='))
			.map(([text, line]) => [text, line]),
	},
	{weight: 1, arbitrary: fc.tuple(title, phrase, fc.constantFrom('===', '---')).map(lines => lines)},
	{
		weight: 1,
		arbitrary: fc.constantFrom(['#'], ['##   '], ['### #'], ['#no heading'], ['####### seven'], ['\\# none']),
	},
);

const cell = fc.oneof(
	{weight: 3, arbitrary: blank.map(text => text.replaceAll('|', '\\|'))},
	{weight: 3, arbitrary: words.map(text => text.replace('a | b', 'a \\| b'))},
	{weight: 2, arbitrary: fc.constantFrom('', ' ', 'GET/POST', 'Low/Med/High', 'x', '-', '[ ]', 'YYYY-MM-DD')},
);

const table: fc.Arbitrary<Lines> = fc
	.tuple(
		fc.integer({min: 1, max: 4}),
		fc.array(fc.array(cell, {minLength: 5, maxLength: 5}), {minLength: 0, maxLength: 3}),
		fc.constantFrom('---', ':--', '--:', ':-:', '-', '------'),
		fc.constantFrom('both', 'both', 'both', 'none', 'ragged', 'tight'),
		fc.array(fc.constantFrom('Name', 'Owner', 'Status', 'Area', 'Notes', 'Date', '', 'Risk'), {
			minLength: 4,
			maxLength: 4,
		}),
	)
	.map(([columns, rows, line, style, head]) => {
		const width = style === 'none' ? Math.max(2, columns) : columns;
		const join = (cells: readonly string[]): string =>
			style === 'none' ? cells.join(' | ') : style === 'tight' ? `|${cells.join('|')}|` : `| ${cells.join(' | ')} |`;
		return [
			join(head.slice(0, width)),
			join(Array.from({length: width}, () => line)),
			...rows.map((cells, index) => join(cells.slice(0, style === 'ragged' ? width + 1 - (index % 3) : width))),
		];
	});

const code: fc.Arbitrary<Lines> = fc.oneof(
	fc
		.tuple(
			fc.constantFrom('```', '~~~', '````', '~~~~~~', '```  '),
			fc.constantFrom('', 'ts', 'mermaid', 'yaml', 'json', ' sql title="x"'),
			fc.constantFrom<Lines>(
				[],
				['flowchart LR', '  A[API] --> B'],
				['# no heading', '- [ ] no box', '```js'.slice(0, 2)],
				['key: [value]', 'id: {id}', '', '---'],
				['<paste here>'],
				['\ttab', '   '],
				['[your code here]'],
			),
			fc.constantFrom('', '', '', 'longer', 'unclosed'),
		)
		.map(([fence, info, lines, end]) => [
			`${fence.trim()}${info}`,
			...lines,
			...(end === 'unclosed' ? [] : [end === 'longer' ? fence.trim().repeat(2) : fence.trim()]),
		]),
	fc.constantFrom<Lines>(['    code', '    # more'], ['    [not a blank]']),
);

const html: fc.Arbitrary<Lines> = fc.constantFrom<Lines>(
	['<!-- Say what it is. -->'],
	['<!--', 'Two lines of', '', 'guidance', '-->'],
	['<!-- required -->'],
	['<!-- open'],
	['<script>', '# no heading', '</script>'],
	['<pre>', '', '# none', '</pre>', 'behind'],
	['<?php', '', "echo '[x]';", '?>'],
	['<!DOCTYPE html>'],
	['<![CDATA[', '## none', ']]>'],
	['<div>', '[in it]', '</div>'],
	['<details>', '<summary>More</summary>', '', '[what]', '', '</details>'],
	['<custom-tag attr="x">', '# none', ''],
	['<br/>'],
	['<table><tr><td>[x]</td></tr></table>'],
);

const others: fc.Arbitrary<Lines> = fc.constantFrom<Lines>(
	['---'],
	['***'],
	['_ _ _'],
	['[ref]: https://example.org "Title"'],
	['[comment]: # (Say what it is.)'],
	['[^1]: A footnote.'],
	['[^1]:', '    code in it'],
	['[Repeat for each component]'],
	['Example (filled)'],
	['> [!NOTE]', '> Mind it.'],
	['Evidence: a.ts'],
	['N/A'],
	['N/A — none'],
	['\u00A0'],
	['+++'],
	['\tcode', '', '\tmore'],
	['$$', 'x', '$$'],
	['Term', ': what it means'],
);

const marker = fc.constantFrom('- ', '* ', '+ ', '-   ', '1. ', '2. ', '1) ', '10. ', '3. ', '-\t');

function listed(children: fc.Arbitrary<Lines>): fc.Arbitrary<Lines> {
	const first = fc.oneof(
		{weight: 3, arbitrary: phrase},
		{weight: 3, arbitrary: fc.tuple(labelled, value).map(parts => parts.join(' '))},
		{weight: 2, arbitrary: blank},
		{weight: 2, arbitrary: fc.tuple(fc.constantFrom('[ ] ', '[x] ', '[X] '), phrase).map(parts => parts.join(''))},
		{
			weight: 1,
			arbitrary: fc.constantFrom('G1: [goal]', 'T1: <threat> → <mitigation>', 'Q1: [q] (Owner: [name])', '# x'),
		},
	);
	const item = fc.tuple(first, fc.option(children, {nil: undefined, freq: 4}), fc.boolean());
	return fc
		.tuple(marker, fc.array(item, {minLength: 1, maxLength: 3}), fc.boolean(), fc.constantFrom('', '', '', ' ', '  '))
		.map(([mark, items, loose, indent]) =>
			items.flatMap(([text, inner, apart], index) => {
				const number = /^(\d+)(.*)$/.exec(mark);
				// How far a tab goes depends on what the list stands in.
				const sign = number ? `${Number(number[1]) + index}${number[2]!}` : inner ? mark.replace('\t', ' ') : mark;
				const pad = ' '.repeat(sign.length);
				return [
					...(loose && index > 0 ? [''] : []),
					`${indent}${sign}${text}`,
					...(inner && apart ? [''] : []),
					...(inner ?? []).map(line => (line === '' ? '' : `${indent}${pad}${line}`)),
				];
			}),
		);
}

function quoted(children: fc.Arbitrary<Lines>): fc.Arbitrary<Lines> {
	return fc.tuple(children, fc.constantFrom('> ', '> ', '>'), fc.boolean()).map(([lines, mark, lazy]) =>
		// Text may go on without the mark, whose blank is no indentation.
		lines.map((line, index) =>
			lazy && index > 1 && /^\p{L}/u.test(line) && !line.includes('|')
				? line
				: (/^[ \t]/.test(line) ? '> ' : mark) + line,
		),
	);
}

const leaf = fc.oneof(
	{weight: 6, arbitrary: paragraph},
	{weight: 2, arbitrary: table},
	{weight: 2, arbitrary: code},
	{weight: 1, arbitrary: html},
);
const nested = fc.oneof(
	{weight: 3, arbitrary: leaf},
	{weight: 2, arbitrary: listed(leaf)},
	{weight: 1, arbitrary: quoted(leaf)},
);
const block = fc.oneof(
	{weight: 5, arbitrary: heading},
	{weight: 5, arbitrary: paragraph},
	{weight: 5, arbitrary: listed(nested)},
	{weight: 3, arbitrary: table},
	{weight: 2, arbitrary: quoted(nested)},
	{weight: 2, arbitrary: code},
	{weight: 1, arbitrary: html},
	{weight: 1, arbitrary: others},
);

const frontMatter = fc.constantFrom<Lines>(
	['---', 'title: "[Title]"', 'owner: <name>', 'tags: [a, b]', '---', ''],
	['---', 'status: draft | final', 'date: YYYY-MM-DD', "quote: 'it''s'", '...', ''],
	['+++', 'title = "[Title]"', 'draft = true', '+++', ''],
	['---', 'empty:', 'list:', '  - [one]', 'text: |', '  # none', '# remark', '---'],
	['---', '---', ''],
	['---', 'no key', '---', ''],
	['---', 'a: 1', ''],
);

const ends = fc.constantFrom<(lines: Lines) => string>(
	lines => lines.join('\n'),
	lines => lines.join('\n'),
	lines => lines.join('\n'),
	lines => lines.join('\r\n'),
	lines => lines.join('\r'),
	lines => lines.map((line, index) => line + ['\r\n', '\n', '\n', '\r'][index % 4]!).join(''),
);

/** A whole template: up to a dozen blocks. */
export const template: fc.Arbitrary<string> = fc
	.tuple(
		fc.option(frontMatter, {nil: undefined, freq: 6}),
		fc.array(fc.tuple(block, fc.constantFrom(1, 1, 1, 1, 1, 0, 2)), {minLength: 1, maxLength: 12}),
		ends,
		fc.constantFrom('', '', '', '', '\uFEFF'),
		fc.constantFrom(1, 1, 1, 0, 3),
	)
	.map(([front, blocks, join, mark, tail]) => {
		const lines = blocks.flatMap(([own, gap], index) => {
			// What is glued below a quotation or a table in a list may be part of it or not.
			const least = own.some(line => /^[ \t]*>|^[ \t]+\|/.test(line)) ? 1 : 0;
			const apart = index + 1 < blocks.length ? Math.max(gap, least) : 0;
			return [...own, ...Array.from({length: apart}, () => '')];
		});
		return mark + join([...(front ?? []), ...lines, ...Array.from({length: tail}, () => '')]);
	});
