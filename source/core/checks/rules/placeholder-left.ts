import {cellsOf} from '../../form/index.ts';
import type {Field} from '../../form/types.ts';
import {masked} from '../masked.ts';
import {nameOf} from '../naming.ts';
import {isOwnForm, standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';

/**
 * The template's own blank, left inside an answer: the second of two goals still `[Goal 2]`. Brackets of the author's
 * own, such as `[RFC 2119]`, are none of its business, so that without the template it is silent.
 */
export const placeholderLeft: Rule = {
	id: 'placeholder-left',
	severity: 'error',
	summary: 'No placeholder of the template is left inside an answer.',
	*run(document) {
		if (isOwnForm(document)) return;
		for (const entry of standingOf(document).fields.values()) {
			const {field} = entry;
			const span = document.spans.get(field.id);
			if (entry.state !== 'answered' || !span || field.kind === 'code') continue;
			const tokens = tokensOf(field);
			if (tokens.size === 0) continue;
			const text = document.source.slice(span.from, span.to);
			if (!/[[<{]|YYYY/.test(text)) continue;
			const words = masked(text);
			const where = cellNames(field, text);
			for (const match of words.matchAll(blanks)) {
				if (!tokens.has(match[0])) continue;
				yield {
					reason: `${nameOf(entry)} still has the template's "${match[0]}"${where(match.index)}.`,
					range: {from: span.from + match.index, to: span.from + match.index + match[0].length},
					section: field.section,
					field: field.id,
					help: 'Replace it with your own words, or remove it.',
				};
			}
		}
	},
	examples: [
		{
			title: "One of the template's goals is still there.",
			template: '# Plan\n\n## Goals\n\n- [Goal 1]\n- [Goal 2]\n',
			document: '# Plan\n\n## Goals\n\n- Sign every event\n- [Goal 2]\n',
			findings: 1,
		},
		{
			title: "Brackets of the author's own.",
			template: '# Plan\n\n## Goals\n\n- [Goal 1]\n- [Goal 2]\n',
			document: '# Plan\n\n## Goals\n\n- Follow [RFC 2119] in every interface\n',
			findings: 0,
		},
		{
			title: 'A cell of a row that was begun.',
			template: '# Plan\n\n## Risks\n\n| Risk | Owner |\n| --- | --- |\n| [what may happen] | [who watches it] |\n',
			document: '# Plan\n\n## Risks\n\n| Risk | Owner |\n| --- | --- |\n| The key leaks | [who watches it] |\n',
			findings: 1,
		},
	],
};

/**
 * Says where in a table an offset of its text is: ` in row Support, column Owner`; nothing where the field is no table.
 * Offsets are asked for in order, so that a long table is counted through once.
 */
function cellNames({columns, fixedRows}: Field, text: string): (offset: number) => string {
	let row = 1;
	let start = 0;
	return offset => {
		if (!columns) return '';
		for (let end = text.indexOf('\n', start); end >= 0 && end < offset; end = text.indexOf('\n', start)) {
			start = end + 1;
			row++;
		}

		const end = text.indexOf('\n', offset);
		const cells = cellsOf(text.slice(start, end < 0 ? undefined : end));
		const column = columns[cells.findIndex(({from, to}) => from <= offset - start && offset - start < to)];
		const name = fixedRows ? (cells[0]?.text.replaceAll(/[*_`]/g, '') ?? '') : String(row);
		return column ? ` in row ${name}, column ${column.label}` : '';
	};
}

/** Text in brackets that is no link, footnote or check box, and date masks. */
const blanks = /\[(?![ xX^]\]?)[^[\]\n]{2,}\](?![([:])|<[^<>\n]{2,}>|\{\{?[^{}\n]{2,}\}?\}|\bYYYY-MM-DD\b/g;

const known = new WeakMap<Field, ReadonlySet<string>>();

/** The blanks in a field's placeholder, found once. */
function tokensOf(field: Field): ReadonlySet<string> {
	let tokens = known.get(field);
	if (!tokens) {
		tokens = new Set(Array.from(field.placeholder.matchAll(blanks), match => match[0]));
		known.set(field, tokens);
	}
	return tokens;
}
