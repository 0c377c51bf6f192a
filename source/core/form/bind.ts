/**
 * The template's fields where they stand in a document that the template alone would not give: its author has renamed
 * and moved headings, added text and sections of their own, dropped others. The form's source is the document, so that
 * an answer is spliced in at its place and nothing else moves; ids, kinds, options and guidance are the template's.
 */

import type {Addition, Answer, Document, Field, Form, Guidance, Range, Repeat, Section} from './types.ts';
import {placed} from './bound-field.ts';
import {fill} from './fill.ts';
import {everyField} from './every-field.ts';
import {partEnd} from './headings.ts';
import {recognise} from './match.ts';
import type {Recognised} from './match.ts';
import {readForm} from './read.ts';
import {linesOf, type Lines} from '../text/index.ts';
import {flatten} from './sections.ts';
import {withAdditions} from './with-additions.ts';
import type {Whole} from './with-additions.ts';

/**
 * Binds a template to a document.
 *
 * @param options `complete: false` leaves out what the document lacks
 * @returns the document seen through the bound form. Filling that form with no answer, or with the document's own, gives
 * the document's bytes. What the document lacks has its place in the form all the same (see `Addition`).
 */
export function bind(template: Form, source: string, options: {readonly complete?: boolean} = {}): Document {
	const plain = recognise(template, source);
	const {recognised, additions} =
		options.complete === false ? {recognised: plain, additions: []} : withoutClosing(withAdditions(template, plain));
	const {document} = recognised;
	const own = readForm(document.source, {words: template.words});
	const lines = linesOf(document.source);
	const every = everyField(document.form)
		.flatMap(field => {
			const range = document.spans.get(field.id);
			return range ? [placed(field, range, {...recognised, additions}, lines)] : [];
		})
		.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
	const ids = new Map(every.map(field => [field.id, field]));
	const form: Form = {
		source: document.source,
		...(template.words && {words: template.words}),
		...(template.mends && {mends: template.mends}),
		eol: own.eol,
		sections: sectionsOf(recognised, own, ids, lines),
		fields: every.filter(({boilerplate}) => !boilerplate),
		boilerplate: every.filter(({boilerplate}) => boilerplate),
		repeats: document.form.repeats.flatMap(repeat => repeated(repeat, recognised, ids, lines)),
		guidance: document.leftovers.map(one => standing(one, document)),
		...(document.form.titleField !== undefined && ids.has(document.form.titleField)
			? {titleField: document.form.titleField}
			: {}),
		title: own.title,
		...(own.marker ? {marker: own.marker} : {}),
		faults: own.faults,
		bound: {template, text: source, answers: document.answers, missing: plain.document.missing},
		...(additions.length > 0 ? {additions} : {}),
	};
	const answers = new Map([...document.answers, ...stillGone(plain.document, form.boilerplate, additions)]);
	const blank = fill(form, new Map());
	if (additions.length > 0 && (blank.source !== source || fill(form, answers).source !== source))
		return bind(template, source, {complete: false});
	return {...blank, answers: new Map([...answers, ...blank.answers]), problems: plain.document.problems};
}

/** The boilerplate that was taken out of the document: put in as an addition it is there to be brought back. */
function stillGone(
	{answers}: Document,
	boilerplate: readonly Field[],
	additions: readonly Addition[],
): readonly (readonly [string, Answer])[] {
	const added = new Set(additions.flatMap(({ids}) => ids));
	return boilerplate.flatMap(({id}) => {
		const answer = answers.get(id);
		return added.has(id) && answer?.state === 'left-out' ? [[id, answer] as const] : [];
	});
}

/** The same where a line closes code that the document leaves open: to the field of that code it does not belong. */
function withoutClosing({recognised, additions}: Whole): Whole {
	const closing = additions.find(one => one.closes);
	const {document} = recognised;
	const [id, span] =
		[...document.spans].find(([, {from, to}]) => closing && from < closing.range.from && to > closing.range.from) ?? [];
	if (!closing || id === undefined || !span) return {recognised, additions};
	const own = document.source.slice(span.from, closing.range.from).trimEnd();
	const spans = new Map([...document.spans, [id, {from: span.from, to: span.from + own.length}]]);
	return {
		recognised: {...recognised, document: {...document, spans}},
		additions: additions.map(one => (one === closing ? {...one, instead: id} : one)),
	};
}

type Tree = {readonly section: Section; readonly below: Tree[]};

/** The document's headings, each as the template's section that it is, or as one of its author's own. */
function sectionsOf(
	{plan, parts, pairs}: Recognised,
	own: Form,
	fields: ReadonlyMap<string, Field>,
	lines: Lines,
): readonly Section[] {
	const byPart = new Map(pairs.flatMap((part, index) => (part === undefined ? [] : [[part, plan.chunks[index]!]])));
	const ownByStart = new Map(flatten(own.sections).map(section => [section.headingRange.from, section]));
	const taken = new Set(plan.sections.keys());
	const top: Tree[] = [];
	const open: Tree[] = [];
	for (const [index, part] of parts.entries()) {
		const chunk = byPart.get(index);
		const known = chunk && !chunk.note ? chunk.section : undefined;
		if (index === 0) {
			if (known)
				top.push({
					section: {...known, range: {from: 0, to: part.to}, sections: [], fields: kept(known, fields)},
					below: [],
				});
			continue;
		}

		const written = ownByStart.get(part.from);
		const section: Section = {
			...(known ?? authors(written?.id ?? `section-${index}`, taken)),
			// What the template's heading says is what its rules go by.
			heading: known?.heading ?? part.text,
			title: known?.title ?? written?.title ?? part.text,
			level: part.level,
			line: lines.lineOf(part.from),
			range: {from: part.from, to: partEnd(parts, index)},
			headingRange: written?.headingRange ?? {from: part.from, to: part.textFrom + part.text.length},
			fields: known ? kept(known, fields) : [],
			sections: [],
		};
		const tree: Tree = {section, below: []};
		while (open.length > 0 && open.at(-1)!.section.level >= part.level) open.pop();
		(open.at(-1)?.below ?? top).push(tree);
		open.push(tree);
	}

	return top.map(finished);
}

function finished({section, below}: Tree): Section {
	return {...section, sections: below.map(finished)};
}

function kept(section: Section, fields: ReadonlyMap<string, Field>): readonly string[] {
	return section.fields.filter(id => fields.has(id));
}

/** A section that only the author knows of: it asks for nothing. */
function authors(id: string, taken: Set<string>): Section {
	let free = id;
	for (let count = 2; taken.has(free); count++) free = `${id}-${count}`;
	taken.add(free);
	const none = {from: 0, to: 0};
	return {
		id: free,
		heading: '',
		title: '',
		level: 1,
		line: 1,
		range: none,
		headingRange: none,
		requirement: 'unspecified',
		reasonForNotApplicable: false,
		guidance: [],
		fields: [],
		sections: [],
	};
}

/** A repeat with those of its instances that stand in the document. */
function repeated(
	repeat: Repeat,
	{plan, parts, pairs}: Recognised,
	fields: ReadonlyMap<string, Field>,
	lines: Lines,
): readonly Repeat[] {
	const instances = repeat.instances.flatMap(instance => {
		const own = instance.fields.filter(id => fields.has(id));
		if (repeat.unit === 'section') {
			const chunk = plan.chunks.find(
				one => one.range.from >= instance.range.from && one.range.from < instance.range.to,
			);
			const at = chunk && pairs[chunk.index];
			if (at === undefined) return [];
			return [{...instance, range: {from: parts[at]!.from, to: partEnd(parts, at)}, fields: own}];
		}

		if (own.length === 0) return [];
		const spans = own.map(id => fields.get(id)!.range);
		return [{...instance, range: wholeLines(lines, spans), fields: own}];
	});
	return instances.length === 0 ? [] : [{...repeat, instances}];
}

/** The lines that some ranges stand on. */
function wholeLines(lines: Lines, ranges: readonly Range[]): Range {
	const from = Math.min(...ranges.map(range => range.from));
	const to = Math.max(...ranges.map(range => range.to));
	return {from: lines.startOf(from), to: lines.nextOf(to)};
}

/** Guidance beside nothing that is open was left standing by the author: an answer does not take it along. */
function standing(one: Guidance, {form, answers}: Document): Guidance {
	const own =
		one.fields.length > 0
			? one.fields
			: form.fields.filter(field => field.section === one.section).map(field => field.id);
	return own.some(id => !answers.has(id)) ? one : {...one, stays: true};
}
