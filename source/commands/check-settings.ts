/** What the flags of `check` ask for. */

import {ruleIds, type Severities, type Severity} from '../core/checks/index.ts';
import {nearest} from '../core/form/index.ts';
import {failure, success, type Problem, type Result} from '../core/problem.ts';
import {isSet, listOption, textOption, type Invocation} from './context.ts';

export type CheckSettings = {
	readonly minimum: number;
	readonly severities: Severities;
	readonly format: string;
	readonly template?: string;
	/** The file of findings that are let be. */
	readonly baseline?: string;
	/** Whether what is found now goes into that file. */
	readonly isBaselineWritten: boolean;
};

/** The settings, or what is wrong with a flag (2). */
export function checkSettings(invocation: Invocation): Result<CheckSettings> {
	const minimum = textOption(invocation, 'min') ?? '100';
	if (!/^\d{1,3}$/.test(minimum) || Number(minimum) > 100) {
		return failure({
			code: 'usage.min',
			summary: `--min ${minimum} is not a percentage.`,
			next: 'Give a whole number from 0 to 100.',
			exit: 2,
		});
	}
	const severities = severitiesOf(listOption(invocation, 'rule'));
	if (!severities.ok) return severities;
	const baseline = textOption(invocation, 'baseline');
	const isBaselineWritten = isSet(invocation, 'writeBaseline');
	if (baseline === '' || (isBaselineWritten && baseline === undefined)) return failure(noBaselineFile(baseline));
	const template = textOption(invocation, 'template');
	return success({
		minimum: Number(minimum),
		severities: severities.value,
		format: textOption(invocation, 'format') ?? 'pretty',
		...(template === undefined ? {} : {template}),
		...(baseline === undefined ? {} : {baseline}),
		isBaselineWritten,
	});
}

function severitiesOf(settings: readonly string[]): Result<Severities> {
	const severities = new Map<string, Severity | 'off'>();
	const known: readonly string[] = ruleIds;
	for (const setting of settings) {
		const [id = '', severity = ''] = setting.split('=');
		if (!known.includes(id)) {
			const near = nearest(id, known);
			const next = near === undefined ? `Rules: ${known.join(', ')}.` : `The nearest is ${near}.`;
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
	return success(severities);
}

function isSeverity(text: string): text is Severity | 'off' {
	return ['off', 'info', 'warn', 'error'].includes(text);
}

function noBaselineFile(named: string | undefined): Problem {
	return {
		code: 'usage.baseline',
		summary: named === undefined ? '--write-baseline needs --baseline FILE.' : '--baseline names no file.',
		next: 'Name the file, for example: specwright check docs --baseline known.json --write-baseline',
		exit: 2,
	};
}
