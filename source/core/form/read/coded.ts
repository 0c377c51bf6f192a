/** Blanks in code and in entities: `Command: \`<command>\``, `&lt;name&gt;`. What else stands in code has its own meaning. */

import type {Range} from '../types.ts';

/** HTML's own elements, with attributes or not. */
const element =
	/^\/?(?:a|abbr|address|article|aside|audio|b|base|blockquote|body|br|button|canvas|caption|center|cite|code|col|data|dd|del|details|dfn|dialog|div|dl|dt|em|embed|fieldset|figure|font|footer|form|frame|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|map|mark|menu|meta|meter|nav|object|ol|optgroup|option|output|p|param|picture|pre|progress|q|s|samp|script|section|select|slot|small|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|tfoot|th|thead|time|title|tr|track|u|ul|var|video|wbr)(?:\s*\/)?$/u;
/** Longest text between two entities that is still taken for one blank. */
const longest = 400;

/** A type's parameter, a component or a custom element. */
const named = /^\p{Lu}$|^\p{Lu}\p{Ll}+(?:\p{Lu}\p{Ll}+)*(?:\s*\/)?$|^\p{Ll}[\p{Ll}\d]*-[\w-]+(?:\s*\/)?$/u;

/** The blank in a text that is one span of code, and what it says; nothing where the code is what it is. */
export function codedBlank(
	text: string,
): {readonly blank: string; readonly inner: string; readonly style: 'angle' | 'bracket'} | undefined {
	const found = /^`\s*(?<blank><(?<angle>\p{L}[^<>`=]*)>|\[(?<square>\p{L}[^[\]`]*)\])\s*`$/u.exec(text)?.groups;
	const blank = found?.['blank'];
	const angle = found?.['angle']?.trim();
	const square = found?.['square']?.trim();
	if (blank === undefined) {
		return undefined;
	}

	if (angle !== undefined) {
		return element.test(angle) || named.test(angle) ? undefined : {blank, inner: angle, style: 'angle'};
	}

	return square !== undefined && /\p{L}\s+\p{L}/u.test(square) ? {blank, inner: square, style: 'bracket'} : undefined;
}

/**
 * A blank in angle brackets written as entities, which begins at an offset and ends before `end`: as it is written.
 * Nothing for an element, a type's parameter or brackets without words.
 */
export function escapedBlank(source: string, at: number, end: number): string | undefined {
	const text = source.slice(at, Math.min(end, at + longest));
	const blank = /^&lt;(?!\s)(?<inner>(?:(?!&[lg]t;)[^\n]|\n(?![ \t]*\n))+)&gt;/u.exec(text);
	const inner = blank?.groups?.['inner']?.trim() ?? '';
	const generic = /[\p{L}\p{N}_)]/u.test(source[at - 1] ?? ' ');
	return blank && !generic && /^[\p{L}\p{N}(\\_]/u.test(inner) && /\p{L}{2}/u.test(inner) && !element.test(inner)
		? blank[0]
		: undefined;
}

export type CodeBlank = Range & {readonly inner: string; readonly style: 'bracket' | 'angle'};

/** A part of a name such as `core/[module-name]/`, or a path in it: `out/[path/to/report]`. */
const part =
	/(?<![\p{L}\p{N}_)\]#])\[(?<inner>[\p{L}#][\p{L}\p{N}#]*(?:(?:[-_ ][\p{L}\p{N}]+)+|(?:\/[\p{L}\p{N}]+){2,}))\](?![([])/gu;
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
	return [...text.matchAll(part)].flatMap(({index, groups, 0: blank}) => {
		const inner = groups!['inner']!;
		const [before, behind] = [text[index - 1] ?? '', text[index + blank.length] ?? ''];
		// Several words in a line's code are a part of a name where they touch it; else the code shows such words.
		const isPart =
			!inner.includes(' ') ||
			!/^`[^\r\n]*$/u.test(text) ||
			/[/._@-]/u.test(before) ||
			/[/._@\p{L}\p{N}-]/u.test(behind);
		const from = span.from + index;
		return isPart ? [{from, to: from + blank.length, inner, style: 'bracket'}] : [];
	});
}
