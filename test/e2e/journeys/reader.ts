/** A person who answers line by line: what they type for an answer where one question is asked at a time. */

import type {Answer, Field} from '../../../source/core/form/index.ts';
import {inputFor} from '../../../source/core/wizard/input.ts';
import {textOf} from '../../../source/core/text/index.ts';

/** The lines that give an answer at the question of an empty field; where there is none, the one that goes on. */
export function linesFor(field: Field, answer: Answer | undefined): readonly string[] {
	if (answer?.state === 'not-applicable') return [`:na ${answer.reason}`];
	if (answer?.state !== 'answered') return [':next'];
	const wanted = inputFor(field, answer.value);
	switch (wanted.type) {
		case 'text': {
			const lines = textOf(wanted.buffer).split('\n');
			if (field.kind === 'list') return [...lines, ''];
			return field.kind === 'prose' || field.kind === 'code' ? [...lines, '.'] : lines;
		}

		case 'choice': {
			const other = textOf(wanted.other);
			return [other === '' ? wanted.picked.map(index => index + 1).join(', ') : other];
		}

		case 'checklist': {
			if (field.fixedItems) return [wanted.items.flatMap(({done}, index) => (done ? [index + 1] : [])).join(', ')];
			return [...wanted.items.map(({text, done}) => `[${done ? 'x' : ' '}] ${text}`), ''];
		}

		case 'table': {
			const columns = field.columns ?? [];
			const own = wanted.rows.flatMap((row, at) =>
				row.filter((_, column) => field.fixedRows?.[at]?.cells[columns[column]?.id ?? ''] === undefined),
			);
			return field.fixedRows ? own : [...own, ''];
		}
	}
}
