/** One document checked: what is told of it, or why it can't be. */

import {dirname, resolve} from 'node:path';
import {
	evidenceRollUp,
	findings,
	gateOf,
	linkPaths,
	questionRows,
	type EvidenceRollUp,
	type GateBox,
	type QuestionRow,
} from '../core/checks/index.ts';
import {completeness} from '../core/completeness/index.ts';
import type {Problem} from '../core/problem.ts';
import type {Checked} from '../core/report/types.ts';
import type {CheckSettings} from './check-settings.ts';
import type {Context} from './context.ts';
import {gatherFacts} from './facts.ts';
import {inTime} from './in-time.ts';
import {keepCheck} from './kept-checks.ts';
import {seeDocument} from './load.ts';
import {otherThanDocument} from './passed-over.ts';
import {projectProblem} from './project-settings.ts';
import {saidOfOutdated} from './said-of-template.ts';

export type Asked = Pick<CheckSettings, 'template' | 'severities'>;

/** A file that was named, or found in a folder `isAmongOthers`, some of which may be no documents. */
export type Candidate = {readonly path: string; readonly isAmongOthers: boolean};

/** What is told of a document; the document itself is let go, for there may be many. */
export type Found = {
	readonly checked: Checked;
	readonly template: string | undefined;
	readonly isRecognised: boolean;
	/** What its evidence comes to, where its template asks for any. */
	readonly evidence: EvidenceRollUp | undefined;
	/** The boxes of its quality gate, where its template states one. */
	readonly gate: readonly GateBox[];
	/** The questions that it lists. */
	readonly questions: readonly QuestionRow[];
};

export type One =
	| Found
	/** `isTold` where it was said before, for another document. */
	| {readonly problem: Problem; readonly isTold?: true}
	/** What it is that is no document, and was not named by itself. */
	| {readonly path: string; readonly other: string};

/** The document as its template and the project's settings have it judged; what is found is kept for the next check. */
export async function checkOne(candidate: Candidate, asked: Asked, context: Context): Promise<One> {
	const {path, isAmongOthers} = candidate;
	const {template, severities} = asked;
	const seen = await seeDocument(path, context, template);
	if (!seen.ok) return {problem: seen.problem};
	const {document, text, template: known} = seen.value;
	const outdated = saidOfOutdated(seen.value);
	if (outdated !== undefined) context.output.say(outdated);
	const kept = (one: One): One => {
		keepCheck(candidate, asked, context, document.source, linkPaths(document.form, document.answers), {one, outdated});
		return one;
	};

	if (isEmpty(text)) return {problem: emptyFile(path)};
	const unsettled = projectProblem(dirname(resolve(context.cwd, path)), context);
	if (unsettled) return {problem: unsettled, isTold: true};
	const other = isAmongOthers ? otherThanDocument(seen.value, context) : undefined;
	if (other !== undefined) return kept({path, other});
	const facts = gatherFacts(context, {document, path});
	const found = inTime(text, path, (): Found => {
		const {messages, waived} = findings(document, facts, severities);
		return {
			template: known?.name,
			isRecognised: seen.value.isRecognised === true,
			evidence: evidenceRollUp(document),
			gate: gateOf(document, facts, severities),
			questions: questionRows(document, facts),
			checked: {path, source: text, messages, waived, completeness: completeness(document, messages)},
		};
	});
	return found.ok ? kept(found.value) : {problem: found.problem};
}

function isEmpty(text: string): boolean {
	return text.replace(/^\uFEFF/, '').trim() === '';
}

function emptyFile(path: string): Problem {
	return {
		code: 'file.empty',
		summary: `${path} is empty: there is nothing to check.`,
		next: 'Begin one with: specwright new',
		exit: 2,
	};
}
