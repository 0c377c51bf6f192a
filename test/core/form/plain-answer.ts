/** Answers without anything special in them. */

import type {Answer, Field} from '../../../source/core/form/index.ts';

/** A plain answer of the field's kind; undefined where there is no plain one. */
export function plainAnswer(field: Field): Answer | undefined {
	const several = (value: string): Answer => ({state: 'answered', value: field.multiple ? [value] : value});
	switch (field.kind) {
		case 'choice': {
			return several(field.options[0] ?? 'Chosen');
		}

		case 'person': {
			return several('Ann Example');
		}

		case 'link': {
			return several('https://example.org/x');
		}

		case 'date': {
			return {state: 'answered', value: '2026-03-04'};
		}

		case 'number': {
			return {state: 'answered', value: '7'};
		}

		case 'list': {
			return field.item?.parts ? undefined : {state: 'answered', value: ['first thing', 'second thing']};
		}

		case 'text':
		case 'prose': {
			return {state: 'answered', value: 'The queue keeps what was sent.'};
		}

		default: {
			return undefined;
		}
	}
}
