/** What lies over the form: opening, moving in a list, taking what is under the cursor. */

import {createBuffer, textOf} from '../text/index.ts';
import {changed, enter, enteredAt, fieldById} from './answers.ts';
import {focusOn, leave} from './focus.ts';
import {beneath, over} from './layers.ts';
import {paletteEntries} from './palette.ts';
import {gaps} from './gaps.ts';
import {readAs, readings} from './mending.ts';
import {filteredOutline, nextShow} from './outline-filter.ts';
import {outline} from './outline.ts';
import type {Command, Effect} from './actions.ts';
import type {Overlay, WizardState} from './types.ts';
import {confirmPath, toBranch, write} from './write.ts';

type Step = readonly [WizardState, readonly Effect[]];

/** What can be opened by its name; the others are asked when they are due. */
type Opened = Extract<Overlay['type'], 'outline' | 'preview' | 'help' | 'about' | 'palette' | 'review'>;

/**
 * State with an overlay opened over what is there; a second press of the same key closes it. One that lies further
 * below is come back to instead, so that they never pile up.
 */
export function open(state: WizardState, type: Opened): WizardState {
	if (state.overlay?.type === type) return close(state);
	for (let below = state.overlay?.under; below; below = below.under) {
		if (below.type === type) return {...state, overlay: below};
	}

	const left = leave(state);
	return over(left, opened(left, type));
}

function opened(state: WizardState, type: Opened): Overlay {
	switch (type) {
		case 'outline': {
			return {type, cursor: cursorAtFocus(state)};
		}

		case 'palette': {
			return {type, query: createBuffer('', {multiline: false}), cursor: 0};
		}

		case 'review': {
			return {type, cursor: 0};
		}

		case 'preview':
		case 'about':
		case 'help': {
			return {type, scroll: 0};
		}
	}
}

/** Where the section in hand stands in the outline. */
function cursorAtFocus(state: WizardState): number {
	const at = outline(state).findIndex(({isFocused}) => isFocused);
	return Math.max(0, at);
}

/**
 * State without what lay on top, back where it was opened. A step of writing goes back to the path, and a filter is
 * cleared, before they close.
 */
export function close(state: WizardState): WizardState {
	const {overlay} = state;
	if (overlay?.type === 'write' && overlay.step === 'branch') {
		const {problem: _, ...rest} = overlay;
		return {...state, overlay: {...rest, step: 'message', branch: createBuffer('', {multiline: false})}};
	}

	if (overlay?.type === 'write' && overlay.step !== 'path' && overlay.step !== 'working') {
		return {...state, overlay: {...overlay, step: 'path', commit: false, scroll: 0}};
	}

	if (overlay?.type === 'outline' && overlay.filter) {
		const {filter: _, ...outlined} = overlay;
		return {...state, overlay: {...outlined, cursor: cursorAtFocus(state)}};
	}

	if (overlay?.type === 'help' && overlay.filter) {
		const {filter: _, ...help} = overlay;
		return {...state, overlay: {...help, scroll: 0}};
	}

	const below = beneath(state);
	// The field in hand is entered anew, so that what is typed next is a step of its own for undo.
	return below.overlay ? below : enteredAt(leave(below));
}

function lengthOf(state: WizardState, overlay: Overlay): number {
	switch (overlay.type) {
		case 'outline': {
			return filteredOutline(state).length;
		}

		case 'palette': {
			return paletteEntries(state).length;
		}

		case 'review': {
			return gaps(state).length;
		}

		case 'readings': {
			return readings(state).length;
		}

		default: {
			return Number.POSITIVE_INFINITY;
		}
	}
}

/** State in which what is typed narrows the list that lies over the form, where it is one that can be. */
export function beginFilter(state: WizardState, overlay: Overlay): WizardState {
	const filter = createBuffer('', {multiline: false});
	if (overlay.type === 'outline') return {...state, overlay: {...overlay, filter, cursor: 0}};
	return overlay.type === 'help' ? {...state, overlay: {...overlay, filter, scroll: 0}} : state;
}

/** State with the outline's next filter on; what is in hand stays under the cursor where it is still listed. */
export function showNext(state: WizardState, overlay: Extract<Overlay, {type: 'outline'}>): WizardState {
	const shown = {...state, overlay: {...overlay, show: nextShow(overlay.show ?? 'all')}};
	const held = filteredOutline(state)[overlay.cursor];
	const at = filteredOutline(shown).findIndex(({id}) => id === held?.id);
	return {...shown, overlay: {...shown.overlay, cursor: Math.max(0, at)}};
}

/** State after a `list.*` movement in an overlay. */
export function moveInOverlay(state: WizardState, overlay: Overlay, command: Command): WizardState {
	const page = Math.max(1, state.size.rows - 6);
	const by = {'list.up': -1, 'list.down': 1, 'list.page-up': -page, 'list.page-down': page}[command as string] ?? 0;
	const last = Math.max(0, lengthOf(state, overlay) - 1);
	if ('cursor' in overlay && (command === 'list.first' || command === 'list.last'))
		return {...state, overlay: {...overlay, cursor: command === 'list.first' ? 0 : last}};
	if ('cursor' in overlay)
		return {...state, overlay: {...overlay, cursor: Math.min(Math.max(0, overlay.cursor + by), last)}};
	// The preview is scrolled from the field in hand, so both ways; the screen stops it at the document's ends.
	if (overlay.type === 'preview') return {...state, overlay: {...overlay, scroll: overlay.scroll + by}};
	if (overlay.type === 'write' && (overlay.step === 'overwrite' || overlay.step === 'conflict'))
		return {...state, overlay: {...overlay, scroll: Math.max(0, (overlay.scroll ?? 0) + by)}};
	if (overlay.type === 'help' || overlay.type === 'about' || overlay.type === 'difference')
		return {...state, overlay: {...overlay, scroll: Math.max(0, overlay.scroll + by)}};
	return state;
}

/** State after taking what is under the cursor; `run` carries out a command taken from the palette. */
export function choose(
	state: WizardState,
	overlay: Overlay,
	run: (state: WizardState, command: Command) => Step,
): Step {
	switch (overlay.type) {
		case 'outline': {
			const row = filteredOutline(state)[overlay.cursor];
			if (row?.field === undefined) return [state, []];
			const {overlay: _, ...rest} = state;
			return [focusOn(rest, row.field), []];
		}

		case 'palette': {
			const entry = paletteEntries(state)[overlay.cursor];
			const closed = close(state);
			if (!entry) return [closed, []];
			if (entry.type === 'command') return run(closed, entry.command);
			const {overlay: _, ...rest} = closed;
			return [focusOn(rest, entry.field), []];
		}

		case 'review': {
			const gap = gaps(state)[overlay.cursor];
			if (!gap) return [state, []];
			const {overlay: _, ...rest} = state;
			if (gap.field !== undefined) return [focusOn(rest, gap.field), []];
			// Nobody was asked for what is there: the nearest that is asked, else the place in the document, is shown.
			if (gap.near !== undefined)
				return [{...focusOn(rest, gap.near), notice: {tone: 'info', text: `In ${gap.where}, ${gap.reason}`}}, []];
			if (!gap.place) return [{...state, notice: {tone: 'info', text: gap.reason}}, []];
			return [over(state, {type: 'preview', scroll: 0, at: gap.place}), []];
		}

		case 'readings': {
			const reading = readings(state)[overlay.cursor];
			return [reading ? readAs(close(state), reading) : close(state), []];
		}

		case 'not-applicable': {
			return [notApplicable(state, overlay), [{type: 'draft.save', urgent: true}]];
		}

		case 'write': {
			if (overlay.step === 'path') return confirmPath(state, overlay);
			if (overlay.step === 'branch') return toBranch(state, overlay);
			return overlay.step === 'message' ? write(state, overlay) : [state, []];
		}

		case 'preview':
		case 'about':
		case 'difference':
		case 'help':
		case 'quit': {
			return [close(state), []];
		}
	}
}

/** State that asks why a field or section does not apply. */
export function askWhyNot(state: WizardState, target: string): WizardState {
	const left = leave(state);
	const answer = left.answers.get(target);
	const reason = answer?.state === 'not-applicable' ? answer.reason : '';
	return over(left, {type: 'not-applicable', target, reason: createBuffer(reason, {multiline: false})});
}

function notApplicable(state: WizardState, overlay: Extract<Overlay, {type: 'not-applicable'}>): WizardState {
	const reason = textOf(overlay.reason).trim();
	const focused = enter(changed(beneath(state), overlay.target, {state: 'not-applicable', reason}));
	// A reason is asked for where one is due; without it the mark stands, and a finding says so.
	return reasonIsMissing(focused, overlay.target)
		? {...focused, notice: {tone: 'info', text: 'Marked, but a reason is due here: the same key again asks for it.'}}
		: focused;
}

/** True for a mark of "not applicable" whose reason is due and was not given. */
export function reasonIsMissing(state: WizardState, target: string): boolean {
	const answer = state.answers.get(target);
	return answer?.state === 'not-applicable' && answer.reason.trim() === '' && reasonIsDue(state, target);
}

/** True where a field or section may be marked as not applicable only with a reason. */
export function reasonIsDue(state: WizardState, target: string): boolean {
	const field = fieldById(state.form, target);
	return field ? field.reasonForNotApplicable || field.requirement === 'required' : true;
}
