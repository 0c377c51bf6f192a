import type {Column, Field, Row, Value} from '../../../source/core/form/types.ts';

/** A valid answer for a field, of the kind that it asks for. */
export function valid(field: Field, seed: number): Value {
	switch (field.kind) {
		case 'choice': {
			const option = field.options[seed % field.options.length] ?? 'none';
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

function cell({kind, options}: Column, seed: number): string {
	switch (kind) {
		case 'choice':
			return options?.[seed % options.length] ?? 'none';
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
