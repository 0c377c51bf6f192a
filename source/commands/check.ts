/** `check`: completeness and every check, for files, folders and globs. */

import {check, rules, type Message, type Severities, type Severity} from '../core/checks/index.ts';
import {completeness, type Completeness} from '../core/completeness/index.ts';
import {nearest} from '../core/form/index.ts';
import {failure, success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import {listOption, textOption, type Command, type Context, type Invocation} from './context.ts';
import {gatherFacts} from './facts.ts';
import {expandPaths} from './file-arguments.ts';
import {inTime} from './in-time.ts';
import {completenessJson, messageJson} from './json.ts';
import {openDocument, type OpenedDocument} from './load.ts';
import {saidOfRecognised} from './recognised.ts';
import {reportMessages} from './report-messages.ts';

type Checked = {
	readonly opened: OpenedDocument;
	readonly messages: readonly Message[];
	readonly completeness: Completeness;
};

type Settings = {
	readonly minimum: number;
	readonly severities: Severities;
	readonly isJson: boolean;
	readonly template?: string;
};

/** Ends with 0 where every file is complete and has no error, 1 where one has not, else with the first file's problem. */
export const checkFiles: Command = async (invocation, context) => {
	const {output} = context;
	const settings = readSettings(invocation);
	if (!settings.ok) return refused(settings.problem, context);
	const paths = expandPaths(invocation.args);
	if (!paths.ok) return refused(paths.problem, context);

	const checked: Checked[] = [];
	let firstProblem: Problem | undefined;
	for (const path of paths.value) {
		const opened = await openDocument(path, context, settings.value.template);
		const empty = opened.ok && isEmpty(opened.value.text) ? emptyFile(path) : undefined;
		const problem = opened.ok ? empty : opened.problem;
		if (problem) output.problem(problem);
		firstProblem ??= problem;
		if (!opened.ok || empty) continue;
		const {document, text} = opened.value;
		const facts = gatherFacts({document, path, cwd: context.cwd});
		const one = inTime(text, path, () => {
			const messages = check(document, facts, settings.value.severities);
			return {opened: opened.value, messages, completeness: completeness(document, messages)};
		});
		if (one.ok) {
			checked.push(one.value);
		} else {
			output.problem(one.problem);
			firstProblem ??= one.problem;
		}
	}

	const said = saidOfRecognised(checked.map(({opened}) => opened));
	if (said !== undefined) output.say(said);
	if (settings.value.isJson) output.json(reportJson(checked));
	else for (const one of checked) reportPretty(one, settings.value.minimum, context);
	if (firstProblem) return firstProblem.exit;
	return checked.every(one => passes(one, settings.value.minimum)) ? 0 : 1;
};

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
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

function readSettings(invocation: Invocation): Result<Settings> {
	const minimum = textOption(invocation, 'min') ?? '100';
	if (!/^\d{1,3}$/.test(minimum) || Number(minimum) > 100) {
		return failure({
			code: 'usage.min',
			summary: `--min ${minimum} is not a percentage.`,
			next: 'Give a whole number from 0 to 100.',
			exit: 2,
		});
	}
	const severities = new Map<string, Severity | 'off'>();
	for (const setting of listOption(invocation, 'rule')) {
		const [id = '', severity = ''] = setting.split('=');
		if (!rules.some(rule => rule.id === id)) {
			const near = nearest(
				id,
				rules.map(rule => rule.id),
			);
			const next = near === undefined ? `Rules: ${rules.map(rule => rule.id).join(', ')}.` : `The nearest is ${near}.`;
			return failure({code: 'usage.rule', summary: `There is no rule "${id}".`, next, exit: 2});
		}
		if (!isSeverity(severity)) {
			return failure({
				code: 'usage.severity',
				summary: `"${severity}" is no severity for ${id}.`,
				next: 'Give off, info, warn or error.',
				exit: 2,
			});
		}
		severities.set(id, severity);
	}
	const template = textOption(invocation, 'template');
	const isJson = textOption(invocation, 'format') === 'json';
	return success({minimum: Number(minimum), severities, isJson, ...(template === undefined ? {} : {template})});
}

function isSeverity(text: string): text is Severity | 'off' {
	return ['off', 'info', 'warn', 'error'].includes(text);
}

function passes({completeness: {required}, messages}: Checked, minimum: number): boolean {
	return required.percent >= minimum && messages.every(({severity}) => severity !== 'error');
}

function reportJson(checked: readonly Checked[]): unknown {
	const count = (severity: Severity): number =>
		checked.flatMap(({messages}) => messages).filter(message => message.severity === severity).length;
	return {
		files: checked.map(one => ({
			path: one.opened.path,
			template: one.opened.template?.name ?? null,
			completeness: completenessJson(one.completeness),
			messages: one.messages.map(messageJson),
		})),
		summary: {errors: count('error'), warnings: count('warn')},
	};
}

function reportPretty(one: Checked, minimum: number, {output}: Context): void {
	const {
		opened,
		messages,
		completeness: {required, all},
	} = one;
	const isGood = passes(one, minimum);
	const verb = opened.isRecognised === true ? 'read as' : 'from';
	const template = opened.template === undefined ? '' : `, ${verb} ${opened.template.name}`;
	output.report({text: `${isGood ? '✔' : '✗'} ${opened.path}`, tone: isGood ? 'good' : 'bad'}, template);
	output.report(
		`  required ${required.percent} % (${required.answered} of ${required.total})`,
		`, all ${all.percent} % (${all.answered} of ${all.total})`,
	);
	reportMessages(opened.path, messages, output);
}
