/**
 * Names suggested while one is typed where a person is asked for: whom git knows, the author, and who is named in the
 * document already. A name comes in only when the author takes it.
 */

import type {Field, Value} from '../form/types.ts';
import {countGraphemes, edit, textOf} from '../text/index.ts';
import {fieldInHand, stepped} from './answers.ts';
import {inputFor, valueOf} from './input.ts';
import {namesBegun} from './signs.ts';
import type {Input, WizardState} from './types.ts';

/** The most names that are suggested at once. */
const most = 5;

export type Suggestions = {
	readonly names: readonly string[];
	/** The one that would be taken. */
	readonly marked: number;
	/** True where the author went to it, rather than it being the first. */
	readonly isChosen: boolean;
};

/** What is suggested for the name behind the last comma, the likeliest first; undefined where nothing is. */
export function suggestions(state: WizardState): Suggestions | undefined {
	const input = personInput(state);
	const {cursor, anchor, lines} = input?.buffer ?? {};
	const line = lines?.[0] ?? '';
	// Behind the cursor there must be nothing: what stands there would be part of the name.
	if (!input || anchor || line === '' || cursor?.column !== countGraphemes(line)) return undefined;
	const {before, begun} = namesIn(fieldInHand(state), line);
	const found = matching(
		begun,
		knownPeople(state).filter(name => !before.includes(name)),
	);
	if (found.length === 0) return undefined;
	const {suggested} = input;
	const marked = Math.min(suggested ?? 0, found.length - 1);
	return {names: found, marked, isChosen: suggested !== undefined};
}

/** State with the suggestion above or below marked. */
export function markSuggestion(state: WizardState, by: 1 | -1): WizardState {
	const shown = suggestions(state);
	if (!shown || state.input.type !== 'text') return state;
	const suggested = Math.max(0, Math.min(shown.marked + by, shown.names.length - 1));
	return {...state, input: {...state.input, suggested}};
}

/** State with the marked name in the place of what was typed of it; undefined where none is suggested. */
export function takeSuggestion(state: WizardState): WizardState | undefined {
	const shown = suggestions(state);
	const name = shown?.names[shown.marked];
	const input = personInput(state);
	if (name === undefined || !input) return undefined;
	const field = fieldInHand(state);
	const {before} = namesIn(field, textOf(input.buffer));
	return stepped(state, withValue(field, input, field.multiple ? [...before, name] : name));
}

/** Everybody who may be meant, the likeliest first. */
function knownPeople({context, form, answers}: WizardState): readonly string[] {
	const named = form.fields.flatMap(({id, kind}) => {
		const answer = kind === 'person' ? answers.get(id) : undefined;
		return answer?.state === 'answered' ? peopleIn(answer.value) : [];
	});
	const author = context.author === undefined ? [] : [context.author];
	return [...new Set([...(context.people ?? []), ...author, ...named])];
}

/** Whom the author may mean where no key can complete a name: everybody known who is not named in the field in hand yet. */
export function otherPeople(state: WizardState): readonly string[] {
	const input = personInput(state);
	if (!input) return [];
	const named = peopleIn(valueOf(fieldInHand(state), input));
	return knownPeople(state).filter(name => !named.includes(name));
}

/** The text in hand with a name more, or that name alone where one is asked for; undefined where no person is. */
export function textWithPerson(state: WizardState, name: string): string | undefined {
	const input = personInput(state);
	const field = fieldInHand(state);
	if (!input) return undefined;
	const value = field.multiple ? [...peopleIn(valueOf(field, input)), name] : name;
	return textOf(withValue(field, input, value).buffer);
}

function peopleIn(value: Value | undefined): readonly string[] {
	const names: readonly unknown[] = Array.isArray(value) ? value : [value];
	return names.filter(name => typeof name === 'string');
}

type TextInput = Extract<Input, {type: 'text'}>;

function personInput(state: WizardState): TextInput | undefined {
	return state.input.type === 'text' && fieldInHand(state).kind === 'person' ? state.input : undefined;
}

function namesIn(field: Field, line: string): ReturnType<typeof namesBegun> {
	return field.multiple ? namesBegun(line) : {before: [], begun: line.trim()};
}

function withValue(field: Field, {buffer}: TextInput, value: Value): TextInput {
	const shown = inputFor(field, value);
	const text = shown.type === 'text' ? textOf(shown.buffer) : '';
	return {type: 'text', buffer: edit(buffer, {type: 'replace', text})};
}

/** Names that begin so, then those in which a later word does; one that stands there whole needs no taking. */
function matching(begun: string, names: readonly string[]): readonly string[] {
	const wanted = folded(begun);
	if (wanted === '') return [];
	const rank = (name: string): number => {
		const known = folded(name);
		if (known.startsWith(wanted)) return 0;
		return known.split(/[\s.@_-]+/).some((_, index, words) => words.slice(index).join(' ').startsWith(wanted)) ? 1 : 2;
	};

	return names
		.filter(name => name !== begun)
		.map(name => ({name, rank: rank(name)}))
		.filter(({rank: found}) => found < 2)
		.sort((one, other) => one.rank - other.rank)
		.slice(0, most)
		.map(({name}) => name);
}

/** As people type names they look for: without case and accents. */
function folded(text: string): string {
	return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
