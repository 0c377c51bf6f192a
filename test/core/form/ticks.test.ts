/** Options with a box each on one line: they are chosen from, and choosing ticks the boxes. */

import {describe, expect, it} from 'vitest';
import {ticked, ticksIn} from '../../../source/core/form/ticks.ts';
import {
	asDocument,
	fill,
	match,
	readAnswers,
	readForm,
	validate,
	type Answer,
	type Value,
} from '../../../source/core/form/index.ts';
import {askedIn} from '../../../source/core/wizard/cells.ts';
import {fc, test} from '../../property.ts';
import {judge} from './judge.ts';
import {fieldOf} from './reading.ts';

const source = '# A b c\n\n- Risk: [ ] Low [ ] High\n- Uses: Rope [ ] / Paint [ ] / Wood [ ]\n- Agreed: ☐ Yes ☑ No\n';
const form = readForm(source);
const answers = (values: Readonly<Record<string, Value>>) =>
	new Map<string, Answer>(Object.entries(values).map(([id, value]) => [id, {state: 'answered', value}]));

describe('boxes on one line', () => {
	it('are a choice, of one where they grade and of several else', () => {
		expect(
			['risk', 'uses', 'agreed'].map(name => {
				const {kind, options, multiple, blank} = fieldOf(form, `document/${name}`);
				return [kind, options, multiple, blank];
			}),
		).toEqual([
			['choice', ['Low', 'High'], false, true],
			['choice', ['Rope', 'Paint', 'Wood'], true, true],
			['choice', ['Yes', 'No'], false, false],
		]);
	});

	it('are ticked by an answer, and read back from anyone', () => {
		const given = answers({'document/risk': 'High', 'document/uses': ['Wood', 'Rope'], 'document/agreed': 'Yes'});
		const written = fill(form, given).source;
		expect(written).toContain(
			'- Risk: [ ] Low [x] High\n- Uses: Rope [x] / Paint [ ] / Wood [x]\n- Agreed: ☑ Yes ☐ No\n',
		);
		expect(match(form, written).answers.get('document/uses')).toEqual({state: 'answered', value: ['Rope', 'Wood']});
		const byHand = written.replace('Rope [x] / Paint [ ] / Wood [x]', 'Wood [ ] Paint [X] Rope [ ]');
		expect(match(form, byHand).answers.get('document/uses')).toEqual({state: 'answered', value: ['Paint']});
	});

	it('say what they say where no template is known', () => {
		const document = asDocument(readForm(fill(form, answers({'document/risk': 'High'})).source));
		expect(document.answers.get('document/risk')).toEqual({state: 'answered', value: 'High'});
		expect(document.answers.has('document/uses')).toBe(false);
	});

	it('are no blank where the words beside them are none, or a link', () => {
		for (const text of ['[ ] Low', '[ ] [ ]', '[ ](a) b [ ](c) d', 'one [ ] two [ ] three', '[ ] a\n[ ] b'])
			expect([text, ticksIn(text)]).toEqual([text, undefined]);
	});
});

describe('boxes in cells of a table', () => {
	const table =
		'# A b c\n\n## Review\n\n| Question | Answer | Level |\n| --- | --- | --- |\n| Is it public? | ☐ Yes ☐ No | [ ] Low [ ] High |\n| Who uses it? | ☐ Staff ☐ Guests | [ ] Low [ ] High |\n';
	const review = readForm(table);
	const field = fieldOf(review, 'review/body');
	const rows = (value: Value) => new Map<string, Answer>([['review/body', {state: 'answered', value}]]);

	it('are a choice in each cell, of its own options where rows differ', () => {
		expect(field.fixedRows?.map(({id}) => id)).toEqual(['is-it-public', 'who-uses-it']);
		const asked = (row: number, column: number) => {
			const cell = askedIn(field, {row, column});
			return cell && [cell.kind, cell.options];
		};
		expect([asked(0, 1), asked(1, 1), asked(1, 2)]).toEqual([
			['choice', ['Yes', 'No']],
			['choice', ['Staff', 'Guests']],
			['choice', ['Low', 'High']],
		]);
		expect(validate(field, {'who-uses-it': {answer: 'Yes'}})?.code).toBe('value.option');
		expect(validate(field, {'who-uses-it': {answer: 'Staff, Guests'}})).toBeUndefined();
	});

	it('are ticked, the others left as they are, and read back from anyone', () => {
		const given = rows({'is-it-public': {answer: 'No', level: 'High'}, 'who-uses-it': {answer: 'Staff'}});
		const written = fill(review, given).source;
		expect(written).toContain('| Is it public? | ☐ Yes ☑ No | [ ] Low [x] High |\n');
		expect(written).toContain('| Who uses it? | ☑ Staff ☐ Guests | [ ] Low [ ] High |\n');
		expect(match(review, written).answers).toEqual(given);
		const byHand = table.replace('☐ Staff ☐ Guests', '☒ Staff ☑ Guests');
		expect(match(review, byHand).answers).toEqual(rows({'who-uses-it': {answer: 'Staff, Guests'}}));
	});

	it('may be ticked several at once, which the schema takes as the reader does', () => {
		const accepts = judge(review);
		const of = (value: unknown) => ({answers: {review: value}});
		for (const [answer, isTaken] of [
			['Staff, Guests', true],
			['Staff', true],
			['Staff, Nobody', false],
		] as const) {
			const data = of({'who-uses-it': {answer}});
			expect([answer, accepts(data), readAnswers(review, data.answers).ok]).toEqual([answer, isTaken, isTaken]);
		}
	});

	it('are ticked in each row that an author adds', () => {
		const risks = readForm('# A b c\n\n## Risks\n\n| Risk | Level |\n| --- | --- |\n| [risk] | ☐ Low ☐ High |\n');
		const given: ReadonlyMap<string, Answer> = new Map([
			[
				'risks/body',
				{
					state: 'answered',
					value: [
						{risk: 'Fire', level: 'High'},
						{risk: 'Rain', level: ''},
					],
				},
			],
		]);
		const written = fill(risks, given).source;
		expect(written).toContain('| Fire | ☐ Low ☑ High |\n| Rain | ☐ Low ☐ High |\n');
		expect(match(risks, written).answers.get('risks/body')).toEqual({
			state: 'answered',
			value: [{risk: 'Fire', level: 'High'}, {risk: 'Rain'}],
		});
	});
});

describe('a line of boxes', () => {
	const word = fc.constantFrom('Low', 'High', 'Very high', '中', '😀 good', 'a-b');
	const names = fc.uniqueArray(word, {minLength: 2, maxLength: 5});
	const box = fc.constantFrom('[ ]', '[x]', '☐', '☑');

	test.prop([names, box, fc.constantFrom(' ', ' / ', ' | ', ', '), fc.boolean(), fc.nat()])(
		'has ticked what was chosen and keeps every other sign',
		(options, mark, between, isBefore, pick) => {
			const text = options.map(one => (isBefore ? `${mark} ${one}` : `${one} ${mark}`)).join(between);
			const chosen = new Set(options.filter((_, index) => (pick >> index) % 2 === 1));
			const result = ticked(text, chosen);
			expect(
				new Set(
					ticksIn(result)
						?.filter(({done}) => done)
						.map(({option}) => option),
				),
			).toEqual(chosen);
			expect(ticksIn(result)?.map(({option}) => option)).toEqual(options);
			const plain = (line: string) => line.replaceAll(/\[[ x]\]|[☐☑]/gu, '·');
			expect(plain(result)).toBe(plain(text));
		},
	);
});
