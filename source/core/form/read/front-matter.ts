/**
 * YAML front matter, read line by line for its scalars: templates put `{{.Title}}`, `<name>` and `a | b` there, which
 * no YAML parser takes, and a field needs the exact place of its scalar anyway. Keys, quotes, order and comments stay.
 */

import {frontMatterKey} from '../lines.ts';
import {slug} from '../slug.ts';
import type {NeedWords, Range} from '../types.ts';
import {blanksIn} from './blank.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {offeredByComment} from './options.ts';
import {labelText} from './label.ts';
import {readNeed, type Need} from './requirement.ts';
import {scalarFields} from './scalar-field.ts';

export type FrontMatter = {readonly range: Range; readonly content: Range; readonly language: 'yaml' | 'toml'};

/** The front matter at the very start of a text: `---` or `+++` to its next line alike. */
export function findFrontMatter(text: string): FrontMatter | undefined {
	const open = /^\uFEFF?(?<fence>---|\+\+\+)[ \t]*(?:\r\n|\n|\r)/u.exec(text);
	if (!open?.groups) {
		return undefined;
	}

	const fence = open.groups['fence']!;
	const close =
		fence === '---'
			? /(?:^|\r\n|\n|\r)(?:---|\.\.\.)[ \t]*(?=\r\n|\n|\r|$)/u
			: /(?:^|\r\n|\n|\r)\+\+\+[ \t]*(?=\r\n|\n|\r|$)/u;
	const rest = text.slice(open[0].length);
	const end = close.exec(rest);
	if (!end) {
		return undefined;
	}

	const content = {from: open[0].length, to: open[0].length + end.index};
	const inside = text.slice(content.from, content.to);
	// A rule above a paragraph is not front matter: something in it must look like a key.
	if (fence === '---' && inside.trim() !== '' && !frontMatterKey.test(inside)) {
		return undefined;
	}

	const stop = open[0].length + end.index + end[0].length;
	return {range: {from: 0, to: stop}, content, language: fence === '---' ? 'yaml' : 'toml'};
}

type Level = {readonly indent: number; readonly key: string};

/** The scalars of front matter as fields, each with the comment beside it as its guidance, and the comments on lines of their own. */
export function frontMatterFields(
	source: Source,
	matter: FrontMatter,
): {readonly fields: FoundField[]; readonly comments: ReadonlyArray<{readonly range: Range; readonly text: string}>} {
	const {text, lines} = source;
	const fields: FoundField[] = [];
	const comments: Array<{range: Range; text: string}> = [];
	const stack: Level[] = [];
	const toml = matter.language === 'toml';
	let block: {readonly indent: number} | undefined;
	/** The comment on the line above. */
	let latest: string | undefined;
	for (let at = matter.content.from; at < matter.content.to; at = lines.nextOf(at)) {
		const end = Math.min(lines.endOf(at), matter.content.to);
		const line = text.slice(at, end);
		if (line.trim() === '') {
			continue;
		}

		const indent = /^[ \t]*/u.exec(line)![0].length;
		if (block) {
			if (indent > block.indent) {
				continue;
			}

			block = undefined;
		}

		const remark = /^\s*#\s?(.*)$/u.exec(line);
		if (remark) {
			comments.push({range: {from: at, to: end}, text: remark[1]!});
			latest = remark[1]!;
			continue;
		}

		const above = latest;
		latest = undefined;
		const match = toml
			? /^(?<lead>\s*)(?<key>[\w.-]+)(?<gap>\s*=\s*)(?<value>.*)$/u.exec(line)
			: /^(?<lead>\s*(?:-\s+)?)(?<key>"[^"]+"|'[^']+'|[^\s:#"'\-{}[\]&*!|>%@`,][^:#]*|\w[^:]*)(?<gap>\s*:(?:\s+|$))(?<value>.*)$/u.exec(
					line,
				);
		const item = !match && !toml ? /^(?<lead>\s*-(?:\s+|$))(?<value>.*)$/u.exec(line) : undefined;
		if (!match?.groups && !item?.groups) {
			continue;
		}

		while (stack.length > 0 && (stack.at(-1)!.indent > indent || (stack.at(-1)!.indent === indent && match))) {
			stack.pop();
		}

		const key = match?.groups ? match.groups['key']!.replaceAll(/^["']|["']$/gu, '').trim() : (stack.at(-1)?.key ?? '');
		const offset = match?.groups
			? match.groups['lead']!.length + match.groups['key']!.length + match.groups['gap']!.length
			: item!.groups!['lead']!.length;
		const from = at + offset;
		const value = scalar(text, from, end);
		const said = value.comment ? text.slice(value.comment.from + 1, value.comment.to).trim() : undefined;

		const raw = text.slice(value.range.from, value.range.to);
		const label = labelText(key);
		const path = match
			? [...stack.filter(level => level.indent < indent).map(level => slug(level.key)), slug(label) || 'field']
			: stack.map(level => slug(level.key) || 'field');
		if (match) {
			stack.push({indent, key});
		}

		if (/^[|>][+-]?\d?$/u.test(raw)) {
			block = {indent};
			const all = furtherLines(source, lines.nextOf(at), matter.content.to, indent, true);
			const content = {from: lines.nextOf(at), to: all};
			if (all > content.from && asksIn(source, content)) {
				const range = {from: value.range.from, to: all};
				const placeholder = text.slice(range.from, range.to);
				fields.push(
					foundField({label, kind: 'text', range, place: {at: 'yaml'}, placeholder, path, rule: 'front-matter'}),
				);
			}

			continue;
		}

		const nextLine =
			lines.nextOf(at) < matter.content.to ? text.slice(lines.nextOf(at), lines.endOf(lines.nextOf(at))) : '';
		// An anchor, a tag and an alias are YAML's own.
		const parent = /^(?:[&!]\S+\s*)*$/u.test(raw) && /^\s+\S|^\s*-\s/u.test(nextLine);
		if (parent || raw.includes('<%') || (!toml && /^[*&!]\w/u.test(raw)) || raw === '{}' || path.length === 0) {
			continue;
		}

		const options = offeredBy([said, above]);
		// A blank may go on below: `(what it is,` over `in a few words)`.
		const to =
			toml || value.comment ? value.range.to : furtherLines(source, lines.nextOf(at), matter.content.to, indent);
		const long = {from: value.range.from, to};
		const isLong = to > end && isOneBlank(source, long);
		if (isLong) block = {indent};
		const found = (
			isLong
				? scalarFields(source, label, path, long, text.slice(long.from, long.to))
				: scalarFields(source, label, path, value.range, raw)
		).map(one =>
			options && one.options.length === 0 && (one.kind === 'text' || one.kind === 'choice')
				? {...one, kind: 'choice' as const, options}
				: one,
		);
		const need = said === undefined || said === '' ? undefined : neededBy(said, source.words);
		fields.push(
			...(said === undefined || said === ''
				? found
				: found.map(one => ({...one, guidance: [said], ...(need && !one.need && {need})}))),
		);
	}

	return {fields, comments};
}

/** Where the lines end that are indented deeper than their key. `verbatim`: they may look like keys, as in a block scalar. */
function furtherLines({text, lines}: Source, from: number, limit: number, indent: number, verbatim = false): number {
	let to = from;
	for (let at = from; at < limit; at = lines.nextOf(at)) {
		const line = text.slice(at, Math.min(lines.endOf(at), limit));
		if (line.trim() === '') {
			if (verbatim) continue;
			break;
		}

		if (/^[ \t]*/u.exec(line)![0].length <= indent) break;
		if (!verbatim && /^\s*(?:#|-\s|[\w-]+:(?:\s|$))/u.test(line)) break;
		to = at + line.trimEnd().length;
	}

	return to;
}

/** Whether a text is one blank, over several lines. */
function isOneBlank({text}: Source, {from, to}: Range): boolean {
	const bare = text.slice(from, to).replaceAll(/^["']|["']$/gu, '');
	const pair = {'(': ')', '<': '>', '{': '}', '[': ']'}[bare[0] ?? ''];
	return pair !== undefined && bare.endsWith(pair) && !bare.slice(1, -1).includes(pair);
}

/** Whether a block scalar waits for its text: one of its lines begins with words in brackets, or it is a blank alone. */
function asksIn({text, lines}: Source, range: Range): boolean {
	const content = text.slice(range.from, range.to);
	const start = range.from + (content.length - content.trimStart().length);
	return blanksIn(text, {from: start, to: range.to}, []).some(
		({range: {from}, inner, text: words}) =>
			(/\s/u.test(inner) && text.slice(lines.startOf(from), from).trim() === '') || content.trim() === words,
	);
}

/** How much the comment behind a scalar says that it is needed: `optional`, `Only required for minutes`. */
function neededBy(said: string, words: NeedWords): Need | undefined {
	return (
		readNeed(said, words) ??
		(/^only (?:required|needed|necessary) (?:for|when|if|in)\b|\botherwise,? (?:remove|delete|omit) (?:this|the) (?:field|line|key)\b/iu.test(
			said,
		)
			? {requirement: 'conditional', condition: said.split(/\.(?:\s|$)/u)[0]!, reason: false}
			: undefined)
	);
}

function scalar(text: string, from: number, end: number): {readonly range: Range; readonly comment?: Range} {
	const raw = text.slice(from, end);
	const quoted = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/u.exec(raw);
	const hash = quoted ? /\s#/u.exec(raw.slice(quoted[0].length)) : /(?:^|\s)#/u.exec(raw);
	const start = hash ? from + (quoted?.[0].length ?? 0) + hash.index : end;
	const body = text.slice(from, start).trimEnd();
	const range = {from, to: from + body.length};
	return hash ? {range, comment: {from: start + (hash[0].length - 1), to: end}} : {range};
}

/** The options that a comment above or behind a scalar names: `one of: draft, final`, or nothing but `draft | final`. */
function offeredBy(comments: ReadonlyArray<string | undefined>): readonly string[] | undefined {
	for (const comment of comments) {
		const options = comment === undefined ? undefined : offeredByComment(comment);
		if (options) {
			return options;
		}
	}

	return undefined;
}

/** The line that begins front matter which nothing closes, above a key: it is read as text. */
export function unclosedFrontMatter(text: string): Range | undefined {
	const open = /^\uFEFF?(?:---|\+\+\+)[ \t]*(?=(?:\r\n|\n|\r)[\w-]+(?:: | = ))/u.exec(text);
	return open && !findFrontMatter(text) ? {from: 0, to: open[0].length} : undefined;
}
