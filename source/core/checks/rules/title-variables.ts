import {textsIn} from '../answer-texts.ts';
import {nameOf} from '../naming.ts';
import {rangeOf} from '../place.ts';
import {standingOf, textAt, type FieldStanding} from '../standing.ts';
import {variableFaults} from '../title-variables.ts';
import type {Document, Range} from '../../form/types.ts';
import type {Rule} from '../types.ts';

const template =
	'# Plan\n\n## Template metadata\n\n- **title_template:** <title with its {variable} parts>\n- **variables:** [<variable_name>, <variable_name>]\n';
const saying = (title: string, variables: string): string =>
	`# Plan\n\n## Template metadata\n\n- **title_template:** ${title}\n- **variables:** ${variables}\n`;

/**
 * A document that is itself to become a template names the variables of its titles; whoever fills one is asked for those and
 * for no others. Known by its two labels, `title_template` and `variables`, in one section.
 */
export const titleVariables: Rule = {
	id: 'title-variables',
	severity: 'warn',
	summary: 'The variables of a template are those in the braces of its title.',
	*run(document) {
		for (const {title, list} of pairsIn(document)) {
			const [one, other] = [title, list].map(entry => saidBy(document, entry));
			if (one === undefined || other === undefined) continue;
			for (const fault of variableFaults(one, other)) {
				const entry = fault.in === 'title' ? title : list;
				yield {
					reason: `${nameOf(entry)} ${fault.words}.`,
					range: placeIn(document, entry, (fault.in === 'title' ? one : other).slice(fault.range.from, fault.range.to)),
					section: entry.field.section,
					field: entry.field.id,
					help: fault.help,
				};
			}
		}
	},
	examples: [
		{
			title: 'One that the list lacks, one that the title lacks.',
			template,
			document: saying('Expiry of {thing} after {days} days', '[thing, hours]'),
			findings: 2,
		},
		{
			title: 'Both have the same, in whatever order and marks.',
			template,
			document: saying('Expiry of {thing} after {days} days', '[`days`, "thing"]'),
			findings: 0,
		},
		{
			title: 'A brace that is not closed, and a bracket that is not.',
			template,
			document: saying('Expiry of {thing after days', '[thing'),
			findings: 2,
		},
		{title: 'A title that never changes.', template, document: saying('Expiry of holds', '[]'), findings: 0},
		{title: 'Nobody has begun.', template, document: template, findings: 0},
	],
};

type Pair = {readonly title: FieldStanding; readonly list: FieldStanding};

/** The sections that have both labels. */
function pairsIn(document: Document): readonly Pair[] {
	const entries = [...standingOf(document).fields.values()];
	return entries.flatMap(title => {
		if (!/^title[_ -]?template$/i.test(title.field.label.trim())) return [];
		const list = entries.find(
			({field}) => field.section === title.field.section && /^variables$/i.test(field.label.trim()),
		);
		return list ? [{title, list}] : [];
	});
}

/** What an answer says in one text; a field that does not apply names nothing, one that is open is told elsewhere. */
function saidBy(document: Document, {field, state}: FieldStanding): string | undefined {
	if (state === 'not-applicable') return '';
	const answer = document.answers.get(field.id);
	return state === 'answered' && answer?.state === 'answered' ? textsIn(answer.value).join(', ') : undefined;
}

function placeIn(document: Document, {field}: FieldStanding, words: string): Range {
	const whole = rangeOf(document, field.id);
	const at = words === '' ? -1 : textAt(document, field.id).indexOf(words);
	const from = (document.spans.get(field.id)?.from ?? 0) + at;
	return at < 0 ? whole : {from, to: from + words.length};
}
