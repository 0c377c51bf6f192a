/** Which of a template's options a text names. */

import {optionPattern, whole} from './pattern.ts';

/** The option that a text names: case, and the signs in front of its words, may differ. Undefined where it names none. */
export function optionNamed(options: readonly string[], text: string): string | undefined {
	if (options.includes(text)) return text;
	if (text.trim() === '') return undefined;
	return options.find(one => new RegExp(whole(optionPattern(one)), 'u').test(text));
}

/**
 * The option that an author means who types: also one that differs in its punctuation, and the only one that begins
 * so. Undefined where none is meant, or more than one might be.
 */
export function optionMeant(options: readonly string[], text: string): string | undefined {
	const named = optionNamed(options, text);
	const said = spoken(text);
	if (named !== undefined || said === '') return named;
	const [same, another] = options.filter(one => spoken(one) === said);
	if (same !== undefined) return another === undefined ? same : undefined;
	const [begun, other] = options.filter(one => spoken(one).startsWith(said));
	return other === undefined ? begun : undefined;
}

/** The option that an author means; where others are allowed too, what only begins like one is an answer of their own. */
export function optionTyped(
	{options, open}: {readonly options: readonly string[]; readonly open: boolean},
	text: string,
): string | undefined {
	const option = optionMeant(options, text);
	return open && option !== undefined && spoken(option) !== spoken(text) ? undefined : option;
}

/** What is said of a text aloud: its letters and digits, in lower case. */
export function spoken(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{M}\p{N}]|[\uFE00-\uFE0F]/gu, '');
}
