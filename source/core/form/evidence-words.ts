/** How a template says that each paragraph ends with what it rests on. Another language is one more entry in a row. */

import type {Form} from './types.ts';

/** What paragraphs end with, as the template writes it: `Evidence`, and `Evidence gap` where there is none yet. */
export type EvidenceLabels = {readonly sources: readonly string[]; readonly gaps: readonly string[]};

const paragraphs =
	/(?<![\p{L}\p{N}])(?:(?:every|each|all)(?: \p{L}+)? paragraphs?|jede[mnrs]?(?: \p{L}+)? absatz(?:es)?|alle absätze|(?:chaque|tous les) paragraphes?|(?:cada|todos los|todos os) (?:párrafos?|parágrafos?))(?!\p{L})/iu;
const ending =
	/(?<![\p{L}\p{N}])(?:ends?|ending|close[sd]?|closing|finish(?:es)?|concludes?|followed by|end(?:et|en)|schlie(?:ß|ss)(?:t|en)|(?:se )?termin[ae]\p{L}*|finit|acab[ae]\p{L}*)(?!\p{L})/iu;
const negation =
	/\bnot (?:every|each|all)\b|\bneed(?:s)? not\b|\bneedn['’]t\b|\b(?:no need|not needed)\b|\bnicht jede/iu;
const labels = /[`"“„«*]+(\p{L}[\p{L}\p{N} -]{0,30}?):[`"”“»*]+/gu;
const lacking =
	/(?<!\p{L})(?:gaps?|missing|unknown|unproven|unverified|no|without|open|lücke|fehlt|fehlend\p{L}*|offen|ohne|kein\p{L}*|manque|manquante?|sans|lacune|falta|sin|sem|lacuna)(?!\p{L})|lücke$/iu;

const known = new WeakMap<Form, EvidenceLabels | {readonly sources?: undefined}>();

/**
 * The labels that a template wants at the end of each paragraph; undefined for one that doesn't ask. Where a template is known
 * its own words count, so that the rule stays when the guidance has gone from the document.
 */
export function evidenceLabels(form: Form): EvidenceLabels | undefined {
	const template = form.bound?.template ?? form;
	const found = known.get(template) ?? labelsIn(template) ?? {};
	known.set(template, found);
	return found.sources && found;
}

function labelsIn(form: Form): EvidenceLabels | undefined {
	const said = wordsOf(form)
		.flatMap(text => text.split(/\n\s*\n/))
		.filter(asksForEvidence);
	const names = new Set(said.flatMap(text => Array.from(text.matchAll(labels), ([, name = '']) => name.trim())));
	const gaps = [...names].filter(name => lacking.test(name));
	const sources = [...names].filter(name => !lacking.test(name));
	return sources.length > 0 ? {sources, gaps} : undefined;
}

/** What the template says to its author, the boxes of its checklists, and what is quoted: in a document alone that is no guidance. */
function wordsOf({source, guidance, fields, boilerplate}: Form): readonly string[] {
	return [
		...guidance.filter(({role}) => role === 'guidance').map(({text}) => text),
		...fields.flatMap(field => [...field.guidance, ...(field.fixedItems ?? []).map(({text}) => text)]),
		...boilerplate.map(({placeholder}) => placeholder),
		...(source.match(/(?:^>[^\r\n]*(?:\r?\n|\r)?)+/gm) ?? []).map(quote => quote.replace(/^>[ \t]?/gm, '')),
	];
}

function asksForEvidence(text: string): boolean {
	return paragraphs.test(text) && ending.test(text) && !negation.test(text);
}
