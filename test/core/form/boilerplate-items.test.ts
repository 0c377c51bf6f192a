/** Boilerplate that stands close to other things: single items between blanks, raw HTML, and the line that names a list. */

import {describe, expect, it} from 'vitest';
import {bind, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {pier, ropewalk} from './boilerplate-templates.ts';

const yes = (value: string | readonly string[]): Answer => ({state: 'answered', value});
const gone: Answer = {state: 'left-out'};

describe('an item between items that are nothing but a blank', () => {
	const form = readForm(ropewalk);
	const answers = new Map([
		['steps/kilograms-of-hemp', yes('20 kg')],
		['steps/yards-of-yarn', yes('30')],
		['steps/threads-in-a-strand', yes('4')],
	]);
	const steps = (source: string) => source.split('## Steps\n\n')[1]!.split('\n\n', 1)[0]!.split('\n');

	it('is boilerplate, one by one', () => {
		const own = form.boilerplate.filter(({section}) => section === 'steps');
		expect(own.map(({placeholder}) => placeholder)).toEqual([
			'- Hemp is combed',
			'- Yarn is spun',
			'- Strands are laid into rope\n- Each coil bears a seal',
			'1. The doors are opened',
			'3. The floor is swept',
		]);
	});

	it('is changed and removed beside answers, which stay where they are', () => {
		const wished = new Map([...answers, ['steps/list', yes(['Hemp is combed twice'])], ['steps/list-2', gone]]);
		const {source, problems} = fill(form, wished);
		expect([...problems]).toEqual([]);
		expect(steps(source)).toEqual([
			'- Hemp is combed twice',
			'- 20 kg',
			'- 30',
			'- 4',
			'- Strands are laid into rope',
			'- Each coil bears a seal',
		]);
		const read = match(form, source).answers;
		for (const [id, answer] of wished) expect(read.get(id)).toEqual(answer);
	});

	it('is no answer to what stands beside it where somebody changed it by hand', () => {
		const {source} = fill(form, answers);
		const read = match(form, source.replace('Hemp is combed', 'Hemp is beaten')).answers;
		expect(read.get('steps/kilograms-of-hemp')).toEqual(yes('20 kg'));
		expect(read.get('steps/list')).toEqual(yes(['Hemp is beaten']));
	});

	it('is what stays as it was where it could not be told from an answer, and never the answer', () => {
		const wished = new Map([...answers, ['steps/list', yes(['One', 'Two', 'Three'])], ['steps/list-2', gone]]);
		const {source, problems} = fill(form, wished);
		expect([...problems.keys()]).toContain('steps/list');
		for (const id of answers.keys()) expect(problems.has(id)).toBe(false);
		expect(steps(source)[1]).toBe('- 20 kg');
	});
});

describe('raw HTML that says something', () => {
	const form = readForm(pier);

	it('is boilerplate where all that is opened in it is closed', () => {
		expect(form.boilerplate.map(({id, kind}) => `${id} ${kind}`)).toEqual([
			'document/text prose',
			'gates/checked-by-day list',
			'gates/text prose',
			'gates/text-2 prose',
			'boards/list list',
			'boards/text prose',
		]);
	});

	it('goes, and is changed, as one text with its tags', () => {
		const without = fill(form, new Map([['gates/text', gone]])).source;
		expect(without).not.toContain('details');
		expect(without).toContain('- Locks\n\n**Keeper**');
		const value = '<div>\nNo boat passes at low water.\n</div>';
		const {source} = fill(form, new Map([['document/text', yes(value)]]));
		expect(source).toContain(`${value}\n\n**Toll**`);
		expect(match(form, source).answers.get('document/text')).toEqual(yes(value));
	});
});

describe('the line that names a list', () => {
	const template =
		'# Plan\n\n## Data\n\n[What is moved, and where to]\n\n**Steps**:\n1. Copy\n2. Compare\n\n**Checks**:\n- Same number of rows\n';
	const form = readForm(template);

	it('goes with all of its items, also behind an answer that may be any text', () => {
		const prose = yes('Rows move.\n\nAll of them.');
		const {source, answers} = fill(
			form,
			new Map([
				['data/body', prose],
				['data/steps', gone],
			]),
		);
		expect(source).toBe('# Plan\n\n## Data\n\nRows move.\n\nAll of them.\n\n**Checks**:\n- Same number of rows\n');
		expect(answers.get('data/body')).toEqual(prose);
	});

	it('goes with them in a document that was changed by hand, too', () => {
		const text = template
			.replace('[What is moved, and where to]', 'Rows.')
			.replace('## Data', '## Our data\n\nOwn words.\n\n## Data');
		const bound = bind(form, `${text}\n## Own\n\nMore.\n`);
		const {source} = fill(bound.form, new Map([...bound.answers, ['data/steps', gone]]));
		expect(source).not.toContain('Steps');
		expect(source).toContain('Rows.\n\n**Checks**:');
	});

	it('stays where what is above would be taken for the list without it', () => {
		const prose = yes('Moved are:\n\n- rows\n- files');
		const wished = new Map([
			['data/body', prose],
			['data/steps', gone],
			['data/checks', gone],
		]);
		const {source, problems} = fill(form, wished);
		expect([...problems]).toEqual([]);
		const read = match(form, source).answers;
		for (const [id, answer] of wished) expect(read.get(id)).toEqual(answer);
	});
});
