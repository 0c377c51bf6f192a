/** Paragraphs: what is asked for in a line or a sentence, and what only prompts. */

import type {Block, Paragraph} from '../markdown.ts';
import {blanksIn} from './blank.ts';
import {hasOpen, isOpen, type Context, type Scope} from './context.ts';
import {readLabels, type Step} from './label-paragraph.ts';
import {labelLines} from './label-lines.ts';
import {instructive, repeatNote} from './prompt.ts';
import {inlineFields, readValue, trimmed} from './value.ts';

/** Reads one paragraph: labels, a note, a blank of its own, blanks in a sentence, or a prompt. */
export function readParagraph(
	context: Context,
	block: Paragraph,
	scope: Scope,
	outer: Scope,
	blocks: readonly Block[],
	index: number,
): Step {
	const {source, prompts, put, guide, note} = context;
	const {text} = source;
	const next = blocks[index + 1];
	const range = trimmed(text, block.range);
	const raw = text.slice(range.from, range.to);
	const stay = (count: number) => ({count, scope, skip: 0});
	if (/^<!--[\s\S]*-->$/u.test(raw)) {
		guide(range);
		return stay(0);
	}

	if (repeatNote(raw) && /^[[(*_]|^for each/iu.test(raw)) {
		note(range);
		return {count: 0, scope: /^for each/iu.test(raw) ? {...scope, oneRecord: true} : scope, skip: 0};
	}

	const labels = labelLines(source, block);
	const leading =
		labels.length === 1 &&
		!labels[0]!.label.bold &&
		labels[0]!.label.end >= range.to &&
		raw.split(/\s+/u).length > 3 &&
		next?.type === 'list' &&
		!hasOpen(source, next);
	if (labels.length > 0 && !leading) {
		return readLabels(context, labels, scope, outer, blocks, index);
	}

	const reading = readValue(source, range, block.spans, source.italicsAreBlanks);
	if (reading.state === 'whole') {
		const blank = reading.blanks[0]!;
		const body = blank.inner;
		if (/:\s*[_*\]]*$/u.test(body) && next?.type === 'list') {
			if (next.items.every(item => isOpen(source, item))) {
				prompts.push({block: {...block, range}, text: body, instructive: true, whole: true});
			} else {
				guide(range);
			}

			prompts.push({block: next, text: text.slice(next.range.from, next.range.to), instructive: true, whole: false});
			return {count: 0, scope, skip: 1};
		}

		if (needOnly(body)) {
			guide(range);
			return stay(0);
		}

		if (source.italicsAreBlanks && blank.style === 'bracket' && raw.startsWith('**_') && next?.type !== undefined) {
			guide(range);
			return stay(0);
		}

		prompts.push({block: {...block, range}, text: body, instructive: true, whole: true});
		return stay(0);
	}

	if (reading.state === 'parts') {
		const all = blanksIn(text, range, block.spans, false);
		const words = raw.replaceAll(/[^\p{L}\p{N}\s]/gu, '').split(/\s+/u).length;
		// Long prose with a bracket or two in it is a prompt, not a form line.
		if (all.length > 0 && !(words > 60 && instructive(raw))) {
			return stay(put(inlineFields(source, '', all, scope.path, 'prose', 'inline'), scope));
		}
	}

	prompts.push({block, text: raw, instructive: instructive(raw) || /^\[[\s\S]*\]$/u.test(raw), whole: false});
	return stay(0);
}

function needOnly(text: string): boolean {
	return /^this section (?:is|should|must|can)\b/iu.test(text.trim());
}
