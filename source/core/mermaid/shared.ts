/** What several kinds of diagrams have in common. */

import type {ruleMaker, TokenRule} from './tokens.ts';

/** What is made at its first use, and once: most runs of the program meet no diagram. */
export function lazily<T>(make: () => T): () => T {
	let made: T | undefined;
	return () => (made ??= make());
}

/** Letters beyond ASCII that Mermaid takes in names: those of the Basic Multilingual Plane. */
export const letter = /(?![\u{10000}-\u{10FFFF}])\p{L}/u;

/** Title and description for those who can't see the diagram. */
export function titles(rule: ReturnType<typeof ruleMaker>): readonly TokenRule[] {
	return [
		rule(/accTitle\s*:\s*/, 'title', {enter: 'title'}),
		rule(/accDescr\s*:\s*/, 'title', {enter: 'title'}),
		rule(/[^\n]*/, 'title-text', {in: 'title', leave: 1}),
		rule(/accDescr\s*\{\s*/, undefined, {enter: 'description'}),
		rule(/\}/, undefined, {in: 'description', leave: 1}),
		rule(/[^}]*/, 'description', {in: 'description'}),
	];
}

/** Their statements, as options of a grammar's rule. */
export const titleStatements = 'title title-text | description';
