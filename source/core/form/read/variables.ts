/** One name in braces in several places is one variable: asked once, filled everywhere. */

import type {Block, Table} from '../markdown.ts';
import type {Field} from '../types.ts';
import {blanksIn} from './blank.ts';
import {variableOf} from './inline.ts';

/** `Feature Name`, `Feature` and `feature` are one name; so are `.Title` and `Title`. */
export function variableKey(name: string): string {
	return name
		.replace(/^[.$_]+/u, '')
		.replaceAll(/[_\s-]+/gu, ' ')
		.trim()
		.toLowerCase()
		.replace(/ name$/u, '');
}

/** Whether a name says what goes behind a label, and not which one: it may stand behind several. */
function isAnyLabels(name: string): boolean {
	return /^(?:links?|urls?|dates?|descriptions?|details?|reasons?|values?)(?:\s+(?:if|to|of)\b.*)?$/iu.test(
		name.trim(),
	);
}

/** Whether a field has a label of its own, besides the words of its blank. */
function isLabelled({label, variable}: Field): boolean {
	return variable !== undefined && variableKey(label) !== variableKey(variable);
}

/**
 * Joins fields of one variable: the first keeps its place, the others become its mirrors. `scopeOf` tells the repeat
 * instance that a field stands in, because equal names in two instances are two answers.
 */
export function joinVariables(
	fields: readonly Field[],
	scopeOf: (field: Field) => string,
): {readonly fields: Field[]; readonly joined: ReadonlySet<string>} {
	const first = new Map<string, number>();
	const result: Array<Field | undefined> = [];
	const joined = new Set<string>();
	for (const field of fields) {
		if (field.variable === undefined) {
			result.push(field);
			continue;
		}

		const key = scoped(scopeOf(field), field.variable);
		const at = first.get(key);
		const earlier = at === undefined ? undefined : result[at];
		// `{{link}}` behind two labels is two links.
		if (
			earlier &&
			isAnyLabels(field.variable) &&
			isLabelled(field) &&
			isLabelled(earlier) &&
			earlier.label !== field.label
		) {
			const {variable: _, ...own} = field;
			result.push(own);
			continue;
		}

		if (at === undefined || !earlier) {
			first.set(key, result.length);
			result.push(field);
			continue;
		}

		result[at] = {
			...earlier,
			...(earlier.options.length === 0 && field.options.length > 0 && {kind: field.kind, options: field.options}),
			mirrors: [...earlier.mirrors, {range: field.range, spelling: field.variable, place: field.place}],
		};
		joined.add(field.id);
	}

	return {fields: result.filter(field => field !== undefined), joined};
}

/** The other places of variables in tables' cells that are no field: in their heads, and in names of rows that stay. */
export function nameInTables(
	source: string,
	fields: readonly Field[],
	blocks: readonly Block[],
	scopeOf: (at: number) => string,
): readonly Field[] {
	const asked = new Map<string, Field>();
	for (const field of fields)
		if (field.variable !== undefined) asked.set(scoped(scopeOf(field.range.from), field.variable), field);
	if (asked.size === 0) return fields;
	const taken = fields.flatMap(({range, mirrors}) => [range, ...mirrors.map(mirror => mirror.range)]);
	const found = new Map<Field, Field['mirrors'][number][]>();
	for (const {cells} of tablesIn(blocks).flatMap(({header, rows}) => [header, ...rows])) {
		for (const cell of cells) {
			for (const blank of blanksIn(source, cell, cell.spans, false)) {
				const {variableName: spelling} = variableOf(blank);
				const {range} = blank;
				const field = spelling === undefined ? undefined : asked.get(scoped(scopeOf(range.from), spelling));
				if (!field || taken.some(one => range.from < one.to && range.to > one.from)) continue;
				found.set(field, [...(found.get(field) ?? []), {range, spelling: spelling!, place: {at: 'cell'}}]);
			}
		}
	}

	return found.size === 0
		? fields
		: fields.map(field => {
				const more = found.get(field);
				return more
					? {...field, mirrors: [...field.mirrors, ...more].sort((a, b) => a.range.from - b.range.from)}
					: field;
			});
}

function tablesIn(blocks: readonly Block[]): readonly Table[] {
	return blocks.flatMap(block => {
		switch (block.type) {
			case 'table': {
				return [block];
			}

			case 'quote': {
				return tablesIn(block.children);
			}

			case 'list': {
				return block.items.flatMap(item => tablesIn(item.children));
			}

			default: {
				return [];
			}
		}
	});
}

/**
 * Finds the variables that code samples name. A name in braces that nothing outside code asks for is the language's own.
 */
export function nameInCode(
	source: string,
	fields: readonly Field[],
	scopeOf: (field: Field) => string,
): readonly Field[] {
	const asked = new Map<string, string>();
	for (const field of fields) {
		if (field.variable !== undefined) asked.set(scoped(scopeOf(field), field.variable), field.id);
	}

	if (asked.size === 0) {
		return fields;
	}

	return fields.map(field => {
		if (field.place.at !== 'fence') {
			return field;
		}

		const names = blanksIn(source, field.place.content, [], false).flatMap(blank => {
			const {variableName: spelling} = variableOf(blank);
			const of =
				spelling === undefined
					? undefined
					: (asked.get(scoped(scopeOf(field), spelling)) ?? asked.get(scoped('', spelling)));
			return spelling === undefined || of === undefined ? [] : [{range: blank.range, spelling, of}];
		});
		return names.length > 0 ? {...field, names} : field;
	});
}

function scoped(scope: string, name: string): string {
	return `${scope}\u0000${variableKey(name)}`;
}
