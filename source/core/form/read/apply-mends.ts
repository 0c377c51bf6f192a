/**
 * What an author reads otherwise than the reader did, laid over what it found. It speaks by ids and stands in no text, so
 * that it holds for one document and writes nothing into it (decision 46).
 */

import {flatten} from '../sections.ts';
import type {Field, Mend, Mends, Section} from '../types.ts';
import type {Assembled} from './assemble.ts';
import type {Node, Source} from './found-field.ts';
import {ofKind} from './hint-field.ts';
import {applyToSection} from './hint-target.ts';
import {variableKey} from './variables.ts';

/** The id that a mend is kept under: it speaks of a field, or a section, in each instance of what repeats. */
export function mendId(id: string): string {
	return id.replaceAll(/\[\d+\]/gu, '');
}

/** Marks the sections that the author says to have several of. */
export function mendSections(
	source: Source,
	nodes: readonly Node[],
	top: readonly Node[],
	mends: Mends,
	assembled: () => Assembled,
): void {
	if (![...mends.values()].some(({as}) => as === 'repeat')) return;
	for (const section of flatten(assembled().sections)) {
		if (mends.get(mendId(section.id))?.as !== 'repeat') continue;
		const node = nodes.find(({heading}) => heading && source.lines.lineOf(heading.range.from) === section.line);
		const reading = {source, nodes, top, tell: () => undefined};
		if (node) applyToSection(reading, node, {repeatable: true, at: new Map()});
	}
}

/** The parts of a form with fields of the kinds that the author says, and without those that are no blanks to them. */
export function mendFields(source: Source, made: Assembled, mends: Mends): Assembled {
	if (mends.size === 0) return made;
	const of = (id: string): Mend | undefined => mends.get(mendId(id));
	const fields = made.fields.map(field => {
		const mend = of(field.id);
		return mend?.as === 'field' ? mended(source, field, mend) : field;
	});
	const names = new Set(
		fields.flatMap(({id, variable}) =>
			variable !== undefined && of(id)?.as === 'text' ? [variableKey(variable)] : [],
		),
	);
	const isNone = ({id, variable}: Field): boolean =>
		of(id)?.as === 'text' || (variable !== undefined && names.has(variableKey(variable)));
	const gone = new Set(fields.flatMap(field => (isNone(field) ? [field.id] : [])));
	return gone.size === 0 ? {...made, fields} : without({...made, fields}, gone);
}

/** The parts of a form without some fields; what spoke of them alone is text that stays. */
export function without(made: Assembled, gone: ReadonlySet<string>): Assembled {
	const left = (ids: readonly string[]): readonly string[] => ids.filter(id => !gone.has(id));
	const inSection = (section: Section): Section => ({
		...section,
		fields: left(section.fields),
		sections: section.sections.map(inSection),
	});
	return {
		sections: made.sections.map(inSection),
		fields: made.fields.filter(({id}) => !gone.has(id)),
		repeats: made.repeats.map(repeat => ({
			...repeat,
			instances: repeat.instances.map(one => ({...one, fields: left(one.fields)})),
		})),
		guidance: made.guidance.flatMap(one => {
			const fields = left(one.fields);
			return one.fields.length > 0 && fields.length === 0 ? [] : [{...one, fields}];
		}),
	};
}

function mended(source: Source, field: Field, {kind, options, open, multiple}: Extract<Mend, {as: 'field'}>): Field {
	const {id, section, line, requirement, condition, reasonForNotApplicable, mirrors, repeat, ...found} = field;
	const {path: _, ...made} = kind === field.kind ? {...found, path: []} : ofKind(source, {...found, path: []}, kind);
	return {
		...made,
		id,
		section,
		line,
		requirement,
		reasonForNotApplicable,
		mirrors,
		...(condition !== undefined && {condition}),
		...(repeat !== undefined && {repeat}),
		options,
		open,
		multiple,
	};
}
