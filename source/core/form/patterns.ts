/** How a line of a template is recognised in another text: by its words in order, or by the words of its label. */

import type {Form} from './types.ts';
import type {Token} from './plan.ts';
import {cellsOf} from './value/cell.ts';
import {coreOf, quote} from './value/escape.ts';

/** A row's text as a pattern. Blanks are flexible, guidance inside the line may be gone, names may be filled. */
export function patternOf(form: Form, tokens: readonly Token[], labelAtEnd: boolean, start = ''): RegExp {
	let pattern = '';
	for (const [index, token] of tokens.entries()) {
		const text = form.source.slice(token.from, token.to);
		if (token.type === 'static') {
			const last = tokens[index - 1];
			// A value ends where the template's words go on; in the value these words have a backslash in front.
			// Words that end the row end it wherever they stand.
			const ending = tokens.slice(index + 1).every(one => one.type === 'guidance');
			const guard =
				last?.type === 'slot' && !ending && coreOf(text).length > 0
					? text.trim() === ''
						? ''
						: String.raw`\s*(?<!\\)`
					: '';
			pattern +=
				guard +
				text
					.trim()
					.split(/\s+/)
					.map(word => quote(word))
					.join(String.raw`\s+`)
					.replace(/^/, index > 0 && /^\s/.test(text) && guard === '' ? String.raw`\s*` : '') +
				(/\s$/.test(text) ? String.raw`\s*` : '');
		} else if (token.type === 'guidance') {
			pattern += String.raw`\s*(?:${text
				.trim()
				.split(/\s+/)
				.map(word => quote(word))
				.join(String.raw`\s+`)})?\s*`;
		} else {
			const open = token.type === 'mirror' ? '(?:' : '(';
			const last = index === tokens.length - 1;
			const original =
				token.type === 'slot' && labelAtEnd && last
					? ''
					: text.trim() === ''
						? ''
						: `${text
								.trim()
								.split(/\s+/)
								.map(word => quote(word))
								.join(String.raw`\s+`)}|`;
			pattern += last ? `${open}${original}.*)` : `${open}${original}.*?)`;
		}
	}

	return new RegExp(`^${start}${pattern}$`, 'ds');
}

/** The words of a label without bullet, emphasis, colon and case; empty where there are none to speak of. */
export function labelKey(text: string): string {
	const bare = text.trim();
	if (bare.includes('|')) {
		const cells = cellsOf(bare).map(cell => words(cell.text));
		return cells.some(cell => cell !== '') ? `|${cells.join('|')}` : '';
	}

	if (!/:\**_*$|^[-*+\d.)\s]*[*_]{2}[^*_]+[*_]{2}:?$/.test(bare)) return '';
	return words(bare.replace(/^(?:[-*+]|\d{1,9}[.)])\s+/, ''));
}

function words(text: string): string {
	return text
		.normalize('NFKC')
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
}
