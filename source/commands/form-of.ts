/** Texts read as forms, as the author's settings have them read. */

import {readForm} from '../core/form/index.ts';
import type {Form} from '../core/form/types.ts';
import type {Result} from '../core/problem.ts';
import type {Context} from './context.ts';
import {inTime} from './in-time.ts';
import {loadSettings} from './user-settings.ts';

/**
 * The form of a text that the file or template `name` holds, read with the words for requirement that the settings add.
 * The problem says that it is too complex (6).
 */
export function formOf(text: string, name: string, context: Context): Result<Form> {
	return inTime(text, name, () => formIn(text, context));
}

/** The same, for work that is stopped in time as a whole. */
export function formIn(text: string, context: Context): Form {
	return readForm(text, {words: loadSettings(context).requirementWords});
}
