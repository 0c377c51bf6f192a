/** Whether what was written reads back as it was given: the text of a chunk is matched as anyone's would be. */

import type {Problem} from '../problem.ts';
import type {Answer, Field, Range} from './types.ts';
import {sectionReason, soleField} from './absent-section.ts';
import {headingShape, headingText} from './headings.ts';
import {scan} from './lines.ts';
import {matchRows} from './rows.ts';
import {readText, sameAnswer, settingOf} from './reading.ts';
import type {ChunkInput, Written} from './splice.ts';

/**
 * What is to blame where a chunk would not read back as it was given, or would be taken for more or less than one; undefined
 * where it does. There may be nothing to blame but guidance that goes.
 */
export function misread(
	input: ChunkInput,
	written: Written,
	problems: ReadonlyMap<string, Problem>,
): readonly Field[] | undefined {
	const {form, chunk, answers, plan} = input;
	const fields = chunk.segments.flatMap(one => (one.type === 'slot' ? [one.field] : []));
	const given = (field: Field): Answer | undefined =>
		problems.has(field.id) || written.kept.includes(field.id) ? undefined : answers.get(field.id);
	if (!written.lost && fields.every(field => given(field) === undefined)) return undefined;
	const next = plan.chunks[chunk.index + 1];
	const following = next ? form.source.slice(next.range.from, next.body) : '';
	// What stands for a heading in a document edited by hand need not be one for Markdown.
	const heading = scan(following, {document: false}).lines[0]?.heading === undefined ? '' : following;
	const all = scan(written.text + heading, {document: chunk.index === 0}).lines;
	const end = heading === '' ? all.length : all.findIndex(line => line.from >= written.text.length);
	const lines = all.slice(0, end < 0 ? all.length : end);
	const head =
		chunk.headingTokens.length > 0 ? lines.findIndex((line, index) => index > 0 && line.underline !== true) : 0;
	const body = head < 0 ? [] : lines.slice(head);
	// "Not applicable" in a field must not be taken to be said of the whole section.
	if (isAlone(input) && sectionReason(form, chunk, body) !== undefined) return fields.filter(field => given(field));
	const spans = new Map(matchRows(form, chunk, body, written.text).spans);
	if (chunk.headingTokens.length > 0 && lines[0] && (lines[0].heading !== undefined || isDisguised(input)))
		readHeading(input, headingText(written.text, lines, 0), spans);
	// An answer may make a heading, and it may take the next one in; without its marker one may be none.
	const broken =
		(!form.bound && chunk.headingTokens.length > 0 && lines[0]?.heading !== chunk.section?.level) ||
		body.some(line => line.heading !== undefined) ||
		(heading !== '' && all[end]?.heading !== next?.section?.level);
	const wrong: Field[] = [];
	let other = broken;
	for (const field of fields) {
		const answer = given(field);
		const range = spans.get(field.id);
		const read =
			range && readText(field, written.text.slice(range.from, range.to), settingOf(form, chunk, field, answers));
		const same = answer?.state === 'left-out' ? !range || read?.answer === undefined : sameAnswer(read?.answer, answer);
		if (same) continue;
		if (answer && answer.state !== 'left-out') wrong.push(field);
		else other = true;
	}

	if (wrong.length === 0 && !other) return undefined;
	if (wrong.length > 0) return wrong;
	return fields.filter(field => (given(field)?.state ?? 'left-out') !== 'left-out');
}

/** Whether what stands for a heading, in a document edited by hand, is none for Markdown. */
function isDisguised({form, chunk}: ChunkInput): boolean {
	const own = form.source.slice(chunk.range.from, chunk.body);
	return form.bound !== undefined && scan(own, {document: false}).lines[0]?.heading === undefined;
}

/** Whether what stands below a section's heading is all that there is to it, so that it may say that the section does not apply. */
function isAlone({chunk, answers}: ChunkInput): boolean {
	const {section} = chunk;
	if (!section || section.level === 0 || soleField(chunk)) return false;
	return section.sections.every(below => answers.get(below.id)?.state === 'left-out');
}

/** Where the fields of a heading stand in its text. */
function readHeading(
	input: ChunkInput,
	{text, textFrom}: {readonly text: string; readonly textFrom: number},
	spans: Map<string, Range>,
): void {
	const {form, chunk} = input;
	const slots = chunk.headingTokens.flatMap(token => (token.type === 'slot' ? [token.field] : []));
	if (slots.length === 0) return;
	const found = headingShape(form, chunk).pattern.groups(text);
	for (const [index, field] of slots.entries()) {
		const range = found?.[index];
		if (range) spans.set(field.id, {from: textFrom + range.from, to: textFrom + range.to});
	}
}
