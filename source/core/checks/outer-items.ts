/** The items of a list as it stands in a text. */

import type {Range} from '../form/types.ts';

const bullet = /^([ \t]*)(?:[-*+]|\d{1,9}[.)])[ \t]+/;

/** The items of the outermost list in a part of a text, each with what stands below it and where it stands in the text. */
export function outerItems(source: string, span: Range): readonly {readonly text: string; readonly at: number}[] {
	// The bullet in front of which a part begins may be indented, which tells it from those below it.
	const from = span.from - /[ \t]*$/.exec(source.slice(Math.max(0, span.from - 80), span.from))![0].length;
	const text = source.slice(from, span.to);
	const starts: number[] = [];
	let indent: number | undefined;
	for (const line of text.matchAll(/[^\r\n]+/g)) {
		const width = bullet.exec(line[0])?.[1]?.length;
		if (width === undefined) continue;
		indent ??= width;
		if (width <= indent) starts.push(line.index);
	}
	return starts.map((at, index) => ({text: text.slice(at, starts[index + 1] ?? text.length).trimEnd(), at: from + at}));
}
