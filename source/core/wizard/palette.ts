/** The command palette: commands, sections and fields in one list, found by typing a part of their names. */

import {everyField, flatten} from '../form/index.ts';
import type {Form} from '../form/types.ts';
import {fuzzyScore, textOf} from '../text/index.ts';
import {commandTitles} from './commands.ts';
import {firstField} from './outline.ts';
import {visitedSections} from './focus.ts';
import {sectionTitle} from './select.ts';
import type {Command} from './actions.ts';
import type {WizardState} from './types.ts';

export type PaletteEntry =
	| {readonly type: 'command'; readonly title: string; readonly command: Command}
	| {
			readonly type: 'section' | 'field';
			readonly title: string;
			/** Of a field the title of its section, of a section its place among those that are visited. */
			readonly where: string;
			readonly field: string;
	  };

/** What an entry's own name is worth more than that of the section that it stands in. */
const ownName = 30;

/** What the palette lists for its query, best first. */
export function paletteEntries(state: WizardState): readonly PaletteEntry[] {
	const known = listed.get(state) ?? entriesFor(state);
	listed.set(state, known);
	return known;
}

/** One key asks some times what is listed. */
const listed = new WeakMap<WizardState, readonly PaletteEntry[]>();

function entriesFor(state: WizardState): readonly PaletteEntry[] {
	const query = state.overlay?.type === 'palette' ? textOf(state.overlay.query).trim() : '';
	const entries = entriesOf(state);
	if (query === '') return entries;
	const number = /^[:§]?(\d+(?:\.\d+)*)$/.exec(query)?.[1];
	// What is found by its number is not listed again.
	const found = [
		...(number === undefined ? [] : numbered(entries, number)),
		...entries
			.map(entry => ({entry, score: score(query, entry)}))
			.filter((scored): scored is {entry: PaletteEntry; score: number} => scored.score !== undefined)
			.sort((a, b) => b.score - a.score)
			.map(({entry}) => entry),
	];
	return [...new Set(found)];
}

/** A field is found by its section's name, too, behind those that are called so themselves. */
function score(query: string, entry: PaletteEntry): number | undefined {
	const own = fuzzyScore(query, entry.title);
	if (own !== undefined) return own + ownName;
	return entry.type === 'field' ? fuzzyScore(query, `${entry.where} ${entry.title}`) : undefined;
}

/** The sections of a number: those whose heading begins with it, then the one that the header counts so. */
function numbered(entries: readonly PaletteEntry[], number: string): readonly PaletteEntry[] {
	const sections = entries.filter(entry => entry.type === 'section');
	const isHeaded = (title: string): boolean =>
		/^(?:\p{L}+ )?(\d+(?:\.\d+)*)(?=[\s.):]|$)/u.exec(title)?.[1]?.replace(/\.$/, '') === number;
	return [
		...sections.filter(({title}) => isHeaded(title)),
		...sections.filter(entry => 'where' in entry && entry.where === `section ${number}`),
	];
}

const every = new WeakMap<WizardState['answers'], {readonly form: Form; readonly entries: readonly PaletteEntry[]}>();

/** All that can be listed, whatever is looked for. */
function entriesOf(state: WizardState): readonly PaletteEntry[] {
	const known = every.get(state.answers);
	if (known?.form === state.form) return known.entries;
	const entries = allEntries(state);
	every.set(state.answers, {form: state.form, entries});
	return entries;
}

function allEntries(state: WizardState): readonly PaletteEntry[] {
	const sections = flatten(state.form.sections);
	const places = new Map(visitedSections(state).map((id, index) => [id, index + 1]));
	const titles = new Map(sections.map(section => [section.id, sectionTitle(state, section)]));
	const entries = sections.flatMap(section => {
		const field = firstField(state.form, section);
		const at = places.get(section.id);
		const title = titles.get(section.id) ?? '';
		return field === undefined
			? []
			: [{type: 'section', title, where: at === undefined ? '' : `section ${at}`, field} as const];
	});
	const ends = new Map(entries.map(({field, title}) => [field, title.toLowerCase()]));
	return [
		...Object.entries(commandTitles).map(
			([command, title]) => ({type: 'command', title, command: command as Command}) as const,
		),
		...entries,
		...everyField(state.form)
			// A section's first field that is called as the section is found by that.
			.filter(({id, label}) => !ends.get(id)?.endsWith(label.toLowerCase()))
			.map(
				field =>
					({type: 'field', title: field.label, where: titles.get(field.section) ?? '', field: field.id}) as const,
			),
	];
}
