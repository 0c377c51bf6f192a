/** Text that looks like a blank and is none, and why: what a template's author is told of. */

import {linesOf} from '../../text/index.ts';
import type {Block} from '../markdown.ts';
import {parseMarkdown} from '../markdown.ts';
import type {Form, Range} from '../types.ts';
import {findFrontMatter} from './front-matter.ts';
import type {Span} from './spans.ts';

export type LeftAlone = {readonly range: Range; readonly text: string; readonly why: string};

const bracketed = /\[(?!\^|\[)[^[\]\r\n]{2,80}\](?![([:])|(?<![{$/\w])\{(?!\{)[^{}\r\n]{2,60}\}|<[a-z][\w -]{1,60}>/giu;
/** The whole of an inline code span. */
const coded = /^`+\s*(?:\[[^[\]]{2,80}\]|\{+[^{}]{2,60}\}+|<[^<>]{2,60}>)\s*`+$/u;
const prompts = /^(?:your|insert|enter|add|fill|name|describe|e\.g\.)\b|\.\.\.$|…$/iu;

/** The brackets of a template that no field, no guidance and no heading's blank took. */
export function leftAlone(form: Form): readonly LeftAlone[] {
	const {source} = form;
	const from = findFrontMatter(source)?.range.to ?? 0;
	const taken = [
		...form.fields.flatMap(({range, mirrors}) => [range, ...mirrors.map(mirror => mirror.range)]),
		...form.guidance.map(({range}) => range),
	].sort((a, b) => a.from - b.from);
	const found: LeftAlone[] = [];
	let next = 0;
	let reach = 0;
	/** Asked with rising offsets. */
	const isTaken = (at: number): boolean => {
		while (next < taken.length && taken[next]!.from <= at) reach = Math.max(reach, taken[next++]!.to);
		return at < reach;
	};

	for (const {range, spans} of textsOf(parseMarkdown(source, from).blocks).sort(
		(a, b) => a.range.from - b.range.from,
	)) {
		const add = (at: Range, why: string): void => {
			if (!isTaken(at.from)) found.push({range: at, text: source.slice(at.from, at.to), why});
		};

		const opaque = spans.filter(({type}) => type !== 'emphasis' && type !== 'strong' && type !== 'html');
		const open = [...source.slice(range.from, range.to).matchAll(bracketed)].flatMap(match => {
			const at = {from: range.from + match.index, to: range.from + match.index + match[0].length};
			const why = reasonFor(match[0], source, at);
			return why === undefined || opaque.some(span => at.from < span.to && at.to > span.from) ? [] : [{at, why}];
		});
		const closed = opaque.flatMap(span => {
			const text = source.slice(span.from, span.to);
			if (span.type === 'code' && coded.test(text)) return [{at: span, why: 'it is inline code'}];
			const isReference = span.type === 'link' && /^\[[^\]^]+\](?:\[\])?$/u.test(text);
			return isReference && prompts.test(text.slice(1).replace(/\](?:\[\])?$/u, ''))
				? [{at: span, why: 'its words are defined as a link further down'}]
				: [];
		});
		for (const {at, why} of [...open, ...closed].sort((a, b) => a.at.from - b.at.from)) add(at, why);
	}

	return found;
}

/** Why brackets outside code and links are no blank; undefined for what nobody takes for one. */
function reasonFor(text: string, source: string, {from, to}: Range): string | undefined {
	const inner = text.slice(1, -1).trim();
	if (!/\p{L}{2}/u.test(inner)) return undefined;
	const before = source[from - 1] ?? ' ';
	const after = source[to] ?? ' ';
	if (text.startsWith('<')) return /\s/u.test(inner) ? 'it looks like an HTML tag' : undefined;
	if (text.startsWith('{')) {
		// `{#anchor}`, `{.class}`, `{% raw %}`: for other tools.
		if (/^[#.%]/u.test(inner)) return undefined;
		if (/["':;=,]/u.test(inner)) return undefined;
		return /[-./{}_\w]/u.test(before) || /[-/{}_\w]/u.test(after)
			? 'it is part of a path or of a name pattern'
			: 'no rule took it for one';
	}

	if (/^[\d\W]*$|^\w{1,2}$/u.test(inner) || /[\\\p{L}\p{N})\][]/u.test(before) || inner.includes('<%'))
		return undefined;
	return 'no rule took it for one';
}

/** All inline text of some blocks, quotes aside: what is quoted is guidance. */
function textsOf(blocks: readonly Block[]): {readonly range: Range; readonly spans: readonly Span[]}[] {
	return blocks.flatMap(block => {
		switch (block.type) {
			case 'paragraph':
				return [{range: block.range, spans: block.spans}];
			case 'heading':
				return [{range: block.text, spans: block.spans}];
			case 'list':
				return block.items.flatMap(({children}) => textsOf(children));
			case 'table':
				return block.rows.flatMap(({cells}) => cells.map(cell => ({range: cell, spans: cell.spans})));
			default:
				return [];
		}
	});
}

/** The opening line of a code block that nothing closes, so that the rest of the text is inside it. */
export function unclosedFence({source}: Form): Range | undefined {
	const from = findFrontMatter(source)?.range.to ?? 0;
	const last = parseMarkdown(source, from).blocks.at(-1);
	if (last?.type !== 'code' || !last.fenced || last.closed) return undefined;
	return {from: last.range.from, to: linesOf(source).endOf(last.range.from)};
}
