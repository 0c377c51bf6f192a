/** Questions as the items of a list, with what is said of each behind labels in the item. */

import {blanks, endStripped} from '../form/index.ts';
import type {Document, Field} from '../form/types.ts';
import {outerItems} from './outer-items.ts';
import {called, saysNothing, stateOf, type Question, type Said} from './question.ts';
import {namesQuestions, partNamed, stateNamed, type QuestionPart} from './question-words.ts';
import {isOwnForm, type FieldStanding} from './standing.ts';
import type {OwnWords} from './types.ts';

const label = /(?<=^|[(,;|]|[.?!][*_)]*|\s[—–-])\s*(?:[-*+][ \t]+)?[*_]*(\p{L}+(?: \p{L}+)?)[*_]*[ \t]*:[*_]*[ \t]*/gmu;

/** The questions in a list's items; none where it is not called by them. */
export function listedQuestions(
	document: Document,
	{field}: FieldStanding,
	own: OwnWords | undefined,
): readonly Question[] {
	const span = document.spans.get(field.id);
	if (!span || !namesQuestions(field.label, own)) return [];
	const asked = askedBy(document, field);
	return outerItems(document.source, span).flatMap(({text, at}) => {
		const item = read(text, at, asked, own);
		return item && !saysNothing(item.name) ? [{...item, section: field.section, field: field.id}] : [];
	});
}

/** What the template's items have labels for. */
function askedBy(document: Document, field: Field): ReadonlySet<QuestionPart> {
	if (isOwnForm(document)) return new Set();
	const sample = field.unfilled ?? field.placeholder;
	const named = [...sample.matchAll(label)].map(([, name = '']) => name);
	const parts = (field.item?.parts ?? []).map(part => part.label);
	return new Set([...named, ...parts].flatMap(name => partNamed(name) ?? []));
}

function read(
	text: string,
	from: number,
	asked: ReadonlySet<QuestionPart>,
	own: OwnWords | undefined,
): Omit<Question, 'section' | 'field'> | undefined {
	const head =
		/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]+(?:\[([ xX])\][ \t]+)?(?:[*_]*(\p{Lu}{1,4}-?\d+)[*_]*[ \t]*[:.)–—-]*[*_]*[ \t]+)?/u.exec(
			text,
		);
	if (!head) return undefined;
	const [whole, box, id = ''] = head;
	const body = text.slice(whole.length);
	const labels = [...body.matchAll(label)].flatMap(match => {
		const part = partNamed(match[1] ?? '');
		return part ? [{part, from: match.index, to: match.index + match[0].length}] : [];
	});
	const end = {from: from + text.length, to: from + text.length};
	const said = new Map<QuestionPart, Said>([...asked].map(part => [part, {text: '', range: end}]));
	for (const [index, {part, to}] of labels.entries()) {
		const rest = body.slice(to, labels[index + 1]?.from).split(/[\r\n]/, 1)[0] ?? '';
		const value = endStripped(rest, `${blanks},;)*_—–|-`);
		const start = from + whole.length + to;
		if (!said.get(part)?.text)
			said.set(part, {text: value, range: value === '' ? end : {from: start, to: start + value.length}});
	}
	const words = endStripped(body.slice(0, labels[0]?.from), `${blanks}(*_—–-`);
	const by = said.get('due');
	const day = /(?<!\p{L})(?:by|until|before|bis) (?:the )?([^\s,;)]*\d[^\s,;)]*)/diu.exec(body);
	// Where nobody asks for a day, one that its author names is looked at all the same.
	if (day && (by?.text === '' || (!by && /^\d{4}-\d{2}-\d{2}$/.test(day[1]!)))) {
		const [start, stop] = day.indices![1]!;
		const lead = from + whole.length;
		said.set('due', {text: day[1]!, range: {from: lead + start, to: lead + stop}});
	}
	const state = stateOf(
		said.get('status')?.text || wordOf(body, own) || undefined,
		said.get('decision')?.text,
		isAsked(body, asked),
		own,
	);
	const named = called(id, words.split(/[\r\n]/, 1)[0] ?? '');
	return {
		...named,
		text: withoutDay(named.text, day?.[1]),
		state: (box ?? ' ') === ' ' ? state : 'answered',
		said,
		notes: labels.length > 0 ? '' : body.slice(words.length).trim(),
		range: {from: from + (text.length - text.trimStart().length), to: end.to},
	};
}

/** What is asked, without the brackets behind it in which its day stands: that is told by itself. */
function withoutDay(text: string, day: string | undefined): string {
	const [brackets = '', inside = ''] = /\s*\(([^()]*)\)?$/.exec(text) ?? [];
	return day !== undefined && inside.includes(day) ? text.slice(0, -brackets.length) : text;
}

/** The state in front of an item's words (`Resolved: …`, `[open] …`) or in brackets behind them; what is struck out is answered. */
function wordOf(body: string, own: OwnWords | undefined): string | undefined {
	if (/^~~[^~]+~~/.test(body)) return 'answered';
	const front = /^[^\p{L}\n]*(\p{L}[\p{L} -]{1,20}?)[*_]*[\])]?[*_]*\s*[:\])—–]/u.exec(body)?.[1];
	const behind = Array.from(body.matchAll(/[([]\s*[*_]*(\p{L}[^()[\]\n]*)[)\]]/gu), ([, words = '']) => words);
	return [front ?? '', ...behind].find(words => stateNamed(words, own) !== undefined);
}

/** A question without a word on its state is open where nothing stands behind its mark that may be an answer. */
function isAsked(body: string, asked: ReadonlySet<QuestionPart>): 'open' | 'unknown' {
	return asked.size > 0 || /\?["”’»*_)]*[ \t]*(?:[(→—–-][^\n]*)?$/u.test(body) ? 'open' : 'unknown';
}
