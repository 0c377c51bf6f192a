/** A document that was changed on disk meanwhile: what changed there, and the ways to go on. */

import type {Merged} from '../../core/text/index.ts';
import type {Difference} from '../components/difference.ts';
import {differenceView} from '../components/difference.ts';
import type {Line, View} from '../drawing/line.ts';
import {limited, span, wrapped} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import type {KeyNames} from '../keys.ts';

export type ConflictProps = {
	/** What changed on disk since the document was opened. */
	readonly difference: Difference;
	/** The author's text and the file's brought together, or why that can't be. */
	readonly merged: Merged | undefined;
	/** How far down the difference is read. */
	readonly scroll: number;
	readonly key: KeyNames;
};

/** The question in `height` rows: the answers are always there, the difference takes what they leave. */
export function conflictView(props: ConflictProps, width: number, height: number, look: Look): View {
	const both = bothLines(props, width, look);
	const answers: readonly Line[] = [
		[],
		[' ', span('key', props.key('conflict.mine')), ' mine: replace the file; the difference is shown first'],
		[' ', span('key', props.key('conflict.theirs')), ' theirs: leave the file as it is; the draft keeps your answers'],
		...limited(both, Math.max(1, height - 7), look),
		[' ', span('key', props.key('view.close')), ' back, to choose another name'],
	];
	const shown = differenceView(props.difference, props.scroll, Math.max(2, height - answers.length - 1));
	return {
		...shown,
		lines: [[' ', span('warn', 'The file was changed on disk since it was opened here.')], ...shown.lines, ...answers],
	};
}

/** How both come together: in one key, or which lines keep them from it. */
function bothLines({merged, key}: ConflictProps, width: number, look: Look): readonly Line[] {
	if (merged?.type === 'merged')
		return [[' ', span('key', key('conflict.both')), ' both: bring them together; shown before it is written']];
	const what =
		merged?.type === 'conflicts'
			? 'both can not be brought together here, for both changed these lines:'
			: 'both can not be brought together here, for too much differs.';
	const places = merged?.type === 'conflicts' ? merged.conflicts : [];
	return [
		[' ', span('dim', look.glyphs.notApplicable), ` ${what}`],
		...places.flatMap(({line, mine, theirs}) =>
			wrapped(
				look.sentence(`line ${line}: mine ${lineWords(mine)}, theirs ${lineWords(theirs)}`),
				Math.max(1, width - 6),
			).map((text, index): Line => [
				index === 0 ? span('bad', `   ${look.glyphs.cross} `) : '     ',
				span('dim', text),
			]),
		),
	];
}

function lineWords(lines: readonly string[]): string {
	const [first, ...rest] = lines;
	if (first === undefined) return 'takes them out';
	return `“${first}”${rest.length > 0 ? ` and ${rest.length} more` : ''}`;
}
