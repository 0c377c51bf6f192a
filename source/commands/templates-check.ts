/** `templates check NAME-OR-FILE`: what the reader sees in a template, and what it found doubtful. */

import {checkTemplate, type Message, type Severity} from '../core/checks/index.ts';
import {fill} from '../core/form/index.ts';
import type {Form, Section} from '../core/form/types.ts';
import {counted} from '../core/text/index.ts';
import {isSet, type Command} from './context.ts';
import {sectionsJson, templateJson} from './form-json.ts';
import {messageJson} from './json.ts';
import {loadTemplate} from './load.ts';
import {reportOutline} from './outline.ts';
import {reportMessages} from './report-messages.ts';
import {startsIn} from './starts.ts';

/** Tells counts, every section with its fields and why each is one, and the doubts. An error makes it exit with 1. */
export const checkOne: Command = async (invocation, context) => {
	const {output} = context;
	const [name = ''] = invocation.args;
	const loaded = await loadTemplate(name, context);
	if (!loaded.ok) {
		output.problem(loaded.problem);
		return loaded.problem.exit;
	}

	const {form} = loaded.value;
	const document = fill(form, new Map());
	const messages = checkTemplate(form);
	const starts = startsIn(form.source, ({range}) => range);
	const counts = countsOf(form);
	const summary = {errors: count(messages, 'error'), warnings: count(messages, 'warn'), infos: count(messages, 'info')};
	if (isSet(invocation, 'json')) {
		output.json({
			template: templateJson(loaded.value, form.title),
			counts,
			sections: sectionsJson(document, true, starts),
			messages: messages.map(messageJson),
			summary,
		});
	} else {
		output.report(
			{text: form.title === '' ? name : form.title, tone: 'strong'},
			`  (${loaded.value.name}, ${loaded.value.origin})`,
		);
		output.report(
			`${counted(counts.sections, 'section')}, ${counted(counts.fields, 'field')}: ${inWords(counts.kinds)}; ${inWords(counts.requirements)}`,
		);
		reportOutline(document, starts, true, output);
		output.report('');
		reportMessages(name, messages, output, {helped: () => true});
		output.report(
			messages.length === 0
				? {text: 'Nothing doubtful.', tone: 'good'}
				: `${several(summary.errors, 'error')}, ${several(summary.warnings + summary.infos, 'doubt')}`,
		);
	}

	return summary.errors > 0 ? 1 : 0;
};

function several(number: number, what: string): string {
	return `${number} ${what}${number === 1 ? '' : 's'}`;
}

function count(messages: readonly Message[], severity: Severity): number {
	return messages.filter(message => message.severity === severity).length;
}

type Counts = Readonly<Record<string, number>>;

function countsOf(form: Form): {
	readonly sections: number;
	readonly fields: number;
	readonly repeats: number;
	readonly kinds: Counts;
	readonly requirements: Counts;
} {
	const sections = (all: readonly Section[]): number =>
		all.reduce((sum, one) => sum + (one.level > 0 ? 1 : 0) + sections(one.sections), 0);
	return {
		sections: sections(form.sections),
		fields: form.fields.length,
		repeats: form.repeats.length,
		kinds: tally(form.fields.map(({kind}) => kind)),
		requirements: tally(form.fields.map(({requirement}) => requirement)),
	};
}

function tally(words: readonly string[]): Counts {
	const counts: Record<string, number> = {};
	for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
	return Object.fromEntries(Object.entries(counts).sort(([, one], [, other]) => other - one));
}

function inWords(counts: Counts): string {
	return Object.entries(counts)
		.map(([word, number]) => `${number} ${word}`)
		.join(', ');
}
