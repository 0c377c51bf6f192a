/** A field that was read as something else than its author means: read anew with one key, kept in the draft, taken back. */

import {describe, expect, it} from 'vitest';
import {bind, readForm} from '../../../source/core/form/index.ts';
import {
	document,
	fieldInHand,
	keptOf,
	readings,
	recordsBetween,
	replay,
	type WizardState,
} from '../../../source/core/wizard/index.ts';
import {answer, begin, go, now, play, press, type} from './session.ts';

const source = `# [Title]

- Way out: [train, bus or on foot]
- Start: [first day of the work]
- Mode: fast / slow
- Call: [the team]

## Risk

- Name: [what may happen]
- Weight: [how bad]

## End

[end]
`;

/** State after the field was read in the way with these words. */
function readAs(state: WizardState, words: string): WizardState {
	const asked = play(state, press('field.read-as')).state;
	const index = readings(asked).findIndex(one => one.words.startsWith(words));
	expect(readings(asked).map(one => one.words)).toContainEqual(expect.stringContaining(words));
	return play(asked, {type: 'choose', index, now}).state;
}

const again = (state: WizardState): WizardState => ({
	...state,
	...replay(readForm(source), recordsBetween(undefined, keptOf(state))),
});

describe('a field that is read as something else', () => {
	const at = (id: string): WizardState => play(begin(source), go(id)).state;

	it('lists the ways, the one that holds marked and under the cursor', () => {
		const {overlay} = play(at('document/start'), press('field.read-as')).state;
		const ways = readings(at('document/start'));
		const current = ways.findIndex(({isNow}) => isNow);
		expect([fieldInHand(at('document/start')).kind, ways[current]?.words]).toEqual(['text', 'A line of text']);
		expect(overlay).toEqual({type: 'readings', cursor: current});
	});

	it('becomes a choice of what the blank names, with words of one’s own or without', () => {
		const closed = readAs(at('document/way-out'), 'One of: train, bus or on foot');
		expect(fieldInHand(closed)).toMatchObject({kind: 'choice', options: ['train', 'bus or on foot'], open: false});
		expect(closed.input.type).toBe('choice');
		const open = readAs(closed, 'One of them, or');
		expect(fieldInHand(open)).toMatchObject({kind: 'choice', open: true});
	});

	it('keeps what was answered, as words or as lines', () => {
		const typed = play(at('document/call'), type('Ada')).state;
		const list = readAs(typed, 'A list');
		expect(answer(list, 'document/call')).toEqual(['Ada']);
		expect(document(list).source).toContain('- Call:\n');
		expect(answer(readAs(list, 'A line of text'), 'document/call')).toBe('Ada');
	});

	it('is taken back by undo, and by the reading that was there first', () => {
		const before = at('document/mode');
		const text = readAs(before, 'A date');
		expect(fieldInHand(text).kind).toBe('date');
		expect(fieldInHand(play(text, press('field.undo')).state).kind).toBe(fieldInHand(before).kind);
		expect(fieldInHand(readAs(text, 'document/mode: as it was read')).kind).toBe(fieldInHand(before).kind);
	});

	it('writes nothing into the document', () => {
		const {source: before} = document(at('document/start'));
		expect(document(readAs(at('document/start'), 'A number')).source).toBe(before);
	});

	it('is so again when the draft is taken up', () => {
		const mended = play(readAs(at('document/way-out'), 'Several of them'), press('list.toggle')).state;
		const resumed = again(mended);
		expect(fieldInHand({...resumed, focus: 'document/way-out'})).toMatchObject({kind: 'choice', multiple: true});
		expect(document(resumed).source).toBe(document(mended).source);
		const back = readAs(play(mended, go('document/way-out')).state, 'document/way-out: as it was');
		expect(recordsBetween(keptOf(mended), keptOf(back))).toContainEqual({type: 'mend', id: 'document/way-out'});
		expect(fieldInHand({...again(back), focus: 'document/way-out'}).kind).not.toBe('choice');
	});
});

describe('a blank that is none', () => {
	const none = readAs(play(begin(source), go('document/call')).state, 'No blank');

	it('is not asked for and stands as it is, in the draft as well', () => {
		for (const state of [none, again(none)]) {
			expect(state.form.fields.map(({id}) => id)).not.toContain('document/call');
			expect(document(state).source).toContain('- Call: [the team]');
		}

		expect(none.form.fields.some(({id}) => id === none.focus)).toBe(true);
	});

	it('leaves all other ids as they were, and can be asked for again', () => {
		const others = begin(source)
			.form.fields.map(({id}) => id)
			.filter(id => id !== 'document/call');
		expect(none.form.fields.map(({id}) => id)).toEqual(others);
		expect(readAs(none, 'document/call: as it was').form.fields.map(({id}) => id)).toContain('document/call');
	});

	it('is refused where nothing else would be asked', () => {
		const only = play(begin('# Plan\n\n- Name: [name]\n'), go('document/name')).state;
		const rest = only.form.fields.filter(({id}) => id !== 'document/name');
		const last = rest.reduce((state, {id}) => readAs(play(state, go(id)).state, 'No blank'), only);
		expect(readAs(play(last, go('document/name')).state, 'No blank').notice?.tone).toBe('error');
	});
});

describe('a section that is one of several', () => {
	const begun = play(begin(source), go('risk/name'), type('It leaks')).state;
	const several = readAs(begun, 'The section "Risk"');

	it('keeps its answers and can be added to', () => {
		expect(document(several).source).toBe(document(begun).source);
		const two = play(several, press('instance.add'), type('It burns')).state;
		expect(document(two).source.match(/^## Risk/gm)).toHaveLength(2);
		expect(document(two).source).toContain('It leaks');
		expect(document(two).source).toContain('It burns');
		expect(document(again(two)).source).toBe(document(two).source);
	});
});

describe('in a document that was opened', () => {
	const text = '# Keys\n\n- Start: soon\n\n## Our own\n\nWords.\n\n## Risk\n\n- Name: It leaks\n';
	const opened = bind(readForm(source), text);
	const state = begin(source, {
		form: opened.form,
		opened: {answers: opened.answers, isOwnForm: false, source: text},
		focus: 'document/start',
	});

	it('changes no byte, and the answer is there', () => {
		const mended = readAs(state, 'Text of any length');
		expect(fieldInHand(mended).kind).toBe('prose');
		expect(document(mended).source).toBe(text);
		expect(answer(mended, 'document/start')).toBe('soon');
		const taken = replay(opened.form, recordsBetween(undefined, keptOf(mended)), opened.answers);
		expect(taken.form.fields.find(({id}) => id === 'document/start')?.kind).toBe('prose');
	});
});
