/** In a document that somebody wrote: which fields are open all the same. */

import {holdsQuestions} from './own-questions.ts';
import {ticksIn} from './ticks.ts';
import type {Field, Form} from './types.ts';
import {cellsOf} from './value/cell.ts';
import {asksFor, countWords, sentencesOf} from './written.ts';
import {stripped} from './read/ends.ts';

/** Words of a question or an instruction that was left standing; what is longer was written. */
const longestPrompt = 60;

/** Text that is one blank and nothing else: `[name]`, `<name>`, `{{name}}`, `TBD`, `…`, `____`, a date's mask. */
const whole =
	/^(?:\[[^[\]]*\]|<[^<>]*>|\{\{?[^{}]*\}\}?|\$\{[^{}]*\}|_{3,}|…|\.{3}|(?:TBD|TODO|TBA|FIXME|XXX)\b.{0,40}|Y{4}[-/.]M{2}[-/.]D{2})$/su;

/**
 * Whether a field that a template would leave blank is open in a document: nothing stands there, or a placeholder, or
 * only a short instruction or question. Code, tables, prose and lists of its own are what the document says.
 */
export function isStillOpen(form: Form, field: Field): boolean {
	const text = form.source.slice(field.range.from, field.range.to).trim();
	if (text === '') return true;
	switch (field.place.at) {
		case 'fence':
			return isEmptyFence(form, field);
		case 'rows':
			return text.split(/\r\n|\n|\r/).every(row => isOpenRow(row));
		case 'yaml':
			// Brackets are a list there.
			return (
				/^(?:null|~|""|'')$/i.test(text) || (!text.startsWith('[') && whole.test(text.replaceAll(/^["']|["']$/g, '')))
			);
		case 'inline':
		case 'cell':
		case 'heading':
			// A letter or two, numbers, code and sets in brackets are notation.
			return (
				isBlankLike(text) &&
				/\p{L}{3}|\p{Script=Han}/u.test(text.replaceAll(/`[^`]*`/g, '')) &&
				!/["\r\n]|^\{[^{}]*[,:]/.test(text)
			);
		default:
			break;
	}

	if (field.kind === 'checklist') return !/\[[xX]\]/.test(text);
	if (whole.test(stripped(text, '*_"'))) return true;
	if (field.kind === 'choice') return ticksIn(text)?.every(({done}) => !done) ?? isListOfOptions(text);
	if (field.kind !== 'prose' && field.place.at === 'items')
		return text
			.split(/\r\n|\n|\r/)
			.every(line => whole.test(line.replace(/^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ xX]\]\s+)?/, '').trim()));
	const sentences = sentencesOf(text);
	return (
		countWords(text) <= longestPrompt &&
		!holdsQuestions(form, field.section, field.label) &&
		sentences.every(one => asksFor(one) || whole.test(one))
	);
}

function isBlankLike(text: string): boolean {
	return whole.test(text) || /^[[<{$]/.test(text) || /\b(?:TBD|TODO)\b|…|_{3,}|Y{4}/.test(text);
}

function isEmptyFence(form: Form, field: Field): boolean {
	if (field.place.at !== 'fence') return false;
	const {from, to} = field.place.content;
	const text = form.source.slice(from, to).trim();
	return (
		text === '' || /^(?:TBD|TODO|…|\.{3}|[[<]\p{Lu}[\p{L}\s]+[\]>])$/u.test(text.replace(/^(?:\/\/|#|--|%%)\s*/, ''))
	);
}

function isOpenRow(row: string): boolean {
	const cells = cellsOf(row.trim()).map(cell => cell.text.trim());
	// A row that has only its label has not been filled in.
	const filled = cells.filter(cell => cell !== '' && cell !== '-');
	if (filled.length === 0) return true;
	const blank = filled.filter(cell => whole.test(cell)).length;
	return blank > 0 && blank * 2 >= filled.length;
}

/** The template's list of options, from which nobody has chosen. */
function isListOfOptions(text: string): boolean {
	if (text.includes('`')) return false;
	const plain = text.replaceAll(/^[[<({]|[\])>}]$/g, '');
	return plain.includes('|') || /^[^\s/]+(?:\/[^\s/]+)+$/.test(plain) || plain.split(/\s\/\s/).length > 2;
}
