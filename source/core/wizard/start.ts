/** The state a session begins with: a blank template, a draft taken up again, or a document opened. */

import type {Answers, Form} from '../form/types.ts';
import {fieldById, hasField, inputOf} from './answers.ts';
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
};

/** The first state of a session. The form must have at least one field. */
export function start(beginning: Beginning): WizardState {
	const {form, template, context, size} = beginning;
	const answers: Answers = beginning.answers ?? beginning.opened?.answers ?? new Map();
	const first = form.titleField ?? form.fields[0]?.id ?? '';
	const focus = beginning.focus !== undefined && hasField(form, beginning.focus) ? beginning.focus : first;
	const answer = answers.get(focus);
	return {
		form,
		template,
		context,
		...(beginning.opened === undefined ? {} : {opened: beginning.opened}),
		size,
		answers,
		deferred: beginning.deferred ?? new Set(),
		kept: beginning.kept ?? new Set(),
		focus,
		input: inputOf(
			{form, answers, ...(beginning.opened === undefined ? {} : {opened: beginning.opened})},
			fieldById(form, focus),
		),
		entered: {field: focus, ...(answer ? {answer} : {})},
		firstRun: beginning.firstRun ?? false,
		revision: 0,
		savedRevision: 0,
		saved: {state: 'saved', at: beginning.savedAt},
		past: [],
		future: [],
		...(beginning.target === undefined ? {} : {target: beginning.target}),
	};
}
