import {slug} from '../../form/index.ts';
import type {Field, Range} from '../../form/types.ts';
import type {TemplateRule} from './types.ts';

/** Fields that only a number at the end of their id tells apart. */
export const idRepeated: TemplateRule = {
	id: 'id-repeated',
	severity: 'info',
	summary: 'Fields of a section have names of their own.',
	*run({fields}) {
		// In front matter a list's items have its key's name, and a title may stand in a heading too.
		const ids = new Set(fields.flatMap(({id, place}) => (place.at === 'yaml' ? [] : [id])));
		const told = new Set<string>();
		for (const field of fields) {
			const base = /^(.+)-\d+$/.exec(field.id)?.[1];
			// `phase-2` beside `phase` may be its own name.
			if (base === undefined || !ids.has(base) || told.has(base) || /\d$/.test(slug(field.label))) continue;
			told.add(base);
			yield {
				reason: `Another field here is called "${field.label}" too, so that this one's id is ${field.id}.`,
				range: field.range,
				section: field.section,
				field: field.id,
				help: 'Give it a label of its own, or an id: `<!-- specwright: id: … -->`.',
			};
		}
	},
	examples: [
		{title: 'Two owners.', template: '# A\n\n- Owner: [name]\n- Due: YYYY-MM-DD\n- Owner: [team]\n', findings: 1},
		{
			title: 'One with an id.',
			template: '# A\n\n- Owner: [name]\n- Due: YYYY-MM-DD\n- Owner: [team] <!-- specwright: id: team -->\n',
			findings: 0,
		},
	],
};

type Spelling = {readonly name: string; readonly range: Range; readonly field: Field};

/** A name as it compares when signs, capitals and number are left aside. */
function loose(name: string): string {
	return name
		.toLowerCase()
		.replaceAll(/[^\p{L}\p{N}]/gu, '')
		.replace(/(?:name|s)$/, '');
}

/** One variable, written so that it is two. */
export const variableSpelling: TemplateRule = {
	id: 'variable-spelling',
	severity: 'warn',
	summary: 'A variable has one name.',
	*run({fields}) {
		const first = new Map<string, Spelling>();
		for (const field of fields) {
			if (field.variable === undefined) continue;
			const spelling = {name: field.variable, range: field.range, field};
			const key = `${field.repeat ?? ''} ${loose(field.variable)}`;
			const earlier = first.get(key);
			if (!earlier) {
				first.set(key, spelling);
				continue;
			}

			// The same name in two instances of a repeat is two answers.
			if (earlier.name === spelling.name) continue;
			yield {
				reason: `{${spelling.name}} and {${earlier.name}} are two variables, each asked for by itself.`,
				range: field.range,
				section: field.section,
				field: field.id,
				help: `If they are one, write {${earlier.name}} here too.`,
			};
		}
	},
	examples: [
		{title: 'With and without a blank.', template: '# {Service Name}\n\nCall {serviceName} first.\n', findings: 1},
		{title: 'In two cases.', template: '# {Service Name}\n\nCall {service name} first.\n', findings: 0},
	],
};

/** What braces ask for once, and brackets again. */
export const placeholderBoth: TemplateRule = {
	id: 'placeholder-both',
	severity: 'info',
	summary: 'A blank is a variable everywhere, or nowhere.',
	*run({fields}) {
		const variables = new Map(
			fields.flatMap(({variable}) => (variable === undefined ? [] : [[slug(variable), variable]])),
		);
		for (const field of fields) {
			const inner = /^[[<](.+)[\]>]$/.exec(field.placeholder.trim())?.[1];
			const name = inner === undefined || field.variable !== undefined ? undefined : variables.get(slug(inner));
			if (name === undefined) continue;
			yield {
				reason: `${field.placeholder.trim()} asks by itself for what the variable {${name}} holds.`,
				range: field.range,
				section: field.section,
				field: field.id,
				help: `If it is the same, write {${name}}; square and pointed brackets never are variables.`,
			};
		}
	},
	examples: [
		{title: 'Both.', template: '# {Service}\n\n- Name: [Service]\n', findings: 1},
		{title: 'One.', template: '# {Service}\n\n- Name: {service}\n', findings: 0},
	],
};
