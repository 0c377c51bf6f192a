/** One broken character at a place of the text: the bytes that are shown there, and what they can be UTF-8 of. */

import {byteOf, decoded, following, undefinedBytes, type Page} from './pages.ts';

export type Sequence =
	/** All bytes are there. */
	| {readonly type: 'whole'; readonly length: number; readonly code: number; readonly pages: readonly Page[]}
	/** One byte is not there: the characters that it can have been, by the page that has no sign for it. */
	| {
			readonly type: 'lossy';
			readonly length: number;
			readonly codes: Readonly<Record<Page, readonly number[]>>;
			readonly pages: readonly Page[];
	  };

const replacement = 0xfffd;

const nothing: Readonly<Record<Page, readonly number[]>> = {'windows-1252': [], 'windows-1254': []};

/** The most characters that one broken character is shown as. */
export const longest = 4;

/** The sequence that `text` begins with; undefined where it begins with none. Looks at the `longest` first characters. */
export function sequenceOf(text: string): Sequence | undefined {
	const lead = byteOf(text.charCodeAt(0));
	if (lead === undefined || following(lead.byte) === 0) return undefined;
	const length = 1 + following(lead.byte);
	const bytes: (number | undefined)[] = [lead.byte];
	let {pages} = lead;
	while (bytes.length < length) {
		const code = text.charCodeAt(bytes.length);
		const tail = code === replacement ? {byte: undefined, pages} : byteOf(code);
		if (tail === undefined || (tail.byte !== undefined && (tail.byte < 0x80 || tail.byte > 0xbf))) break;
		const common = pages.filter(page => tail.pages.includes(page));
		if (common.length === 0) break;
		pages = common;
		bytes.push(tail.byte);
	}
	const lost = bytes.filter(byte => byte === undefined).length;
	if (bytes.length === length && lost === 0) {
		const code = decoded(bytes as number[]);
		return code === undefined || !isCharacter(code) ? undefined : {type: 'whole', length: bytes.length, code, pages};
	}
	// More than one byte less, and too much is possible; also where the first byte alone is left, as in many a whole word.
	if (lost + length - bytes.length !== 1) return undefined;
	if (bytes.length - lost === 1) return {type: 'lossy', length: bytes.length, codes: nothing, pages};
	const gaps = lost === 1 ? [bytes] : bytes.map((_, index) => bytes.toSpliced(index + 1, 0, undefined));
	const codes = (page: Page): readonly number[] =>
		pages.includes(page) ? gaps.flatMap(gap => undefinedBytes[page].flatMap(byte => completed(gap, byte))) : [];
	return {
		type: 'lossy',
		length: bytes.length,
		codes: {'windows-1252': codes('windows-1252'), 'windows-1254': codes('windows-1254')},
		pages,
	};
}

function completed(bytes: readonly (number | undefined)[], lost: number): readonly number[] {
	const code = decoded(bytes.map(byte => byte ?? lost));
	return code === undefined || code < 0xa0 || !isCharacter(code) ? [] : [code];
}

/** Assigned, and neither private nor half of a pair. */
function isCharacter(code: number): boolean {
	return !/[\p{Cn}\p{Co}\p{Cs}]/u.test(String.fromCodePoint(code));
}
