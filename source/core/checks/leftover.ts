/** What the template said to the author and still stands where the author has answered. */

import type {Guidance} from '../form/types.ts';
import {lineage} from './outline.ts';
import {trimmed} from './place.ts';
import {standingOf, type FieldStanding, type Standing} from './standing.ts';
import type {Rule} from './types.ts';

type Parts = Pick<Rule, 'id' | 'summary' | 'examples'> & {
	readonly roles: readonly Guidance['role'][];
	readonly reason: (text: string) => string;
	readonly help: string;
};

/**
 * A rule about leftovers of these roles. It is silent where the author still needs the text: while one of the fields
 * that it speaks of is open, and in a section that nobody has touched.
 */
export function leftoverRule({roles, reason, help, ...rest}: Parts): Rule {
	return {
		...rest,
		severity: 'error',
		*run(document) {
			const standing = standingOf(document);
			// Markers are no leftovers that completeness knows of, so they come from the document itself.
			const all = roles.includes('marker') ? document.leftovers : standing.leftovers;
			for (const left of all) {
				if (!roles.includes(left.role) || !isServed(left, standing)) continue;
				yield {
					reason: reason(shorten(left.text)),
					range: trimmed(document.source, left.range),
					section: left.section,
					help,
				};
			}
		},
	};
}

type BySection = ReadonlyMap<string, readonly FieldStanding[]>;

const known = new WeakMap<Standing, BySection>();

/** The fields in and below each section; several rules ask for one document. */
function bySection(standing: Standing): BySection {
	const made = known.get(standing);
	if (made) return made;
	const under = new Map<string, FieldStanding[]>();
	known.set(standing, under);
	for (const entry of standing.fields.values()) {
		for (const {section} of lineage(entry.row)) {
			const list = under.get(section.id);
			if (list) list.push(entry);
			else under.set(section.id, [entry]);
		}
	}
	return under;
}

/** True where everything that the text speaks of is answered. */
export function isServed(left: Guidance, standing: Standing): boolean {
	// A filled example speaks of the whole document: it is in the way once anything is answered.
	if (left.role === 'example') return standing.touched.size > 0;
	const concerned =
		left.fields.length > 0
			? left.fields.flatMap(id => standing.fields.get(id) ?? [])
			: (bySection(standing).get(left.section) ?? []);
	return (
		concerned.some(entry => entry.answered) &&
		concerned.every(entry => entry.answered || entry.state === 'prefilled' || entry.state === 'left-out')
	);
}

/** A text as a message quotes it: one line of at most sixty characters, never half of one. */
export function shorten(text: string): string {
	const line = text.replace(/\s+/g, ' ').trim();
	const characters = [...line];
	return characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
}
