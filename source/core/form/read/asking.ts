/** What the prompts of a section are taken for, seen beside one another and beside the rest of the template. */

import type {Prompt, Walk} from './context.ts';
import type {Node, Source} from './found-field.ts';
import type {Range} from '../types.ts';
import {counted} from './heading.ts';
import {instancesOf} from './instance.ts';
import {labelText} from './label.ts';
import {descendants} from './outline.ts';
import {instructive} from './prompt.ts';

/**
 * Prompts with what a colon binds to them: the list that an instruction leads to asks as it does, and so does the line
 * that leads to a list of instructions or of nothing but topics.
 */
export function led(source: Source, prompts: readonly Prompt[]): readonly Prompt[] {
	const {text} = source;
	const marked = [...prompts];
	for (const [index, prompt] of marked.entries()) {
		const next = marked[index + 1];
		if (
			prompt.block.type !== 'paragraph' ||
			next?.block.type !== 'list' ||
			next.claims === true ||
			!/[:：][\s*_)\]]*$/u.test(prompt.text) ||
			text.slice(prompt.block.range.to, next.block.range.from).trim() !== ''
		) {
			continue;
		}

		const asked = prompt.instructive || next.instructive;
		marked[index] = {...prompt, instructive: asked};
		marked[index + 1] = {...next, instructive: asked};
	}

	return marked;
}

/**
 * Whether a template asks by prose: most of its sections that hold prose say outright what to write there. What the
 * others say is then meant so as well, though its words do not show it. What repeats counts once, so that a template is
 * read the same however many instances it has.
 *
 * @param top the headings of the outermost level, with what is below them
 */
export function asksInProse(
	source: Source,
	walks: ReadonlyArray<{readonly node: Node; readonly walk: Walk}>,
	top: readonly Node[],
): boolean {
	let asked = 0;
	let said = 0;
	let leaves = 0;
	const copies = copiesIn(source, top);
	for (const {node, walk} of walks) {
		if (copies.has(node)) continue;
		leaves += node.level > 0 && node.children.length === 0 ? 1 : 0;
		const prose = walk.prompts.filter(prompt => prompt.block.type === 'paragraph' && !prompt.whole);
		if (node.level === 0 || node.children.length > 0 || walk.fields.length > 0 || prose.length === 0) {
			continue;
		}

		if (walk.prompts.some(prompt => prompt.instructive)) {
			asked++;
		} else if (prose.some(mayAsk)) {
			said++;
		}
	}

	return asked >= 4 && asked >= said * 2 && asked * 3 >= leaves && !source.asksInBrackets;
}

/** Instances behind the first of what repeats, with all that is below them. */
function copiesIn(source: Source, siblings: readonly Node[], copies = new Set<Node>()): ReadonlySet<Node> {
	const instances = instancesOf(source, siblings);
	for (const node of siblings) {
		if ((instances.get(node)?.index ?? 0) > 0) for (const one of descendants([node])) copies.add(one);
		else copiesIn(source, node.children, copies);
	}

	return copies;
}

/** Prose that is no clause kept in every document: a licence, the words that RFC 2119 defines, "None". */
export function mayAsk(prompt: Prompt): boolean {
	return (
		prompt.block.type === 'paragraph' &&
		!/\bRFC[- ]?2119\b|\blicen[cs]ed\b|\bcopyright\b|^(?:none|no|not|n\/a|tb[ad])\b/iu.test(prompt.text.trim())
	);
}

/** A line that only leads to what follows, without saying anything itself: "Trace:", "When something exists:". */
export function leads(prompt: Prompt): boolean {
	return /[:：][\s*_)\]]*$/u.test(prompt.text) && !/\b(?:is|are|was|were|will|has|have|must|can)\b/iu.test(prompt.text);
}

/**
 * True for a section with subsections whose comments ask for words of its own: not where they speak of the parts below,
 * and not where those are several of one sort.
 */
export function commentsAsk(source: Source, node: Node): boolean {
	const titleOf = ({parts}: Node) => (parts ? labelText(source.text.slice(parts.title.from, parts.title.to)) : '');
	const last = node.guidance.at(-1)?.text.trim() ?? '';
	return (
		node.blocks.length > 0 &&
		node.blocks.every(block => block.type === 'comment') &&
		!node.children.some(child => child.parts?.repeats === true || counted(titleOf(child)) !== undefined) &&
		instructive(last) &&
		!/[:：]$|\b(?:sub-?(?:sections?|head(?:ings?|ers?))|(?:sections?|headings?) below|the following|(?:one|a|an own) (?:section|heading) (?:per|for|each))\b/iu.test(
			last,
		)
	);
}

/** A list of names of things, not of sentences or steps. */
export function isTopics({block, text}: Prompt): boolean {
	return (
		block.type === 'list' &&
		!block.ordered &&
		text.split('\n').every(line => line.trim().split(/\s+/u).length <= 11 && !/[.;]\s*$/u.test(line))
	);
}

/** A list of nothing but numbered names ("Benefit 1", "p2"): it says nothing that could stand. */
export function countsOnly(text: string, range: Range): boolean {
	return text
		.slice(range.from, range.to)
		.split('\n')
		.every(line => /^\s*(?:[-*+]|\d+[.)])\s+(?:\p{L}+\s?\d+|\p{L})\s*$/u.test(line));
}
