/** What the flags of `diagrams` ask for. */

import {exitCodes, failure, success, type Problem, type Result} from '../core/problem.ts';
import {isSet, textOption, type Invocation} from './context.ts';

export type DiagramSettings = {
	readonly isCheck: boolean;
	readonly isJson: boolean;
	/** Only characters that every terminal has. */
	readonly isAscii: boolean;
	/** As what they are to be drawn; undefined where they are only listed. */
	readonly format?: 'text' | 'svg';
	/** The folder that the drawings go to. */
	readonly out?: string;
	/** Whether another file may be replaced there. */
	readonly mayReplace: boolean;
};

/** The settings, or what is wrong with a flag (2). */
export function diagramSettings(invocation: Invocation): Result<DiagramSettings> {
	const format = textOption(invocation, 'format');
	const out = textOption(invocation, 'out');
	const isCheck = isSet(invocation, 'check');
	const problem = wrong(format, out, isCheck, isSet(invocation, 'force'));
	if (problem) return failure(problem);
	return success({
		isCheck,
		isJson: isSet(invocation, 'json'),
		isAscii: isSet(invocation, 'ascii'),
		mayReplace: isSet(invocation, 'force'),
		...(format === undefined ? {} : {format: format === 'svg' ? 'svg' : 'text'}),
		...(out === undefined ? {} : {out}),
	});
}

function wrong(
	format: string | undefined,
	out: string | undefined,
	isCheck: boolean,
	isForced: boolean,
): Problem | undefined {
	if (format === 'png') {
		return usage(
			'PNG is not drawn: that takes a browser or fonts of its own, and there is neither.',
			'Draw with --format svg, and let another program make PNG of it, such as rsvg-convert or Inkscape.',
		);
	}
	if (format !== undefined && format !== 'text' && format !== 'svg') {
		return usage(`There is no format "${format}".`, 'Give text or svg.');
	}
	if (isCheck && format !== undefined) {
		return usage('--check draws nothing, so it cannot go with --format.', 'Give one of them.');
	}
	if (out === '') return usage('--out names no folder.', 'Name the folder that the drawings go to.');
	if (out !== undefined && format === undefined) {
		return usage('--out is for drawings.', 'Say with --format text or --format svg how to draw them.');
	}
	if (isForced && out === undefined) return usage('--force is for --out, which is not given.', 'Leave it out.');
	return undefined;
}

function usage(summary: string, next: string): Problem {
	return {code: 'usage.flags', summary, next, exit: exitCodes.usage};
}
