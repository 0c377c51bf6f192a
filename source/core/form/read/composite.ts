/** Composites: `yes/no + date` asks two things in one blank. */

import type {Range} from '../types.ts';
import {askedBy, type Asked} from './kind.ts';
import {yesOrNo} from './label-words.ts';

/** One of the things that a composite asks, and where its placeholder stands; the sign between two belongs to neither. */
export type CompositePart = {readonly label: string; readonly asked: Asked; readonly range: Range};

const pair = new RegExp(`^(?<open>[[<{(]?)(?<first>${yesOrNo})\\s*[+&]\\s*(?<second>[^+&\\n]{1,60})$`, 'iu');

/**
 * The two things that a value such as `<yes/no + date>` asks: whether, and what is known of it then. Undefined where it is
 * anything else; details in free words (`<yes/no + details>`) are one answer with the yes or no in front of them.
 *
 * @param range the value, with the brackets around it
 */
export function compositeParts(text: string, label: string, range: Range): readonly CompositePart[] | undefined {
	const raw = text.slice(range.from, range.to);
	const found = pair.exec(raw)?.groups;
	if (!found) return undefined;
	const second = found['second']!;
	const detail = second.replace(/[\]>})]$/u, '').trim();
	const known = askedBy('', detail, true);
	const whether = askedBy(label, found['first']!, true);
	if (known.kind === 'text' || known.kind === 'prose' || whether.kind !== 'choice') return undefined;
	return [
		{label, asked: whether, range: {from: range.from, to: range.from + found['open']!.length + found['first']!.length}},
		{label: `${label} ${detail}`.trim(), asked: known, range: {from: range.to - second.length, to: range.to}},
	];
}
