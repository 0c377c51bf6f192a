/** Labels that an author has shortened, lengthened or put into the plural. */

import {telling, within} from './kin.ts';
import {words} from './patterns.ts';
import {withoutRound} from './read/ends.ts';

/** A label as it is compared with another. */
export type LabelWords = {
	/** The signs in front of it: its bullet and its emphasis. */
	readonly dress: string;
	readonly words: ReadonlySet<string>;
	/** What else its blank says that may be named: the team and the owner of `[Team/Owner]`. */
	readonly others: readonly ReadonlySet<string>[];
};

const label = /^(?<dress>[ \t]*(?:[-*+][ \t]+|\d{1,9}[.)][ \t]+)?[*_]{0,3})(?<words>\p{L}[^:|]{0,80}):/u;

/** The label that a line begins with; undefined where it begins with none. */
export function labelOf(line: string): LabelWords | undefined {
	const found = label.exec(line);
	const {dress = '', words: said = ''} = found?.groups ?? {};
	const known = wordsOf(withoutRound(said));
	if (!found || known.size === 0) return undefined;
	const blank = /[[<{](\p{L}[^\]>}]*\/[^\]>}]*)[\]>}]/u.exec(line.slice(found[0].length))?.[1] ?? '';
	return {
		dress: dress.trim().replace(/^(?:[-*+]|\d{1,9}[.)])/, '-'),
		words: known,
		others: blank === '' ? [] : blank.split('/').map(wordsOf),
	};
}

/** Whether a line of a document has a label of the template's in other words: all of one's stand in the other. */
export function saysSame(template: LabelWords | undefined, own: LabelWords | undefined): boolean {
	if (!template || !own || template.dress !== own.dress) return false;
	return (
		within(template.words, own.words) ||
		template.others.some(other => other.size === own.words.size && within(other, own.words))
	);
}

/** One and several are the same. */
function wordsOf(text: string): ReadonlySet<string> {
	return new Set([...telling(words(text))].map(word => word.replace(/(?<=\p{L}{3})s$/u, '')));
}
