/** What the author of a document wrote, and whether it is all still there. */

import {match} from '../../../source/core/form/index.ts';
import type {Answers, Form} from '../../../source/core/form/index.ts';

/**
 * What an author wrote: of lines that are not the template's the answers in them, of lines without one all of them.
 * In the order in which they stand.
 */
export function authorsWords(older: Form, text: string): readonly string[] {
	const {answers, spans} = match(older, text);
	const own = new Set([...lines(older.source), ...withoutMarkers(older), ...withVariables(older, answers)]);
	const answered = [...spans]
		.filter(([id]) => ['answered', 'not-applicable'].includes(answers.get(id)?.state ?? ''))
		.map(([, span]) => span);
	const words: string[] = [];
	let at = 0;
	for (const [whole] of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
		const [from, to] = [at, at + whole.length];
		at = to;
		if (own.has(whole.trim()) || whole.trim() === '') continue;
		const here = answered.filter(span => span.from < to && span.to > from).sort((a, b) => a.from - b.from);
		if (here.length === 0) words.push(whole.trim());
		for (const span of here) words.push(text.slice(Math.max(span.from, from), Math.min(span.to, to)).trim());
	}

	return words;
}

/** The template's lines with a marker, as they stand where that is gone. */
function withoutMarkers({source, guidance}: Form): readonly string[] {
	return guidance.flatMap(({role, range}) =>
		role === 'marker'
			? [(/[^\r\n]*$/.exec(source.slice(0, range.from))![0] + /^[^\r\n]*/.exec(source.slice(range.to))![0]).trim()]
			: [],
	);
}

/** The template's lines with its variables, as they stand where these have their answers. */
function withVariables({source, fields}: Form, answers: Answers): readonly string[] {
	const values = fields.flatMap(({id, mirrors}) => {
		const answer = answers.get(id);
		const value = answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value : undefined;
		return value === undefined ? [] : mirrors.map(({range}) => [source.slice(range.from, range.to), value] as const);
	});
	if (values.length === 0) return [];
	return lines(source).map(line =>
		values.reduce((filled, [name, value]) => filled.replaceAll(name, () => value), line),
	);
}

/** The words that are not in a text any more, or not in their order. */
export function lost(words: readonly string[], text: string): readonly string[] {
	let at = 0;
	return words.filter(one => {
		const found = text.indexOf(one, at);
		if (found < 0) return true;
		at = found + one.length;
		return false;
	});
}

function lines(text: string): readonly string[] {
	return text.split(/\r\n|\n|\r/).map(line => line.trim());
}
