import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {decode, encode, fill, match, readForm, validate} from '../../../source/core/form/index.ts';
import type {Field, Place, Value} from '../../../source/core/form/index.ts';
import {cellsOf, decodeCell, encodeCell} from '../../../source/core/form/value/cell.ts';
import {isDate} from '../../../source/core/form/value/date.ts';
import {normalValue} from '../../../source/core/form/value/index.ts';
import {decodeScalar, encodeScalar} from '../../../source/core/form/value/scalar.ts';
import {prose, valueFor} from './values.ts';
import {runs} from '../../property.ts';

/** A field with only what matters. */
function field(kind: Field['kind'], place: Place, more: Partial<Field> = {}): Field {
	return {
		id: 's/f',
		label: 'F',
		kind,
		section: 's',
		range: {from: 0, to: 0},
		place,
		line: 1,
		placeholder: '',
		requirement: 'required',
		reasonForNotApplicable: false,
		options: [],
		multiple: false,
		open: false,
		prefilled: false,
		blank: true,
		mirrors: [],
		guidance: [],
		rule: 'label',
		...more,
	};
}

const block = {at: 'block', indent: ''} as const;
const label = {at: 'label', indent: '  '} as const;
const items = {at: 'items', indent: ''} as const;
const text = (of: Field, value: Value): string => {
	const result = encode(of, value);
	if (!result.ok) throw new Error(result.problem.summary);
	return result.value;
};

describe('prose', () => {
	it('stays as it is but for lines that would become headings', () => {
		expect(text(field('prose', block), 'a\n# b\n#c\n\n---\n\n- d')).toBe('a\n\\# b\n#c\n\n---\n\n- d');
		expect(text(field('prose', block), '\\# b')).toBe('\\\\# b');
	});

	it('goes on below its label, indented', () => {
		expect(text(field('prose', label), 'a\n\nb')).toBe(' a\n\n  b');
		expect(text(field('prose', label), '- a\n- b')).toBe('\n  - a\n  - b');
	});

	it('reads back, whatever it is', () => {
		for (const place of [block, label, {at: 'block', indent: '    '} as const, {at: 'label', indent: ''} as const]) {
			const one = field('prose', place);
			fc.assert(
				fc.property(prose, value => {
					const result = encode(one, value);
					// What cannot be held is refused; it is never another text.
					if (result.ok) expect(decode(one, result.value)).toBe(value.replace(/^(?:[ \t]*\n)+/, '').trimEnd());
				}),
				{numRuns: runs(1000)},
			);
		}
	});
});

describe('a cell', () => {
	it('has no pipe and no line end in it', () => {
		fc.assert(
			fc.property(prose, value => {
				const written = encodeCell(value.trim());
				expect(written).not.toMatch(/[|\n]/);
				expect(decodeCell(written)).toBe(value.trim().replaceAll(/\\\|/g, String.raw`\|`));
				expect(cellsOf(`| ${written} | b |`)).toHaveLength(written === '' ? 2 : 2);
			}),
		);
	});
});

describe('a scalar', () => {
	it('reads back in every style of quotes', () => {
		fc.assert(
			fc.property(
				prose.map(value => value.replaceAll('\n', ' ').trim()),
				fc.constantFrom(undefined, '"' as const, "'" as const),
				(value, quote) => {
					expect(decodeScalar(encodeScalar(value, quote), quote)).toBe(value);
				},
			),
		);
	});

	it.each(['true', 'null', '- a', 'a: b', '# x', '', '*a', '1e3: x', '@x'])(
		'quotes %s where YAML would read something else',
		value => {
			expect(encodeScalar(value)).toBe(JSON.stringify(value));
		},
	);
});

describe('lists', () => {
	it('number themselves', () => {
		const goals = field('list', items, {item: {bullet: '-', idPrefix: 'G', idSeparator: ': '}});
		expect(text(goals, ['a', 'b'])).toBe('- G1: a\n- G2: b');
		expect(decode(goals, '- G1: a\n- G7: b\n- c')).toEqual(['a', 'b', 'c']);
		expect(text(field('list', items, {item: {bullet: '1)'}}), ['a', 'b'])).toBe('1) a\n2) b');
	});

	it('begin a block below their id, where it is one', () => {
		const goals = field('list', items, {item: {bullet: '-', idPrefix: 'G', idSeparator: ': '}});
		const value = ['```js\n# no heading\n- x\n```\nwords', '<!-- note -->\nmore'];
		expect(text(goals, value)).toBe(
			'- G1:\n  ```js\n  # no heading\n  - x\n  ```\n  words\n- G2: <!-- note -->\n  more',
		);
		expect(decode(goals, text(goals, value))).toEqual(value);
	});

	it.each([
		['plain', {bullet: '-'}],
		['ordered', {bullet: '1)'}],
		['with ids', {bullet: '*', idPrefix: 'G', idSeparator: ': '}],
		['with ids and no sign behind them', {bullet: '1.', idPrefix: 'R-', idSeparator: ' '}],
		['loose', {bullet: '-', loose: true}],
	])('read back, whatever is in them: %s', (_, item) => {
		const one = field('list', items, {item});
		fc.assert(
			fc.property(valueFor(one), value => {
				const result = encode(one, value);
				if (!result.ok) expect(result.problem.code).toBe('value.unclosed');
				else expect(decode(one, result.value)).toEqual(normalValue(one, value));
			}),
			{numRuns: runs(1000)},
		);
	});

	it('nest', () => {
		const value = ['a', {text: 'b', items: ['c', {text: 'd', items: ['e']}]}];
		const written = text(field('list', items), value);
		expect(written).toBe('- a\n- b\n  - c\n  - d\n    - e');
		expect(decode(field('list', items), written)).toEqual(value);
	});

	it('of pairs are maps', () => {
		const threats = field('list', items, {
			item: {
				bullet: '*',
				idPrefix: 'T',
				idSeparator: ': ',
				parts: [
					{id: 'threat', label: 'Threat', before: ''},
					{id: 'mitigation', label: 'Mitigation', before: ' → '},
				],
			},
		});
		const value = [{threat: 'a → b', mitigation: 'c → d'}];
		expect(text(threats, value)).toBe('* T1: a \\→ b → c → d');
		expect(decode(threats, text(threats, value))).toEqual(value);
	});

	it('of pairs end where nothing more is given, and keep what stands between two given parts', () => {
		const questions = field('list', items, {
			item: {
				bullet: '*',
				idPrefix: 'Q',
				idSeparator: ': ',
				parts: [
					{id: 'question', label: 'Question', before: ''},
					{id: 'owner', label: 'Owner', before: ' (Owner: '},
					{id: 'due', label: 'Due', before: ', Due: ', after: ')'},
				],
			},
		});
		const value = [
			{question: 'Why (now)'},
			{question: 'Who?', owner: 'Ann'},
			{question: 'When?', due: '2026-01-02'},
			{question: 'How?', owner: 'Bo', due: '2026-03-04'},
		];
		expect(text(questions, value)).toBe(
			[
				'* Q1: Why (now)',
				'* Q2: Who? (Owner: Ann)',
				'* Q3: When? (Owner: , Due: 2026-01-02)',
				'* Q4: How? (Owner: Bo, Due: 2026-03-04)',
			].join('\n'),
		);
		expect(decode(questions, text(questions, value))).toEqual(value);
	});

	it('of names keep commas inside a name', () => {
		const people = field('person', {at: 'label', indent: ''}, {multiple: true});
		expect(text(people, ['Ann Lee', 'Bo, Jr'])).toBe(' Ann Lee, Bo\\, Jr');
		expect(decode(people, ' Ann Lee, Bo\\, Jr')).toEqual(['Ann Lee', 'Bo, Jr']);
	});
});

it('fences code longer than any fence inside', () => {
	const code = field('code', {at: 'fence', indent: '', content: {from: 0, to: 0}}, {language: 'md'});
	expect(text(code, 'a\n````\nb')).toBe('`````md\na\n````\nb\n`````');
	expect(decode(code, text(code, '  a\n\n````'))).toBe('  a\n\n````');
});

it('answers indented code with a fence that is not indented like it', () => {
	const form = readForm('# Plan\n\n## Command\n\n    run --fast\n      --twice\n\n## End\n\n[what]\n');
	const code = form.fields.find(one => one.kind === 'code')!;
	const filled = fill(form, new Map([[code.id, {state: 'answered', value: 'run\n  --slow'}]]));
	expect(filled.source).toContain('## Command\n\n```\nrun\n  --slow\n```\n\n## End');
	expect(match(form, filled.source).answers.get(code.id)).toEqual({state: 'answered', value: 'run\n  --slow'});
	expect(decode(code, '    a\n      b\n\n    c')).toBe('a\n  b\n\nc');
});

describe('validity', () => {
	it.each([
		['2026-02-28', undefined, true],
		['2026-02-29', undefined, false],
		['2024-02-29', undefined, true],
		['28/02/2026', 'DD/MM/YYYY', true],
		['02/28/2026', 'DD/MM/YYYY', false],
		['20260228', 'yyyymmdd', true],
		['2026-2-8', undefined, false],
		['soon', undefined, false],
		['2026-02-28 10:59', 'YYYY-MM-DD HH:MM', true],
		['28 Feb 2026', 'DD MMM YYYY', true],
		['29 Feb 2026', 'DD MMM YYYY', false],
		['28 02 2026', 'DD MMM YYYY', false],
		['February 8, 2026', 'MMMM D, YYYY', true],
		['8 février 2026', 'D MMMM YYYY', true],
		['30 février 2026', 'D MMMM YYYY', false],
		['8. Februar 2026', 'D. MMMM YYYY', true],
		['8.2.2026', 'D.M.YYYY', true],
		['28/02/26', 'DD/MM/YY', true],
		['2026-13', 'YYYY-MM', false],
		['11/2026', 'MM/YYYY', true],
	])('of the date %s as %s is %s', (value, mask, valid) => {
		expect(isDate(value, mask)).toBe(valid);
	});

	it.each(['20', '1.5', '< 200 ms', '$4,000/month', '99.9 %', '12–24 months', '-3', '≤ 5'])(
		'takes %s for a number',
		value => {
			expect(validate(field('number', label), value)).toBeUndefined();
		},
	);

	it.each(['many', 'ms 20 x', ''])('takes “%s” for none, unless it is empty', value => {
		expect(validate(field('number', label), value)?.code).toBe(value === '' ? undefined : 'value.number');
	});

	it('holds a choice to its options, unless others are allowed', () => {
		const choice = field('choice', label, {options: ['Draft', 'Done']});
		expect(validate(choice, 'Draft')).toBeUndefined();
		expect(validate(choice, 'Else')?.code).toBe('value.option');
		expect(validate({...choice, open: true}, 'Else')).toBeUndefined();
	});

	it('refuses control characters and halves of characters', () => {
		expect(validate(field('text', label), 'a\u0007')?.code).toBe('value.control');
		expect(validate(field('text', label), 'a\uD83D')?.code).toBe('value.surrogate');
		expect(validate(field('text', label), 'a\tb')).toBeUndefined();
	});
});
