/** Headings that say nearly the same. */

/** Words that join others and say nothing by themselves. */
const joining = new Set([
	'a',
	'an',
	'and',
	'any',
	'for',
	'in',
	'of',
	'on',
	'or',
	'other',
	'our',
	'the',
	'this',
	'to',
	'with',
]);

/** A heading with one of these is a sentence: a word it shares with another one says little. */
const asking = new Set(['how', 'what', 'when', 'where', 'which', 'who', 'why']);

/** The words by which a heading is known; all of them where none is left. */
export function telling(key: string): ReadonlySet<string> {
	// "Too long; didn't read" is how many call a summary.
	const all = key === '' ? [] : key.replace(/^tl ?dr$/, 'summary').split(' ');
	const kept = all.filter(word => !joining.has(word));
	return new Set(kept.length > 0 ? kept : all);
}

/** Whether two headings say nearly the same: one holds the other, or at least half of their words are shared. */
export function kin(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
	const most = Math.max(left.size, right.size);
	if (Math.min(left.size, right.size) * 2 < most) return false;
	const count = sharedBy(left, right);
	if (count === 0 || count * 2 < most) return false;
	// “What changes” is not “related changes”.
	return count * 2 > most || within(left, right) || ![...left, ...right].some(word => asking.has(word));
}

/** Whether all words of one stand in the other, which has at most twice as many. */
export function within(left: ReadonlySet<string>, right: ReadonlySet<string>): boolean {
	const least = Math.min(left.size, right.size);
	return least * 2 >= Math.max(left.size, right.size) && sharedBy(left, right) === least;
}

/** Words of two letters do not count as shared. */
function sharedBy(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
	let count = 0;
	for (const word of left) if (word.length > 2 && right.has(word)) count++;
	return count;
}
