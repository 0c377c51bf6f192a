/** The one transition of the wizard: a state and an action give the next state and the effects it wishes for. */

import {fieldById, inputOf, originalAnswer, remember, setAnswer, takeInput} from './answers.ts';
import {typed} from './edit.ts';
import {focusOn, leave, neighbour, neighbourSection, pathTo} from './focus.ts';
import {onRows, pick, textInHand} from './grid.ts';
import {inputFor} from './input.ts';
import {onInstances} from './instances.ts';
import {offer} from './offers.ts';
import {askWhyNot, choose, close, filteredOutline, moveInOverlay, open} from './overlays.ts';
import {fieldInHand, openFields} from './select.ts';
import {cleanInput, createBuffer, edit} from '../text/index.ts';
import type {Action, Command, Effect, WizardState} from './types.ts';
import {redo, undo} from './undo.ts';
import {beginWriting, decide, lookedAt, written} from './write.ts';

type Step = readonly [WizardState, readonly Effect[]];

/**
 * The next state and its effects. Pure: the same state and action always give the same. A change of an answer, of the
 * place or of a mark asks for the draft to be saved.
 */
export function update(state: WizardState, action: Action): Step {
	const isUsers =
		action.type === 'command' || action.type === 'edit' || action.type === 'choose' || action.type === 'go';
	const before = isUsers ? withoutNotice(state) : state;
	const [after, effects] = step(before, action);
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

		case 'resize': {
			return [{...state, size: {columns: action.columns, rows: action.rows}}, []];
		}

		case 'draft.saved': {
			const savedRevision = Math.max(state.savedRevision, action.revision);
			const isAll = savedRevision >= state.revision;
			return [{...state, savedRevision, saved: isAll ? {state: 'saved', at: action.at} : {state: 'saving'}}, []];
		}

		case 'draft.failed': {
			return [{...state, saved: {state: 'unsaved', problem: action.problem}}, []];
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
			if (action.problem) return [{...state, notice: {tone: 'error', text: action.problem.summary}}, []];
			return [action.text === undefined ? state : withText(state, action.text), []];
		}
	}
}

/** State with the text in hand replaced, as one step for undo. */
function withText(state: WizardState, text: string): WizardState {
	const {input} = state;
	if (input.type !== 'text') return state;
	return takeInput(state, {
		...input,
		buffer: edit(input.buffer, {type: 'replace', text: cleanInput(text).replace(/\n$/, '')}),
	});
}

function chosen(state: WizardState, index: number): Step {
	const {overlay, input} = state;
	if (overlay)
		return 'cursor' in overlay
			? choose({...state, overlay: {...overlay, cursor: index}}, {...overlay, cursor: index}, run)
			: [state, []];
	if (input.type === 'choice') return [takeInput(state, pick(fieldInHand(state), input, index)), []];
	return [state, []];
}

function run(state: WizardState, command: Command): Step {
	const {overlay} = state;
	if (overlay) {
		if (command.startsWith('list.')) {
			if (command === 'list.choose' || command === 'list.toggle') return choose(state, overlay, run);
			if (command === 'list.filter') {
				return [
					overlay.type === 'outline'
						? {...state, overlay: {...overlay, filter: createBuffer('', {multiline: false}), cursor: 0}}
						: state,
					[],
				];
			}

			return [moveInOverlay(state, overlay, command), []];
		}

		if (overlay.type === 'write' && (command === 'confirm.yes' || command === 'confirm.no'))
			return decide(state, overlay, command === 'confirm.yes');
		if (overlay.type === 'quit' && command === 'confirm.no') return [close(state), []];
		if (overlay.type === 'quit' && command === 'confirm.yes') return quit(state, 'quit');
	}

	if (command === 'list.choose' && state.input.type === 'choice') return takeAndGoOn(state, state.input);
	if (command.startsWith('list.') || command.startsWith('row.') || command.startsWith('cell.'))
		return [onRows(state, command), []];
	const handler = handlers[command];
	return handler ? handler(state) : [state, []];
}

/** Enter in a choice takes the option under the cursor and goes on; where several may be taken it only goes on. */
function takeAndGoOn(state: WizardState, input: Extract<WizardState['input'], {type: 'choice'}>): Step {
	const field = fieldInHand(state);
	const isTaking = !field.multiple && !input.typingOther && input.cursor < field.options.length;
	return toNeighbour(isTaking ? takeInput(state, pick(field, input, input.cursor)) : state, 1);
}

/** Where Tab goes: past the last field is the review. */
function toNeighbour(state: WizardState, by: 1 | -1): Step {
	const target = neighbour(state, by);
	if (target !== undefined) return [focusOn(closed(state), target), []];
	return by > 0 ? [open(state, 'review'), [{type: 'draft.save', urgent: true}]] : [state, []];
}

function closed(state: WizardState): WizardState {
	const {overlay: _, ...rest} = state;
	return rest;
}

function toGap(state: WizardState): Step {
	const openIds = openFields(state);
	const order = state.form.fields.map(({id}) => id);
	const here = order.indexOf(state.focus);
	const next = openIds.find(id => order.indexOf(id) > here) ?? openIds[0];
	if (next === undefined) return [{...state, notice: {tone: 'info', text: 'Nothing required is open.'}}, []];
	return [focusOn(closed(state), next), []];
}

function quit(state: WizardState, status: 'quit' | 'interrupted'): Step {
	return [
		{...leave(state), outcome: {type: 'quit'}},
		[
			{type: 'draft.save', urgent: true},
			{type: 'exit', status},
		],
	];
}

/** State with the answer of the field in hand changed as a whole, as one undoable step. */
function changeAnswer(state: WizardState, answer: Parameters<typeof setAnswer>[2]): WizardState {
	const left = leave(state);
	const field = fieldInHand(left);
	const step = {field: field.id, before: left.answers.get(field.id), after: answer};
	const changed = remember(setAnswer(left, field.id, answer), step);
	return {
		...changed,
		input: inputOf(changed, field),
		entered: {field: field.id, ...(answer ? {answer} : {})},
	};
}

function marked(state: WizardState, mark: 'deferred' | 'kept'): WizardState {
	const marks = new Set(state[mark]);
	if (marks.has(state.focus)) marks.delete(state.focus);
	else marks.add(state.focus);
	return {...state, [mark]: marks, revision: state.revision + 1};
}

/** The section under the outline's cursor, else the one that the field in hand stands in. */
function sectionInHand(state: WizardState): string {
	const {overlay} = state;
	const row = overlay?.type === 'outline' ? filteredOutline(state)[overlay.cursor] : undefined;
	return row?.id ?? fieldInHand(state).section;
}

const handlers: Readonly<Partial<Record<Command, (state: WizardState) => Step>>> = {
	'field.next': state => toNeighbour(state, 1),
	'field.previous': state => toNeighbour(state, -1),
	'section.next'(state) {
		const target = neighbourSection(state, 1);
		return [target === undefined ? state : focusOn(closed(state), target), []];
	},
	'section.previous'(state) {
		const target = neighbourSection(state, -1);
		return [target === undefined ? state : focusOn(closed(state), target), []];
	},
	'gap.next': toGap,
	'field.defer': state => toNeighbour(marked(state, 'deferred'), 1),
	'field.keep'(state) {
		const field = fieldInHand(state);
		if (!field.prefilled)
			return [{...state, notice: {tone: 'info', text: 'The template brings nothing to keep here.'}}, []];
		return toNeighbour(marked(state, 'kept'), 1);
	},
	'field.reset': state => [changeAnswer(state, originalAnswer(state, state.focus)), []],
	'field.not-applicable'(state) {
		if (state.answers.get(state.focus)?.state === 'not-applicable') return [changeAnswer(state, undefined), []];
		return [askWhyNot(state, state.focus), []];
	},
	'section.not-applicable'(state) {
		const section = sectionInHand(state);
		return state.answers.has(section) ? [setAnswer(state, section, undefined), []] : [askWhyNot(state, section), []];
	},
	'section.leave-out'(state) {
		const path = pathTo(state.form.sections, sectionInHand(state));
		const target = path.find(
			({requirement}) => requirement === 'optional' || requirement === 'conditional' || requirement === 'recommended',
		);
		if (!target)
			return [
				{
					...state,
					notice: {
						tone: 'error',
						text: 'This section is required: mark it as not applicable, with the reason, instead.',
					},
				},
				[],
			];
		const left = setAnswer(leave(state), target.id, {state: 'left-out'});
		const next = neighbour(left, 1) ?? neighbour(left, -1);
		return [next === undefined ? left : focusOn(left, next), []];
	},
	'field.use-default'(state) {
		const field = fieldInHand(state);
		const offered = offer(state, field);
		if (!offered) return [{...state, notice: {tone: 'info', text: 'Nothing is offered here.'}}, []];
		// A sample is a start to change: it becomes the text in hand, and counts once it differs from the template's.
		if (offered.from === 'sample') return [takeInput(state, inputFor(field, offered.value)), []];
		return [changeAnswer(state, {state: 'answered', value: offered.value}), []];
	},
	'field.editor'(state) {
		if (state.input.type !== 'text')
			return [{...state, notice: {tone: 'info', text: 'This field is not a text; your editor cannot take it.'}}, []];
		const field = fieldById(state.form, state.focus);
		const extension = field.kind === 'code' ? field.language?.replaceAll(/\W/g, '') || 'txt' : 'md';
		return [
			state,
			[
				{type: 'draft.save', urgent: true},
				{type: 'editor.open', text: textInHand(state.input), extension},
			],
		];
	},
	'field.undo': state => [undo(state), []],
	'field.redo': state => [redo(state), []],
	'instance.add': state => [onInstances(state, 'instance.add'), []],
	'instance.duplicate': state => [onInstances(state, 'instance.duplicate'), []],
	'instance.remove': state => [onInstances(state, 'instance.remove'), []],
	'instance.up': state => [onInstances(state, 'instance.up'), []],
	'instance.down': state => [onInstances(state, 'instance.down'), []],
	'view.outline': state => [open(state, 'outline'), []],
	'view.preview': state => [open(state, 'preview'), []],
	'view.help': state => [open(state, 'help'), []],
	'view.palette': state => [open(state, 'palette'), []],
	'view.review': state => [open(state, 'review'), []],
	'view.close': state => [close(state), []],
	'view.redraw': state => [state, [{type: 'redraw'}]],
	'document.write': state => [beginWriting(state), [{type: 'draft.save', urgent: true}]],
	'wizard.suspend': state => [state, [{type: 'draft.save', urgent: true}, {type: 'suspend'}]],
	'wizard.quit'(state) {
		// Nothing is lost by leaving, unless the draft could not be saved: then ask.
		return state.saved.state === 'unsaved' ? [{...leave(state), overlay: {type: 'quit'}}, []] : quit(state, 'quit');
	},
	'wizard.interrupt'(state) {
		return state.overlay?.type === 'quit'
			? quit(state, 'interrupted')
			: [{...leave(state), overlay: {type: 'quit'}}, [{type: 'draft.save', urgent: true}]];
	},
};
