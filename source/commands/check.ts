/** `check`: completeness and every check, for files, folders and globs. */

import {dirname, resolve} from 'node:path';
import {sha256} from '../adapters/files/index.ts';
import {evidenceRollUp, findings, gateOf, type EvidenceRollUp, type GateBox} from '../core/checks/index.ts';
import {completeness} from '../core/completeness/index.ts';
import {barFor, notKnown} from '../core/report/index.ts';
import type {Checked} from '../core/report/types.ts';
import type {ExitCode, Problem} from '../core/problem.ts';
import {nameIn, readBaseline, writeBaseline, type BaselineFile} from './baseline.ts';
import {passes, reports} from './check-report.ts';
import {checkSettings, type CheckSettings} from './check-settings.ts';
import type {Command, Context} from './context.ts';
import {gatherFacts} from './facts.ts';
import {expandPaths} from './file-arguments.ts';
import {inTime} from './in-time.ts';
import {seeDocument} from './load.ts';
import {noDocuments, otherThanDocument} from './passed-over.ts';
import {projectProblem} from './project-settings.ts';
import {saidOfOutdated, saidOfRecognised} from './recognised.ts';

export type CheckedDocument = Checked & {
	readonly template: string | undefined;
	readonly isRecognised: boolean;
	/** What its evidence comes to, where its template asks for any. */
	readonly evidence: EvidenceRollUp | undefined;
	/** The boxes of its quality gate, where its template states one. */
	readonly gate: readonly GateBox[];
	/** The percentage that it must reach. */
	readonly minimum: number;
	/** How many findings a baseline has kept from being told; undefined without one. */
	readonly known?: number;
};

/** Ends with 0 where every file is complete and has no error, 1 where one has not, else with the first file's problem. */
export const checkFiles: Command = async (invocation, context) => {
	const {output} = context;
	const settings = checkSettings(invocation);
	if (!settings.ok) return refused(settings.problem, context);
	const {format, minimum, baseline: named, isBaselineWritten} = settings.value;
	const paths = expandPaths(invocation.args);
	if (!paths.ok) return refused(paths.problem, context);
	const baseline = named === undefined ? undefined : readBaseline(named, isBaselineWritten);
	if (baseline && !baseline.ok) return refused(baseline.problem, context);

	const found: Found[] = [];
	const problems: Problem[] = [];
	const passedOver: string[] = [];
	for (const path of paths.value) {
		const one = await checkOne(path, !invocation.args.includes(path), settings.value, context);
		if ('other' in one) {
			passedOver.push(`${path} (${one.other})`);
		} else if ('problem' in one) {
			if (one.isTold !== true) output.problem(one.problem);
			problems.push(one.problem);
		} else {
			found.push(one);
		}
	}

	if (passedOver.length > 0) output.say(`passed over: ${passedOver.join(', ')}`);
	if (passedOver.length === paths.value.length) return refused(noDocuments(invocation.args), context);
	const said = saidOfRecognised(
		found.map(({template, ...rest}) => ({...rest, template: template === undefined ? undefined : {name: template}})),
	);
	if (said !== undefined) output.say(said);
	const [firstProblem] = problems;
	if (baseline && isBaselineWritten)
		return keep(
			baseline.value,
			found.map(({checked}) => checked),
			firstProblem,
			context,
		);
	const judged = found.map(one => judge(one, minimum, baseline?.value));
	reports[format]?.(judged, problems, context);
	if (firstProblem) return firstProblem.exit;
	return judged.every(passes) ? 0 : 1;
};

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

/** What is told of a document; the document itself is let go, for there may be many. */
type Found = Pick<CheckedDocument, 'template' | 'isRecognised' | 'evidence' | 'gate'> & {readonly checked: Checked};
type One =
	| Found
	/** `isTold` where it was said before, for another document. */
	| {readonly problem: Problem; readonly isTold?: true}
	/** What it is that is no document, and was not named by itself. */
	| {readonly other: string};

async function checkOne(
	path: string,
	isAmongOthers: boolean,
	{template, severities}: CheckSettings,
	context: Context,
): Promise<One> {
	const seen = await seeDocument(path, context, template);
	if (!seen.ok) return {problem: seen.problem};
	const {document, text, template: known} = seen.value;
	const outdated = saidOfOutdated(seen.value);
	if (outdated !== undefined) context.output.say(outdated);
	if (isEmpty(text)) return {problem: emptyFile(path)};
	const unsettled = projectProblem(dirname(resolve(context.cwd, path)), context);
	if (unsettled) return {problem: unsettled, isTold: true};
	const other = isAmongOthers ? otherThanDocument(seen.value, context) : undefined;
	if (other !== undefined) return {other};
	const facts = gatherFacts(context, {document, path});
	const found = inTime(text, path, (): Found => {
		const {messages, waived} = findings(document, facts, severities);
		return {
			template: known?.name,
			isRecognised: seen.value.isRecognised === true,
			evidence: evidenceRollUp(document),
			gate: gateOf(document, facts, severities),
			checked: {path, source: text, messages, waived, completeness: completeness(document, messages)},
		};
	});
	return found.ok ? found.value : {problem: found.problem};
}

/** What was found in a document, without what the baseline lets be, and the bar that holds for it. */
function judge({checked, ...of}: Found, minimum: number, baseline: BaselineFile | undefined): CheckedDocument {
	if (!baseline) return {...checked, ...of, minimum};
	const entry = baseline.baseline.get(nameIn(baseline, checked.path));
	const messages = notKnown(entry, checked, sha256);
	const known = checked.messages.length - messages.length;
	return {...checked, ...of, messages, known, minimum: barFor(entry, minimum)};
}

/** Writes what was found into the baseline, in place of telling it. */
function keep(
	baseline: BaselineFile,
	checked: readonly Checked[],
	problem: Problem | undefined,
	context: Context,
): ExitCode {
	const written = writeBaseline(baseline, checked);
	if (!written.ok) return refused(written.problem, context);
	const {findings, files} = written.value;
	context.output.say({text: 'wrote ', tone: 'good'}, `${baseline.path} (findings: ${findings}, documents: ${files})`);
	return problem?.exit ?? 0;
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
