/** The lines of a section that name something: `- **name:** what it is`, with the items below each. */

import type {partsOf} from '../form/index.ts';

type Part = ReturnType<typeof partsOf>[number];

type Written = {
	readonly text: string;
	/** Where its text begins in the document. */
	readonly from: number;
};

export type MetadataLine = Written & {
	/** In lower case, with `_` for blanks and hyphens. */
	readonly key: string;
	/** Where the line's own words begin. */
	readonly at: number;
	/** The list items below it. */
	readonly items: readonly Written[];
};

const bullet = /^[-*+][ \t]+|^\d{1,9}[.)][ \t]+/;
const label =
	/^(?:\*\*|__)?`?(?<key>[A-Za-z][A-Za-z _-]{0,40}?)`?(?:[ \t]*\([^()]*\))?(?:(?:\*\*|__)[ \t]*:|:[ \t]*(?:\*\*|__)|:)[ \t]*/;

/** The section's lines with a key. A line without one that is not indented less goes on with the one above it. */
export function metadataLines(source: string, {lines}: Part): readonly MetadataLine[] {
	const found: {key: string; at: number; text: string; from: number; items: Written[]; indent: number}[] = [];
	for (const {from, to, state} of lines) {
		if (state !== 'plain') continue;
		const line = source.slice(from, to);
		const indent = /^[ \t]*/.exec(line)![0].length;
		const last = found.at(-1);
		const mark = bullet.exec(line.slice(indent))?.[0] ?? '';
		const at = from + indent + mark.length;
		const rest = line.slice(indent + mark.length);
		const isBelow = last !== undefined && indent > last.indent;
		const key = isBelow ? undefined : label.exec(rest);
		if (key?.groups) {
			const start = at + key[0].length;
			found.push({key: normal(key.groups['key']!), at, ...trimmed(source.slice(start, to), start), items: [], indent});
		} else if (last && isBelow && mark !== '') {
			const box = /^\[[ xX]\][ \t]+/.exec(rest)?.[0].length ?? 0;
			last.items.push(trimmed(rest.slice(box), at + box));
		} else if (last && isBelow && rest.trim() !== '') {
			const item = last.items.at(-1);
			if (item) last.items[last.items.length - 1] = {...item, text: `${item.text} ${rest.trim()}`};
			else if (last.text === '') Object.assign(last, trimmed(rest, at));
			else last.text += ` ${rest.trim()}`;
		}
	}

	return found;
}

function normal(key: string): string {
	return key.trim().toLowerCase().replaceAll(/[ -]+/g, '_');
}

/** Without blanks around it, and without the code signs that some put round a value. */
function trimmed(text: string, from: number): Written {
	const lead = /^\s*/.exec(text)![0].length;
	const inner = text.trim();
	const code = /^`([^`]+)`$/.exec(inner)?.[1];
	return code === undefined ? {text: inner, from: from + lead} : {text: code, from: from + lead + 1};
}
