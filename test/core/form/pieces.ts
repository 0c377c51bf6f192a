/** Small templates cut out of a wide one: what holds for the whole is tried on them more often in the same time. */

import fc from 'fast-check';
import {flatten, readForm} from '../../../source/core/form/index.ts';
import type {Form} from '../../../source/core/form/index.ts';

/**
 * What stands above a template's sections with each section of the second level, or with each and those behind it.
 *
 * @param count how many sections stand in each
 * @returns the template alone where it has no more sections than that
 */
function piecesOf(source: string, count = 1): readonly string[] {
	const sections = flatten(readForm(source).sections).filter(({level}) => level === 2);
	if (sections.length <= count) return [source];
	const head = source.slice(0, sections[0]!.range.from);
	return sections
		.slice(0, sections.length - count + 1)
		.map(({range}, index) => head + source.slice(range.from, sections[index + count - 1]!.range.to));
}

/** A template's forms for a law that is as true of its pieces: of a wide one mostly these, which take less time. */
export type Pieces = {
	/** The whole template and its pieces. */
	readonly forms: readonly Form[];
	/** Any of those for which something holds; of the whole it must be true. */
	readonly any: (has?: (form: Form) => boolean) => fc.Arbitrary<Form>;
};

/**
 * The forms of a template, wide or not.
 *
 * @param count how many sections stand in each piece
 */
export function formsOf(source: string, count = 1): Pieces {
	const form = readForm(source);
	const pieces = form.fields.length > 60 ? piecesOf(source, count).map(one => readForm(one)) : [];
	return {
		forms: [form, ...pieces],
		any(has = ({fields}) => fields.length > 0) {
			const some = pieces.filter(own => has(own));
			if (some.length === 0) return fc.constant(form);
			return fc.oneof({weight: 29, arbitrary: fc.constantFrom(...some)}, {weight: 1, arbitrary: fc.constant(form)});
		},
	};
}
