/** What `check` found, in the form that was asked for. */

import {isAbsolute, relative, resolve, sep} from 'node:path';
import {sha256} from '../adapters/files/index.ts';
import {questionCounts, type Severity} from '../core/checks/index.ts';
import {githubLines} from '../core/report/index.ts';
import type {Problem} from '../core/problem.ts';
import type {Context} from './context.ts';
import {completenessJson, evidenceJson, gateJson, messageJson, questionsJson} from './json.ts';
import type {CheckedDocument} from './check.ts';
import {repositoryRoot} from './catalogs.ts';
import {reportMessages} from './report-messages.ts';

/** Whether a document is as good as it was asked to be. */
export function passes({completeness: {required}, messages, minimum}: CheckedDocument): boolean {
	return required.percent >= minimum && messages.every(({severity}) => severity !== 'error');
}

type Report = (
	checked: readonly CheckedDocument[],
	problems: readonly Problem[],
	context: Context,
) => void | Promise<void>;

/** By the name of the format. */
export const reports: Readonly<Record<string, Report>> = {
	pretty(checked, _, context) {
		for (const one of checked) pretty(one, context);
	},
	json(checked, _, {output}) {
		output.json(reportJson(checked));
	},
	async sarif(checked, problems, context) {
		// It lists every rule, which no other format needs where nothing is checked anew.
		const {sarifLog} = await import('../core/report/index.ts');
		const {output, version} = context;
		const failures = problems.map(({summary}) => summary);
		output.json(sarifLog(fromRoot(checked, context), {version, digest: sha256, failures}));
	},
	github(checked, _, context) {
		for (const one of fromRoot(checked, context))
			for (const line of githubLines(one, one.minimum)) context.output.report(line);
	},
};

/** The documents by their paths from the repository's top, as services know files; by their whole paths outside of it. */
function fromRoot(checked: readonly CheckedDocument[], {cwd}: Context): readonly CheckedDocument[] {
	const root = repositoryRoot(cwd, cwd);
	return checked.map(one => {
		const whole = resolve(cwd, one.path);
		const below = relative(root, whole);
		const isOutside = isAbsolute(below) || below.split(sep)[0] === '..';
		return {...one, path: (isOutside ? whole : below).split(sep).join('/')};
	});
}

function reportJson(checked: readonly CheckedDocument[]): unknown {
	const count = (severity: Severity): number =>
		checked.flatMap(({messages}) => messages).filter(message => message.severity === severity).length;
	return {
		files: checked.map(
			({path, source, template, completeness, messages, waived = [], evidence, gate, questions, known}) => ({
				path,
				template: template ?? null,
				completeness: completenessJson(completeness),
				messages: messages.map(messageJson),
				waived: waived.map(message => ({...messageJson(message), waiver: message.waiver})),
				evidence: evidenceJson(evidence),
				gate: gateJson(gate, source),
				questions: questionsJson(questions, source),
				known,
			}),
		),
		summary: {errors: count('error'), warnings: count('warn')},
	};
}

function pretty(one: CheckedDocument, {output}: Context): void {
	const {
		path,
		source,
		messages,
		known,
		questions,
		waived = [],
		completeness: {required, all},
	} = one;
	const isGood = passes(one);
	const verb = one.isRecognised ? 'read as' : 'from';
	const template = one.template === undefined ? '' : `, ${verb} ${one.template}`;
	output.report({text: `${isGood ? '✔' : '✗'} ${path}`, tone: isGood ? 'good' : 'bad'}, template);
	output.report(
		`  required ${required.percent} % (${required.answered} of ${required.total})`,
		`, all ${all.percent} % (${all.answered} of ${all.total})`,
	);
	if (questions.length > 0) output.report({text: `  questions: ${questionCounts(questions)}`, tone: 'dim'});
	if (known !== undefined && known > 0) {
		output.report({
			text: `  ${known} known ${known === 1 ? 'finding is' : 'findings are'} not told again`,
			tone: 'dim',
		});
	}
	if (waived.length > 0) {
		output.report({
			text: `  ${waived.length} ${waived.length === 1 ? 'finding is' : 'findings are'} waived: ${[...new Set(waived.map(({ruleId}) => ruleId))].join(', ')}`,
			tone: 'dim',
		});
	}
	reportMessages(path, messages, output, {source});
}
