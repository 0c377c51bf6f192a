/** Where what was found in a text begins. */

import type {Field, Range} from '../core/form/types.ts';
import {linesOf} from '../core/text/index.ts';
import type {StartOf} from './form-json.ts';

/** Where things begin in a text: a field with the first word of its answer or placeholder, code behind its fence. */
export function startsIn(text: string, rangeOf: (field: Field) => Range | undefined): StartOf {
	const {lineOf, startOf, endOf} = linesOf(text);
	const offsetOf = (field: Field, range: Range): number => {
		const own = text.slice(range.from, range.to);
		const lead = field.place.at === 'fence' ? /^[^\r\n]*(?:\r\n|\n|\r)/.exec(own) : /^\s*(?=\S)/.exec(own);
		return range.from + (lead?.[0].length ?? 0);
	};
	// What is empty is told with its heading, not with the line of signs under that.
	const underHeading = (field: Field, range: Range): Range => {
		const from = startOf(range.from);
		const underline = /^ {0,3}(?:=+|-+)[ \t]*$/.test(text.slice(from, endOf(from)));
		if (field.rule !== 'body-empty' || range.from < range.to || !underline || from === 0) return range;
		const end = endOf(startOf(from - 1));
		return {from: end, to: end};
	};
	return {
		section: ({line}) => line,
		field(field) {
			const range = rangeOf(field);
			if (range === undefined) return {line: field.line, column: 1};
			const from = offsetOf(field, underHeading(field, range));
			return {line: lineOf(from), column: from - /[^\r\n]*$/.exec(text.slice(0, from))!.index + 1};
		},
		text(field) {
			const range = rangeOf(field);
			if (range === undefined) return '';
			const from = offsetOf(field, range);
			return text.slice(startOf(from), endOf(from)).trim();
		},
	};
}
