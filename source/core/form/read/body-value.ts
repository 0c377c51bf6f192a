/** Sections whose body is one short answer: `## Status` over `open | closed`, `## Owner` over `[name]`. */

import type {Block, Span} from '../markdown.ts';
import type {Range} from '../types.ts';
import {proseField} from './block-field.ts';
import type {Prompt} from './context.ts';
import {foundField, type FoundField, type Node, type Source} from './found-field.ts';
import {echoes} from './prompt.ts';
import {askedBy, type Asked} from './kind.ts';
import {offeredByComment} from './options.ts';
import {isGrade, namesStatus} from './label-words.ts';
import {viewItem} from './list.ts';
import {shownText} from './shown.ts';
import {answerOf, variableOf, exampleOf} from './inline.ts';
import {readValue, trimmed} from './value.ts';

/** The text of a block that is one paragraph, or a list of one plain item. */
function single(source: Source, block: Block): {readonly range: Range; readonly spans: readonly Span[]} | undefined {
	if (block.type === 'paragraph') return {range: trimmed(source.text, block.range), spans: block.spans};
	const [item] = block.type === 'list' && block.items.length === 1 ? block.items : [];
	if (!item || item.task !== undefined) return undefined;
	const view = viewItem(source, item);
	return view.nested.length === 0 && !view.label
		? {range: trimmed(source.text, view.text), spans: view.spans}
		: undefined;
}

/**
 * The field of a section that its title and its only block make a choice, a day, a person, a link or a number; nothing
 * where it is prose. `said` is what comments under the title say, which may name its values.
 */
export function bodyValue(
	source: Source,
	title: string,
	block: Block,
	said: readonly string[] = [],
): FoundField | undefined {
	const only = single(source, block);
	if (!only) return undefined;
	const reading = readValue(source, only.range, only.spans);
	const raw = source.text.slice(reading.range.from, reading.range.to);
	const [blank] = reading.blanks;
	let asked: Asked | undefined;
	if (reading.state === 'whole' && blank) asked = askedBy(title, blank.inner, true);
	else if (reading.state === 'choice') asked = askedBy(title, raw, false);
	else if (reading.state === 'plain') asked = suggested(title, raw);
	if (
		!asked &&
		namesStatus(title) &&
		reading.state === 'plain' &&
		block.type === 'paragraph' &&
		raw.split(/\s+/u).length <= 3
	) {
		// One of its values, to be confirmed; the title once more is a place for one.
		const echo = echoes(raw, title);
		const options = said.map(offeredByComment).find(one => one !== undefined);
		return foundField({
			label: title,
			kind: options ? 'choice' : 'text',
			...(options && {options}),
			range: only.range,
			place: {at: 'inline'},
			placeholder: raw,
			path: ['body'],
			blank: echo,
			prefilled: !echo,
			rule: 'body-value',
		});
	}

	// What might be said ("delay, cost, etc.") is no choice of a section's answers.
	const phrases = asked?.options.some(option => option.split(/\s+/u).length > 2) === true;
	const sure = raw.includes('|') || namesStatus(title) || asked?.options.every(isGrade) === true;
	const loose =
		(asked?.kind === 'choice' && (asked.open || phrases || !sure) && !raw.includes('|') && !namesStatus(title)) ||
		(asked?.kind === 'link' && raw.split(/\s+/u).length > 6);
	// Who gains and who loses by it, and why, is told in sentences.
	const told = asked?.kind === 'person' && raw.split(/\s+/u).length > 12;
	if (!asked || loose || told || asked.kind === 'text' || asked.kind === 'prose' || asked.kind === 'list')
		return undefined;
	const list = block.type === 'list';
	return foundField({
		label: title,
		...answerOf(asked),
		range: list || reading.state === 'whole' ? reading.range : only.range,
		place: {at: 'inline'},
		placeholder: raw,
		path: ['body'],
		rule: 'body-value',
		...(blank && {...variableOf(blank), ...exampleOf(blank)}),
	});
}

/**
 * A line of options among a section's prompts is one answer: what stands before it is its help, and what asks for words
 * behind it is another answer.
 */
export function choiceBeside(source: Source, node: Node, title: string, run: readonly Prompt[]): boolean {
	const at = run.findIndex(prompt => prompt.block.type === 'paragraph' && /\s[|/]\s/u.test(prompt.text));
	const value = at < 0 ? undefined : bodyValue(source, title, run[at]!.block);
	const behind = run.slice(at + 1);
	if (value?.kind !== 'choice' || !run.every((prompt, index) => index === at || prompt.instructive)) return false;
	const shown = (prompt: Prompt) => shownText(source.text.slice(prompt.block.range.from, prompt.block.range.to));
	const chooses = behind.every(prompt =>
		/^\W*(?:choose|select|pick|use|keep|delete|remove|replace)\b/iu.test(prompt.text),
	);
	const help = [...run.slice(0, at), ...(chooses ? behind : [])].map(shown);
	node.shown.push(...help);
	node.fields.push({...value, guidance: help});
	if (!chooses) {
		const range = {from: behind[0]!.block.range.from, to: behind.at(-1)!.block.range.to};
		const asked = behind.map(shown);
		node.shown.push(...asked);
		node.fields.push({...proseField(source, title, range, ['details'], asked.join('\n\n'), true, 'body-prose')});
	}

	return true;
}

/** What a comment or a prompt under the title of a state says that it may be. */
export function suggested(title: string, text: string): Asked | undefined {
	if (!namesStatus(title) || text.length > 300) return undefined;
	const list = /\b(?:such as|e\.g\.,?|for example,?)\s+(?<list>[\p{L}, -]+?),?\s*(?:\betc\b|…|\.\.\.|[.?)]|$)/iu.exec(
		text,
	)?.groups?.['list'];
	const named = list
		?.split(/,\s*(?:or\s+)?|\s+or\s+/u)
		.map(option => option.trim())
		.filter(option => option !== '');
	if (named && named.length > 2 && named.every(option => option.split(' ').length <= 2)) {
		return {kind: 'choice', options: named, open: true, multiple: false};
	}

	const options = offeredByComment(text);
	return options && {kind: 'choice', options, open: false, multiple: false};
}
