import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {everyField, readForm, type Form} from '../../../source/core/form/index.ts';
import {sectionsOf} from './reading.ts';
import {runs} from '../../property.ts';

const pieces = [
	'# ',
	'## ',
	'### Part: <name>',
	'#### [x] 2',
	'- ',
	'* **A:** [b]',
	'  - n: <m>',
	'1. [Step 1]',
	'- [ ] ',
	'- [x] done',
	'> ',
	'| a | b |',
	'|---|---|',
	'| [x] | |',
	'```mermaid',
	'```',
	'~~~',
	'<!-- c -->',
	'<!--',
	'-->',
	'---',
	'+++',
	'===',
	'title: {{x}}',
	'Describe it.',
	'Why?',
	'**Label:** ',
	'**Label**',
	'Status: a | b',
	'[a]: #a',
	'[a][b]',
	'[a](b)',
	'{Name}',
	'{name}',
	'${X}',
	'<% x %>',
	'YYYY-MM-DD',
	'TBD',
	'…',
	'___',
	'\\[',
	'\\<x\\>',
	'`[a-b]`',
	'[Repeat for each part]',
	'For each part:',
	'## Example (filled)',
	'(optional)',
	'ü',
	'日本',
	'👩‍👩‍👧',
	'\u202E',
	'\t',
	'    ',
	'<b>',
	'</b>',
	'[',
	']',
	'<',
	'>',
	'{',
	'}',
	'|',
	'T1: <a> → <b>',
	'Phase 1: x',
	'## Phase 2: y',
];
const ends = fc.constantFrom('\n', '\n\n', '\r\n', '\r', ' ', '');
const markdown = fc
	.array(fc.tuple(fc.oneof(fc.constantFrom(...pieces), fc.string({maxLength: 8})), ends), {maxLength: 40})
	.map(parts => parts.map(part => part.join('')).join(''));

function check(form: Form): void {
	const {source, fields} = form;
	const inside = (range: {from: number; to: number}) =>
		range.from >= 0 && range.from <= range.to && range.to <= source.length;
	const ids = fields.map(field => field.id);
	const every = everyField(form).map(field => field.id);
	expect(new Set(every).size).toBe(every.length);
	const places = fields
		.flatMap(field => [field.range, ...field.mirrors.map(mirror => mirror.range)])
		.toSorted((a, b) => a.from - b.from || a.to - b.to);
	for (const [index, place] of places.entries()) {
		expect(inside(place)).toBe(true);
		expect(index === 0 || places[index - 1]!.to <= place.from).toBe(true);
	}

	const sections = sectionsOf(form);
	expect(new Set(sections.map(section => section.id)).size).toBe(sections.length);
	expect(sections.flatMap(section => section.fields).toSorted()).toEqual(ids.toSorted());
	for (const field of fields) {
		expect(source.slice(field.range.from, field.range.to)).toContain(
			field.placeholder.trim() === '' ? '' : field.placeholder,
		);
		expect(
			field.place.at !== 'fence' ||
				(field.place.content.from >= field.range.from && field.place.content.to <= field.range.to),
		).toBe(true);
		for (const name of field.names ?? []) {
			expect(name.range.from >= field.range.from && name.range.to <= field.range.to).toBe(true);
			expect(ids).toContain(name.of);
		}
	}

	for (const one of form.guidance) {
		expect(inside(one.range)).toBe(true);
	}

	for (const repeat of form.repeats) {
		expect(repeat.instances.length).toBeGreaterThan(0);
		expect(
			repeat.instances.every(instance => inside(instance.range) && instance.fields.every(id => every.includes(id))),
		).toBe(true);
	}
}

describe('any text is a form', () => {
	test('of Markdown pieces', () => {
		fc.assert(
			fc.property(markdown, source => check(readForm(source))),
			{numRuns: runs(1000)},
		);
	});

	test('of any characters', () => {
		fc.assert(
			fc.property(fc.string({unit: 'binary', maxLength: 200}), source => check(readForm(source))),
			{numRuns: runs(1000)},
		);
	});
});

const sample =
	'---\nstatus: <a | b>\n---\n\n# [Name] plan\n\n- **Owner:** <name>  \n\n## 1) Goals (optional)\n\n- [Goal 1]\n- [Goal 2]\n\n### Part: <name>\n\nDescribe it.\n\n| Risk | Level |\n|---|---|\n| [x] | Low/High |\n\n```sql\nSELECT 1;\n```\n';
const words = (source: string) =>
	readForm(source).fields.map(field => [
		field.id,
		field.kind,
		field.label,
		field.line,
		field.requirement,
		field.options,
	]);

describe('the text as it is', () => {
	test('CRLF and CR change no id, kind or line', () => {
		expect(words(sample.replaceAll('\n', '\r\n'))).toEqual(words(sample));
		expect(words(sample.replaceAll('\n', '\r'))).toEqual(words(sample));
		expect(readForm(sample.replaceAll('\n', '\r\n')).eol).toBe('\r\n');
	});

	test('a BOM changes nothing but the offsets', () => {
		expect(words(`\uFEFF${sample}`)).toEqual(words(sample));
		expect(words('\uFEFF# [Name] plan\n')).toEqual(words('# [Name] plan\n'));
	});

	test('reading again gives the same', () => {
		expect(readForm(sample)).toEqual(readForm(sample));
	});
});
