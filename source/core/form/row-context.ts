/** What a line is told by beside its own words: the key above an item of front matter, and words that were said before. */

import type {Line} from './lines.ts';
import type {Row} from './plan.ts';

/** For each item of a list in front matter the key that it stands below; empty for all other lines. */
export function keysAbove(lines: readonly string[]): readonly string[] {
	let above = '';
	return lines.map(line => {
		const [, item, key] = /^\s*(-(?:\s|$))?\s*(?:([\w"'][^:#]*):(?:\s|$))?/.exec(line) ?? [];
		if (key === undefined) return item === undefined ? '' : above;
		if (item === undefined) above = key.trim().toLowerCase();
		return '';
	});
}

/** Whether a row is a variable's other place and nothing else: what stands there is said before, in one case or another. */
export function isEcho({slots, tokens}: Row): boolean {
	return slots.length === 0 && tokens.length === 1 && tokens[0]!.type === 'mirror';
}

/** The lines that say what one before them does, in one case or another. */
export function saidBefore(lines: readonly Line[]): ReadonlySet<number> {
	const said = new Set<string>();
	const echoes = new Set<number>();
	for (const [index, line] of lines.entries()) {
		const words = line.text.trim().toLowerCase();
		if (said.has(words)) echoes.add(index);
		said.add(words);
	}

	return echoes;
}
