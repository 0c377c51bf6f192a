/** More or fewer instances of what a template lets its author have several of. */

import type {Answers, Form, Moved, Repeat} from './types.ts';
import {closing} from './closing.ts';
import {gapBehind} from './line-ends.ts';
import {renumbered, titled} from './numbering.ts';
import {reorder} from './order.ts';
import {readForm} from './read.ts';

/** A form with more sections or instances than this is refused: nobody walks through it, and reading it takes too long. */
export const mostSections = 5000;

/**
 * A form with that many instances of its repeats: the last instance's lines are copied behind it with the next number,
 * or taken away from the end (never the first). The text is read anew, so ranges and ids hold. A repeat stays as it is
 * where a copy would not be read as one more of it.
 *
 * @param counts wished instances by repeat id; others stay as they are
 */
export function expand(form: Form, counts: ReadonlyMap<string, number>): Form {
	if (form.moved) return expandMoved(form.moved, counts);
	let current = form;
	/** Repeats of which one more would not be read as such, as in a fence that nothing closes. */
	const single = new Set<string>();
	// Repeats inside repeats appear with their outer instance.
	for (let round = 0; round < 6; round++) {
		const changes = current.repeats.flatMap(repeat => {
			if (single.has(repeat.id)) return [];
			const wished = Math.max(1, Math.min(mostSections, counts.get(repeat.id) ?? repeat.instances.length));
			return wished === repeat.instances.length || repeat.instances.length === 0 ? [] : [{repeat, wished}];
		});
		if (changes.length === 0) return current;
		// An outer repeat goes first, as its text holds the inner ones; those are done in the next round.
		const outer = changes.filter(
			({repeat}) => !changes.some(other => other.repeat !== repeat && holds(other.repeat, repeat)),
		);
		let {source} = current;
		for (const {repeat, wished} of [...outer].sort((a, b) => start(b.repeat) - start(a.repeat)))
			source = change(source, repeat, wished, current.eol, titled(current).has(repeat.instances.at(-1)!.id));
		const next = readForm(source, {words: form.words, mends: form.mends});
		if (next.source === current.source) return current;
		const lost = outer.filter(
			({repeat, wished}) => next.repeats.find(one => one.id === repeat.id)?.instances.length !== wished,
		);
		for (const {repeat} of lost) single.add(repeat.id);
		if (lost.length === 0) current = next;
	}

	return current;
}

/** One more is made from the last that the template has, and comes behind the last that stands there. */
function expandMoved({from, orders}: Moved, counts: ReadonlyMap<string, number>): Form {
	const more = expand(from, counts);
	const longer = more.repeats.flatMap(({id, instances}) => {
		const order = orders.get(id);
		return order ? [[id, [...new Set([...order, ...instances.map(one => one.id)])]] as const] : [];
	});
	return reorder(more, new Map(longer));
}

function start(repeat: Repeat): number {
	return repeat.instances[0]!.range.from;
}

function holds(outer: Repeat, inner: Repeat): boolean {
	return outer.instances.some(
		one =>
			one.range.from <= start(inner) &&
			one.range.to >= inner.instances.at(-1)!.range.to &&
			(one.range.from < start(inner) || outer.unit === 'section'),
	);
}

function change(source: string, repeat: Repeat, wished: number, eol: string, isTitled: boolean): string {
	const {instances} = repeat;
	if (wished < instances.length) {
		const kept = instances[wished - 1]!.range;
		const rest = instances
			.slice(wished)
			.reduceRight(
				(text, one) =>
					text.slice(0, one.range.from - kept.to) +
					closing(source.slice(one.range.from, one.range.to)) +
					text.slice(one.range.to - kept.to),
				source.slice(kept.to),
			);
		const whole = source.slice(0, kept.to);
		const gone = instances.at(-1)!.range;
		// What parted the last from the next goes with it: at the end of a text no blank line stays behind.
		return gone.to === source.length && rest === ''
			? whole.replace(blanks, '') + blanks.exec(source.slice(gone.from))![0]
			: whole + rest;
	}

	const last = instances.at(-1)!.range;
	const whole = source.slice(last.from, last.to);
	const tail = closing(whole);
	const body = whole.slice(0, whole.length - tail.length);
	let copies = '';
	// A title that stands names that block alone.
	let previous = isTitled ? untitled(body) : body;
	for (let index = instances.length; index < wished; index++) {
		previous = repeat.numbered || repeat.unit === 'section' ? renumbered(previous, repeat.numbered, 1) : previous;
		copies += gapBehind(copies === '' ? body : previous, eol, repeat.unit === 'section') + previous;
	}

	// A last line without its end gets one, and the end is given back behind the copies.
	return (
		source.slice(0, last.from) +
		body +
		copies +
		(tail === '' || repeat.unit === 'item' || /(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)$/.test(copies) ? '' : eol) +
		tail +
		source.slice(last.to)
	);
}

/** Line ends, and blanks in front of them, at the end of a text. */
const blanks = /(?:[ \t]*(?:\r\n|\n|\r))*$/;

/** A copy's heading with a blank where the block that it was copied from has a title of its own: `Phase 3: [Title]`. */
function untitled(text: string): string {
	return text.replace(/^([^\r\n]*?\d+\**[ \t]*[:.–—-][ \t]*)[^\r\n]+/, '$1[Title]');
}

/** A form with the instances that the answers' ids name; an instance at the end that is left out goes. */
export function fit(form: Form, answers: Answers): Form {
	const counts = new Map<string, number>();
	for (const [id, answer] of answers) {
		for (const match of id.matchAll(/\[(\d{1,4})\]/g)) {
			const repeat = id.slice(0, match.index);
			const whole = match.index + match[0].length === id.length;
			if (whole && answer.state === 'left-out') continue;
			counts.set(repeat, Math.max(counts.get(repeat) ?? 0, Number(match[1])));
		}
	}

	for (const repeat of form.repeats) {
		let count = Math.max(repeat.instances.length, counts.get(repeat.id) ?? 0);
		while (count > 1 && answers.get(repeat.instances[count - 1]?.id ?? '')?.state === 'left-out') count--;
		if (count < repeat.instances.length || counts.has(repeat.id)) counts.set(repeat.id, count);
	}

	return expand(form, atLeast(form, counts));
}

/** The counts of repeats that the form has are never fewer than its instances unless they were left out. */
function atLeast(form: Form, counts: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
	return new Map(
		[...counts].filter(
			([id, count]) => count > 0 && (form.repeats.some(repeat => repeat.id === id) || id.includes('[')),
		),
	);
}
