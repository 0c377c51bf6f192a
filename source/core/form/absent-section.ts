/** A section whose body says nothing but that it does not apply. */

import type {Field, Form} from './types.ts';
import {isBlank} from './line-pieces.ts';
import type {Line} from './lines.ts';
import type {Chunk, Row} from './plan.ts';
import {isOptional} from './needed.ts';
import {readNotApplicable} from './value/absent.ts';

/** The reason where lines below a section's heading say that the section does not apply; undefined where they say more. */
export function sectionReason(form: Form, chunk: Chunk, body: readonly Line[]): string | undefined {
	const lines = body.map(line => line.text);
	const reason = reasonOf(lines);
	// What the template says itself is no one's answer.
	if (reason === undefined || reasonOf(ownLines(form, chunk)) === reason) return undefined;
	const [first = '', second] = lines.filter(line => !isBlank(line) && !rule.test(line));
	if (second !== undefined) return chunk.rows.some(row => isOwnLine(form, row, first.trim())) ? undefined : reason;
	return chunk.rows.some(row => saysItself(form, row, first.trim(), reason)) ? undefined : reason;
}

const rule = /^[ \t]*(?:[-*_][ \t]*){3,}$/;

/** The reason that lines give, where they are one paragraph, and a rule behind it at most. */
function reasonOf(lines: readonly string[]): string | undefined {
	const first = lines.findIndex(line => !isBlank(line));
	let last = lines.findLastIndex(line => !isBlank(line));
	if (last > first && rule.test(lines[last]!))
		last = lines.findLastIndex((line, index) => index < last && !isBlank(line));
	const paragraph = lines.slice(Math.max(0, first), last + 1);
	if (paragraph.length === 0 || paragraph.some(line => isBlank(line)) || /^\s*[|]/.test(paragraph[0]!))
		return undefined;
	return readNotApplicable(paragraph.join('\n'));
}

/** The lines that the template has below the heading, without the guidance that goes. */
function ownLines({source}: Form, {body, range, segments}: Chunk): readonly string[] {
	let text = '';
	let at = body;
	for (const segment of segments) {
		if (segment.type !== 'guidance' || segment.from < at) continue;
		text += source.slice(at, segment.from);
		at = segment.to;
	}

	return (text + source.slice(at, range.to)).split(/\r\n|\n|\r/);
}

/** Whether a line is one of the template's own words alone. */
function isOwnLine({source}: Form, row: Row, text: string): boolean {
	return row.type === 'anchor' && row.slots.length === 0 && source.slice(row.from, row.to).trim() === text;
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
	// Boilerplate is no answer that could say so.
	return slots.length === 1 && !only!.boilerplate && !anchors && only!.place.at !== 'rows' ? only : undefined;
}
