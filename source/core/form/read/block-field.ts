/** Fields over whole blocks: code and prose. */

import type {Code} from '../markdown.ts';
import {slug} from '../slug.ts';
import type {Range} from '../types.ts';
import {blockLines, foundField, type FoundField, type Source} from './found-field.ts';
import type {Rule} from './rules.ts';
import {shownText} from './shown.ts';

/** A code block as a field: the whole fence is replaced, what stands in it is the sample. */
export function codeField(source: Source, block: Code, label: string, path: readonly string[]): FoundField {
	const {text, lines} = source;
	const line = lines.startOf(block.range.from);
	const start = text[line] === '\uFEFF' ? line + 1 : line;
	const lead = /^[ \t>]*/u.exec(text.slice(start, block.range.from))![0];
	// Indented code is answered with a fence, which must not be indented like it.
	const own = !block.fenced && lead.trim() === '' && start + lead.length === block.range.from;
	const indent = own ? lead.replace(/(?: {4}| {0,3}\t)$/u, '') : lead;
	const language = block.info.split(/[\s{,]/u)[0] ?? '';
	return foundField({
		label: label,
		kind: 'code',
		range: own ? {from: start + indent.length, to: block.range.to} : block.range,
		place: {at: 'fence', indent, content: block.content},
		placeholder: text.slice(block.content.from, block.content.to),
		...(language !== '' && {language}),
		path:
			path.length > 0
				? path
				: [/^(?:mermaid|plantuml|dot)$/iu.test(language) ? 'diagram' : language === '' ? 'code' : slug(language)],
		rule: block.fenced ? 'code-fence' : 'code-indented',
	});
}

/** A field over whole lines of prose. */
export function proseField(
	source: Source,
	label: string,
	range: Range,
	path: readonly string[],
	prompt: string,
	blank: boolean,
	rule: Rule,
): FoundField {
	const lines = blockLines(source, range);
	return foundField({
		label,
		kind: 'prose',
		range: lines,
		place: {at: 'block', indent: ''},
		placeholder: source.text.slice(range.from, range.to),
		path,
		blank,
		prefilled: !blank,
		guidance: blank ? [shownText(prompt)] : [],
		rule,
	});
}
