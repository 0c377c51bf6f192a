import {describe, expect, it} from 'vitest';
import {readForm, validate, type Field, type Value} from '../../../source/core/form/index.ts';
import {isEmptyValue, normalValue} from '../../../source/core/form/value/index.ts';
import {inputFor, valueOf} from '../../../source/core/wizard/input.ts';
import {listPlaceholder} from '../../../source/core/wizard/index.ts';
import {createBuffer} from '../../../source/core/text/index.ts';
import {everything} from '../form/everything.ts';
import {valueFor} from '../form/values.ts';
import {fc, test} from '../../property.ts';

const template = `# T

## Goals
- G1: <goal>
- G2: <goal>

## Parts
- **[Part A]:** [Duty]
- **[Part B]:** [Duty]

## Threats
- T1: <threat> → <mitigation>
- T2: <threat> → <mitigation>

## Steps
1. [Step 1]
2. [Step 2]

## Data
| Table | Rows |
|---|---|
| [name] | [count] |

## Checks
- [ ] [check]
`;
const {fields} = readForm(template);
const named = (id: string): Field => fields.find(field => field.id.startsWith(id)) ?? fields[0]!;

/** What lines typed into a list stand for. */
function typed(field: Field, text: string): unknown {
	const value = valueOf(field, {type: 'text', buffer: createBuffer(text, {multiline: true})});
	return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

describe('what is shown of a value', () => {
	const typedText = (field: Field, value: Value): string => {
		const input = inputFor(field, value);
		return input.type === 'text' ? input.buffer.lines.join('\n') : '';
	};

	it('tells a sign that is part of it from one that parts it', () => {
		const people = {...named('goals'), kind: 'person', multiple: true} as const;
		expect(typedText(people, ['Doe, Jane', 'Bob'])).toBe('Doe\\, Jane, Bob');
		expect(typedText(named('steps'), ['2024. A good year', '- dash', 'plain'])).toBe(
			'\\2024. A good year\n\\- dash\nplain',
		);
		const [threat = '', mitigation = ''] = named('threats').item?.parts?.map(({id}) => id) ?? [];
		expect(typedText(named('threats'), [{[threat]: 'A → B leaks', [mitigation]: 'sign → seal'}])).toBe(
			'A \\→ B leaks → sign → seal',
		);
	});

	it('is read without delay, however many blanks are in it', () => {
		const blanks = ' '.repeat(200_000);
		const note = {...named('goals'), kind: 'prose'} as const;
		expect(typed(note, `a${blanks}b${blanks}`)).toBe(`a${blanks}b`);
		expect(typed({...note, kind: 'person', multiple: true}, `a${blanks}b, c`)).toEqual([`a${blanks}b`, 'c']);
	});
});

describe('a list as it is typed', () => {
	it('shows what may be typed without the signs that the document adds', () => {
		expect(listPlaceholder(named('goals'))).toBe('<goal>\n<goal>');
		expect(listPlaceholder(named('parts'))).toMatch(/^Part\b.*: Duty$/);
		expect(listPlaceholder(named('steps'))).toBe('[Step 1]\n[Step 2]');
	});

	it('takes bullets, numbers and ids that were typed all the same as the document’s', () => {
		expect(typed(named('goals'), '- G1: Fast\nG2: Safe\nGrow')).toEqual(['Fast', 'Safe', 'Grow']);
		expect(typed(named('steps'), '1. Begin\n2) End')).toEqual(['Begin', 'End']);
	});

	it('makes an item of each line and nests what is indented', () => {
		expect(typed(named('steps'), 'a\n  b\n  c\nd')).toEqual([{text: 'a', items: ['b', 'c']}, 'd']);
	});

	it('parts a pair at the sign of the template', () => {
		const [first = '', second = ''] = named('parts').item?.parts?.map(({id}) => id) ?? [];
		expect(typed(named('parts'), 'Signer: signs: all of it')).toEqual([
			{[first]: 'Signer', [second]: 'signs: all of it'},
		]);
		expect(typed(named('parts'), '- **Signer:** signs')).toEqual([{[first]: 'Signer', [second]: 'signs'}]);
		const [threat = '', mitigation = ''] = named('threats').item?.parts?.map(({id}) => id) ?? [];
		expect(typed(named('threats'), 'T1: Forgery → Signatures')).toEqual([
			{[threat]: 'Forgery', [mitigation]: 'Signatures'},
		]);
	});
});

describe('visiting a field', () => {
	// Every kind and place there is, and several names, links and options in one field.
	const form = readForm(
		everything.replace(
			'**Reviewers:** [Names]\n',
			'**Reviewers:** [Names]\n- **Authors:** [names]\n- **Platforms:** Web / iOS / Android (choose all that apply)\n',
		),
	);
	const all = form.fields.map(field => [
		field,
		...(field.kind === 'choice' || field.kind === 'person' || field.kind === 'link'
			? [
					{...field, multiple: !field.multiple},
					{...field, open: true},
				]
			: []),
	]);

	// What parts and begins a text as it is typed, alone and beside backslashes.
	const hardWord = fc
		.array(
			fc.constantFrom(
				...[
					',',
					', ',
					';',
					'; ',
					'\\',
					' ',
					'a',
					'→',
					' → ',
					'->',
					':',
					'-',
					'- ',
					'*',
					'1. ',
					'2024. A',
					'**',
					'`',
					'_',
				],
				...['⏎', ' ⏎ ', '<br>', '<br/>', 'G1: ', 'T2:', 'Q1', '(Owner: ', 'Due: ', ')'],
			),
			{minLength: 1, maxLength: 6},
		)
		.map(parts => parts.join(''));
	const hardWords = fc.array(fc.option(hardWord, {nil: undefined}), {maxLength: 4});

	/** The value with some of its texts, in the order in which they stand in it, replaced. */
	function withHardWords([value, texts]: readonly [Value, readonly (string | undefined)[]]): Value {
		let index = 0;
		const replaced = (part: unknown): unknown => {
			if (typeof part === 'string') return texts[index++] ?? part;
			if (Array.isArray(part)) return part.map(replaced);
			if (typeof part !== 'object' || part === null) return part;
			return Object.fromEntries(Object.entries(part).map(([key, below]) => [key, replaced(below)]));
		};

		return replaced(value) as Value;
	}

	test.prop(
		[
			fc
				.constantFrom(...all.flat(), ...fields.slice(1))
				.chain(field => fc.tuple(fc.constant(field), fc.tuple(valueFor(field), hardWords).map(withHardWords)))
				.filter(([field, value]) => validate(field, value) === undefined),
		],
		1000,
	)('shows its value as what would be typed, and reads the same value from it', ([field, value]) => {
		const shown = inputFor(field, value);
		const read = valueOf(field, shown);
		const given = normalValue(field, value);
		// Blanks alone say nothing, and need not be kept.
		if (isEmptyValue(given)) expect(read).toBeUndefined();
		else expect(sorted(field, normalValue(field, read ?? '')), JSON.stringify(shown)).toEqual(sorted(field, given));
	});

	/** Options come before what is typed behind them. */
	function sorted(field: Field, value: Value): unknown {
		const plain: unknown = JSON.parse(JSON.stringify(value));
		return field.kind === 'choice' && Array.isArray(plain) ? plain.map(String).sort() : plain;
	}
});
