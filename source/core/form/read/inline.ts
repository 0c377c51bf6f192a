/** Fields within a line: one a blank, with what stands between them kept. */

import {slug} from '../slug.ts';
import type {Blank} from './blank.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {compositeParts} from './composite.ts';
import {askedBy, type Asked} from './kind.ts';
import {labelText, shortLabel} from './label.ts';
import {namesThing} from './label-words.ts';
import {readNeed, readNeedInBlank, type Need} from './requirement.ts';
import type {InlineRule} from './rules.ts';

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
	return blanks.flatMap(blank => {
		const before = source.text.slice(
			Math.max(source.lines.startOf(blank.range.from), blank.range.from - 60),
			blank.range.from,
		);
		const key = /["'](?<key>[\w-]+)["']\s*:\s*["'(]*$/u.exec(before)?.groups?.['key'];
		const beside =
			name === '' || blanks.length > 1
				? /(?:^|[\s,;(|>*_])(?<name>\p{L}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*){0,4})[*_]*\s*:[*_]*\s*[^\s\p{L}]?v?$/u.exec(
						before,
					)?.groups?.['name']
				: undefined;
		const alone = blanks.length === 1 && name !== '';
		// A blank that only gives an example is named by what stands in front of it: `Browser [e.g. Firefox]`.
		const own = alone
			? name
			: blanks.length > 1 && key !== undefined && name !== '' && key.toLowerCase() !== name.toLowerCase()
				? `${name} ${key}`
				: (beside ?? ((/^e\.g\b/iu.test(blank.inner) ? wordsBefore(before) : shortLabel(blank.inner)) || name));
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
		const both =
			at === 'yaml' ? undefined : compositeParts(source.text, beside ?? (name || wordsBefore(before)), blank.range);
		if (both)
			return both.map(part =>
				foundField({
					label: part.label,
					...answerOf(part.asked),
					range: part.range,
					place: {at},
					placeholder: source.text.slice(part.range.from, part.range.to),
					path: [...path, slug(part.label) || 'field'],
					rule: `${rule}-inline`,
					...(said && {need: said}),
				}),
			);
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
	const named = name.split(/\s+/u).length <= 4 && !/[.,;:!?]\s|[.!?:]$|\|/u.test(name);
	// `{name}` and `{if any}` say what goes there, not which: in two places they are two answers.
	const common = blank.style === 'brace' && (anyones.test(name) || readNeed(name) !== undefined);
	return braces && named && !common ? {variableName: name} : {};
}
