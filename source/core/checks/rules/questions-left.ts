import {ownStatus, statusWords} from '../../form/index.ts';
import type {Document, Range} from '../../form/types.ts';
import {masked} from '../masked.ts';
import {rangeOf} from '../place.ts';
import type {Question} from '../question.ts';
import {isWaiting, questionsOf} from '../questions.ts';
import {completenessRule, isFinal} from '../question-words.ts';
import {standingOf} from '../standing.ts';
import type {Finding, Rule} from '../types.ts';

const table =
	'# Plan\n\n- **Status:** Draft | Approved\n\n## Open questions\n\n| ID | Question | Status |\n| --- | --- | --- |\n| [Q1] | [Question] | [Open / Resolved / Decision later] |\n';
const filled = (status: string, ...lines: readonly string[]): string =>
	table.replace('Draft | Approved', status).replace(/^\| \[Q1\].*$/m, lines.join('\n'));
const stated = '\n**Completeness**: The document is complete when every question is resolved or put off until later.\n';

/**
 * Questions that wait for their answer in a document whose status says that it is approved, or whose template calls it
 * complete only when they are settled. One finding in all, with the names of the questions.
 */
export const questionsLeft: Rule = {
	id: 'questions-left',
	severity: 'error',
	summary: 'No question is open in an approved document, or where the template says that it is complete only then.',
	*run(document) {
		const questions = questionsOf(document);
		const waiting = questions.filter(isWaiting);
		const status = finalStatus(document);
		if (status && waiting.length > 0) {
			yield finding(waiting, `The document is "${status.text}"`, status);
			return;
		}

		// Whoever has not answered what is required has not called the document complete.
		const isOpen = [...standingOf(document).fields.values()].some(({counts, answered}) => counts && !answered);
		const rule = questions.length > 0 && !isOpen ? statedRule(document) : undefined;
		if (!rule) return;
		const left = rule.laterWillDo ? waiting : questions.filter(one => isWaiting(one) || one.state === 'deferred');
		if (left.length > 0) yield finding(left, 'The template calls the document complete once its questions are settled');
	},
	examples: [
		{
			title: 'Approved, with a question that is open.',
			template: table,
			document: filled('Approved', '| Q1 | Who signs? | Open |', '| Q2 | Who pays? | Resolved |'),
			findings: 1,
		},
		{
			title: 'A draft may have open ones, an approved document such as were answered or put off.',
			template: table,
			document: filled('Approved', '| Q1 | Who signs? | Resolved |', '| Q2 | Who pays? | Decision later |'),
			findings: 0,
		},
		{
			title: 'A draft.',
			template: table,
			document: filled('Draft', '| Q1 | Who signs? | Open |'),
			findings: 0,
		},
		{
			title: 'The template says when the document is complete.',
			template: table + stated,
			document: filled('Draft', '| Q1 | Who signs? | Open |') + stated,
			findings: 1,
		},
		{
			title: 'What was put off on purpose is settled where the template says so.',
			template: table + stated,
			document: filled('Draft', '| Q1 | Who signs? | Resolved |', '| Q2 | Who pays? | Decision later |') + stated,
			findings: 0,
		},
		{title: 'A table that nobody has begun.', template: table + stated, document: table + stated, findings: 0},
	],
};

type Status = {readonly text: string; readonly range: Range; readonly section: string; readonly field: string};

function finding(left: readonly Question[], why: string, status?: Status): Finding {
	const [first] = left;
	const names = left.slice(0, 5).map(({name}) => `"${name}"`);
	const more = left.length > names.length ? ` and ${left.length - names.length} more` : '';
	return {
		reason: `${why}, and ${left.length === 1 ? 'one is' : `${left.length} are`} open: ${names.join(', ')}${more}.`,
		range: first!.range,
		section: first!.section,
		field: first!.field,
		help: status ? 'Settle them, or give the document another status.' : 'Settle them, or put them off on purpose.',
	};
}

/** The document's own status where it says that nothing is open any more. */
function finalStatus(document: Document): Status | undefined {
	const field = ownStatus(document.form);
	if (!field || standingOf(document).fields.get(field.id)?.state !== 'answered') return undefined;
	const text = statusWords(document.answers.get(field.id));
	if (!isFinal(text)) return undefined;
	return {text, range: rangeOf(document, field.id), section: field.section, field: field.id};
}

/** The template's own words on when its documents are complete; without a template, the document's. */
function statedRule({form}: Document): ReturnType<typeof completenessRule> {
	return completenessRule(masked((form.bound?.template ?? form).source));
}
