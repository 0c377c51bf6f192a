/** What makes a finding the same one when the text around it has moved. */

import type {Message} from '../checks/types.ts';

/**
 * A text for each message that tells it from the others of its document. It has no line, column or wording in it: only the
 * rule, the field or section it is about, and the text that it points at; where it is about neither, the text of its line.
 * Findings alike in all of that are counted, so that two stay two.
 */
export function identities(source: string, messages: readonly Message[]): readonly string[] {
	const seen = new Map<string, number>();
	return messages.map(message => {
		const {ruleId, field, section, place} = message;
		const {from, to} = place.range;
		const subject = field ?? section;
		const around = subject === undefined ? lineAt(source, from) : '';
		const parts = [ruleId, subject ?? '', source.slice(from, to), around];
		const same = JSON.stringify(parts.map(part => part.replaceAll(/\s+/g, ' ').trim()));
		const count = (seen.get(same) ?? 0) + 1;
		seen.set(same, count);
		return `${same}${count}`;
	});
}

/** The text of the line that holds an offset, without its end. */
export function lineAt(source: string, offset: number): string {
	const {from, to} = lineRange(source, offset);
	return source.slice(from, to);
}

/** Where the line begins and ends that holds an offset; lines end with LF, CRLF or CR. */
export function lineRange(source: string, offset: number): {readonly from: number; readonly to: number} {
	const isEnd = (at: number): boolean => source[at] === '\n' || source[at] === '\r';
	let from = offset;
	// Between the two halves of a CRLF one is still in the line that it ends.
	if (source[from - 1] === '\r' && source[from] === '\n') from--;
	let to = from;
	while (from > 0 && !isEnd(from - 1)) from--;
	while (to < source.length && !isEnd(to)) to++;
	return {from, to};
}
