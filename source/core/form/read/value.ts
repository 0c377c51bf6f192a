/** Reads what stands behind a label, in a cell or in a paragraph of its own. */

import type {Span} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {Place, Range} from '../types.ts';
import {blanksIn, type Blank} from './blank.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {compositeParts} from './composite.ts';
import {askedBy, type Asked} from './kind.ts';
import {alternatives, offeredByComment, optionsBehind} from './options.ts';
import {labelText, shortLabel} from './label.ts';
import {namesThing, yesOrNo} from './label-words.ts';
import {readNeed, readNeedInBlank, type Need} from './requirement.ts';
import type {InlineRule, ValueRule} from './rules.ts';
import {commentWords} from './shown.ts';

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

const twoWords = new RegExp(`^(?:${yesOrNo})(?:\\s*\\([^()]*\\))?$`, 'iu');

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
		return [
			foundField({
				label: name,
				...answerOf(options),
				...place,
				placeholder: raw,
				path: [...path, own],
				rule: `${rule}-choice`,
				...(offered && {blank: false, prefilled: true}),
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

		const shared = ask(reading.blanks[0]!.inner);
		if (shared.kind === 'person' && reading.blanks.length > 1) {
			return [
				foundField({label: name, ...answerOf(shared), ...place, placeholder: raw, path: [...path, own], rule, ...need}),
			];
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

/** One field a blank, with the literal text between them kept. */
export function inlineFields(
	source: Source,
	label: string,
	blanks: readonly Blank[],
	path: readonly string[],
	rule: InlineRule,
	at: 'inline' | 'heading' | 'cell' | 'yaml',
	ask?: (inner: string) => Asked,
	need?: Need,
): FoundField[] {
	const name = labelText(label);
	return blanks.map(blank => {
		const before = source.text.slice(
			Math.max(source.lines.startOf(blank.range.from), blank.range.from - 60),
			blank.range.from,
		);
		const key = /["'](?<key>[\w-]+)["']\s*:\s*["'(]*$/u.exec(before)?.groups?.['key'];
		const beside =
			name === '' || blanks.length > 1
				? /(?:^|[\s,;(|>*_])(?<name>\p{L}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*){0,4})\s*:[*_]*\s*[^\s\p{L}]?v?$/u.exec(before)
						?.groups?.['name']
				: undefined;
		const alone = blanks.length === 1 && name !== '';
		const own = alone
			? name
			: blanks.length > 1 && key !== undefined && name !== '' && key.toLowerCase() !== name.toLowerCase()
				? `${name} ${key}`
				: (beside ?? (shortLabel(blank.inner) || name));
		const single =
			name === '' &&
			blank.inner.split('/').length === 2 &&
			/^[\w-]+\/[\w-]+$/u.test(blank.inner) &&
			!namesThing(blank.inner)
				? {kind: 'choice' as const, options: blank.inner.split('/'), open: false, multiple: false}
				: undefined;
		const asked =
			single ?? (ask ?? ((inner: string) => askedBy(alone ? label : (key ?? beside ?? ''), inner, true)))(blank.inner);
		const said = need ?? readNeedInBlank(blank.inner, source.words);
		return foundField({
			label: own || wordsBefore(before),
			...answerOf(asked),
			range: blank.range,
			place: {at},
			placeholder: blank.text,
			path: [...path, slug(own) || 'field'],
			rule: `${rule}-inline`,
			...variableOf(blank),
			...exampleOf(blank),
			...(said && {need: said}),
		});
	});
}

/** The last words in front of a blank that has none of its own, such as `____`. */
function wordsBefore(before: string): string {
	return labelText(
		/(?:[\p{L}\p{N}][\p{L}\p{N}'’-]*\s+){0,3}[\p{L}\p{N}][\p{L}\p{N}'’-]*(?=[^\p{L}\p{N}]*$)/u.exec(before)?.[0] ?? '',
	);
}

/** The parts of `Asked` that a field carries. */
export function answerOf(
	asked: Asked,
): Pick<FoundField, 'kind' | 'options' | 'open' | 'multiple'> &
	Partial<Pick<FoundField, 'format' | 'default' | 'unit'>> {
	const {kind, options, open, multiple, format, unit} = asked;
	return {
		kind,
		options,
		open,
		multiple,
		...(format !== undefined && {format}),
		...(unit !== undefined && {unit}),
		...(asked.default !== undefined && {default: asked.default}),
	};
}

const anyones =
	/^(?:names?|dates?|times?|answers?|descriptions?|reasons?|values?|details?|text|links?|urls?|numbers?|counts?|amounts?|percent(?:age)?|list|items?|examples?|status|yes\/no|n\/a)$/iu;

/** What the aside behind a blank gives as an example. */
export function exampleOf({example}: Blank): {example?: string} {
	return example === undefined ? {} : {example};
}

/** `{Name}`, `{{Name}}`, `${Name}` and `__NAME__` name a variable; sentences in braces do not. */
export function variableOf(blank: Blank): {variableName?: string} {
	const braces = /^(?:brace|double|dollar|underscored)$/u.test(blank.style);
	const name = blank.inner.trim();
	const named = name.split(/\s+/u).length <= 4 && !/[.,;:!?]\s|[.!?:]$/u.test(name);
	// `{name}` and `{if any}` say what goes there, not which: in two places they are two answers.
	const common = blank.style === 'brace' && (anyones.test(name) || readNeed(name) !== undefined);
	return braces && named && !common ? {variableName: name} : {};
}
