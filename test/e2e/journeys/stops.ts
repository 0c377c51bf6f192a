/** The way through a template as its answers file goes: each field in order, and how one comes to it. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {
	everyField,
	readAnswers,
	readForm,
	type Answer,
	type Field,
	type Form,
} from '../../../source/core/form/index.ts';

const root = join(import.meta.dirname, '../../..');

export type Stop = {
	readonly field: Field;
	/** True where it is the first field of a block that the blank template has not, so that it must be added. */
	readonly isAdded: boolean;
	/** What its answers file says of the field, or of its whole section. */
	readonly answer?: Answer;
};

/** The path of the answers file that brings a bundled template to 100 %. */
export function answersFileOf(template: string): string {
	return join(root, `test/fixtures/answers/${template}.yaml`);
}

/** Every field of a bundled template that is to be visited, and what it brings, in the order of the walk. */
export function stopsOf(name: string): readonly Stop[] {
	const template = readForm(readFileSync(join(root, `templates/${name}.md`), 'utf8'));
	const {answers: data} = parse(readFileSync(answersFileOf(name), 'utf8')) as {readonly answers: unknown};
	const read = readAnswers(template, data);
	if (!read.ok) throw new Error(read.problem.summary);
	const {form, value: answers} = read;
	const added = firstFieldsOfNewBlocks(form, template);
	return everyField(form).map(field => {
		const answer = answers.get(field.id) ?? answers.get(field.section);
		return {field, isAdded: added.has(field.id), ...(answer && {answer})};
	});
}

function firstFieldsOfNewBlocks(form: Form, template: Form): ReadonlySet<string> {
	const here = new Set(template.fields.map(({id}) => id));
	return new Set(
		form.repeats
			.flatMap(({instances}) => instances.slice(1))
			.map(({fields: [first = '']}) => first)
			.filter(id => !here.has(id)),
	);
}
