import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {makePlace, type Place} from './run-program.ts';

const template = `# Service note: <service name>

- **Owner:** <person>
- **Status:** 🚧 Draft | ✅ Approved
- **Date:** YYYY-MM-DD
- **Environments:** dev | staging | prod

## Summary (required)

- **One-liner:** <what it does>

## Background

> Say what came before.

[Describe what led to this]

## Limits

| Limit | Value | Since |
| --- | --- | --- |
| [limit] | Low/High | DD/MM/YYYY |

## Gate

- [ ] Reviewed twice
- [ ] Measured

## Component: <name>

- **Inputs:** [what goes in]

## Phase 1: Start

- Goal: [goal]

## Phase 2: Grow

- Goal: [goal]
`;

const start = (): Place => makePlace({'note.md': template});

/** Judges an answers file by the schema that the program prints, as an editor would. */
function editor(place: Place): (text: string) => boolean {
	const {code, out, err} = place.run(['schema', 'note.md']);
	expect([code, err]).toEqual([0, '']);
	const ajv = new Ajv2020({strict: true, strictTuples: false, formats: {date: true}});
	const judge = ajv.compile(JSON.parse(out) as object);
	return text => judge(parse(text, {logLevel: 'silent'}));
}

function program(place: Place): (text: string) => boolean {
	return text => {
		place.write('given.yaml', text);
		return place.run(['new', 'note.md', '--answers', 'given.yaml', '--print']).code !== 2;
	};
}

describe('schema', () => {
	it('is a JSON Schema with the words of the template', () => {
		const {out} = start().run(['schema', 'note.md']);
		const schema = JSON.parse(out) as Readonly<Record<string, unknown>> & {
			readonly $defs: Readonly<Record<string, unknown>>;
		};
		expect(schema).toMatchObject({
			$schema: 'https://json-schema.org/draft/2020-12/schema',
			type: 'object',
			required: ['answers'],
			additionalProperties: false,
		});
		expect(Object.values(schema.$defs)).toContainEqual(
			expect.objectContaining({
				title: 'Background',
				description: expect.stringContaining('Say what came before.') as string,
			}),
		);
	});

	it.each([
		['texts, numbers and truth', 'document/title: 5\n  document/owner: true\n  background: 1.10', true],
		['several lines', 'background: |-\n    One.\n\n    Two.', true],
		['several lines where one has room', 'summary/one-liner: "a\\nb"', false],
		['an option without its sign, in any case', 'document/status: approved', true],
		['another option', 'document/status: Done', false],
		['another option’s sign', 'document/status: ✅ Draft', false],
		['several options', 'document/environments: [dev, Prod]', true],
		['several options, one of which there is not', 'document/environments: [dev, moon]', false],
		['a leap day', 'document/date: 2028-02-29', true],
		['a day that does not exist', 'document/date: 2026-02-29', false],
		['a date in a column, in its own form', 'limits: [{limit: a, since: 29/02/2028}]', true],
		['a date in a column, in another form', 'limits: [{limit: a, since: 2028-02-29}]', false],
		['a cell that says none', 'limits: [{limit: a, value: —, since: n/a}]', true],
		['a column that there is not', 'limits: [{limt: a}]', false],
		['a column by its label', 'limits: [{Limit: a}]', false],
		['a list where a map is due', 'gate: [{text: Measured, done: true}]', false],
		['boxes', 'gate: {measured: true, reviewed-twice: False}', true],
		['a box that there is not', 'gate: {measure: true}', false],
		['not applicable', 'gate: {notApplicable: no gate}\n  document/date: {notApplicable: never}', true],
		['left out', 'limits: {leftOut: true}', true],
		['evidence', 'background: {value: Queues grow., evidence: [src/a.ts]}', true],
		['evidence where no paragraph is', 'document/date: {value: 2026-03-01, evidence: [src/a.ts]}', false],
		['evidence of nothing', 'background: {value: "", evidence: [src/a.ts]}', false],
		['a map of a section’s fields', 'document: {title: X, status: Draft}', true],
		['a repeat as a list', 'component: [{name: A}, {name: B, inputs: x}, {}]', true],
		['a repeat by number', 'component[2]/name: B\n  phase[3]/goal: more', true],
		['siblings, each with its fields', 'phase: [{goal: a}, {goal: b}, {goal: c}]', true],
		['a sibling under a name that nobody knows', 'phase-3-grow/goal: more', false],
		['an instance with a field that there is not', 'component: [{nme: A}]', false],
		['an id that there is not', 'summary/one-linre: x', false],
		['a key that objects have', '__proto__: x', false],
		['nothing behind a key', 'document/date:\n  gate:\n  limits:', true],
		['a control character', 'background: "a\\u0007b"', false],
		['half a character', 'background: "a\\ud83d"', false],
		['a reason with a control character', 'background: {notApplicable: "a\\u0007b"}', false],
	])('says of %s what new does', (_, lines, isTaken) => {
		const place = start();
		const text = `answers:\n  ${lines}\n`;
		expect([program(place)(text), editor(place)(text)]).toEqual([isTaken, isTaken]);
	});

	it('takes the example, and refuses a file without answers or with other keys', () => {
		const example = readFileSync(join(import.meta.dirname, '../../examples/architecture-spec.yaml'), 'utf8');
		const {out} = makePlace().run(['schema', 'architecture-spec']);
		const accepts = new Ajv2020({strict: true, strictTuples: false, formats: {date: true}}).compile(
			JSON.parse(out) as object,
		);
		expect(accepts(parse(example))).toBe(true);
		expect(accepts({template: 'architecture-spec'})).toBe(false);
		expect(accepts({answers: {}, more: 1})).toBe(false);
		expect(accepts({answers: null})).toBe(true);
	});

	it('ends with the right code where there is no template', () => {
		const place = makePlace({'empty.md': ''});
		expect(place.run(['schema'])).toMatchObject({code: 2, out: ''});
		expect(place.run(['schema', 'no-such'])).toMatchObject({code: 2, out: ''});
		expect(place.run(['schema', './no-such.md'])).toMatchObject({code: 3, out: ''});
		expect(place.run(['schema', 'empty.md'])).toMatchObject({code: 2, out: ''});
	});
});

describe('answers', () => {
	const given = `template: note.md
answers:
  document/title: Signer
  document/status: approved
  background: {value: Partners ask., evidence: [src/sign.ts]}
  limits:
    - {limit: Rate, since: 29/02/2028}
  gate: {measured: true}
  component:
    - {name: Keys, inputs: a | b}
    - {}
  phase:
    - {goal: go}
`;

	it.each(['yaml', 'json'])('as %s give the same document again', format => {
		const place = makePlace({'note.md': template, 'given.yaml': given});
		const made = place.run(['new', '--answers', 'given.yaml', '--yes', '--out', 'a.md']);
		expect(made.code).toBe(1);
		const {code, out} = place.run(['answers', 'a.md', '--format', format]);
		expect(code).toBe(0);
		expect(parse(out)).toMatchObject({
			template: 'note.md',
			answers: {'document/status': '✅ Approved', phase: [{goal: 'go'}, {leftOut: true}]},
		});
		place.write('again', out);
		place.run(['new', '--answers', 'again', '--yes', '--out', 'b.md']);
		expect(readFileSync(join(place.folder, 'b.md'), 'utf8')).toBe(readFileSync(join(place.folder, 'a.md'), 'utf8'));
		expect(place.run(['answers', 'b.md', '--format', format]).out).toBe(out);
		expect(editor(place)(out)).toBe(true);
	});

	it('of a document written by hand are what its author wrote, and changed by one change that alone', () => {
		const text =
			'# Service note: Signer\n\nOwner: Ada\nStatus: ✅ Approved\n\n## 3. Background\n\nPartners ask.\n\n## Ours\n\nStays.\n';
		const place = makePlace({'note.md': template, 'hand.md': text});
		const {code, out} = place.run(['answers', 'hand.md', '--template', 'note.md']);
		expect(code).toBe(0);
		expect(parse(out)).toMatchObject({answers: {'document/owner': 'Ada', background: 'Partners ask.'}});
		place.write('answers.yaml', out);
		const same = place.run(['open', 'hand.md', '--template', 'note.md', '--answers', 'answers.yaml', '--print']);
		expect(same.out).toBe(text);
	});

	it('are refused with more than 4 MiB, from a file and from stdin', () => {
		const place = makePlace({'note.md': template, 'big.yaml': `answers:\n  background: ${'x'.repeat(4_200_000)}\n`});
		expect(place.run(['new', 'note.md', '--answers', 'big.yaml', '--yes'])).toMatchObject({code: 6, out: ''});
		const input = readFileSync(join(place.folder, 'big.yaml'), 'utf8');
		expect(place.run(['new', 'note.md', '--answers', '-', '--yes'], {input})).toMatchObject({code: 6, out: ''});
	});

	it.each([
		['an unknown id', '{"answers": {\n"document/titel": "X"}}', 2, 'document/title'],
		['an option', '{"answers": {\n\n"document/status": "Aproved"}}', 3, '🚧 Draft, ✅ Approved'],
		['a wrong kind', '{"answers": {"background":\n ["x"]}}', 1, 'takes a text'],
		['a key given twice', '{"answers": {"background": "x",\n "background": "y"}}', 2, 'given twice'],
		['half a character', '{"answers": {\n "background": "\\ud800"}}', 2, 'surrogate'],
	])('in JSON are refused with the line: %s', (_, text, line, words) => {
		const place = makePlace({'note.md': template, 'bad.json': text});
		const {code, out, err} = place.run(['new', 'note.md', '--answers', 'bad.json', '--yes', '--out', 'a.md']);
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain(`bad.json:${line}`);
		expect(err).toContain(words);
		expect(place.run(['inspect', './a.md']).code).toBe(3);
	});
});

describe('inspect --json', () => {
	it('says where each field begins, in a template and in a document', () => {
		const place = makePlace({'note.md': template, 'a.yaml': 'template: note.md\nanswers: {document/owner: Ada}\n'});
		type Section = {readonly fields: readonly {readonly id: string}[]; readonly sections: readonly Section[]};
		const fields = (file: string): readonly unknown[] => {
			const all = (some: readonly Section[]): readonly unknown[] =>
				some.flatMap(one => [...one.fields, ...all(one.sections)]);
			return all((JSON.parse(place.run(['inspect', file, '--json']).out) as Section).sections);
		};
		expect(fields('note.md')).toContainEqual(
			expect.objectContaining({id: 'document/owner', line: 3, column: 14, placeholder: '<person>', state: 'empty'}),
		);
		expect(fields('note.md')).toContainEqual(
			expect.objectContaining({
				id: 'limits/body',
				columns: [
					{id: 'limit', label: 'Limit', kind: 'text'},
					{id: 'value', label: 'Value', kind: 'choice', options: ['Low', 'High']},
					{id: 'since', label: 'Since', kind: 'date', format: 'DD/MM/YYYY'},
				],
			}),
		);
		place.run(['new', '--answers', 'a.yaml', '--yes', '--out', 'a.md']);
		expect(fields('a.md')).toContainEqual(
			expect.objectContaining({id: 'document/owner', line: 3, column: 14, value: 'Ada', state: 'answered'}),
		);
	});
});
