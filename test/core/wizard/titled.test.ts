/** Blocks that have titles of their own in the template: added to, left out, undone, kept in a draft. */

import {describe, expect, it} from 'vitest';
import {bind, readForm} from '../../../source/core/form/index.ts';
import {blockInHand, document, keptOf, recordsBetween, replay} from '../../../source/core/wizard/index.ts';
import {phases} from './phases.ts';
import {begin, go, play, press, type} from './session.ts';

const source =
	'# A plan\n\n## Plan\n\n### Phase 1: Start\n\n- Weeks: [weeks]\n\n### Phase 2: Grow\n\n- Weeks: [weeks]\n\n### Phase 3: Scale\n\n- Weeks: [weeks]\n\n## End\n\n[end]\n';

const three = play(
	begin(source),
	go('plan/phase-1-start/weeks'),
	type('one'),
	go('plan/phase-2-grow/weeks'),
	type('two'),
	go('plan/phase-3-scale/weeks'),
	type('three'),
).state;

const removed = play(three, go('plan/phase-2-grow/weeks'), press('instance.remove')).state;

describe('a block with its title from the template', () => {
	it('is removed with that title, and those behind it count on', () => {
		expect(phases(removed)).toEqual(['Phase 1: Start - Weeks: one', 'Phase 2: Scale - Weeks: three']);
		expect(blockInHand(removed)).toEqual({label: 'Phase', number: 2, of: 2});
	});

	it('comes back with undo, and goes again with redo', () => {
		const back = play(removed, press('field.undo')).state;
		expect(phases(back)).toEqual(phases(three));
		expect(phases(play(back, press('field.redo')).state)).toEqual(phases(removed));
	});

	it('stays out in a draft and in the document that is opened again', () => {
		const again = replay(begin(source).form, recordsBetween(undefined, keptOf(removed)));
		expect(phases({...removed, ...again})).toEqual(phases(removed));
		const opened = bind(readForm(source), document(removed).source);
		expect(opened.missing).toEqual([]);
		expect([...opened.answers.keys()].sort()).toEqual([
			'plan/phase-1-start/weeks',
			'plan/phase-2-grow',
			'plan/phase-3-scale/weeks',
		]);
	});

	it('has the one that is added behind the last, with a title to fill in', () => {
		const added = play(three, go('plan/phase-1-start/weeks'), press('instance.add'), type('Rest')).state;
		expect(phases(added).slice(2)).toEqual(['Phase 3: Scale - Weeks: three', 'Phase 4: Rest - Weeks: [weeks]']);
		const fewer = play(added, go('plan/phase-1-start/weeks'), press('instance.remove')).state;
		expect(phases(fewer).at(-1)).toBe('Phase 3: Rest - Weeks: [weeks]');
	});

	it('is emptied where it is the last that is left', () => {
		const one = play(
			removed,
			press('instance.remove'),
			go('plan/phase-1-start/weeks'),
			press('instance.remove'),
			press('instance.remove'),
		).state;
		expect(phases(one)).toEqual(['Phase 1: Start - Weeks: [weeks]']);
	});
});

it('one more that could not be told from the first is not added, and that is said', () => {
	const list = '**Owner:** [Name]\n\n**Since:** YYYY-MM-DD\n\n- G1: [goal]\n- G2: [goal]\n';
	const blank = begin(`# A plan\n\n## After\n\n${list}`);
	const field = blank.form.repeats[0]!.instances[0]!.fields[0]!;
	const {state} = play(blank, go(field), type('2026-03-09'), press('instance.add'));
	expect(state.notice).toEqual({
		tone: 'error',
		text: 'One more Since could not be told from the first here, so none was added.',
	});
	expect(document(state).source).toBe(`# A plan\n\n## After\n\n${list.replace('YYYY-MM-DD', '2026-03-09')}`);
});

describe('one of two blocks that are told by their numbers alone', () => {
	const blank = begin('# A plan\n\n## Plan\n\n### Phase 1\n\n- Weeks: [weeks]\n\n### Phase 2\n\n- Weeks: [weeks]\n');
	const filled = play(
		blank,
		go('plan/phase/weeks'),
		type('one'),
		go('plan/phase[2]/weeks'),
		type('two'),
		go('plan/phase/weeks'),
		press('instance.remove'),
	).state;

	it('is removed, and what the other says stays', () => {
		expect(phases(filled)).toEqual(['Phase 1 - Weeks: two']);
		expect(blockInHand(filled)).toEqual({label: 'Phase', number: 1, of: 1});
	});

	it('comes back by adding one, and by undo with what it said', () => {
		const added = play(filled, press('instance.add'), type('three')).state;
		expect(phases(added)).toEqual(['Phase 1 - Weeks: two', 'Phase 2 - Weeks: three']);
		expect(phases(play(filled, press('field.undo')).state)).toEqual(['Phase 1 - Weeks: one', 'Phase 2 - Weeks: two']);
	});

	it('stays out in a draft and in the document that is opened again', () => {
		const again = replay(blank.form, recordsBetween(undefined, keptOf(filled)));
		expect(phases({...filled, ...again})).toEqual(phases(filled));
		const opened = bind(blank.form, document(filled).source);
		expect([...opened.answers]).toContainEqual(['plan/phase/weeks', {state: 'answered', value: 'two'}]);
	});
});

describe('a record in paragraphs', () => {
	const log =
		'# A log\n\n## Log\n\n**Decision:** [what]\n**Rationale:** [why]\n\nAdd more decisions as needed.\n\n## End\n\n[end]\n';

	it('is added, moved, duplicated and removed like any block', () => {
		const two = play(
			begin(log),
			go('log/decision'),
			type('YAML'),
			press('instance.add'),
			type('TOML'),
			press('instance.up'),
			press('instance.duplicate'),
		).state;
		const said = (state: typeof two) =>
			[...document(state).source.matchAll(/Decision:\*\* (.*)/g)].map(([, what]) => what);
		expect(said(two)).toEqual(['TOML', 'TOML', 'YAML']);
		expect(said(play(two, press('instance.remove')).state)).toEqual(['TOML', 'YAML']);
	});
});

it('one more block has one of each that repeats in it', () => {
	const nested = '# A\n\n## Part: <name>\n\n- **Endpoint:** <path>\n  - **Method:** <method>\n\n## End\n\n[end]\n';
	const {state} = play(
		begin(nested),
		go('part/endpoint'),
		press('instance.add'),
		press('instance.add'),
		go('part/name'),
		press('instance.add'),
	);
	expect(
		document(state)
			.source.split('## Part: ')
			.map(text => text.split('Endpoint:').length - 1),
	).toEqual([0, 3, 1]);
});
