/** The third law on generated templates whose documents are finished. */

import fc from 'fast-check';
import {describe, it} from 'vitest';
import {fill, readForm} from '../../../source/core/form/index.ts';
import type {Answers, Form} from '../../../source/core/form/index.ts';
import {patience, tries} from '../../property.ts';
import {template} from './generate.ts';
import {readsBack} from './reads-back.ts';
import {answersFor} from './values.ts';

const form = template.map(source => readForm(source)).filter(({fields}) => fields.length > 0 && fields.length < 60);

/** A form and answers to some of its fields. */
function answered(forms: fc.Arbitrary<Form>): fc.Arbitrary<readonly [Form, Answers]> {
	return forms.chain(own => fc.tuple(fc.constant(own), answersFor(own, 3)));
}

describe('a generated template', () => {
	it('gives back what was answered when it is finished', {timeout: patience}, () => {
		fc.assert(
			fc.property(answered(form), ([own, given]) => readsBack(own, given, fill(own, given, {finish: true}))),
			tries(),
		);
	});
});
