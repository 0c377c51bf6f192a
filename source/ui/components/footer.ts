/** The bottom of the screen: a line that may speak, and the keys that matter here. */

import type {WizardState} from '../../core/wizard/types.ts';
import type {Scope} from '../../keymap/index.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {fit, span, widthOf, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';

/** A key and what it does here, as the key table says. */
export type Hint = {
	readonly key: string;
	readonly help: string;
	/** Where not all fit, the least are shown; by their order unless told. */
	readonly weight?: number;
};

/** The scopes whose keys the footer names: those that move in a text have nothing to do where all below it is seen. */
export function footerScopes(scopes: readonly Scope[], scroll: View['scroll']): readonly Scope[] {
	return scroll?.down === 0 ? scopes.filter(scope => scope !== 'reading') : scopes;
}

/** Rows that a notice may have at most: what it says of where to go on must be seen, and so must the field. */
const mostNoticeRows = 4;

/** The rule, with the notice on it and below it while there is one, and as many keys as fit whole: two rows or more. */
export function footerLines(
	hints: readonly Hint[],
	notice: WizardState['notice'],
	width: number,
	look: Look,
): readonly Line[] {
	return [...noticeLines(notice, width, look), hintLine(hints, width, look)];
}

function noticeLines(notice: WizardState['notice'], width: number, look: Look): readonly Line[] {
	if (!notice) {
		return [[span('border', look.glyphs.rule.repeat(width))]];
	}

	const isError = notice.tone === 'error';
	return wrapped(look.sentence(notice.text), noticeWidth(width))
		.slice(0, mostNoticeRows)
		.map((text, index): Line => {
			if (index > 0) {
				return ['    ', span(isError ? 'bad' : 'good', text)];
			}

			const words: readonly Span[] = [
				span('border', look.glyphs.rule),
				span(isError ? 'bad' : 'good', ` ${isError ? look.glyphs.cross : look.glyphs.pointer} ${text} `),
			];
			const fitted = fit(words, width, look);
			return [...fitted, span('border', look.glyphs.rule.repeat(Math.max(0, width - widthOf(fitted))))];
		});
}

/** How many rows the notice takes; the first is the rule's own. */
export function noticeRows(notice: WizardState['notice'], width: number): number {
	return notice ? Math.min(mostNoticeRows, wrapped(notice.text, noticeWidth(width)).length) : 1;
}

function noticeWidth(width: number): number {
	return Math.max(1, width - 6);
}

/**
 * Keys in their order; one that does not fit whole, after those of less weight, is left out rather than cut. The last,
 * which is how to leave, is always there.
 */
export function hintLine(hints: readonly Hint[], width: number, look: Look): Line {
	const spans = (hint: Hint): readonly Span[] => [span('key', look.keyName(hint.key)), ` ${hint.help}`];
	const last = hints.at(-1);
	const lastSpans = last ? spans(last) : [];
	const shown = new Set<Hint>();
	let used = 1;
	const byWeight = hints
		.slice(0, -1)
		.map((hint, index) => ({hint, weight: hint.weight ?? index}))
		.sort((a, b) => a.weight - b.weight);
	for (const {hint} of byWeight) {
		const wide = widthOf(spans(hint)) + 2;
		if (used + wide + widthOf(lastSpans) <= width) {
			shown.add(hint);
			used += wide;
		}
	}

	const line = hints.filter(hint => shown.has(hint)).flatMap(hint => [...spans(hint), '  ']);
	return fit([' ', ...line, ...lastSpans], width, look);
}
