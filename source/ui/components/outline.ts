/** Every section with its state, in a glyph and in a word, so that no one needs to see colours. */

import type {SectionState} from '../../core/completeness/types.ts';
import type {OutlineRow} from '../../core/wizard/index.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {apart, drawLine, span, widthOf, windowStart} from '../drawing/line.ts';
import type {Look, Tone} from '../drawing/look.ts';

const words: Readonly<Record<SectionState, string>> = {
	done: 'done',
	part: 'part',
	empty: 'empty',
	finding: 'finding',
	'not-applicable': 'n/a',
};

const tones: Readonly<Record<SectionState, Tone>> = {
	done: 'good',
	part: 'warn',
	empty: 'dim',
	finding: 'bad',
	'not-applicable': 'dim',
};

function glyphOf(state: SectionState, look: Look): string {
	const {glyphs} = look;
	return {
		done: glyphs.done,
		part: glyphs.part,
		empty: glyphs.empty,
		finding: glyphs.finding,
		'not-applicable': glyphs.notApplicable,
	}[state];
}

/** Rows drawn lately: a key changes one or two of them, and the rest need not be measured again. */
const lately = new Map<string, string>();
const latelyMost = 1000;

/** One row: the pointer on the row in hand, glyph, title by depth, word. */
function row(entry: OutlineRow, isCurrent: boolean, width: number, look: Look): Line {
	const count = entry.total > 0 ? `${entry.answered}/${entry.total} ` : '';
	const word = entry.isMissing ? 'missing' : entry.state && words[entry.state];
	const key = [
		look.theme.name,
		look.theme.ascii,
		width,
		isCurrent,
		entry.state,
		word,
		count,
		entry.depth,
		entry.title,
	].join('\0');
	const known = lately.get(key);
	if (known !== undefined) {
		return {drawn: known};
	}

	const indent = '  '.repeat(Math.min(4, entry.depth));
	const title = isCurrent ? span('strong', entry.title) : entry.title;
	const line = apart(
		[
			isCurrent ? span('accent', look.glyphs.pointer) : ' ',
			entry.state ? span(tones[entry.state], glyphOf(entry.state, look)) : ' ',
			` ${indent}`,
			title,
		],
		entry.state ? [span('dim', count), span(tones[entry.state], `${word} `)] : [],
		width,
		look,
	);
	const drawn = drawLine(line, width, look);
	if (lately.size >= latelyMost) {
		lately.clear();
	}

	lately.set(key, drawn);
	return {drawn};
}

/** Rows around `cursor`, the place in hand. */
export function outlineLines(
	rows: readonly OutlineRow[],
	cursor: number,
	width: number,
	height: number,
	look: Look,
): readonly Line[] {
	if (rows.length === 0) {
		return [[span('dim', ' No section or field has that in its name.')]];
	}

	const start = windowStart(cursor, height, rows.length);
	return rows.slice(start, start + height).map((entry, index) => row(entry, start + index === cursor, width, look));
}

/** The outline as an overlay: what is filtered for on top, and the rows below. */
export function outlineView(
	props: {
		readonly rows: readonly OutlineRow[];
		readonly cursor: number;
		readonly filter?: {readonly spans: readonly Span[]; readonly column: number};
	},
	width: number,
	height: number,
	look: Look,
): View {
	const {rows, cursor, filter} = props;
	if (!filter) {
		return {lines: outlineLines(rows, cursor, width, height, look)};
	}

	const prompt = ' Find: ';
	return {
		lines: [[span('label', prompt), ...filter.spans], ...outlineLines(rows, cursor, width, height - 1, look)],
		cursor: {row: 0, column: Math.min(width - 1, widthOf([prompt]) + filter.column)},
	};
}
