/** Ids that count in signs for digits: asked for once, filled wherever the id stands. */

import {describe, expect, test} from 'vitest';
import {bind, fill, match, readForm, validate, type Answer} from '../../../source/core/form/index.ts';
import {fieldOf, kindsOf} from './reading.ts';

const source = [
	'---',
	'id: "RFC-NNNN"',
	'order: NNNN',
	'---',
	'',
	'# RFC-NNNN: [title]',
	'',
	'- Text: [RFC-NNNN](NNNN-name.md)',
	'- Tracking: https://example.org/issues/NNNN',
	'- Follows: [RFC-XXXX](XXXX-name.md)',
	'',
	'## Aim',
	'',
	'See [the figures](figures/NNNN.svg) and [RFC-XXXX](XXXX-name.md).',
	'',
	'- Owner: [who]',
	'',
].join('\n');
const form = readForm(source);
const text = (value: string): Answer => ({state: 'answered', value});

describe('the number of an id', () => {
	test('that is too short is shown as it has to be written', () => {
		const number = form.fields.find(({id}) => id === 'document/rfc-number')!;
		expect(validate(number, '42')?.next).toBe('Write it as 0042.');
		expect(validate(number, 'soon')?.next).toBe('Write it as 0012.');
		expect(validate(number, '0042')).toBeUndefined();
	});

	test('is one field, without those that stand for another id', () => {
		expect(form.fields.map(({id, kind, placeholder}) => [id, kind, placeholder])).toEqual([
			['document/rfc-number', 'number', 'NNNN'],
			['document/title', 'text', '[title]'],
			['document/tracking', 'link', 'https://example.org/issues/NNNN'],
			['document/follows', 'number', 'XXXX'],
			['aim/owner', 'person', '[who]'],
		]);
		expect(form.titleField).toBe('document/title');
	});

	test('is filled in all its places, in the targets of links too, and read again', () => {
		const answers = new Map([
			['document/rfc-number', text('0042')],
			['document/title', text('Night bus')],
			['document/follows', text('00317')],
		]);
		const {source: written, problems} = fill(form, answers);
		expect([...problems]).toEqual([]);
		expect(written).toBe(
			source
				.replace('RFC-NNNN: [title]', 'RFC-0042: Night bus')
				.replaceAll(/NNNN(?!\n- F)/g, '0042')
				.replaceAll('XXXX', '00317'),
		);
		expect(match(form, written).answers).toEqual(answers);
		expect(fill(bind(form, written).form, new Map([['document/rfc-number', text('1234')]])).source).toBe(
			written.replaceAll('0042', '1234'),
		);
		expect(fill(form, new Map()).source).toBe(source);
	});

	test('has as many digits as the id has signs, or more', () => {
		const number = fieldOf(form, 'document/rfc-number');
		expect(validate(number, '0042')).toBeUndefined();
		expect(validate(number, '12345')).toBeUndefined();
		expect(validate(number, '42')?.summary).toContain('4 digits');
		expect(validate(number, '1.5 km')?.summary).toContain('4 digits');
	});
});

describe('what is no id', () => {
	test.each([
		'# XXX of the year\n\nWhat is it?\n',
		'# NOTE 0x0000FF\n\nWhat is it?\n',
		'# Call 555-0000 now\n\nWhat is it?\n',
		'# ANNNA: A name\n\nWhat is it?\n',
	])('%j', one => {
		expect(kindsOf(one).filter(field => field.endsWith(' number'))).toEqual([]);
	});

	test('stays in prose, code and addresses', () => {
		const plain = '# RFC-NNNN: [title]\n\nWrite `NNNN` and NNNN, or https://example.org/NNNN.\n';
		const {source: written} = fill(readForm(plain), new Map([['document/rfc-number', text('0001')]]));
		expect(written).toBe(plain.replace('RFC-NNNN', 'RFC-0001'));
	});
});
