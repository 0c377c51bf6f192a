/**
 * The door of the checks: the ordered list of rules and the engine that runs them. A rule is pure; what it needs from
 * outside comes in as facts. Rules give findings, the engine gives them their name, severity and place.
 */

import type {Document} from '../form/types.ts';
import {qualityGate} from './rules/quality-gate.ts';
import {qualityGateUnticked} from './rules/quality-gate-unticked.ts';
import {waiver} from './rules/waiver.ts';
import {contentFindings, contentRules, findingsOf, noSeverities} from './run.ts';
import type {Facts, Message, Rule, Severities} from './types.ts';
import {waive, type Findings} from './waive.ts';

export type * from './types.ts';
export {adoptFindings, findingsAlready} from './run.ts';
export type {Findings} from './waive.ts';
export {ruleIds} from './rule-ids.ts';
export {lineage, outlineOf, type Outline, type OutlineRow} from './outline.ts';
export {withInventories} from './inventories.ts';
export {codeFault} from './code/index.ts';
export {anchorsIn, namesAnchors} from './heading-links.ts';
export {linkPaths} from './link-paths.ts';
export {pathParts} from './link-targets.ts';
export {evidenceRollUp, type EvidenceRollUp} from './evidence.ts';
export {gateOf, statesGate, type GateBox} from './gate/index.ts';
export {gatheredAnswers, gatheredEvidence, gateEdits, idEdits, withEdits, type Edit} from './fixes.ts';
export {questionRows} from './question-rows.ts';
export {questionCounts, standingWords, type QuestionRow} from './question-row.ts';
export {ownPatterns} from './own-words.ts';
export {variableFaults} from './title-variables.ts';
export {checkTemplate} from './template/index.ts';
export {standingOf, type FieldStanding, type Standing} from './standing.ts';

/** Rules about what the others find, and about what is said of rules. */
const laterRules: readonly Rule[] = [qualityGate, qualityGateUnticked, waiver];

/**
 * Every rule, in the order in which findings at one place are told.
 *
 * An open required field is a warning: it keeps the number below 100 by itself, and an unfinished document is not a
 * faulty one. Errors are what makes an answered place wrong or unfinished; one of them keeps the number at 99.
 */
export const rules: readonly Rule[] = [...contentRules, ...laterRules];

/** No paths looked up; for callers that have no facts to give. `today` is only a date that exists. */
export const noFacts: Facts = {today: '2000-01-01', paths: new Map()};

/**
 * Runs every rule over a document.
 *
 * @param severities changes a rule's severity, or turns it off, by its id, and wins over what the project says; unknown
 *   ids are ignored here (the command line refuses them with `ruleIds`).
 * @returns messages in the order of their places, without those that are waived.
 */
export function check(
	document: Document,
	facts: Facts = noFacts,
	severities: Severities = noSeverities,
): readonly Message[] {
	return findings(document, facts, severities).messages;
}

/** The same, with what the document's own comments waive beside it. */
export function findings(document: Document, facts: Facts, severities: Severities = noSeverities): Findings {
	const content = contentFindings(document, facts, severities);
	const later = waive(document, findingsOf(laterRules, document, facts, severities));
	const inOrder = <T extends Message>(messages: readonly T[]): readonly T[] =>
		messages.toSorted((one, other) => one.place.range.from - other.place.range.from);
	return {
		messages: inOrder([...content.messages, ...later.messages]),
		waived: inOrder([...content.waived, ...later.waived]),
	};
}
