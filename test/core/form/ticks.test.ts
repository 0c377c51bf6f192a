/** Options with a box each on one line: they are chosen from, and choosing ticks the boxes. */

import {describe, expect, it} from 'vitest';
import {ticked, ticksIn} from '../../../source/core/form/ticks.ts';
import {asDocument, fill, match, readForm, type Answer, type Value} from '../../../source/core/form/index.ts';
import {fc, test} from '../../property.ts';
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
