/** A template's words in a document whose author has written them in capitals. */

import type {Form} from './types.ts';
import {isAscii, patternOf} from './patterns.ts';
import type {Pattern} from './patterns.ts';
import type {Token} from './plan.ts';

/**
 * A pattern by which words of the template's in capitals are as good as these. It is made when it is asked for.
 *
 * @param numbered whether a number may stand in front
 */
export function inAnyCase(form: Form, tokens: readonly Token[], numbered: boolean): Pattern {
	let own: Pattern | undefined;
	const pattern = (): Pattern => {
		if (own) return own;
		const from = tokens[0]?.from ?? 0;
		const source = lowered(form.source.slice(from, tokens.at(-1)?.to ?? from));
		const moved = tokens.map(token => ({...token, from: token.from - from, to: token.to - from}));
		own = patternOf({...form, source}, moved, false, numbered);
		return own;
	};

	return {groups: text => pattern().groups(lowered(text)), places: text => pattern().places(lowered(text))};
}

/** A text in lower case, as long as it was: a letter that would become two stays. */
export function lowered(text: string): string {
	if (isAscii(text)) return text.toLowerCase();
	return text.replaceAll(/\p{L}/gu, letter => {
		const small = letter.toLowerCase();
		return small.length === letter.length ? small : letter;
	});
}
