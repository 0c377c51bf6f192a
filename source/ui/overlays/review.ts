/** Everything between the document and finished; Enter goes there. */

import type {Completeness} from '../../core/completeness/types.ts';
import {cells, cut} from '../../core/text/index.ts';
import type {Gap} from '../../core/wizard/index.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {apart, span, windowStart, wrapped} from '../drawing/line.ts';
import type {Look, Tone} from '../drawing/look.ts';

export type ReviewProps = {
	readonly gaps: readonly Gap[];
	readonly cursor: number;
	readonly completeness: Completeness;
	readonly writeKey?: string;
};

/** The list with the entry in hand told in full below it. */
export function reviewView(
	{gaps, cursor, completeness, writeKey}: ReviewProps,
	width: number,
	height: number,
	look: Look,
): View {
	const {required, all} = completeness;
	const head: Line = apart(
		[' ', span('strong', 'Review')],
		[`${required.percent}%  ${required.answered}/${required.total} required, ${all.answered}/${all.total} in all `],
		width,
		look,
	);
	const write: readonly Span[] = [' ', span('key', look.keyName(writeKey ?? '^S')), ' writes the document.'];
	if (gaps.length === 0) {
		const rest = completeness.readyToFinish
			? wrapped(
					'What is left of the prompts and the guidance goes when the document is written.',
					Math.max(1, width - 2),
				)
			: [];
		return {
			lines: [
				head,
				[],
				[' ', span('good', `${look.glyphs.done} Nothing is missing and nothing was found.`)],
				...rest.map((text): Line => [' ', text]),
				[],
				write,
			],
		};
	}

	const current = Math.min(cursor, gaps.length - 1);
	const inHand = gaps[current];
	const named =
		inHand && [inHand.where, inHand.label].filter((name, at, all) => name !== '' && all.indexOf(name) === at);
	const told =
		inHand && named
			? wrapped(
					`${named.join(` ${look.glyphs.pointer} `)}: ${look.sentence(inHand.reason)}`,
					Math.max(1, width - 2),
				).slice(0, 3)
			: [];
	const listHeight = Math.max(1, height - 4 - told.length);
	const {rows, places} = listed(gaps, current, width, look);
	const at = places[current] ?? 0;
	// The name of the section stands above its first entry, so it is to be seen with it.
	const start = Math.min(windowStart(at, listHeight, rows.length), Math.max(0, at - 1));
	return {
		lines: [
			head,
			apart([' ', ...summary(gaps, look)], [...write.slice(1), ' '], width, look),
			...rows.slice(start, start + listHeight),
			[],
			...told.map((text): Line => [' ', span('dim', text)]),
		],
		cursor: {row: Math.min(height - 1, 2 + at - start), column: 1},
	};
}

/** The entries below the names of their sections, and in which row each stands. */
function listed(
	gaps: readonly Gap[],
	current: number,
	width: number,
	look: Look,
): {readonly rows: readonly Line[]; readonly places: readonly number[]} {
	const rows: Line[] = [];
	const places: number[] = [];
	for (const [index, gap] of gaps.entries()) {
		if (index === 0 || gaps[index - 1]?.where !== gap.where) rows.push([' ', span('label', gap.where)]);
		places.push(rows.length);
		rows.push(gapRow(gap, index === current, width, look));
	}

	return {rows, places};
}

/** What is missing, or that nothing is and only these want a look. */
function summary(gaps: readonly Gap[], look: Look): readonly Span[] {
	const isComplete = gaps.every(({kind}) => kind !== 'required' && kind !== 'deferred' && kind !== 'finding');
	return isComplete
		? [span('good', `${look.glyphs.done} Nothing is missing`), `, ${countWords(gaps)}`]
		: [countWords(gaps)];
}

function countWords(gaps: readonly Gap[]): string {
	const counts: readonly (readonly [Gap['kind'], string, string])[] = [
		['required', 'required answer open', 'required answers open'],
		['finding', 'finding', 'findings'],
		['deferred', 'put off', 'put off'],
		['question', 'question without an answer', 'questions without an answer'],
		['dated', 'date filled in when written', 'dates filled in when written'],
		['filled', 'other filled in when written', 'others filled in when written'],
		['confirm', 'to look at', 'to look at'],
	];
	return counts
		.map(([kind, one, many]) => {
			const count = gaps.filter(gap => gap.kind === kind).length;
			return count === 0 ? '' : `${count} ${count === 1 ? one : many}`;
		})
		.filter(words => words !== '')
		.join(', ');
}

/** Cells that a question keeps in its row, and most of those that how it stands takes from it. */
const shortestQuestion = 16;
const longestStanding = 40;

function gapRow(gap: Gap, isCurrent: boolean, width: number, look: Look): Line {
	const {glyphs} = look;
	const marks: Readonly<Record<Gap['kind'], readonly [Tone, string]>> = {
		required: ['warn', glyphs.empty],
		finding: [gap.severity === 'error' ? 'bad' : 'warn', gap.severity === 'error' ? glyphs.cross : glyphs.finding],
		deferred: ['dim', glyphs.part],
		question: ['accent', '?'],
		dated: ['dim', glyphs.notApplicable],
		filled: ['dim', glyphs.notApplicable],
		confirm: ['dim', glyphs.notApplicable],
	};
	const [tone, mark] = marks[gap.kind];
	const reason = `  ${look.sentence(gap.reason)}`;
	// How a question stands is seen, however long it is.
	const room = Math.max(shortestQuestion, width - 5 - Math.min(cells(reason), longestStanding));
	const label = gap.kind === 'question' ? cut(gap.label, room, glyphs.ellipsis) : gap.label;
	return [
		span('accent', isCurrent ? ` ${glyphs.pointer} ` : '   '),
		span(tone, `${mark} `),
		isCurrent ? span('strong', label) : label,
		span('dim', reason),
	];
}
