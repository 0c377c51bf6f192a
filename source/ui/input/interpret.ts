/**
 * What a press means in a state: the key table is asked, innermost scope first, and what it does not know is text where
 * text is taken. The answer is actions; nothing is decided here that the wizard could decide.
 */

import type {Binding, Scope} from '../../keymap/index.ts';
import {keyLabel, liveScopes, lookUp, meaningsElsewhere, type Facts} from '../../keymap/index.ts';
import type {Action, Command, WizardState} from '../../core/wizard/index.ts';
import {
	blockInHand,
	broughtTogether,
	fieldInHand,
	filteredOutline,
	gaps,
	offerInHand,
	paletteEntries,
	readings,
	suggestions,
} from '../../core/wizard/index.ts';
import {layout} from '../drawing/layout.ts';
import type {Press} from './decode.ts';
import {firstKey, pressNames} from './decode.ts';

/** How wide and high the text in hand is drawn: up and down go by drawn rows. */
export type TextArea = {readonly width: number; readonly rows: number};

export type Reading = {
	readonly now: string;
	readonly table: readonly Binding[];
	readonly area: TextArea;
	/** Rows that the overlay on the screen can still be moved, where it scrolls. */
	readonly scroll?: {readonly up: number; readonly down: number};
};

/** The live scopes of a state. */
export function scopesOf(state: WizardState): readonly Scope[] {
	const field = fieldInHand(state);
	const underCursor = takenBy(state);
	const named = suggestions(state);
	const {type: window} = layout(state.size);
	return liveScopes(state, {
		field,
		isInBlock: blockInHand(state) !== undefined,
		hasOffer: offerInHand(state) !== undefined,
		...(underCursor ? {underCursor} : {}),
		...(named ? {suggests: named.isChosen ? 'chosen' : 'any'} : {}),
		isMergeable: isMergeable(state),
		...(window === 'panes' ? {} : {window}),
	});
}

/** Whether the author is asked about a document changed on disk, and it can be brought together with theirs. */
function isMergeable(state: WizardState): boolean {
	const {overlay} = state;
	return overlay?.type === 'write' && overlay.step === 'conflict' && broughtTogether(state, overlay)?.type === 'merged';
}

/** What Enter would take from the list that lies over the form. */
function takenBy(state: WizardState): Facts['underCursor'] {
	const {overlay} = state;
	switch (overlay?.type) {
		case 'outline': {
			return filteredOutline(state)[overlay.cursor]?.field === undefined ? undefined : 'place';
		}

		case 'palette': {
			const entry = paletteEntries(state)[overlay.cursor];
			return entry && (entry.type === 'command' ? 'command' : 'place');
		}

		case 'review': {
			return gaps(state)[overlay.cursor] === undefined ? undefined : 'place';
		}

		case 'readings': {
			return 'command';
		}

		default: {
			return undefined;
		}
	}
}

/**
 * A press in the parts that must be read one after another: where no text is taken, each character is a key of its own,
 * and what the first does decides what the next one means.
 */
export function firstPart(state: WizardState, press: Press): readonly [Press, Press?] {
	return firstKey(press, takesText(scopesOf(state)));
}

/** The actions that one press stands for, in order. */
export function interpret(state: WizardState, press: Press, reading: Reading): readonly Action[] {
	const scopes = scopesOf(state);
	if (press.type === 'text' && takesText(scopes)) {
		return [{type: 'edit', edit: {type: 'insert', text: press.text}, now: reading.now}];
	}

	return pressNames(press).flatMap(name => named(state, scopes, name, reading));
}

/** The actions for a paste: its text goes in as one piece, whatever line ends it has, and submits nothing. */
export function interpretPaste(state: WizardState, text: string, reading: Reading): readonly Action[] {
	return takesText(scopesOf(state))
		? [{type: 'edit', edit: {type: 'insert', text: text.replaceAll(/\r\n?/g, '\n'), paste: true}, now: reading.now}]
		: [];
}

function takesText(scopes: readonly Scope[]): boolean {
	return scopes.includes('text');
}

function command(name: Command, {now}: Reading): Action {
	return {type: 'command', command: name, now};
}

function named(state: WizardState, scopes: readonly Scope[], name: string, reading: Reading): readonly Action[] {
	const binding = lookUp(scopes, name, reading.table);
	if (binding) {
		const {does} = binding;
		if (typeof does === 'string') {
			return reading.scroll ? scrolling(state, does, reading) : [command(does, reading)];
		}

		if (does.type === 'letter') return optionBegunBy(state, name, reading);
		if (does.type === 'pick') return optionAt(state, binding.keys.indexOf(name), reading);
		const isByRow = does.type === 'move' && /^(up|down|page-)/.test(does.motion);
		return [
			{
				type: 'edit',
				edit: isByRow ? {...does, width: reading.area.width, rows: reading.area.rows} : does,
				now: reading.now,
			},
		];
	}

	return unbound(state, name, reading);
}

/** That a key which has a meaning elsewhere has none here. A mere character was meant as one, and is told of by no one. */
function unbound({size}: WizardState, name: string, {table}: Reading): readonly Action[] {
	const [first, second] = meaningsElsewhere(name, table);
	if (first === undefined || [...name].length === 1 || name === 'space' || layout(size).type !== 'panes') return [];
	const meanings = second === undefined ? first : `${first}; ${second}`;
	return [{type: 'told', text: `${keyLabel(name)} does nothing here. Elsewhere: ${meanings}.`}];
}

/** A movement in a text that is only read: none past its ends, so that the way back begins at once. */
function scrolling(state: WizardState, does: Command, reading: Reading): readonly Action[] {
	const up = does === 'list.up' || does === 'list.page-up';
	if (!reading.scroll || (!up && does !== 'list.down' && does !== 'list.page-down')) {
		return [command(does, reading)];
	}

	const room = up ? reading.scroll.up : reading.scroll.down;
	const isPage = does === 'list.page-up' || does === 'list.page-down';
	if (room > 0 && (!isPage || room >= state.size.rows)) {
		return [command(does, reading)];
	}

	return Array.from({length: isPage ? room : 0}, () => command(up ? 'list.up' : 'list.down', reading));
}

/** The option, or the way of reading, at a place of its list, where there is one. */
function optionAt(state: WizardState, index: number, {now}: Reading): readonly Action[] {
	if (state.overlay?.type === 'readings') return index < readings(state).length ? [{type: 'choose', index, now}] : [];
	const {options, open} = fieldInHand(state);
	return index < options.length + (open ? 1 : 0) ? [{type: 'choose', index, now}] : [];
}

/** The next option that begins with a letter; the same letter again goes on to the one behind it. */
function optionBegunBy(state: WizardState, letter: string, {now}: Reading): readonly Action[] {
	const {input} = state;
	if (input.type !== 'choice') return [];
	const {options} = fieldInHand(state);
	const order = options.map((_, offset) => (input.cursor + 1 + offset) % options.length);
	const index = order.find(at => options[at]?.toLowerCase().startsWith(letter.toLowerCase()));
	return index === undefined ? [] : [{type: 'choose', index, now}];
}
