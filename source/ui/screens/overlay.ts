/** What lies over the form, drawn for the room there is. */

import {everyField} from '../../core/form/index.ts';
import type {Overlay, WizardState} from '../../core/wizard/index.ts';
import {
	beneath,
	broughtTogether,
	completeness,
	documentToWrite,
	filledByWriting,
	gaps,
	leftOpen,
	leftOutByFinishing,
	fieldInHand,
	paletteEntries,
	placeToWrite,
	readings,
	reasonIsDue,
	refused,
	sectionTitle,
	whyNot,
	settledText,
	stampsItself,
	writtenText,
} from '../../core/wizard/index.ts';
import type {Difference} from '../components/difference.ts';
import {difference, differenceView} from '../components/difference.ts';
import {previewView} from '../components/preview.ts';
import type {Rect} from '../drawing/layout.ts';
import type {View} from '../drawing/line.ts';
import {span} from '../drawing/line.ts';
import {scopesOf} from '../input/interpret.ts';
import type {MessageKeys} from '../overlays/message.ts';
import {keyNames, keyOf} from '../keys.ts';
import {helpView} from '../overlays/help.ts';
import {reviewView} from '../overlays/review.ts';
import {paletteView, quitView, readingsView, reasonView} from '../overlays/small.ts';
import {writeView} from '../overlays/write.ts';
import {aboutPane} from './editor-pane.ts';
import {sectionById} from './sections.ts';
import type {Surroundings} from './wizard-frame.ts';

/** The overlay's lines and cursor. The outline has a pane of its own and is not drawn here. */
export function overlayView(
	state: WizardState,
	overlay: Overlay,
	surroundings: Surroundings,
	{width, height}: Rect,
): View {
	const {look, table} = surroundings;
	const key = keyNames(table, scopesOf(state), look);
	switch (overlay.type) {
		case 'outline': {
			return {lines: []};
		}

		case 'preview': {
			const range = overlay.at ? placeToWrite(state, overlay.at) : documentToWrite(state).spans.get(state.focus);
			const props = {
				...(surroundings.preview ? {lines: surroundings.preview} : {}),
				...(range ? {range} : {}),
				scroll: overlay.scroll,
			};
			return previewView(props, width, height, look);
		}

		case 'about': {
			return aboutPane(state, overlay.scroll, {width, height}, surroundings);
		}

		case 'help': {
			const below = beneath(state);
			const props = {
				table,
				scopes: scopesOf(below),
				place: below.overlay ? 'here' : 'in this field',
				scroll: overlay.scroll,
				...(overlay.filter ? {filter: overlay.filter} : {}),
			};
			return helpView(props, width, height, look);
		}

		case 'palette': {
			const below = beneath(state);
			const scopes = scopesOf(below);
			return paletteView(
				{
					query: overlay.query,
					entries: paletteEntries(state),
					cursor: overlay.cursor,
					whyNot: entry => (entry.type === 'command' ? whyNot(below, entry.command) : undefined),
					keysOf: entry => (entry.type === 'command' ? keyOf(entry.command, table, scopes) : undefined),
				},
				width,
				height,
				look,
			);
		}

		case 'readings': {
			return readingsView(fieldInHand(state).label, readings(state), overlay.cursor, width, height, look);
		}

		case 'not-applicable': {
			return reasonView(
				{target: nameOf(state, overlay.target), reason: overlay.reason, isDue: reasonIsDue(state, overlay.target), key},
				width,
				look,
			);
		}

		case 'review': {
			const writeKey = keyOf('document.write', table, ['wizard']);
			return reviewView(
				{
					gaps: gaps(state),
					cursor: overlay.cursor,
					completeness: completeness(state),
					...(writeKey ? {writeKey} : {}),
				},
				width,
				height,
				look,
			);
		}

		case 'difference': {
			const found = remembered(overlay.existing, writtenText(state, false));
			const shown = differenceView(found, overlay.scroll, Math.max(1, height - 2));
			const title = ['What writing would change in ', span('value', state.target ?? '')];
			return {...shown, lines: [[' ', ...title], [], ...shown.lines]};
		}

		case 'write': {
			const texts = comparedTexts(state, overlay);
			const filled = filledByWriting(state);
			const own = state.context.checks?.words;
			const dates = everyField(state.form).filter(field => filled.includes(field.id) && stampsItself(field, own));
			const merged = overlay.step === 'conflict' ? broughtTogether(state, overlay) : undefined;
			return writeView(
				{
					overlay,
					open: leftOpen(state).length,
					dated: dates.length,
					filled: filled.length - dates.length,
					refused: refused(state, overlay.finish).map(({problem}) => problem.summary),
					keys: messageKeys(surroundings),
					key,
					leftOut: overlay.step === 'finish' ? leftOutByFinishing(state) : [],
					...(texts ? {difference: remembered(...texts)} : {}),
					...(merged ? {merged} : {}),
				},
				width,
				height,
				look,
			);
		}

		case 'quit': {
			return quitView(state.saved.state === 'unsaved' ? state.saved.problem : undefined, key, width, look);
		}
	}
}

/** The keys that the commit's message names. */
function messageKeys({look, table}: Surroundings): MessageKeys {
	const keys = {
		branch: keyOf('write.branch', table, ['commit']),
		editor: keyOf('field.editor', table, ['commit']),
		body: keyOf('write.body', table, ['subject']),
		write: keyOf('document.write', table, ['body']),
		newline: keyOf('text.newline', table, ['body']),
	};
	return Object.fromEntries(
		Object.entries(keys).flatMap(([what, key]) => (key === undefined ? [] : [[what, look.keyName(key)]])),
	);
}

/** The two texts whose difference is shown: what would change in the file, or what changed in it meanwhile. */
function comparedTexts(
	state: WizardState,
	overlay: Extract<Overlay, {type: 'write'}>,
): readonly [before: string, after: string] | undefined {
	const {existing, step} = overlay;
	if (!existing) return undefined;
	if (step === 'overwrite') return [existing.text, settledText(state, overlay)];
	return step === 'conflict' && state.opened ? [state.opened.source, existing.text] : undefined;
}

let last: {readonly before: string; readonly after: string; readonly found: Difference} | undefined;

/** The difference last asked for is kept: a redraw asks again for the same two texts. */
function remembered(before: string, after: string): Difference {
	if (last?.before !== before || last.after !== after) {
		last = {before, after, found: difference(before, after)};
	}

	return last.found;
}

function nameOf(state: WizardState, target: string): string {
	const field = state.form.fields.find(({id}) => id === target);
	const section = sectionById(state.form.sections, target);
	return field?.label ?? (section ? sectionTitle(state, section) : target);
}
