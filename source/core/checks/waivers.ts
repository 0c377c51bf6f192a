/**
 * Waivers: comments by which an author lets one rule be, with a reason. At the head of a document one holds for all of it,
 * above a heading for its section, on a line of its own for the block below it, and behind words for their line.
 */

import type {Range} from '../form/types.ts';
import {withoutFences} from './masked.ts';

export type Waiver = {
	/** As it is written; it may be none. */
	readonly rule: string;
	/** Empty where none is given. */
	readonly reason: string;
	/** The comment. */
	readonly range: Range;
	/** What it holds for. */
	readonly scope: Range;
};

type Line = {readonly from: number; readonly to: number; readonly raw: string; readonly text: string};

const comment = /<!--[ \t]*specwright-ignore(?![\w-])([^]*?)-->/g;
const said = /^\s*([^\s:]*)\s*(?::([^]*))?$/;

/** The waivers of a text, in order; what stands in code is none. */
export function waiversIn(source: string): readonly Waiver[] {
	if (!source.includes('specwright-ignore')) return [];
	const text = withoutFences(source);
	const lines = linesIn(source, text);
	return [...text.matchAll(comment)].flatMap(match => {
		const range = {from: match.index, to: match.index + match[0].length};
		const start = lines.findIndex(({to}) => to > range.from);
		const before = text.slice(lines[start]?.from, range.from);
		if ((before.match(/`/g)?.length ?? 0) % 2 === 1) return [];
		const [, rule = '', reason = ''] = said.exec(match[1] ?? '') ?? [];
		return [{rule, reason: reason.trim().replaceAll(/\s+/g, ' '), range, scope: scopeOf(range, text, lines)}];
	});
}

function linesIn(source: string, text: string): readonly Line[] {
	return Array.from(source.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g), ({index, 0: whole}) => ({
		from: index,
		to: index + whole.length,
		raw: whole.trimEnd(),
		text: text.slice(index, index + whole.length).trimEnd(),
	})).filter(({from, to}) => to > from);
}

const head =
	/^\uFEFF?(?:(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)[^]*?(?:\r\n|\r|\n)\1[ \t]*(?:\r\n|\r|\n))?(?:\s|<!--[^]*?-->)*$/;
const heading = /^ {0,3}(#{1,6})(?:[ \t]|$)/;
const item = /^[ \t]*(?:[-*+]|\d{1,9}[.)])(?:[ \t]|$)/;

function scopeOf({from, to}: Range, text: string, lines: readonly Line[]): Range {
	if (head.test(text.slice(0, from))) return {from: 0, to: text.length};
	const own = lines.findIndex(line => line.to > from);
	const last = lines.findIndex(line => line.to >= to);
	const words = text.slice(lines[own]?.from, from) + text.slice(to, lines[last]?.to);
	// A list item or quote may begin with it.
	if (!/^[\s>]*$/.test(words.replaceAll(/<!--[^]*?-->/g, ''))) return {from: lines[own]!.from, to: lines[last]!.to};
	const next = lines.findIndex(
		({text: one, raw}, at) => at > last && raw.trim() !== '' && !/^[\s>]*<!--.*-->$/.test(one),
	);
	if (next < 0) return {from: to, to: text.length};
	const level = levelAt(lines, next);
	const end = level === undefined ? blockEnd(lines, next) : sectionEnd(lines, next, level);
	return {from: lines[next]!.from, to: lines[end]?.from ?? text.length};
}

/** The level of the heading that begins at a line (CommonMark 4.2 and 4.3); undefined where none does. */
function levelAt(lines: readonly Line[], at: number): number | undefined {
	const line = lines[at];
	const marks = line && heading.exec(line.text)?.[1];
	if (marks !== undefined) return marks.length;
	const below = lines[at + 1]?.text ?? '';
	if (!line || line.text.trim() === '' || item.test(line.text)) return undefined;
	return /^ {0,3}=+$/.test(below) ? 1 : /^ {0,3}-+$/.test(below) ? 2 : undefined;
}

function sectionEnd(lines: readonly Line[], from: number, level: number): number {
	const end = lines.findIndex((_, at) => at > from + 1 && (levelAt(lines, at) ?? 7) <= level);
	return end < 0 ? lines.length : end;
}

/** The line behind a block: a list goes on over blank lines, code through its fence, anything else to the next blank line. */
function blockEnd(lines: readonly Line[], from: number): number {
	const isList = item.test(lines[from]!.raw);
	for (let at = from + 1; at < lines.length; at++) {
		const line = lines[at]!;
		// Blanked out as code, but not blank.
		if (line.raw.trim() !== '') {
			if (levelAt(lines, at) !== undefined) return at;
			continue;
		}

		const next = lines.slice(at).find(({raw}) => raw.trim() !== '');
		const isInside = next && (isList ? item.test(next.raw) || /^(?: {2}|\t)/.test(next.raw) : inFence(lines, from, at));
		if (!isInside) return at;
	}

	return lines.length;
}

/** Whether a blank line stands within code that began in the block: the lines around it are blanked out. */
function inFence(lines: readonly Line[], from: number, at: number): boolean {
	const isCode = ({raw, text}: Line): boolean => raw.trim() !== '' && text.trim() === '';
	const fences = lines.slice(from, at).filter(one => isCode(one) && /^[ \t>]*(?:`{3,}|~{3,})/.test(one.raw)).length;
	return fences % 2 === 1;
}
