/** Which heading of a document is which of the template's: by words and level, whatever their numbers and marks. */

import type {Form, Range} from './types.ts';
import {alignLong} from './anchors.ts';
import {inAnyCase} from './any-case.ts';
import {withoutClosing} from './heading-text.ts';
import {textLines} from './gap-lines.ts';
import {kin, telling} from './kin.ts';
import {scan} from './lines.ts';
import type {Line} from './lines.ts';
import {findMoved} from './moved.ts';
import {titled} from './numbering.ts';
import {numbering, patternOf} from './patterns.ts';
import type {Pattern} from './patterns.ts';
import type {Chunk, Plan} from './plan.ts';
import {closedPart, withoutRound} from './read/ends.ts';
import {readNeed} from './read/requirement.ts';
import {findRenamed} from './renamed.ts';

/** A heading of a document and the lines under it until the next. */
export type Part = {
	/** 0 for what precedes the first heading. */
	readonly level: number;
	/** The heading's text without marks. */
	readonly text: string;
	/** Where that text stands. */
	readonly textFrom: number;
	readonly from: number;
	readonly to: number;
	/** Lines of the body. */
	readonly lines: readonly Line[];
};

/** The parts of a text, the first is what precedes the first heading. */
export function partsOf(source: string, hidden?: Range): readonly Part[] {
	const all = scan(source, {document: true}).lines;
	const parts: Part[] = [];
	let lines: Line[] = [];
	let head: Omit<Part, 'to' | 'lines'> = {level: 0, text: '', textFrom: 0, from: 0};
	for (const [index, line] of all.entries()) {
		if (line.heading !== undefined) {
			parts.push({...head, to: line.from, lines});
			const {text, textFrom} = headingText(source, all, index);
			head = {level: line.heading, text, textFrom, from: line.from};
			lines = [];
		} else if (line.underline !== true && !(hidden && line.from >= hidden.from && line.to <= hidden.to)) {
			lines.push(line);
		}
	}

	parts.push({...head, to: source.length, lines});
	return parts;
}

/** Where the part ends that a heading of that level would have for its own: at the next of its level or above. */
export function partEnd(parts: readonly Part[], index: number, level = parts[index]!.level): number {
	for (let at = index + 1; at < parts.length; at++) if (parts[at]!.level <= level) return parts[at]!.from;
	return parts.at(-1)!.to;
}

/** A heading's text without its marks, and where that stands. A setext heading may have several lines. */
export function headingText(
	source: string,
	lines: readonly Line[],
	index: number,
): {readonly text: string; readonly textFrom: number} {
	const line = lines[index]!;
	let last = index;
	while (lines[last + 1]?.underline === true) last++;
	const isSetext = last > index;
	const lead = (isSetext ? /^[ \t]*/ : /^[ \t]*#*[ \t]*/).exec(line.text)![0].length;
	// A byte order mark stands in the text and not in its first line.
	const textFrom = line.to - line.text.length + lead;
	const whole = source.slice(textFrom, isSetext ? lines[last - 1]!.to : line.to);
	return {text: (isSetext ? whole : whole.slice(0, withoutClosing(whole))).trimEnd(), textFrom};
}

/** A heading as it is compared: without numbering, requirement marker, comments, emphasis and case. */
export function headingKey(text: string): string {
	// Signs and blanks around a marker go with the other signs.
	const [said, behind] = closedPart(text.replace(numbering, ''), '-->');
	return (said.replaceAll(/<!--.*?-->/gs, '') + behind)
		.replaceAll(/[([（【]([^()[\]（）【】]{0,120})[)\]）】]/g, (aside, inner: string) =>
			readNeed(inner) ? ' ' : aside,
		)
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}

export type HeadingShape = {
	readonly level: number;
	readonly key: string;
	/** What it says to the letter, with and without its requirement marker. */
	readonly signs: ReadonlySet<string>;
	/** The words of that. */
	readonly own: ReadonlySet<string>;
	/** Matches the heading's text, with a group for each field in it. */
	readonly pattern: Pattern;
	/** The same whatever case the template's words are in. */
	readonly anyCase: Pattern;
	/** Whether a heading's text is as the pattern has it, its counting number included. */
	readonly isExact: (text: string) => boolean;
	/** True where a field or a variable stands in it. */
	readonly open: boolean;
	/** True where it has words of its own. */
	readonly words: boolean;
};

const shapes = new WeakMap<Chunk, HeadingShape>();

/** How a template's heading is recognised. */
export function headingShape(form: Form, chunk: Chunk): HeadingShape {
	let shape = shapes.get(chunk);
	if (!shape) {
		shape = makeShape(form, chunk);
		shapes.set(chunk, shape);
	}

	return shape;
}

function makeShape(form: Form, chunk: Chunk): HeadingShape {
	const tokens = [...chunk.headingTokens];
	// The marks around the heading's text are no part of it.
	let numbered = false;
	const first = tokens[0];
	if (first?.type === 'static') {
		const text = form.source.slice(first.from, first.to);
		const mark = /^\uFEFF?[ \t]*(?:#{1,6}(?=[ \t]|$))?[ \t]*/.exec(text)![0];
		const number = numbering.exec(text.slice(mark.length))?.[0] ?? '';
		numbered = number !== '';
		tokens[0] = {...first, from: first.from + mark.length + number.length};
	}

	const last = tokens.at(-1);
	if (last?.type === 'static') {
		const text = form.source.slice(last.from, last.to);
		const line = /[\r\n]/.test(text) ? text.replace(/(?:\r\n|\n|\r)[ \t]*[=-]+[ \t]*$/, '') : text;
		// Signs right behind a blank to fill close nothing.
		const open = text.startsWith('#') ? text.length : withoutClosing(text);
		const end = line === text ? text.slice(0, open).trimEnd().length : line.length;
		tokens[tokens.length - 1] = {...last, to: last.from + end};
	}

	const kept = tokens.filter(token => token.to > token.from || token.type === 'slot');
	const own = kept.map(token => (token.type === 'static' ? form.source.slice(token.from, token.to) : ' ')).join('');
	const source = kept
		.map(token => (token.type === 'guidance' ? ' ' : form.source.slice(token.from, token.to)))
		.join('');
	const key = headingKey(source);
	const heading = chunk.section?.heading ?? '';
	const markers = chunk.headingTokens.flatMap(token =>
		token.type === 'guidance' ? [form.source.slice(token.from, token.to)] : [],
	);
	const bare = markers.reduce((text, marker) => text.replace(marker.trimEnd(), ''), heading);
	const open = kept.some(token => token.type === 'slot' || token.type === 'mirror');
	const pattern = patternOf(form, kept, false, numbered);
	return {
		level: chunk.section?.level ?? 0,
		key,
		signs: new Set([heading.trim(), bare.trim()]),
		own: telling(headingKey(withoutRound(source)) || key),
		pattern: chunk.section?.repeat === undefined ? pattern : countingOn(pattern, source),
		anyCase: inAnyCase(form, kept, numbered),
		isExact: text => pattern.groups(text) !== undefined,
		open,
		words: /[\p{L}\p{N}]{2}/u.test(own),
	};
}

/**
 * The part of the document for each chunk of the template, by index; the first chunk is always the first part. Order is
 * kept as far as it can be; sections that stand somewhere else are found by their words.
 */
export function alignHeadings(form: Form, plan: Plan, parts: readonly Part[]): readonly (number | undefined)[] {
	const shift = plan.chunks[0]?.section === undefined || plan.chunks[0].section.level === 0 ? 1 : 0;
	const {keys, words, titles: partTitles} = saidOf(parts);
	const chunkTitles = plan.chunks.map(chunk => uncounted(headingShape(form, chunk).key));
	const own = titled(form);
	// A note's heading that only says that the first repeats is no block's title.
	const titles = new Set(
		plan.chunks.flatMap(chunk => {
			if (chunk.note || !own.has(chunk.section?.id ?? '')) return [];
			const {key, level} = headingShape(form, chunk);
			const title = uncounted(key);
			return title === undefined ? [] : [`${level} ${title}`];
		}),
	);
	const score = (left: number, right: number): number => {
		const part = parts[right]!;
		// A heading that goes with its note is there only while it stands as the template has it.
		const chunk = plan.chunks[left]!;
		if (chunk.note)
			return chunk.section!.level === part.level &&
				chunk.section!.heading.trim() === part.text.trim() &&
				holdsNote(form, chunk, part)
				? 40
				: 0;
		const shape = headingShape(form, chunk);
		const level = shape.level === part.level ? 1 : 0;
		// A heading without words, such as `…`, is known by its signs.
		const same = shape.key === keys[right]! && (shape.key !== '' || shape.signs.has(part.text.trim()));
		if (!shape.open) {
			if (same) return 20 + 4 * level;
			// "Phase 2: Scale" was "Phase 3: Scale" before another went.
			const title = chunkTitles[left];
			if (level > 0 && title !== undefined && title === partTitles[right]) return 16;
			return level > 0 && kin(shape.own, words[right]!) ? 6 : 0;
		}

		// A heading with a blank scores the same filled and unfilled, or the unfilled instance would be taken for the first.
		if (!shape.words) return level > 0 ? 2 : 0;
		// One more of several comes behind what has its title from the template.
		if (chunk.section?.repeat !== undefined && titles.has(`${part.level} ${partTitles[right]}`)) return 5 * level;
		// The title is the title, whatever it says.
		if (same || shape.isExact(part.text)) return 14 + 4 * level;
		if (shape.pattern.groups(part.text) ?? shape.anyCase.groups(part.text)) return 12 + 4 * level;
		return shape.level === 1 && level > 0 ? 3 : 0;
	};

	const signs = plan.chunks.map(chunk => {
		const {key, level} = headingShape(form, chunk);
		return key === '' ? '' : `${level} ${key}`;
	});
	const others = parts.map((part, index) => (keys[index] === '' ? '' : `${part.level} ${keys[index]!}`));
	const pairs: (number | undefined)[] = plan.chunks.map((_, index) => (index < shift ? 0 : undefined));
	const lay = (left: number, toLeft: number, right: number, toRight: number): void => {
		const found = alignLong(signs.slice(left, toLeft), others.slice(right, toRight), (one, other) =>
			score(left + one, right + other),
		);
		for (const [index, at] of found.entries()) pairs[left + index] = at === undefined ? undefined : right + at;
	};

	lay(shift, plan.chunks.length, 1, parts.length);
	const shapes = plan.chunks.map(chunk => headingShape(form, chunk));
	const laying = {plan, parts, pairs, shapes, shift, lay, score};
	findMoved({...laying, keys, said: shapes.map(({key}) => key)});
	// What counts has another number in another place.
	const title = (key: string): string => uncounted(key) ?? key;
	if (titles.size > 0) findMoved({...laying, keys: keys.map(title), said: shapes.map(({key}) => title(key))});
	findRenamed({form, plan, parts, shapes, words, pairs});
	return pairs;
}

type Said = {
	readonly keys: readonly string[];
	readonly words: ReadonlyArray<ReadonlySet<string>>;
	/** The headings that count, without their numbers. */
	readonly titles: ReadonlyArray<string | undefined>;
};

/** A document is looked at once for each number of blocks that it may have. */
const said = new WeakMap<readonly Part[], Said>();

function saidOf(parts: readonly Part[]): Said {
	const known = said.get(parts);
	if (known) return known;
	const keys = parts.map(part => headingKey(part.text));
	const words = parts.map(({text}, at) => telling(headingKey(withoutRound(text)) || keys[at]!));
	const made = {keys, words, titles: keys.map(key => uncounted(key))};
	said.set(parts, made);
	return made;
}

const counting = /^(?<word>\p{L}[\p{L} -]*?\s*#?)(?<number>\d+)/u;

/** A pattern of a heading that counts (`Phase 4: [Title]`), by which another number is as good as the template's. */
function countingOn(pattern: Pattern, heading: string): Pattern {
	const own = counting.exec(heading)?.groups;
	if (!own) return pattern;
	const either = (find: Pattern['groups']): Pattern['groups'] => {
		return text => {
			const exact = find(text);
			if (exact) return exact;
			const before = numbering.exec(text)?.[0].length ?? 0;
			const found = counting.exec(text.slice(before))?.groups;
			if (found?.['word']!.toLowerCase() !== own['word']!.toLowerCase()) return undefined;
			const from = before + found['word'].length;
			const to = from + found['number']!.length;
			const by = to - from - own['number']!.length;
			const moved = (at: number): number => (at >= to - by ? at + by : at);
			const ranges = find(text.slice(0, from) + own['number']! + text.slice(to));
			return ranges?.map(one => ({from: moved(one.from), to: moved(one.to)}));
		};
	};

	return {groups: either(pattern.groups), places: either(pattern.places)};
}

/** A heading's words without the number that counts in front of a title of its own; undefined where there is none. */
function uncounted(key: string): string | undefined {
	const found = /^(\p{L}[\p{L} ]*?) \d+ (?=.*\p{L})(.+)$/u.exec(key);
	return found ? `${found[1]} ${found[2]}` : undefined;
}

/** Whether a part's body begins as the note's does. */
function holdsNote(form: Form, chunk: Chunk, part: Part): boolean {
	const lines = part.lines.map(line => line.text.trim()).filter(line => line !== '');
	return textLines(form.source.slice(chunk.body, chunk.note!.range.to)).every((line, index) => lines[index] === line);
}
