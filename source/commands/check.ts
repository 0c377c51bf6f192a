/** `check`: completeness and every check, for files, folders and globs. */

import {sha256} from '../adapters/files/index.ts';
import {barFor, notKnown} from '../core/report/index.ts';
import type {Checked} from '../core/report/types.ts';
import type {ExitCode, Problem} from '../core/problem.ts';
import {nameIn, readBaseline, writeBaseline, type BaselineFile} from './baseline.ts';
import {checkAll} from './check-all.ts';
import type {Found} from './check-one.ts';
import {passes, reports} from './check-report.ts';
import {checkSettings} from './check-settings.ts';
import type {Command, Context} from './context.ts';
import {expandPaths} from './file-arguments.ts';
import {noDocuments} from './passed-over.ts';
import {saidOfRecognised} from './said-of-template.ts';

export type CheckedDocument = Checked &
	Omit<Found, 'checked'> & {
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
	const candidates = paths.value.map(path => ({path, isAmongOthers: !invocation.args.includes(path)}));
	for await (const one of checkAll(candidates, settings.value, context)) {
		if ('other' in one) {
			passedOver.push(`${one.path} (${one.other})`);
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
	await reports[format]?.(judged, problems, context);
	if (firstProblem) return firstProblem.exit;
	return judged.every(passes) ? 0 : 1;
};

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
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
