/**
 * Hints: what a template's author says outright, in a comment or in front matter. The reader reads a text as if they were
 * not there; what they say is laid over what it found (`apply-hints.ts`).
 */

import {isMarker} from '../marker.ts';
import type {Block, Tree} from '../markdown.ts';
import type {Span} from './spans.ts';
import type {Fault, Range} from '../types.ts';
import type {FrontMatter} from './front-matter.ts';
import {readYaml, type Entry, type Said} from './yaml.ts';
import type {Lines} from '../../text/index.ts';

/** One hint: what it says, and where it stands. Places are in the whole text. */
export type Hint = {
	readonly place: HintPlace;
	readonly entries: readonly Entry[];
};

export type HintPlace = {
	/** The comment, or the key and its lines in front matter. */
	readonly range: Range;
	/** Whether it stands behind other text on its line. */
	readonly beside: boolean;
	/** The front matter, where the hint is all there is in it. */
	readonly whole?: Range;
};

export type Hints = {
	/** Every comment and every piece of front matter that is a hint, also where it cannot be read. */
	readonly places: readonly HintPlace[];
	readonly comments: readonly Hint[];
	/** What stands under `specwright:` in front matter. */
	readonly matter?: Hint;
	readonly faults: readonly Fault[];
};

/** More is not read: a hint is some words. */
const longest = 64 * 1024;
/** Nor are more than these in one file. */
const most = 1000;
const opening = /^<!--[ \t]*specwright:/u;

/** True where a text may hold hints; most have none, and need not be looked through. */
export function mayHoldHints(text: string, matter: FrontMatter | undefined, hidden: Range | undefined): boolean {
	if (matter?.language === 'yaml' && matterKey.test(text.slice(matter.content.from, matter.content.to))) return true;
	return text.matchAll(/<!--[ \t]*specwright:/gu).some(({index}) => hidden === undefined || index < hidden.from);
}

const matterKey = /^(?:specwright|"specwright"|'specwright')[ \t]*:(?=\s|$)/mu;

/**
 * Finds the hints of a text.
 *
 * @param hidden where no hint is looked for: the marker at the text's end
 */
export function findHints(
	text: string,
	tree: Tree,
	lines: Lines,
	matter: FrontMatter | undefined,
	hidden: Range | undefined,
): Hints {
	const places: HintPlace[] = [];
	const comments: Hint[] = [];
	const faults: Fault[] = [];
	for (const from of commentsIn(tree.blocks).sort((a, b) => a - b)) {
		const end = text.indexOf('-->', from);
		if (!opening.test(text.slice(from, from + 200)) || end < 0 || from === hidden?.from) continue;
		const range = {from, to: end + 3};
		const raw = text.slice(range.from, range.to);
		if (isMarker(raw)) {
			faults.push({
				code: 'hint.marker',
				reason: `"${raw}" names a template, which only a file's last line does.`,
				help: 'To say something of a field or section, write what is meant: `<!-- specwright: requirement: optional -->`.',
				range,
			});
			continue;
		}

		const before = text.slice(lines.startOf(from), from).replace(/^\uFEFF/u, '');
		const beside = /[^\s>*+\d.)-]/u.test(before);
		if (beside && /[\r\n]/u.test(raw)) {
			faults.push({
				code: 'hint.place',
				reason: 'A hint behind other text has one line.',
				help: 'Write it on one line, or put all of it on lines of its own above the blank.',
				range,
			});
			continue;
		}

		if (!beside && text.slice(range.to, lines.endOf(range.to)).trim() !== '') {
			faults.push({
				code: 'hint.place',
				reason: 'Text stands behind this hint on its line, so that nobody can say what it speaks of.',
				help: 'Put it at the end of the line, or on a line of its own.',
				range,
			});
			continue;
		}

		const lead = opening.exec(raw)![0].length;
		const said = entriesOf(text, {from: from + lead, to: end}, true);
		if (places.length === most) {
			faults.push({
				code: 'hint.too-many',
				reason: `There are more than ${most} hints; this one and those behind it were not read.`,
				help: 'Say only what the text cannot say.',
				range,
			});
			break;
		}

		const place = {range, beside};
		places.push(place);
		if ('fault' in said) faults.push(said.fault);
		else comments.push({place, entries: said.entries});
	}

	const found = matter?.language === 'yaml' ? matterHint(text, matter, lines) : undefined;
	if (found) places.push(found.place);
	if (found && 'fault' in found) faults.push(found.fault);
	return {places, comments, ...(found && 'entries' in found && {matter: found}), faults};
}

/** Where comments begin, in blocks and in the lines of all other text. */
function commentsIn(blocks: readonly Block[]): number[] {
	const inline = (spans: readonly Span[]) => spans.filter(({type}) => type === 'comment').map(({from}) => from);
	return blocks.flatMap(block => {
		switch (block.type) {
			case 'comment':
				return [block.range.from];
			case 'heading':
			case 'paragraph':
				return inline(block.spans);
			case 'quote':
				return commentsIn(block.children);
			case 'list':
				return block.items.flatMap(({children}) => commentsIn(children));
			case 'table':
				return [block.header, ...block.rows].flatMap(({cells}) => cells.flatMap(({spans}) => inline(spans)));
			default:
				return [];
		}
	});
}

/** The lines of the key `specwright` in front matter. */
function matterHint(
	text: string,
	{range, content}: FrontMatter,
	lines: Lines,
): Hint | {readonly place: HintPlace; readonly fault: Fault} | undefined {
	const key = matterKey.exec(text.slice(content.from, content.to));
	if (!key) return undefined;
	const from = content.from + key.index;
	let to = lines.endOf(from);
	for (let at = lines.nextOf(from); at < content.to; at = lines.nextOf(at)) {
		const line = text.slice(at, lines.endOf(at));
		if (/^\S/u.test(line)) break;
		if (line.trim() !== '') to = lines.endOf(at);
	}

	// With nothing else in it the front matter is the tool's alone.
	const rest = text.slice(content.from, from) + text.slice(to, content.to);
	const bom = text.startsWith('\uFEFF') ? 1 : 0;
	const place = {
		range: {from, to},
		beside: false,
		...(rest.trim() === '' && {whole: {from: bom, to: range.to}}),
	};
	return {place, ...entriesOf(text, {from: from + key[0].length, to}, false)};
}

/** What a hint's YAML says. In a comment of one line the braces of a map may be left out. */
function entriesOf(
	text: string,
	range: Range,
	isComment: boolean,
): {readonly entries: readonly Entry[]} | {readonly fault: Fault} {
	const raw = text.slice(range.from, range.to);
	if (raw.length > longest)
		return {
			fault: {
				code: 'hint.too-long',
				reason: `This hint has more than ${longest / 1024} kB and was not read.`,
				help: 'Say only what the text cannot say, in a few words.',
				range: {from: range.from, to: range.from},
			},
		};
	const isBare = isComment && !/[\r\n]/u.test(raw.trim()) && !/^\s*[{[]/u.test(raw);
	const offset = range.from - (isBare ? 1 : 0);
	const read = readYaml(isBare ? `{${raw}}` : raw);
	const at = (one: Range): Range => ({
		from: Math.min(range.to, Math.max(range.from, one.from + offset)),
		to: Math.min(range.to, Math.max(range.from, one.to + offset)),
	});
	if ('fault' in read)
		return {
			fault: {
				code: 'hint.yaml',
				reason: `This hint is not valid YAML: ${read.fault.reason}.`,
				help: 'Write `name: value`, several with commas between them or on a line each; put a text that holds `:` , `#` or a comma in quotes.',
				range: at(read.fault.range),
			},
		};
	const {said} = read;
	if (said.type !== 'map')
		return {
			fault: {
				code: 'hint.yaml',
				reason: 'This hint says nothing of the form `name: value`.',
				help: 'For example `<!-- specwright: kind: date, requirement: optional -->`.',
				range,
			},
		};
	return {entries: said.entries.map(entry => movedEntry(entry, at))};
}

function movedEntry({key, keyRange, value}: Entry, at: (range: Range) => Range): Entry {
	return {key, keyRange: at(keyRange), value: movedSaid(value, at)};
}

function movedSaid(said: Said, at: (range: Range) => Range): Said {
	const range = at(said.range);
	if (said.type === 'text') return {...said, range};
	return said.type === 'list'
		? {...said, range, items: said.items.map(one => movedSaid(one, at))}
		: {...said, range, entries: said.entries.map(one => movedEntry(one, at))};
}

/** The text with blanks for the hints: as long as before, and without a word of theirs. */
export function withoutHints(text: string, {places}: Pick<Hints, 'places'>): string {
	let result = '';
	let at = 0;
	for (const {range} of [...places].sort((a, b) => a.range.from - b.range.from)) {
		result += text.slice(at, range.from) + text.slice(range.from, range.to).replaceAll(/[^\r\n]/gu, blanks);
		at = range.to;
	}

	return result + text.slice(at);
}

/** As many blanks as the character has code units. */
function blanks(character: string): string {
	return ' '.repeat(character.length);
}
