/** Records: a block of labelled values that the author may have several of. */

import {slug} from '../slug.ts';
import type {Range} from '../types.ts';
import {blanksIn, withoutBlanks} from './blank.ts';
import type {Record_, Source} from './found-field.ts';
import {labelText, type Label} from './label.ts';
import {blankLabel, type ItemView} from './list.ts';
import {period} from './period.ts';
import {readValue} from './value.ts';

/** A record of the unit named by `unit`, over whole lines. */
export function recordOf(
	source: Source,
	unit: readonly string[],
	range: Range,
	label: string,
	numbered: boolean,
	repeats = true,
): Record_ {
	const from = source.lines.startOf(range.from);
	let to = source.lines.nextOf(Math.max(from, range.to - 1));
	// A record that a paragraph leads takes the blank line behind it along, or its copy would run into the list.
	if (
		!/^\s*(?:[-*+]|\d+[.)])\s/u.test(source.text.slice(from, from + 40)) &&
		source.text.slice(to, source.lines.endOf(to)).trim() === ''
	) {
		to = source.lines.nextOf(to);
	}

	return {unit, range: {from, to}, label: label.replace(/ ?(?<!\d)\d+$/u, ''), numbered, repeats};
}

type RecordRange = {
	readonly slug: string;
	readonly range: Range;
	readonly label: string;
	readonly repeats: boolean;
	readonly lead: boolean;
	/** Its label counts: `Option 1: [name]`. */
	readonly numbered: boolean;
};

/** What a label names, without what the author fills and what counts in it. */
function unitOf(source: Source, view: ItemView, label: Label): string {
	const from = source.text.indexOf(label.text, label.range.from);
	const range = {from, to: from + label.text.length};
	const bones = withoutBlanks(source.text, range, blanksIn(source.text, range, view.spans, false));
	return slug(labelText(bones).replaceAll(/\d+/gu, '')) || slug(labelText(label.text).replaceAll(/\d+/gu, ''));
}

/** Which items are records: a label over nested labels, alike items, or a run of labels that comes again. */
export function recordRanges(source: Source, views: readonly ItemView[], one: boolean): Map<number, RecordRange> {
	const records = new Map<number, RecordRange>();
	const names = views.map(view => (view.label ? unitOf(source, view, view.label) : ''));
	const length = period(names) ?? (one && names.length > 1 && !names.includes('') ? names.length : undefined);
	if (length !== undefined && length > 1) {
		for (let start = 0; start < views.length; start += length) {
			const range = {from: views[start]!.item.range.from, to: views[start + length - 1]!.item.range.to};
			for (let offset = 0; offset < length; offset++) {
				records.set(start + offset, {
					slug: names[start]!,
					range,
					label: labelText(views[start]!.label!.text),
					repeats: true,
					lead: offset === 0,
					numbered: false,
				});
			}
		}

		return records;
	}

	const nested = views.map(
		view =>
			view.nested.some(block => block.type === 'list') &&
			view.label !== undefined &&
			(blankLabel(source, view) ||
				readValue(source, {from: view.label.end, to: view.text.to}, view.spans).state !== 'empty'),
	);
	const alike = names.length > 0 && names.every(name => name === names[0]);
	if (alike && nested.every(Boolean)) {
		for (const [index, view] of views.entries()) {
			const name = names[0] === '' ? 'item' : names[0]!;
			const {label} = view;
			const count = /^(?<word>\p{L}[\p{L} ]*?)\s*#?\d+\s*(?:[:.–—-].*)?$/u.exec(labelText(label!.text));
			records.set(index, {
				slug: name,
				range: view.item.range,
				label: count?.groups?.['word'] ?? labelText(label!.text),
				repeats: true,
				lead: true,
				numbered: count !== null,
			});
		}
	}

	return records;
}
