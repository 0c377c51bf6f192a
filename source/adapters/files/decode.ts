/** Bytes to text without loss: what is not UTF-8 is told with its place, never replaced by U+FFFD. */

import {isUtf8} from 'node:buffer';
import {exitCodes, failure, success, type Result} from '../../core/problem.ts';

/**
 * The text of `bytes`, a BOM included. Problems (exit 2): `file.utf-16`, `file.binary` for NUL bytes, `file.not-utf-8`
 * with the offset of the first byte that does not belong. `name` is what the messages call the file.
 */
export function decodeText(bytes: Uint8Array, name: string): Result<string> {
	const utf16 = utf16At(bytes);
	if (utf16 !== undefined) {
		const {order, offset, mark} = utf16;
		return failure({
			code: 'file.utf-16',
			summary: `${name} is UTF-16 (${order === 'LE' ? 'little' : 'big'} endian), not UTF-8: it has ${mark} at offset ${offset}.`,
			next: `Convert it first: iconv -f UTF-16${mark === byteOrderMark ? '' : order} -t UTF-8.`,
			exit: exitCodes.usage,
		});
	}

	const zero = bytes.indexOf(0);
	if (zero !== -1) {
		return failure({
			code: 'file.binary',
			summary: `${name} is binary, not text: it has a NUL byte at offset ${zero}.`,
			next: 'Name a Markdown file.',
			exit: exitCodes.usage,
		});
	}

	if (!isUtf8(bytes)) {
		const offset = firstInvalidUtf8(bytes);
		const line = bytes.subarray(0, offset).reduce((lines, byte) => (byte === 0x0a ? lines + 1 : lines), 1);
		return failure({
			code: 'file.not-utf-8',
			summary: `${name} is not valid UTF-8: the byte at offset ${offset} (line ${line}) does not belong.`,
			next: 'Save it as UTF-8, for example with: iconv -f WINDOWS-1252 -t UTF-8.',
			exit: exitCodes.usage,
		});
	}

	return success(new TextDecoder('utf-8', {fatal: true, ignoreBOM: true}).decode(bytes));
}

type Utf16 = {
	readonly order: 'LE' | 'BE';
	/** The first byte that UTF-8 text does not have. */
	readonly offset: number;
	/** What is there. */
	readonly mark: string;
};

const byteOrderMark = 'its byte order mark';

/** UTF-16 by its BOM, or by most of every second byte of the start being zero, as it is for Latin text. */
function utf16At(bytes: Uint8Array): Utf16 | undefined {
	if (bytes[0] === 0xff && bytes[1] === 0xfe) {
		return {order: 'LE', offset: 0, mark: byteOrderMark};
	}

	if (bytes[0] === 0xfe && bytes[1] === 0xff) {
		return {order: 'BE', offset: 0, mark: byteOrderMark};
	}

	const start = bytes.subarray(0, Math.min(bytes.length, 64) & ~1);
	if (start.length < 4) {
		return undefined;
	}

	const zeros = [0, 0];
	for (const [index, byte] of start.entries()) {
		if (byte === 0) {
			zeros[index % 2]! += 1;
		}
	}

	// Three in four: a dash or a curly quotation mark has no zero.
	const most = (start.length / 2) * 0.75;
	const mark = 'a NUL byte';
	if (zeros[0]! >= most && zeros[1] === 0) {
		return {order: 'BE', offset: bytes.indexOf(0), mark};
	}

	return zeros[1]! >= most && zeros[0] === 0 ? {order: 'LE', offset: bytes.indexOf(0), mark} : undefined;
}

/**
 * Offset of the first byte that is no part of a well-formed sequence (Unicode 16, table 3-7); the length where all are.
 */
export function firstInvalidUtf8(bytes: Uint8Array): number {
	let at = 0;
	while (at < bytes.length) {
		const length = sequenceLength(bytes, at);
		if (length === 0) {
			return at;
		}

		at += length;
	}

	return at;
}

/** Length of the well-formed sequence at `at`, 0 where there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
	const lead = bytes[at]!;
	if (lead < 0x80) {
		return 1;
	}

	// The lead byte says how many follow, and narrows the second one: no overlong forms, no surrogates, none over 10FFFF.
	const follow =
		lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
	if (follow === 0) {
		return 0;
	}

	const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
	const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
	for (let index = 1; index <= follow; index += 1) {
		const byte = bytes[at + index];
		if (byte === undefined || byte < (index === 1 ? least : 0x80) || byte > (index === 1 ? most : 0xbf)) {
			return 0;
		}
	}

	return follow + 1;
}
