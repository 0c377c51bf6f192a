/** The rules about what a document says, and their run. The rules about its gate go by what these find. */

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
import {questionsLeft} from './rules/questions-left.ts';
import {readyToFinish} from './rules/ready-to-finish.ts';
import {requiredAnswer} from './rules/required-answer.ts';
import {requiredSection} from './rules/required-section.ts';
import {sampleLeft} from './rules/sample-left.ts';
import {sentenceLimit} from './rules/sentence-limit.ts';
import {toBeDone} from './rules/to-be-done.ts';
import {total} from './rules/total.ts';
import {unsafeCharacter} from './rules/unsafe-character.ts';
import {valueForm} from './rules/value-form.ts';
import {agreement} from './rules/agreement.ts';
import {dataTable} from './rules/data-table.ts';
import {emptyCell} from './rules/empty-cell.ts';
import {endpoint} from './rules/endpoint.ts';
import {mitigation} from './rules/mitigation.ts';
import {numericTarget} from './rules/numeric-target.ts';
import {raci} from './rules/raci.ts';
import {statedCount} from './rules/stated-count.ts';
import {stateMachine} from './rules/state-machine.ts';
import {tableShape} from './rules/table-shape.ts';
import {titleVariables} from './rules/title-variables.ts';
import {vagueWord} from './rules/vague-word.ts';
import type {Facts, Message, Rule, Severities} from './types.ts';
import {waive, type Findings} from './waive.ts';

/** In the order in which findings at one place are told. */
export const contentRules: readonly Rule[] = [
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
	titleVariables,
	placeholderLeft,
	guidanceLeft,
	sampleLeft,
	toBeDone,
	markerLeft,
	duplicateId,
	inventory,
	agreement,
	tableShape,
	total,
	statedCount,
	stateMachine,
	mitigation,
	endpoint,
	emptyCell,
	dataTable,
	raci,
	numericTarget,
	questionOwner,
	questionDue,
	questionDecision,
	questionBlocker,
	questionsLeft,
	sentenceLimit,
	vagueWord,
	encoding,
	unsafeCharacter,
	frontMatter,
	readyToFinish,
];

/** Every rule as severe as it is by itself. */
export const noSeverities: Severities = new Map();

type Run = {readonly facts: Facts; readonly severities: Severities; readonly found: Findings};

const runs = new WeakMap<Document, Run>();

/** What the rules about the content find, in the order of its places; computed once for the same facts and severities. */
export function contentFindings(document: Document, facts: Facts, severities: Severities): Findings {
	const known = runs.get(document);
	if (known?.facts === facts && known.severities === severities) return known.found;
	const found = waive(document, findingsOf(contentRules, document, facts, severities));
	runs.set(document, {facts, severities, found});
	return found;
}

/** What was found already for these facts, every rule being as severe as it is by itself. */
export function findingsAlready(document: Document, facts: Facts): Findings | undefined {
	const known = runs.get(document);
	return known?.facts === facts && known.severities === noSeverities ? known.found : undefined;
}

/** Takes over what was found elsewhere. */
export function adoptFindings(document: Document, facts: Facts, found: Findings): void {
	runs.set(document, {facts, severities: noSeverities, found});
}

/** Runs rules over a document, and gives their findings their name, severity and place. */
export function findingsOf(
	rules: readonly Rule[],
	document: Document,
	facts: Facts,
	severities: Severities,
): readonly Message[] {
	const place = placer(document.source);
	const messages: Message[] = [];
	for (const rule of rules) {
		const severity = severities.get(rule.id) ?? facts.own?.severities.get(rule.id) ?? rule.severity;
		if (severity === 'off') continue;
		for (const finding of rule.run(document, facts, severities)) {
			const {range, ...rest} = finding;
			messages.push({ruleId: rule.id, severity, ...rest, place: place(range)});
		}
	}
	return messages;
}
