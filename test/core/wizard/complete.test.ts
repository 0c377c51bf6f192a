/** Names suggested while one is typed. */

import {describe, expect, it} from 'vitest';
import {
	fieldInHand,
	otherPeople,
	suggestions,
	textWithPerson,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {answer, begin, go, play, press, type} from './session.ts';

const source = '# A\n\n- **Lead:** [Name]\n- **Reviewers:** [Names]\n- **Team:** [text]\n';
const people = ['Grace Hopper', 'Zoë Ünal', 'Ada Lovelace', 'Gradus ad Parnassum', 'Lovelace, Ada'];
const context = {today: '2026-03-09', author: 'Ada Byron', people, marker: true, begun: true};

/** A session on that template with a field in hand. */
function at(label: string): WizardState {
	const state = begin(source, {context});
	const field = state.form.fields.find(each => each.label === label);
	if (!field) throw new Error(label);
	return play(state, go(field.id)).state;
}

const names = (state: WizardState) => suggestions(state)?.names;
const typed = (label: string, text: string) => play(at(label), type(text)).state;

it('the fields of this template are people', () => {
	expect(fieldInHand(at('Lead'))).toMatchObject({kind: 'person', multiple: false});
	expect(fieldInHand(at('Reviewers'))).toMatchObject({kind: 'person', multiple: true});
});

describe('a name begun', () => {
	it('finds those that begin so, then those with a later word that does, without case and accents', () => {
		expect(names(typed('Lead', 'gra'))).toEqual(['Grace Hopper', 'Gradus ad Parnassum']);
		expect(names(typed('Lead', 'ad'))).toEqual(['Ada Lovelace', 'Ada Byron', 'Gradus ad Parnassum', 'Lovelace, Ada']);
		expect(names(typed('Lead', 'zoe u'))).toEqual(['Zoë Ünal']);
	});

	it('finds who is named in the document already, known to git or not', () => {
		const {state} = play(at('Lead'), type('Katherine Johnson'), press('field.next'), type('kath'));
		expect(names(state)).toEqual(['Katherine Johnson']);
	});

	it('finds nobody before anything is typed, in the middle of a name, where it is whole, and where no person is asked for', () => {
		expect(names(at('Lead'))).toBeUndefined();
		const before = play(typed('Lead', 'gra'), {type: 'edit', edit: {type: 'move', motion: 'left'}, now: ''}).state;
		expect(names(before)).toBeUndefined();
		expect(names(typed('Lead', 'Grace Hopper'))).toBeUndefined();
		expect(names(typed('Team', 'gra'))).toBeUndefined();
	});
});

describe('a list of people', () => {
	const list = '# A\n\n## Reviewers\n\n- [Name]\n- [Name]\n\n## Approvers\n\n- [What they approve]\n';
	const inList = (id: string) => play(begin(list, {context}), go(id)).state;
	const enter = {type: 'edit', edit: {type: 'newline'}, now: ''} as const;
	const move = (motion: 'up' | 'left') => ({type: 'edit', edit: {type: 'move', motion}, now: ''}) as const;

	it('has names suggested for the line with the cursor, but those of its other lines', () => {
		const {state} = play(inList('reviewers/body'), type('gra'), press('field.complete'), enter, type('gra'));
		expect(answer(state, state.focus)).toEqual(['Grace Hopper', 'gra']);
		expect(names(state)).toEqual(['Gradus ad Parnassum']);
		expect(names(play(state, move('left')).state)).toBeUndefined();
		expect(names(play(inList('approvers/body'), type('gra')).state)).toBeUndefined();
	});

	it('has the name taken on its own line, which one undo takes back', () => {
		const lines = play(inList('reviewers/body'), type('zo'), enter, type('ada b'), move('up')).state;
		const end = play(lines, {type: 'edit', edit: {type: 'move', motion: 'line-end'}, now: ''}).state;
		const {state} = play(end, press('field.complete'));
		expect(answer(state, state.focus)).toEqual(['Zoë Ünal', 'ada b']);
		expect(answer(play(state, press('field.undo')).state, state.focus)).toEqual(['zo', 'ada b']);
		expect(answer(play(state, type('!')).state, state.focus)).toEqual(['Zoë Ünal!', 'ada b']);
	});

	it('goes with up and down through the names, and past the first and the last of them to other lines', () => {
		const {state} = play(inList('reviewers/body'), type('Katherine'), enter, type('gra'));
		const down = play(state, press('list.down')).state;
		expect(suggestions(down)).toMatchObject({marked: 1, isChosen: true});
		expect(answer(play(down, press('field.complete')).state, down.focus)).toEqual(['Katherine', 'Gradus ad Parnassum']);
		const up = play(down, press('list.up'), press('list.up'), type(' Johnson')).state;
		expect(answer(up, up.focus)).toEqual(['Kat Johnsonherine', 'gra']);
	});

	it('names people for other fields, and is added to where lines are asked', () => {
		const {state} = play(inList('reviewers/body'), type('Grace Hopper'));
		expect(otherPeople(state)).not.toContain('Grace Hopper');
		expect(textWithPerson(state, 'Zoë Ünal')).toBe('Grace Hopper\nZoë Ünal');
	});
});

describe('a suggested name', () => {
	it('is taken with one key, the first one first, and undo brings back what was typed', () => {
		const {state} = play(typed('Lead', 'gra'), press('field.complete'));
		expect(answer(state, state.focus)).toBe('Grace Hopper');
		expect(answer(play(state, press('field.undo')).state, state.focus)).toBe('gra');
	});

	it('never comes in by itself: going on leaves what was typed', () => {
		const {focus} = at('Lead');
		const marked = play(typed('Lead', 'gra'), press('list.down'), press('list.down'));
		expect(answer(marked.state, focus)).toBe('gra');
		expect(answer(play(marked.state, press('field.next')).state, focus)).toBe('gra');
	});

	it('is gone to with down and up, and stays within the list', () => {
		const down = play(typed('Lead', 'gra'), ...Array.from({length: 5}, () => press('list.down'))).state;
		expect(suggestions(down)).toMatchObject({marked: 1, isChosen: true});
		expect(answer(play(down, press('field.complete')).state, down.focus)).toBe('Gradus ad Parnassum');
		expect(suggestions(play(down, press('list.up'), press('list.up')).state)).toMatchObject({marked: 0});
		expect(suggestions(play(down, type('d')).state)).toMatchObject({marked: 0, isChosen: false});
	});

	it('completes the name behind the last comma and leaves those before it, also where a name has a comma', () => {
		const two = play(typed('Reviewers', 'Grace Hopper, lov'), press('field.complete'));
		expect(answer(two.state, two.state.focus)).toEqual(['Grace Hopper', 'Lovelace, Ada']);
		const again = play(two.state, type(', gra'));
		expect(names(again.state)).toEqual(['Gradus ad Parnassum']);
		const three = play(again.state, press('field.complete')).state;
		expect(answer(three, three.focus)).toEqual(['Grace Hopper', 'Lovelace, Ada', 'Gradus ad Parnassum']);
	});

	it('is told to be none where none is', () => {
		expect(play(at('Lead'), press('field.complete')).state.notice?.text).toBe('Nothing is suggested here.');
	});
});

describe('a file named as evidence', () => {
	const asking =
		'# A\n\n> Every paragraph must end with an `Evidence:` line or an `Evidence gap:` line.\n\n## Context\n\n[Where things stand]\n\n## Parts\n\n- [part]\n';
	const files = ['src/queue.ts', 'src/queue.test.ts', 'docs/queue.md', 'src/deep/quiet.ts', 'README.md', 'Ünal.md'];
	const inField = (template: string, id: string, text: string): WizardState => {
		const state = play(begin(template, {context: {...context, files}}), go(id)).state;
		return play(state, {type: 'edit', edit: {type: 'insert', text, paste: true}, now: ''}).state;
	};
	const inContext = (text: string) => inField(asking, 'context/body', text);

	it('is suggested behind its label, by the path, by the name, then by a folder', () => {
		expect(suggestions(inContext('Queues grow.\nEvidence: qu'))).toEqual({
			names: ['src/queue.ts', 'docs/queue.md', 'src/deep/quiet.ts', 'src/queue.test.ts'],
			what: 'path',
			marked: 0,
			isChosen: false,
		});
		expect(names(inContext('Queues grow. Evidence: SRC/Q'))).toEqual(['src/queue.ts', 'src/queue.test.ts']);
		expect(names(inContext('Queues grow.\n**Evidence:** ./docs'))).toEqual(['docs/queue.md']);
		expect(names(inContext('Queues grow.\nEvidence: notes.md; read'))).toEqual(['README.md']);
		expect(names(inContext('Queues grow.\nEvidence: dee'))).toEqual(['src/deep/quiet.ts']);
	});

	it('is not where none is begun, where it is whole, in a gap, elsewhere, and where nobody asks', () => {
		for (const text of [
			'Queues grow.\nEvidence: ',
			'Queues grow.\nEvidence: docs/queue.md',
			'Queues grow.\nEvidence gap: qu',
			'Queues grow. qu',
			'Queues grow.\nEvidence: the queue qu',
			'NoEvidence: qu',
		])
			expect([text, names(inContext(text))]).toEqual([text, undefined]);
		expect(names(inField(asking, 'parts/body', 'Evidence: qu'))).toBeUndefined();
		expect(names(inField('# A\n\n## Context\n\n[Words]\n', 'context/body', 'X.\nEvidence: qu'))).toBeUndefined();
	});

	it('follows the label of the template', () => {
		const german = asking.replace(
			'Every paragraph must end with an `Evidence:` line or an `Evidence gap:` line.',
			'Jeder Absatz endet mit `Beleg:`.',
		);
		expect(names(inField(german, 'context/body', 'Es wächst.\nBeleg: ün'))).toEqual(['Ünal.md']);
	});

	it('is taken in the place of what was typed, the second one with a step down, and text goes on behind it', () => {
		const begun = inContext('Queues 行 grow.\nEvidence: notes.md; qu');
		const taken = play(begun, press('field.complete')).state;
		expect(answer(taken, 'context/body')).toBe('Queues 行 grow.\nEvidence: notes.md; src/queue.ts');
		expect(names(taken)).toBeUndefined();
		const second = play(begun, press('list.down'), press('field.complete')).state;
		expect(answer(second, 'context/body')).toBe('Queues 行 grow.\nEvidence: notes.md; docs/queue.md');
		const more = play(second, type(':12; re')).state;
		expect(answer(play(more, press('field.complete')).state, 'context/body')).toBe(
			'Queues 行 grow.\nEvidence: notes.md; docs/queue.md:12; README.md',
		);
		expect(answer(play(second, press('field.undo')).state, 'context/body')).toBe(
			'Queues 行 grow.\nEvidence: notes.md; qu',
		);
	});
});
