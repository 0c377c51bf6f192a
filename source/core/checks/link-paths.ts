/** The paths that a document names and that somebody has to look up before rules can tell whether they are there. */

import type {Answer, Answers, Field, Form} from '../form/types.ts';
import {pathsOfEvidence} from './evidence-paths.ts';
import {linkTargets, pathKeys} from './link-targets.ts';

/**
 * What answers name outside of the document, each once: fields for links, with `#` and the anchor behind where a heading of
 * another Markdown file is meant, and evidence where the template asks for it. Whoever gathers facts looks them up.
 */
export function linkPaths(form: Form, answers: Answers): readonly string[] {
	const paths = new Set<string>();
	for (const field of form.fields) {
		const answer = answers.get(field.id);
		if (answer) for (const path of pathsIn(form, field, answer)) paths.add(path);
	}

	return [...paths];
}

/** They are asked for at every key, which changes one answer. */
const known = new WeakMap<Answer, {readonly form: Form; readonly field: Field; readonly paths: readonly string[]}>();

function pathsIn(form: Form, field: Field, answer: Answer): readonly string[] {
	const before = known.get(answer);
	if (before?.form === form && before.field === field) return before.paths;
	const links = linkTargets(form, field, answer).flatMap(target => (target.type === 'path' ? pathKeys(target) : []));
	const paths = [...links, ...pathsOfEvidence(form, field, answer)];
	known.set(answer, {form, field, paths});
	return paths;
}
