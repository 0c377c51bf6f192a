/** Boilerplate: what a template brings and asks nothing in is found, stands untouched, and changes line by line. */

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
import type {Answer, Field, Form} from '../../../source/core/form/index.ts';
import {decode} from '../../../source/core/form/value/index.ts';
import {itemsOf, lighthouse, quay} from './boilerplate-templates.ts';
import {readsBack} from './reads-back.ts';

/** What a text-only view of the boilerplate is: id, kind and the first words. */
function told({boilerplate}: Form): readonly string[] {
	return boilerplate.map(({id, kind, placeholder}) => `${id} ${kind} ${placeholder.split('\n', 1)[0]!}`);
}

function field(form: Form, id: string): Field {
	return form.boilerplate.find(one => one.id === id)!;
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

	it('has its place in a document edited by hand that lacks it, and is written there once it is wanted', () => {
		const added = lighthouse.replace('## Closing', '## Ours\n\nWe added this.\n\n## Closing');
		const edited = added
			.replace(/\*\*Nightly steps\*\*:\n(?:\d.*\n)+\n/, '')
			.replace('**Colour of the light**: white\n\n', '');
		const {form: bound, answers} = bind(form, edited);
		expect([...answers]).toEqual([
			['lamp/nightly-steps', {state: 'left-out'}],
			['lamp/colour-of-the-light', {state: 'left-out'}],
		]);
		expect(told(bound)).toEqual(told(form));
		expect(fill(bound, new Map()).source).toBe(edited);
		expect(fill(bound, answers).source).toBe(edited);
		const all = ['lamp/nightly-steps', 'lamp/colour-of-the-light'].map(id => {
			const one = field(bound, id);
			const value = decode(one, bound.source.slice(one.range.from, one.range.to))!;
			return [id, {state: 'answered', value}] as const;
		});
		expect(fill(bound, new Map(all)).source).toBe(added);
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

describe('boilerplate in a quote', () => {
	const own = readForm(quay);
	const warning = field(own, 'crane/text');
	const standing = '> [!CAUTION]\n> Nobody stands below the hook.\n>\n> - Ring before lifting\n> - Ring again';

	it('is a warning that stays in the document, and is text with its signs', () => {
		expect(decode(warning, warning.placeholder)).toBe(standing);
		const words = standing.replace('> - Ring before lifting\n', '');
		const written = fill(own, new Map([[warning.id, {state: 'answered', value: words}]]));
		expect(written.source).toBe(quay.replace('> - Ring before lifting\n', ''));
		expect([...match(own, written.source).answers]).toEqual([[warning.id, {state: 'answered', value: words}]]);
	});

	it('goes as a whole', () => {
		const {source} = fill(own, new Map([[warning.id, {state: 'left-out'}]]));
		expect(source).toBe(quay.replace(`${standing}\n\n`, ''));
		expect([...match(own, source).answers]).toEqual([[warning.id, {state: 'left-out'}]]);
	});
});

describe('boilerplate below items that ask for something', () => {
	const own = readForm(quay);

	it('is found in a record and in an item, and is the record’s', () => {
		expect(told(own)).toEqual([
			'boats/boat/list list - Moored at both ends',
			'boats/boat/list-2 list - Left dry:',
			'crane/list list - Holds a licence',
			'crane/list-2 list - Greased on Mondays',
			'crane/text prose > [!CAUTION]',
		]);
		expect(own.boilerplate.map(({repeat}) => repeat).slice(0, 3)).toEqual(['boats/boat', 'boats/boat', undefined]);
		expect(own.repeats[0]?.instances[0]?.fields).toEqual(
			expect.arrayContaining(['boats/boat/list', 'boats/boat/list-2']),
		);
	});

	it('comes with each record, and loses its items in one of them alone', () => {
		const several = expand(own, new Map([['boats/boat', 3]]));
		const ids = ['boats/boat/list', 'boats/boat[2]/list', 'boats/boat[3]/list'];
		expect(several.boilerplate.map(({id}) => id).filter(id => id.endsWith('/list') && id.startsWith('boats'))).toEqual(
			ids,
		);
		const given = new Map<string, Answer>([
			['boats/boat', {state: 'answered', value: 'Heron'}],
			['boats/boat[2]', {state: 'answered', value: 'Tern'}],
			['boats/boat[2]/list', {state: 'answered', value: ['Moored at both ends']}],
			['boats/boat[2]/list-2', {state: 'left-out'}],
			['boats/boat[3]', {state: 'answered', value: 'Gull'}],
		]);
		const {source} = fill(several, given);
		expect(source.match(/Moored at both ends/g)).toHaveLength(3);
		expect(source.match(/ {4}- by night/g)).toHaveLength(2);
		expect(source.match(/Left dry/g)).toHaveLength(2);
		readsBack(several, given, fill(several, given));
	});
});
