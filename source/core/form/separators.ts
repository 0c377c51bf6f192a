/** The comments that keep apart what stands in one place (`splice.ts`), found again in the lines there. */

import type {Line} from './lines.ts';
import {separator} from './value/escape.ts';

/**
 * The lines without the comments that keep apart what something between stood for, and where those stand that part one
 * field's text from another's.
 *
 * @param isBegun whether the first field's text begins on the line before
 */
export function cutsOf(
	lines: readonly Line[],
	count: number,
	isBegun: boolean,
): {readonly open: readonly Line[]; readonly cuts: readonly number[]} {
	const cutsIn = (some: readonly Line[]): readonly number[] =>
		some.flatMap((line, index) => (isSeparator(line) ? [index] : []));
	const all = cutsIn(lines);
	if (all.length === 0 || all.length === count - 1) return {open: lines, cuts: all};
	// One parts nothing that nothing stands in front of, or behind.
	let says = isBegun;
	const last = lines.findLastIndex(line => !isEmpty(line.text) && !isSeparator(line));
	const open = lines.filter((line, index) => {
		if (!isSeparator(line)) says ||= !isEmpty(line.text);
		else if (!says || index > last) return false;
		else says = false;
		return true;
	});
	return {open, cuts: cutsIn(open)};
}

/** Whether a line is the comment that keeps two things apart, and no more. */
export function isSeparator(line: Line): boolean {
	return line.alone === true && line.text.trim() === separator;
}

/** Whether a line says nothing: what a template's line of blanks of any kind says. */
export function isEmpty(text: string): boolean {
	return text.trim() === '';
}
