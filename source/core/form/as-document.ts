/** A text seen as a document whose template is not known: its own form, and what it says in each field. */

import type {Problem} from '../problem.ts';
import type {Answer, Document, Field, Form, Guidance, Range, Section} from './types.ts';
import {homeOf, readText, settingOf} from './reading.ts';
import {isOptional} from './needed.ts';
import {flatten} from './sections.ts';
import {isStillOpen} from './still-open.ts';
import {isTicked} from './value/index.ts';
import {isWritten} from './written.ts';

const documents = new WeakMap<Form, Document>();

/**
 * The form of a text as a document, its template unknown: what is no blank is an answer. In a text that somebody wrote,
 * that holds for its code, its tables and its lists too, and what it quotes is no guidance.
 */
export function asDocument(form: Form): Document {
	let document = documents.get(form);
	if (!document) {
		document = read(isWritten(form) ? ownForm(form) : asFound(ownWords(form)));
		documents.set(form, document);
	}

	return document;
}

/** Without a template nothing is known to come from one. */
function ownWords(form: Form): Form {
	if (form.boilerplate.length === 0) return form;
	const asked = new Set(form.fields.map(({id}) => id));
	return {
		...form,
		boilerplate: [],
		repeats: form.repeats.map(repeat => ({
			...repeat,
			instances: repeat.instances.map(one => ({...one, fields: one.fields.filter(id => asked.has(id))})),
		})),
	};
}

function read(form: Form): Document {
	const answers = new Map<string, Answer>();
	const problems = new Map<string, Problem>();
	for (const field of form.fields) {
		if (field.blank) continue;
		const {answer, problem} = readOwn(form, field);
		if (answer) answers.set(field.id, answer);
		if (problem) problems.set(field.id, problem);
	}

	return {
		form,
		source: form.source,
		answers,
		spans: new Map(form.fields.map(field => [field.id, field.range])),
		leftovers: form.guidance,
		missing: [],
		problems,
	};
}

/** What a field's text says where there is nothing to compare it with. */
function readOwn(form: Form, field: Field): ReturnType<typeof readText> {
	const chunk = homeOf(form).get(field.id);
	if (!chunk) return {};
	const setting = {...settingOf(form, chunk, field), original: ''};
	return readText(field, form.source.slice(field.range.from, field.range.to), setting);
}

/**
 * Nothing goes from a text by being opened, also not what a template would call its filled example; and what stands
 * beside answers alone was left standing.
 */
function asFound(form: Form): Form {
	if (form.guidance.length === 0) return form;
	const fields = new Map(form.fields.map(field => [field.id, field]));
	const keep = (one: Guidance): Guidance =>
		one.role === 'example' ? {...one, stays: true} : standing(one, form, fields);
	return {...form, guidance: form.guidance.map(keep)};
}

/** The form of a written text: what the reader took for samples and prompts is the document's own. */
function ownForm(form: Form): Form {
	const bodies = bodiesOf(form);
	const fields = form.fields.flatMap(field => {
		const placed =
			field.range.from === field.range.to && field.place.at === 'block' ? widened(form, field, bodies) : field;
		return placed ? [{...placed, blank: placed.blank && isStillOpen(form, placed)}] : [];
	});
	const own = untoldBodies(form, bodies);
	const kept = new Map([...fields, ...own.values()].map(field => [field.id, field]));
	const without = (section: Section): Section => ({
		...section,
		fields: [...section.fields.filter(id => kept.has(id)), ...(own.has(section.id) ? [own.get(section.id)!.id] : [])],
		sections: section.sections.map(without),
	});
	const guidance = form.guidance.flatMap(one => (isOwnWords(form, one) ? [] : [standing(one, form, kept)]));
	const made: Form = {
		...form,
		fields: [...kept.values()].sort((a, b) => a.range.from - b.range.from),
		boilerplate: [],
		guidance,
		sections: form.sections.map(without),
		repeats: form.repeats.map(repeat => ({
			...repeat,
			instances: repeat.instances.map(instance => ({...instance, fields: instance.fields.filter(id => kept.has(id))})),
		})),
	};
	// A list that is prose, a choice that names no option: the text is what it is.
	const plain = made.fields.map(field =>
		field.blank ? field : readOwn(made, field).problem ? asText(field) : asTyped(field),
	);
	return {...made, fields: plain};
}

/** By section: its text where it has no field, for a template would have asked for none, and its author may change it. */
function untoldBodies(form: Form, bodies: ReadonlyMap<string, Range>): ReadonlyMap<string, Field> {
	const taken = new Set(form.fields.map(({id}) => id));
	return new Map(
		flatten(form.sections).flatMap(section => {
			const {from} = bodies.get(section.id)!;
			const id = `${section.id}/body`;
			if (section.level === 0 || section.fields.length > 0 || taken.has(id)) return [];
			const empty: Field = {
				id,
				label: section.title,
				kind: 'prose',
				section: section.id,
				range: {from, to: from},
				place: {at: 'block', indent: ''},
				line: section.line + (form.source.slice(section.headingRange.from, from).match(/\r\n|\n|\r/g)?.length ?? 0),
				placeholder: '',
				rule: 'body-written',
				requirement: isOptional(section.requirement) ? section.requirement : 'required',
				reasonForNotApplicable: false,
				options: [],
				multiple: false,
				open: false,
				prefilled: false,
				blank: true,
				mirrors: [],
				guidance: [],
			};
			const field = widened(form, empty, bodies);
			return field && !field.blank ? [[section.id, field] as const] : [];
		}),
	);
}

/** What an author chose or laid down is not held against options and rows that were read from that very text. */
function asTyped(field: Field): Field {
	if (field.fixedRows) {
		const {fixedRows: _, ...rest} = field;
		return rest;
	}

	const isChosen = field.options.includes(field.placeholder) || isTicked(field);
	return field.kind === 'choice' && !isChosen ? asText(field) : field;
}

function asText(field: Field): Field {
	const {item: _, columns: _columns, ...rest} = field;
	const {at} = field.place;
	if (at === 'rows' || at === 'fence') return field;
	const several = at === 'block' || at === 'items' || (at === 'label' && field.kind !== 'choice');
	const place = field.place.at === 'items' ? {at: 'block' as const, indent: field.place.indent} : field.place;
	return {...rest, place, kind: several ? 'prose' : 'text', options: [], multiple: false};
}

/** A section's own text: from behind its heading to the next one, without the comments around it. */
function bodiesOf(form: Form): ReadonlyMap<string, Range> {
	const bodies = new Map<string, Range>();
	const visit = (section: Section): void => {
		const next = section.sections[0]?.range.from ?? section.range.to;
		bodies.set(section.id, {from: section.headingRange.to, to: next});
		for (const below of section.sections) visit(below);
	};

	for (const section of form.sections) visit(section);
	return bodies;
}

/** An empty body takes the text that stands in its section where no other field has it; with others there is none. */
function widened(form: Form, field: Field, bodies: ReadonlyMap<string, Range>): Field | undefined {
	const body = bodies.get(field.section);
	if (!body) return field;
	const {source} = form;
	let {from, to} = body;
	if (form.marker && form.marker.range.from < to) to = Math.max(from, form.marker.range.from);
	const inside = form.guidance.filter(one => one.range.from < to && one.range.to > from && !isOwnWords(form, one));
	for (const one of inside) {
		if (source.slice(from, one.range.from).trim() === '') from = Math.max(from, one.range.to);
		else to = Math.min(to, one.range.from);
	}

	const raw = source.slice(from, to).replace(/(?:^|[\r\n])[ \t]*(?:[-*_][ \t]*){3,}\s*$/, '');
	const text = raw.trim();
	if (text === '') return field;
	const start = from + /^\s*/.exec(raw)![0].length;
	const range = {from: start, to: start + text.length};
	const overlaps = form.fields.some(
		other => other.id !== field.id && other.range.from < range.to && other.range.to > range.from,
	);
	if (overlaps) return undefined;
	const lineStart = Math.max(source.lastIndexOf('\n', start - 1), source.lastIndexOf('\r', start - 1)) + 1;
	return {
		...field,
		range: {from: lineStart, to: range.to},
		placeholder: source.slice(lineStart, range.to),
		line: field.line + (source.slice(field.range.from, lineStart).match(/\r\n|\n|\r/g)?.length ?? 0),
		kind: field.kind === 'list' && /^(?:[-*+]|\d+[.)])\s/.test(text) ? 'list' : 'prose',
		blank: false,
	};
}

/** A document quotes and asks in its own name; only a comment or a note in brackets still speaks to its author. */
function isOwnWords(form: Form, one: Guidance): boolean {
	if (one.role === 'marker' || one.role === 'hint') return false;
	const text = form.source.slice(one.range.from, one.range.to).trim();
	return !/^(?:<!--|\[)/.test(text);
}

/** Guidance beside nothing that is open has been left standing: an answer does not take it along. */
function standing(one: Guidance, form: Form, fields: ReadonlyMap<string, Field>): Guidance {
	const own =
		one.fields.length > 0
			? one.fields
			: form.fields.filter(field => field.section === one.section).map(field => field.id);
	return own.some(id => fields.get(id)?.blank === true) ? one : {...one, stays: true};
}
