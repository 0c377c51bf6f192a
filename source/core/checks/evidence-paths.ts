/** The files that evidence names. */

import type {Answer, Field, Form} from '../form/types.ts';
import {blanks, endStripped, evidenceLabels} from '../form/index.ts';
import {claimsIn} from './evidence.ts';
import {beginnings, targetsIn} from './link-targets.ts';

/**
 * The paths to look up for an answer's evidence, each from every folder in which it may begin; none where the template
 * asks for no evidence.
 */
export function pathsOfEvidence(form: Form, {kind}: Field, answer: Answer | undefined): readonly string[] {
	if (kind !== 'prose' || answer?.state !== 'answered' || typeof answer.value !== 'string') return [];
	const labels = evidenceLabels(form);
	if (!labels) return [];
	const written = answer.value
		.split(/(?:\r\n|\n|\r)[ \t]*(?:\r\n|\n|\r)/)
		.flatMap(paragraph => claimsIn(paragraph, 0, labels))
		.filter(({isGap}) => !isGap);
	return [...(answer.evidence ?? []), ...written.map(({text}) => text)].flatMap(pathsIn).flatMap(beginnings);
}

/** The paths in what stands behind an evidence label: parted by signs, without the line behind them and words in brackets. */
export function pathsIn(sources: string): readonly string[] {
	return sources
		.split(/;|,\s|\s(?:and|und|&)\s/)
		.map(source => endStripped(source.split(/\s\(/, 1)[0]!, `${blanks}.`))
		.flatMap(targetsIn)
		.flatMap(target => (target.type === 'path' ? [target.to] : []));
}
