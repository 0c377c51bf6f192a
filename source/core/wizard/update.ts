/** The one transition of the wizard: a state and an action give the next state and the effects it wishes for. */

import {enter, fieldInHand, stepped} from './answers.ts';
import {reconcile} from './conflict.ts';
import {pick} from './choice-rows.ts';
import {dated} from './dated.ts';
import {typed} from './edit.ts';
import {focusOn} from './focus.ts';
import {isTyped} from './grid.ts';
import {handlers, quit, takeAndGoOn} from './handlers.ts';
import {beginFilter, choose, close, moveInOverlay, showNext} from './overlays.ts';
import {onlyLooking} from './read-only.ts';
import {cleanInput} from '../text/index.ts';
import type {Action, Command, Effect} from './actions.ts';
import type {WizardState} from './types.ts';
import {editedMessage, toBody} from './message.ts';
import {lookedUp} from './paths.ts';
import {onRowsOrTold} from './row-ends.ts';
import {compared, decide, lookedAt, proposed, toBranch, written} from './write.ts';

type Step = readonly [WizardState, readonly Effect[]];

/**
 * The next state and its effects. Pure: the same state and action always give the same. A change of an answer, of the
 * place or of a mark asks for the draft to be saved.
 */
export function update(state: WizardState, action: Action): Step {
	const isUsers =
		action.type === 'command' ||
		action.type === 'edit' ||
		action.type === 'choose' ||
		action.type === 'go' ||
		action.type === 'told';
	const before = isUsers ? withoutNotice(state) : state;
	const [stepTaken, wished] = onlyLooking(before, step(before, action));
	const moved = dated(before, stepTaken, action);
	const [after, looks] = lookedUp(state, moved, action);
	const effects = [...wished, ...looks];
	if (after.saved.state === 'read-only') return [after, effects];
	const isSaving = effects.some(({type}) => type === 'draft.save');
	if (isSaving || (after.revision === state.revision && after.focus === state.focus)) return [after, effects];
	const saved = after.saved.state === 'unsaved' ? after.saved : ({state: 'saving'} as const);
	return [{...after, saved}, [...effects, {type: 'draft.save', urgent: after.focus !== state.focus}]];
}

function withoutNotice(state: WizardState): WizardState {
	const {notice: _, ...rest} = state;
	return {...rest, firstRun: false};
}

function step(state: WizardState, action: Action): Step {
	switch (action.type) {
		case 'command': {
			return run(state, action.command);
		}

		case 'edit': {
			return [typed(state, action.edit), []];
		}

		case 'choose': {
			return chosen(state, action.index);
		}

		case 'go': {
			const {overlay: _, ...rest} = state;
			return [focusOn(rest, action.field), []];
		}

		case 'told': {
			return [{...state, notice: {tone: 'info', text: action.text}}, []];
		}

		case 'resize': {
			return [{...state, size: {columns: action.columns, rows: action.rows}}, []];
		}

		case 'paths.looked-up': {
			return [{...state, paths: action.paths}, []];
		}

		case 'context.gathered': {
			return [{...state, context: {...state.context, ...action.context}}, []];
		}

		case 'reopened': {
			const {outcome, ...rest} = state;
			return [outcome?.type === 'in-lines' ? enter(rest) : state, []];
		}

		case 'draft.saved': {
			const savedRevision = Math.max(state.savedRevision, action.revision);
			const isAll = savedRevision >= state.revision;
			return [{...state, savedRevision, saved: isAll ? {state: 'saved', at: action.at} : {state: 'saving'}}, []];
		}

		case 'draft.failed': {
			return [{...state, saved: {state: 'unsaved', problem: action.problem}}, []];
		}

		case 'target.proposed': {
			return [proposed(state, action), []];
		}

		case 'target.compared': {
			return [compared(state, action), []];
		}

		case 'target.looked-at': {
			return lookedAt(state, action);
		}

		case 'document.written': {
			return written(state, action);
		}

		case 'document.failed': {
			if (state.overlay?.type !== 'write') return [state, []];
			return [{...state, overlay: {...state.overlay, step: 'path', problem: action.problem}}, []];
		}

		case 'editor.closed': {
			if (action.problem) {
				const {summary, next} = action.problem;
				return [{...state, notice: {tone: 'error', text: next === undefined ? summary : `${summary} ${next}`}}, []];
			}

			return [action.text === undefined ? state : withText(state, action.text), []];
		}
	}
}

/** State with the text in hand replaced, as one step for undo. */
function withText(state: WizardState, text: string): WizardState {
	const {overlay: top} = state;
	if (top?.type === 'write' && top.step === 'message') {
		const {problem: _, ...rest} = top;
		return {...state, overlay: {...rest, message: editedMessage(top.message, text)}};
	}

	if (!isTyped(fieldInHand(state), state.input)) return state;
	const clean = cleanInput(text).replace(/\n$/, '');
	const {overlay, ...rest} = state;
	const after = typed(rest, {
		type: 'replace',
		text: state.input.type === 'table' ? clean.replaceAll('\n', '<br>') : clean,
	});
	return overlay ? {...after, overlay} : after;
}

function chosen(state: WizardState, index: number): Step {
	const {overlay, input} = state;
	if (overlay)
		return 'cursor' in overlay
			? choose({...state, overlay: {...overlay, cursor: index}}, {...overlay, cursor: index}, run)
			: [state, []];
	if (input.type === 'choice') return [stepped(state, pick(fieldInHand(state), input, index)), []];
	return [state, []];
}

function run(state: WizardState, command: Command): Step {
	const {overlay} = state;
	if (overlay) {
		if (command.startsWith('list.')) {
			if (command === 'list.choose' || command === 'list.toggle') return choose(state, overlay, run);
			if (command === 'list.filter') return [beginFilter(state, overlay), []];
			if (command === 'list.show') return [overlay.type === 'outline' ? showNext(state, overlay) : state, []];
			return [moveInOverlay(state, overlay, command), []];
		}

		if (overlay.type === 'write' && command === 'write.branch') return toBranch(state, overlay);
		if (overlay.type === 'write' && overlay.step === 'message' && command === 'write.body')
			return [{...state, overlay: {...overlay, message: toBody(overlay.message)}}, []];
		if (overlay.type === 'write' && (command === 'confirm.yes' || command === 'confirm.no'))
			return decide(state, overlay, command === 'confirm.yes');
		if (overlay.type === 'write' && command.startsWith('conflict.')) return reconcile(state, overlay, command);
		if (overlay.type === 'quit' && command === 'confirm.no') return [close(state), []];
		if (overlay.type === 'quit' && command === 'confirm.yes') return quit(state, 'quit');
	}

	if (command === 'list.choose' && state.input.type === 'choice') return takeAndGoOn(state, state.input);
	if (command.startsWith('list.') || command.startsWith('row.') || command.startsWith('cell.'))
		return [onRowsOrTold(state, command), []];
	const handler = handlers[command];
	return handler ? handler(state) : [state, []];
}
