/** Tells text that speaks to the author from text that is content. */

import {stripped} from './ends.ts';
import {
	addressing,
	definition,
	foreign,
	imperative,
	interrogative,
	nominal,
	tells,
	writes,
	writesThen,
} from './prompt-words.ts';

/** Words about the text that belongs here, its author or the template itself, wherever they stand in a sentence. */
const about =
	/\b(?:this (?:(?:sub-?)?section|is where|is the|document should|part|chapter|template|heading)|(?:these|each|the following|the \S{1,30}|the \S{1,30} \S{1,30}) (?:sub-?)?sections? (?!\d)|in this (?:sub-?)?section|the (?:idea|purpose|goal|intent) (?:here |of this section )?is|you (?:can|may|should|must|need|could|might|want|are|have|will)|you['’](?:re|ll|ve)|your|for example|(?<!\()e\.g|should (?:be|describe|include|contain|explain|provide|list)|must (?:be listed|be explicitly)|feel free|similar to the|(?:should|must) (?:also )?be (?:briefly )?(?:described|documented|listed|explained|mentioned|discussed|called out)|(?:goes|go|described|addressed|listed|documented|explained|added|noted|included|provided|stated) (?:here|below)|(?:this|the current|the following|(?:is|as|use|using|copy|from) (?:a|an)) (?:[\p{L}-]+ ){0,2}template|(?:delete|remove|omit|skip|drop|keep|leave out) (?:any |all |the |these |those |unneeded |unused |irrelevant |optional ){0,3}(?:sub-?)?sections?|be (?:factual|concise|specific|brief) and)\b|^(?:each|every) (?:[\p{L}-]+ )?(?:item|entry|row|line|bullet|section|requirement|risk|decision|story|question|task)s? (?:must|should|needs?)\b/iu;
/** What is asked for by how much of it: "2–3 sentences", "One paragraph …". */
const measured =
	/^(?:(?:at most|up to|about|no more than|max(?:imum)?(?: of)?|between|an?|the|short|brief|single)\s+){0,3}(?:\d{1,3}|one|two|three|four|five|a few|single|couple of)(?:\s*(?:[-–—]|to|or|and)\s*(?:\d{1,3}|one|two|three|four|five))?(?:[- ](?:short|brief))?[- ](?:sentences?|paragraphs?|para|words?|lines|items|entries|bullets?|bullet points)\b/iu;
const finite = /\b(?:is|are|was|were|will|has|have|had|does|did)\b/iu;
const relative = /\b(?:that|which|who|whose|where|when|what|how|why|if|whether)\b/iu;

const question =
	/^(?:and |or |if so,? )?(?:what|why|how|who|whose|whom|when|where|which|is|are|do|does|did|will|can|could|should|would|has|have|was|were)\b[^?]*\?["”)\]]*$/iu;

/** Signs before the first word: emphasis, quotes, bullets, arrows, pictures. */
const signs = /^[^\p{L}\p{N}¿(]+/u;
/** Longest text that is looked at; what speaks to the author does so at once. */
const longest = 2000;

function bareText(text: string): string {
	return text
		.slice(0, longest)
		.replaceAll(/[*_`>#]/gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim()
		.replace(/^[[({<]+/u, '')
		.replace(signs, '')
		.replace(/^(?:required|optional|mandatory)[.:]\s*/iu, '');
}

/** A sentence that stands where an answer goes: an instruction, a question, words about what belongs here. */
export function instructive(text: string): boolean {
	const plain = bareText(text);
	if (plain === '') {
		return false;
	}

	return (
		/[?？]["”)\]]*$/u.test(plain) ||
		imperative.test(plain) ||
		interrogative.test(plain) ||
		definition.test(plain) ||
		about.test(plain) ||
		measured.test(plain) ||
		foreign.test(plain) ||
		addressing.test(plain) ||
		names(plain) ||
		/^(?:optional|(?:if|where|when|as) (?:applicable|relevant|available|needed|appropriate))\b/iu.test(plain) ||
		/\((?:this is )?an example\)/iu.test(plain) ||
		sentences(plain).some(one => tells.test(one) || writesThen.test(one) || question.test(one))
	);
}

/** An order to write something, as its first words. */
export function orders(text: string): boolean {
	return writes.test(bareText(text));
}

/** True for a text that only says its label or title again: "Date: DATE" shows where the date goes. */
export function echoes(text: string, name: string): boolean {
	const plain = (words: string) =>
		words
			.replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
			.trim()
			.toLowerCase();
	return plain(text) !== '' && plain(text) === plain(name);
}

/** True for a text that only names what belongs here, and states nothing of it. */
function names(plain: string): boolean {
	const [first] = sentences(plain);
	if (first === undefined || !nominal.test(first)) {
		return false;
	}

	const verb = finite.exec(first);
	const aside = relative.exec(first);
	return verb === null || (aside !== null && aside.index < verb.index);
}

function sentences(plain: string): string[] {
	return plain.split(/(?<=[.!?])\s(?=[\p{Lu}"“([])/u);
}

/**
 * A label that heads words to the author instead of an answer: "Tips:", "Format:", "Example:". What only weighs what is
 * said ("Note:", "Important:") may stand in a document as well.
 */
export function asideLabel(label: string): 'guidance' | 'note' | undefined {
	const name = stripped(label.replaceAll(/[*_`]/gu, '').replace(signs, '').trim(), ' :：').toLowerCase();
	return /^(?:tips?|pro tips?|hints?|(?:some |a few )?examples?(?: text| format| answer)?|for example|e\.g\.?|instructions?|guidance|writing guidance|guidelines?|format|reminder|remember|how to (?:use|fill).{0,40}|tipps?|hinweise?|beispiele?|ejemplos?|exemples?|exemplos?|consejos?|conseils?|提示|示例|例如|例|模版说明|模板说明|使用说明)$/u.test(
		name,
	)
		? 'guidance'
		: /^(?:note|remark|nb|n\.b\.|important|attention|warning|caution|optional|nota|remarque|achtung|wichtig|注意|警告)$/u.test(
					name,
			  )
			? 'note'
			: undefined;
}

/** "[Repeat for each …]", "[Same structure]", "Add more … as needed", "For each major decision:". */
export function repeatNote(text: string): boolean {
	const plain = text
		.replaceAll(/<!--|-->/gu, '')
		.replaceAll(/[[\](){}*_>…]/gu, '')
		.replaceAll(/\.\.\./gu, '')
		.replaceAll(/\s+/gu, ' ')
		.trim();
	return (
		/^(?:repeat|same (?:structure|format|as above|pattern)|duplicate this|copy (?:the|this) (?:structure|section|block)|add (?:more|additional|other|further|another)\b|(?:additional|further|more) \w+(?: \w+)? (?:follow|as needed)|and so on|for each\b.{0,60}:$|continue with|use one sub-?header per)/iu.test(
			plain,
		) && plain.length < 200
	);
}
