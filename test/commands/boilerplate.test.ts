/** What a template brings and asks nothing in, as programs and files see it. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {Ajv2020} from 'ajv/dist/2020.js';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {makePlace} from './run-program.ts';

const template = `# Desk [name]

## Opening

**Who opens**: [person]

**Every morning**:
1. Lights on
2. Till counted
3. Doors open

**Closing words**: good night
`;

type Section = {
	readonly fields: readonly {readonly id: string}[];
	readonly boilerplate?: readonly {readonly id: string; readonly state: string; readonly line: number}[];
	readonly sections: readonly Section[];
};

type Inspected = {readonly sections: readonly Section[]; readonly completeness: unknown};

const every = (sections: readonly Section[]): readonly Section[] =>
	sections.flatMap(section => [section, ...every(section.sections)]);

describe('boilerplate', () => {
	const place = makePlace({
		'desk.md': template,
		'given.yaml':
			'answers:\n  opening/every-morning: [Lights on, Doors open]\n  opening/closing-words: {leftOut: true}\n  opening/who-opens: Ada\n',
	});

	it('is listed by inspect beside the fields, and counts nowhere', () => {
		const {sections, completeness} = JSON.parse(place.run(['inspect', 'desk.md', '--json']).out) as Inspected;
		expect(every(sections).flatMap(({fields}) => fields.map(({id}) => id))).toEqual([
			'document/title',
			'opening/who-opens',
		]);
		expect(every(sections).flatMap(({boilerplate = []}) => boilerplate)).toMatchObject([
			{id: 'opening/every-morning', kind: 'list', state: 'empty', line: 8, prefilled: true},
			{id: 'opening/closing-words', kind: 'text', state: 'empty', line: 12, prefilled: true},
		]);
		expect(completeness).toMatchObject({all: {answered: 0, total: 2}});
	});

	it('is taken from an answers file that the schema accepts, and told again', () => {
		const judge = new Ajv2020({strict: true, strictTuples: false, formats: {date: true}}).compile(
			JSON.parse(place.run(['schema', 'desk.md']).out) as object,
		);
		expect(judge(parse(readFileSync(join(place.folder, 'given.yaml'), 'utf8')))).toBe(true);
		expect(judge(parse('answers: {opening/every-evening: [Lights off]}'))).toBe(false);

		expect(place.run(['new', 'desk.md', '--answers', 'given.yaml', '--yes', '--out', 'mine.md']).code).toBe(1);
		expect(readFileSync(join(place.folder, 'mine.md'), 'utf8')).toContain(
			'**Every morning**:\n1. Lights on\n2. Doors open\n\n<!-- specwright',
		);
		const told = place.run(['answers', 'mine.md']).out;
		expect(parse(told)).toEqual({
			template: 'desk.md',
			answers: {
				'opening/who-opens': 'Ada',
				'opening/every-morning': ['Lights on', 'Doors open'],
				'opening/closing-words': {leftOut: true},
			},
		});
		const {sections} = JSON.parse(place.run(['inspect', 'mine.md', '--json']).out) as Inspected;
		expect(every(sections).flatMap(({boilerplate = []}) => boilerplate.map(({state}) => state))).toEqual([
			'answered',
			'left-out',
		]);
	});

	it('is brought back, where a document lacks it, by the word that is told', () => {
		const own = makePlace({'desk.md': template});
		own.run(['new', 'desk.md', '--yes', '--set', 'opening/closing-words={leftOut: true}', '--out', 'mine.md']);
		const {err, out} = own.run(['open', 'mine.md', '--plain'], {
			input: ':goto opening/closing-words\n:drop\n:quit\n',
		});
		expect(err + out).toMatch(/Removed; :drop brings it back\.[^]*The template says.*\n {4}good night/);
	});
});
