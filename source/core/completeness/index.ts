/**
 * The door of completeness: answered fields over fields that apply, per section and in all. A selector over the
 * document and the checks' messages; it has no rules of its own.
 */

import {
	lineage,
	outlineOf,
	standingOf,
	type FieldStanding,
	type Message,
	type OutlineRow,
	type Standing,
} from '../checks/index.ts';
import type {Document} from '../form/types.ts';
import type {Completeness, SectionState, Share} from './types.ts';

export type * from './types.ts';

type Tally = {
	answered: number;
	total: number;
	allAnswered: number;
	allTotal: number;
	entered: number;
	exempt: number;
	open: number;
};

/**
 * How complete a document is.
 *
 * Percent is floor(100 · answered / total), 100 where nothing applies, and at most 99 while an error stands or
 * something of the template is left over: guidance, a sample, the placeholder of a field nobody wanted.
 *
 * @param messages the checks' messages for this document.
 */
export function completeness(document: Document, messages: readonly Message[]): Completeness {
	const standing = standingOf(document);
	const {rows} = outlineOf(document.form);
	const whole = tally();
	const tallies = new Map<string, Tally>(rows.map(row => [row.section.id, tally()]));
	for (const entry of standing.fields.values()) {
		add(whole, entry);
		for (const row of lineage(entry.row)) {
			const counts = tallies.get(row.section.id);
			if (counts) add(counts, entry);
		}
	}

	const hindered = hindrances(document, standing, messages);
	const sections = new Map(
		rows.map(row => {
			const counts = tallies.get(row.section.id) ?? tally();
			const cap = hindered.sections.has(row.section.id) ? 99 : 100;
			const shares = sharesOf(counts, cap);
			return [row.section.id, {...shares, state: stateOf(row, counts, hindered.faulty, standing)}] as const;
		}),
	);
	const shares = sharesOf(whole, hindered.any ? 99 : 100);
	return {...shares, sections, readyToFinish: hindered.any && whole.answered === whole.total};
}

function tally(): Tally {
	return {answered: 0, total: 0, allAnswered: 0, allTotal: 0, entered: 0, exempt: 0, open: 0};
}

function add(counts: Tally, entry: FieldStanding): void {
	if (entry.state === 'empty') counts.open++;
	if (entry.state === 'answered' || entry.state === 'partial' || entry.state === 'not-applicable') counts.entered++;
	if (entry.state === 'not-applicable' && entry.answered) counts.exempt++;
	if (entry.counts) counts.total++;
	if (entry.counts && entry.answered) counts.answered++;
	if (entry.applies) counts.allTotal++;
	if (entry.applies && entry.answered) counts.allAnswered++;
}

function sharesOf(counts: Tally, cap: number): {readonly required: Share; readonly all: Share} {
	return {required: share(counts.answered, counts.total, cap), all: share(counts.allAnswered, counts.allTotal, cap)};
}

function share(answered: number, total: number, cap: number): Share {
	return {answered, total, percent: Math.min(cap, total === 0 ? 100 : Math.floor((100 * answered) / total))};
}

type Hindrances = {
	readonly any: boolean;
	/** Sections in or below which an error or leftover stands. */
	readonly sections: ReadonlySet<string>;
	/** Sections in or below which an error stands. */
	readonly faulty: ReadonlySet<string>;
};

function hindrances(document: Document, standing: Standing, messages: readonly Message[]): Hindrances {
	const {byId} = outlineOf(document.form);
	const sections = new Set<string>();
	const faulty = new Set<string>();
	let any = false;
	const note = (id: string | undefined, isFault: boolean): void => {
		any = true;
		for (const row of lineage(id === undefined ? undefined : byId.get(id))) {
			sections.add(row.section.id);
			if (isFault) faulty.add(row.section.id);
		}
	};
	for (const message of messages) if (message.severity === 'error') note(message.section, true);
	for (const left of standing.leftovers) note(left.section, false);
	for (const blank of standing.openBlanks) note(blank.field.section, false);
	return {any, sections, faulty};
}

function stateOf(row: OutlineRow, counts: Tally, faulty: ReadonlySet<string>, standing: Standing): SectionState {
	const {id} = row.section;
	if (faulty.has(id)) return 'finding';
	if (standing.notApplicable.has(id) || standing.leftOut.has(id)) return 'not-applicable';
	if (counts.exempt > 0 && counts.exempt === counts.allTotal) return 'not-applicable';
	if (counts.allTotal > 0)
		return counts.allAnswered === counts.allTotal ? 'done' : counts.entered > 0 ? 'part' : 'empty';
	// Nothing applies: an optional section that nobody has begun is empty, one without anything to fill is done.
	return counts.open > 0 ? 'empty' : 'done';
}
