/** Blanks in code spans: what else stands there has its own meaning. */

import type {Range} from '../types.ts';

export type CodeBlank = Range & {readonly inner: string; readonly style: 'bracket' | 'angle'};

/** A part of a name such as `core/[module-name]/`. */
const part = /(?<![\p{L}\p{N}_)\]#])\[(?<inner>[\p{L}#][\p{L}\p{N}#]*(?:[-_ ][\p{L}\p{N}]+)+)\](?![([])/gu;
/** Words in angle brackets, which are neither a tag nor a type. */
const words = /^`<(?<inner>\p{L}[^<>`="]*\s[^<>`="]*[^<>`="/\s])>`$/u;

/**
 * The blanks in one code span of a range: parts of a name, or `<Your name>` in ticks that is all of a value, or all that
 * stands behind a colon.
 */
export function blanksInCode(source: string, span: Range, range: Range): CodeBlank[] {
	if (span.from < range.from || span.to > range.to) return [];
	const text = source.slice(span.from, span.to);
	const inner = words.exec(text)?.groups?.['inner'];
	const alone =
		source.slice(span.to, range.to).trim() === '' && /(?:^|[:：])\s*$/u.test(source.slice(range.from, span.from));
	if (inner !== undefined && alone) return [{from: span.from + 1, to: span.to - 1, inner, style: 'angle'}];
	return [...text.matchAll(part)].map(match => ({
		from: span.from + match.index,
		to: span.from + match.index + match[0].length,
		inner: match.groups!['inner']!,
		style: 'bracket',
	}));
}
