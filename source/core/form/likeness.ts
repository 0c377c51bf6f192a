/**
 * Which template a document was written from that does not say so. What tells is what authors keep: the headings of the
 * template in their order, and the labels above the first section (front matter, a block of `Label: value` lines, a
 * table), which are what tells two templates of one family apart.
 */

import {headingKey, partsOf} from './headings.ts';
import type {Part} from './headings.ts';
import {telling} from './kin.ts';
import {words} from './patterns.ts';
import {withoutRound} from './read/ends.ts';

/** What a text is recognised by. */
export type Outline = {
	/** Its headings as they are compared, each once, in order. */
	readonly headings: readonly {readonly key: string; readonly level: number}[];
	/** The labels that stand above its first section. */
	readonly labels: ReadonlySet<string>;
};

/** A share of less is doubtful: of 71 documents tried with five templates of others the likest has 0.26. */
const leastShare = 0.6;

/** The likest template must be this much ahead of the next one. */
const leastLead = 0.05;

/** And this much must be the same: three sections of the template, or six labels. */
const leastCommon = 3;

/** The outline of a template's or a document's text. */
export function outlineOf(source: string): Outline {
	const parts = partsOf(source);
	const known = new Set<string>();
	const headings = parts.slice(1).flatMap(({text, level}) => {
		const key = keyOf(text);
		if (key === '' || known.has(key)) return [];
		known.add(key);
		return [{key, level}];
	});
	return {headings, labels: labelsOf(parts)};
}

/** A heading without what it says in brackets and without the words that only join others. */
function keyOf(text: string): string {
	const key = headingKey(withoutRound(text)) || headingKey(text);
	return [...telling(key)].join(' ');
}

/**
 * How much of a template and a document is the same, from 0 to 1: twice what they have in common over what both have
 * (Dice's coefficient). A heading of the two highest levels counts one, a deeper one and a label a half. Titles
 * that differ count nothing, and neither do deeper headings of the author's own, for every document has such.
 */
export function likeness(template: Outline, document: Outline): number {
	const {common, all} = shared(template, document);
	return all === 0 ? 0 : (2 * common) / all;
}

/**
 * The template that a document was written from, as an index; undefined where none is like it enough, or two are nearly
 * as much.
 */
export function likeliest(templates: readonly Outline[], document: Outline): number | undefined {
	const ranked = templates
		.map((template, index) => ({index, share: likeness(template, document), template}))
		.sort((a, b) => b.share - a.share || a.index - b.index);
	const [best, next] = ranked;
	if (!best || best.share < leastShare || shared(best.template, document).common < leastCommon) return undefined;
	return best.share - (next?.share ?? 0) < leastLead ? undefined : best.index;
}

function shared(template: Outline, document: Outline): {readonly common: number; readonly all: number} {
	const places = new Map(document.headings.map(({key}, index) => [key, index]));
	const both = template.headings.filter(({key}) => places.has(key));
	const run = risingRun(both.map(({key}) => places.get(key)!)).map(index => both[index]!);
	const kept = new Set(run.map(({key}) => key));
	const others = (outline: Outline): Outline['headings'] => {
		const title = outline.headings.find(({level}) => level === 1);
		return outline.headings.filter(heading => heading !== title && !kept.has(heading.key));
	};
	const own = others(document).filter(({level}) => level <= 2);
	const labels = [...template.labels].filter(label => document.labels.has(label)).length;
	const common = sum(run) + labels / 2;
	const rest = (template.labels.size + document.labels.size) / 2 - labels;
	return {common, all: 2 * common + sum(others(template)) + sum(own) + rest};
}

function sum(headings: Outline['headings']): number {
	return headings.reduce((total, {level}) => total + (level <= 2 ? 1 : 0.5), 0);
}

/** Indices of the longest run of rising numbers: for each length the one that ends lowest, for each the one before. */
function risingRun(numbers: readonly number[]): readonly number[] {
	const ends: number[] = [];
	const before: (number | undefined)[] = [];
	for (const [index, number] of numbers.entries()) {
		let low = ends.findIndex(end => numbers[end]! >= number);
		if (low < 0) low = ends.length;
		before[index] = ends[low - 1];
		ends[low] = index;
	}

	const run: number[] = [];
	for (let at = ends.at(-1); at !== undefined; at = before[at]) run.push(at);
	return run.reverse();
}

/** A list mark, quote or pipe, emphasis, some words, and the colon or pipe behind them. */
const label = /^(?:[-*+>|]\s*)?[*_]{0,3}(\p{L}[^:|*_<>{}[\]`]{0,40}?)[*_]{0,3}\s*[:|]/u;

/** Labels in front of the first heading and under the title. */
function labelsOf(parts: readonly Part[]): ReadonlySet<string> {
	const head = parts.slice(0, parts[1]?.level === 1 ? 2 : 1);
	return new Set(
		head
			.flatMap(({lines}) => lines)
			.map(({text}) => words(label.exec(text.trim())?.[1] ?? ''))
			.filter(key => key !== ''),
	);
}
