/** Paragraphs: what is asked for in a line or a sentence, and what only prompts. */

import type {Block, Paragraph} from '../markdown.ts';
import {blanksIn} from './blank.ts';
import {hasOpen, isOpen, type Context, type Scope} from './context.ts';
import {readLabels, type Step} from './label-paragraph.ts';
import {labelLines, type LabelLine} from './label-lines.ts';
import {asideLabel, instructive, orders, repeatNote} from './prompt.ts';
import {inlineFields} from './inline.ts';
import {tellsOfTitle} from './title.ts';
import {readValue, trimmed} from './value.ts';
import type {Range} from '../types.ts';

/** An item of more characters than this is a sentence, not a topic. */
const sentenceLength = 80;

/** Reads one paragraph: labels, a note, a blank of its own, blanks in a sentence, or a prompt. */
export function readParagraph(
	context: Context,
	block: Paragraph,
	scope: Scope,
	outer: Scope,
	blocks: readonly Block[],
	index: number,
): Step {
	const {source, node, prompts, put, guide, note} = context;
	const {text} = source;
	const next = blocks[index + 1];
	const range = trimmed(text, block.range);
	const raw = text.slice(range.from, range.to);
	const stay = (count: number) => ({count, scope, skip: 0});
	if (/^<!--[\s\S]*-->$/u.test(raw)) {
		guide(range);
		return stay(0);
	}

	// Behind a record, plain words say the same as words in brackets.
	const ahead =
		(/^for each|^(?:repeat|duplicate|copy) (?:this|the (?:block|following|structure|section)) (?:.*\b)?(?:for|per) /iu.test(
			raw,
		) &&
			next?.type === 'paragraph') ||
		/^for each/iu.test(raw);
	if (repeatNote(raw) && (/^[[(*_]/u.test(raw) || ahead || context.fields.at(-1)?.record !== undefined)) {
		note(range);
		return {count: 0, scope: ahead ? {...scope, oneRecord: true} : scope, skip: 0};
	}

	const labels = labelLines(source, block);
	const aside = readAside(context, block, labels, scope, next);
	if (aside) {
		return aside;
	}

	const leading =
		labels.length === 1 &&
		!labels[0]!.label.bold &&
		labels[0]!.label.end >= range.to &&
		(raw.split(/\s+/u).length > 3 || instructive(labels[0]!.label.text)) &&
		next?.type === 'list' &&
		!hasOpen(source, next);
	// Behind what says what to write, a plain label over whole sentences goes on saying it.
	const goesOn =
		labels.length === 1 &&
		!labels[0]!.label.bold &&
		labels[0]!.label.end >= range.to &&
		scope.path.length === 0 &&
		prompts[0]?.instructive === true &&
		prompts.length > 1 &&
		next?.type === 'list' &&
		!hasOpen(source, next) &&
		next.items.every(item => item.range.to - item.range.from > sentenceLength);
	// "Define what is needed for logs: …" tells what to write before the colon as well as behind it.
	const ordered =
		labels.length === 1 &&
		!labels[0]!.label.bold &&
		labels[0]!.label.text.split(/\s+/u).length > 3 &&
		orders(labels[0]!.label.text) &&
		blanksIn(text, {from: labels[0]!.label.end, to: range.to}, block.spans, false).length === 0;
	// A plain label over topics that are all there is in a section leads to them; before a long text it is its beginning.
	const only = labels.length === 1 && !labels[0]!.label.bold && !scope.metadata ? labels[0]! : undefined;
	const over =
		only !== undefined &&
		only.label.end >= range.to &&
		scope.path.length === 0 &&
		scope.depth === 0 &&
		blocks.length <= 8 &&
		blocks.filter(other => other.type !== 'comment').length === 2 &&
		next?.type === 'list' &&
		!hasOpen(source, next);
	const sentence =
		only !== undefined &&
		text.slice(only.label.end, range.to).trim().split(/\s+/u).length > 12 &&
		only.label.text.split(/\s+/u).length > 3 &&
		blanksIn(text, {from: only.label.end, to: range.to}, block.spans, false).length === 0;
	// All that a section says is no label and its value, were there a colon near its beginning.
	const alone =
		only !== undefined &&
		node.level > 0 &&
		node.children.length === 0 &&
		scope.path.length === 0 &&
		scope.depth === 0 &&
		blocks.every(other => other === block || other.type === 'comment') &&
		text.slice(only.label.end, range.to).trim().split(/\s+/u).length > 6 &&
		!instructive(text.slice(only.label.end, range.to)) &&
		readValue(source, {from: only.label.end, to: range.to}, block.spans).state === 'plain';
	if (labels.length > 0 && !alone && !leading && !goesOn && !ordered && !over && !sentence) {
		return readLabels(context, labels, scope, outer, blocks, index);
	}

	// An aside in emphasis and brackets, `*(one a row)*`, speaks of what stands beside or below it.
	const isAside = /^(?<marks>[*_]{1,3})\([\s\S]*\)\k<marks>$/u.test(raw);
	if (isAside && (node.children.length > 0 || blocks.some(one => /^(?:list|table|code)$/u.test(one.type)))) {
		guide(range);
		return stay(0);
	}

	// `Fixes #`: the number of an issue goes behind the sign.
	const dangling = /^(?<name>\p{L}[\p{L} ]{1,30}) (?<sign>#)$/u.exec(raw)?.groups;
	if (dangling) {
		const at = {from: range.to - 1, to: range.to};
		const blank = {range: at, text: '#', inner: dangling['name']!, style: 'word' as const};
		return stay(put(inlineFields(source, dangling['name']!, [blank], scope.path, 'prose', 'inline'), scope));
	}

	const reading = readValue(source, range, block.spans, source.italicsAreBlanks);
	if (reading.state === 'whole') {
		const blank = reading.blanks[0]!;
		const body = blank.inner;
		if (/:\s*[_*\]]*$/u.test(body) && next?.type === 'list') {
			if (next.items.every(item => isOpen(source, item))) {
				prompts.push({block: {...block, range}, text: body, instructive: true, whole: true});
			} else {
				guide(range);
			}

			prompts.push({block: next, text: text.slice(next.range.from, next.range.to), instructive: true, whole: false});
			return {count: 0, scope, skip: 1};
		}

		if (needOnly(body)) {
			guide(range);
			return stay(0);
		}

		if (source.italicsAreBlanks && blank.style === 'bracket' && raw.startsWith('**_') && next?.type !== undefined) {
			guide(range);
			return stay(0);
		}

		prompts.push({block: {...block, range}, text: body, instructive: true, whole: true});
		return stay(0);
	}

	if (reading.state === 'parts') {
		const all = blanksIn(text, range, block.spans, false);
		const words = raw.replaceAll(/[^\p{L}\p{N}\s]/gu, '').split(/\s+/u).length;
		// Long prose with a bracket or two in it is a prompt, not a form line.
		if (all.length > 0 && !(words > 60 && instructive(raw))) {
			const found = inlineFields(source, '', all, scope.path, 'prose', 'inline');
			// A line that is nothing but one long blank asks for prose, as a paragraph of one does.
			const alone = raw.split('\n').every(line => all.some(blank => blank.text === line.trim()));
			return stay(
				put(
					found.map(one =>
						alone && one.kind === 'text' && says(one.placeholder) ? {...one, kind: 'prose' as const} : one,
					),
					scope,
				),
			);
		}
	}

	if (index === 0 && blocks === node.blocks && tellsOfTitle(source, node, raw)) {
		guide(range);
		return stay(0);
	}

	const bracketed = /^\[[\s\S]*\]$/u.test(raw) || depth(raw) !== 0;
	prompts.push({
		block,
		text: raw,
		instructive: instructive(raw) || bracketed || inItalics(text, block, range),
		whole: false,
	});
	return stay(0);
}

/** "Tips:", "Format:", "Note:": a label that heads words to the author, with what it heads; no label of an answer. */
function readAside(
	context: Context,
	block: Paragraph,
	labels: readonly LabelLine[],
	scope: Scope,
	next: Block | undefined,
): Step | undefined {
	const {source, prompts} = context;
	const {text} = source;
	const [line] = labels;
	const says = labels.length === 1 ? asideLabel(line!.label.text) : undefined;
	if (!line || !says || blanksIn(text, {from: line.label.end, to: line.to}, line.spans, false).length > 0) {
		return undefined;
	}

	const rest = trimmed(text, {from: line.label.end, to: line.to});
	const words = text.slice(rest.from, rest.to);
	const raw = text.slice(block.range.from, block.range.to);
	const asks = says === 'guidance' || scope.metadata || inItalics(text, block, rest) || instructive(words);
	if (words !== '') {
		prompts.push({block, text: raw, instructive: asks, whole: false});
		return {count: 0, scope, skip: 0};
	}

	if (next?.type === 'list' && !hasOpen(source, next)) {
		const listed = text.slice(next.range.from, next.range.to);
		const asked = asks || next.items.some(item => instructive(text.slice(item.range.from, item.range.to)));
		prompts.push({block, text: raw, instructive: asked, whole: false});
		prompts.push({block: next, text: listed, instructive: asked, whole: false});
		return {count: 0, scope, skip: 1};
	}

	return undefined;
}

/** Where a paragraph is in italics from end to end, it is set apart from the document's own words. */
function inItalics(text: string, block: Paragraph, range: Range): boolean {
	let at = range.from;
	let outside = '';
	for (const span of block.spans.filter(span => span.type === 'emphasis' && span.from >= range.from)) {
		if (span.from < at) {
			continue;
		}

		outside += text.slice(at, span.from);
		at = span.to;
	}

	outside += text.slice(at, Math.max(at, range.to));
	return (
		at > range.from && !/[\p{L}\p{N}]/u.test(outside) && /\S\s+\S+\s+\S+\s+\S/u.test(text.slice(range.from, range.to))
	);
}

/** Whether a blank says more than a name: four words, or as much without spaces between them. */
function says(blank: string): boolean {
	return (
		blank.split(/\s+/u).length >= 4 ||
		(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4}/u.test(blank) && blank.length >= 12)
	);
}

/** How many square brackets stay open in a text, less those that close what was opened before it. */
function depth(text: string): number {
	let open = 0;
	for (const [sign] of text.matchAll(/\\.|[[\]]/gsu)) {
		open += sign === '[' ? 1 : sign === ']' ? -1 : 0;
	}

	return open;
}

function needOnly(text: string): boolean {
	return /^this section (?:is|should|must|can)\b/iu.test(text.trim());
}
