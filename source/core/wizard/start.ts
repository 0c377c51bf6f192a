/** The state a session begins with: a blank template, a draft taken up again, or a document opened. */

import type {Answers, Form} from '../form/types.ts';
import {failure, success, type Result} from '../problem.ts';
import {enter, hasField} from './answers.ts';
import {inputFor} from './input.ts';
import type {Context, TemplateRef, WizardState} from './types.ts';

export type Beginning = {
	readonly form: Form;
	readonly template: TemplateRef;
	readonly context: Context;
	readonly size: {readonly columns: number; readonly rows: number};
	readonly opened?: WizardState['opened'];
	readonly answers?: WizardState['answers'];
	readonly deferred?: WizardState['deferred'];
	readonly kept?: WizardState['kept'];
	readonly focus?: string;
	readonly target?: string;
	readonly firstRun?: boolean;
	/** When the draft was last saved, ISO 8601. */
	readonly savedAt: string;
	/** Why nothing may be changed, as a sentence, where that is so. */
	readonly readOnly?: string;
};

/**
 * The first state of a session, on the first field of the document unless another is named. A form that asks nothing has
 * no wizard: `template.no-fields`.
 */
export function start(beginning: Beginning): Result<WizardState> {
	const {form, template, context, size} = beginning;
	const [first] = form.fields;
	if (!first) {
		return failure({
			code: 'template.no-fields',
			summary: 'There is nothing to fill in: no blank, no label and no empty section was found.',
			next: 'See how the file was read with: specwright inspect FILE',
			exit: 2,
		});
	}

	const answers: Answers = beginning.answers ?? beginning.opened?.answers ?? new Map();
	const focus = beginning.focus !== undefined && hasField(form, beginning.focus) ? beginning.focus : first.id;
	return success(
		enter({
			form,
			template,
			context,
			...(beginning.opened === undefined ? {} : {opened: beginning.opened}),
			size,
			answers,
			deferred: beginning.deferred ?? new Set(),
			kept: beginning.kept ?? new Set(),
			focus,
			input: inputFor(first, undefined),
			killed: '',
			paths: new Map(),
			firstRun: beginning.firstRun ?? false,
			revision: 0,
			savedRevision: 0,
			saved:
				beginning.readOnly === undefined
					? {state: 'saved', at: beginning.savedAt}
					: {state: 'read-only', reason: beginning.readOnly},
			past: [],
			future: [],
			...(beginning.target === undefined ? {} : {target: beginning.target}),
		}),
	);
}
