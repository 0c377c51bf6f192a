/** The schema of a template's answers file, for editors, scripts and agents (JSON Schema, draft 2020-12). */

import type {Field, Form, Repeat, Section} from './types.ts';
import {planOf} from './plan.ts';
import {mostSections} from './repeat.ts';
import {grow, spellingOf} from './schema-ids.ts';
import {mapOf, refer, shared} from './schema-shared.ts';
import type {JsonSchema} from './schema-shared.ts';
import {fieldSchema, ownKeys} from './schema-value.ts';
import {shapeOf} from './value/index.ts';

/**
 * The schema of the answers files that a template takes. It has every id in every way that `readAnswers` knows it, and
 * for each the shape, the options and the form of its value. It takes all that `readAnswers` takes, from YAML and from
 * JSON. What goes beyond a value by itself it cannot say: that a field is given twice, or in a section that does not
 * apply; that an instance is skipped; that a fence is never closed; how many bytes an answer has.
 *
 * @param form the template's form
 * @param name what the template is called, to be named in the file
 */
export function answersSchema(form: Form, name: string): JsonSchema {
	const {answers, definitions} = answersOf(form);
	return {
		$schema: 'https://json-schema.org/draft/2020-12/schema',
		title: `Answers for ${form.title === '' ? name : form.title}`,
		description: `The answers that a document written from the template ${name} is to have.`,
		...mapOf(
			{
				template: {
					title: 'Template',
					description: 'The name of the template that the answers are for, or the path of its file.',
					default: name,
					anyOf: [{type: 'string'}, {type: 'number'}, {type: 'boolean'}, {type: 'null'}],
				},
				answers: {
					title: 'Answers',
					description: 'Answers by the ids of fields, sections and blocks that repeat.',
					anyOf: [answers, {enum: ['', null]}],
				},
			},
			{required: ['answers']},
		),
		$defs: {...shared, ...definitions},
	};
}

function answersOf(form: Form): {
	readonly answers: JsonSchema;
	readonly definitions: Readonly<Record<string, JsonSchema>>;
} {
	const grown = grow(form);
	const spelling = spellingOf(grown);
	const plan = planOf(grown.form);
	const definitions: Record<string, JsonSchema> = {};
	const known = new Map<string, JsonSchema>();
	const nodes = new Map<string, JsonSchema>();

	/** Each different schema once: instances of a repeat have the same. */
	const define = (kind: string, schema: JsonSchema): JsonSchema => {
		const text = JSON.stringify(schema);
		let reference = known.get(text);
		if (!reference) {
			const id = `${kind}-${known.size + 1}`;
			definitions[id] = schema;
			reference = {$ref: `#/$defs/${id}`};
			known.set(text, reference);
		}

		return reference;
	};

	const fieldNode = (field: Field): JsonSchema => define('field', fieldSchema(grown.form, field));

	/** The ids below one, each with what it takes. */
	const below = (id: string, more: JsonSchema, head?: readonly [string, JsonSchema]): JsonSchema => {
		const properties = new Map<string, JsonSchema>();
		const patterns = new Map<string, JsonSchema[]>();
		for (const child of spelling.children(id)) {
			const {literal, pattern} = spelling.of(child, id);
			const schema = node(child);
			if (literal !== undefined) properties.set(literal, schema);
			if (pattern !== undefined) patterns.set(pattern, [...(patterns.get(pattern) ?? []), schema]);
		}

		if (head && !properties.has(head[0])) properties.set(...head);
		const byPattern = [...patterns].map(([pattern, some]) => [pattern, some.length > 1 ? {anyOf: some} : some[0]!]);
		return mapOf(Object.fromEntries(properties), {
			...(byPattern.length > 0 && {patternProperties: Object.fromEntries(byPattern) as JsonSchema}),
			...more,
		});
	};

	const instance = (repeat: Repeat, index: number): JsonSchema => {
		const {id} = repeat.instances[index]!;
		const isKnown = plan.fields.has(id) || plan.sections.has(id) || spelling.children(id).length > 0;
		const name = repeat.id.slice(repeat.id.lastIndexOf('/') + 1);
		const fields = below(id, {title: repeat.label}, isKnown ? [name, headNode(id)] : undefined);
		return define('instance', {anyOf: [fields, refer(plan.sections.has(id) ? 'whole' : 'left-out')]});
	};

	const listOf = (repeat: Repeat): JsonSchema => {
		const some = repeat.instances.map((_, index) => instance(repeat, index));
		const further = some.at(-1)!;
		const isAlike = some.every(one => JSON.stringify(one) === JSON.stringify(further));
		return {
			type: 'array',
			minItems: 1,
			maxItems: mostSections,
			...(!isAlike && {prefixItems: some.slice(0, -1)}),
			items: further,
			...(repeat.note !== undefined && {description: repeat.note}),
		};
	};

	/** What an id takes, a list of instances aside. */
	const headNode = (id: string): JsonSchema => {
		const options = optionsFor(id);
		return options.length === 1 ? options[0]! : {anyOf: options};
	};

	const optionsFor = (id: string): readonly JsonSchema[] => {
		const field = plan.fields.get(id);
		if (field) return [fieldNode(field)];
		const section = plan.sections.get(id);
		const children = spelling.children(id);
		const body = grown.bodies.get(id);
		const own = body === undefined ? undefined : plan.fields.get(body);
		return [
			...(own ? [bodyNode(id, own)] : []),
			...(children.length > 0 ? [define('fields', below(id, {minProperties: 1}))] : []),
			...(section ? [{$ref: '#/$defs/whole'}] : []),
		];
	};

	/** A section's body under the section's id; a map with an id in it is one of ids. */
	const bodyNode = (id: string, body: Field): JsonSchema => {
		const names = new Set(ownKeys(body));
		const both = spelling.children(id).flatMap(child => {
			const {literal} = spelling.of(child, id);
			return literal !== undefined && names.has(literal) ? [literal] : [];
		});
		if (both.length === 0) return fieldNode(body);
		const taken = both.map(key => ({type: 'object', properties: {[key]: true}, required: [key]}));
		return {allOf: [fieldNode(body), {not: {anyOf: taken}}]};
	};

	const node = (id: string): JsonSchema => {
		let schema = nodes.get(id);
		if (!schema) {
			schema = make(id);
			nodes.set(id, schema);
		}

		return schema;
	};

	const make = (id: string): JsonSchema => {
		const repeat = spelling.instancesOf(id);
		const field = plan.fields.get(id);
		const shape = field && shapeOf(field);
		const options = optionsFor(id);
		if (!repeat || shape === 'rows' || shape === 'checks') {
			return field && options.length === 1
				? options[0]!
				: define('section', {...said(plan.sections.get(id)), anyOf: options});
		}

		// A list of maps is one of instances.
		const isNoList = {not: {type: 'array', minItems: 1, items: {type: 'object'}}};
		const others = shape === 'items' ? [{allOf: [...options, isNoList]}] : options;
		return define('repeat', {title: repeat.label, anyOf: [listOf(repeat), ...others]});
	};

	return {answers: below('', {}), definitions};
}

function said(section: Section | undefined): JsonSchema {
	if (!section || section.level === 0) return {};
	const {title, guidance} = section;
	return {...(title !== '' && {title}), ...(guidance.length > 0 && {description: guidance.join('\n\n')})};
}
