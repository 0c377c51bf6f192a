/** What a template brings and asks nothing in: stops that the author keeps, changes or removes. */

import {describe, expect, it} from 'vitest';
import {
	completeness,
	document,
	fieldInHand,
	gaps,
	guidanceFor,
	isToLookAt,
	openFields,
	outline,
	recordsBetween,
	keptOf,
	messagesOf,
	replay,
	type Action,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {bind, readForm} from '../../../source/core/form/index.ts';
import {textInHand} from '../../../source/core/wizard/grid.ts';
import {begin, now, play, press} from './session.ts';

const template = `# [Name]

**Owner**: [Keeper]

## Lamp

**Fuel**: [Oil or gas]

**Nightly steps**:
1. Trim the wick
2. Light the lamp
   - with one match
3. Note the hour

**Colour**: white
`;

const steps = 'lamp/nightly-steps';

const move = (motion: 'text-start' | 'down'): Action => ({type: 'edit', edit: {type: 'move', motion}, now});

/** What is told to be looked at, by label. */
function look(state: WizardState): readonly string[] {
	return gaps(state).flatMap(({kind, label}) => (kind === 'confirm' ? [label] : []));
}

/** A session on the list that the template brings, the cursor on its first line. */
function onList(): WizardState {
	const begun = begin(template, {focus: steps});
	return play(begun, move('text-start')).state;
}

describe('what a template brings', () => {
	it('is not told how to answer what stands beside it', () => {
		const asked =
			'# [Name]\n\n## Lamp\n\n[State what burns, and how long]\n\n**Nightly steps**:\n1. Trim the wick\n2. Light it\n';
		const state = begin(asked, {focus: steps});
		const body = state.form.fields.find(({id}) => id === 'lamp/body')!;
		expect(guidanceFor(state, body).own).toEqual(['State what burns, and how long']);
		const {own, shared} = guidanceFor(state, fieldInHand(state));
		expect([...own, ...shared]).toEqual([]);
	});

	it('is a stop of the walk, and no gap', () => {
		let state = begin(template);
		const stops = [fieldInHand(state).label];
		while (!state.overlay) {
			({state} = play(state, press('field.next')));
			stops.push(fieldInHand(state).label);
		}

		expect(stops.slice(0, -1)).toEqual(['Name', 'Owner', 'Fuel', 'Nightly steps', 'Colour']);
		expect(state.overlay.type).toBe('review');
		expect(openFields(state)).toEqual(['document/title', 'document/owner', 'lamp/fuel']);
		expect(completeness(state).all.total).toBe(3);
	});

	it('is told as not looked at, in the review and in the outline, until it is kept', () => {
		const before = onList();
		expect(look(before)).toEqual(['Nightly steps', 'Colour']);
		expect(gaps(before).find(({field}) => field === steps)?.reason).toBe(
			'not looked at yet: keep, change or remove it',
		);
		expect(outline(before).map(({toLookAt}) => toLookAt)).toEqual([2, 2]);
		const {state} = play(before, press('field.keep'));
		expect(fieldInHand(state).label).toBe('Colour');
		expect(look(state)).toEqual(['Colour']);
		expect(outline(state).map(({toLookAt}) => toLookAt)).toEqual([1, 1]);
		expect(document(state).source).toBe(template);
		expect(completeness(state).all).toEqual(completeness(before).all);
	});

	it('is kept whole with one command', () => {
		const {state} = play(begin(template), press('field.keep-all'));
		expect(look(state)).toEqual([]);
		expect(fieldInHand(state).label).toBe('Name');
		expect(play(state, press('field.keep-all')).state.notice?.text).toBe(
			'Nothing that the template brings is left to look at.',
		);
	});

	it('loses the item in hand with what is below it, and no other line', () => {
		const {state} = play(onList(), move('down'), press('row.remove'));
		expect(textInHand(state.input)).toBe('Trim the wick\nNote the hour');
		expect(document(state).source).toBe(
			template.replace('2. Light the lamp\n   - with one match\n', '').replace('3. Note', '2. Note'),
		);
		expect(isToLookAt(state, steps)).toBe(false);
		const undone = play(state, press('field.undo')).state;
		expect(document(undone).source).toBe(template);
		expect(textInHand(undone.input)).toBe('Trim the wick\nLight the lamp\n  with one match\nNote the hour');
	});

	it('goes when its last item is removed', () => {
		const remove = press('row.remove');
		const {state} = play(onList(), remove, remove, remove);
		expect(state.answers.get(steps)).toEqual({state: 'left-out'});
		expect(document(state).source).not.toContain('Nightly steps');
	});

	it('is told at its place and in the review where what the author wrote into it puts something off', () => {
		const {state} = play(onList(), {type: 'edit', edit: {type: 'insert', text: 'TBD: '}, now});
		expect(messagesOf(state, steps).map(({ruleId}) => ruleId)).toEqual(['to-be-done']);
		expect(gaps(state).filter(({kind}) => kind === 'finding')).toMatchObject([{field: steps, label: 'Nightly steps'}]);
	});

	it('is removed by one command, which brings it back as well', () => {
		const removed = play(onList(), press('field.remove')).state;
		expect(fieldInHand(removed).label).toBe('Colour');
		expect(document(removed).source).not.toMatch(/Nightly|wick|match/);
		const there = play(removed, press('field.previous')).state;
		expect(textInHand(there.input)).toBe('');
		const back = play(there, press('field.remove')).state;
		expect(document(back).source).toBe(template);
		expect(textInHand(back.input)).toContain('Trim the wick');
		expect(play(begin(template), press('field.remove')).state.notice?.text).toMatch(/^Only a text/);
	});

	it('is brought back where a document edited by hand lacks it, and nowhere else', () => {
		const [before, behind] = template.split(/\*\*Nightly steps\*\*:\n[^]*?\n\n/) as [string, string];
		const edited = `${before}${behind}\n## Ours\n\nAdded by hand.\n`;
		const {form, answers} = bind(readForm(template), edited);
		const begun = begin(template, {form, answers, opened: {answers, isOwnForm: true, source: edited}, focus: steps});
		expect(fieldInHand(begun).label).toBe('Nightly steps');
		expect(textInHand(begun.input)).toBe('');
		expect(look(begun)).toEqual(['Colour']);
		expect(document(begun).source).toBe(edited);
		const back = play(begun, press('field.remove')).state;
		expect(textInHand(back.input)).toContain('Trim the wick');
		expect(document(back).source).toBe(`${template}\n## Ours\n\nAdded by hand.\n`);
		const gone = play(back, press('field.remove')).state;
		expect(document(gone).source).toBe(edited);
	});

	it('is in the draft, as it was kept, changed and removed', () => {
		const before = onList();
		const {state} = play(before, press('row.remove'), press('field.next'), press('field.keep'));
		const again = replay(state.form, recordsBetween(keptOf(before), keptOf(state)));
		expect([...again.kept]).toEqual(['lamp/colour']);
		expect(again.answers.get(steps)).toEqual(state.answers.get(steps));
	});

	it('is passed by where its section does not apply', () => {
		const marked = begin(template, {answers: new Map([['lamp', {state: 'not-applicable', reason: 'No lamp'}]])});
		expect(look(marked)).toEqual([]);
	});
});
