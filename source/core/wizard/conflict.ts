/** The opened document was changed on disk meanwhile: what the author wants of the two, and both brought together. */

import {merge, textOf, type Merged} from '../text/index.ts';
import type {Command, Effect} from './actions.ts';
import type {Overlay, WizardState} from './types.ts';
import {writtenText} from './written.ts';

type WriteOverlay = Extract<Overlay, {type: 'write'}>;
type Step = readonly [WizardState, readonly Effect[]];

let last: {readonly key: readonly string[]; readonly made: Merged} | undefined;

/**
 * What the author has here and what the file has now, brought together over the text that was opened; undefined where no
 * document was opened or no file stands there. Kept for the same three texts, for it is asked with every drawing.
 */
export function broughtTogether(state: WizardState, {existing, finish}: WriteOverlay): Merged | undefined {
	if (!state.opened || !existing) return undefined;
	const key = [state.opened.source, writtenText(state, finish), existing.text] as const;
	if (!last || key.some((text, index) => text !== last?.key[index])) last = {key, made: merge(...key)};
	return last.made;
}

/** The text that the author has settled on: what was answered here, or that with the file's own changes in it. */
export function settledText(state: WizardState, overlay: WriteOverlay): string {
	const made = overlay.both ? broughtTogether(state, overlay) : undefined;
	return made?.type === 'merged' ? made.text : writtenText(state, overlay.finish);
}

/** The answer to what is to become of a document that was changed on disk. Nothing is written without its difference. */
export function reconcile(state: WizardState, overlay: WriteOverlay, command: Command): Step {
	if (overlay.step !== 'conflict') return [state, []];
	const {problem: _, ...rest} = overlay;
	switch (command) {
		case 'conflict.mine': {
			return [{...state, overlay: {...rest, step: 'overwrite', both: false, scroll: 0}}, []];
		}

		case 'conflict.theirs': {
			const {overlay: __, ...closed} = state;
			const text = `${textOf(overlay.path).trim()} stays as it is on disk; what you answered is in your draft.`;
			return [{...closed, notice: {tone: 'info', text}}, []];
		}

		case 'conflict.both': {
			return broughtTogether(state, overlay)?.type === 'merged'
				? [{...state, overlay: {...rest, step: 'overwrite', both: true, scroll: 0}}, []]
				: [state, []];
		}

		default: {
			return [state, []];
		}
	}
}
