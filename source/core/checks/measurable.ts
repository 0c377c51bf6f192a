import {amounts} from './asked-words.ts';
import {saysNothing} from './question.ts';

/** Whether a text has a number, in digits or words, says that there is none to give, or leads to where it stands. */
export function isMeasurable(text: string): boolean {
	return (
		/\p{N}/u.test(text) ||
		amounts.test(text) ||
		saysNothing(text) ||
		/(?<!\p{L})(?:n\/a|not applicable|tb[dc]|todo|see|siehe|voir|same as)(?!\p{L})|\]\(|https?:/iu.test(text)
	);
}
