/** A document with what it lacks of its template put in, as far as it says what it said before. */

import {completed, lackingIn} from './additions.ts';
import type {Insertion, Lacking} from './additions.ts';
import {asMany, readings} from './as-many.ts';
import {recognise} from './match.ts';
import type {Recognised} from './match.ts';
import {sameAnswer} from './reading.ts';
import type {Addition, Document, Form} from './types.ts';

/** A document seen with its additions. */
export type Whole = {readonly recognised: Recognised; readonly additions: readonly Addition[]};

/**
 * The document with as many parts put in as change nothing of what it says. Where all of them together do, they are
 * tried by halves.
 *
 * @param lacking which parts there may be
 * @param isWanted says which of them are put in
 */
export function withAdditions(
	template: Form,
	plain: Recognised,
	lacking: Lacking = {},
	isWanted: (insertion: Insertion) => boolean = () => true,
): Whole {
	const {source} = plain.document;
	const wanted = lackingIn(plain, lacking).filter(one => isWanted(one));
	const made = asMany(wanted, readings(source), (insertions): Whole | undefined => {
		const whole = completed(source, insertions);
		const recognised = recognise(template, whole.source);
		const {additions} = whole;
		return saysTheSame(plain.document, recognised, additions) ? {recognised, additions} : undefined;
	});
	return made ?? {recognised: plain, additions: []};
}

/**
 * Whether a document with additions says what it said without them, and nothing in what was added, which is there: behind
 * code that nothing closes it would be code.
 */
function saysTheSame(plain: Document, more: Recognised, additions: readonly Addition[]): boolean {
	const {document} = more;
	const added = new Set(additions.flatMap(one => one.ids));
	const answered = (answers: Document['answers']) => [...answers].filter(([, answer]) => answer.state !== 'left-out');
	const before = answered(plain.answers);
	const after = new Map(answered(document.answers));
	return (
		additions.every(one => stands(one, more)) &&
		before.length === after.size &&
		before.every(([id, answer]) => !added.has(id) && sameAnswer(answer, after.get(id))) &&
		plain.form.source === document.form.source
	);
}

function stands({range, ids, closes, section}: Addition, {document, plan, pairs, parts}: Recognised): boolean {
	if (closes === true) return true;
	const within = (from: number, to: number): boolean => from >= range.from && to <= range.to;
	const head = section && plan.chunks.find(chunk => chunk.section?.id === section.id);
	const part = head && parts[pairs[head.index] ?? -1];
	// A section without a field is there where its heading is.
	if (part && section && ids.length === 1 && within(part.from, part.from)) return true;
	return ids.some(id => {
		const span = document.spans.get(id);
		return span !== undefined && within(span.from, span.to);
	});
}
