/**
 * The template's fields where they stand in a document that the template alone would not give: its author has renamed
 * and moved headings, added text and sections of their own, dropped others. The form's source is the document, so that
 * an answer is spliced in at its place and nothing else moves; ids, kinds, options and guidance are the template's.
 */

import type {Addition, Document, Field, Form, Guidance, Range, Repeat, Section} from './types.ts';
import {completed} from './additions.ts';
import {fill} from './fill.ts';
import {split} from './lines.ts';
import {recognise} from './match.ts';
import type {Recognised} from './match.ts';
import {readForm} from './read.ts';
import {sameAnswer} from './reading.ts';

/**
 * Binds a template to a document.
 *
 * @param options `complete: false` leaves out what the document lacks
 * @returns the document seen through the bound form. Filling that form with no answer, or with the document's own, gives
 * the document's bytes. What the document lacks has its place in the form all the same (see `Addition`).
 */
export function bind(template: Form, source: string, options: {readonly complete?: boolean} = {}): Document {
	const plain = recognise(template, source);
	const whole = options.complete === false ? {source, additions: []} : completed(plain);
	const again = whole.additions.length > 0 ? recognise(template, whole.source) : plain;
	// What was put in must change nothing of what the document says.
	const isSafe = again === plain || saysTheSame(plain.document, again.document, whole.additions);
	const recognised = isSafe ? again : plain;
	const additions = isSafe ? whole.additions : [];
	const {document} = recognised;
	const own = readForm(document.source);
	const fields = document.form.fields
		.flatMap(field => {
			const range = document.spans.get(field.id);
			return range ? [placed(field, range, document, textOf(document.form, field.range))] : [];
		})
		.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
	const ids = new Map(fields.map(field => [field.id, field]));
	const form: Form = {
		source: document.source,
		eol: own.eol,
		sections: sectionsOf(recognised, own, ids),
		fields,
		repeats: document.form.repeats.flatMap(repeat => repeated(repeat, recognised, ids)),
		guidance: document.leftovers.map(one => standing(one, document)),
		...(document.form.titleField !== undefined && ids.has(document.form.titleField)
			? {titleField: document.form.titleField}
			: {}),
		title: own.title,
		...(own.marker ? {marker: own.marker} : {}),
		faults: own.faults,
		bound: {template, text: source},
		...(additions.length > 0 ? {additions} : {}),
	};
	const answers = new Map([...document.answers].filter(([id]) => ids.has(id) || document.form.sections.length > 0));
	const blank = fill(form, new Map());
	if (additions.length > 0 && (blank.source !== source || fill(form, answers).source !== source))
		return bind(template, source, {complete: false});
	return {...blank, answers: new Map([...answers, ...blank.answers]), problems: plain.document.problems};
}

/** Whether a document with additions says what it said without them, and nothing in what was added. */
function saysTheSame(plain: Document, more: Document, additions: readonly Addition[]): boolean {
	const added = new Set(additions.flatMap(one => one.ids));
	const answered = (answers: Document['answers']) => [...answers].filter(([, answer]) => answer.state !== 'left-out');
	const before = answered(plain.answers);
	const after = new Map(answered(more.answers));
	return (
		before.length === after.size &&
		before.every(([id, answer]) => !added.has(id) && sameAnswer(answer, after.get(id))) &&
		plain.form.source === more.form.source
	);
}

/** A field of the template at its place in the document. */
function placed(field: Field, range: Range, {source, answers, problems}: Document, unfilled: string): Field {
	const isOpen = !answers.has(field.id) && !problems.has(field.id);
	const line = source.slice(0, range.from).match(/\r\n|\n|\r/g)?.length ?? 0;
	return {
		...field,
		range,
		line: line + 1,
		place: placeAt(field, range, source),
		blank: isOpen && field.blank,
		prefilled: isOpen && field.prefilled,
		mirrors: [],
		unfilled,
	};
}

function textOf({source}: Form, {from, to}: Range): string {
	return source.slice(from, to);
}

/** How an answer stands there: indented as the document has it. */
function placeAt(field: Field, range: Range, source: string): Field['place'] {
	const {place} = field;
	if (!('indent' in place) || place.at === 'label') return place;
	const lineStart = Math.max(source.lastIndexOf('\n', range.from - 1), source.lastIndexOf('\r', range.from - 1)) + 1;
	const lead = source.slice(lineStart, range.from);
	const indent = /^[ \t>]*$/.test(lead) ? lead : place.indent;
	if (place.at !== 'fence') return {...place, indent};
	const [first, ...rest] = split(source.slice(range.from, range.to));
	const from = range.from + (rest[0]?.from ?? first!.to);
	const to = range.from + (rest.at(-1)?.from ?? first!.to);
	return {...place, indent, content: {from, to: Math.max(from, to)}};
}

type Tree = {readonly section: Section; readonly below: Tree[]};

/** The document's headings, each as the template's section that it is, or as one of its author's own. */
function sectionsOf(
	{plan, parts, pairs, document: {source}}: Recognised,
	own: Form,
	fields: ReadonlyMap<string, Field>,
): readonly Section[] {
	const byPart = new Map(pairs.flatMap((part, index) => (part === undefined ? [] : [[part, plan.chunks[index]!]])));
	const ownByStart = new Map(flat(own.sections).map(section => [section.headingRange.from, section]));
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

		const end = parts.slice(index + 1).find(next => next.level <= part.level)?.from ?? source.length;
		const written = ownByStart.get(part.from);
		const section: Section = {
			...(known ?? authors(written?.id ?? `section-${index}`, taken)),
			// What the template's heading says is what its rules go by.
			heading: known?.heading ?? part.text,
			title: known?.title ?? written?.title ?? part.text,
			level: part.level,
			line: written?.line ?? (source.slice(0, part.from).match(/\r\n|\n|\r/g)?.length ?? 0) + 1,
			range: {from: part.from, to: end},
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

function flat(sections: readonly Section[]): readonly Section[] {
	return sections.flatMap(section => [section, ...flat(section.sections)]);
}

/** A repeat with those of its instances that stand in the document. */
function repeated(
	repeat: Repeat,
	{plan, parts, pairs, document: {source}}: Recognised,
	fields: ReadonlyMap<string, Field>,
): readonly Repeat[] {
	const instances = repeat.instances.flatMap(instance => {
		const own = instance.fields.filter(id => fields.has(id));
		if (repeat.unit === 'section') {
			const chunk = plan.chunks.find(
				one => one.range.from >= instance.range.from && one.range.from < instance.range.to,
			);
			const at = chunk && pairs[chunk.index];
			if (at === undefined) return [];
			const part = parts[at]!;
			const to = parts.slice(at + 1).find(next => next.level <= part.level)?.from ?? source.length;
			return [{...instance, range: {from: part.from, to}, fields: own}];
		}

		if (own.length === 0) return [];
		const spans = own.map(id => fields.get(id)!.range);
		return [{...instance, range: wholeLines(source, spans), fields: own}];
	});
	return instances.length === 0 ? [] : [{...repeat, instances}];
}

/** The lines that some ranges stand on. */
function wholeLines(source: string, ranges: readonly Range[]): Range {
	const from = Math.min(...ranges.map(range => range.from));
	const to = Math.max(...ranges.map(range => range.to));
	const start = Math.max(source.lastIndexOf('\n', from - 1), source.lastIndexOf('\r', from - 1)) + 1;
	const end = /[^\r\n]*(?:\r\n|\n|\r)?/.exec(source.slice(to))![0].length;
	return {from: start, to: to + end};
}

/** Guidance beside nothing that is open was left standing by the author: an answer does not take it along. */
function standing(one: Guidance, {form, answers}: Document): Guidance {
	const own =
		one.fields.length > 0
			? one.fields
			: form.fields.filter(field => field.section === one.section).map(field => field.id);
	return own.some(id => !answers.has(id)) ? one : {...one, stays: true};
}
