/** Which lines of a text hold an answer's place or words that go, and which the template's own words. */

import type {Field, Guidance, Range} from '../types.ts';
import type {Source} from './found-field.ts';

type Held = {
	readonly range: Range;
	readonly by: 'field' | 'guidance' | 'other';
	/** For a field: how an author's text there ends. */
	readonly ends?: 'anywhere' | 'itself' | 'line';
};

type Asked = Pick<Field, 'range' | 'place' | 'kind' | 'multiple'>;

export type Places = {
	/** True where nothing has a part in a piece of the text, but what it stands in as a whole. */
	readonly isFree: (range: Range) => boolean;
	/**
	 * True where what an author writes in a piece of the text ends for certain: the next line above and the next line below
	 * it, within `body`, have words of the template's own to know them by, or there are none.
	 *
	 * @param loosely takes code, a table or a list above for such a line, too, for each says itself where it ends
	 */
	readonly isApart: (range: Range, body: Range, loosely?: boolean) => boolean;
	/** Notes one more field. */
	readonly take: (field: Asked) => void;
};

/**
 * What stands where in a text.
 *
 * @param asides pieces of it that are no part of a document
 * @param others pieces of it that belong to something else
 */
export function placesIn(
	{text, lines}: Source,
	{fields, guidance}: {readonly fields: readonly Field[]; readonly guidance: readonly Guidance[]},
	asides: readonly Range[],
	others: readonly Range[],
): Places {
	const byLine = new Map<number, Held[]>();
	const hold = (held: Held): void => {
		const last = lines.lineOf(held.range.to);
		for (let line = lines.lineOf(held.range.from); line <= last; line++) {
			const there = byLine.get(line);
			if (there) there.push(held);
			else byLine.set(line, [held]);
		}
	};

	const take = (field: Asked): void => {
		hold({range: field.range, by: 'field', ends: endOf(field)});
	};

	for (const field of fields) {
		take(field);
		for (const {range} of [...field.mirrors, ...(field.names ?? [])]) hold({range, by: 'field'});
	}

	for (const range of [...guidance.map(one => one.range), ...asides]) hold({range, by: 'guidance'});
	for (const range of others) hold({range, by: 'other'});

	const heldIn = (range: Range): readonly Held[] => {
		const found: Held[] = [];
		for (let line = lines.lineOf(range.from); line <= lines.lineOf(range.to); line++) {
			for (const held of byLine.get(line) ?? []) {
				const {from, to} = held.range;
				if (from === to ? from >= range.from && from <= range.to : from < range.to && to > range.from) found.push(held);
			}
		}

		return found;
	};

	/** Whether a line parts what is above it from what is below; undefined where it says nothing either way. */
	const parts = (line: Range, isAbove: boolean, loosely: boolean): boolean | undefined => {
		const words = text.slice(line.from, line.to);
		if (words.trim() === '') return undefined;
		const there = heldIn(line).filter(({by}) => by !== 'other');
		const own = without(text, line, there);
		if (own.trim() === '' && there.length > 0 && there.every(({by}) => by === 'guidance')) return undefined;
		if (isAbove && there.some(({ends}) => ends === 'anywhere')) return false;
		if (isAbove && loosely && there.some(({ends}) => ends === 'itself')) return true;
		if (there.length === 1 && there[0]!.ends === 'line' && /^\s*(?:[-*+]|\d+[.)])\s+$/.test(own)) return true;
		return (own.match(/[\p{L}\p{N}]/gu)?.length ?? 0) > 1 || /^ {0,3}(?:[-*_][ \t]*){3,}$/u.test(words);
	};

	return {
		isFree: range =>
			heldIn(range).every(held => held.by === 'other' && held.range.from <= range.from && held.range.to >= range.to),
		isApart(range, body, loosely = false) {
			let from = lines.startOf(range.from);
			let above: boolean | undefined;
			while (above === undefined && from > body.from) {
				const start = lines.startOf(from - 1);
				above = parts({from: start, to: lines.endOf(start)}, true, loosely);
				from = start;
			}

			let to = lines.nextOf(Math.max(range.from, range.to - 1));
			let below: boolean | undefined;
			while (below === undefined && to < body.to) {
				below = parts({from: to, to: lines.endOf(to)}, false, false);
				const next = lines.nextOf(to);
				if (next <= to) break;
				to = next;
			}

			return above !== false && below !== false;
		},
		take,
	};
}

function endOf({place, kind, multiple}: Asked): NonNullable<Held['ends']> {
	if (place.at === 'items' || place.at === 'rows' || place.at === 'fence') return 'itself';
	if (place.at === 'block') return 'anywhere';
	const isOfLines = multiple || /^(?:prose|list|checklist|table|code|record)$/u.test(kind);
	return place.at === 'label' && isOfLines ? 'anywhere' : 'line';
}

/** A piece of a text without what is held in it. */
function without(text: string, {from, to}: Range, held: readonly Held[]): string {
	let words = '';
	let at = from;
	for (const {range} of [...held].sort((a, b) => a.range.from - b.range.from)) {
		if (range.from > at) words += text.slice(at, Math.min(range.from, to));
		at = Math.max(at, range.to);
	}

	return at < to ? words + text.slice(at, to) : words;
}
