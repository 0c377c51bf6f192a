/** Changes from one version of a template to another, cut so that each has the same fields before and after where that can be. */

import type {Change} from '../text/index.ts';
import type {TextLine} from './side.ts';

/**
 * The changes, those joined that have nothing but blank lines between them where fields would go with the one and come with
 * the other: what is alike there is the blank line alone.
 */
export function balanced(
	changes: readonly Change[],
	older: readonly TextLine[],
	newer: readonly TextLine[],
): readonly Change[] {
	const joined: Change[] = [];
	const isWhole = ({from, to, at, lines}: Change): boolean => {
		const [before, after] = [older.slice(from, to), newer.slice(at, at + lines.length)];
		return sameAnswers(before, after) && sameFields(before, after);
	};
	for (const change of changes) {
		const last = joined.at(-1);
		const isNear = last && older.slice(last.to, change.from).every(({text}) => text.trim() === '');
		if (!last || !isNear || (isWhole(last) && isWhole(change))) {
			joined.push(change);
			continue;
		}

		const lines = newer.slice(last.at, change.at + change.lines.length).map(({text}) => text);
		joined[joined.length - 1] = {from: last.from, to: change.to, at: last.at, lines};
	}

	return joined;
}

/** The changes, each with all lines of the fields without an answer that it is about, so that these change as a whole. */
export function wholeFields(
	changes: readonly Change[],
	older: readonly TextLine[],
	newer: readonly TextLine[],
): readonly Change[] {
	const whole: Change[] = [];
	for (const change of changes) {
		let {from, to, at} = change;
		let end = at + change.lines.length;
		const names = new Set([...older.slice(from, to), ...newer.slice(at, end)].flatMap(({open}) => open));
		const isOf = (line: TextLine | undefined): boolean => line?.open.some(name => names.has(name)) === true;
		const last = whole.at(-1);
		while (from > 0 && at > 0 && (isOf(older[from - 1]) || isOf(newer[at - 1])) && from > (last?.to ?? 0)) {
			from--;
			at--;
		}

		if (last && from === last.to && from > 0 && (isOf(older[from - 1]) || isOf(newer[at - 1]))) {
			whole.pop();
			({from, at} = last);
		}

		const next = changes[changes.indexOf(change) + 1];
		while (to < (next?.from ?? older.length) && (isOf(older[to]) || isOf(newer[end]))) {
			to++;
			end++;
		}

		whole.push({from, to, at, lines: newer.slice(at, end).map(({text}) => text)});
	}

	return whole;
}

/** A change in parts, so that a line with fields is changed by itself: as the line with the same fields. */
export function parted(change: Change, older: readonly TextLine[], newer: readonly TextLine[]): readonly Change[] {
	const {from, to, at, lines} = change;
	const end = at + lines.length;
	const parts: Change[] = [];
	const piece = (a: number, b: number, c: number, d: number): void => {
		if (a < b || c < d) parts.push({from: a, to: b, at: c, lines: lines.slice(c - at, d - at)});
	};

	let [line, there] = [from, at];
	for (let one = from; one < to; one++) {
		const run = runOf(older, one, to);
		if (run === one) continue;
		const isIt = (other: number): boolean => {
			const after = newer.slice(other, runOf(newer, other, end));
			return after.length > 0 && sameAnswers(older.slice(one, run), after) && sameFields(older.slice(one, run), after);
		};
		let other = there;
		while (other < end && !isIt(other)) other++;
		if (other === end) continue;
		const otherEnd = runOf(newer, other, end);
		piece(line, one, there, other);
		piece(one, run, other, otherEnd);
		[line, there] = [run, otherEnd];
		one = run - 1;
	}

	piece(line, to, there, end);
	return parts;
}

/** Behind the lines from one on that go together: one with an answer, or all of a field without one; the same line where it has none. */
function runOf(lines: readonly TextLine[], from: number, to: number): number {
	const {answers, open} = lines[from]!;
	if (answers.length > 0) return from + 1;
	let end = from;
	while (end < to && open.length > 0 && lines[end]!.answers.length === 0 && alike(lines[end]!.open, open)) end++;
	return end;
}

export function alike(some: readonly string[], others: readonly string[]): boolean {
	return JSON.stringify(some) === JSON.stringify(others);
}

export function sameAnswers(lefts: readonly TextLine[], rights: readonly TextLine[]): boolean {
	const all = (lines: readonly TextLine[]): string => JSON.stringify(lines.flatMap(({answers}) => answers));
	return all(lefts) === all(rights);
}

/** Whether the same fields without an answer are asked for, in the same order, whatever the number of their lines. */
export function sameFields(lefts: readonly TextLine[], rights: readonly TextLine[]): boolean {
	const all = (lines: readonly TextLine[]): readonly string[] =>
		lines.flatMap(({open}) => open).filter((name, index, names) => name !== names[index - 1]);
	return alike(all(lefts), all(rights));
}
