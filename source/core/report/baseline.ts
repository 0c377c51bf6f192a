/**
 * A baseline: the findings that are known and let be for now, so that only new ones are told. For each document it holds
 * how complete it was, too, so that what was open may stay open but no more of it.
 */

import {identities} from './identity.ts';
import type {Checked, Digest} from './types.ts';

export type BaselineEntry = {
	/** The percentage of required answers when it was written. */
	readonly required: number;
	/** A line for each finding: its rule, what it is about, and what tells it from others. */
	readonly findings: readonly string[];
};

/** By the document's path from the baseline's folder, with `/`. */
export type Baseline = ReadonlyMap<string, BaselineEntry>;

/** True for a text that may stand in `findings`. */
export function isFindingLine(text: string): boolean {
	return /^\S+ (?:\S+ )?[0-9a-f]{16}$/.test(text);
}

function findingLines({source, messages}: Pick<Checked, 'source' | 'messages'>, digest: Digest): readonly string[] {
	const same = identities(source, messages);
	return messages.map(({ruleId, field, section}, index) => {
		const subject = field ?? section;
		return [ruleId, ...(subject === undefined ? [] : [subject]), digest(same[index]!).slice(0, 16)].join(' ');
	});
}

/** The baseline with a document as it is now in the place of what was known of it. */
export function addTo(baseline: Baseline, path: string, checked: Omit<Checked, 'path'>, digest: Digest): Baseline {
	const {percent} = checked.completeness.required;
	const findings = [...findingLines(checked, digest)].sort();
	return new Map([...baseline, [path, {required: percent, findings}]]);
}

/** The messages that the entry does not have. */
export function notKnown(
	entry: BaselineEntry | undefined,
	checked: Pick<Checked, 'source' | 'messages'>,
	digest: Digest,
): Checked['messages'] {
	if (!entry) return checked.messages;
	const known = new Set(entry.findings);
	const lines = findingLines(checked, digest);
	return checked.messages.filter((_, index) => !known.has(lines[index]!));
}

/** The percentage that a document must reach: what is asked for, or what it had where that was less. */
export function barFor(entry: BaselineEntry | undefined, minimum: number): number {
	return Math.min(minimum, entry?.required ?? 100);
}

/** The baseline as its file has it, in the order of the paths so that two versions are easy to compare and to merge. */
export function baselineJson(baseline: Baseline): unknown {
	const paths = [...baseline.keys()].sort();
	return {specwrightBaseline: 1, files: Object.fromEntries(paths.map(path => [path, baseline.get(path)]))};
}
