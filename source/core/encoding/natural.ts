/**
 * Whether what stands in the text can have been meant: a wrong reading makes a letter followed by signs, and now and
 * then that is how people write (`CAFÉ…`, `10 Å²`, `l’été»`).
 */

/** Signs that follow the last letter of a word, whatever the word. */
const closing = /[…’‘”“»›–—\u00A0\u00AD]/u;

/** Signs that follow a word and are not followed by its next letter. */
const marks = /[°²³¹ªº®™©†‡·]/u;

/** Letters behind which Slavic and Baltic words have a caron. */
const beforeCaron = /[áéíóúýäôöüõÁÉÍÓÚÝÄÔÖÜÕ]/u;

/** Signs that are units or signs of their own, so that a digit may stand before them and a power behind. */
const units = /[ÅØ×]/u;

/**
 * True where nobody writes `shown` between `before` and `after`: the characters next to it, empty at an end.
 */
export function isOdd(before: string, shown: string, after: string): boolean {
	const [lead = '', ...tail] = shown;
	if (/[\u0080-\u009F]/u.test(shown)) return true;
	if (!tail.every(sign => closing.test(sign) || marks.test(sign) || isCaron(lead, sign) || isMeasure(lead, sign)))
		return true;
	// A capital letter inside a word of small ones.
	if (/\p{Ll}/u.test(before) && /\p{Lu}/u.test(lead)) return true;
	if (/\p{Nd}/u.test(before) && !units.test(lead)) return true;
	if (/\p{L}/u.test(after) && tail.some(sign => /[”»›]/u.test(sign) || (marks.test(sign) && sign !== '·'))) return true;
	return !/\p{L}/u.test(before) && isNoWord(lead, tail, before, after);
}

/** `Úž` of `Úžas`: both letters of one word. */
function isCaron(lead: string, sign: string): boolean {
	return beforeCaron.test(lead) && (/[šž]/u.test(sign) || (/[ŠŽ]/u.test(sign) && /\p{Lu}/u.test(lead)));
}

/** `1.54Å±0.02`, `2×½`, `Ø¼`. */
function isMeasure(lead: string, sign: string): boolean {
	return units.test(lead) && /[±¼½¾]/u.test(sign);
}

/** True where a sign or unit stands behind its number: `5 Å²`, `2×½`. */
export function isMeasured(text: string, at: number): boolean {
	return units.test(text.charAt(at)) && /\p{Nd}\s?$/u.test(text.slice(Math.max(0, at - 2), at));
}

/** Letters that no word consists of; only who speaks of the letter writes it alone, and then between quotation marks. */
function isNoWord(lead: string, tail: readonly string[], before: string, after: string): boolean {
	if (!/[ÂÃâã]/u.test(lead) || /["'“„«‘‚‹]/u.test(before)) return false;
	const [first = '', second] = tail;
	if (second !== undefined) return true;
	if (first === '\u00A0') return before !== '' && !/\s/u.test(before);
	return !/[”»’›“‘]/u.test(first) || /\p{L}/u.test(after);
}
