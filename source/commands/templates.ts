/** `templates`: what there is to write from. */

import type {Section} from '../core/form/types.ts';
import {counted} from '../core/text/index.ts';
import {isSet, type Command} from './context.ts';
import {catalogFrom} from './catalogs.ts';
import {loadTemplate} from './load.ts';
import {templateTitle} from './template-title.ts';

/** The list with title, sections, fields and origin. */
export const listAll: Command = async (invocation, context) => {
	const {output} = context;
	const rows = [];
	const {templates, hidden: others} = catalogFrom(context.cwd, context).listTemplates();
	for (const {name, source} of templates) {
		const loaded = await loadTemplate(name, context);
		if (!loaded.ok) {
			output.problem(loaded.problem);
			continue;
		}
		const {form, version, origin, path} = loaded.value;
		rows.push({
			name,
			title: templateTitle(form.title, name),
			version,
			origin,
			path,
			sections: countSections(form.sections),
			fields: form.fields.length,
			source,
			hides: others.filter(one => one.name === name).map(one => ({origin: one.origin, path: one.path})),
		});
	}
	if (isSet(invocation, 'json')) {
		output.json(rows);
		return 0;
	}
	const width = Math.max(0, ...rows.map(({name}) => name.length));
	for (const {name, title, sections, fields, origin, source, hides} of rows) {
		const from = source === undefined ? origin : `from ${source.from}${at(source.commit)}`;
		const hidden = [...new Set(hides.map(one => words[one.origin]))];
		const instead = hidden.length === 0 ? '' : `, in place of the ${hidden.join(' and the ')} one`;
		output.report({text: name.padEnd(width), tone: 'strong'}, `  ${title}  `, {
			text: `${counted(sections, 'section')}, ${counted(fields, 'field')}, ${from}${instead}`,
			tone: 'dim',
		});
	}
	return 0;
};

/** How each origin is told. */
const words = {project: "project's other", user: 'added', bundled: 'bundled'} as const;

function at(commit: string | undefined): string {
	return commit === undefined ? '' : ` at ${commit.slice(0, 12)}`;
}

function countSections(sections: readonly Section[]): number {
	return sections.reduce((sum, section) => sum + (section.level > 0 ? 1 : 0) + countSections(section.sections), 0);
}

/** A template's text, as it is. */
export const show: Command = async ({args}, context) => {
	const [name = ''] = args;
	const loaded = await loadTemplate(name, context);
	if (!loaded.ok) {
		context.output.problem(loaded.problem);
		return loaded.problem.exit;
	}
	context.output.text(loaded.value.source);
	return 0;
};
