/** What a part of a document lacks of what a box says of it. */

import {cellsOf, isDelimiterRow} from '../../form/index.ts';
import type {Document} from '../../form/types.ts';
import {aims, targets} from '../asked-words.ts';
import {isMeasurable} from '../measurable.ts';
import {nameOf} from '../naming.ts';
import {lineage} from '../outline.ts';
import {standingOf, textAt, type FieldStanding} from '../standing.ts';
import type {Message} from '../types.ts';
import {hasThing, type Part} from './parts.ts';
import {sameStem, stemsIn, type Clause} from './words.ts';

/**
 * How a part stands to its box: `lack` is why it is not as the box says, `unknown` why nobody can tell; with neither it is
 * so, `exempt` where the part does not apply and says why.
 */
export type Finding = {readonly lack?: string; readonly unknown?: string; readonly exempt?: true};

/**
 * Compares a part with what its box says.
 *
 * @param faults the findings that keep a part from being whole
 */
export function lackOf(
	document: Document,
	part: Part,
	{things, isDrawn, isNumeric}: Clause,
	faults: readonly Message[],
): Finding {
	const {row, fields, names} = part;
	const title = `“${row.section.title}”`;
	const standing = standingOf(document);
	if (lineage(row).some(({section}) => standing.leftOut.has(section.id))) return {unknown: `${title} was left out.`};
	const entries = fields.flatMap(id => standing.fields.get(id) ?? []);
	const applying = entries.filter(({applies}) => applies);
	if (!applying.some(({answered}) => answered)) return {lack: `${title} says nothing yet.`};
	const open = entries.filter(({counts, answered}) => counts && !answered);
	if (open.length > 0) return {lack: `${title}: ${told(open)}`};
	const ids = new Set(fields);
	const found = faults.filter(({field, section}) =>
		field === undefined ? section === row.section.id : ids.has(field),
	);
	if (found[0]) return {lack: withMore(found[0].reason, found.length)};
	if (applying.every(({state}) => state === 'not-applicable')) return {exempt: true};
	for (const thing of things) {
		const named = new Set(names.filter(name => hasThing(name, thing)).flatMap(name => name.fields));
		if (named.size === 0 && !saysWord(document, entries, thing))
			return {unknown: `${title} has no place for “${thing.join(' ')}”.`};
		const without = entries.filter(({field, answered}) => named.has(field.id) && !answered);
		if (without.length > 0) return {lack: `${title}: ${told(without)}`};
	}
	if (isDrawn && !entries.some(entry => hasPicture(document, entry))) return {lack: `${title} has no diagram.`};
	const bare = isNumeric ? withoutNumber(document, entries) : undefined;
	return bare === undefined ? {} : {lack: `${title}: “${bare}” has no number.`};
}

/** `"Path" in "Endpoint" is open, and 2 more.` */
function told(open: readonly FieldStanding[]): string {
	return withMore(`${nameOf(open[0]!)} is open.`, open.length);
}

/** A reason with how many others there are. */
export function withMore(reason: string, count: number): string {
	return count > 1 ? `${reason.replace(/\.$/, '')}, and ${count - 1} more.` : reason;
}

function saysWord(document: Document, entries: readonly FieldStanding[], thing: readonly string[]): boolean {
	return entries.some(({field, state}) => {
		if (state !== 'answered') return false;
		const stems = stemsIn(textAt(document, field.id));
		return thing.every(stem => stems.some(word => sameStem(word, stem)));
	});
}

const picture = /!\[[^\]]*\][([]|<(?:img|svg)\b|^[ \t]*(?:```|~~~)/im;

/** A diagram, an image, or a word on why there is none. */
function hasPicture(document: Document, {field, state, answered}: FieldStanding): boolean {
	if (field.kind === 'code') return answered;
	return state === 'answered' && picture.test(textAt(document, field.id));
}

/** The first target without a number: in columns and fields that are called so; where none is, what has none at all. */
function withoutNumber(document: Document, entries: readonly FieldStanding[]): string | undefined {
	const values = entries
		.filter(({state}) => state === 'answered')
		.flatMap(({field}) => {
			const at = field.columns?.findIndex(({label}) => targets.test(label.trim())) ?? -1;
			const lines = textAt(document, field.id).split(/\r\n|\n|\r/);
			if (at < 0)
				return [
					{
						isTarget: aims.test(field.label.trim()) || targets.test(field.label.trim()),
						name: field.label,
						text: lines.join(' '),
					},
				];
			const rows = lines.filter(line => line.includes('|') && !isDelimiterRow(line)).map(line => cellsOf(line));
			return rows.map(cells => ({isTarget: true, name: cells[0]?.text ?? '', text: cells[at]?.text ?? ''}));
		});
	const aimed = values.filter(({isTarget}) => isTarget);
	if (aimed.length > 0) return aimed.find(({text}) => !isMeasurable(text))?.name;
	return values.some(({text}) => isMeasurable(text)) ? undefined : values[0]?.name;
}
