/**
 * The code pages whose readings of UTF-8 are undone, by byte. They differ from Latin-1 in 80 to 9F, and Windows-1254
 * differs from Windows-1252 in six letters and in two bytes that it leaves undefined (best-fit tables of unicode.org).
 */

export type Page = 'windows-1252' | 'windows-1254';

export const pages: readonly Page[] = ['windows-1252', 'windows-1254'];

const from80 = '€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ';
const turkish: readonly (readonly [number, string])[] = [
	[0x8e, '\0'],
	[0x9e, '\0'],
	[0xd0, 'Ğ'],
	[0xdd, 'İ'],
	[0xde, 'Ş'],
	[0xf0, 'ğ'],
	[0xfd, 'ı'],
	[0xfe, 'ş'],
];

/** The character for each byte from 80 on; NUL where the page has none. */
function tableOf(page: Page): readonly string[] {
	const table = [...from80, ...Array.from({length: 96}, (_, index) => String.fromCharCode(0xa0 + index))];
	if (page === 'windows-1254') for (const [byte, character] of turkish) table[byte - 0x80] = character;
	return table;
}

const tables: Readonly<Record<Page, readonly string[]>> = {
	'windows-1252': tableOf('windows-1252'),
	'windows-1254': tableOf('windows-1254'),
};

/** The bytes that a page has no character for. Programs drop them, put U+FFFD there, or keep them as C1 controls. */
export const undefinedBytes: Readonly<Record<Page, readonly number[]>> = {
	'windows-1252': bytesWithout('windows-1252'),
	'windows-1254': bytesWithout('windows-1254'),
};

function bytesWithout(page: Page): readonly number[] {
	return tables[page].flatMap((character, index) => (character === '\0' ? [0x80 + index] : []));
}

const inverse = new Map<number, {readonly byte: number; readonly pages: readonly Page[]}>();
for (const page of pages) {
	for (const [index, character] of tables[page].entries()) {
		// Latin-1 has C1 controls from 80 to 9F, and so has what is read leniently by either page.
		const code = character === '\0' ? 0x80 + index : character.charCodeAt(0);
		const known = inverse.get(code);
		inverse.set(code, {byte: 0x80 + index, pages: [...(known?.pages ?? []), page]});
	}
}
for (let code = 0x80; code < 0xa0; code++) inverse.set(code, {byte: code, pages});

/** The byte that a page shows as this character, and the pages that do. Undefined for what no page shows. */
export function byteOf(code: number): {readonly byte: number; readonly pages: readonly Page[]} | undefined {
	return inverse.get(code);
}

/** How many bytes follow this one in a sequence that it begins; 0 for a byte that begins none. */
export function following(lead: number): number {
	return lead >= 0xc2 && lead <= 0xdf ? 1 : lead >= 0xe0 && lead <= 0xef ? 2 : lead >= 0xf0 && lead <= 0xf4 ? 3 : 0;
}

/** The code point of a UTF-8 sequence; undefined where it is ill-formed (Unicode 16, table 3-7). */
export function decoded(bytes: readonly number[]): number | undefined {
	const [lead = 0, ...rest] = bytes;
	if (following(lead) !== rest.length || rest.some(byte => byte < 0x80 || byte > 0xbf)) return undefined;
	const least = [0, 0x80, 0x800, 0x10000][rest.length]!;
	const code = rest.reduce((sum, byte) => (sum << 6) | (byte & 0x3f), lead & (0x3f >> rest.length));
	return code < least || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff) ? undefined : code;
}
