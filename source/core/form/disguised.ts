/** Headings that are none for Markdown: `##Title` without a blank, a bold line alone, or words with a colon alone. */

import type {Form} from './types.ts';
import {headingKey, headingShape, partsOf} from './headings.ts';
import type {Part} from './headings.ts';
import {isBlank} from './line-pieces.ts';
import type {Line} from './lines.ts';
import type {Plan} from './plan.ts';

/**
 * The parts of a document, divided also at lines that stand for headings of its template. That is done only where the
 * document lacks half of the template's headings and has two or more such lines: in any other one, a line of that kind
 * is its author's text. Where there is no heading at all, and one of the template's glued to its sign, all that are glued
 * are headings.
 */
export function withDisguised(form: Form, plan: Plan, parts: readonly Part[]): readonly Part[] {
	const levels = new Map(
		plan.chunks.flatMap(chunk => {
			const {key, level, open} = headingShape(form, chunk);
			return chunk.section && level > 0 && key !== '' && !open && !chunk.note ? [[key, level] as const] : [];
		}),
	);
	const all = levels.size;
	for (const part of parts) levels.delete(headingKey(part.text));
	if (levels.size < 2 || levels.size * 2 < all) return parts;
	const glues = parts.length === 1 && parts[0]!.lines.some(line => levels.has(headingKey(gluedIn(line)?.text ?? '')));
	const labels = labelsOf(form, plan);
	let count = 0;
	const divided = parts.flatMap(part => {
		const pieces: Part[] = [];
		let head = part;
		let lines: Line[] = [];
		for (const [index, line] of part.lines.entries()) {
			const isText = (index > 0 && !isBlank(part.lines[index - 1]!.text)) || labels(head.text, line);
			const found = isText ? undefined : headingIn(line, levels, glues);
			if (!found) {
				lines.push(line);
				continue;
			}

			pieces.push({...head, to: line.from, lines});
			head = {...found, from: line.from, to: part.to, lines: []};
			lines = [];
			count++;
		}

		return [...pieces, {...head, lines}];
	});
	return count < 2 ? parts : divided;
}

/** Whether a line is a label that the template itself has below the heading of those words. */
function labelsOf(form: Form, plan: Plan): (heading: string, line: Line) => boolean {
	const labels = new Set<string>();
	// Words of a heading that is filled in are not the template's.
	const open = new Set(plan.chunks.filter(chunk => headingShape(form, chunk).open).map(({range}) => range.from));
	for (const {text, from, lines} of partsOf(form.source)) {
		const key = open.has(from) ? '' : headingKey(text);
		for (const line of lines) {
			const alone = aloneIn(line);
			if (alone) labels.add(`${key}\n${headingKey(alone.text)}`);
		}
	}

	return (heading, line) => {
		const key = headingKey(aloneIn(line)?.text ?? '');
		return key !== '' && (labels.has(`${headingKey(heading)}\n${key}`) || labels.has(`\n${key}`));
	};
}

type Head = Pick<Part, 'level' | 'text' | 'textFrom'>;

/** The heading that a line stands for; each of the template's is taken once. */
function headingIn(line: Line, levels: Map<string, number>, glues: boolean): Head | undefined {
	const found = gluedIn(line) ?? aloneIn(line);
	const key = headingKey(found?.text ?? '');
	const level = levels.get(key);
	levels.delete(key);
	if (!found || (level === undefined && !(glues && found.level > 0))) return undefined;
	return {...found, level: found.level || level!};
}

/** Words behind number signs without a blank between. */
function gluedIn({text, to, state}: Line): Head | undefined {
	const glued = state === 'plain' ? /^ {0,3}(#{1,6})(?=[^#\s])/.exec(text) : null;
	if (!glued) return undefined;
	const lead = glued[0].length;
	return {level: glued[1]!.length, text: text.slice(lead).trimEnd(), textFrom: to - text.length + lead};
}

/** A line that is bold or ends in a colon, and has nothing else in it; its level is the template's. */
function aloneIn({text, to, state}: Line): Head | undefined {
	if (state !== 'plain' || !/^\s*(?:(\*\*|__)[^*_]+\1:?|[^\s:|][^:|]{1,60}:)\s*$/.test(text)) return undefined;
	const lead = /^\s*/.exec(text)![0].length;
	return {level: 0, text: text.slice(lead).trimEnd(), textFrom: to - text.length + lead};
}
