/** What stands between the document and "finished", for the review. */

import {everyField, flatten} from '../form/index.ts';
import {questionRows, standingWords, statesGate, type Message} from '../checks/index.ts';
import type {Field, Range, Section} from '../form/types.ts';
import {fieldById} from './answers.ts';
import {walk} from './focus.ts';
import {document, factsOf, isToLookAt, messages, messagesOf, sectionTitle, stateOf} from './select.ts';
import type {WizardState} from './types.ts';
import {filledByWriting} from './written.ts';
import {leftOpen} from './completed.ts';
import {stampsItself} from './own-dates.ts';

export type Gap = {
	/**
	 * `deferred` is required and was put off; `dated` is open, but a date that fills itself when the document is written;
	 * `filled` is open, but follows from the rest when it is written; `question` is one of the document's own that has no
	 * answer yet; `confirm` is no gap but something the author may want to look at: the template's own text.
	 */
	readonly kind: 'required' | 'deferred' | 'dated' | 'filled' | 'finding' | 'question' | 'confirm';
	readonly severity: 'error' | 'warn' | 'info';
	readonly field?: string;
	readonly section?: string;
	/** What it is called on the screen: the field's label or the section's title. */
	readonly label: string;
	/** The section it stands in. */
	readonly where: string;
	readonly reason: string;
	/** Where a finding that is about no field stands in the document, and the field of its section nearest to it. */
	readonly place?: Range;
	readonly near?: string;
};

/** What is wrong outside of the document, open answers, findings and questions in document order, then what only wants a look. */
export function gaps(state: WizardState): readonly Gap[] {
	const titles = new Map(flatten(state.form.sections).map(section => [section.id, sectionTitle(state, section)]));
	const atField = (id: string, rest: Pick<Gap, 'kind' | 'severity' | 'reason'>): Gap => {
		const {label = id, section = ''} = fieldById(state.form, id) ?? {};
		return {...rest, field: id, section, label, where: titles.get(section) ?? ''};
	};

	const isFilled = new Set(filledByWriting(state));
	const isOpen = new Set([...isFilled, ...leftOpen(state)]);
	const open = everyField(state.form).flatMap(field => {
		const {id} = field;
		if (!isOpen.has(id)) return [];
		if (isFilled.has(id)) return [atField(id, {severity: 'info', ...howFilled(state, field)})];
		const kind = state.deferred.has(id) ? 'deferred' : 'required';
		return [atField(id, {kind, severity: 'error', reason: whyOpen(state, id)})];
	});
	const look = walk(state).flatMap(id => {
		const reason = whyToLook(state, id);
		return reason === undefined ? [] : [atField(id, {kind: 'confirm', severity: 'info', reason})];
	});
	const named = new Set([...open, ...look].map(({field}) => field));
	const findings = messages(state)
		.filter(({severity, field}) => severity !== 'info' && (field === undefined || !named.has(field)))
		.map((message): Gap => {
			const {severity, field, reason, words = reason} = message;
			if (field !== undefined) return atField(field, {kind: 'finding', severity, reason: words});
			const section = sectionOf(state, message);
			const near = section && nearest(state, section, message.place.range);
			const title = (section && titles.get(section.id)) ?? 'Document';
			return {
				kind: 'finding',
				severity,
				reason: `line ${message.place.line}: ${reason}`,
				label: title,
				where: title,
				place: message.place.range,
				...(section ? {section: section.id} : {}),
				...(near === undefined ? {} : {near}),
			};
		});

	const asked = questionRows(document(state), factsOf(state)).flatMap((row): readonly Gap[] => {
		if (!row.isWaiting && row.state !== 'deferred') return [];
		const reason = standingWords(row);
		return [{...atField(row.field, {kind: 'question', severity: 'info', reason}), label: row.question}];
	});

	const order = new Map(everyField(state.form).map(({id}, index) => [id, index]));
	const place = ({field, near}: Gap): number => order.get(field ?? near ?? '') ?? 0;
	const troubles = (state.troubles ?? []).map((reason): Gap => ({
		kind: 'confirm',
		severity: 'warn',
		label: 'Settings',
		where: '',
		reason,
	}));
	return [...troubles, ...[...open, ...findings, ...asked].sort((a, b) => place(a) - place(b)), ...look];
}

/** The section that a finding about no field stands in: the one it names, else the one whose heading is the last above. */
function sectionOf(state: WizardState, {section, place}: Message): Section | undefined {
	const sections = flatten(state.form.sections);
	if (section !== undefined) return sections.find(({id}) => id === section);
	const titles = new Map(sections.map(each => [sectionTitle(state, each), each]));
	for (const each of sections) titles.set(each.heading, each);
	const above = document(state)
		.source.slice(0, place.range.from)
		.split(/\r\n|\n|\r/);
	return above
		.map(line => titles.get(/^#{1,6}\s+(.*?)[\s#]*$/.exec(line)?.[1] ?? ''))
		.findLast(found => found !== undefined);
}

/** The section's own field that stands nearest to a place in the document. */
function nearest(state: WizardState, section: Section, place: Range): string | undefined {
	const {spans} = document(state);
	const distance = (id: string): number => Math.abs((spans.get(id)?.from ?? Number.POSITIVE_INFINITY) - place.from);
	return section.fields.reduce<string | undefined>(
		(best, id) => (best === undefined || distance(id) < distance(best) ? id : best),
		undefined,
	);
}

/** What writing puts at an open field. */
function howFilled({form, context}: WizardState, field: Field): Pick<Gap, 'kind' | 'reason'> {
	if (stampsItself(field, context.checks?.words))
		return {kind: 'dated', reason: "gets today's date when the document is written"};
	if (statesGate(form, field))
		return {kind: 'filled', reason: 'is ticked by what the document says when it is written'};
	if (field.sums !== undefined) return {kind: 'filled', reason: 'is added up when the document is written'};
	return {kind: 'filled', reason: 'is gathered from the paragraphs when the document is written'};
}

function whyOpen(state: WizardState, id: string): string {
	const standing = stateOf(state, id);
	if (standing === 'answered') return 'the document as it is bears out none of its boxes';
	if (standing === 'not-applicable') return 'not applicable, but the reason is missing';
	if (standing !== 'partial')
		return state.deferred.has(id) ? 'required, put off until later' : 'required and not answered';
	return messagesOf(state, id)[0]?.reason ?? 'not a valid answer yet';
}

function whyToLook(state: WizardState, id: string): string | undefined {
	const field = isToLookAt(state, id) ? fieldById(state.form, id) : undefined;
	if (!field) return undefined;
	return field.boilerplate
		? 'not looked at yet: keep, change or remove it'
		: 'comes from the template: keep or change it';
}
