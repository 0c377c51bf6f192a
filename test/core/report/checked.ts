/** A document checked, for reports to be made from. */

import {check} from '../../../source/core/checks/index.ts';
import type {Message} from '../../../source/core/checks/types.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {match, readForm} from '../../../source/core/form/index.ts';
import type {Checked} from '../../../source/core/report/types.ts';

export const template = `# Plan: [name of the plan]

- **Owner:** [name]
- **Due:** YYYY-MM-DD

## Goals

- [Goal 1]
- [Goal 2]
`;

/** The source as a document of the template. */
export function checkedText(source: string, path = 'docs/plan.md'): Checked {
	const document = match(readForm(template), source);
	const messages = check(document);
	return {path, source, messages, completeness: completeness(document, messages)};
}

/** What an attacker, or bad luck, may put into names and texts: line ends, escapes, overrides, what formats give a meaning. */
export const hostile =
	'a%0Ab\n::error::x,y:z\r\u001B[31m\u202Egnp.\u{1F469}\u200D\u{1F4BB} [l](javascript:x) {0} | <b>';

/** A finding about a piece of the source. */
export function messageAt(source: string, piece: string, more: Partial<Message> = {}): Message {
	const from = source.indexOf(piece);
	const before = source.slice(0, from).split('\n');
	const inside = piece.split('\n');
	const column = before.at(-1)!.length + 1;
	return {
		ruleId: 'to-be-done',
		severity: 'error',
		reason: 'A reason.',
		place: {
			line: before.length,
			column,
			endLine: before.length + inside.length - 1,
			endColumn: inside.length === 1 ? column + piece.length : inside.at(-1)!.length + 1,
			range: {from, to: from + piece.length},
		},
		...more,
	};
}
