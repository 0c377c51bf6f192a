/** The editor's pane from the state: what is asked, what helps, what is offered, what is wrong. */

import type {Field} from '../../core/form/index.ts';
import type {BlockPlace, WizardState} from '../../core/wizard/index.ts';
import {
	computedInHand,
	fieldInHand,
	guidanceFor,
	blockInHand,
	isAbsent,
	messagesOf,
	offerInHand,
	position,
	stateOf,
	suggestions,
} from '../../core/wizard/index.ts';
import type {Binding} from '../../keymap/index.ts';
import {editorView, type EditorProps} from '../components/editor.ts';
import {toldMessages} from '../components/findings.ts';
import type {Rect} from '../drawing/layout.ts';
import {textWidth} from '../drawing/layout.ts';
import type {View} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {scopesOf} from '../input/interpret.ts';
import {keyOf} from '../keys.ts';
import {aboutView} from '../overlays/about.ts';
import {offerWords} from './offer.ts';
import {sectionById, sectionsAround} from './sections.ts';

/** What helps with the field in hand: its own guidance, then its section's. */
function guidanceOf(state: WizardState): Pick<Field, 'guidance' | 'example' | 'condition'> {
	const field = fieldInHand(state);
	const {example, condition} = field;
	const section = sectionById(state.form.sections, field.section);
	const {own, shared, topics} = guidanceFor(state, field);
	const shown = example ?? section?.example;
	const when = condition ?? section?.condition;
	return {
		guidance: [...own, ...shared, ...topics],
		...(shown === undefined ? {} : {example: shown}),
		...(when === undefined ? {} : {condition: when}),
	};
}

/** The field in hand for a pane of that size. */
export function editorPane(
	state: WizardState,
	{width, height}: Rect,
	{
		look,
		table,
		measured = state,
	}: {readonly look: Look; readonly table: readonly Binding[]; readonly measured?: WizardState},
): View {
	const field = fieldInHand(state);
	// A section that does not apply takes its fields and its subsections with it.
	const answer = [field.id, ...sectionsAround(state.form.sections, field.section)]
		.map(id => state.answers.get(id))
		.find(Boolean);
	const offered = offerInHand(state);
	const scopes = scopesOf(state);
	const takeKey = keyOf('field.use-default', table, scopes);
	const instance = blockInHand(state);
	const named = suggestions(state);
	const computed = computedOf(state, measured);
	const name = (key: string | undefined) => (key === undefined ? undefined : look.keyName(key));
	return editorView(
		{
			field,
			help: guidanceOf(state),
			input: state.input,
			...(answer ? {answer} : {}),
			state: stateOf(measured, field.id),
			messages: messagesOf(measured, field.id),
			...(offered && (!answer || state.input.type === 'table') ? {offer: offerWords(offered, name(takeKey))} : {}),
			...(computed.length > 0 ? {computed} : {}),
			...(named ? {suggestions: {...named, ...namedKey(name(keyOf('field.complete', table, scopes)))}} : {}),
			isDeferred: state.deferred.has(field.id),
			isKept: state.kept.has(field.id),
			isAbsent: isAbsent(state, field.id),
			...(instance ? {instance: instanceWords(instance, name(keyOf('instance.add', table, scopes)))} : {}),
			isFirstRun: state.firstRun,
			keys: keysIn(table, look),
		},
		width,
		height,
		look,
	);
}

/** What is computed for the boxes in hand, where as many were measured. */
function computedOf({input}: WizardState, measured: WizardState): ReturnType<typeof computedInHand> {
	const found = computedInHand(measured);
	return input.type === 'checklist' && input.items.length === found.length ? found : [];
}

/** The keys that sentences about the field name. */
function keysIn(table: readonly Binding[], look: Look): EditorProps['keys'] {
	const keys = {
		next: keyOf('field.next', table, ['field']),
		previous: keyOf('field.previous', table, ['field']),
		keep: keyOf('field.keep', table, ['boilerplate', 'prefilled']),
		remove: keyOf('field.remove', table, ['boilerplate']),
		removeItem: keyOf('row.remove', table, ['brought-list']),
		palette: keyOf('view.palette', table, ['wizard']),
		tick: keyOf('list.toggle', table, ['items']),
		tickFixed: keyOf('list.toggle', table, ['ticks']),
		about: keyOf('view.about', table, ['wizard']),
	};
	return Object.fromEntries(
		Object.entries(keys).flatMap(([what, key]) => (key === undefined ? [] : [[what, look.keyName(key)]])),
	);
}

/** Everything that there is to say about the field in hand, for an overlay of that size. */
export function aboutPane(
	state: WizardState,
	scroll: number,
	{width, height}: Pick<Rect, 'width' | 'height'>,
	{look, table}: {readonly look: Look; readonly table: readonly Binding[]},
): View {
	const field = fieldInHand(state);
	const offered = offerInHand(state);
	return aboutView(
		{
			field,
			help: guidanceOf(state),
			path: position(state).path,
			messages: toldMessages({state: stateOf(state, field.id), messages: messagesOf(state, field.id)}),
			keys: keysIn(table, look),
			...(offered ? {offer: offerWords(offered, undefined)} : {}),
		},
		scroll,
		Math.min(width, textWidth),
		height,
		look,
	);
}

function namedKey(key: string | undefined): {readonly key?: string} {
	return key === undefined ? {} : {key};
}

/** `Component 2 of 3`, and the key that adds another. */
function instanceWords(
	{label, number, of}: BlockPlace,
	addKey: string | undefined,
): NonNullable<EditorProps['instance']> {
	return {label, which: `${number} of ${of}`, ...(addKey === undefined ? {} : {addKey})};
}
