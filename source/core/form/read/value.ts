/** Reads what stands behind a label, in a cell or in a paragraph of its own. */

import type {Span} from '../markdown.ts';
import {slug} from '../slug.ts';
import {ticksIn} from '../ticks.ts';
import type {Place, Range} from '../types.ts';
import {blanksIn, type Blank} from './blank.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {compositeParts} from './composite.ts';
import {askedBy, type Asked} from './kind.ts';
import {alternatives, offeredByComment, optionsBehind} from './options.ts';
import {labelText} from './label.ts';
import {yesOrNo} from './label-words.ts';
import {readNeed, readNeedInBlank, type Need} from './requirement.ts';
import type {ValueRule} from './rules.ts';
import {commentWords} from './shown.ts';
import {answerOf, exampleOf, inlineFields, variableOf} from './inline.ts';

export type Reading = {
	/** `plain` is a value that may stand; all others are to be filled. */
	readonly state: 'empty' | 'whole' | 'parts' | 'choice' | 'plain';
	/** The value without the blanks around it and without a trailing comment or marker. */
	readonly range: Range;
	readonly blanks: readonly Blank[];
	readonly need?: Need;
	/** The options that a comment behind a plain value names. */
	readonly offered?: readonly string[];
};

/** Yes or no, in code ticks or not, perhaps with more asked for behind it. */
const twoWords = new RegExp(`^(?:(?:${yesOrNo})|\`(?:${yesOrNo})\`)(?:\\s*\\([^()]*\\))?$`, 'iu');

/** A piece of a text without the blanks at its ends. */
export function trimmed(text: string, range: Range): Range {
	let {from, to} = range;
	while (from < to && /\s/u.test(text[from]!)) {
		from++;
	}

	while (to > from && /\s/u.test(text[to - 1]!)) {
		to--;
	}

	return {from, to};
}

/**
 * Classifies a value, which may stand behind a label. A trailing comment speaks to the author; `(if applicable)`
 * behind a blank is its requirement.
 */
export function readValue(
	source: Source,
	whole: Range,
	spans: readonly Span[],
	emphasised = true,
	label = '',
): Reading {
	const {text} = source;
	let range = trimmed(text, whole);
	const comment = spans.find(span => span.type === 'comment' && span.from >= range.from && span.to === range.to);
	if (comment) {
		range = trimmed(text, {from: range.from, to: comment.from});
	}

	const raw = text.slice(range.from, range.to);
	if (raw === '' || raw === '-' || raw === '–') {
		return {state: 'empty', range: {from: range.from, to: range.from}, blanks: []};
	}

	const offered = comment && offeredByComment(commentWords(text.slice(comment.from, comment.to)));
	let need: Need | undefined;
	let core = range;
	const open = raw.endsWith(')') ? raw.lastIndexOf('(') : -1;
	const before = raw.slice(0, Math.max(0, open)).trimEnd();
	if (before !== '') {
		const aside = raw.slice(open + 1, -1);
		need = aside.includes(')') ? undefined : readNeed(aside, source.words);
		if (need) {
			core = {from: range.from, to: range.from + before.length};
		}
	}

	const blanks = blanksIn(text, core, spans);
	const [only] = blanks;
	const wrapped = (blank: Blank, inside: Range) =>
		/^["'`*_@$~]*$/u.test(text.slice(inside.from, blank.range.from)) &&
		/^["'`*_.]*$/u.test(text.slice(blank.range.to, inside.to)) &&
		!/[$~]/u.test(text.slice(inside.from, blank.range.from));
	const withNeed = need ? {need} : {};
	if (blanks.length === 1 && only && wrapped(only, core)) {
		return {state: need ? 'parts' : 'whole', range: core, blanks, ...withNeed};
	}

	// A whole value in italics or in round brackets is a prompt where the file, or the place, says so.
	const italic = spans.find(
		span =>
			span.type === 'emphasis' &&
			span.from <= core.from + 2 &&
			span.to >= core.to - 2 &&
			span.from >= core.from &&
			span.to <= core.to,
	);
	if (italic && emphasised && (source.italicsAreBlanks || blanks.length === 0)) {
		const inner = text.slice(italic.from + 1, italic.to - 1);
		return {
			state: 'whole',
			range: core,
			blanks: [{range: core, text: text.slice(core.from, core.to), inner, style: 'bracket'}],
			...withNeed,
		};
	}

	const round = /^\(([^()]*(?:\([^()]*\)[^()]*)*)\)$/u.exec(raw);
	if (round && round[1]!.trim().split(/\s+/u).length >= 2 && blanks.every(blank => blank.style === 'mask')) {
		return {state: 'whole', range, blanks: [{range, text: raw, inner: round[1]!, style: 'bracket'}]};
	}

	if (blanks.length > 0) {
		return {state: 'parts', range: core, blanks, ...withNeed};
	}

	if (ticksIn(raw)) {
		return {state: 'choice', range, blanks: []};
	}

	if (raw.includes('|') || / \/ |^`[^`]+`\s*(?:,|or|\/)/u.test(raw)) {
		const options = alternatives(raw, true);
		if (options && options.options.length >= 2 && !/\w\(|->|=>/u.test(raw)) {
			return {state: 'choice', range, blanks: []};
		}
	}

	if (optionsBehind(label, raw)) {
		return {state: 'choice', range, blanks: []};
	}

	if (twoWords.test(raw) || compositeParts(text, label, range)) {
		return {state: 'choice', range, blanks: []};
	}

	return offered ? {state: 'choice', range, blanks: [], offered} : {state: 'plain', range, blanks: [], ...withNeed};
}

/** The fields of one labelled value; `place` is where they stand unless a blank inside it has a place of its own. */
export function valueFields(
	source: Source,
	label: string,
	reading: Reading,
	place: {readonly range: Range; readonly place: Place},
	path: readonly string[],
	rule: ValueRule,
	asked?: (inner: string) => Asked,
): FoundField[] {
	const {text} = source;
	const name = labelText(label);
	const own = slug(name) || 'field';
	const [first, another] = reading.blanks;
	const said = reading.need ?? (first && !another ? readNeedInBlank(first.inner, source.words) : undefined);
	const need = said ? {need: said} : {};
	const ask = asked ?? ((inner: string) => askedBy(label, inner, true));
	const raw = text.slice(reading.range.from, reading.range.to);
	const at = place.place.at === 'cell' || place.place.at === 'yaml' ? place.place.at : 'inline';
	const both =
		at !== 'yaml' && (reading.state === 'whole' || reading.state === 'choice')
			? compositeParts(text, name, reading.range)
			: undefined;
	if (both) {
		return both.map(part =>
			foundField({
				label: part.label,
				...answerOf(part.asked),
				range: part.range,
				place: {at},
				placeholder: text.slice(part.range.from, part.range.to),
				path: [...path, slug(part.label) || 'field'],
				rule: `${rule}-inline`,
				...need,
			}),
		);
	}

	if (reading.state === 'whole') {
		const blank = reading.blanks[0]!;
		// Quotes, code ticks and emphasis around a blank stay.
		const held = blank.range.from > reading.range.from || blank.range.to < reading.range.to;
		const standing =
			held && place.place.at !== 'yaml'
				? {range: blank.range, place: {at: at === 'cell' ? ('cell' as const) : ('inline' as const)}}
				: place;
		return [
			foundField({
				label: name,
				...answerOf(ask(blank.inner)),
				...standing,
				placeholder: blank.text,
				path: [...path, own],
				rule,
				...variableOf(blank),
				...exampleOf(blank),
				...need,
			}),
		];
	}

	if (reading.state === 'choice') {
		const {offered} = reading;
		const kind = asked?.(raw) ?? askedBy(label, raw, false);
		const options = offered
			? {...kind, kind: 'choice' as const, options: offered}
			: kind.kind === 'choice'
				? kind
				: {...kind, kind: 'choice' as const, options: alternatives(raw, true)?.options ?? []};
		// `Deciders: Names / Roles` says who goes there, not whom to choose from.
		const people = kind.kind === 'person' && !offered;
		return [
			foundField({
				label: name,
				...answerOf(people ? kind : options),
				...place,
				placeholder: raw,
				path: [...path, own],
				rule: people ? rule : `${rule}-choice`,
				// Boxes that the template has ticked are an answer that may stay.
				...((offered ?? ticksIn(raw)) && {blank: false, prefilled: true}),
				...need,
			}),
		];
	}

	if (reading.state === 'parts') {
		const beside = choiceBeside(source, label, reading);
		if (beside) {
			const [first] = reading.blanks;
			return [
				foundField({
					label: name,
					...answerOf(beside),
					...place,
					placeholder: raw,
					path: [...path, own],
					rule: `${rule}-choice`,
					...variableOf(first!),
					...need,
				}),
			];
		}

		const at = place.place.at === 'cell' || place.place.at === 'yaml' ? place.place.at : 'inline';
		const [one, ...others] = reading.blanks;
		const shared = ask(one!.inner);
		if (shared.kind === 'person' && others.length > 0) {
			const whole = {label: name, ...answerOf(shared), path: [...path, own], rule, ...need};
			// `[Name] ____ Date: ____`: what has a name of its own is asked for by itself.
			const apart = others.some((blank, index) =>
				/\p{L}[:：][\s*_]*$/u.test(text.slice(reading.blanks[index]!.range.to, blank.range.from)),
			);
			return apart
				? [
						foundField({...whole, range: one!.range, place: {at}, placeholder: one!.text}),
						...inlineFields(source, others.length === 1 ? '' : label, others, path, rule, at),
					]
				: [foundField({...whole, ...place, placeholder: raw})];
		}

		return inlineFields(
			source,
			label,
			reading.blanks,
			path,
			rule,
			at,
			reading.blanks.length === 1 ? ask : undefined,
			reading.need,
		);
	}

	return [];
}

/** A blank whose values stand behind it in round brackets: `{state} (open | closed)`. */
function choiceBeside(source: Source, label: string, reading: Reading): Asked | undefined {
	const [first, ...others] = reading.blanks;
	const behind = source.text.slice(first!.range.to, reading.range.to);
	const list = /^[*_`]*\s*\([*_`]*(?<list>[^()]+?)[*_`]*\)[*_`]*$/u.exec(behind)?.groups?.['list'];
	if (list === undefined || others.some(blank => blank.range.from < first!.range.to + behind.indexOf(list)))
		return undefined;
	const inner = list.replace(/^\[(?<inside>[^[\]]*)\]$/u, '$<inside>');
	const offered =
		/[|/]/u.test(inner) && !askedBy(label, first!.inner, true).options.length ? alternatives(inner, true) : undefined;
	return offered && {kind: 'choice', ...offered, multiple: false};
}
