/** Names that others gave: commits, manifests and remotes are full of what nobody looked at. */

import {countGraphemes} from './graphemes.ts';
import {cleanInput} from './sanitize.ts';

/** What changes how the rest of a line reads without being seen; whoever takes a name from a list could not know of it. */
const invisible = /[\p{Bidi_Control}\u200B\u2028\u2029\uFEFF]/gu;

/** The most graphemes that a name has. */
const longest = 100;

/**
 * A text as the name it gives: one line, without control and invisible characters. Undefined where nothing is left to
 * say, and for one that is too long to be a name.
 */
export function shortLine(text: string): string | undefined {
	const line = cleanInput(text).replaceAll(invisible, '').replaceAll(/\s+/g, ' ').trim();
	return line === '' || countGraphemes(line) > longest ? undefined : line;
}
