/** Boxes: moving among them, ticking them, and items of the author's own. */

import type {Field} from '../form/types.ts';
import {createBuffer} from '../text/index.ts';
import {changeRows, clamp} from './row-changes.ts';
import type {Command} from './actions.ts';
import type {Input} from './types.ts';

/** A checklist's input after a `list.*` or `row.*` command; the same input where it means nothing there. */
export function onChecklist(field: Field, input: Extract<Input, {type: 'checklist'}>, command: Command): Input {
	const {items, cursor} = input;
	const {editing: _, ...rest} = input;
	const at = (next: number, list = items): Input => {
		const position = clamp(next, 0, Math.max(0, list.length - 1));
		const item = list[position];
		const editing = item && !field.fixedItems ? {editing: createBuffer(item.text, {multiline: false})} : {};
		return {...rest, items: list, cursor: position, ...editing};
	};

	switch (command) {
		case 'list.up': {
			return at(cursor - 1);
		}

		case 'list.down': {
			return at(cursor + 1);
		}

		case 'list.toggle': {
			return {...input, items: items.map((item, index) => (index === cursor ? {...item, done: !item.done} : item))};
		}

		default: {
			if (field.fixedItems) return input;
			const changed = changeRows(items, cursor, command, () => ({text: '', done: false}));
			if (!changed) return input;
			return at(changed.at, changed.rows.length > 0 ? changed.rows : [{text: '', done: false}]);
		}
	}
}
