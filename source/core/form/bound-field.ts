/** A field of the template where it stands in a document, with the other places of its variable and the names in it. */

import type {Lines} from '../text/index.ts';
import type {Recognised} from './match.ts';
import {inWords, mirrored} from './mirror.ts';
import {planOf} from './plan.ts';
import {endStripped} from './read/ends.ts';
import type {MirrorFound} from './rows.ts';
import type {Addition, Document, Field, Range} from './types.ts';

/** A field of the template at its place in the document. */
export function placed(
	field: Field,
	span: Range,
	{document, mirrors, additions}: Recognised & {readonly additions: readonly Addition[]},
	lines: Lines,
): Field {
	const {answers, problems, form, source} = document;
	const range = field.place.at === 'label' ? withoutEnd(span, source) : span;
	const isOpen = !answers.has(field.id) && !problems.has(field.id);
	const {names: _, caption: _caption, ...own} = field;
	const caption = captionAbove(field, range, form.source, source, lines);
	const names = isOpen ? namedIn(field, range, document, additions) : [];
	return {
		...own,
		...(names.length > 0 && {names}),
		...(caption && {caption}),
		range,
		line: lines.lineOf(range.from),
		place: placeAt(field, range, source, lines),
		blank: isOpen && field.blank,
		prefilled: isOpen && field.prefilled,
		mirrors: mirrors.flatMap(one => (one.field.id === field.id ? followed(one, document, additions) : [])),
		unfilled: form.source.slice(field.range.from, field.range.to),
	};
}

/** The line above that only names a field, where the document still has it as the template does. */
function captionAbove(
	{caption}: Field,
	{from}: Range,
	template: string,
	source: string,
	lines: Lines,
): Range | undefined {
	if (!caption) return undefined;
	let at = lines.startOf(from);
	while (at > 0) {
		at = lines.startOf(at - 1);
		const line = {from: at, to: lines.endOf(at)};
		const words = source.slice(line.from, line.to).trim();
		if (words !== '') return words === template.slice(caption.from, caption.to).trim() ? line : undefined;
	}

	return undefined;
}

/** Without the blanks behind an answer: two of them break the line, whatever the answer is. */
function withoutEnd({from, to}: Range, source: string): Range {
	const kept = endStripped(source.slice(from, to), ' \t');
	return kept === '' ? {from, to} : {from, to: from + kept.length};
}

/** The names in a sample that nobody changed, where they stand in the document: they follow their answers further on. */
function namedIn(
	field: Field,
	range: Range,
	{answers, form, source}: Document,
	additions: readonly Addition[],
): NonNullable<Field['names']> {
	const names = planOf(form).names.get(field.id) ?? [];
	const isAdded = additions.some(one => range.from >= one.range.from && range.to <= one.range.to);
	const found: Array<NonNullable<Field['names']>[number]> = [];
	const eol = /\r\n|\n|\r/.exec(source)?.[0] ?? form.eol;
	let at = range.from;
	let last = field.range.from;
	for (const {field: asking, mirror} of names.toSorted((a, b) => a.mirror.range.from - b.mirror.range.from)) {
		const {from, to} = mirror.range;
		const answer = answers.get(asking.id);
		const text = mirrored(form, mirror, answer, form.source.slice(from, to));
		const before = form.source.slice(last, from).replaceAll(/\r\n|\n|\r/g, eol);
		// What stands there otherwise is the author's.
		if (!source.startsWith(before + text, at)) return [];
		at += before.length;
		const was = answer?.state === 'answered' && !isAdded ? inWords(answer.value) : undefined;
		const place = {range: {from: at, to: at + text.length}, spelling: mirror.spelling, of: asking.id};
		found.push(was === undefined ? place : {...place, was});
		at += text.length;
		last = to;
	}

	return found;
}

/**
 * A variable's other place where it still shows the answer or the template's words; what an author wrote there instead
 * is theirs. What stands there stays while the answer is the same, except in what the document lacks: that is written
 * with the answer it has.
 */
function followed(
	{field, mirror, range}: MirrorFound,
	{answers, form, source}: Document,
	additions: readonly Addition[],
): Field['mirrors'] {
	const answer = answers.get(field.id);
	const words = form.source.slice(mirror.range.from, mirror.range.to);
	const text = source.slice(range.from, range.to);
	const isOpen = text === words;
	if (!isOpen && text !== mirrored(form, mirror, answer, words)) return [];
	const isAdded = additions.some(one => range.from >= one.range.from && range.to <= one.range.to);
	if (isAdded || answer === undefined) return [{...mirror, range}];
	const was = answer.state === 'answered' ? inWords(answer.value) : undefined;
	if (was === undefined) return isOpen ? [] : [{...mirror, range}];
	return [{...mirror, range, was}];
}

/** How an answer stands there: indented as the document has it. */
function placeAt({place}: Field, range: Range, source: string, lines: Lines): Field['place'] {
	if (!('indent' in place) || place.at === 'label' || (place.at === 'rows' && place.indent.includes('>'))) return place;
	const lead = source.slice(lines.startOf(range.from), range.from);
	const indent = /^[ \t>]*$/.test(lead) ? lead : place.indent;
	if (place.at !== 'fence') return {...place, indent};
	const from = Math.min(lines.nextOf(range.from), range.to);
	return {...place, indent, content: {from, to: Math.max(from, lines.endOf(lines.startOf(range.to) - 1))}};
}
