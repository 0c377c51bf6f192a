/** What a person sees of a state, and what their keys do to it. */

import {stripVTControlCharacters} from 'node:util';
import stringWidth from 'string-width';
import {bindings} from '../../source/keymap/index.ts';
import type {WizardState} from '../../source/core/wizard/index.ts';
import {createLook} from '../../source/ui/drawing/look.ts';
import {decode} from '../../source/ui/input/decode.ts';
import {interpret} from '../../source/ui/input/interpret.ts';
import {textArea, wizardFrame} from '../../source/ui/screens/wizard-frame.ts';
import type {Frame} from '../../source/ui/drawing/frame.ts';
import {themes} from '../../source/theme/index.ts';
import {after, now} from './states.ts';

/** Without colours. */
export const look = createLook({theme: themes.mono});
export const surroundings = {look, table: bindings};

/** The screen's rows, put together from its panes. */
export function rowsOf(frame: Frame): readonly string[] {
	const rows = Array.from({length: frame.size.rows}, () => ' '.repeat(frame.size.columns));
	const grid = rows.map(row => [...row]);
	for (const {rect, text} of frame.panes) {
		for (const [at, line] of stripVTControlCharacters(text).split('\n').entries()) {
			const row = grid[rect.y + at];
			if (row)
				row.splice(
					rect.x,
					stringWidth(line),
					...[...line].flatMap(character => [
						character,
						...Array.from({length: Math.max(0, stringWidth(character) - 1)}, () => ''),
					]),
				);
		}
	}

	return grid.map(row => row.join('').trimEnd());
}

/** The screen as text. */
export function screen(state: WizardState): string {
	return rowsOf(wizardFrame(state, surroundings)).join('\n');
}

/** The state after keys by their names. */
export function press(state: WizardState, ...names: readonly string[]): WizardState {
	return names.reduce((current, name) => {
		const {scroll} = wizardFrame(current, surroundings);
		const reading = {now, table: bindings, area: textArea(current, look), ...(scroll ? {scroll} : {})};
		return after(current, ...interpret(current, {type: 'key', name}, reading));
	}, state);
}

/** The state after characters that are typed. */
export function type(state: WizardState, text: string): WizardState {
	return decode(text, {}).reduce((current, pressed) => {
		const reading = {now, table: bindings, area: textArea(current, look)};
		return after(current, ...interpret(current, pressed, reading));
	}, state);
}
