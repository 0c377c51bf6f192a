/** Boilerplate: what a template brings and asks nothing in is found, stands untouched, and changes line by line. */

import {readdirSync, readFileSync} from 'node:fs';
import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {
	asDocument,
	bind,
	expand,
	fill,
	match,
	readAnswers,
	readForm,
	writeAnswers,
} from '../../../source/core/form/index.ts';
import type {Answer, Field, Form, Item} from '../../../source/core/form/index.ts';
import {everyField} from '../../../source/core/form/every-field.ts';
import {decode} from '../../../source/core/form/value/index.ts';
import {runs} from '../../property.ts';
import {readsBack} from './reads-back.ts';
import {answerFor} from './values.ts';

const lighthouse = `# [Name] lighthouse

Every keeper reads this before the first night.

- Owner: [Keeper]

## Lamp

**Fuel**: [Oil or gas]

**Nightly steps**:
1. Trim the wick
2. **Light** the lamp
3. Wind the clockwork
4. Note the hour

**Colour of the light**: white

**Spare parts**:
- Wicks
- Glass: [How many panes]
- Matches in a tin
- A second key

## Weather

[What the sky looks like]

**Signals**:
- Fog
  - one long stroke
  - every two minutes
- Storm

## Closing

All entries are read aloud once a month.

Nobody signs alone.
`;

/** What a text-only view of the boilerplate is: id, kind and the first words. */
function told({boilerplate}: Form): readonly string[] {
	return boilerplate.map(({id, kind, placeholder}) => `${id} ${kind} ${placeholder.split('\n', 1)[0]!}`);
}

function field(form: Form, id: string): Field {
	return form.boilerplate.find(one => one.id === id)!;
}

/** The items that stand at a list. */
function itemsOf(form: Form, one: Field): readonly Item[] {
	return decode(one, form.source.slice(one.range.from, one.range.to)) as readonly Item[];
}

const form = readForm(lighthouse);

describe('boilerplate', () => {
	it('is what stands in lists and text that ask for nothing, beside the fields', () => {
		expect(told(form)).toEqual([
			'document/text prose Every keeper reads this before the first night.',
			'lamp/nightly-steps list 1. Trim the wick',
			'lamp/colour-of-the-light text white',
			'lamp/spare-parts/list list - Wicks',
			'lamp/spare-parts/list-2 list - Matches in a tin',
			'weather/signals list - Fog',
		]);
		expect(form.fields.map(({id}) => id)).toEqual([
			'document/title',
			'document/owner',
			'lamp/fuel',
			'lamp/spare-parts/glass',
			'weather/body',
			'closing/body',
		]);
	});

	it('is in no section and asks for nothing', () => {
		expect(
			form.sections.flatMap(({fields}) => fields).filter(id => form.boilerplate.some(one => one.id === id)),
		).toEqual([]);
		expect(form.boilerplate.every(one => one.prefilled && !one.blank && one.requirement === 'optional')).toBe(true);
	});

	it('is not a table of contents, a label, nor what stands beside an answer that could be any text', () => {
		const plain = readForm(`# Guide

- [Lamp](#lamp)
- [Weather](#weather)

## Lamp

**Bold alone**

[What it burns]

Oil is kept cool.

## Weather

Say what the sky looks like.
`);
		expect(told(plain)).toEqual([]);
	});

	it('is no part of a document whose template is not known', () => {
		const opened = asDocument(form);
		expect(opened.form.boilerplate).toEqual([]);
		expect(fill(opened.form, opened.answers).source).toBe(lighthouse);
	});

	it('loses the item that is removed, and no other line; numbers count on', () => {
		const steps = field(form, 'lamp/nightly-steps');
		const left = itemsOf(form, steps).filter((_, index) => index !== 1);
		const {source} = fill(form, new Map([[steps.id, {state: 'answered', value: left}]]));
		expect(source).toBe(
			lighthouse.replace('2. **Light** the lamp\n', '').replace('3. Wind', '2. Wind').replace('4. Note', '3. Note'),
		);
		expect([...match(form, source).answers]).toEqual([[steps.id, {state: 'answered', value: left}]]);
	});

	it('goes with the label that only it had', () => {
		const steps = field(form, 'lamp/nightly-steps');
		const {source} = fill(form, new Map([[steps.id, {state: 'left-out'}]]));
		const [before, behind] = lighthouse.split(/\*\*Nightly steps\*\*:\n(?:\d.*\n)+\n/);
		expect(source).toBe(`${before}${behind}`);
		expect([...match(form, source).answers]).toEqual([[steps.id, {state: 'left-out'}]]);
	});

	it('leaves the other lines of a list where some of it goes', () => {
		const {source} = fill(form, new Map([['lamp/spare-parts/list-2', {state: 'left-out'}]]));
		expect(source).toBe(lighthouse.replace('- Matches in a tin\n- A second key\n', ''));
	});

	it('is found again in a document that somebody edited by hand', () => {
		const edited = lighthouse
			.replace('- Storm', '- Storm\n- Ice')
			.replace('Every keeper reads', 'Each keeper has read')
			.replace('## Closing', '## Ours\n\nWe added this.\n\n## Closing');
		const {form: bound, answers} = bind(form, edited);
		expect([...answers.keys()]).toEqual(['document/text', 'weather/signals']);
		expect(told(bound)).toContain('weather/signals list - Fog');
		const storm = [...itemsOf(bound, field(bound, 'weather/signals'))].filter(one => one !== 'Ice');
		expect(fill(bound, new Map(answers).set('weather/signals', {state: 'answered', value: storm})).source).toBe(
			edited.replace('\n- Ice', ''),
		);
	});

	it('goes through an answers file', () => {
		const steps = field(form, 'lamp/nightly-steps');
		const given = new Map<string, Answer>([
			[steps.id, {state: 'answered', value: ['Light the lamp']}],
			['weather/signals', {state: 'left-out'}],
		]);
		const data = writeAnswers(form, given);
		expect(data).toEqual({'lamp/nightly-steps': ['Light the lamp'], 'weather/signals': {leftOut: true}});
		const read = readAnswers(form, data);
		expect(read.ok && [...read.value]).toEqual([...given]);
	});

	it('comes with each instance of what repeats', () => {
		const boat = (number: number) => `## Boat ${number}\n\n**Owner**: [owner]\n\n**On board**:\n- Oars\n- A bucket\n\n`;
		const several = expand(readForm(`# Fleet\n\n${boat(1)}${boat(2)}`), new Map([['boat', 3]]));
		const ids = ['boat/on-board', 'boat[2]/on-board', 'boat[3]/on-board'];
		expect(several.boilerplate.map(({id}) => id)).toEqual(ids);
		expect(several.repeats[0]?.instances.map(({fields}) => fields.at(-1))).toEqual(ids);
	});
});

const folder = new URL('../../../templates/', import.meta.url);
const templates = [
	['lighthouse', lighthouse],
	['lighthouse with CRLF', lighthouse.replaceAll('\n', '\r\n')],
	...readdirSync(folder)
		.filter(name => name.endsWith('.md'))
		.map(name => [name, readFileSync(new URL(name, folder), 'utf8')] as const),
] as const;

describe.each(templates.filter(([, source]) => readForm(source).boilerplate.length > 0))('%s', (_name, source) => {
	const own = readForm(source);
	const tries = runs(own.fields.length > 60 ? 15 : 150);
	const blank = fill(own, new Map()).source;
	const lists = own.boilerplate.filter(({kind}) => kind === 'list');

	it('loses any items and no other line', () => {
		const removal = fc
			.constantFrom(...lists)
			.chain(one => fc.tuple(fc.constant(one), fc.shuffledSubarray([...itemsOf(own, one).keys()], {minLength: 1})));
		fc.assert(
			fc.property(removal, ([one, indexes]) => {
				const stay = itemsOf(own, one).filter((_, index) => indexes.includes(index));
				const written = fill(own, new Map([[one.id, {state: 'answered', value: stay}]])).source;
				const bare = (text: string) => text.split(/\r\n|\n/).map(line => line.replace(/^\d+(?=[.)])/, '#'));
				const lines = bare(blank);
				let at = 0;
				for (const line of bare(written)) {
					at = lines.indexOf(line, at) + 1;
					expect(at, line).toBeGreaterThan(0);
				}

				const span = blank.indexOf(own.source.slice(one.range.from, one.range.to));
				expect(written.slice(0, span)).toBe(blank.slice(0, span));
			}),
			{numRuns: tries},
		);
	});

	it('gives back one change of it, whatever it says', () => {
		fc.assert(
			fc.property(
				fc.constantFrom(...own.boilerplate).chain(one => fc.tuple(fc.constant(one), answerFor(one))),
				([one, answer]) => {
					const given = new Map([[one.id, answer]]);
					readsBack(own, given, fill(own, given));
				},
			),
			{numRuns: tries},
		);
	});

	it('gives back all answers and all changes together, finished or not', () => {
		const every = everyField(own);
		const all = fc
			.tuple(fc.boolean(), ...every.map(one => fc.option(answerFor(one), {nil: undefined, freq: 3})))
			.map(
				([finish, ...answers]) =>
					[
						finish,
						new Map(every.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]] as const] : []))),
					] as const,
			);
		fc.assert(
			fc.property(all, ([finish, given]) => readsBack(own, given, fill(own, given, {finish}))),
			{numRuns: Math.ceil(tries / 2)},
		);
	});

	it('is removed and found to be gone, in any number, beside any answers', () => {
		const every = everyField(own);
		const all = fc
			.tuple(
				fc.subarray([...own.boilerplate]),
				...own.fields.map(one => fc.option(answerFor(one), {nil: undefined, freq: 2})),
			)
			.map(
				([gone, ...answers]) =>
					new Map<string, Answer>([
						...own.fields.flatMap((one, index) => (answers[index] ? [[one.id, answers[index]] as const] : [])),
						...gone.map(({id}) => [id, {state: 'left-out'}] as const),
					]),
			);
		expect(every.length).toBe(own.fields.length + own.boilerplate.length);
		fc.assert(
			fc.property(all, given => readsBack(own, given, fill(own, given))),
			{numRuns: Math.ceil(tries / 2)},
		);
	});
});
