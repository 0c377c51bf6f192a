/** The labelled lines of a paragraph. */

import type {Paragraph, Span} from '../markdown.ts';
import type {Source} from './found-field.ts';
import {readLabel, type Label} from './label.ts';

export type LabelLine = {
	readonly label: Label;
	readonly from: number;
	readonly to: number;
	readonly spans: readonly Span[];
};

/** The lines of a paragraph that begin with a label, each with the lines that follow it. */
export function labelLines(source: Source, block: Paragraph): LabelLine[] {
	const {text} = source;
	const found: LabelLine[] = [];
	let at = block.range.from;
	while (at < block.range.to) {
		const end = Math.min(block.range.to, source.lines.endOf(at));
		let start = at;
		while (start < end && /[\s>]/u.test(text[start]!)) {
			start++;
		}

		const label = readLabel(text, start, end);
		const last = found.at(-1);
		if (label) {
			found.push({label, from: start, to: end, spans: block.spans});
		} else if (last) {
			found[found.length - 1] = {...last, to: end};
		} else if (found.length === 0) {
			return [];
		}

		at = source.lines.nextOf(at);
		if (at >= text.length) {
			break;
		}
	}

	return found;
}
