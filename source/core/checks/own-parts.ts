/** The parts of a document that its author has put in: headings that the template has not, and what stands below them. */

import {flatten, partsOf, slug} from '../form/index.ts';
import type {Document, Range} from '../form/types.ts';
import {isOwnForm} from './standing.ts';

export type OwnPart = {
	/** Its heading's words. */
	readonly title: string;
	/** These, and those of the headings around it. */
	readonly titles: readonly string[];
	/** What stands below the heading, up to the next one. */
	readonly range: Range;
};

/**
 * The parts under headings of the author's own, where the template is known: none of its sections is called so, and none of its
 * fields or words to the author was found there. Without a template all of a document is its own form's.
 */
export function ownParts(document: Document): readonly OwnPart[] {
	if (isOwnForm(document)) return [];
	// The form of a document that was opened has these headings, too.
	const {sections} = document.form.bound?.template ?? document.form;
	const known = new Set(flatten(sections).flatMap(({heading, title}) => [slug(heading), slug(title)]));
	const taken = [...document.spans.values(), ...document.leftovers.map(({range}) => range)];
	const above: {readonly level: number; readonly text: string}[] = [];
	return partsOf(document.source).flatMap(({level, text, textFrom, from, to}) => {
		while ((above.at(-1)?.level ?? 0) >= level && above.length > 0) above.pop();
		above.push({level, text});
		const title = unnumbered(text);
		if (level <= 1 || known.has(slug(text)) || known.has(slug(title))) return [];
		if (taken.some(range => range.from < to && range.to > from && range.to > range.from)) return [];
		const titles = above.map(one => unnumbered(one.text));
		return [{title, titles, range: {from: textFrom + text.length, to}}];
	});
}

function unnumbered(heading: string): string {
	return heading.replace(/^\d+(?:\.\d+)*[a-z]?[.)]*\s+/, '').trim();
}
