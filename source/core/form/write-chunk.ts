/** One chunk of a form with its answers: a heading and what stands under it until the next heading. */

import type {Problem} from '../problem.ts';
import type {Answer, Field, Range} from './types.ts';
import {mirrored} from './mirror.ts';
import {misread} from './read-back.ts';
import {settingOf, writeValue} from './reading.ts';
import {splice} from './splice.ts';
import type {Apart, ChunkInput, Written} from './splice.ts';
import {writeNotApplicable} from './value/absent.ts';
import {cannotTellApart} from './value/validate.ts';

const nothing: Written = {text: '', spans: new Map(), leftovers: [], problems: new Map(), kept: [], lost: false};

/** Writes a chunk and makes sure that it reads back. */
export function writeChunk(input: ChunkInput): Written {
	const {chunk, answers} = input;
	for (let above = chunk.parent; above; above = above.parent)
		if (closes(answers.get(above.section?.id ?? ''))) return nothing;
	const own = chunk.section && answers.get(chunk.section.id);
	if (own?.state === 'left-out') return nothing;
	if (own?.state === 'not-applicable') return absentSection(input, own.reason);
	const problems = new Map<string, Problem>();
	for (let round = 0; ; round++) {
		const {written, wrong} = attempt(input, problems);
		if (wrong.length === 0 || round > 4) return written;
		// What the template brings can stay as it is, so that no answer is refused for its sake.
		const brought = wrong.filter(({boilerplate}) => boilerplate === true);
		for (const field of brought.length > 0 ? brought : wrong) {
			const words = 'in this place the text could not be told from what stands around it.';
			problems.set(field.id, cannotTellApart(field, words));
		}
	}
}

/** What may have to be kept apart, the least first. */
const ways: readonly Apart[] = [
	{answers: false, gone: false, heading: false},
	{answers: true, gone: false, heading: false},
	{answers: false, gone: true, heading: false},
	{answers: true, gone: true, heading: false},
	{answers: false, gone: false, heading: false, captions: true},
	{answers: true, gone: true, heading: false, captions: true},
	{answers: false, gone: false, heading: true},
	{answers: true, gone: true, heading: true},
];

/** A chunk's text in the first way in which it reads back; where it does in none, the fields that are to blame. */
function attempt(
	input: ChunkInput,
	problems: Map<string, Problem>,
): {readonly written: Written; readonly wrong: readonly Field[]} {
	let first: Written | undefined;
	let wrong: readonly Field[] = [];
	for (const apart of ways) {
		const written = splice(input, problems, apart);
		const read = misread(input, written, problems);
		if (!read) return {written, wrong: []};
		first ??= written;
		wrong = read;
	}

	return {written: first!, wrong};
}

function closes(answer: Answer | undefined): boolean {
	return answer?.state === 'left-out' || answer?.state === 'not-applicable';
}

/** A section that does not apply: its heading, and why. */
function absentSection(input: ChunkInput, reason: string): Written {
	const {form, chunk, plan} = input;
	const out = heading(input);
	const {eol} = form;
	// A rule that parts the section from the next stays.
	const end = chunk.section!.range.to;
	const last = plan.chunks.findLast(one => one.range.from < end && one.range.from >= chunk.range.from) ?? chunk;
	const rule = last.rows.findLast(row => row.type !== 'blank');
	const words = rule ? form.source.slice(rule.from, rule.to).trim() : '';
	const tail = rule?.tail === true && /^(?:[-*_][ \t]*){3,}$/.test(words) ? form.source.slice(rule.from, end) : '';
	const more = end < form.source.length || tail !== '';
	const text = `${out.text}${eol}${eol}${writeNotApplicable(reason)}${more ? eol + eol : eol}${tail}`;
	return {...nothing, text, spans: out.spans};
}

/** The heading's line with the fields in it. */
function heading(input: ChunkInput): {readonly text: string; readonly spans: ReadonlyMap<string, Range>} {
	const {form, chunk} = input;
	let text = '';
	const spans = new Map<string, Range>();
	for (const token of chunk.headingTokens) {
		const raw = form.source.slice(token.from, token.to);
		if (token.type === 'guidance') continue;
		const answer = token.type === 'slot' ? input.answers.get(token.field.id) : undefined;
		const own =
			token.type === 'slot' && answer?.state === 'answered'
				? writeValue(token.field, answer.value, settingOf(form, chunk, token.field))
				: undefined;
		const piece =
			own?.ok === true
				? own.value
				: token.type === 'mirror'
					? mirrored(form, token.mirror, input.answers.get(token.field.id), raw)
					: raw;
		if (token.type === 'slot') spans.set(token.field.id, {from: text.length, to: text.length + piece.length});
		text += piece;
	}

	return {text: text.trimEnd(), spans};
}
