/** Walks the blocks of one section and collects its fields, its guidance and its prompts. */

import type {Block, List, Paragraph, Span} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {Range} from '../types.ts';
import {blanksIn} from './blank.ts';
import {blockLines, draft, wholeLines, type Draft, type Node, type Record_, type Source} from './draft.ts';
import {labelDrafts} from './label-field.ts';
import {labelText, readLabel, type Label} from './label.ts';
import {checklist, isContents, itemsRange, viewItem, wholeList, type ItemView} from './list.ts';
import {askedBy, plural} from './kind.ts';
import {instructive, repeatNote} from './prompt.ts';
import {tableDrafts} from './table.ts';
import {inlineDrafts, readValue, trimmed, valueDrafts} from './value.ts';
import {period} from './period.ts';

/** Text that may be a prompt; `whole` is a paragraph that is one blank. */
type Prompt = {readonly block: Block; readonly text: string; readonly instructive: boolean; readonly whole: boolean};

/** What stands around the blocks: the group they are in, how they are named, the record they belong to. */
type Scope = {
	readonly path: readonly string[];
	readonly label: string;
	readonly depth: number;
	readonly metadata: boolean;
	readonly record?: Record_;
	/** The list ahead is one record as a whole, because a note says so. */
	readonly oneRecord?: boolean;
};

export type Walk = {readonly drafts: Draft[]; readonly prompts: Prompt[]; readonly grouped: boolean; readonly contents: boolean};

/** Comments that speak to tools, not to the author. */
export const toolComment = /^<!--\s*(?:specwright\b|(?:end|begin)?\s*toc\b|\/toc|(?:START|END) doctoc|DON['’]T EDIT THIS SECTION|(?:markdownlint|prettier|eslint|vale|cspell|textlint|remark|alex|lint)[-:\s]|\{%|spdx)/iu;

export function walkSection(source: Source, node: Node, title: string, metadata: boolean): Walk {
	const {text} = source;
	const drafts: Draft[] = [];
	const prompts: Prompt[] = [];
	let grouped = false;
	let contents = false;

	const guide = (range: Range, role: 'guidance' | 'sample' | 'repeat-note' = 'guidance') => {
		node.guidance.push({role, range: wholeLines(source, range), text: shownText(text.slice(range.from, range.to))});
	};

	const note = (range: Range) => {
		guide(range, 'repeat-note');
		node.note ??= shownText(text.slice(range.from, range.to));
	};

	const put = (found: readonly Draft[], scope: Scope) => {
		drafts.push(...found.map(one => (scope.record && !one.record ? {...one, record: scope.record} : one)));
		return found.length;
	};

	/** Reads blocks; returns how many fields they gave. */
	const walk = (blocks: readonly Block[], outer: Scope): number => {
		let count = 0;
		let scope = outer;
		for (let index = 0; index < blocks.length; index++) {
			const block = blocks[index]!;
			const next = blocks[index + 1];
			switch (block.type) {
				case 'comment': {
					const raw = text.slice(block.range.from, block.range.to);
					if (!toolComment.test(raw)) {
						if (repeatNote(raw)) {
							note(block.range);
						} else {
							guide(block.range);
						}
					}

					break;
				}

				case 'quote': {
					const fields = quoteFields(block.children, scope);
					if (fields > 0) {
						count += fields;
					} else {
						guide(block.range);
					}

					break;
				}

				case 'code': {
					count += put([codeDraft(source, block, scope)], scope);
					break;
				}

				case 'table': {
					count += put(tableDrafts(source, block, scope.label, scope.path, scope.metadata), scope);
					break;
				}

				case 'list': {
					const made = list(block, scope, outer, next);
					count += made.count;
					if (made.group) {
						scope = {...outer, label: made.group, path: [...outer.path, slug(made.group)]};
					}

					break;
				}

				case 'paragraph': {
					const step = paragraph(block, scope, outer, blocks, index);
					count += step.count;
					scope = step.scope;
					index += step.skip;
					break;
				}

				default: {
					break;
				}
			}
		}

		return count;
	};

	/** A quote holds metadata where two of its lines are labelled blanks; otherwise it is guidance. */
	const quoteFields = (children: readonly Block[], scope: Scope): number => {
		const labelled = children.flatMap(child => (child.type === 'paragraph' ? labelLines(child) : [])).filter(line => {
			const state = readValue(source, {from: line.label.end, to: line.to}, line.spans).state;
			return state === 'whole' || state === 'choice' || state === 'parts';
		});
		const several = children.some(child => child.type === 'paragraph' && blanksIn(text, child.range, child.spans, false).filter(blank => /:[*_]*\s*\S?v?$/u.test(text.slice(Math.max(child.range.from, blank.range.from - 12), blank.range.from))).length >= 2);
		return labelled.length >= 2 || several || children.some(child => child.type === 'table') ? walk(children, scope) : 0;
	};

	type LabelLine = {readonly label: Label; readonly from: number; readonly to: number; readonly spans: readonly Span[]};

	/** The lines of a paragraph that begin with a label, each with the lines that follow it. */
	const labelLines = (block: Paragraph): LabelLine[] => {
		const found: LabelLine[] = [];
		let at = block.range.from;
		while (at < block.range.to) {
			const end = Math.min(block.range.to, source.lines.endOf(at));
			let start = at;
			while (start < end && /[\s>]/u.test(text[start]!)) {
				start++;
			}

			const label = readLabel(text, start, end);
			const last = found.at(-1);
			if (label) {
				found.push({label, from: start, to: end, spans: block.spans});
			} else if (last) {
				found[found.length - 1] = {...last, to: end};
			} else if (found.length === 0) {
				return [];
			}

			at = source.lines.nextOf(at);
			if (at >= text.length) {
				break;
			}
		}

		return found;
	};

	const paragraph = (block: Paragraph, scope: Scope, outer: Scope, blocks: readonly Block[], index: number): {count: number; scope: Scope; skip: number} => {
		const next = blocks[index + 1];
		const range = trimmed(text, block.range);
		const raw = text.slice(range.from, range.to);
		const stay = (count: number) => ({count, scope, skip: 0});
		if (/^<!--[\s\S]*-->$/u.test(raw)) {
			guide(range);
			return stay(0);
		}

		if (repeatNote(raw) && /^[[(*_]|^for each/iu.test(raw)) {
			note(range);
			return {count: 0, scope: /^for each/iu.test(raw) ? {...scope, oneRecord: true} : scope, skip: 0};
		}

		const labels = labelLines(block);
		const leading = labels.length === 1 && !labels[0]!.label.bold && labels[0]!.label.end >= range.to && raw.split(/\s+/u).length > 3 && next?.type === 'list' && !hasOpen(next);
		if (labels.length > 0 && !leading) {
			return labelParagraph(labels, scope, outer, blocks, index);
		}

		const reading = readValue(source, range, block.spans, source.italicsAreBlanks);
		if (reading.state === 'whole') {
			const blank = reading.blanks[0]!;
			const body = blank.inner;
			if (/:\s*[_*\]]*$/u.test(body) && next?.type === 'list') {
				if (next.items.every(item => isOpen(item))) {
					prompts.push({block: {...block, range}, text: body, instructive: true, whole: true});
				} else {
					guide(range);
				}

				promptList(next);
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
				return stay(put(inlineDrafts(source, '', all, scope.path, 'prose', 'inline'), scope));
			}
		}

		prompts.push({block, text: raw, instructive: instructive(raw) || /^\[[\s\S]*\]$/u.test(raw), whole: false});
		return stay(0);
	};

	const hasOpen = (block: List): boolean => block.items.some(item => blanksIn(text, item.range, codeSpans(item.children), false).length > 0 || item.task !== undefined);

	const isOpen = (item: List['items'][number]): boolean => {
		const view = viewItem(source, item);
		return readValue(source, view.text, view.spans).state === 'whole';
	};

	const promptList = (block: Block) => {
		prompts.push({block, text: text.slice(block.range.from, block.range.to), instructive: true, whole: false});
	};

	const labelParagraph = (labels: readonly LabelLine[], scope: Scope, outer: Scope, blocks: readonly Block[], index: number): {count: number; scope: Scope; skip: number} => {
		let count = 0;
		let inner: Scope = scope;
		let skip = 0;
		for (const [position, line] of labels.entries()) {
			const last = position === labels.length - 1;
			const value = {from: line.label.end, to: line.to};
			const reading = readValue(source, value, line.spans);
			const rest = reading.state === 'empty' ? '' : text.slice(value.from, value.to).trim();
			const next = last ? blocks[index + 1] : undefined;
			const name = labelText(line.label.text);
			const blankLabel = blanksIn(text, line.label.range, [], false);
			const unit = slug(stripBlanks(text, line.label.range, blankLabel).replaceAll(/\d+/gu, '')) || slug(labelText(blankLabel[0]?.inner ?? '').replace(/\s*\d+$/u, '')) || slug(name);
			const recordLike = (blankLabel.length > 0 && blankLabel[0]!.range.from <= line.label.range.from + 3) || /[\p{L}]\s*\d+$/u.test(name);
			if (rest === '' && next && (next.type === 'list' || next.type === 'code' || next.type === 'table') && !repeatOnly(next)) {
				grouped = true;
				const record = recordLike && blankLabel.length > 0 && next.type === 'list' ? recordOf(source, [...outer.path, unit], {from: line.from, to: next.range.to}, name, /\d/u.test(name)) : undefined;
				inner = {...outer, label: name, path: [...outer.path, record ? unit : slug(name)], ...(record && {record})};
				if (blankLabel.length > 0) {
					count += put(inlineDrafts(source, '', blankLabel, record ? [...outer.path, unit] : outer.path, 'label', 'inline').map((one, at) => (record && at === 0 ? {...one, path: [...outer.path, unit, 'name']} : one)), inner);
				}

				continue;
			}

			if (next && repeatOnly(next)) {
				note({from: line.from, to: next.range.to});
				return {count, scope: outer, skip: 1};
			}

			inner = outer;
			if (rest === '') {
				const following = blocks[index + 1];
				const prompt = last && following?.type === 'paragraph' && labelLines(following).length === 0 ? following : undefined;
				if (prompt) {
					const whole = trimmed(text, prompt.range);
					const wholeRaw = text.slice(whole.from, whole.to);
					const state = readValue(source, whole, prompt.spans, source.italicsAreBlanks).state;
					if (state === 'whole' || instructive(wholeRaw)) {
						count += put([proseDraft(source, name, prompt.range, [...outer.path, slug(name) || 'field'], wholeRaw, true, 'label-prompt')], outer);
						skip = 1;
						continue;
					}

					grouped = true;
					inner = {...outer, label: name, path: [...outer.path, slug(name)]};
					continue;
				}

				const overChildren = last && following === undefined && blocks === node.blocks && node.children.length > 0;
				if (overChildren || (last && following !== undefined && following.type !== 'rule' && !emptyLabelAhead(blocks, index + 1))) {
					grouped = true;
					inner = {...outer, label: name, path: [...outer.path, slug(name)]};
					continue;
				}

				count += put(labelDrafts(source, line.label, {value, spans: line.spans, indent: '', plainCounts: false, emptyAsks: true}, outer.path), outer);
				continue;
			}

			// A label on a line of its own, its blank on the next ones.
			const sameLine = text.slice(value.from, Math.min(value.to, source.lines.endOf(value.from))).trim();
			if (sameLine === '' && (reading.state === 'whole' || (reading.state === 'plain' && instructive(rest)))) {
				const whole = {from: reading.range.from, to: reading.range.to};
				const asked = proseDraft(source, name, whole, [...outer.path, slug(name) || 'field'], text.slice(whole.from, whole.to), true, 'label-block');
				const person = valueDrafts(source, line.label.text, reading, {range: asked.range, place: asked.place}, outer.path, 'label-block')[0];
				count += put([person?.kind === 'person' || person?.kind === 'link' || person?.kind === 'date' ? {...person, placeholder: asked.placeholder, place: {at: 'inline'}, range: whole} : asked], outer);
				continue;
			}

			// `**External System 1**: [name]` over a list of its parts is a record.
			const parts = last && next?.type === 'list' && recordLike && (reading.state === 'whole' || reading.state === 'parts');
			if (parts) {
				const record = recordOf(source, [...outer.path, unit], {from: line.from, to: next.range.to}, name, true);
				inner = {...outer, label: name, path: [...outer.path, unit], record};
				const own = labelDrafts(source, line.label, {value, spans: line.spans, indent: '', plainCounts: false, emptyAsks: true}, outer.path);
				count += put(own.map((one, at) => (at === 0 ? {...one, path: [...outer.path, unit, 'name']} : one)), inner);
				continue;
			}

			const metadata = scope.metadata && !instructive(rest) && rest.length <= 120;
			const made = labelDrafts(source, line.label, {value, spans: line.spans, indent: '', plainCounts: metadata, emptyAsks: true}, outer.path);
			if (made.length === 0 && instructive(rest) && !/:\s*$/u.test(rest) && labels.length === 1) {
				const whole = trimmed(text, value);
				count += put([draft({label: name, kind: 'prose', range: {from: line.label.end, to: whole.to}, place: {at: 'label', indent: ''}, placeholder: rest, path: [...outer.path, slug(name) || 'field'], rule: 'label-instruction'})], outer);
			} else {
				count += put(made.map(one => (one.kind === 'text' && one.place.at === 'label' && proseLabel.test(one.label) && labels.length === 1 && !scope.metadata ? {...one, kind: 'prose' as const} : one)), outer);
				if (made.length === 0) {
					grouped = true;
					inner = {...outer, label: name, path: [...outer.path, slug(name)]};
				}
			}
		}

		return {count, scope: inner, skip};
	};

	/** True where the label at `index` asks for something itself: a value beside it, or nothing under it. */
	const emptyLabelAhead = (blocks: readonly Block[], index: number): boolean => {
		for (let at = index; at < Math.min(blocks.length, index + 40); at++) {
			const block = blocks[at]!;
			if (block.type !== 'paragraph') {
				return block.type === 'rule' && at > index;
			}

			const [first] = labelLines(block);
			if (!first || text.slice(first.label.end, first.to).trim() !== '') {
				return first !== undefined;
			}
		}

		return true;
	};

	/** A list that says only that the structure above repeats. */
	const repeatOnly = (block: Block): boolean => {
		if (block.type === 'list') {
			return block.items.length === 1 && repeatNote(text.slice(block.items[0]!.range.from, block.items[0]!.range.to).replace(/^[-*+]\s*|^\d+[.)]\s*/u, ''));
		}

		return block.type === 'paragraph' && repeatNote(text.slice(block.range.from, block.range.to));
	};

	const list = (block: List, scope: Scope, outer: Scope, next: Block | undefined): {count: number; group?: string} => {
		if (isContents(source, block)) {
			contents = true;
			return {count: 0};
		}

		if (repeatOnly(block)) {
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
		const link = scope.depth > 0 && views.length === 1 && /^(?:link|person|date)$/u.test(askedBy(scope.label, views[0]!.blanks[0]?.inner ?? '', true).kind);
		const nestedSingle = (single || link) && views[0]!.nested.length === 0 ? readValue(source, views[0]!.text, views[0]!.spans) : undefined;
		if (nestedSingle && (nestedSingle.state === 'whole' || nestedSingle.state === 'choice')) {
			const view = views[0]!;
			const made = valueDrafts(source, scope.label, nestedSingle, {range: nestedSingle.range, place: {at: 'inline'}}, path.slice(0, -1), 'nested-value');
			return {count: put(made, scope), ...(view.label && {})};
		}

		const whole = wholeList(source, block, scope.label, path);
		if (whole) {
			return {count: put([whole], scope)};
		}

		if (scope.depth > 0 && views.length === 1 && views[0]!.nested.length === 0 && views[0]!.blanks.length > 1) {
			const view = views[0]!;
			const made = wholeListForced(view, block, scope, path);
			return {count: put([made], scope)};
		}

		return items(block, views, scope, outer, next, path);
	};

	/** One composite item under a label (`<field>: <type> <constraints>`): a list of such items. */
	const wholeListForced = (view: ItemView, block: List, scope: Scope, path: readonly string[]): Draft => {
		const before = text.slice(source.lines.startOf(block.range.from), block.range.from);
		let at = view.text.from;
		const used = new Map<string, number>();
		const parts = view.blanks.map((blank, index) => {
			const literal = text.slice(at, blank.range.from);
			at = blank.range.to;
			const label = labelText(blank.inner);
			const base = slug(label) || 'part';
			const count = (used.get(base) ?? 0) + 1;
			used.set(base, count);
			const after = index === view.blanks.length - 1 ? text.slice(at, view.text.to) : '';
			return {id: count === 1 ? base : `${base}-${count}`, label, before: literal, ...(after !== '' && {after})};
		});
		return draft({
			label: scope.label,
			kind: 'list',
			range: block.range,
			place: {at: 'items', indent: before},
			placeholder: text.slice(block.range.from, block.range.to),
			item: {bullet: block.ordered ? '1.' : block.items[0]!.marker, parts},
			path,
			rule: 'list-pattern',
		});
	};

	const items = (block: List, views: readonly ItemView[], scope: Scope, outer: Scope, next: Block | undefined, _path: readonly string[]): {count: number; group?: string} => {
		const states = views.map(view => (view.label ? readValue(source, {from: view.label.end, to: view.text.to}, view.spans).state : undefined));
		const asking = states.filter((state, index) => (state !== undefined && state !== 'plain' && !(state === 'empty' && views[index]!.nested.length > 0)) || (state === undefined && views[index]!.blanks.length > 0)).length;
		const labelled = views.filter(view => view.label).length;
		const topics = labelled === 0 && asking === 0 && views.every(view => view.nested.length === 0 || !hasBlank(view));
		if (topics) {
			const asks = views.filter(view => instructive(text.slice(view.text.from, view.text.to))).length;
			if (scope.path.length === 0) {
				prompts.push({block, text: text.slice(block.range.from, block.range.to), instructive: asks > 0, whole: false});
				return {count: 0};
			}

			// Under a label, questions are the prompt for its answer; anything else is content that may stand.
			if (asks * 5 < views.length * 4) {
				return {count: 0};
			}

			const {range, indent} = itemsRange(source, block);
			const content = text.slice(range.from, range.to);
			return {count: put([draft({label: scope.label, kind: 'list', range, place: {at: 'items', indent}, placeholder: content, item: {bullet: block.ordered ? '1.' : block.items[0]!.marker}, guidance: [shownText(content)], path: scope.path, rule: 'label-topics'})], scope)};
		}

		// Labelled claims without a blank anywhere are content that may stand.
		if (asking === 0 && !views.some(view => view.nested.length > 0 && hasBlank(view)) && !scope.metadata) {
			const sample = views.every(view => view.label) && scope.path.length === 0 && scope.depth === 0;
			if (sample || labelled === 0) {
				prompts.push({block, text: text.slice(block.range.from, block.range.to), instructive: false, whole: false});
			}

			return {count: 0};
		}

		const neighbours = asking * 2 > views.length || (scope.metadata && scope.depth === 0);
		const records = recordRanges(source, views, scope.oneRecord === true);
		let count = 0;
		let group: string | undefined;
		for (const [index, view] of views.entries()) {
			const record = records.get(index);
			const unit = record ? [...scope.path, record.slug] : undefined;
			const own: Scope = record && unit ? {...scope, path: unit, record: recordOf(source, unit, record.range, record.label, false, record.repeats || node.note !== undefined)} : scope;
			const indent = ' '.repeat(Math.max(0, view.item.column));
			if (!view.label) {
				const found = view.blanks.length > 0 ? inlineDrafts(source, '', blanksIn(text, view.text, view.spans, false), own.path, 'item', 'inline') : [];
				count += put(found, own);
				count += view.nested.length > 0 ? walk(view.nested, {...own, depth: scope.depth + 1, metadata: false, label: itemName(view), path: [...own.path, slug(itemName(view)) || 'item']}) : 0;
				continue;
			}

			const name = labelText(view.label.text);
			const nested = view.nested.length > 0;
			const lastEmpty = index === views.length - 1 && states[index] === 'empty' && !nested && (next?.type === 'table' || next?.type === 'code');
			if (lastEmpty) {
				group = name;
				continue;
			}

			const lines = continued(view);
			for (const line of lines) {
				const made = labelDrafts(source, line.label, {value: {from: line.label.end, to: line.to}, spans: view.spans, indent, plainCounts: neighbours && !(states[index] === 'plain' && nested), emptyAsks: !nested}, record ? own.path.slice(0, -1) : own.path);
				count += put(record && line === lines[0] ? made.map(one => (record.lead ? one : {...one, path: [...own.path, one.path.at(-1)!]})) : record ? made.map(one => ({...one, path: [...own.path, one.path.at(-1)!]})) : made, own);
			}

			const owner = nested && !record && states[index] === 'whole' && /:[\s_*\]]*$/u.test(text.slice(view.line.from, view.line.to)) && view.nested.every(block => block.type === 'list' && block.items.every(isOpen));
			if (owner) {
				const at = drafts.length - 1;
				drafts[at] = {...drafts[at]!, kind: 'prose', range: {from: drafts[at]!.range.from, to: view.item.range.to}, placeholder: text.slice(drafts[at]!.range.from, view.item.range.to).trim()};
			} else if (nested) {
				const inner = record ? own.path : [...own.path, slug(name) || 'item'];
				count += walk(view.nested, {...own, depth: scope.depth + 1, metadata: false, label: name, path: inner});
			}
		}

		return {count, ...(group !== undefined && {group})};
	};

	/** The labelled lines of an item's paragraph; usually one. */
	const continued = (view: ItemView): ReadonlyArray<{label: Label; to: number}> => {
		const lines = view.paragraph ? labelLines(view.paragraph) : [];
		return lines.length > 0 ? lines.map(line => ({label: line.label, to: line.to})) : [{label: view.label!, to: view.text.to}];
	};

	const hasBlank = (view: ItemView): boolean => view.nested.length > 0 && blanksIn(text, {from: view.text.to, to: view.item.range.to}, codeSpans(view.nested), false).length > 0;

	const itemName = (view: ItemView) => labelText(text.slice(view.line.from, view.line.to)).replace(/:$/u, '');

	walk(node.blocks, {path: [], label: title, depth: 0, metadata});
	return {drafts, prompts, grouped, contents};
}

const proseLabel = /^(?:goals?|success criteria|context|background|consequences|rationale|summary|overview|description|motivation|mitigations?|impact|notes?|scope note|decision|problem|solution|proposal)$/iu;

function stripBlanks(text: string, range: Range, blanks: ReadonlyArray<{readonly range: Range}>): string {
	let result = '';
	let at = range.from;
	for (const blank of blanks) {
		result += text.slice(at, blank.range.from);
		at = blank.range.to;
	}

	return result + text.slice(at, range.to);
}

function codeSpans(blocks: readonly Block[]): Span[] {
	return blocks.flatMap(block => {
		switch (block.type) {
			case 'paragraph': {
				return [...block.spans];
			}

			case 'list': {
				return block.items.flatMap(item => codeSpans(item.children));
			}

			case 'code': {
				return [{type: 'code' as const, ...block.range}];
			}

			default: {
				return [];
			}
		}
	}).sort((a, b) => a.from - b.from);
}

function needOnly(text: string): boolean {
	return /^this section (?:is|should|must|can)\b/iu.test(text.trim());
}

function recordOf(source: Source, unit: readonly string[], range: Range, label: string, numbered: boolean, repeats = true): Record_ {
	const from = source.lines.startOf(range.from);
	let to = source.lines.nextOf(Math.max(from, range.to - 1));
	// A record that a paragraph leads takes the blank line behind it along, or its copy would run into the list.
	if (!/^\s*(?:[-*+]|\d+[.)])\s/u.test(source.text.slice(from, from + 40)) && source.text.slice(to, source.lines.endOf(to)).trim() === '') {
		to = source.lines.nextOf(to);
	}

	return {unit, range: {from, to}, label: label.replace(/\s*\d+$/u, ''), numbered, repeats};
}

type RecordRange = {readonly slug: string; readonly range: Range; readonly label: string; readonly repeats: boolean; readonly lead: boolean};

/** Which items are records: a label over nested labels, alike items, or a run of labels that comes again. */
function recordRanges(source: Source, views: readonly ItemView[], one: boolean): Map<number, RecordRange> {
	const records = new Map<number, RecordRange>();
	const names = views.map(view => (view.label ? slug(labelText(view.label.text).replaceAll(/\d+/gu, '')) : ''));
	const length = period(names) ?? (one && names.length > 1 && !names.includes('') ? names.length : undefined);
	if (length !== undefined && length > 1) {
		for (let start = 0; start < views.length; start += length) {
			const range = {from: views[start]!.item.range.from, to: views[start + length - 1]!.item.range.to};
			for (let offset = 0; offset < length; offset++) {
				records.set(start + offset, {slug: names[start]!, range, label: labelText(views[start]!.label!.text), repeats: true, lead: offset === 0});
			}
		}

		return records;
	}

	const nested = views.map(view => view.nested.some(block => block.type === 'list') && view.label !== undefined && readValue(source, {from: view.label.end, to: view.text.to}, view.spans).state !== 'empty');
	const alike = names.length > 0 && names.every(name => name === names[0]);
	if (alike && nested.every(Boolean)) {
		for (const [index, view] of views.entries()) {
			const name = names[0] === '' ? 'item' : names[0]!;
			records.set(index, {slug: name, range: view.item.range, label: labelText(view.label!.text).replace(/\s*\d+$/u, ''), repeats: true, lead: true});
		}
	}

	return records;
}

function codeDraft(source: Source, block: Extract<Block, {type: 'code'}>, scope: Scope): Draft {
	const {text, lines} = source;
	const indent = /^[ \t>]*/u.exec(text.slice(lines.startOf(block.range.from), block.range.from))![0];
	const language = block.info.split(/[\s{,]/u)[0] ?? '';
	return draft({
		label: scope.label,
		kind: 'code',
		range: block.range,
		place: {at: 'fence', indent, content: block.content},
		placeholder: text.slice(block.content.from, block.content.to),
		...(language !== '' && {language}),
		path: scope.path.length > 0 ? scope.path : [/^(?:mermaid|plantuml|dot)$/iu.test(language) ? 'diagram' : language === '' ? 'code' : slug(language)],
		rule: block.fenced ? 'code-fence' : 'code-indented',
	});
}

/** A field over whole lines of prose. */
export function proseDraft(source: Source, label: string, range: Range, path: readonly string[], prompt: string, blank: boolean, rule: string): Draft {
	const lines = blockLines(source, range);
	return draft({
		label,
		kind: 'prose',
		range: lines,
		place: {at: 'block', indent: ''},
		placeholder: source.text.slice(range.from, range.to),
		path,
		blank,
		prefilled: !blank,
		guidance: blank ? [shownText(prompt)] : [],
		rule,
	});
}

/** Guidance as it is shown: without comment marks and quote signs. */
export function shownText(text: string): string {
	return text
		.replaceAll(/<!--+\s?|\s?--+>/gu, '')
		.replace(/^\[(?:comment|\/\/|_)\]:\s*(?:#|<>)\s*/iu, '')
		.replaceAll(/^[ \t]*>[ \t]?/gmu, '')
		.replace(/^[([](?=[\s\S]*[)\]]$)([\s\S]*)[)\]]$/u, '$1')
		.replaceAll('\r\n', '\n')
		.trim();
}
