/** Guidance is Markdown: what stands in its lines, as spans. The preview's renderer is far too heavy for a key's path. */

import {inlinePieces, type InlinePiece} from '../../core/form/index.ts';
import type {Span} from './line.ts';
import {span} from './line.ts';
import type {Look} from './look.ts';

/** Texts taken apart lately: the same guidance is drawn at every key. */
const lately = new Map<string, readonly InlinePiece[]>();
const latelyMost = 100;

/** A text's spans, with what Markdown says of them as their tone. Line ends stay. */
export function markdownSpans(text: string, look: Look): readonly Span[] {
	let pieces = lately.get(text);
	if (pieces === undefined) {
		pieces = inlinePieces(text);
		if (lately.size >= latelyMost) lately.clear();
		lately.set(text, pieces);
	}

	// Where code has no look of its own its marks stay, or a name and a word would be the same.
	const isPlain = Object.keys(look.theme.styles.code).length === 0;
	return pieces.map(piece =>
		piece.meaning === undefined
			? piece.text
			: span(piece.meaning, piece.meaning === 'code' && isPlain ? `\`${piece.text}\`` : piece.text),
	);
}
