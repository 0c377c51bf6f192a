/** Paragraphs of labelled lines: metadata, and labels that head what follows. */

import type {Block} from '../markdown.ts';
import {slug} from '../slug.ts';
import {withoutBlanks} from './blank.ts';
import {proseField} from './block-field.ts';
import {repeatOnly, type Context, type Scope} from './context.ts';
import {foundField, type Source} from './found-field.ts';
import {labelFields} from './label-field.ts';
import {labelLines, type LabelLine} from './label-lines.ts';
import {askedBy} from './kind.ts';
import {blanksInLabel, labelText, markedLabel} from './label.ts';
import {asksForAccount} from './label-words.ts';
import {instructive} from './prompt.ts';
import {leadsParts, paragraphRecord} from './label-record.ts';
import {recordOf} from './record.ts';
import {answerOf, inlineFields} from './inline.ts';
import {readValue, trimmed, valueFields} from './value.ts';

/** What a paragraph gave, the scope for what follows, and how many blocks behind it were taken with it. */
export type Step = {readonly count: number; readonly scope: Scope; readonly skip: number};

const proseLabel =
	/^(?:goals?|success criteria|context|background|consequences|rationale|summary|overview|description|motivation|mitigations?|impact|notes?|scope note|decision|problem|solution|proposal)$/iu;

/**
 * Reads a paragraph whose lines are labelled. A label with nothing beside it heads what follows; lines that come again, or
 * of which a note says that they do, are a record.
 */
export function readLabels(
	context: Context,
	labels: readonly LabelLine[],
	scope: Scope,
	outer: Scope,
	blocks: readonly Block[],
	index: number,
): Step {
	const record = paragraphRecord(context, labels, scope, outer, blocks, index);
	if (!record) return readLines(context, labels, scope, outer, blocks, index);
	const {unit} = record;
	const first = [...unit, unit.at(-1)!].join('/');
	const put: Context['put'] = (found, within) =>
		// What the record begins with is named as the record is.
		context.put(
			found.map(one => (one.path.join('/') === first ? {...one, path: unit} : one)),
			within,
		);
	const inside = {...outer, record, path: unit};
	const {count, skip} = readLines({...context, put}, labels, {...scope, metadata: false}, inside, blocks, index);
	return {count, scope: outer, skip};
}

function readLines(
	context: Context,
	labels: readonly LabelLine[],
	scope: Scope,
	outer: Scope,
	blocks: readonly Block[],
	index: number,
): Step {
	const {source, node, put, note, met} = context;
	const {text} = source;
	let count = 0;
	let inner: Scope = scope;
	let skip = 0;
	for (const [position, line] of labels.entries()) {
		const last = position === labels.length - 1;
		const value = {from: line.label.end, to: line.to};
		const reading = readValue(source, value, line.spans, true, line.label.text);
		const rest = reading.state === 'empty' ? '' : text.slice(value.from, value.to).trim();
		const next = last ? blocks[index + 1] : undefined;
		const {need, text: named} = markedLabel(text, line.label, source.words);
		const name = labelText(named);
		const blankLabel = blanksInLabel(text, line.label, []);
		const unit =
			slug(withoutBlanks(text, line.label.range, blankLabel).replaceAll(/\d+/gu, '')) ||
			slug(labelText(blankLabel[0]?.inner ?? '').replace(/ ?(?<!\d)\d+$/u, '')) ||
			slug(name);
		const recordLike =
			(blankLabel.length > 0 && blankLabel[0]!.range.from <= line.label.range.from + 3) || /[\p{L}]\s*\d+$/u.test(name);
		if (
			rest === '' &&
			next &&
			(next.type === 'list' || next.type === 'code' || next.type === 'table') &&
			!repeatOnly(source, next)
		) {
			met.grouped = true;
			const record =
				recordLike && blankLabel.length > 0 && next.type === 'list'
					? recordOf(source, [...outer.path, unit], {from: line.from, to: next.range.to}, name, /\d/u.test(name))
					: undefined;
			inner = {
				...outer,
				label: name,
				path: [...outer.path, record ? unit : slug(name)],
				...(record && {record}),
				...(need && {need}),
			};
			if (blankLabel.length > 0) {
				count += put(
					inlineFields(source, '', blankLabel, record ? [...outer.path, unit] : outer.path, 'label', 'inline').map(
						(one, at) => (record && at === 0 ? {...one, path: [...outer.path, unit, 'name']} : one),
					),
					inner,
				);
			}

			continue;
		}

		// A copy that only says that it is one.
		if (next && repeatOnly(source, next) && (rest === '' || (recordLike && labels.length === 1))) {
			note({from: line.from, to: next.range.to}, next.range);
			return {count, scope: outer, skip: 1};
		}

		inner = outer;
		/** The label heads what comes below it. */
		const group = (): void => {
			met.grouped = true;
			inner = {...outer, label: name, path: [...outer.path, slug(name)], ...(need && {need})};
			// A blank in the label is asked for, whatever it heads.
			if (blankLabel.length > 0)
				count += put(inlineFields(source, '', blankLabel, outer.path, 'label', 'inline'), inner);
		};

		if (rest === '') {
			const following = blocks[index + 1];
			const prompt =
				last && following?.type === 'paragraph' && labelLines(source, following).length === 0 ? following : undefined;
			if (prompt) {
				const whole = trimmed(text, prompt.range);
				const wholeRaw = text.slice(whole.from, whole.to);
				const state = readValue(source, whole, prompt.spans, source.italicsAreBlanks).state;
				if (state === 'whole' || instructive(wholeRaw)) {
					count += put(
						[
							proseField(
								source,
								name,
								prompt.range,
								[...outer.path, slug(name) || 'field'],
								wholeRaw,
								true,
								'label-prompt',
							),
						],
						outer,
					);
					skip = 1;
					continue;
				}

				group();
				continue;
			}

			if (!line.label.colon && last && closesFile(source, blocks, index)) {
				return {count, scope: outer, skip: 0};
			}

			// A comment under a label is its help: what stands behind that decides.
			let ahead = index + 1;
			while (blocks[ahead]?.type === 'comment') ahead++;
			const behind = blocks[ahead];
			// The last of several lines is one of them, whatever comes below.
			const overChildren =
				labels.length === 1 && behind === undefined && blocks === node.blocks && node.children.length > 0;
			const before = behind?.type === 'paragraph' && labelLines(source, behind).length > 0;
			const heads = last && behind !== undefined && behind.type !== 'rule' && !(before && asksForAccount(name));
			if (overChildren || (heads && !emptyLabelAhead(source, blocks, ahead))) {
				group();
				continue;
			}

			// `**Q: [Question]**` asks for what it has a blank for, and for nothing behind it.
			const emptyAsks = blankLabel.length === 0 || line.label.colon;
			count += put(
				labelFields(
					source,
					line.label,
					{value, spans: line.spans, indent: '', plainCounts: false, emptyAsks},
					outer.path,
				),
				outer,
			);
			continue;
		}

		// A label on a line of its own, its blank on the next ones.
		const sameLine = text.slice(value.from, Math.min(value.to, source.lines.endOf(value.from))).trim();
		if (sameLine === '' && (reading.state === 'whole' || (reading.state === 'plain' && instructive(rest)))) {
			const whole = {from: reading.range.from, to: reading.range.to};
			const asked = proseField(
				source,
				name,
				whole,
				[...outer.path, slug(name) || 'field'],
				text.slice(whole.from, whole.to),
				true,
				'label-block',
			);
			const person = valueFields(
				source,
				line.label.text,
				reading,
				{range: asked.range, place: asked.place},
				outer.path,
				'label-block',
			)[0];
			count += put(
				[
					person?.kind === 'person' || person?.kind === 'link' || person?.kind === 'date'
						? {...person, placeholder: asked.placeholder, place: {at: 'inline'}, range: whole}
						: asked,
				],
				outer,
			);
			continue;
		}

		// `**External System 1**: [name]` over a list of its parts is a record.
		const isFilled = reading.state === 'whole' || reading.state === 'parts';
		if (last && next?.type === 'list' && isFilled && (recordLike || leadsParts(source, labels, outer, next))) {
			const record = recordOf(source, [...outer.path, unit], {from: line.from, to: next.range.to}, name, recordLike);
			inner = {...outer, label: name, path: [...outer.path, unit], record};
			const own = labelFields(
				source,
				line.label,
				{value, spans: line.spans, indent: '', plainCounts: false, emptyAsks: true},
				outer.path,
			);
			count += put(
				own.map((one, at) => (at === 0 ? {...one, path: [...outer.path, unit, ...(recordLike ? ['name'] : [])]} : one)),
				inner,
			);
			continue;
		}

		const metadata = scope.metadata && !instructive(rest) && rest.length <= 120;
		const made = labelFields(
			source,
			line.label,
			{value, spans: line.spans, indent: '', plainCounts: metadata, emptyAsks: true},
			outer.path,
		);
		if (made.length === 0 && instructive(rest) && !/:\s*$/u.test(rest) && labels.length === 1) {
			const whole = trimmed(text, value);
			const asked = askedBy(name, rest, false);
			count += put(
				[
					foundField({
						label: name,
						...answerOf(asked.kind === 'link' ? asked : {...asked, kind: 'prose', options: []}),
						range: {from: line.label.end, to: whole.to},
						place: {at: 'label', indent: ''},
						placeholder: rest,
						path: [...outer.path, slug(name) || 'field'],
						rule: 'label-instruction',
					}),
				],
				outer,
			);
		} else {
			count += put(
				made.map(one =>
					one.kind === 'text' &&
					one.place.at === 'label' &&
					proseLabel.test(one.label) &&
					labels.length === 1 &&
					!scope.metadata
						? {...one, kind: 'prose' as const}
						: one,
				),
				outer,
			);
			if (made.length === 0) {
				met.grouped = true;
				inner = {...outer, label: name, path: [...outer.path, slug(name)], ...(need && {need})};
			}
		}
	}

	return {count, scope: inner, skip};
}

/** A line such as "**End of document**": behind a rule, with nothing but rules and such lines after it in the file. */
function closesFile(source: Source, blocks: readonly Block[], index: number): boolean {
	return blocks[index]!.range.from >= source.closing && blocks[index - 1]?.type === 'rule';
}

/** True where the label at `index` asks for something itself: a value beside it, or nothing under it. */
function emptyLabelAhead(source: Source, blocks: readonly Block[], index: number): boolean {
	const {text} = source;
	for (let at = index; at < Math.min(blocks.length, index + 40); at++) {
		const block = blocks[at]!;
		if (block.type !== 'paragraph') {
			return block.type === 'rule' && at > index;
		}

		const [first] = labelLines(source, block);
		if (!first || text.slice(first.label.end, first.to).trim() !== '') {
			return first !== undefined;
		}
	}

	return true;
}
