/** Which sections of a document are others than they were, for the words of a commit. */

import {flatten} from '../form/index.ts';
import type {Form, Section} from '../form/types.ts';

/** Titles of the sections whose own text changed, in the document's order, and behind them of those that are gone. */
export function changedSections(before: Form, after: Form): readonly string[] {
	const [old, now] = [ownTexts(before), ownTexts(after)];
	const told = [
		...[...now].flatMap(([id, {title, text}]) => {
			const was = old.get(id);
			return was === undefined ? [`${title} (new)`] : was.text === text ? [] : [title];
		}),
		...[...old].flatMap(([id, {title}]) => (now.has(id) ? [] : [`${title} (removed)`])),
	];
	return [...new Set(told)];
}

type Own = {readonly title: string; readonly text: string};

/** Each section's text without its subsections, whatever its line ends. What bears the document's own title is left out. */
function ownTexts({source, sections, title}: Form): ReadonlyMap<string, Own> {
	return new Map(
		flatten(sections)
			.filter(section => section.level > 0 && !(section.level === 1 && section.title === title))
			.map((section): [string, Own] => [section.id, {title: section.title, text: ownText(source, section)}]),
	);
}

function ownText(source: string, {range, sections}: Section): string {
	return source
		.slice(range.from, sections[0]?.range.from ?? range.to)
		.replaceAll(/\r\n?/g, '\n')
		.trim();
}
