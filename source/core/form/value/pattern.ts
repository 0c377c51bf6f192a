/**
 * What a text must look like, as regular expressions that are used twice: here to judge answers, and in the schema of an
 * answers file. They keep to what the engines of most languages understand: no properties of characters, no sticky or
 * named things, and nothing that `u` would change.
 */

/** A text as a regular expression that matches it alone. */
export function quoted(text: string): string {
	return text.replaceAll(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
}

/** What no document holds: control characters other than tab and line ends, and halves of a character. */
export const unwritable =
	'[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F-\\u009F]' +
	'|(?:^|[^\\uD800-\\uDBFF])[\\uDC00-\\uDFFF]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])';

/**
 * What stands for nothing around a text, as signs of a class: the blanks of Unicode, tab and the ends of a line. That is
 * what `trim` takes away but for the controls among it, which are refused wherever they stand. It is spelled out, as
 * engines differ in what `\s` is.
 */
const inLine = '\\t \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF';
const blanks = `[${inLine}\\r\\n]*`;
const sign = `[^${inLine}\\r\\n]`;

/** Nothing but blanks, which is no answer. */
export const blank = `^${blanks}$`;

/** One line, with whatever blanks and line ends around it, which are not kept. */
export const oneLine = `^${blanks}(?:${sign}[^\\r\\n]*)?(?:[\\r\\n]${blanks})?$`;

/** The same where blanks in front are kept. */
export const oneCodeLine = '^[^\\r\\n]*[\\r\\n]*$';

/** What stands in a cell that is to stay empty, perhaps with a reason behind it: `N/A`, `n/a: why`, `—`, `- none`. */
export const emptyCell = `${blanks}(?:[nN]/[aA](?![A-Za-z0-9_])|[-–—]+(?:[${inLine}\\r\\n]|$))`;

/** No number is longer; a unit may be read in several ways, which takes long for a text that is none. */
export const longestNumber = 120;

const letter =
	'A-Za-z\\u00AA\\u00B5\\u00BA\\u00C0-\\u00D6\\u00D8-\\u00F6\\u00F8-\\u1FFF\\u2126\\u212A\\u2C00-\\u2DFF\\u3040-\\uD7FF\\uF900-\\uFDFB\\uFE70-\\uFEFC\\uFF21-\\uFF3A\\uFF41-\\uFFDC';
const currency = '$\\u00A2-\\u00A5\\u058F\\u060B\\u0E3F\\u20A0-\\u20CF\\uFDFC\\uFF04\\uFFE0\\uFFE1\\uFFE5\\uFFE6';
const space = `[${inLine}]*`;

/**
 * A number, perhaps with a comparison, a currency, a range and a unit: `20`, `≤ 1.5`, `$4,000`, `99.9 %`,
 * `12–24 months`, and as programs write it: `1e-7`.
 */
const number =
	`(?=[^\\r\\n]{0,${longestNumber - 1}}${sign}${blanks}$)` +
	`(?:(?:[<>~≈≤≥±]=?|[+-])${space})?[${currency}]?${space}(?:[0-9](?:[0-9.,_' ]*[0-9])?(?:[eE][+-]?[0-9]+)?|\\.[0-9]+)` +
	`${space}(?:(?:-|–|—|\\.\\.|to)${space}[${currency}]?[0-9](?:[0-9.,_]*[0-9])?)?` +
	`${space}[${letter}${currency}%°µ/²³]*(?:[ /][${letter}0-9²³%/.]+){0,4}`;

/** A pattern for a whole text, or nothing, whatever blanks are around it. */
export function whole(pattern: string): string {
	return `^${blanks}(?:${pattern})?${blanks}$`;
}

/** A number, or nothing. */
export const numberText = whole(number);

/** The same, where an empty cell may be told. */
export const numberForm = new RegExp(`^${number}$`, 'u');

function inAnyCase(text: string): string {
	return [...text]
		.map(character => {
			const cases = [character, character.toLowerCase(), character.toUpperCase()];
			const single = [...new Set(cases.filter(one => [...one].length === 1))];
			return single.length > 1 ? `[${single.join('')}]` : quoted(character);
		})
		.join('');
}

/** An option without the signs (✅, ⏳) that stand in front of its words. */
export function wordsOf(option: string): string {
	return option.replace(/^[\p{So}\p{Sk}\p{Extended_Pictographic}\uFE0F\u200D]+\s*(?=[^\s])/u, '');
}

/** Options that templates shorten, as authors write them out. */
const writtenOut: ReadonlyMap<string, string> = new Map([
	['crit', 'critical'],
	['dev', 'development'],
	['med', 'medium'],
	['prod', 'production'],
]);

/** What is taken for an option: the option in any case, also its words alone or written out. */
export function optionPattern(option: string): string {
	const words = wordsOf(option);
	const said = [...new Set([option, words, writtenOut.get(words.toLowerCase()) ?? words])].map(one => inAnyCase(one));
	return said.length === 1 ? said[0]! : `(?:${said.join('|')})`;
}

/** Digits of a whole number with its thousands parted by commas. */
export function inThousands(digits: string): string {
	return digits.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
}
