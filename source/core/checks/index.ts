/**
 * The door of the checks: the ordered list of rules and the engine that runs them. A rule is pure; what it needs from
 * outside comes in as facts. Rules give findings, the engine gives them their name, severity and place.
 */

import type {Document} from '../form/types.ts';
import {placer} from './place.ts';
import {choiceOption} from './rules/choice-option.ts';
import {codeSyntax} from './rules/code-syntax.ts';
import {dateFormat} from './rules/date-format.ts';
import {duplicateId} from './rules/duplicate-id.ts';
import {evidence} from './rules/evidence.ts';
import {evidenceTarget} from './rules/evidence-target.ts';
import {encoding} from './rules/encoding.ts';
import {frontMatter} from './rules/front-matter.ts';
import {guidanceLeft} from './rules/guidance-left.ts';
import {inventory} from './rules/inventory.ts';
import {linkFormat} from './rules/link-format.ts';
import {linkTarget} from './rules/link-target.ts';
import {markerLeft} from './rules/marker-left.ts';
import {notApplicableReason} from './rules/not-applicable-reason.ts';
import {numberFormat} from './rules/number-format.ts';
import {placeholderLeft} from './rules/placeholder-left.ts';
import {questionBlocker} from './rules/question-blocker.ts';
import {questionDecision} from './rules/question-decision.ts';
import {questionDue} from './rules/question-due.ts';
import {questionOwner} from './rules/question-owner.ts';
import {readyToFinish} from './rules/ready-to-finish.ts';
import {requiredAnswer} from './rules/required-answer.ts';
import {requiredSection} from './rules/required-section.ts';
import {sampleLeft} from './rules/sample-left.ts';
import {sentenceLimit} from './rules/sentence-limit.ts';
import {toBeDone} from './rules/to-be-done.ts';
import {total} from './rules/total.ts';
import {unsafeCharacter} from './rules/unsafe-character.ts';
import {valueForm} from './rules/value-form.ts';
import type {Facts, Message, Rule, Severities} from './types.ts';

export type * from './types.ts';
export {lineage, outlineOf, type Outline, type OutlineRow} from './outline.ts';
export {withInventories} from './inventories.ts';
export {anchorsIn} from './heading-links.ts';
export {linkPaths} from './link-paths.ts';
export {pathParts} from './link-targets.ts';
export {evidenceRollUp, type EvidenceRollUp} from './evidence.ts';
export {checkTemplate} from './template/index.ts';
export {standingOf, type FieldStanding, type Standing} from './standing.ts';

/**
 * Every rule, in the order in which findings at one place are told.
 *
 * An open required field is a warning: it keeps the number below 100 by itself, and an unfinished document is not a
 * faulty one. Errors are what makes an answered place wrong or unfinished; one of them keeps the number at 99.
 */
export const rules: readonly Rule[] = [
	requiredSection,
	requiredAnswer,
	notApplicableReason,
	choiceOption,
	dateFormat,
	numberFormat,
	linkFormat,
	linkTarget,
	evidence,
	evidenceTarget,
	valueForm,
	codeSyntax,
	placeholderLeft,
	guidanceLeft,
	sampleLeft,
	toBeDone,
	markerLeft,
	duplicateId,
	inventory,
	total,
	questionOwner,
	questionDue,
	questionDecision,
	questionBlocker,
	sentenceLimit,
	encoding,
	unsafeCharacter,
	frontMatter,
	readyToFinish,
];

/** No paths looked up; for callers that have no facts to give. `today` is only a date that exists. */
export const noFacts: Facts = {today: '2000-01-01', paths: new Map()};

/**
 * Runs every rule over a document.
 *
 * @param severities changes a rule's severity, or turns it off, by its id, and wins over what the project says; unknown
 *   ids are ignored here (the command line refuses them with `rules`' ids).
 * @returns messages in the order of their places.
 */
export function check(
	document: Document,
	facts: Facts = noFacts,
	severities: Severities = new Map(),
): readonly Message[] {
	const place = placer(document.source);
	const messages: Message[] = [];
	for (const rule of rules) {
		const severity = severities.get(rule.id) ?? facts.own?.severities.get(rule.id) ?? rule.severity;
		if (severity === 'off') continue;
		for (const finding of rule.run(document, facts)) {
			const {range, ...rest} = finding;
			messages.push({ruleId: rule.id, severity, ...rest, place: place(range)});
		}
	}
	// The sort is stable, so that findings at one place keep the order of the rules.
	return messages.sort((one, other) => one.place.range.from - other.place.range.from);
}
