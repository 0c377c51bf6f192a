/** The command palette: commands, sections and fields in one list, found by typing a part of their names. */

import {flatten} from '../form/index.ts';
import {fuzzyScore, textOf} from '../text/index.ts';
import {commandTitles} from './commands.ts';
import {sectionTitle} from './select.ts';
import type {Command, WizardState} from './types.ts';

export type PaletteEntry =
	| {readonly type: 'command'; readonly title: string; readonly command: Command}
	| {readonly type: 'section' | 'field'; readonly title: string; readonly where: string; readonly field: string};

/** What the palette lists for its query, best first. */
export function paletteEntries(state: WizardState): readonly PaletteEntry[] {
	const query = state.overlay?.type === 'palette' ? textOf(state.overlay.query).trim() : '';
	const entries = allEntries(state);
	if (query === '') return entries;
	return entries
		.map(entry => ({entry, score: fuzzyScore(query, entry.title)}))
		.filter((scored): scored is {entry: PaletteEntry; score: number} => scored.score !== undefined)
		.sort((a, b) => b.score - a.score)
		.map(({entry}) => entry);
}

function allEntries(state: WizardState): readonly PaletteEntry[] {
	const sections = flatten(state.form.sections);
	const titles = new Map(sections.map(section => [section.id, sectionTitle(state, section)]));
	return [
		...Object.entries(commandTitles).map(
			([command, title]) => ({type: 'command', title, command: command as Command}) as const,
		),
		...sections.flatMap(section => {
			const field = section.fields[0];
			return field === undefined
				? []
				: [{type: 'section', title: sectionTitle(state, section), where: '', field} as const];
		}),
		...state.form.fields.map(
			field => ({type: 'field', title: field.label, where: titles.get(field.section) ?? '', field: field.id}) as const,
		),
	];
}
