/**
 * The errors that the rules report on documents of other people, and those that somebody has looked at and found right:
 * test/fixtures/documents/corpus-errors.yaml.
 */

import {globSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {parse} from 'yaml';
import {findingsInAny, type TemplateName} from './score.ts';

/** Errors of one rule in one file, and why they are right. */
export type Justified = {
	readonly file: string;
	readonly rule: string;
	/** Their lines; one stands as often as it has errors. */
	readonly lines: readonly number[];
	readonly why: string;
};

export const justifiedErrors = parse(
	readFileSync(join(import.meta.dirname, '../../fixtures/documents/corpus-errors.yaml'), 'utf8'),
) as readonly Justified[];

/** An error in a file, `place` as `file:line rule`. */
export type FoundError = {
	readonly place: string;
	readonly reason: string;
	/** The bundled template that the file was read through, if it is like one. */
	readonly template: TemplateName | undefined;
};

/** How many documents a folder has, and every error in them. */
export function errorsIn(folder: string): {readonly documents: number; readonly errors: readonly FoundError[]} {
	const paths = globSync('**/*.md', {cwd: folder}).sort();
	const errors = paths.flatMap(path => {
		const {template, said} = findingsInAny(readFileSync(join(folder, path), 'utf8'));
		return said
			.filter(({severity}) => severity === 'error')
			.map(({ruleId, place, reason}) => ({place: placed(path, place.line, ruleId), reason, template}));
	});
	return {documents: paths.length, errors};
}

/** Those of some errors that nobody has justified, and the justified ones that are not among them; each as `file:line rule`. */
export function compared(
	errors: readonly FoundError[],
	justified: readonly Justified[] = justifiedErrors,
): {readonly unjustified: readonly string[]; readonly gone: readonly string[]} {
	const wanted = justified.flatMap(({file, rule, lines}) => lines.map(line => placed(file, line, rule)));
	const found = errors.map(({place}) => place);
	return {unjustified: without(found, wanted), gone: without(wanted, found)};
}

function placed(file: string, line: number, rule: string): string {
	return `${file}:${line} ${rule}`;
}

/** What is left of some texts when others were taken from them, each once for each time that it stands there. */
function without(texts: readonly string[], others: readonly string[]): readonly string[] {
	const rest = new Map<string, number>();
	for (const one of others) rest.set(one, (rest.get(one) ?? 0) + 1);
	return texts.filter(one => {
		const left = rest.get(one) ?? 0;
		rest.set(one, left - 1);
		return left <= 0;
	});
}
