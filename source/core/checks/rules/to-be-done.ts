import type {Document} from '../../form/types.ts';
import {textsIn} from '../answer-texts.ts';
import {literal} from '../literal.ts';
import {masked} from '../masked.ts';
import {ownPatterns} from '../own-words.ts';
import {isOwnForm, standingOf} from '../standing.ts';
import type {Finding, Rule} from '../types.ts';

/**
 * A promise to write something later, left in what the author wrote, or a sign that holds an answer's place. Text that only
 * speaks of such marks ("no TBD is left", "TODO comments") is not one, nor is anything in code.
 */
export const toBeDone: Rule = {
	id: 'to-be-done',
	severity: 'error',
	summary: 'No TBD, TBC, TODO or FIXME is left.',
	*run(document, {own}) {
		yield* inPlaces(document);
		const {toBeDone: added} = ownPatterns(own?.words);
		if (!added && !/TB[DC]|TODO|FIXME/.test(document.source)) return;
		const words = masked(document.source);
		const spans = spansOf(document);
		// The source of a form that is bound to a document is the document.
		const {form} = document;
		const template = isOwnForm(document) ? undefined : linesOf((form.bound?.template ?? form).source);
		const marks = [
			...(added ? words.matchAll(added) : []),
			...words.matchAll(/(?<![\w-])(TB[DC]|TODO|FIXME)(?![\w-])/g),
		];
		let line: Line | undefined;
		for (const match of new Map(marks.map(one => [one.index, one])).values()) {
			const from = match.index;
			line = lineAt(words, from, line);
			if (isMention(line.text, from - line.from, match[0].length)) continue;
			const field = spans.find(span => span.from <= from && from < span.to);
			// An open field is told as open; words of the template are the template's.
			if (field?.open || template?.has(line.text.trim())) continue;
			yield {
				reason: `"${match[0]}" is left in the text.`,
				range: {from, to: from + match[0].length},
				...(field ? {section: field.section, field: field.id} : {}),
				help,
			};
		}
	},
	examples: [
		{
			title: 'All that an answer says, in any letters or by signs; as a part of a sentence it may be meant.',
			template: '# Plan\n\n- **Owner:** [name]\n- **Cost:** [what it costs]\n\n## Steps\n\n- [step]\n- [step]\n',
			document:
				'# Plan\n\n- **Owner:** tbd\n- **Cost:** to be decided by the board in May\n\n## Steps\n\n- ???\n- Copy the keys … by night\n- To be defined\n- …\n',
			findings: 4,
		},
		{
			title: 'An answer that is put off.',
			template: '# Plan\n\n- **Owner:** [name]\n',
			document: '# Plan\n\n- **Owner:** Ada (deputy: TBD)\n',
			findings: 1,
		},
		{
			title: 'In a cell and at the start of a sentence.',
			template: '# Plan\n\n## Steps\n\n[What is done]\n',
			document: '# Plan\n\n## Steps\n\nTODO: name the steps.\n\n| Step | When |\n| --- | --- |\n| Copy | TBD |\n',
			findings: 2,
		},
		{
			title: 'Words about such marks, and marks in code.',
			template: '# Plan\n\n## Steps\n\n[What is done]\n',
			document: '# Plan\n\n## Steps\n\nThe linter finds TODO comments, so that no TBD is left; `TODO` in code stays.\n',
			findings: 0,
		},
	],
};

const help = 'Write what is meant, or say that it does not apply and why.';

/** What holds a place and says nothing; a dash may say that there is none. */
const nothingYet =
	/^(?:tb[adc]|to ?do|fixme|xxx|wip|to be (?:agreed|announced|confirmed|decided|defined|determined|done)|\?{1,9}|…|\.{3,9}|_{2,99})[.!]?$/i;

/** Answers, items and cells that are such a sign. Without its template nobody knows where an answer goes. */
function* inPlaces(document: Document): Iterable<Finding> {
	if (isOwnForm(document)) return;
	for (const {field, state} of standingOf(document).fields.values()) {
		const answer = document.answers.get(field.id);
		const span = document.spans.get(field.id);
		if (!span || field.kind === 'code' || state !== 'answered' || answer?.state !== 'answered') continue;
		const signs = new Set(textsIn(answer.value).map(text => text.trim()));
		for (const sign of signs) {
			// Marks in capitals are found wherever they stand.
			if (!nothingYet.test(sign) || /^(?:TB[DC]|TODO|FIXME)\b/.test(sign)) continue;
			const alone = new RegExp(`(?<=(?:^|[|:*+.)\\]-])[ \\t]*)${literal(sign)}(?=\\s*(?:\\||$))`, 'gm');
			for (const {index} of document.source.slice(span.from, span.to).matchAll(alone)) {
				const from = span.from + index;
				const range = {from, to: from + sign.length};
				yield {reason: `"${sign}" is left in the text.`, range, section: field.section, field: field.id, help};
			}
		}
	}
}

type Span = {
	readonly from: number;
	readonly to: number;
	readonly id: string;
	readonly section: string;
	readonly open: boolean;
};

function spansOf(document: Document): readonly Span[] {
	const {form, answers, spans} = document;
	const asked = Array.from(standingOf(document).fields.values(), ({field, state}) => ({
		field,
		open: state === 'empty' || state === 'prefilled',
	}));
	// What the template brings is the author's once it was changed.
	const brought = form.boilerplate.filter(({id}) => answers.has(id)).map(field => ({field, open: false}));
	return [...asked, ...brought].flatMap(({field, open}) => {
		const span = spans.get(field.id);
		return span ? [{from: span.from, to: span.to, id: field.id, section: field.section, open}] : [];
	});
}

function linesOf(source: string): ReadonlySet<string> {
	return new Set(source.split(/\r\n|\n|\r/).map(line => line.trim()));
}

type Line = {readonly text: string; readonly from: number};

/** The line at an offset; `before` is that of the mark before it, of which a line may have thousands. */
function lineAt(text: string, offset: number, before: Line | undefined): Line {
	if (before && offset >= before.from && offset < before.from + before.text.length) return before;
	// A text with one sort of line ends has none of the other: who looks for that looks through all of it.
	let from = offset;
	while (from > 0 && !isLineEnd(text, from - 1)) from--;
	let to = offset;
	while (to < text.length && !isLineEnd(text, to)) to++;
	return {text: text.slice(from, to), from};
}

function isLineEnd(text: string, at: number): boolean {
	return text[at] === '\n' || text[at] === '\r';
}

/** As many signs beside a mark say whether it is spoken about. */
const beside = 200;

/** True where the line speaks about the mark: quoted, listed beside another, counted, or used as an adjective. */
function isMention(line: string, at: number, length: number): boolean {
	const before = line.slice(Math.max(0, at - beside), at);
	const after = line.slice(at + length, at + length + beside);
	return (
		/["'“‘«]\s*$/.test(before) ||
		/\b(?:no|any|every|each|all|zero|without|of|the|a|as|for|find|finds|remaining|unresolved|open|like|called)\s+(?:\W|TB[DC]|TODO|FIXME|or|and)*$/i.test(
			before,
		) ||
		/^\s*(?:\/|,|or|and)\s*(?:a\s+)?["'“‘]?(?:TB[DC]|TODO|FIXME)\b/i.test(after) ||
		/(?:TB[DC]|TODO|FIXME)s?["'”’]?\s*(?:\/|,|or|and)\s*$/i.test(before) ||
		/^\s+(?:comments?|lists?|items?|markers?|marks?|entries|entry|apps?|files?|tags?|notes?|placeholders?|labels?)\b/i.test(
			after,
		) ||
		// The text or the name of a link.
		(/\[$/.test(before) && /^\][([:]/.test(after)) ||
		/^s\b/.test(after)
	);
}
