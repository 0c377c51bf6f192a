/**
 * Two versions of a text that go back to a third, brought together line by line. Where both changed the same lines, or
 * lines that touch, it is a conflict: nobody but the author can say what should stand there.
 */

import {changesBetween, type Change} from './changes.ts';

/** What both made of the same lines. */
export type Conflict = {
	/** Where the lines stand in the text that both go back to, 1-based. */
	readonly line: number;
	readonly mine: readonly string[];
	readonly theirs: readonly string[];
};

export type Merged =
	| {readonly type: 'merged'; readonly text: string}
	| {readonly type: 'conflicts'; readonly conflicts: readonly Conflict[]}
	/** One of them has so little in common with `base` that comparing would take too long. */
	| {readonly type: 'too-different'};

/** What stands in both: the changes from `base` to `mine` and those from `base` to `theirs`. Line ends count. */
export function merge(base: string, mine: string, theirs: string): Merged {
	const lines = linesWithEnds(base);
	const ours = changesBetween(lines, linesWithEnds(mine));
	const others = changesBetween(lines, linesWithEnds(theirs));
	if (!ours || !others) return {type: 'too-different'};
	const conflicts: Conflict[] = [];
	const merged: string[] = [];
	let at = 0;
	for (const {from, to} of regions([...ours, ...others])) {
		const [my, their] = [ours, others].map(changes => within(changes, from, to)) as [
			readonly Change[],
			readonly Change[],
		];
		const made = [my, their].map(changes => applied(lines, changes, from, to)) as [
			readonly string[],
			readonly string[],
		];
		merged.push(...lines.slice(at, from), ...(my.length > 0 ? made[0] : made[1]));
		if (my.length > 0 && their.length > 0 && made[0].join('') !== made[1].join(''))
			conflicts.push({line: from + 1, mine: made[0].map(bare), theirs: made[1].map(bare)});
		at = to;
	}

	merged.push(...lines.slice(at));
	return conflicts.length > 0 ? {type: 'conflicts', conflicts} : {type: 'merged', text: merged.join('')};
}

function linesWithEnds(text: string): readonly string[] {
	return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function bare(line: string): string {
	return line.replace(/\r?\n$/, '');
}

/** The stretches of the base in which changes touch each other, in order. */
function regions(changes: readonly Change[]): readonly Pick<Change, 'from' | 'to'>[] {
	const found: {from: number; to: number}[] = [];
	for (const {from, to} of changes.toSorted((a, b) => a.from - b.from || a.to - b.to)) {
		const last = found.at(-1);
		if (last && from <= last.to) last.to = Math.max(last.to, to);
		else found.push({from, to});
	}

	return found;
}

function within(changes: readonly Change[], from: number, to: number): readonly Change[] {
	return changes.filter(change => change.from >= from && change.to <= to);
}

/** Lines `from` to `to` of the base as the changes make them. */
function applied(base: readonly string[], changes: readonly Change[], from: number, to: number): readonly string[] {
	const made: string[] = [];
	let at = from;
	for (const change of changes) {
		made.push(...base.slice(at, change.from), ...change.lines);
		at = change.to;
	}

	return [...made, ...base.slice(at, to)];
}
