/** Lists in a section: what an item asks for, by its label, its blanks and what is nested in it. */

import type {Block, List} from '../markdown.ts';
import {slug} from '../slug.ts';
import {blanksIn} from './blank.ts';
import {checklist, isContents} from './checklist.ts';
import {isOpen, repeatOnly, type Context, type Scope} from './context.ts';
import {foundField, type FoundField, type Source} from './found-field.ts';
import {askedBy} from './kind.ts';
import {plural} from './label-words.ts';
import {labelFields} from './label-field.ts';
import {labelText} from './label.ts';
import {asks, asksBelow, asksBeside, continued, isSample, itemName, textOf, topicsBelow} from './item-words.ts';
import {repeatsAsWhole} from './heading.ts';
import {blankLabel, itemsRange, viewItem, wholeList, type ItemView} from './list.ts';
import {recordOf, recordRanges} from './record.ts';
import {shownText} from './shown.ts';
import {inlineFields} from './inline.ts';
import {readValue, valueFields} from './value.ts';

type Listed = {readonly count: number; readonly group?: string};

/** Reads one list: a field as a whole, or items that are fields. `group` is a last label that heads what follows. */
export function readList(context: Context, block: List, scope: Scope, next: Block | undefined): Listed {
	const {source, put, note, met} = context;
	if (isContents(source, block)) {
		met.contents = true;
		return {count: 0};
	}

	if (repeatOnly(source, block)) {
		note(block.range);
		return {count: 0};
	}

	const path = scope.path.length > 0 ? scope.path : ['body'];
	const tasks = checklist(source, block, scope.label, path);
	if (tasks) {
		return {count: put([tasks], scope)};
	}

	const views = block.items.map(item => viewItem(source, item));
	const single = scope.depth > 0 && views.length === 1 && !plural(scope.label);
	const link =
		scope.depth > 0 &&
		views.length === 1 &&
		/^(?:link|person|date)$/u.test(askedBy(scope.label, views[0]!.blanks[0]?.inner ?? '', true).kind);
	// An item with a label of its own is that label's value.
	const isLabelled = views[0]?.label?.colon === true && views[0].label.end < views[0].text.to;
	const nestedSingle =
		(single || link) && !isLabelled && views[0]!.nested.length === 0
			? readValue(source, views[0]!.text, views[0]!.spans)
			: undefined;
	if (nestedSingle && (nestedSingle.state === 'whole' || nestedSingle.state === 'choice')) {
		const made = valueFields(
			source,
			scope.label,
			nestedSingle,
			{range: nestedSingle.range, place: {at: 'inline'}},
			path.slice(0, -1),
			'nested-value',
		);
		return {count: put(made, scope)};
	}

	const whole = wholeList(source, block, scope.label, path);
	if (whole) {
		return {count: put([whole], scope)};
	}

	return readItems(context, block, views, scope, next);
}

function readItems(
	context: Context,
	block: List,
	views: readonly ItemView[],
	scope: Scope,
	next: Block | undefined,
): Listed {
	const {source, node, fields, prompts, put, walk} = context;
	const {text} = source;
	const states = views.map(view =>
		view.label
			? readValue(source, {from: view.label.end, to: view.text.to}, view.spans, true, view.label.text).state
			: undefined,
	);
	const asking = states.filter(
		(state, index) =>
			(state !== undefined && state !== 'plain' && !(state === 'empty' && views[index]!.nested.length > 0)) ||
			(state === undefined ? views[index]!.blanks.length > 0 : blankLabel(source, views[index]!)),
	).length;
	// "Define the reader: who they are" asks, whatever stands before its colon.
	const labelled = views.filter(view => view.label && (view.label.bold || !asks(source, view))).length;
	const topics =
		labelled === 0 && asking === 0 && views.every(view => view.nested.length === 0 || !asksBelow(source, view));
	if (topics) {
		const asked = views.filter(view => asks(source, view)).length;
		if (scope.path.length === 0) {
			prompts.push({block, text: text.slice(block.range.from, block.range.to), instructive: asked > 0, whole: false});
			return {count: 0};
		}

		// Under a label, questions are the prompt for its answer, and pairs are samples; anything else is content.
		const pairs = views.length > 1 && views.every(view => /^.{1,80}\s(?:→|⇒|->|=>)\s/u.test(textOf(source, view)));
		const offered = asked * 5 >= views.length * 4 || pairs || isSample(source, views, scope);
		return {count: offered ? put([topicList(source, block, scope)], scope) : 0};
	}

	// Labels that mostly have an order or a question beside them ask for each of them.
	const toldBeside = views.filter(
		(view, index) => view.label && states[index] === 'plain' && view.nested.length === 0 && asksBeside(source, view),
	).length;
	const forms =
		toldBeside > 1 &&
		toldBeside * (toldBeside > 2 ? 2 : 1.5) >= views.length &&
		views.every(view => view.label) &&
		!prompts.some(prompt => prompt.instructive);
	// Labelled claims without a blank anywhere are content that may stand.
	if (!forms && asking === 0 && !views.some(view => asksBelow(source, view)) && !scope.metadata) {
		if (scope.path.length > 0 && isSample(source, views, scope)) {
			return {count: put([topicList(source, block, scope)], scope)};
		}

		if (labelled === 0 || (scope.path.length === 0 && scope.depth === 0)) {
			const asked = views.filter(view => asks(source, view)).length * 2 >= views.length;
			prompts.push({
				block,
				text: text.slice(block.range.from, block.range.to),
				instructive: asked,
				whole: false,
				claims: !asked && labelled > 0,
			});
		}

		return {count: 0};
	}

	const neighbours = forms || asking * 2 > views.length || (scope.metadata && scope.depth === 0);
	// In a section that repeats as a whole, a note behind the list speaks of that.
	const noted =
		next !== undefined &&
		repeatOnly(source, next) &&
		scope.depth === 0 &&
		!scope.record &&
		!repeatsAsWhole(text, node.parts);
	const records = recordRanges(source, views, scope.oneRecord === true || noted);
	// Where one label stands over nothing but questions, what stands under those beside it is meant so as well.
	const told = views.some(
		view => view.label && topicsBelow(source, view, item => /[?？]\s*$/u.test(textOf(source, item))),
	);
	let count = 0;
	let group: string | undefined;
	for (const [index, view] of views.entries()) {
		const record = records.get(index);
		const unit = record ? [...scope.path, record.slug] : undefined;
		const own: Scope =
			record && unit
				? {
						...scope,
						path: unit,
						record: recordOf(
							source,
							unit,
							record.range,
							record.label,
							record.numbered,
							record.repeats || node.note !== undefined,
						),
					}
				: scope;
		const indent = ' '.repeat(Math.max(0, view.item.column));
		if (!view.label) {
			const found =
				view.blanks.length > 0
					? inlineFields(source, '', blanksIn(text, view.text, view.spans, false), own.path, 'item', 'inline')
					: [];
			count += put(found, own);
			count +=
				view.nested.length > 0
					? walk(view.nested, {
							...own,
							depth: scope.depth + 1,
							metadata: false,
							label: itemName(source, view),
							path: [...own.path, slug(itemName(source, view)) || 'item'],
						})
					: 0;
			continue;
		}

		const name = labelText(view.label.text);
		const nested = view.nested.length > 0;
		const lastEmpty =
			index === views.length - 1 &&
			states[index] === 'empty' &&
			!nested &&
			(next?.type === 'table' || next?.type === 'code');
		if (lastEmpty) {
			group = name;
			continue;
		}

		const lines = continued(source, view);
		for (const line of lines) {
			const made = labelFields(
				source,
				line.label,
				{
					value: {from: line.label.end, to: line.to},
					spans: view.spans,
					indent,
					plainCounts: neighbours && !(states[index] === 'plain' && nested),
					emptyAsks: !nested,
				},
				record ? own.path.slice(0, -1) : own.path,
			);
			count += put(
				record && line === lines[0]
					? made.map(one =>
							record.lead && !blankLabel(source, view) ? one : {...one, path: [...own.path, one.path.at(-1)!]},
						)
					: record
						? made.map(one => ({...one, path: [...own.path, one.path.at(-1)!]}))
						: made,
				own,
			);
		}

		// What is below an item belongs to the last of its labels.
		const last = lines.at(-1)!;
		const isFurther = lines.length > 1;
		const lastState = isFurther
			? readValue(source, {from: last.label.end, to: last.to}, view.spans, true, last.label.text).state
			: states[index];
		const lastName = isFurther ? labelText(last.label.text) : name;
		const owner =
			nested &&
			!record &&
			lastState === 'whole' &&
			/:[\s_*\]]*$/u.test(isFurther ? text.slice(last.label.end, last.to) : text.slice(view.line.from, view.line.to)) &&
			view.nested.every(block => block.type === 'list' && block.items.every(item => isOpen(source, item)));
		if (owner) {
			const at = fields.length - 1;
			fields[at] = {
				...fields[at]!,
				kind: 'prose',
				range: {from: fields[at]!.range.from, to: view.item.range.to},
				placeholder: text.slice(fields[at]!.range.from, view.item.range.to).trim(),
			};
		} else if (nested) {
			const inner = record ? own.path : [...own.path, slug(lastName) || 'item'];
			const sample =
				own.sample === true ||
				blankLabel(source, view) ||
				(told &&
					states[index] === 'empty' &&
					topicsBelow(source, view, item => !item.label && item.blanks.length === 0));
			count += walk(view.nested, {
				...own,
				depth: scope.depth + 1,
				metadata: false,
				label: lastName,
				path: inner,
				sample,
			});
		}
	}

	return {count, ...(group !== undefined && {group})};
}

/** The items of a list as one list to be written, with what stands in them as help. */
function topicList(source: Source, block: List, scope: Scope): FoundField {
	const {range, indent} = itemsRange(source, block);
	const content = source.text.slice(range.from, range.to);
	return foundField({
		label: scope.label,
		kind: 'list',
		range,
		place: {at: 'items', indent},
		placeholder: content,
		item: {bullet: block.ordered ? '1.' : block.items[0]!.marker},
		guidance: [shownText(content)],
		path: scope.record && scope.path.length === scope.record.unit.length ? [...scope.path, 'body'] : scope.path,
		rule: 'label-topics',
	});
}
