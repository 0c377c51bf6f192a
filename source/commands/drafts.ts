/** `drafts`: what was begun and is kept. */

import {now, today} from '../adapters/clock/index.ts';
import {draftStore, type DraftContent, type DraftStore} from '../adapters/drafts/index.ts';
import {check, noFacts} from '../core/checks/index.ts';
import {completeness, type Share} from '../core/completeness/index.ts';
import {failure, type Problem, type Result} from '../core/problem.ts';
import {filled, replay, title as titleOf, type Replayed} from '../core/wizard/index.ts';
import {printAnswers} from './answers.ts';
import {isSet, type Command, type Context} from './context.ts';
import {withKnownDrafts} from './unknown-draft.ts';
import {checksFor, groundOf, targetOf} from './wizard/session.ts';

function storeOf({env}: Context): DraftStore {
	return draftStore({now: () => now(), environment: env});
}

type Seen = {
	readonly replayed: Replayed;
	readonly title: string;
	readonly text: string;
	readonly required: Share;
};

/**
 * A draft as a person knows it: its document's title, its text and how far it is. Of a document that was opened, the
 * draft has only what was changed in it; the rest is what the document said.
 */
export function look({header, records}: DraftContent, context: Context): Seen {
	const {form, opened, answers} = groundOf(header);
	const replayed = replay(form, records, answers);
	const document = filled({form: replayed.form, ...(opened ? {opened} : {})}, replayed.answers);
	const {required} = completeness(
		document,
		check(document, {...noFacts, today: today(), own: checksFor(header, context)}),
	);
	return {replayed, title: titleOf(replayed), text: document.source, required};
}

export const listAll: Command = async (invocation, context) => {
	const {output} = context;
	const listed = storeOf(context).listDrafts();
	if (!listed.ok) return refused(listed.problem, context);
	for (const {problem} of listed.value.unreadable) output.problem(problem);
	const rows = listed.value.drafts.map(draft => {
		const {title, required, replayed} = look(draft, context);
		const {id, header, updated, finished, torn, holder} = draft;
		const {answered, total, percent} = required;
		return {
			id,
			title,
			template: header.template.name,
			target: targetOf(replayed, header),
			root: header.root,
			updated,
			required: {answered, total, percent},
			finished,
			torn,
			openIn: holder?.pid,
		};
	});
	if (isSet(invocation, 'json')) {
		output.json(rows);
		return 0;
	}
	if (rows.length === 0) output.say('There are no drafts. Begin a document with: specwright new');
	for (const {id, title, template, target, updated, required, finished, openIn} of rows) {
		const state =
			openIn !== undefined
				? `open in process ${openIn}`
				: finished
					? 'written'
					: `${required.percent} %, ${required.answered} of ${required.total}`;
		output.report({text: id, tone: 'strong'}, `  ${title === '' ? '(no title yet)' : title}  `, {
			text: [template, state, `saved ${updated}`, ...(target === undefined ? [] : [target])].join(', '),
			tone: 'dim',
		});
	}
	return 0;
};

export const show: Command = async (invocation, context) => {
	const read = readNamed(invocation.args, context);
	if (!read.ok) return refused(read.problem, context);
	const {replayed, title, text, required} = look(read.value, context);
	const {header, id, updated} = read.value;
	const {output} = context;
	if (isSet(invocation, 'json')) {
		output.json({
			id,
			title,
			template: header.template.name,
			root: header.root,
			target: targetOf(replayed, header),
			created: header.created,
			updated,
			answers: Object.fromEntries(replayed.answers),
		});
		return 0;
	}
	output.report(
		{text: title === '' ? '(no title yet)' : title, tone: 'strong'},
		`  ${header.template.name}, ${required.answered} of ${required.total} required (${required.percent} %)`,
	);
	output.text(text);
	return 0;
};

export const remove: Command = async ({args}, context) => {
	const [id = ''] = args;
	const removed = storeOf(context).removeDraft(id);
	if (!removed.ok) return refused(withKnownDrafts(removed.problem, id, context), context);
	context.output.say(`removed the draft ${id}`);
	return 0;
};

export const exportAnswers: Command = async (invocation, context) => {
	const read = readNamed(invocation.args, context);
	if (!read.ok) return refused(read.problem, context);
	const {replayed} = look(read.value, context);
	printAnswers(replayed.form, replayed.answers, read.value.header.template, invocation, context);
	return 0;
};

function readNamed([id = '']: readonly string[], context: Context): Result<DraftContent> {
	const read = storeOf(context).readDraft(id);
	return read.ok ? read : failure(withKnownDrafts(read.problem, id, context));
}

function refused(problem: Problem, {output}: Context): Problem['exit'] {
	output.problem(problem);
	return problem.exit;
}
