/** The line above a field: its name, whether it must be answered, what kind of answer it wants. */

import type {Field} from '../../core/form/types.ts';
import {bufferOf} from '../../core/wizard/index.ts';
import type {Input} from '../../core/wizard/types.ts';
import type {Line, Span} from '../drawing/line.ts';
import {apart, span} from '../drawing/line.ts';
import type {Look, Tone} from '../drawing/look.ts';
import {selectionWords} from './text-input.ts';

/** The keys that tick an item: where items are typed, and where they are fixed. */
type TickKeys = {readonly tick?: string; readonly tickFixed?: string};

/** The field's name, whether it must be answered, and what kind of answer it wants. */
export function titleLine(
	{field, keys, input}: {readonly field: Field; readonly keys: TickKeys; readonly input?: Input},
	width: number,
	look: Look,
): Line {
	const requirement: Readonly<Record<Field['requirement'], readonly [Tone, string]>> = {
		required: ['warn', 'required'],
		recommended: ['dim', 'recommended'],
		optional: ['dim', 'optional'],
		conditional: ['dim', 'if it applies'],
		unspecified: ['dim', ''],
	};
	const [tone, word] = field.boilerplate ? (['dim', 'from the template'] as const) : requirement[field.requirement];
	const left: readonly Span[] = [' ', span('label', field.label), '  ', span(tone, word)];
	const inHand = input && bufferOf(input);
	const selected = inHand && selectionWords(inHand);
	const right = selected === undefined ? span('dim', kindWords(field, keys)) : span('value', selected);
	return apart(left, [right, ' '], width, look);
}

/** What kind of answer is wanted, in a word or two. */
function kindWords(field: Field, {tick = '', tickFixed = ''}: TickKeys): string {
	switch (field.kind) {
		case 'text': {
			return field.unit ? `amount in ${field.unit}` : 'one line';
		}

		case 'prose': {
			return 'Markdown';
		}

		case 'choice': {
			return field.multiple ? 'choose any' : 'choose one';
		}

		case 'date': {
			return `date ${field.format ?? 'YYYY-MM-DD'}, today, +2w`;
		}

		case 'number': {
			return field.unit ? `number in ${field.unit}` : 'number';
		}

		case 'list': {
			return field.item?.idPrefix ? 'an item a line, numbered for you' : 'an item a line';
		}

		case 'checklist': {
			return field.fixedItems ? `${tickFixed} ticks` : `an item a line, ${tick} ticks`;
		}

		case 'table': {
			return 'table';
		}

		case 'code': {
			return field.language ? field.language : 'code';
		}

		case 'link': {
			return field.multiple ? 'paths or links' : 'path or link';
		}

		case 'person': {
			return field.multiple ? 'names, with commas' : 'name';
		}

		case 'record': {
			return 'parts';
		}
	}
}
