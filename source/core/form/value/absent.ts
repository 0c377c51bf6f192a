/** `N/A — reason`: how "not applicable" stands where a value would. */

import {slug} from '../slug.ts';

/** What is written for a reason; line breaks in it become blanks. */
export function writeNotApplicable(reason: string): string {
	const words = reason.replaceAll(/\s+/g, ' ').trim();
	return words === '' ? 'N/A' : `N/A — ${words}`;
}

/** A line that begins a block of its own, or an empty one: what stands above it is not all that there is to say. */
const partedLine =
	/^[ \t]*(?:$|[-*+](?:[ \t]|$)|\d{1,9}\\*[.)](?:[ \t]|$)|#{1,6}(?:[ \t]|$)|`{3}|~{3}|[-=_*]{3}|[>|<\\])/;

/**
 * The reason where a text says that it does not apply (`N/A`, `n/a`, `Not applicable`, with `—`, `–`, `-`, `:` or `(`),
 * else undefined. It may go on over the lines of one paragraph or item; a second one says more than that.
 */
export function readNotApplicable(text: string): string | undefined {
	const lines = text.trim().split('\n');
	if (lines.slice(1).some(line => partedLine.test(line))) return undefined;
	const words = lines.join(' ').replaceAll(/\s+/g, ' ');
	const match =
		/^(?:(?:[-*+]|\d{1,9}[.)]) )?(?:n\/a|not applicable)\.?(?: ?(?:(?:—|–|-|:) ?(?<plain>.*)|\((?<kind>[^()]*)\) ?(?:—|–|-|:|,|;|\.) ?(?<why>\S.*)|\((?<inside>.*)\)\.?))?$/i.exec(
			words,
		);
	if (!match) return undefined;
	const {plain, inside, kind, why} = match.groups ?? {};
	// What stands in brackets and what is said behind them are one reason: `N/A (stateless) — each call is on its own`.
	return kind !== undefined && why !== undefined ? `${kind.trim()} — ${why.trim()}` : (plain ?? inside ?? '').trim();
}

/**
 * As `readNotApplicable`, for a place that holds no text beside: the label or title that it stands under may be said once more
 * in front, in code marks or emphasis (`State machine: N/A (stateless)`).
 */
export function readNamedNotApplicable(text: string, name: string): string | undefined {
	const [whole = '', said = ''] = /^[\s*_`]*([^:\n]{1,80}?)[*_]*:[*_]*[ \t]*/.exec(text) ?? [];
	if (whole === '' || slug(said) !== slug(name)) return readNotApplicable(text);
	return readNotApplicable(text.slice(whole.length).replaceAll(/[`*]/g, ''));
}

const absentWords = /^((?:n(?=\\*\/)|not\s+applicable\.?\s*))(\\*)(.*)$/is;

/**
 * A backslash more inside words that would be read as "not applicable" but are the first of several; without `another`,
 * one less. Like the escapes of lines it counts what is there, so that it is its own inverse.
 */
export function guardAbsent(text: string, another: boolean): string {
	const [, head, slashes, rest] = absentWords.exec(text) ?? [];
	if (head === undefined || readNotApplicable(head + rest!) === undefined) return text;
	return head + (another ? `${slashes!}\\` : slashes!.slice(1)) + rest!;
}
