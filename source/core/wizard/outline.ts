/** The outline: a row for each section, with how far it is and the field that it leads to. */

import type {SectionState} from '../completeness/index.ts';
import {everyField, flatten} from '../form/index.ts';
import type {Form, Section} from '../form/types.ts';
import {fieldInHand} from './answers.ts';
import {completeness, document, isToLookAt, openFields, sectionTitle} from './select.ts';
import type {WizardState} from './types.ts';

export type OutlineRow = {
	readonly id: string;
	readonly title: string;
	/** How deep to indent, from 0. */
	readonly depth: number;
	/** Undefined where there is nothing to fill in. */
	readonly state?: SectionState;
	/** Required answers given and asked for, subsections included; where none is required, those that it has begun. */
	readonly answered: number;
	readonly total: number;
	readonly isFocused: boolean;
	/** What the author said of it: of a section, that all that is open there is put off, or all of it kept. */
	readonly mark?: 'deferred' | 'kept';
	/** How much in it, subsections included, comes from the template and was neither kept, nor changed, nor removed. */
	readonly toLookAt?: number;
	/** True where the template has the section and the document has not. */
	readonly isMissing?: true;
	/** The first field below it; undefined where there is none. */
	readonly field?: string;
};

const outlines = new WeakMap<WizardState, readonly OutlineRow[]>();

/** The outline: every section with its state, the one in hand marked. */
export function outline(state: WizardState): readonly OutlineRow[] {
	const known = outlines.get(state) ?? outlineOf(state);
	outlines.set(state, known);
	return known;
}

function outlineOf(state: WizardState): readonly OutlineRow[] {
	const {sections: shares} = completeness(state);
	const held = fieldInHand(state).section;
	const rows: OutlineRow[] = [];
	const markOf = sectionMarks(state);
	const unseen = Map.groupBy(
		everyField(state.form).filter(({id}) => isToLookAt(state, id)),
		({section}) => section,
	);
	const missing = new Set(document(state).missing);
	const base = Math.min(
		...flatten(state.form.sections)
			.filter(({level}) => level > 0)
			.map(({level}) => level),
		6,
	);
	for (const section of flatten(state.form.sections)) {
		const field = firstField(state.form, section);
		if (field === undefined && (section.level === 0 || isRepeatNote(state, section))) continue;
		const share = shares.get(section.id);
		const mark = markOf(section);
		const toLookAt = flatten([section]).reduce((sum, {id}) => sum + (unseen.get(id)?.length ?? 0), 0);
		const counted = share && (share.required.total > 0 ? share.required : share.all);
		rows.push({
			id: section.id,
			title: sectionTitle(state, section),
			depth: Math.max(0, section.level - base),
			answered: counted?.answered ?? 0,
			total: counted?.total ?? 0,
			isFocused: section.id === held,
			...(mark ? {mark} : {}),
			...(toLookAt > 0 ? {toLookAt} : {}),
			...(missing.has(section.id) ? {isMissing: true} : {}),
			...(field === undefined
				? {}
				: {
						field,
						state: state.answers.has(section.id)
							? 'not-applicable'
							: (share?.state ?? (section.fields.length > 0 ? 'empty' : 'done')),
					}),
		});
	}

	return rows;
}

/** What the author's marks come to in a section, its subsections included. */
function sectionMarks(state: WizardState): (section: Section) => OutlineRow['mark'] {
	const {deferred, kept} = state;
	if (deferred.size + kept.size === 0) return () => undefined;
	const open = new Set(deferred.size > 0 ? openFields(state) : []);
	const bySection = Map.groupBy(everyField(state.form), ({section}) => section);
	return section => {
		const ids = flatten([section]).flatMap(each => bySection.get(each.id)?.map(({id}) => id) ?? []);
		const left = ids.filter(id => open.has(id));
		if (left.length > 0) return left.every(id => deferred.has(id)) ? 'deferred' : undefined;
		return ids.length > 0 && ids.every(id => kept.has(id)) ? 'kept' : undefined;
	};
}

/** True for a section that only says that the one before it may be repeated. */
function isRepeatNote({form}: WizardState, {range}: Section): boolean {
	return form.guidance.some(
		note => note.role === 'repeat-note' && note.range.from <= range.from && range.to <= note.range.to,
	);
}

/** The first field below a section, its subsections and its boilerplate included; undefined where there is none. */
export function firstField(form: Form, section: Section): string | undefined {
	const first = firstFields(form);
	return flatten([section])
		.map(({id}) => first.get(id))
		.find(id => id !== undefined);
}

const firsts = new WeakMap<Form, ReadonlyMap<string, string>>();

/** The first field of each section that has any. */
function firstFields(form: Form): ReadonlyMap<string, string> {
	let known = firsts.get(form);
	if (!known) {
		// Of several the first is set last.
		known = new Map(
			everyField(form)
				.toReversed()
				.map(({id, section}) => [section, id]),
		);
		firsts.set(form, known);
	}

	return known;
}
