/** Walks the blocks of one section and collects its fields, its guidance and its prompts. */

import type {Block, Paragraph} from '../markdown.ts';
import {slug} from '../slug.ts';
import {blanksIn} from './blank.ts';
import {codeField} from './block-field.ts';
import {createContext, type Context, type Scope, type Walk} from './context.ts';
import type {Node, Source} from './found-field.ts';
import {readList} from './items.ts';
import {labelLines} from './label-lines.ts';
import {readParagraph} from './paragraph.ts';
import {instructive, repeatNote} from './prompt.ts';
import {tableFields} from './table.ts';
import {inlineFields} from './inline.ts';
import {readValue} from './value.ts';

/** Comments that speak to tools, or that keep a licence, not to the author. */
const toolComments = [
	/^<!--\s*(?:specwright\b|(?:end|begin|start)?\s*toc\b|\/toc|(?:no|ignore|omit(?: in| from)?)[- ]toc\b|(?:START|END) doctoc|DON['’]T EDIT THIS SECTION|(?:markdownlint|prettier|eslint|vale|cspell|spell-?checker|textlint|remark|mdformat|dprint|htmlmin|alex|lint|ltex|linkcheck|editorconfig-checker|embedme|vim?|all-contributors-list)[-:\s]|\{|spdx|-\*-|#(?:end)?region\b|_?(?:class|paginate|header|footer):)/iu,
	// `NAME-disable`, `NAME:start`, `more`: one word for a tool.
	/^<!--\s*[\w.-]+[-:_](?:disable|enable|ignore|off|on|start|end|begin)(?:[-:\w]*)\b[^.?!]*-->$/iu,
	/^<!--\s*(?:more|truncate|page-?break|new-?page|break|slide|auto-?generated\b.*)\s*-->$/iu,
	/\blicen[cs]ed under\b|\bcopyright\s*(?:\(c\)|©|\d{4})|\ball rights reserved\b/iu,
];

const directive = /^(?:\{\{[#/^>!~][^{}]*\}\}|\{\{~?\s*else\b[^{}]*\}\}|\{%[^{}]*%\})[ \t]*$/u;

/** A paragraph without the lines at its ends that speak to a template engine, such as `{{#if x}}`: they stay. */
function withoutDirectives(text: string, block: Paragraph): Paragraph | undefined {
	const lines = text.slice(block.range.from, block.range.to).split('\n');
	if (![lines[0]!, lines.at(-1)!].some(line => directive.test(line.trim()))) return block;
	let {from, to} = block.range;
	while (lines.length > 0 && directive.test(lines[0]!.trim())) from += lines.shift()!.length + 1;
	while (lines.length > 0 && directive.test(lines.at(-1)!.trim())) to -= lines.pop()!.length + 1;
	return lines.length === 0 ? undefined : {...block, range: {from, to}};
}

/** Of a paragraph that is too long to be looked into, as much is what it says. */
const shownOfLong = 400;

/** What a footnote says: it belongs to the text that refers to it. */
const footnote = /^\[\^[^\s\]]+\]:/u;

/** Reads a section's own blocks. `metadata` says that plain labelled values count: the head of the file. */
export function walkSection(source: Source, node: Node, title: string, metadata: boolean): Walk {
	const context = createContext(source, node, title, walkBlocks);
	const sample = !metadata && (node.parts?.blanks.length ?? 0) > 0;
	context.walk(node.blocks, {path: [], label: title, depth: 0, metadata, sample});
	const {fields, prompts, met} = context;
	return {fields, prompts, grouped: met.grouped, contents: met.contents};
}

/** Reads blocks; gives how many fields they have. */
function walkBlocks(context: Context, blocks: readonly Block[], outer: Scope): number {
	const {source, guide, note, put} = context;
	const {text} = source;
	let count = 0;
	let scope = outer;
	for (let index = 0; index < blocks.length; index++) {
		const block = blocks[index]!;
		const next = blocks[index + 1];
		switch (block.type) {
			case 'comment': {
				const raw = text.slice(block.range.from, block.range.to);
				const end = removedUntil(source, blocks, index);
				if (end !== undefined) {
					guide({from: block.range.from, to: blocks[end]!.range.to});
					index = end;
				} else if (!toolComments.some(pattern => pattern.test(raw))) {
					if (repeatNote(raw)) {
						note(block.range);
					} else {
						guide(block.range);
					}
				}

				break;
			}

			case 'quote': {
				const fields = quoteFields(context, block.children, scope);
				if (fields > 0) {
					count += fields;
				} else if (!warns(text.slice(block.range.from, block.range.to))) {
					guide(block.range);
				}

				break;
			}

			case 'code': {
				count += put([codeField(source, block, scope.label, scope.path)], scope);
				break;
			}

			case 'table': {
				count += put(tableFields(source, block, scope.label, scope.path, scope.metadata), scope);
				break;
			}

			case 'list': {
				const made = readList(context, block, scope, next);
				count += made.count;
				if (made.group) {
					scope = {...outer, label: made.group, path: [...outer.path, slug(made.group)]};
				}

				break;
			}

			case 'html': {
				const end = helpUntil(source, blocks, index);
				if (end !== undefined) {
					guide({from: block.range.from, to: blocks[end]!.range.to});
					index = end;
				}

				break;
			}

			case 'long': {
				// It says something; what, is not looked into.
				const {from} = block.range;
				context.prompts.push({block, text: text.slice(from, from + shownOfLong), instructive: false, whole: false});
				break;
			}

			case 'paragraph': {
				if (
					footnote.test(text.slice(block.range.from, block.range.to)) &&
					blanksIn(text, block.range, block.spans, false).length === 0
				)
					break;
				const said = withoutDirectives(text, block);
				if (!said) break;
				const step = readParagraph(context, said, scope, outer, blocks, index);
				count += step.count;
				scope = step.scope;
				index += step.skip;
				break;
			}

			default: {
				break;
			}
		}
	}

	return count;
}

/**
 * What stands between two comments that begin and end a part to be taken out (`<!-- BEGIN Remove before review -->`): the
 * index of the one that ends it.
 */
function removedUntil(source: Source, blocks: readonly Block[], index: number): number | undefined {
	const saidAt = (at: number) =>
		/^<!--+\s*(?<edge>begin|start|end)\b[\s:-]*(?<what>[^]*?)[\s-]*-->$/iu.exec(
			source.text.slice(blocks[at]!.range.from, blocks[at]!.range.to),
		)?.groups;
	const opening = saidAt(index);
	const what = opening?.['what']!.toLowerCase() ?? '';
	if (
		!opening ||
		/^end$/iu.test(opening['edge']!) ||
		!/\b(?:remov(?:e|al)|delete|strip|drop|instructions?|guid(?:e|ance|elines?)|how to|help|hints?)\b/u.test(what)
	) {
		return undefined;
	}

	for (let at = index + 1; at < Math.min(blocks.length, index + longestFold); at++) {
		const closing = blocks[at]!.type === 'comment' ? saidAt(at) : undefined;
		if (closing && /^end$/iu.test(closing['edge']!) && closing['what']!.toLowerCase() === what) {
			return at;
		}
	}

	return undefined;
}

/** How many blocks a fold may hold to be looked through. */
const longestFold = 200;

/**
 * What is folded away under a line that says that it explains (`<details><summary>Instructions</summary>`): the index of
 * the block that closes it.
 */
function helpUntil(source: Source, blocks: readonly Block[], index: number): number | undefined {
	const {text} = source;
	const textOf = (block: Block) => text.slice(block.range.from, block.range.to);
	const raw = textOf(blocks[index]!);
	const summary = /^<details\b[^>]*>\s*<summary\b[^>]*>([^<]*)/iu.exec(raw)?.[1];
	if (
		summary === undefined ||
		!/\b(?:instructions?|guid(?:e|ance|elines?)|how to|help|hints?|tips?|examples?|explanations?|about this template|what (?:to|goes)|notes? for)\b/iu.test(
			summary,
		)
	) {
		return undefined;
	}

	for (let at = index; at < Math.min(blocks.length, index + longestFold); at++) {
		if (blocks[at]!.type === 'html' && /<\/details>/iu.test(textOf(blocks[at]!))) {
			return at;
		}
	}

	return undefined;
}

/** A quote that warns whoever follows the document, and says nothing of writing it. */
function warns(quote: string): boolean {
	const said = quote.replaceAll(/^[ \t]*>[ \t]?/gmu, '').trim();
	const alert =
		/^(?:\[!(?:warning|caution)\]|[*_\P{L}]*(?:warning|caution|danger|警告|achtung|attention|advertencia|atenção)[*_]*\s*[:：!])/iu;
	return (
		alert.test(said) &&
		!/\b(?:sections?|template|this document|placeholders?|fill|replace|delete|remove this|your|describe|author|reviewers?)\b/iu.test(
			said,
		)
	);
}

/** A quote holds metadata where two of its lines are labelled blanks; otherwise it is guidance. */
function quoteFields(context: Context, children: readonly Block[], scope: Scope): number {
	const {source} = context;
	const {text} = source;
	const labelled = children
		.flatMap(child => (child.type === 'list' ? child.items.flatMap(item => item.children.slice(0, 1)) : [child]))
		.flatMap(child => (child.type === 'paragraph' ? labelLines(source, child) : []))
		.filter(line => {
			const state = readValue(source, {from: line.label.end, to: line.to}, line.spans).state;
			return state === 'whole' || state === 'choice' || state === 'parts';
		});
	const several = children.some(
		child =>
			child.type === 'paragraph' &&
			blanksIn(text, child.range, child.spans, false).filter(blank =>
				/:[*_]*\s*\S?v?$/u.test(text.slice(Math.max(child.range.from, blank.range.from - 12), blank.range.from)),
			).length >= 2,
	);
	// "We believe that [change] brings [gain]" is to be filled, "Replace [name] by [yours]" tells how to.
	const statement = children.some(
		child =>
			child.type === 'paragraph' &&
			!instructive(text.slice(child.range.from, child.range.to)) &&
			blanksIn(text, child.range, child.spans, false).length >= 2,
	);
	// `> "{quote}"`: nothing but a blank that is to be quoted.
	const [only] = children;
	const quoted =
		children.length === 1 &&
		only?.type === 'paragraph' &&
		/^["“”«„'_*]*(?:\{[^{}\n]+\}|\{\{[^{}\n]+\}\}|["“«„][[<][^[\]<>\n]+[\]>]["”»“])["“”»'_*]*$/u.test(
			text.slice(only.range.from, only.range.to),
		) &&
		!instructive(text.slice(only.range.from, only.range.to).replaceAll(/[^\p{L}\p{N} ]/gu, ''));
	if (quoted) {
		const blanks = blanksIn(text, only.range, only.spans, false);
		return context.put(inlineFields(source, scope.label, blanks, scope.path, 'prose', 'inline'), scope);
	}

	// One label with nothing but its blank, and nothing else in the quote: `> **Title**: [title]`.
	const [sole] = labelled;
	const alone =
		sole !== undefined &&
		sole.label.bold &&
		children.length === 1 &&
		children[0]!.range.to <= sole.to &&
		readValue(source, {from: sole.label.end, to: sole.to}, sole.spans).state !== 'parts';
	// Above the first section, lines that are all labelled in bold are what the document says of itself.
	const paragraphs = children.flatMap(child => (child.type === 'paragraph' ? [child] : []));
	const bold = paragraphs.flatMap(child => labelLines(source, child).filter(line => line.label.bold));
	const head =
		scope.metadata &&
		labelled.length > 0 &&
		paragraphs.length === children.length &&
		bold.length > 1 &&
		bold.length === paragraphs.flatMap(({range}) => text.slice(range.from, range.to).trim().split('\n')).length;
	return alone || head || labelled.length >= 2 || several || statement || children.some(child => child.type === 'table')
		? context.walk(children, scope)
		: 0;
}
