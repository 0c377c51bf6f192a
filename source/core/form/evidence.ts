/** What an answer rests on: the `Evidence: …` at the end of its paragraph, in the template's own word for it. */

import type {Problem} from '../problem.ts';
import {evidenceLabels} from './evidence-words.ts';
import type {Answer, Field, Form, Value} from './types.ts';
import {holdsLines} from './value/index.ts';
import {about} from './value/scalar-fault.ts';

/** What it is called where the template has no word of its own. */
const usual = 'Evidence';

/** A gap as the template wants it told; undefined for a source. `Evidence gap:` is understood whatever the template calls it. */
function gapLine(text: string, labels: readonly string[]): string | undefined {
	const [head, label = ''] = /^([^:]*):/.exec(text) ?? [];
	const isNamed = (name: string): boolean => name.toLowerCase() === label.trim().toLowerCase();
	if (head === undefined) return undefined;
	if (labels.some(isNamed)) return text;
	return isNamed(`${usual} gap`) ? `${labels[0] ?? label.trim()}:${text.slice(head.length)}` : undefined;
}

/** An answer's value with its evidence, which stands at the end of its last paragraph. */
export function withEvidence(form: Form, field: Field, answer: Answer & {readonly state: 'answered'}): Value {
	const {value, evidence = []} = answer;
	if (typeof value !== 'string' || evidence.length === 0 || value.trim() === '' || evidenceFault(form, field, answer))
		return value;
	const labels = evidenceLabels(form);
	const gaps = evidence.flatMap(one => gapLine(one, labels?.gaps ?? []) ?? []);
	const sources = evidence.filter(one => gapLine(one, labels?.gaps ?? []) === undefined);
	const lines = [...(sources.length > 0 ? [`${labels?.sources[0] ?? usual}: ${sources.join('; ')}`] : []), ...gaps];
	return holdsLines(field) ? `${value.trimEnd()}\n${lines.join('\n')}` : `${value.trimEnd()} ${lines.join(' ')}`;
}

/**
 * What keeps an answer's evidence from being written. It ends a paragraph, so a heading, a list or one of its items, a
 * date, a table, front matter or code has no place for it.
 */
export function evidenceFault(form: Form, field: Field, answer: Answer): Problem | undefined {
	const given = answer.state === 'answered' ? (answer.evidence ?? []) : [];
	if (given.length === 0 || takesEvidence(form, field)) return undefined;
	return {
		code: 'value.evidence',
		...about(field, 'evidence ends a paragraph outside of lists, and this is none.'),
		next: 'Give the value alone, and the evidence beside a prose answer.',
		exit: 2,
	};
}

/** Whether a field's value is a paragraph, or the end of one, and no part of a list. */
export function takesEvidence({source}: Form, {kind, place, range}: Field): boolean {
	if ((kind !== 'prose' && kind !== 'text') || (place.at !== 'block' && place.at !== 'label')) return false;
	const line = /[^\r\n]*$/.exec(source.slice(Math.max(0, range.from - 2000), range.from))![0];
	return place.indent === '' && !/^[ \t]*(?:[-*+]|\d{1,9}[.)])[ \t]/.test(line);
}
