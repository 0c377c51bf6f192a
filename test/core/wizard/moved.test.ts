/** Blocks that have titles of their own in the template, moved: titles keep their answers, and numbers follow place. */

import {describe, expect, it} from 'vitest';
import {bind, match, readForm} from '../../../source/core/form/index.ts';
import {
	blockInHand,
	document,
	keptOf,
	outline,
	position,
	recordsBetween,
	replay,
} from '../../../source/core/wizard/index.ts';
import type {WizardState} from '../../../source/core/wizard/index.ts';
import {fc, patience, runs} from '../../property.ts';
import {phases} from './phases.ts';
import {begin, go, play, press, type} from './session.ts';

const source =
	'# A plan\n\n## Plan\n\n### Phase 1: Start\n\n- Weeks: [weeks]\n\n### Phase 2: Grow\n\n- Weeks: [weeks]\n\n### Phase 3: Scale\n\n- Weeks: [weeks]\n\n## End\n\n[end]\n';
const [start, grow, scale] = [
	'plan/phase-1-start/weeks',
	'plan/phase-2-grow/weeks',
	'plan/phase-3-scale/weeks',
] as const;

const filled = (blank: WizardState): WizardState =>
	play(blank, go(start), type('one'), go(grow), type('two'), go(scale), type('three')).state;
const three = filled(begin(source));

const moved = play(three, go(scale), press('instance.up'), press('instance.up')).state;

describe('a block with its title from the template', () => {
	it('moves with its answers, and all count by where they stand', () => {
		expect(phases(moved)).toEqual([
			'Phase 1: Scale - Weeks: three',
			'Phase 2: Start - Weeks: one',
			'Phase 3: Grow - Weeks: two',
		]);
		expect(blockInHand(moved)).toEqual({label: 'Phase', number: 1, of: 3});
		expect(moved.focus).toBe(scale);
		expect(phases(play(moved, press('instance.down'), press('instance.down')).state)).toEqual(phases(three));
	});

	it('is shown in its place, with the number that is written', () => {
		const titles = (state: WizardState) =>
			outline(state).flatMap(({title}) => (title.startsWith('Phase') ? [title] : []));
		expect(titles(moved)).toEqual(['Phase 1: Scale', 'Phase 2: Start', 'Phase 3: Grow']);
		const two = play(moved, press('instance.remove')).state;
		// The one that is left out is shown first, as left out.
		expect(titles(two).slice(1)).toEqual(phases(two).map(text => text.replace(/ - Weeks.*/, '')));
		expect(position(moved).path).toEqual(['Plan', 'Phase 1: Scale']);
	});

	it('stays at either end without a word', () => {
		expect(phases(play(moved, press('instance.up')).state)).toEqual(phases(moved));
		expect(phases(play(moved, go(grow), press('instance.down')).state)).toEqual(phases(moved));
	});

	it('goes back with undo, and again with redo', () => {
		const back = play(moved, press('field.undo'), press('field.undo')).state;
		expect(phases(back)).toEqual(phases(three));
		expect(phases(play(back, press('field.redo'), press('field.redo')).state)).toEqual(phases(moved));
	});

	it('has its place in a draft, also one that was begun on the document', () => {
		const again = replay(begin(source).form, recordsBetween(undefined, keptOf(moved)));
		expect(phases({...moved, ...again})).toEqual(phases(moved));
		const sofar = recordsBetween(keptOf(three), keptOf(moved));
		expect(sofar).toContainEqual(expect.objectContaining({type: 'count', repeat: 'plan/phase', instances: 3}));
		// Taken back, it is saved as well.
		const back = play(moved, press('field.undo'), press('field.undo')).state;
		const all = [...recordsBetween(undefined, keptOf(moved)), ...recordsBetween(keptOf(moved), keptOf(back))];
		expect(phases({...back, ...replay(begin(source).form, all)})).toEqual(phases(three));
	});

	it('moves past one that is left out', () => {
		const two = play(three, go(grow), press('instance.remove'), go(scale), press('instance.up')).state;
		expect(phases(two)).toEqual(['Phase 1: Scale - Weeks: three', 'Phase 2: Start - Weeks: one']);
	});

	it('changes places with one that was added', () => {
		const four = play(three, press('instance.add'), type('Rest'), press('instance.up'), press('instance.up')).state;
		expect(phases(four)).toEqual([
			'Phase 1: Start - Weeks: one',
			'Phase 2: Rest - Weeks: [weeks]',
			'Phase 3: Grow - Weeks: two',
			'Phase 4: Scale - Weeks: three',
		]);
		expect(phases(play(four, press('instance.remove')).state)).toEqual(phases(three));
	});
});

describe('in a document that somebody has edited by hand', () => {
	const text =
		'# My plan\n\nWritten by Ada.\n\n## Plan\n\n### Phase 1: Start\n\nMine.\n\n- Weeks: one\n\n### Phase 2: Other\n\n- Weeks: 2\n\n### Phase 3: Scale\n\n- Weeks: three\n\n## End\n\nIt ends.\n';
	const {form, answers} = bind(readForm(source), text);
	const opened = begin(source, {form, answers, opened: {answers, isOwnForm: true, source: text}});

	it('a block moves with what its author wrote in it, and all count on', () => {
		expect(document(opened).source).toBe(text);
		const down = play(opened, go(start), press('instance.down')).state;
		expect(phases(down)).toEqual([
			'Phase 1: Other - Weeks: 2',
			'Phase 2: Start Mine. - Weeks: one',
			'Phase 3: Scale - Weeks: three',
		]);
		expect(document(down).source.replace(/### [^]*## End/, '')).toBe(text.replace(/### [^]*## End/, ''));
		expect(document(play(down, press('instance.up')).state).source).toBe(text);
		expect(document(play(down, press('field.undo')).state).source).toBe(text);
		const kept = recordsBetween({...keptOf(opened)}, keptOf(down));
		expect(document({...down, ...replay(form, kept, answers)}).source).toBe(document(down).source);
	});

	it('one more comes behind the last, also where one of the template is missing', () => {
		const more = play(opened, go(scale), press('instance.add'), type('Rest')).state;
		expect(phases(more).slice(2)).toEqual(['Phase 3: Scale - Weeks: three', 'Phase 4: Rest - Weeks: [weeks]']);
		const up = play(more, press('instance.up')).state;
		expect(phases(up).slice(2)).toEqual(['Phase 3: Rest - Weeks: [weeks]', 'Phase 4: Scale - Weeks: three']);
	});

	it('what is missing is counted where it is put in', () => {
		const back = play(opened, go(grow), type('two')).state;
		expect(phases(back).map(one => one.replace('Mine. ', ''))).toEqual([
			'Phase 1: Start - Weeks: one',
			'Phase 2: Grow - Weeks: two',
			'Phase 3: Other - Weeks: 2',
			'Phase 4: Scale - Weeks: three',
		]);
	});
});

/** The phases with what they say, without the numbers, and those alone. */
const numbers = (state: WizardState) => phases(state).map(text => Number(/\d+/.exec(text)![0]));
const named = (state: WizardState) => phases(state).map(text => text.replace(/Phase \d+: /, ''));

const step = fc.tuple(
	fc.nat(9),
	fc.constantFrom('instance.up', 'instance.down', 'instance.add', 'instance.remove', 'instance.duplicate'),
);

/** With nothing in hand that undo would take back first. */
const settled = play(three, go('end/body')).state;

it(
	'keeps a title with its answer whatever is moved, added and removed, goes back, and is read as it is written',
	{timeout: patience},
	() => {
		fc.assert(
			fc.property(fc.array(step, {maxLength: 8}), steps => {
				let state = settled;
				let isEmptied = false;
				for (const [round, [at, command]] of steps.entries()) {
					const fields = state.form.fields.filter(({id}) => id.endsWith('/weeks') && id.startsWith('plan/'));
					const there = fields.filter(({section}) => state.answers.get(section)?.state !== 'left-out');
					const field = there[at % there.length]!;
					// The last that is left is emptied.
					if (command === 'instance.remove' && there.length === 1) isEmptied = true;
					state = play(state, go(field.id), press(command)).state;
					// One more is told by what it says.
					const title = state.form.fields.find(({id}) => id === state.focus.replace(/\/weeks$/, '/title'));
					if (title && command === 'instance.add')
						state = play(state, go(title.id), type(`More ${round}`), press('field.next'), type('more')).state;
				}

				expect(numbers(state)).toEqual(numbers(state).map((_, index) => index + 1));
				for (const [title, weeks] of [
					['Start', 'one'],
					['Grow', 'two'],
					['Scale', 'three'],
				]) {
					const own = named(state).find(text => text.startsWith(`${title} `));
					if (own !== undefined && !isEmptied) expect(own).toBe(`${title} - Weeks: ${weeks}`);
				}

				const {source: text} = document(state);
				const again = replay(begin(source).form, recordsBetween(undefined, keptOf(state)));
				expect(document({...state, ...again}).source).toBe(text);
				const found = match(readForm(source), text);
				const opened = begin(source, {form: found.form, answers: found.answers});
				// With none of the template's titles left, the first is taken for one that its author has renamed.
				if (named(state).some(one => /^(?:Start|Grow|Scale) /.test(one))) expect(phases(opened)).toEqual(phases(state));
				const bound = bind(readForm(source), text);
				expect(bound.source).toBe(text);
				let back = state;
				for (let count = 0; count < 60 && back.past.length > settled.past.length; count++)
					back = play(back, press('field.undo')).state;
				expect(phases(back)).toEqual(phases(settled));
			}),
			{numRuns: runs(60)},
		);
	},
);
