import {describe, expect, it} from 'vitest';
import {readForm, validate, type Field, type Value} from '../../../source/core/form/index.ts';
import {inputFor, valueOf} from '../../../source/core/wizard/input.ts';
import {listPlaceholder} from '../../../source/core/wizard/index.ts';
import {createBuffer} from '../../../source/core/text/index.ts';
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
	const words = fc.stringMatching(/^[A-Za-zäß漢📚][A-Za-z0-9 äß漢📚()/]{0,12}$/u).map(text => text.trim());
	const valueFor = (field: Field): fc.Arbitrary<Value> => {
		if (field.kind === 'table')
			return fc.array(row(field.columns?.map(({id}) => id) ?? []), {minLength: 1, maxLength: 3});
		if (field.kind === 'checklist')
			return fc.array(fc.record({text: words, done: fc.boolean()}), {minLength: 1, maxLength: 3});
		const parts = field.item?.parts;
		if (parts) return fc.array(row(parts.map(({id}) => id)), {minLength: 1, maxLength: 3});
		return fc.array(words, {minLength: 1, maxLength: 4});
	};
	const row = (ids: readonly string[]): fc.Arbitrary<Record<string, string>> =>
		fc.record(Object.fromEntries(ids.map(id => [id, words])), {noNullPrototype: true});

	test.prop([
		fc.constantFrom(...fields.slice(1)).chain(field => valueFor(field).map(value => [field, value] as const)),
	])('shows its value as what would be typed, and reads the same value from it', ([field, value]) => {
		fc.pre(validate(field, value) === undefined);
		expect(JSON.stringify(valueOf(field, inputFor(field, value)))).toBe(JSON.stringify(value));
	});
});
