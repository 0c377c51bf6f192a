/** What the outline lists while it lies over the form: all of it, or what one looks for. */

import {standingOf, type Message} from '../checks/index.ts';
import {everyField} from '../form/index.ts';
import type {Field, FieldState} from '../form/types.ts';
import {fuzzyScore, textOf} from '../text/index.ts';
import {walk} from './focus.ts';
import {outline, type OutlineRow} from './outline.ts';
import {document, messages, stateOf} from './select.ts';
import type {OutlineShow, WizardState} from './types.ts';

/** In the order in which the key goes through them. */
export const outlineShows: readonly OutlineShow[] = ['all', 'required', 'unfilled', 'failing'];

/** What comes after, and after the last the first. */
export function nextShow(show: OutlineShow): OutlineShow {
	return outlineShows[(outlineShows.indexOf(show) + 1) % outlineShows.length] ?? 'all';
}

/**
 * The rows that the outline's filters let through, in the document's order. While it has one, fields are among them,
 * below their section.
 */
export function filteredOutline(state: WizardState): readonly OutlineRow[] {
	const {overlay} = state;
	const rows = outline(state);
	if (overlay?.type !== 'outline') return rows;
	const query = overlay.filter ? textOf(overlay.filter).trim() : '';
	const show = overlay.show ?? 'all';
	if (query === '' && show === 'all') return rows;
	const isNamed = (title: string): boolean => fuzzyScore(query, title) !== undefined;
	const isShown = shown(state, show);
	const bySection = Map.groupBy(everyField(state.form), ({section}) => section);
	return rows.flatMap(row => {
		const isSectionNamed = isNamed(row.title);
		const fields = (bySection.get(row.id) ?? []).filter(
			({id, label}) => isShown.field(id) && (isNamed(label) || (show !== 'all' && isSectionNamed)),
		);
		const isSection = show === 'all' ? isSectionNamed : fields.length > 0 || (isShown.section(row) && isSectionNamed);
		// A section that is nothing but its one field stands for it.
		const isFailing =
			show === 'failing' && row.state === 'done' && row.field !== undefined && hasFinding(state, row.field);
		return [
			...(isSection ? [isFailing ? {...row, state: 'finding' as const} : row] : []),
			...fields
				// A field that is called as its section is found by that.
				.filter(
					({label, id}) => !isSection || id !== row.field || !row.title.toLowerCase().endsWith(label.toLowerCase()),
				)
				.map(field => fieldRow(state, field, row)),
		];
	});
}

/** What is let through where fields of one sort are asked for. */
function shown(
	state: WizardState,
	show: OutlineShow,
): {readonly field: (id: string) => boolean; readonly section: (row: OutlineRow) => boolean} {
	switch (show) {
		case 'all': {
			return {field: () => true, section: () => true};
		}

		case 'required': {
			const {fields} = standingOf(document(state));
			return {field: id => fields.get(id)?.counts === true, section: () => false};
		}

		case 'unfilled': {
			const walked = new Set(walk(state));
			return {
				field: id => walked.has(id) && ['empty', 'partial'].includes(stateOf(state, id)),
				section: () => false,
			};
		}

		case 'failing': {
			const {sections} = found(state);
			return {field: id => hasFinding(state, id), section: ({id}) => sections.has(id)};
		}
	}
}

type Found = {readonly fields: ReadonlySet<string | undefined>; readonly sections: ReadonlySet<string | undefined>};

const lately = new WeakMap<readonly Message[], Found>();

/** The fields with more than a hint, and the sections of which something is said that is of none of their fields. */
function found(state: WizardState): Found {
	const all = messages(state);
	let known = lately.get(all);
	if (!known) {
		const told = all.filter(({severity}) => severity !== 'info');
		known = {
			fields: new Set(told.map(({field}) => field)),
			sections: new Set(told.filter(({field}) => field === undefined).map(({section}) => section)),
		};
		lately.set(all, known);
	}

	return known;
}

/** Whether something was found in what the author did with a field. */
function hasFinding(state: WizardState, id: string): boolean {
	return found(state).fields.has(id) && isBegun(state, id);
}

/** That a field nobody has touched holds the template's words is no fault of anyone's. */
function isBegun(state: WizardState, id: string): boolean {
	return (
		stateOf(state, id) !== 'empty' || messages(state).some(({field, severity}) => field === id && severity === 'error')
	);
}

const fieldStates: Readonly<Record<FieldState, OutlineRow['state']>> = {
	empty: 'empty',
	partial: 'part',
	answered: 'done',
	prefilled: 'done',
	'not-applicable': 'not-applicable',
	'left-out': 'not-applicable',
};

function fieldRow(state: WizardState, {id, label}: Field, {depth}: OutlineRow): OutlineRow {
	const standing = hasFinding(state, id) ? 'finding' : fieldStates[stateOf(state, id)];
	return {
		id,
		title: label,
		depth: depth + 1,
		answered: 0,
		total: 0,
		isFocused: id === state.focus,
		field: id,
		...(standing ? {state: standing} : {}),
		...(state.deferred.has(id) ? {mark: 'deferred'} : state.kept.has(id) ? {mark: 'kept'} : {}),
	};
}
