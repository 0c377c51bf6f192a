/** The end that `new --yes` and `open --yes` share: the finished text where nothing required is open, and what is said. */

import {check, standingOf} from '../core/checks/index.ts';
import {completeness} from '../core/completeness/index.ts';
import type {Document} from '../core/form/types.ts';
import {exitCodes, success, type ExitCode, type Result} from '../core/problem.ts';
import {
	leftOutByFinishing,
	leftOpen,
	refused,
	start,
	untickedByWriting,
	writtenText,
	type Beginning,
	type WizardState,
} from '../core/wizard/index.ts';
import type {Context} from './context.ts';
import {gatherFacts} from './facts.ts';
import {tellAllBut} from './tell-all.ts';

/** A document that `new` begins or began: its form, and the answers that are to stand in it. */
export type Begun = Pick<Beginning, 'form' | 'template' | 'opened'> & {
	readonly answers: NonNullable<Beginning['answers']>;
	/** Whether it ends with the comment that names its template. */
	readonly marker: boolean;
};

/**
 * What is to be written: finished where nothing required is open, else as far as it is, completed with what follows from
 * the rest. What finishing leaves out is said, and which ticks the document refutes. The problem is that of the last answer
 * that can't be written; those of others have been told.
 *
 * @param path where it is to stand; undefined where it goes to stdout
 */
export function concluded(
	{form, template, opened, answers, marker}: Begun,
	path: string | undefined,
	context: Context,
): Result<{readonly text: string; readonly state: WizardState}> {
	const facts = gatherFacts(context, path === undefined ? undefined : {document: {form, answers}, path});
	const begun = start({
		form,
		template,
		context: {today: facts.today, marker, begun: true, ...(facts.own ? {checks: facts.own} : {})},
		size: {columns: 80, rows: 24},
		...(opened === undefined ? {} : {opened}),
		answers,
		savedAt: '',
	});
	if (!begun.ok) return begun;
	const state = {...begun.value, paths: facts.paths};
	const isFinished = leftOpen(state).length === 0;
	const untold = tellAllBut(
		refused(state, isFinished).map(({problem}) => problem),
		context,
	);
	if (untold) return untold;
	const leftOut = isFinished ? leftOutByFinishing(state) : [];
	if (leftOut.length > 0) context.output.say(`left out, optional and untouched: ${leftOut.join(', ')}`);
	for (const {text, reason} of untickedByWriting(state, isFinished))
		context.output.say(`not ticked, for it is not so: “${text}”: ${reason}`);
	return success({text: writtenText(state, isFinished), state});
}

/**
 * Says what is wrong with a document that was written, what is open and how complete it is. `written` is how writing
 * ended; the exit code is that of git's refusal, else 0 for a complete document and 1 for any other.
 */
export function tellStanding(document: Document, written: ExitCode, context: Context): ExitCode {
	const {output} = context;
	// Where there is no document, how complete it would have been is of no use.
	if (written !== exitCodes.done && written !== exitCodes.git) return written;
	const messages = check(document, gatherFacts(context));
	const {required} = completeness(document, messages);
	for (const message of messages) {
		if (message.severity === 'error')
			output.say({text: 'error ', tone: 'bad'}, `line ${message.place.line}: ${message.reason}`);
	}
	for (const [id, standing] of standingOf(document).fields)
		if (standing.counts && !standing.answered) output.say({text: 'open ', tone: 'warn'}, id);
	output.say(`${required.percent} % complete (${required.answered} of ${required.total} required)`);
	if (written !== exitCodes.done) return written;
	return required.percent === 100 ? exitCodes.done : exitCodes.incomplete;
}
