/** What stands between the document and "finished", for the review. */

import {fieldById} from './answers.ts';
import {flatten, walk} from './focus.ts';
import {stampsItself} from './offers.ts';
import {messages, messagesOf, openFields, sectionTitle, stateOf} from './select.ts';
import type {WizardState} from './types.ts';

export type Gap = {
	/**
	 * `deferred` is required and was put off; `confirm` is no gap but something the author may want to look at: the
	 * template's own text, a date to come.
	 */
	readonly kind: 'required' | 'deferred' | 'finding' | 'confirm';
	readonly severity: 'error' | 'warn' | 'info';
	readonly field?: string;
	readonly section?: string;
	/** What it is called on the screen: the field's label or the section's title. */
	readonly label: string;
	/** The section it stands in. */
	readonly where: string;
	readonly reason: string;
};

/** Open answers and findings in document order, then what only wants a look. */
export function gaps(state: WizardState): readonly Gap[] {
	const titles = new Map(flatten(state.form.sections).map(section => [section.id, sectionTitle(state, section)]));
	const atField = (id: string, rest: Pick<Gap, 'kind' | 'severity' | 'reason'>): Gap => {
		const {label, section} = fieldById(state.form, id);
		return {...rest, field: id, section, label, where: titles.get(section) ?? ''};
	};

	const open = openFields(state).map(id =>
		atField(id, {
			kind: state.deferred.has(id) ? 'deferred' : 'required',
			severity: 'error',
			reason: whyOpen(state, id),
		}),
	);
	const look = walk(state).flatMap(id => {
		const reason = whyToLook(state, id);
		return reason === undefined ? [] : [atField(id, {kind: 'confirm', severity: 'info', reason})];
	});
	const named = new Set([...open, ...look].map(({field}) => field));
	const findings = messages(state)
		.filter(({severity, field}) => severity !== 'info' && (field === undefined || !named.has(field)))
		.map(({severity, field, section, reason}): Gap => {
			if (field !== undefined) return atField(field, {kind: 'finding', severity, reason});
			const title = titles.get(section ?? '') ?? '';
			return {
				kind: 'finding',
				severity,
				reason,
				label: title,
				where: title,
				...(section === undefined ? {} : {section}),
			};
		});

	const order = new Map(state.form.fields.map(({id}, index) => [id, index]));
	const place = ({field}: Gap): number => order.get(field ?? '') ?? 0;
	return [...[...open, ...findings].sort((a, b) => place(a) - place(b)), ...look];
}

function whyOpen(state: WizardState, id: string): string {
	if (stateOf(state, id) !== 'partial')
		return state.deferred.has(id) ? 'required, put off until later' : 'required and not answered';
	return messagesOf(state, id)[0]?.reason ?? 'not a valid answer yet';
}

function whyToLook(state: WizardState, id: string): string | undefined {
	const field = fieldById(state.form, id);
	if (state.answers.has(id) || state.kept.has(id)) return undefined;
	if (state.context.begun && stampsItself(field)) return "gets today's date when the document is written";
	return field.prefilled ? 'comes from the template: keep or change it' : undefined;
}
