/** The other places of a variable: where its name stands again, its answer does too. */

import type {Mirror} from './plan.ts';
import type {Answer, Form} from './types.ts';
import {encodeCell} from './value/cell.ts';
import {escapeLines} from './value/escape.ts';
import {encodeScalar} from './value/scalar.ts';

/**
 * What stands at a variable's other place: its answer as typed, or lower-cased where the name is written so; `N/A` where
 * it does not apply (the reason stands where it was asked); `raw`, the template's own text, while there is no answer.
 */
export function mirrored(
	{source}: Form,
	{place, range, spelling}: Mirror,
	answer: Answer | undefined,
	raw: string,
): string {
	if (answer?.state === 'not-applicable') return 'N/A';
	if (answer?.state !== 'answered' || typeof answer.value !== 'string') return raw;
	const name = spelling.replaceAll(/[{}$_\s]/g, '');
	const isLower = name !== '' && name === name.toLowerCase() && name !== name.toUpperCase();
	const flat = answer.value.replaceAll(/\s*\n\s*/g, ' ');
	const text = isLower ? flat.toLowerCase() : flat;
	if (place.at === 'cell' || place.at === 'rows') return encodeCell(text);
	if (place.at === 'yaml') {
		const quote = source[range.from - 1];
		return encodeScalar(text, quote === '"' || quote === "'" ? quote : undefined);
	}

	// At the start of a line a word could become a heading or a rule.
	const before = source.slice(Math.max(0, range.from - 80), range.from);
	return /(?:^|[\r\n])[ \t]*$/.test(before) ? escapeLines(text) : text;
}
