/** Brackets: where each closes, and which of them hold a blank. */

import type {Span} from '../markdown.ts';
import type {Range} from '../types.ts';
import type {BlankStyle} from './blank.ts';

/** Longest text between brackets that is still taken for one blank. */
const longest = 4000;

const openers: Record<string, string> = {']': '[', '}': '{', '>': '<'};

/**
 * Where each bracket of a range closes, found in one pass: nesting counted, opaque spans stepped over, a blank line
 * closes nothing.
 */
export function closings(source: string, range: Range, opaque: readonly Span[]): ReadonlyMap<number, number> {
	const ends = new Map<number, number>();
	const open: Record<string, number[]> = {'[': [], '{': [], '<': []};
	let next = 0;
	for (let at = range.from; at < range.to; at++) {
		while (next < opaque.length && opaque[next]!.to <= at) {
			next++;
		}

		const span = opaque[next];
		if (span && at >= span.from) {
			at = span.to - 1;
			continue;
		}

		const sign = source[at]!;
		if (sign === '[' || sign === '{' || sign === '<') {
			open[sign]!.push(at);
		} else if (sign === ']' || sign === '}' || sign === '>') {
			// `->` and `=>` are arrows, not ends.
			if (sign === '>' && (source[at - 1] === '-' || source[at - 1] === '=')) {
				continue;
			}

			const from = open[openers[sign]!]!.pop();
			if (from !== undefined && at - from < longest) {
				ends.set(from, at + 1);
			}
		} else if (sign === '\n' && blankLine.test(source.slice(at + 1, at + 80))) {
			open['['] = [];
			open['{'] = [];
			open['<'] = [];
		}
	}

	return ends;
}

const blankLine = /^[ \t>]*\r?\n/u;

/** Whether what stands between two brackets is a blank: its text without them, and how it is written. */
export function accept(
	source: string,
	from: number,
	to: number,
	range: Range,
): {inner: string; style: BlankStyle} | undefined {
	const text = source.slice(from, to);
	const inner = text.slice(1, -1);
	const before = from > range.from ? source[from - 1]! : ' ';
	const after = to < range.to ? source[to]! : ' ';
	if (text.startsWith('{')) {
		if (text.startsWith('{{') && text.endsWith('}}')) {
			// What a pipeline fills by itself is nobody's to fill.
			const filled = /^\{\{\s*(?:env|github|secrets|vars|steps|inputs|matrix|needs|runner|jobs)\./u.test(text);
			return text.length > 4 && !filled && !/^\{\{[#/>!]/u.test(text)
				? {inner: named(text.slice(2, -2)), style: 'double'}
				: undefined;
		}

		// Paths (`/{id}`), naming patterns (`{environment}-{entity}`), labels (`x{a="b"}`) and JSON are no blanks.
		const emphasised =
			before === '_' && after === '_' && !/[\p{L}\p{N}]/u.test(`${source[from - 2] ?? ''}${source[to + 1] ?? ''}`);
		const joined =
			(!emphasised && (/[/}\p{L}\p{N}_=]/u.test(before) || /[/{\p{N}_]/u.test(after))) ||
			/^[-.]\{/u.test(source.slice(to, to + 2)) ||
			/\}[-.]$/u.test(source.slice(Math.max(range.from, from - 2), from));
		const data =
			/[\r\n]/u.test(inner) ||
			/^\s*["'[{]|"\s*:|=\s*"|^[\s.…]*$|^\s*[%#]/u.test(inner) ||
			(inner.includes(',') && /^[A-Z\d_, .…]*$/u.test(inner)) ||
			/^\s*#[\w-]+\s*$/u.test(inner) ||
			// A type's name in code, as documents of interfaces write it: {`Data`}.
			/^`[^`]+`$/u.test(inner);
		return joined || data || !/\p{L}/u.test(inner) ? undefined : {inner, style: 'brace'};
	}

	if (text.startsWith('[')) {
		const known =
			/^\s*$|^[xX]$|^\^|^!|^\[|^\*$/u.test(inner) ||
			after === '(' ||
			(after === '[' && before !== ' ') ||
			before === '!';
		const citation =
			/^\d+$/u.test(inner) &&
			!/^0{2,}$/u.test(inner) &&
			(/[\p{L}.,)"”]/u.test(before) ||
				source.slice(range.from, from).trim() !== '' ||
				// A number in front of a blank is a code that stands: `[404] [when]`.
				/^[ :–-]{1,3}[[<{]/u.test(source.slice(to, to + 4)));
		const index =
			/[\p{L}\p{N}_)\]]/u.test(before) &&
			!/[ ,]/u.test(inner) &&
			/^[\w.*$]*$/u.test(inner) &&
			!/^(?:[A-Z]{3,}|0{2,})$/u.test(inner);
		// `[P]` and `[US1]` in a line mark it; alone they are a blank. `[PART:DOCS:HEAD]` is an address for a tool.
		const tag =
			(/^(?:[A-MO-W]|[A-Z]{2}\d)$/u.test(inner) && !(from === range.from && to === range.to)) ||
			/^[\p{Lu}\d_-]+(?::[\p{Lu}\d_-]+){2,}$/u.test(inner);
		return known || citation || index || tag ? undefined : {inner, style: 'bracket'};
	}

	// What has attributes (`<block id="a">`) is a tag, whatever its name.
	if ((/^<[-=/!?\s<]/u.test(text) && !/^<<[^<>]+>>$/u.test(text)) || /^<\p{L}[\w:.-]*\s+[\w:.-]+=["']/u.test(text)) {
		return undefined;
	}

	// `List<String>` and `a@<b>` with an address inside are not blanks.
	const generic = /[\p{L}\p{N}_)]/u.test(before) || isAddress(text) || /^<(?:https?|mailto|ftp):/iu.test(text);
	return generic || inner.trim() === '' ? undefined : {inner: inner.replaceAll(/^<|>$/gu, ''), style: 'angle'};
}

/** What double braces name, without what a template engine makes of it: `{{ size | default("none") }}`. */
function named(inner: string): string {
	return /^\s*(?<name>[\w.]+)\s*\|\s*\w+\s*\([^]*\)\s*$/u.exec(inner)?.groups?.['name'] ?? inner;
}

/** Whether a text in angle brackets is an address such as `<ann@example.org>`. */
function isAddress(text: string): boolean {
	const at = text.indexOf('@', 2);
	const dot = text.lastIndexOf('.', text.length - 3);
	return at > 0 && dot > at + 1 && !/[\s<>]/u.test(text.slice(1, -1));
}
