/** Which characters are used together. */

/** Signs, ASCII among them; Latin letters; letters of the sounds; Greek; any other script by its block. */
export function groupOf(code: number): number {
	const isSign =
		code < 0xc0 ||
		code === 0xd7 ||
		code === 0xf7 ||
		(code >= 0x2000 && code < 0x2c00) ||
		(code >= 0x3000 && code < 0x3020);
	// Spacing modifiers are signs too: the code pages have two of them.
	if (isSign || (code >= 0x2b0 && code < 0x300) || code >= 0xfe00) return 0;
	// The last are ligatures such as ﬁ.
	if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00) || (code >= 0xfb00 && code < 0xfb07)) return 1;
	if (code < 0x370) return 2;
	if (code < 0x400 || (code >= 0x1f00 && code < 0x2000)) return 3;
	// Chinese, Japanese and Korean are written with several blocks.
	return code >= 0x2e00 && code < 0xe000 ? 4 : code >> 8;
}

/** Signs, and letters that stand alone among ASCII ones, as those of Latin scripts do and Greek ones in formulas. */
export function standsAlone(group: number): boolean {
	return group < 4;
}
