/** A person who answers by keys alone: what they press for a value is decided by the kind of the field in hand. */

import type {Column, Field, Value} from '../../../source/core/form/index.ts';
import {inputFor} from '../../../source/core/wizard/input.ts';
import {textOf} from '../../../source/core/text/index.ts';
import {keyFor} from './bound.ts';

/** The keys that give `value` in an empty field, without those that leave it. */
export function keysFor(field: Field, value: Value): readonly string[] {
	const wanted = inputFor(field, value);
	switch (wanted.type) {
		case 'text': {
			return lineByLine(textOf(wanted.buffer));
		}

		case 'choice': {
			const other = textOf(wanted.other);
			const picked = wanted.picked.map(index => digit(index));
			return other === '' ? picked : [...picked, digit(field.options.length), other];
		}

		case 'checklist': {
			const down = keyFor('list.down', 'checklist');
			if (field.fixedItems) {
				const tick = keyFor('list.toggle', 'ticks');
				return wanted.items.flatMap(({done}) => (done ? [tick, down] : [down]));
			}

			const tick = keyFor('list.toggle', 'items');
			return wanted.items.flatMap(({text, done}, at) => [
				...(at > 0 ? [keyFor('row.add', 'items')] : []),
				text,
				...(done ? [tick] : []),
			]);
		}

		case 'table': {
			return cellByCell(field, wanted.rows);
		}
	}
}

function digit(index: number): string {
	if (index > 8) throw new Error('Only the first nine options have a digit.');
	return String(index + 1);
}

/** Lines as they are typed: a new line begins as far in as the one before, which is taken back where it begins elsewhere. */
function lineByLine(text: string): readonly string[] {
	let indent = '';
	return text.split('\n').flatMap((line, at) => {
		const next = at > 0 ? [keyFor('newline')] : [];
		const rest = line.startsWith(indent) ? [line.slice(indent.length)] : [keyFor('kill-to-start'), line];
		indent = /^[ \t]*/.exec(line)?.[0] ?? '';
		return [...next, ...rest];
	});
}

/** Each cell that is the author's, row by row, with the key between that goes to the next of them. */
function cellByCell(field: Field, rows: readonly (readonly string[])[]): readonly string[] {
	const isOwn = ({id}: Column, row: number): boolean => field.fixedRows?.[row]?.cells[id] === undefined;
	return rows
		.flatMap((row, at) => row.filter((_, column) => isOwn(field.columns![column]!, at)))
		.flatMap((cell, at) => (at > 0 ? [keyFor('cell.next'), cell] : [cell]));
}
