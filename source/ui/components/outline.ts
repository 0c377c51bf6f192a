/** Every section with its state, in a glyph and in a word, so that no one needs to see colours. */

import type {SectionState} from '../../core/completeness/types.ts';
import {nextShow, type OutlineRow, type OutlineShow} from '../../core/wizard/index.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {apart, drawLine, span, widthOf, windowStart, wrapped} from '../drawing/line.ts';
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

/** What the author said of it, in glyph and word; a finding is more to be told than that. */
const marks: Readonly<Record<NonNullable<OutlineRow['mark']>, readonly [Tone, 'later' | 'done', string]>> = {
	deferred: ['warn', 'later', 'put off'],
	kept: ['good', 'done', 'kept'],
};

/** Glyph and word of a row, and how they look. */
export function signOf({state, mark, isMissing}: OutlineRow, look: Look): readonly [Tone, string, string] | undefined {
	if (state === undefined) return undefined;
	if (mark !== undefined && state !== 'finding' && state !== 'not-applicable') {
		const [tone, glyph, word] = marks[mark];
		return [tone, look.glyphs[glyph], word];
	}

	return [tones[state], glyphOf(state, look), isMissing ? 'missing' : words[state]];
}

/** Rows drawn lately: a key changes one or two of them, and the rest need not be measured again. */
const lately = new Map<string, string>();
const latelyMost = 1000;

/** One row: the pointer on the row in hand, glyph, title by depth, word. */
function row(entry: OutlineRow, isCurrent: boolean, width: number, look: Look): Line {
	const unseen = entry.toLookAt === undefined ? '' : `${entry.toLookAt} to look at, `;
	const count = entry.total > 0 ? `${entry.answered}/${entry.total} ` : '';
	const [tone, glyph, word] = signOf(entry, look) ?? ['dim', ' ', ''];
	const key = [
		look.theme.name,
		look.theme.ascii,
		width,
		isCurrent,
		entry.state,
		word,
		unseen,
		count,
		entry.answered,
		entry.depth,
		entry.title,
	].join('\0');
	const known = lately.get(key);
	if (known !== undefined) {
		return {drawn: known};
	}

	const indent = '  '.repeat(Math.min(4, entry.depth));
	const title = isCurrent ? span('strong', entry.title) : entry.title;
	const left = [isCurrent ? span('accent', look.glyphs.pointer) : ' ', span(tone, glyph), ` ${indent}`, title];
	const state = word === '' ? [] : [span(tone, `${word} `)];
	const rights = (word === '' ? [''] : [unseen + count, count]).map(words => [span('dim', words), ...state]);
	// Where room is short the name is worth more than what is to look at, and than how many are open of what nobody began.
	const least = entry.answered === 0 ? state : (rights.at(-1) ?? state);
	const right = rights.find(each => widthOf(left) + widthOf(each) + 1 <= width) ?? least;
	const line = apart(left, right, width, look);
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
	none = 'No section or field has that in its name.',
): readonly Line[] {
	if (rows.length === 0) {
		return wrapped(none, Math.max(1, width - 2)).map(text => [' ', span('dim', text)]);
	}

	const start = windowStart(cursor, height, rows.length);
	return rows.slice(start, start + height).map((entry, index) => row(entry, start + index === cursor, width, look));
}

const shows: Readonly<Record<OutlineShow, readonly [string, string]>> = {
	all: ['All', 'No section or field has that in its name.'],
	required: ['Required', 'No required field has that in its name.'],
	unfilled: ['Unfilled', 'No field is empty here.'],
	failing: ['Failing', 'Nothing was found in what is answered.'],
};

/** The outline as an overlay: which fields are listed and what is filtered for on top, and the rows below. */
export function outlineView(
	props: {
		readonly rows: readonly OutlineRow[];
		readonly cursor: number;
		readonly filter?: {readonly spans: readonly Span[]; readonly column: number};
		readonly show: OutlineShow;
		/** The key that lists others. */
		readonly showKey?: string;
	},
	width: number,
	height: number,
	look: Look,
): View {
	const {rows, cursor, filter, show, showKey} = props;
	const [word, none] = shows[show];
	const below = outlineLines(rows, cursor, width, height - 1, look, none);
	if (!filter) {
		const next = shows[nextShow(show)][0].toLowerCase();
		const how = showKey === undefined ? [] : [span('key', look.keyName(showKey)), span('dim', ` shows ${next} `)];
		return {lines: [apart([' ', span('label', word)], how, width, look), ...below]};
	}

	const prompt = ' Find: ';
	const what = show === 'all' ? [] : [span('label', `${word} `)];
	return {
		lines: [apart([span('label', prompt), ...filter.spans], what, width, look), ...below],
		cursor: {row: 0, column: Math.min(width - 1, widthOf([prompt]) + filter.column)},
	};
}
