/** Labelled values: `- Owner: <name>`, `**Status:** Draft | Approved`, `- DRI:`. */

import type {Span} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {Kind, Range} from '../types.ts';
import {dateMask} from './date-mask.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {linkedMask, maskField} from './id-mask.ts';
import {askedBy} from './kind.ts';
import {asksForAccount, plural} from './label-words.ts';
import {offeredByComment} from './options.ts';
import {blanksInLabel, labelText, markedLabel, shortLabel, type Label} from './label.ts';
import {echoes, instructive} from './prompt.ts';
import {readNeed} from './requirement.ts';
import {commentWords} from './shown.ts';
import {answerOf, inlineFields} from './inline.ts';
import {readValue, valueFields} from './value.ts';

export type Labelled = {
	/** Text behind the label, to the end of its paragraph. */
	readonly value: Range;
	readonly spans: readonly Span[];
	/** Where an answer's further lines are indented to. */
	readonly indent: string;
	/** Plain values count as fields: metadata on top, or most neighbours are fields. */
	readonly plainCounts: boolean;
	/** An empty label asks for something; otherwise it only heads what follows. */
	readonly emptyAsks: boolean;
};

/** The fields of one label and the text behind it. */
export function labelFields(source: Source, label: Label, on: Labelled, path: readonly string[]): FoundField[] {
	const {text} = source;
	const {need: marked, text: name} = markedLabel(text, label, source.words);
	const remark = on.spans.find(span => span.type === 'comment' && span.from >= label.end && span.to <= on.value.to);
	const said = remark ? commentWords(text.slice(remark.from, remark.to)) : undefined;
	const need = marked ?? (said === undefined ? undefined : readNeed(said, source.words));
	const choices = said === undefined ? undefined : offeredByComment(said);
	const withNeed = (fields: FoundField[]) =>
		fields.map(one => ({
			...one,
			...(need && !one.need && {need}),
			...(said !== undefined && {guidance: [...one.guidance, said]}),
			...(choices &&
				one.options.length === 0 &&
				(one.kind === 'text' || one.kind === 'choice') && {kind: 'choice' as const, options: choices}),
		}));
	const inLabel = blanksInLabel(
		text,
		label,
		on.spans.filter(span => span.type !== 'strong' && span.type !== 'emphasis'),
	);
	const named = inLabel.length > 0 ? inlineFields(source, '', inLabel, path, 'label', 'inline') : [];
	const reading = readValue(source, on.value, on.spans, true, name);
	const comment = on.spans.find(
		span => span.type === 'comment' && span.from >= reading.range.to && span.to <= on.value.to,
	);
	const stop = Math.max(label.end, reading.range.to);
	const place = {
		range: {from: label.end, to: comment ? stop : Math.max(label.end, stop)},
		place: {at: 'label', indent: on.indent} as const,
	};
	// Behind a label that is a blank itself, the value is named by its own words: `- [Way]: [its price]`.
	const [only] = inLabel;
	const unnamed = only !== undefined && labelText(only.inner) === labelText(name);
	const itself = unnamed && reading.state === 'whole' ? shortLabel(reading.blanks[0]!.inner) : '';
	const display = itself !== '' ? itself : inLabel.length > 0 ? labelText(name) : name;
	if (reading.state === 'empty') {
		// `**[Diagram]**` on a line of its own is the blank, not a label of another.
		if (!on.emptyAsks || (unnamed && !label.colon)) {
			return withNeed(named);
		}

		const asked = askedBy(display, '', false);
		const kind = asked.kind === 'text' ? emptyKind(display) : asked.kind;
		const shown = labelText(display);
		const own = foundField({
			label: shown,
			...answerOf({...asked, kind}),
			...place,
			range: {from: label.end, to: label.end},
			placeholder: '',
			path: [...path, slug(shown) || 'field'],
			rule: 'label-empty',
			...(kind === 'list' && {item: {bullet: '-'}}),
		});
		return withNeed([...named, own]);
	}

	const fields = valueFields(source, display, reading, place, path, 'label');
	if (fields.length > 0) {
		return withNeed([...named, ...fields]);
	}

	const raw = text.slice(reading.range.from, reading.range.to);
	const mask = reading.state === 'plain' ? linkedMask(source, reading.range) : undefined;
	if (mask) {
		return withNeed([...named, maskField(mask, labelText(display), path, 'inline')]);
	}

	// A command or path in code among blanks is the template's own.
	// What a template engine computes is nobody's to fill.
	if (reading.state === 'plain' && on.plainCounts && !/^`[^`]+`$|<%[^]*%>/u.test(raw)) {
		const asked = askedBy(display, raw, false);
		if (asked.kind === 'choice' && asked.options.length > 1) {
			return withNeed([...named, ...valueFields(source, display, {...reading, state: 'choice'}, place, path, 'label')]);
		}

		const shown = labelText(display);
		// A link to `issues/0000` only stands in for one, and so does what says how a day is written.
		const standsIn = /(?<![\p{L}\p{N}])(?:0000|N{3,}|X{3,})(?![\p{L}\p{N}])/u.test(raw) || dateMask.test(raw);
		return withNeed([
			...named,
			foundField({
				label: shown,
				...answerOf(asked),
				...place,
				placeholder: raw,
				path: [...path, slug(shown) || 'field'],
				// What tells the author what to write there is no value.
				...(instructive(raw) || echoes(raw, shown)
					? {
							kind: asked.kind === 'text' && !echoes(raw, shown) ? ('prose' as const) : asked.kind,
							rule: 'label-instruction',
						}
					: {prefilled: !standsIn, blank: standsIn, rule: 'label-value'}),
			}),
		]);
	}

	return withNeed(named);
}

/** What an empty label asks for, by its words alone. */
function emptyKind(label: string): Kind {
	if (plural(label)) {
		return 'list';
	}

	const account =
		/\b(?:flow|overview|description|summary|background|context|rationale|details?|impact|analysis|notes?)\b/iu;
	return asksForAccount(label) || account.test(label) ? 'prose' : 'text';
}
