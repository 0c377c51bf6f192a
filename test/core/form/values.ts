/** Arbitrary answers for any field: the Markdown that breaks careless writers. */

import fc from 'fast-check';
import type {Answer, Answers, Field, Form, Value} from '../../../source/core/form/index.ts';
import {holdsLines, shapeOf} from '../../../source/core/form/value/index.ts';

const words = fc.constantFrom(
	'plain words',
	'<div>',
	'</p>',
	'<details>',
	'<b>bold</b> text',
	'<script>',
	'<pre>',
	'<?php',
	'<!DOCTYPE html>',
	'<![CDATA[ x',
	'<!-- open',
	'```',
	'~~~',
	'a | b',
	'`code`',
	'``a`b``',
	'**bold**',
	'_x_',
	'# heading',
	'## 2) Goals',
	'#',
	'---',
	'===',
	'***',
	'- item',
	'* item',
	'+ item',
	'1. one',
	'12) two',
	'> quote',
	'| a | b |',
	'|---|---|',
	'\\# escaped',
	'\\\\',
	'\\',
	'<br>',
	'&lt;br>',
	'&#124;',
	'&amp;#124;',
	'&',
	'<!-- note -->',
	'<!-- -->',
	'<!-- specwright: x -->',
	'N/A',
	'N/A maybe',
	'n/a - x',
	',',
	'[link](https://example.org)',
	'[RFC 2119]',
	'<tag>',
	'{name}',
	'a → b',
	'x: y',
	'Owner: me',
	'- **Owner:** me',
	'**Inputs**',
	'Evidence: a.ts',
	'漢字かな',
	'👩‍👩‍👧‍👦 🇦🇹',
	'שלום עולם',
	'العربية',
	'é',
	'$1',
	'$&',
	'~~~ no',
	'tab\there',
	'    code',
	'  two',
	'“quotes” "and" \'more\'',
	'2026-01-02',
	'G1: x',
	'T2: a → b',
	'- [ ] box',
	'[x] y',
	': colon',
	'% @ ! *',
	'__proto__',
	'Describe the context.',
	'Describe the context\\.',
	'Non-goals:',
	'Non-goals\\: x',
	'Components: a',
	'12\\) two',
	'TBD',
	'TODO',
	'TODO: later',
	'[ref]: https://example.org',
	'[ref]:',
	'&#32;',
	'&amp;#32;',
	'(optional)',
	'_(required)_',
	'[Example: x]',
);

const line = fc.oneof(
	words,
	words,
	fc.tuple(words, words).map(([a, b]) => `${a} ${b}`),
	fc.string({unit: 'grapheme', maxLength: 12}).map(text => text.replaceAll(/[\p{Cc}\u2028\u2029]/gu, '')),
);
const oneLine = line.map(text => text.replaceAll('\t', ' '));
const fence = fc.constantFrom(
	'```js\n# no heading\n- x\n```',
	'~~~\n---\n```\n~~~',
	'````\n```\n````',
	'<!--\n# hidden\n-->',
	'<pre>\n\n# raw\n</pre>',
	'- a\n  ```\n  b\n  ```',
	'| a | b |\n|---|---|\n| 1 | 2 |',
	'Title\n---',
	'Title\n===',
	'- a\n  - b\n\n  c\n- d',
	'1. a\n2. b',
);
export const prose = fc
	.array(
		fc.oneof({weight: 4, arbitrary: line}, {weight: 1, arbitrary: fc.constant('')}, {weight: 1, arbitrary: fence}),
		{minLength: 1, maxLength: 7},
	)
	.map(lines => lines.join('\n'));

/** Any value of the shape that the field takes. */
export function valueFor(field: Field): fc.Arbitrary<Value> {
	const cell = fc.oneof(
		oneLine,
		fc.tuple(oneLine, oneLine).map(pair => pair.join('\n')),
	);
	switch (shapeOf(field)) {
		case 'text':
			if (field.kind === 'code') return prose;
			if (field.place.at === 'cell') return cell;
			if (field.kind === 'choice' && field.options.length > 0) return fc.constantFrom(...field.options);
			return holdsLines(field) ? prose : oneLine;
		case 'items':
			if (field.kind !== 'list') return fc.array(oneLine, {minLength: 1, maxLength: 3});
			return fc.array(
				fc.oneof(
					{weight: 3, arbitrary: oneLine},
					{weight: 1, arbitrary: prose},
					{weight: 1, arbitrary: fc.record({text: oneLine, items: fc.array(oneLine, {minLength: 1, maxLength: 2})})},
				),
				{minLength: 1, maxLength: 4},
			);
		case 'rows': {
			const ids = (field.kind === 'table' ? field.columns! : field.item!.parts!).map(one => one.id);
			const one = field.kind === 'table' ? cell : oneLine;
			return fc.array(fc.record(Object.fromEntries(ids.map(id => [id, one]))), {minLength: 1, maxLength: 3});
		}

		case 'checks':
			return fc.array(fc.record({text: oneLine, done: fc.boolean()}), {minLength: 1, maxLength: 3});
		case 'boxes':
			return fc.record(Object.fromEntries(field.fixedItems!.map(item => [item.id, fc.boolean()])));
		case 'grid':
			return fc
				.record(
					Object.fromEntries(
						field.fixedRows!.map(row => [
							row.id,
							fc.record(
								Object.fromEntries(
									field
										.columns!.filter(column => !Object.hasOwn(row.cells, column.id))
										.map(column => [column.id, cell]),
								),
							),
						]),
					),
				)
				.map((grid): Value => grid as Value);
	}
}

/** An answer, now and then "not applicable". */
export function answerFor(field: Field): fc.Arbitrary<Answer> {
	return fc.oneof(
		{weight: 8, arbitrary: valueFor(field).map((value): Answer => ({state: 'answered', value}))},
		{weight: 1, arbitrary: oneLine.map((reason): Answer => ({state: 'not-applicable', reason}))},
	);
}

/** Answers to a form's fields; each `share`-th is left open, or none where it is not given. */
export function answersFor(form: Form, share?: number): fc.Arbitrary<Answers> {
	return fc
		.tuple(
			...form.fields.map(field =>
				share === undefined ? answerFor(field) : fc.option(answerFor(field), {nil: undefined, freq: share}),
			),
		)
		.map(
			answers =>
				new Map(form.fields.flatMap((field, index) => (answers[index] ? [[field.id, answers[index]] as const] : []))),
		);
}
