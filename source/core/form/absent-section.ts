/** A section whose body says nothing but that it does not apply. */

import type {Field, Form} from './types.ts';
import {isBlank} from './line-pieces.ts';
import type {Line} from './lines.ts';
import type {Chunk, Row} from './plan.ts';
import {isOptional} from './needed.ts';
import {readNotApplicable} from './value/absent.ts';

/** The reason where lines below a section's heading say that the section does not apply; undefined where they say more. */
export function sectionReason(form: Form, chunk: Chunk, body: readonly Line[]): string | undefined {
	const lines = body.filter(line => !isBlank(line.text));
	if (/^[ \t]*(?:[-*_][ \t]*){3,}$/.test(lines.at(-1)?.text ?? '')) lines.pop();
	if (lines.length === 0 || /^\s*[|]/.test(lines[0]!.text)) return undefined;
	const first = body.indexOf(lines[0]!);
	const last = body.indexOf(lines.at(-1)!);
	if (body.slice(first, last).some(line => isBlank(line.text))) return undefined;
	const reason = readNotApplicable(lines.map(line => line.text).join('\n'));
	if (reason === undefined) return undefined;
	// What the template says itself is no one's answer.
	const own = form.source.slice(chunk.body, chunk.range.to).replaceAll(/\r\n?/g, '\n').trim();
	if (readNotApplicable(own.replace(/\n[ \t]*(?:[-*_][ \t]*){3,}$/, '')) === reason) return undefined;
	if (lines.length > 1) return reason;
	return chunk.rows.some(row => saysItself(form, row, lines[0]!.text.trim(), reason)) ? undefined : reason;
}

/** Whether a line is a row of the template with one field that does not apply, and the template's words around it. */
function saysItself({source}: Form, row: Row, text: string, reason: string): boolean {
	if (row.type !== 'anchor' || row.tail) return false;
	const places = row.pattern?.groups(text) ?? [];
	return row.slots.some((field, index) => {
		const place = places[index];
		const own = place && readNotApplicable(text.slice(place.from, place.to));
		// What the others hold would be a part of the section's reason as well.
		const others = row.slots.every((other, at) => {
			const there = places[at];
			const words = source.slice(other.range.from, other.range.to).trim();
			return other === field || (there && text.slice(there.from, there.to).trim() === words);
		});
		return own !== undefined && own !== reason && others;
	});
}

/** The field that is all there is to a section, its heading and optional subsections aside. */
export function soleField(chunk: Chunk): Field | undefined {
	if (!chunk.section?.sections.every(below => isOptional(below.requirement))) return undefined;
	const slots = chunk.segments.flatMap(one =>
		one.type === 'slot' && one.field.place.at !== 'heading' ? [one.field] : [],
	);
	const anchors = chunk.rows.some(row => row.type === 'anchor' && !row.tail);
	const [only] = slots;
	return slots.length === 1 && !anchors && only!.place.at !== 'rows' ? only : undefined;
}
