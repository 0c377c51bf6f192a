/**
 * Whether a text is a document that somebody wrote, or a template still to be filled. It decides what is said of things
 * that may be either: a diagram, a table, a block of code is a sample in a template and content in a document.
 */

import {holdsQuestions} from './own-questions.ts';
import type {Field, Form, Range, Section} from './types.ts';
import {instructive} from './read/prompt.ts';
import {closedPart} from './read/ends.ts';

const known = new WeakMap<Form, boolean>();

/** As many words of its own are expected to stand for each blank that is left, before a text counts as written. */
const wordsForBlank = 20;
/** And for each place that is empty or says "TBD". */
const wordsForGap = 6;
const putOff = /^(?:TBD|TODO|TBA|FIXME|n\/a)\b.{0,20}$/iu;
/** What begins as a placeholder and goes on for longer is text that begins with emphasis. */
const longestPlaceholder = 60;
/** How much the author's words must outweigh the words that ask for them. */
const weight = 2.6;

/**
 * Sentences that ask the author for something. Of instructions only those about writing count: "Add a cache" is what a
 * template's reader might be told, and what a document's author proposes.
 */
const asks =
	/^(?:please\s+|briefly\s+)*(?:describe|explain|list|provide|summari[sz]e|outline|specify|discuss|state|insert|enter|fill in|write|replace|(?:delete|remove) this)\b|\b(?:in this section|this section (?:should|must|is|describes))\b|記述|を説明|请描述|请说明|請說明/iu;

/** Whether a sentence asks the author for something, instead of saying it. */
export function asksFor(sentence: string): boolean {
	return isQuestion(sentence) || asks.test(sentence.replace(/^[*_>\s[(<{]+/, ''));
}

/** Whether a sentence ends with a question mark. */
function isQuestion(sentence: string): boolean {
	return /\?["”)\]*_]*$|？$/u.test(sentence);
}

/**
 * True where the words that say something outweigh those that ask for something and the blanks that are left. Blank
 * templates and finished documents lie far apart on this scale; a text between them is read with care, as a template.
 */
export function isWritten(form: Form): boolean {
	let answer = known.get(form);
	if (answer === undefined) {
		const {own, asking, gaps} = weigh(form);
		// Where nothing asks, gaps alone make no template.
		answer = own > 0 && own >= (asking === 0 ? gaps / 2 : weight * (asking + gaps));
		known.set(form, answer);
	}

	return answer;
}

function weigh(form: Form): {readonly own: number; readonly asking: number; readonly gaps: number} {
	const {source} = form;
	let own = countWords(outside(form));
	let asking = 0;
	let gaps = 0;
	for (const one of form.guidance) {
		if (one.role === 'hint') continue;
		// A document quotes; in a comment or in brackets one speaks to its author.
		const isNote = /^\s*(?:<!--|\[)/.test(source.slice(one.range.from, one.range.to));
		const isOwn = !isNote && holdsQuestions(form, one.section);
		for (const sentence of sentencesOf(one.text)) {
			if (isOwn && isQuestion(sentence)) continue;
			if (isNote || instructive(sentence)) asking += countWords(sentence) / 2;
		}
	}

	for (const field of form.fields) {
		const text = source.slice(field.range.from, field.range.to).trim();
		// Code, tables and check boxes may be anyone's.
		if (isNeutral(field)) continue;
		// What nobody has written yet, or has put off, is found in documents too.
		if (text === '' || putOff.test(text)) gaps += wordsForGap;
		else if (field.blank && (isOneLine(field) || isPlaceholder(text))) asking += wordsForBlank;
		else if (!isOneLine(field)) {
			const isOwn = holdsQuestions(form, field.section, field.label);
			for (const sentence of sentencesOf(text)) {
				// Of open questions nobody can tell whether they are the author's or put to him.
				if (isOwn && isQuestion(sentence)) continue;
				const words = countWords(sentence);
				// "Add a cache" may be told or asked.
				if (asksFor(sentence)) asking += words;
				else if (instructive(sentence)) asking += words / 2;
				else own += words;
			}
		}
	}

	return {own, asking, gaps};
}

/** Whether a text waits to be replaced: it stands in brackets or emphasis, and is no longer than what asks; or all of it does. */
function isPlaceholder(text: string): boolean {
	if (!/^[[<{$_*(]/.test(text)) return false;
	return countWords(text) <= longestPlaceholder || /^(?:[*_]*[[<{$(].*[\]>})][*_]*|\*[^*]*\*|_[^_]*_)$/s.test(text);
}

/** A field whose text looks the same in a template and in a document. */
export function isNeutral(field: Field): boolean {
	return field.place.at === 'fence' || field.place.at === 'rows' || field.kind === 'checklist';
}

function isOneLine({place: {at}}: Field): boolean {
	return at === 'inline' || at === 'heading' || at === 'cell' || at === 'yaml';
}

/** The text that belongs to no field, heading or guidance. */
function outside(form: Form): string {
	const taken: Range[] = [
		...form.fields.flatMap(field => [field.range, ...field.mirrors.map(mirror => mirror.range)]),
		...form.guidance.map(one => one.range),
	];
	const visit = (section: Section): void => {
		if (section.level > 0) taken.push(section.headingRange);
		for (const below of section.sections) visit(below);
	};

	for (const section of form.sections) visit(section);
	taken.sort((a, b) => a.from - b.from);
	const pieces: string[] = [];
	let at = 0;
	for (const range of taken) {
		if (range.from > at) pieces.push(form.source.slice(at, range.from));
		at = Math.max(at, range.to);
	}

	pieces.push(form.source.slice(at));
	const [closed, rest] = closedPart(pieces.join(' '), '>');
	return closed.replaceAll(/<[^>]*>/g, ' ') + rest;
}

/** The sentences and list items of a text, without bullets. */
export function sentencesOf(text: string): readonly string[] {
	return text
		.split(/(?<=[.!?。？])\s+|\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)/)
		.map(one => one.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim())
		.filter(one => one !== '');
}

/** Words of a text; where none are parted by blanks, two characters count as one. */
export function countWords(text: string): number {
	let count = 0;
	for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu))
		count += /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(word) ? Math.ceil(word.length / 2) : 1;
	return count;
}
