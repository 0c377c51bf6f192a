/** Options: moving among them, taking them and letting them go. */

import type {Field} from '../form/types.ts';
import {createBuffer} from '../text/index.ts';
import {clamp} from './row-changes.ts';
import type {Command} from './actions.ts';
import type {Input} from './types.ts';

type ChoiceInput = Extract<Input, {type: 'choice'}>;

/** A choice's input after a `list.*` command; the same input where it means nothing there. */
export function onChoice(field: Field, input: ChoiceInput, command: Command): Input {
	const last = field.options.length - 1 + (field.open ? 1 : 0);
	switch (command) {
		case 'list.up':
		case 'list.down': {
			const cursor = clamp(input.cursor + (command === 'list.up' ? -1 : 1), 0, last);
			return {...input, cursor, typingOther: cursor === field.options.length};
		}

		case 'list.toggle':
		case 'list.choose': {
			return pick(field, input, input.cursor);
		}

		default: {
			return input;
		}
	}
}

/** A choice's input with the option at `index` taken, or let go where several may be taken; behind the last is "other". */
export function pick(field: Field, input: ChoiceInput, index: number): Input {
	if (index >= field.options.length)
		return field.open ? {...input, cursor: field.options.length, typingOther: true} : input;
	const isPicked = input.picked.includes(index);
	if (field.multiple) {
		const picked = isPicked
			? input.picked.filter(other => other !== index)
			: [...input.picked, index].sort((a, b) => a - b);
		return {...input, cursor: index, picked, typingOther: false};
	}

	return {...input, cursor: index, picked: [index], other: createBuffer('', {multiline: false}), typingOther: false};
}
