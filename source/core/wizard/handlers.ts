/** What each command does that means the same everywhere; lists and questions are update.ts's. */

import {everyField, pathTo} from '../form/index.ts';
import {textOf} from '../text/index.ts';
import type {Answer, Field} from '../form/types.ts';
import {asked, broughtBack, changed, enter, fieldInHand, marksAround, originalAnswer, stepped} from './answers.ts';
import {offerInHand, offerTaken} from './cell-offer.ts';
import {pick} from './choice-rows.ts';
import {takeSuggestion} from './complete.ts';
import {focusOn, leave, neighbour, neighbourSection, walk} from './focus.ts';
import {editedText, isTyped} from './grid.ts';
import {inputFor} from './input.ts';
import {onInstances} from './instances.ts';
import {over} from './layers.ts';
import {filteredOutline} from './outline-filter.ts';
import {askReading} from './mending.ts';
import {askWhyNot, close, open, reasonIsMissing} from './overlays.ts';
import type {Command, Effect} from './actions.ts';
import type {WizardState} from './types.ts';
import {isToLookAt, openFields} from './select.ts';
import {redo, undo} from './undo.ts';
import {beginWriting, write} from './write.ts';
import {leftOpen} from './completed.ts';

type Step = readonly [WizardState, readonly Effect[]];

/** Enter in a choice takes the option under the cursor and goes on; where several may be taken it only goes on. */
export function takeAndGoOn(state: WizardState, input: Extract<WizardState['input'], {type: 'choice'}>): Step {
	const field = fieldInHand(state);
	const isTaking = !field.multiple && !input.typingOther && input.cursor < field.options.length;
	return toNeighbour(isTaking ? stepped(state, pick(field, input, input.cursor)) : state, 1);
}

/** Where Tab goes: past the last field is the review. */
function toNeighbour(state: WizardState, by: 1 | -1): Step {
	const target = neighbour(state, by);
	if (target !== undefined) return [focusOn(closed(state), target), []];
	return by > 0
		? [open(closed(state), 'review'), [{type: 'draft.save', urgent: true}]]
		: told(state, 'This is the first field.');
}

function toSection(state: WizardState, by: 1 | -1): Step {
	const target = neighbourSection(state, by);
	if (target === undefined) return told(state, `This is the ${by > 0 ? 'last' : 'first'} section.`);
	return [focusOn(closed(state), target), []];
}

function closed(state: WizardState): WizardState {
	const {overlay: _, ...rest} = state;
	return rest;
}

/** The state with a line that is shown until the next key, and no effect. */
function told(state: WizardState, text: string, tone: 'info' | 'error' = 'info'): Step {
	return [{...state, notice: {tone, text}}, []];
}

/** Kinds of which some follow from the rest when the document is written; to know which takes longer than a key should. */
function mayFollow({kind, sums}: Field): boolean {
	return kind === 'date' || kind === 'checklist' || kind === 'table' || kind === 'list' || sums !== undefined;
}

function toGap(state: WizardState): Step {
	const fields = everyField(state.form);
	const here = fields.findIndex(({id}) => id === state.focus);
	const isOpen = new Set(openFields(state));
	const found = [...fields.slice(here + 1), ...fields.slice(0, here + 1)];
	const next = found.find(field => (mayFollow(field) ? leftOpen(state).includes(field.id) : isOpen.has(field.id)))?.id;
	if (next === undefined) return told(state, 'Nothing required is open.');
	return [focusOn(closed(state), next), []];
}

/** State that is over, its draft saved. */
export function quit(state: WizardState, status: 'quit' | 'interrupted'): Step {
	return [
		{...leave(state), outcome: {type: 'quit'}},
		[
			{type: 'draft.save', urgent: true},
			{type: 'exit', status},
		],
	];
}

/** State with the answer of the field in hand changed as a whole, as one undoable step. */
function changeAnswer(state: WizardState, answer: Answer | undefined): WizardState {
	const left = answer?.state === 'answered' ? asked(leave(state)) : leave(state);
	return enter(changed(left, left.focus, answer));
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

/** The commands that mean the same wherever they are given. */
export const handlers: Readonly<Partial<Record<Command, (state: WizardState) => Step>>> = {
	'field.next': state => toNeighbour(state, 1),
	'field.previous': state => toNeighbour(state, -1),
	'section.next': state => toSection(state, 1),
	'section.previous': state => toSection(state, -1),
	'gap.next': toGap,
	'field.defer': state => toNeighbour(marked(state, 'deferred'), 1),
	'field.keep'(state) {
		const field = fieldInHand(state);
		if (!field.prefilled) return told(state, 'The template brings nothing to keep here.');
		return toNeighbour(marked(state, 'kept'), 1);
	},
	'field.reset'(state) {
		const original = originalAnswer(state, state.focus);
		if (state.answers.get(state.focus) === original) return told(state, 'There is no answer to take back.');
		return [changeAnswer(state, original), []];
	},
	'field.keep-all'(state) {
		const ids = walk(state).filter(id => isToLookAt(state, id));
		if (ids.length === 0) return told(state, 'Nothing that the template brings is left to look at.');
		const text = `${ids.length === 1 ? 'One text' : `${ids.length} texts`} of the template kept.`;
		const kept = new Set([...state.kept, ...ids]);
		return [{...state, kept, revision: state.revision + 1, notice: {tone: 'info', text}}, []];
	},
	'field.remove'(state) {
		const field = fieldInHand(state);
		if (!field.boilerplate)
			return told(state, 'Only a text that the template brings, and asks nothing in, can be removed.');
		const isGone = state.answers.get(state.focus)?.state === 'left-out';
		if (isGone) return [changeAnswer(state, broughtBack(state, field)), []];
		return toNeighbour(changeAnswer(state, {state: 'left-out'}), 1);
	},
	'field.not-applicable'(state) {
		const isMarked = state.answers.get(state.focus)?.state === 'not-applicable';
		// Where the reason is still missing, the same key gives it; else it takes the mark away.
		if (isMarked && !reasonIsMissing(state, state.focus)) return [changeAnswer(state, undefined), []];
		return [askWhyNot(state, state.focus), []];
	},
	'section.not-applicable'(state) {
		const section = sectionInHand(state);
		// A section inside one that is marked does not apply with it: the mark to take away is that one's.
		const marked = marksAround(state, section).at(-1);
		return marked !== undefined && !reasonIsMissing(state, marked)
			? [enter(changed(leave(state), marked, undefined)), []]
			: [askWhyNot(state, marked ?? section), []];
	},
	'section.leave-out'(state) {
		const path = pathTo(state.form.sections, sectionInHand(state));
		const target = path.find(
			({requirement}) => requirement === 'optional' || requirement === 'conditional' || requirement === 'recommended',
		);
		if (!target)
			return told(state, 'This section is required: mark it as not applicable, with the reason, instead.', 'error');
		const left = changed(leave(state), target.id, {state: 'left-out'});
		const next = neighbour(left, 1) ?? neighbour(left, -1);
		return [next === undefined ? left : focusOn(left, next), []];
	},
	'field.use-default'(state) {
		const field = fieldInHand(state);
		const offered = offerInHand(state);
		if (!offered) return told(state, 'Nothing is offered here.');
		if (state.input.type === 'table') return [offerTaken(state, offered), []];
		// A sample is a start to change: it becomes the text in hand, and counts once it differs from the template's.
		if (offered.from === 'sample') return [stepped(asked(state), inputFor(field, offered.value)), []];
		return [changeAnswer(state, {state: 'answered', value: offered.value}), []];
	},
	'field.complete': state => {
		const taken = takeSuggestion(state);
		return taken ? [taken, []] : told(state, 'Nothing is suggested here.');
	},
	'field.editor'(state) {
		const {overlay} = state;
		// git's own name for it: editors know what is meant to stand in there.
		if (overlay?.type === 'write' && overlay.step === 'message')
			return [state, [{type: 'editor.open', text: textOf(overlay.message), name: 'COMMIT_EDITMSG'}]];
		const field = fieldInHand(state);
		if (!isTyped(field, state.input)) return told(state, 'There is no text here for your editor to take.');
		const extension = field.kind === 'code' ? field.language?.replaceAll(/\W/g, '') || 'txt' : 'md';
		return [
			state,
			[
				{type: 'draft.save', urgent: true},
				{type: 'editor.open', text: editedText(state.input), extension},
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
	'field.read-as': state => [askReading(state), []],
	'view.outline': state => [open(state, 'outline'), []],
	'view.preview': state => [open(state, 'preview'), []],
	'view.help': state => [open(state, 'help'), []],
	'view.about': state => [open(state, 'about'), []],
	'view.difference': state =>
		state.target === undefined
			? [{...state, notice: {tone: 'info', text: 'Nothing is written yet that the document could differ from.'}}, []]
			: [state, [{type: 'target.compare', path: state.target}]],
	'view.palette': state => [open(state, 'palette'), []],
	'view.review': state => [open(state, 'review'), []],
	'view.close': state => [close(state), []],
	'view.redraw': state => [state, [{type: 'redraw'}]],
	'document.write'(state) {
		const {overlay} = state;
		if (overlay?.type !== 'write') return beginWriting(state);
		// At the last question it is the answer; before, once more would throw away what was typed there.
		return overlay.step === 'message' ? write(state, overlay) : told(state, 'This is how it is written.');
	},
	'draft.save'(state) {
		const {saved} = state;
		if (saved.state === 'read-only') return told(state, saved.reason, 'error');
		const isSafe = saved.state === 'saved' && state.savedRevision >= state.revision;
		return isSafe ? told(state, 'Everything is saved.') : [state, [{type: 'draft.save', urgent: true}]];
	},
	'wizard.suspend': state => [state, [{type: 'draft.save', urgent: true}, {type: 'suspend'}]],
	'wizard.in-lines'(state) {
		// While it is written or committed, the terminal may be git's.
		if (state.overlay?.type === 'write' && state.overlay.step === 'working') return [state, []];
		return [{...leave(state), outcome: {type: 'in-lines'}}, [{type: 'draft.save', urgent: true}]];
	},
	'wizard.quit'(state) {
		// Nothing is lost by leaving, unless the draft could not be saved: then ask.
		return state.saved.state === 'unsaved' ? [over(leave(state), {type: 'quit'}), []] : quit(state, 'quit');
	},
	'wizard.interrupt'(state) {
		return state.overlay?.type === 'quit'
			? quit(state, 'interrupted')
			: [over(leave(state), {type: 'quit'}), [{type: 'draft.save', urgent: true}]];
	},
};
