/** Prose sections: the text that stands where the author is to write, or nothing at all. */

import {blockLines, foundField, wholeLines, type Node, type Source} from './found-field.ts';
import {bodyValue, choiceBeside, suggested} from './body-value.ts';
import {askedBy} from './kind.ts';
import {labelLines} from './label-lines.ts';
import {readNeedSentence} from './requirement.ts';
import {answerOf} from './inline.ts';
import {commentsAsk, countsOnly, isTopics, leads, led, mayAsk} from './asking.ts';
import {proseField} from './block-field.ts';
import {quotedBody} from './quoted-body.ts';
import {echoes} from './prompt.ts';
import type {Prompt, Walk} from './context.ts';
import type {Block} from '../markdown.ts';
import {shownText} from './shown.ts';
import type {Range} from '../types.ts';

const kept = /^(?:table of contents|contents|toc|copyright|licen[cs]e|copyright\s*[&/]\s*licen[cs]e|目次|目录)\b/iu;
const listTitle =
	/^(?:non-?\s?goals|goals|references?|resources?|goals (?:and|&) objectives|objectives|links|see also|further reading|related (?:work|documents))$/iu;

/**
 * Decides what the prompts of a section are: the body that an answer replaces, or help beside its other fields. A
 * section without subsections always takes an answer; one with subsections only where its prose asks for one.
 */
export function bodyOf(
	source: Source,
	node: Node,
	title: string,
	walk: Walk,
	isTitle: boolean,
	prosePrompts: boolean,
): void {
	const {text, lines} = source;
	const leaf = node.children.length === 0;
	if (kept.test(title.trim()) || (walk.contents && walk.prompts.length === 0)) {
		return;
	}

	const preamble = isTitle && !leaf && /\btemplate\b/iu.test(title);
	const prompts = led(source, walk.prompts).map(prompt =>
		!prompt.instructive && (preamble || echoes(prompt.text, title) || (prosePrompts && leaf && mayAsk(prompt)))
			? {...prompt, instructive: true}
			: prompt,
	);
	for (const prompt of prompts.slice(0, 2)) {
		const need = node.need.requirement === 'unspecified' ? readNeedSentence(prompt.text, source.words) : undefined;
		if (need) {
			node.need = need;
		}
	}

	for (const guidance of node.guidance) {
		const need =
			node.need.requirement === 'unspecified' && guidance.role === 'guidance'
				? readNeedSentence(guidance.text, source.words)
				: undefined;
		if (need && !isAboutNext(source, node, guidance.range) && !isBehind(node, guidance)) {
			node.need = need;
		}
	}

	const noted = prompts.length === 0 && node.guidance.some(guidance => guidance.role === 'repeat-note');
	if (noted) {
		return;
	}

	const asks = prompts.filter(prompt => prompt.instructive);
	// Labels that ask for nothing: what is said under them is help as well.
	const alone = leaf && walk.grouped && walk.fields.length === 0;
	if (alone && !isTitle && node.level > 0 && underLabel(source, node, asks)) {
		wholeBody(source, node, title);
		return;
	}

	const help = () => {
		for (const prompt of asks) {
			node.guidance.push({
				role: 'guidance',
				range: wholeLines(source, prompt.block.range),
				text: shownText(text.slice(prompt.block.range.from, prompt.block.range.to)),
			});
		}
	};

	// Under the title words are an introduction of the template, but a blank of its own asks.
	if (node.level === 0 || title === '' || (isTitle && !leaf && !prompts.some(prompt => isBlankAlone(source, prompt)))) {
		help();
		return;
	}

	// What stands behind a rule is a footer: a section's own text is above it.
	const footer = node.blocks.findLast(block => block.type === 'rule')?.range.from ?? node.range.to;
	const own = prompts.filter(prompt => prompt.block.range.from < footer);
	const closes = own.length > 0 && walk.fields.length > 0 && walk.fields.every(field => field.range.from > footer);
	const single =
		asks.length > 0 &&
		prompts.some(prompt => prompt.block.type === 'paragraph' && /^[[{<_*(]/u.test(prompt.text.trim()));
	const bracketed = prompts.filter(prompt => (isTitle && !leaf ? isBlankAlone(source, prompt) : prompt.whole));
	const taken =
		(isTitle && !leaf) || (!closes && (walk.fields.length > 0 || (walk.grouped && !(alone && asks.length > 0))));
	const named = prompts.length > 0 && prompts.every(prompt => isTopics(prompt) && prompt.claims !== true);
	const wants = bracketed.length > 0 || (!taken && (leaf || asks.length > 0 || named || commentsAsk(source, node)));
	if (!wants) {
		if (taken || asks.length > 0) {
			help();
		}

		return;
	}

	const chosen = taken && bracketed.length > 0 ? bracketed : closes ? own : prompts;
	const quoted = chosen.length === 0 ? quotedBody(source, node, title) : undefined;
	if (quoted) {
		node.fields.push(quoted);
		return;
	}

	if (chosen.length === 0) {
		const at = node.heading ? Math.max(node.heading.range.to, lines.endOf(node.heading.range.to)) : node.range.from;
		const said = node.guidance.map(one => suggested(title, one.text)).find(one => one !== undefined);
		const asked = said ?? askedBy(title, '', false);
		const kind =
			asked.kind === 'date' || asked.kind === 'person' || said
				? asked.kind
				: listTitle.test(title.trim())
					? 'list'
					: 'prose';
		node.fields.push(
			foundField({
				label: title,
				...answerOf({...asked, kind}),
				...(kind === 'list' && {item: {bullet: '-'}}),
				range: {from: at, to: at},
				place: {at: 'block', indent: ''},
				placeholder: '',
				path: ['body'],
				rule: 'body-empty',
			}),
		);
		return;
	}

	// What stands between two prompts and is guidance itself ends the body there.
	const run = [chosen[0]!];
	for (const prompt of chosen.slice(1)) {
		const last = run.at(-1)!;
		const between = {from: last.block.range.to, to: prompt.block.range.from};
		const split =
			node.guidance.some(guidance => guidance.range.from < between.to && guidance.range.to > between.from) ||
			text.slice(between.from, between.to).trim() !== '';
		if (split) {
			break;
		}

		run.push(prompt);
	}

	for (const prompt of prompts.filter(prompt => !run.includes(prompt) && prompt.instructive)) {
		node.guidance.push({
			role: 'guidance',
			range: wholeLines(source, prompt.block.range),
			text: shownText(text.slice(prompt.block.range.from, prompt.block.range.to)),
		});
	}

	if (run.length > 1 && choiceBeside(source, node, title, run)) {
		return;
	}

	const first = run[0]!.block;
	const range = {from: first.range.from, to: run.at(-1)!.block.range.to};
	const shown = run.map(prompt => shownText(text.slice(prompt.block.range.from, prompt.block.range.to)));
	// Steps that hold code are more than the lines of a list: they are kept or changed as they stand.
	const hasCode = run.some(prompt => holdsCode(prompt.block));
	const listed = !hasCode && run.every(prompt => prompt.block.type === 'list');
	const questions = run.some(prompt => /\?[ \t]*$/mu.test(prompt.text));
	const ordered = first.type === 'list' && first.ordered;
	const value =
		run.length === 1
			? bodyValue(
					source,
					title,
					first,
					node.guidance.map(one => one.text),
				)
			: undefined;
	if (value) {
		node.shown.push(...shown);
		node.fields.push({...value, guidance: run[0]!.instructive ? shown : []});
		return;
	}

	const kind = !hasCode && ((listed && !questions) || listTitle.test(title.trim())) ? 'list' : 'prose';
	const topics = !hasCode && run.every(prompt => (prompt.block.type === 'list' ? isTopics(prompt) : leads(prompt)));
	const topical =
		(listed || topics) && !run.every(prompt => prompt.claims) && !(source.asksInBrackets && !countsOnly(text, range));
	const blank = run.some(prompt => prompt.instructive) || topical;
	const content = text.slice(range.from, range.to);
	const inner = contentOf(source, node, range);
	const guidance = blank ? shown : [];
	node.shown.push(...guidance);
	node.fields.push(
		foundField({
			label: title,
			kind,
			// A list of questions is answered in prose.
			range: kind === 'list' && listed ? range : inner.range,
			place:
				kind === 'list' && listed
					? {at: 'items', indent: text.slice(lines.startOf(range.from), range.from)}
					: {at: 'block', indent: inner.indent},
			placeholder: content,
			path: ['body'],
			blank,
			prefilled: !blank,
			guidance,
			...(kind === 'list' && {item: {bullet: first.type === 'list' ? (ordered ? '1.' : first.items[0]!.marker) : '-'}}),
			rule: single ? 'body-bracketed' : listed ? 'body-topics' : 'body-prose',
		}),
	);
}

/** The whole lines of what stands below a heading; inside an item it stands as far in as the item's content. */
function contentOf(source: Source, node: Node, range: Range): {readonly range: Range; readonly indent: string} {
	const whole = blockLines(source, range);
	const lead = source.text.slice(whole.from, range.from);
	const isInItem = node.blocks.some(
		block => block.type === 'list' && block.range.from < range.from && block.range.to >= range.to,
	);
	return isInItem && /^[ \t]+$/u.test(lead)
		? {range: {from: range.from, to: whole.to}, indent: lead}
		: {range: whole, indent: ''};
}

/** A paragraph that is one blank in brackets and says nothing of the template itself. */
function isBlankAlone(source: Source, {block, text, whole}: Prompt): boolean {
	return (
		whole &&
		block.type === 'paragraph' &&
		/[[{<]/u.test(source.text[block.range.from]!) &&
		!/\b(?:template|delete|remove|instructions?|placeholders?|brackets?|replace)\b/iu.test(text)
	);
}

/** True for a list with a code block in one of its items. */
function holdsCode(block: Block): boolean {
	return (
		block.type === 'list' && block.items.some(item => item.children.some(one => one.type === 'code' || holdsCode(one)))
	);
}

/** True where a label stands above one of a section's prompts. */
function underLabel(source: Source, node: Node, asks: readonly Prompt[]): boolean {
	const label = node.blocks.find(block => block.type === 'paragraph' && labelLines(source, block).length > 0);
	return label !== undefined && asks.some(prompt => !prompt.whole && prompt.block.range.from >= label.range.to);
}

/**
 * The body of a section that says what belongs there under labels of its own ("Contents", "Form"), none of which asks
 * for anything by itself: all of it is help, up to what is guidance anyway.
 */
function wholeBody(source: Source, node: Node, title: string): void {
	const {text} = source;
	const guided = (block: Block) =>
		block.type === 'rule' ||
		node.guidance.some(one => one.range.from < block.range.to && one.range.to > block.range.from);
	const blocks = node.blocks.filter(block => block.type !== 'definition');
	const first = blocks.findIndex(block => !guided(block) && block.type !== 'comment');
	const after = blocks.slice(first).findIndex(guided);
	const run = after < 0 ? blocks.slice(first) : blocks.slice(first, first + after);
	const rest = after < 0 ? [] : blocks.slice(first + after).filter(block => !guided(block) && block.type !== 'comment');
	const range = {from: run[0]!.range.from, to: run.at(-1)!.range.to};
	for (const block of rest) {
		node.guidance.push({
			role: 'guidance',
			range: wholeLines(source, block.range),
			text: shownText(text.slice(block.range.from, block.range.to)),
		});
	}

	const shown = shownText(text.slice(range.from, range.to).replaceAll(/<\/?\w[^<>\n]*>\n?/gu, ''));
	node.shown.push(shown);
	node.fields.push({...proseField(source, title, range, ['body'], shown, true, 'body-labelled')});
}

/** True for a comment behind all else in a section: it speaks of what follows unless it names the section. */
function isBehind(node: Node, {range, text}: {readonly range: Range; readonly text: string}): boolean {
	const content = node.blocks.filter(block => block.type !== 'comment' && block.type !== 'rule');
	return (
		content.length > 0 &&
		content.every(block => block.range.to <= range.from) &&
		!/\bth(?:is|e) (?:section|sub-?section|part|chapter|block|list|table)\b|^[^.]*\bit\b/iu.test(text)
	);
}

/** True for a comment right above one block of several: it speaks of that block, not of the section. */
function isAboutNext(source: Source, node: Node, range: Range): boolean {
	const {lines} = source;
	const blocks = node.blocks.filter(block => block.type !== 'rule');
	const at = blocks.findIndex(
		block => block.type === 'comment' && block.range.from >= range.from && block.range.to <= range.to,
	);
	const next = blocks[at + 1];
	const others = blocks.filter(block => block.type !== 'comment');
	return (
		at >= 0 &&
		next !== undefined &&
		others.length > 1 &&
		lines.nextOf(blocks[at]!.range.to - 1) === lines.startOf(next.range.from)
	);
}
