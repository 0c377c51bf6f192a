/** The paths that a document names and that somebody has to look up before rules can tell whether they are there. */

import type {Answers, Form} from '../form/types.ts';
import {pathsOfEvidence} from './evidence-paths.ts';
import {linkTargets, pathKey} from './link-targets.ts';

/**
 * What answers name outside of the document, each once: fields for links, with `#` and the anchor behind where a heading of
 * another Markdown file is meant, and evidence where the template asks for it. Whoever gathers facts looks them up.
 */
export function linkPaths(form: Form, answers: Answers): readonly string[] {
	const paths = new Set<string>();
	for (const field of form.fields) {
		const answer = answers.get(field.id);
		for (const target of linkTargets(field, answer)) if (target.type === 'path') paths.add(pathKey(target));
		for (const path of pathsOfEvidence(form, field, answer)) paths.add(path);
	}

	return [...paths];
}
