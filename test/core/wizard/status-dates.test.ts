/** Dates that follow a change of the document's status: stamped where the author has given none, told, and undone alone. */

import {describe, expect, it} from 'vitest';
import type {OwnWords} from '../../../source/core/checks/index.ts';
import {readForm} from '../../../source/core/form/index.ts';
import {datesOfStatus, document, writtenText, type WizardState} from '../../../source/core/wizard/index.ts';
import {answer, begin, go, now, play, press, type} from './session.ts';

const source = `# Returns

- **Status:** Draft | In Review | Approved
- **Approved on:** [YYYY-MM-DD]
- **Last updated:** [YYYY-MM-DD]
- **Owner:** [name]
`;

/** A document of somebody else's, opened: nothing is filled in when it is written. */
function opened(given: Readonly<Record<string, string>>, template = source): WizardState {
	const {form} = begin(template);
	const answers = new Map(
		Object.entries(given).map(([label, value]) => {
			const id = form.fields.find(field => field.label === label)!.id;
			return [id, {state: 'answered', value} as const];
		}),
	);
	const own = begin(template, {answers});
	return begin(template, {
		answers,
		opened: {answers, isOwnForm: false, source: document(own).source},
		context: {today: '2026-03-09', marker: true, begun: false},
	});
}

const before = opened({Status: 'Draft', 'Last updated': '2025-12-24', Owner: 'Ada'});
/** The author approves it and goes on. */
const approved = play(
	before,
	go('document/status'),
	press('list.down'),
	press('list.down'),
	press('list.choose'),
).state;

describe('a status that is changed', () => {
	it('stamps the day that is called so, and the day of the last change, and says so', () => {
		expect(answer(approved, 'document/status')).toBe('Approved');
		expect(answer(approved, 'document/approved-on')).toBe('2026-03-09');
		expect(answer(approved, 'document/last-updated')).toBe('2026-03-09');
		expect(approved.notice).toEqual({
			tone: 'info',
			text: "“Approved on” and “Last updated” are today's date now, as the status changed.",
			undo: 'takes it back',
		});
		expect(writtenText(approved, false)).toBe(
			'# Returns\n\n- **Status:** Approved\n- **Approved on:** 2026-03-09\n- **Last updated:** 2026-03-09\n- **Owner:** Ada\n',
		);
	});

	it('gives the dates back at one undo, the status at the next, and stamps no more for that', () => {
		const {state: once} = play(approved, press('field.undo'));
		expect(answer(once, 'document/status')).toBe('Approved');
		expect(answer(once, 'document/approved-on')).toBeUndefined();
		expect(answer(once, 'document/last-updated')).toBe('2025-12-24');
		const visited = play(once, go('document/status'), press('field.next')).state;
		expect(answer(visited, 'document/last-updated')).toBe('2025-12-24');
		expect(answer(play(once, press('field.redo')).state, 'document/last-updated')).toBe('2026-03-09');
		const twice = play(once, press('field.undo'), press('field.undo')).state;
		expect(writtenText(twice, false)).toBe(before.opened?.source);
	});

	it('leaves a date that the author has given, before or in the same run', () => {
		const {state} = play(
			before,
			go('document/last-updated'),
			{type: 'edit', edit: {type: 'replace', text: '2026-01-31'}, now},
			go('document/approved-on'),
			type('2026-02-01'),
			go('document/status'),
			press('list.down'),
			press('list.down'),
			press('list.choose'),
		);
		expect(answer(state, 'document/status')).toBe('Approved');
		expect(answer(state, 'document/approved-on')).toBe('2026-02-01');
		expect(answer(state, 'document/last-updated')).toBe('2026-01-31');
		expect(state.notice).toBeUndefined();
	});

	it('keeps the day of an earlier approval', () => {
		const again = opened({Status: 'Draft', 'Approved on': '2025-11-11', 'Last updated': '2025-12-24', Owner: 'Ada'});
		const {state} = play(again, go('document/status'), press('list.down'), press('list.down'), press('list.choose'));
		expect(answer(state, 'document/approved-on')).toBe('2025-11-11');
		expect(answer(state, 'document/last-updated')).toBe('2026-03-09');
	});

	it('stamps nothing where it was only looked at, or is what it was again', () => {
		const looked = play(before, go('document/status'), press('field.next')).state;
		const there = play(before, go('document/status'), press('list.down'), press('list.toggle'));
		const back = play(there.state, press('list.up'), press('list.toggle'), press('field.next')).state;
		for (const state of [looked, back]) {
			expect(answer(state, 'document/status')).toBe('Draft');
			expect(answer(state, 'document/last-updated')).toBe('2025-12-24');
			expect(state.notice).toBeUndefined();
		}
	});

	it('stamps as well where the review is opened or the document written from there', () => {
		for (const command of ['view.review', 'document.write'] as const) {
			const {state} = play(before, go('document/status'), press('list.down'), press('list.toggle'), press(command));
			expect(answer(state, 'document/status')).toBe('In Review');
			expect(answer(state, 'document/last-updated')).toBe('2026-03-09');
			expect(answer(state, 'document/approved-on')).toBeUndefined();
		}
	});

	it('leaves the day of the last change to writing in a document begun here', () => {
		const {state} = play(
			begin(source),
			go('document/status'),
			press('list.down'),
			press('list.down'),
			press('list.choose'),
		);
		expect(answer(state, 'document/approved-on')).toBe('2026-03-09');
		expect(answer(state, 'document/last-updated')).toBeUndefined();
		expect(writtenText(state, false)).toContain('**Last updated:** 2026-03-09');
	});
});

describe('which dates follow', () => {
	/** The ids of the dates that follow when a document with these lines gets that status. */
	function follow(lines: string, status: string, own?: OwnWords): readonly string[] {
		const form = readForm(lines);
		const id = form.fields.find(({label}) => label.toLowerCase().endsWith('status'))!.id;
		const after = new Map([[id, {state: 'answered', value: status} as const]]);
		const change = {form, before: new Map(), after, ...(own ? {own} : {})};
		return [...datesOfStatus(change, '2026-03-09', false).keys()];
	}

	const matter = (keys: string): string => `---\n${keys}\n---\n\n# [Title]\n\n## Context\n\n[Words]\n`;

	it('is told by their labels, in front matter too', () => {
		const npm = matter('status: proposed\ncreated: YYYY-MM-DD\naccepted_at: YYYY-MM-DD\nwithdrawn_at: YYYY-MM-DD');
		expect(follow(npm, 'accepted')).toEqual(['document/accepted-at']);
		expect(follow(npm, 'withdrawn')).toEqual(['document/withdrawn-at']);
		expect(follow(npm, 'proposed')).toEqual([]);
		const capi = matter('creation-date: yyyy-mm-dd\nlast-updated: yyyy-mm-dd\nstatus: provisional|experimental');
		expect(follow(capi, 'experimental')).toEqual(['document/last-updated']);
	});

	it('is told by what a date says of itself', () => {
		const madr = matter('status: "{proposed | accepted}"\ndate: {YYYY-MM-DD when the decision was last updated}');
		expect(follow(madr, 'accepted')).toEqual(['document/date']);
		expect(follow(matter('status: "{proposed | accepted}"\ndate: YYYY-MM-DD'), 'accepted')).toEqual([]);
	});

	it('is told by the name of the status, as a verb or a noun', () => {
		const lines = (label: string) => `# [Title]\n\n- Status: [status]\n- ${label}: YYYY-MM-DD\n`;
		for (const [label, status] of [
			['Approved', '✅ Approved'],
			['Approval date', 'Approved'],
			['Date of approval', 'Approved'],
			['Date accepted', 'accepted'],
			['Acceptance date', 'Accepted'],
			['Release date', 'Released'],
			['Completed on', 'Complete'],
			['Superseded on', 'Superseded by ADR-0012'],
			['Status since', 'Draft'],
			['Status date', 'In Review'],
		] as const)
			expect([label, ...follow(lines(label), status)]).toHaveLength(2);
		for (const [label, status] of [
			['Review date', 'In Review'],
			['Review date', 'Review'],
			['Approved on', 'Draft'],
			['Release date', 'Approved'],
			['Next update', 'Approved'],
			['Go-live', 'Approved'],
			['Created', 'Approved'],
		] as const)
			expect([label, ...follow(lines(label), status)]).toHaveLength(1);
	});

	it('is told in other languages, and in words of the project', () => {
		const lines = (label: string) => `# [Title]\n\n- Status: [status]\n- ${label}: YYYY-MM-DD\n`;
		for (const [label, status] of [
			['Zuletzt geändert', 'Entwurf'],
			['Letzte Änderung', 'Entwurf'],
			['Genehmigt am', 'Genehmigt'],
			['Freigegeben am', 'Freigegeben von Ada'],
			['Status seit', 'Entwurf'],
			['Dernière mise à jour', 'Brouillon'],
			['Approuvé le', 'Approuvé'],
			['Última actualización', 'Borrador'],
			['Aprobado el', 'Aprobado'],
			['Atualizado em', 'Rascunho'],
			['Ultima modifica', 'Bozza'],
		] as const)
			expect([label, ...follow(lines(label), status)]).toHaveLength(2);
		for (const [label, status] of [
			['Review am', 'Review'],
			['Genehmigt am', 'Entwurf'],
			['Erstellt am', 'Genehmigt'],
			['Nächste Änderung', 'Genehmigt'],
			['Senast ändrad', 'Utkast'],
		] as const)
			expect([label, ...follow(lines(label), status)]).toHaveLength(1);
		const own = {
			toBeDone: [],
			questions: [],
			states: {},
			dates: {updated: ['senast ändrad'], statusChanged: ['Läge från']},
		};
		expect(follow(lines('Senast ändrad'), 'Utkast', own)).toHaveLength(1);
		expect(follow(lines('Läge från'), 'Utkast', own)).toHaveLength(1);
		expect(follow(lines('Senast ändrad av Ada'), 'Utkast', own)).toHaveLength(0);
	});

	it('is not a block of the document', () => {
		const blocks = `# [Title]\n\n## Component: <name>\n\n- Status: planned | current\n- Last updated: YYYY-MM-DD\n`;
		const form = readForm(blocks);
		const id = form.fields.find(({label}) => label === 'Status')!.id;
		const after = new Map([[id, {state: 'answered', value: 'current'} as const]]);
		expect(datesOfStatus({form, before: new Map(), after}, '2026-03-09', false).size).toBe(0);
	});

	it('has the form that the template asks for', () => {
		const form = readForm('# [Title]\n\n- Status: Draft | Approved\n- Approved on: DD.MM.YYYY\n');
		const after = new Map([['document/status', {state: 'answered', value: 'Approved'} as const]]);
		expect([...datesOfStatus({form, before: new Map(), after}, '2026-03-09', true).values()]).toEqual([
			{state: 'answered', value: '09.03.2026'},
		]);
	});
});
