/** A judge of answers files by their schema, which is itself held to be one without a slip. */

import {Ajv2020} from 'ajv/dist/2020.js';
import {answersSchema} from '../../../source/core/form/index.ts';
import type {Form} from '../../../source/core/form/index.ts';

/** Whether the schema of a form's answers takes a file's data. */
export function judge(form: Form): (data: unknown) => boolean {
	// Instances of a repeat are a list that goes on behind those with a schema of their own.
	const ajv = new Ajv2020({strict: true, strictTuples: false, ownProperties: true, formats: {date: true}});
	return ajv.compile(answersSchema(form, 'template')) as (data: unknown) => boolean;
}
