/** A table or list that names the blocks of a document: what is described and not listed comes into it by itself. */

import {describe, expect, it} from 'vitest';
import {withInventories} from '../../../source/core/checks/index.ts';
import {fill, readForm, type Answer} from '../../../source/core/form/index.ts';
import {document, writtenText} from '../../../source/core/wizard/index.ts';
import {begin, go, play, press, type} from './session.ts';

const table = '| Component | Owner |\n|---|---|\n| [component] | [who] |\n';
const sourceWith = (list: string) =>
	`# A plan\n\n## Parts\n\n${list}\n### Component: [Name]\n\n- Duty: [what]\n\n### Component: [Name]\n\n- Duty: [what]\n\n## Use\n\n[use]\n`;
const answered = (value: unknown) => ({state: 'answered', value}) as Answer;

/** The lines of the list, written with the two blocks named Signer and Store. */
function listed(list: string, id: string, value: unknown): readonly string[] {
	const form = readForm(sourceWith(list));
	const answers = new Map([
		['parts/component/name', answered('Signer')],
		['parts/component[2]/name', answered('Store')],
		...(value === undefined ? [] : [[id, answered(value)] as const]),
	]);
	const {source, problems} = fill(form, withInventories(form, answers));
	expect([...problems]).toEqual([]);
	return source.split('### ')[0]!.split('\n').slice(4).filter(Boolean);
}

describe('the list of the blocks', () => {
	it('gets those that it lacks, with nothing but their names', () => {
		expect(listed(table, 'parts/body', [{component: 'Signer', owner: 'Ann'}])).toEqual([
			'| Component | Owner |',
			'|---|---|',
			'| Signer | Ann |',
			'| Store |  |',
		]);
		expect(listed('**Components:**\n\n- [component]\n- [component]\n', 'parts/components', ['Store'])).toEqual([
			'**Components:**',
			'- Store',
			'- Signer',
		]);
	});

	it('keeps what names no block, and knows a name however it is written', () => {
		expect(listed(table, 'parts/body', [{component: '`store`'}, {component: 'Queue'}, {component: 'Signer'}])).toEqual([
			'| Component | Owner |',
			'|---|---|',
			'| `store` |  |',
			'| Queue |  |',
			'| Signer |  |',
		]);
	});

	it('is left alone while its author has not begun it', () => {
		expect(listed(table, 'parts/body', undefined)).toEqual(table.trim().split('\n'));
	});
});

it('names in the file what the author has added and not listed', () => {
	const state = play(
		begin(sourceWith('**Components:**\n\n- [component]\n- [component]\n')),
		go('parts/components'),
		type('Signer'),
		go('parts/component/name'),
		type('Signer'),
		go('parts/component[2]/name'),
		press('instance.add'),
		type('Queue'),
	).state;
	expect(writtenText(state, false)).toContain('\n- Signer\n- Queue\n');
	expect(document(state).source).toContain('\n- Signer\n\n');
});
