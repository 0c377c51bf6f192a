/** Lists in which each item is a pair, such as a threat and what is done about it. */

import type {Document, Field, Range} from '../form/types.ts';
import {outerItems} from './outer-items.ts';
import {isBlankOrDash} from './said.ts';
import {standingOf, type FieldStanding} from './standing.ts';

export type HalfPair = {readonly text: string; readonly range: Range; readonly entry: FieldStanding};

/**
 * The items that are the first half of a pair alone. A list is of pairs where its template's items are, where its label names
 * both halves, or where the words to its author draw them: `risk → mitigation`.
 */
export function unpairedItems(document: Document, first: RegExp, second: RegExp): readonly HalfPair[] {
	return [...standingOf(document).fields.values()].flatMap(entry => {
		const {field, state} = entry;
		const span = document.spans.get(field.id);
		if (state !== 'answered' || !span || !asksForPairs(entry, first, second)) return [];
		return outerItems(document.source, span).flatMap(({text, at}) => {
			const said = words(text);
			if (said === undefined) return [];
			const from = at + text.indexOf(text.trimStart());
			return [{text: said, range: {from, to: at + text.length}, entry}];
		});
	});
}

function asksForPairs({field, row}: FieldStanding, first: RegExp, second: RegExp): boolean {
	if (field.kind !== 'list' && field.kind !== 'prose' && field.kind !== 'text') return false;
	if (second.test(field.label) && first.test(field.label)) return true;
	if (field.item?.parts) return isPairOf(field.item.parts, first, second);
	if (!first.test(field.label)) return false;
	const said = [...field.guidance, ...(row?.section.guidance ?? [])];
	return said.some(text =>
		[...text.matchAll(/([\p{L} ]{1,40})(?:→|->|=>)([\p{L} ]{1,40})/gu)].some(
			([, one = '', other = '']) => first.test(one) && second.test(other),
		),
	);
}

function isPairOf(parts: NonNullable<NonNullable<Field['item']>['parts']>, first: RegExp, second: RegExp): boolean {
	const [one, ...others] = parts;
	return one !== undefined && first.test(one.label) && others.some(({label}) => second.test(label));
}

/** The words of an item that is half a pair; undefined for one that has both halves, or says that there is nothing. */
function words(item: string): string | undefined {
	const body = item
		.replace(/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:[*_]*\p{Lu}{1,4}-?\d+[*_]*[:.)][*_]*[ \t]*)?/u, '')
		.replace(/`[^`\n]*`/g, code => code.replaceAll(/[^`]/g, 'x'))
		.trim();
	if (isBlankOrDash(body) || /^\W*(?:n\/a|no|none|nothing|see|siehe|kein\p{L}*|aucun\p{L}*)(?!\p{L})/iu.test(body))
		return undefined;
	const cut = /(?:→|->|=>)\s*$/.test(body);
	const hasBoth =
		/[\r\n]|→|⇒|->|=>|[:;,—–(]|\s-\s|[.!?]\s+\S|(?<!\p{L})(?:accept(?:ed)?|mitigat\p{L}*|akzeptiert)(?!\p{L})/iu;
	if (!cut && hasBoth.test(body)) return undefined;
	const line = body.split(/[\r\n]/, 1)[0] ?? '';
	return line.length <= 60 ? line : `${line.slice(0, 57).trimEnd()}…`;
}
