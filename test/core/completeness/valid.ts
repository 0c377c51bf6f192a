import {isFinal, stateNamed} from '../../../source/core/checks/question-words.ts';
import type {Column, Field, Row, Value} from '../../../source/core/form/types.ts';

/**
 * One of a choice's options; of a status one that goes with any other: no document is approved, and no question is open, so
 * that nobody says that both are so.
 */
function optionOf({label, options = []}: Pick<Column, 'label' | 'options'>, seed: number): string {
	const calm = options.filter(
		option => !isFinal(option) && !['open', 'in-progress', 'blocked'].includes(stateNamed(option) ?? ''),
	);
	const some = /status|state/i.test(label) && calm.length > 0 ? calm : options;
	return some[seed % some.length] ?? 'none';
}

/** A valid answer for a field, of the kind that it asks for. */
export function valid(field: Field, seed: number): Value {
	switch (field.kind) {
		case 'choice': {
			const option = optionOf(field, seed);
			return field.multiple ? [option] : option;
		}
		case 'date':
			return `2026-03-${String((seed % 28) + 1).padStart(2, '0')}`;
		case 'number':
			return String(seed);
		case 'link':
			return field.multiple ? [`docs/page-${seed}.md`] : `docs/page-${seed}.md`;
		case 'list':
			return field.item?.parts
				? [Object.fromEntries(field.item.parts.map(({id}) => [id, `part ${seed}`]))]
				: [`item ${seed}`, 'another'];
		case 'checklist':
			return field.fixedItems
				? Object.fromEntries(field.fixedItems.map(({id}) => [id, true]))
				: [{text: `check ${seed}`, done: true}];
		case 'table': {
			const columns = field.columns ?? [];
			const row = (fixed: Row = {}): Row =>
				Object.fromEntries(
					columns.filter(({id}) => fixed[id] === undefined).map(column => [column.id, cell(column, seed)]),
				);
			return field.fixedRows ? Object.fromEntries(field.fixedRows.map(({id, cells}) => [id, row(cells)])) : [row()];
		}
		case 'person':
			return field.multiple ? ['Ada', 'Grace'] : 'Ada';
		case 'code':
			return codeIn(field.language, seed);
		default:
			return `Words ${seed}.`;
	}
}

/** Code that is of its language, where that is looked at. */
function codeIn(language: string | undefined, seed: number): string {
	if (language === 'mermaid') return `flowchart LR\n  A --> B${seed}`;
	return language === 'json' ? `{"number": ${seed}}` : `number: ${seed}`;
}

function cell(column: Column, seed: number): string {
	switch (column.kind) {
		case 'choice':
			return optionOf(column, seed);
		case 'date':
			return '2026-03-09';
		case 'number':
			return String(seed);
		case 'link':
			return `docs/page-${seed}.md`;
		default:
			return `cell ${seed}`;
	}
}
