/** The shapes that `--json` prints. They are an interface: documented, and only ever added to. */

import type {EvidenceRollUp, GateBox, Message, QuestionRow} from '../core/checks/index.ts';
import type {Completeness, Share} from '../core/completeness/index.ts';
import type {Range} from '../core/form/types.ts';
import type {StatusRow} from '../core/report/index.ts';
import {linesOf} from '../core/text/index.ts';

type Json = Readonly<Record<string, unknown>>;

/** A finding with its place laid flat, 1-based, columns in UTF-16 units. */
export function messageJson({ruleId, severity, reason, place, section, field, help}: Message): Json {
	const {line, column, endLine, endColumn} = place;
	return {ruleId, severity, reason, line, column, endLine, endColumn, section, field, help};
}

/** How complete a document is, without the parts by section. */
export function completenessJson({required, all}: Pick<Completeness, 'required' | 'all'>): Json {
	return {required: shareJson(required), all: shareJson(all)};
}

/** What `status` tells of the documents in a folder. */
export function statusJson(rows: readonly StatusRow[]): readonly Json[] {
	return rows.map(({path, title, template, status, required, all, open, questions, errors, warnings}) => ({
		path,
		title,
		template: template ?? null,
		status,
		completeness: completenessJson({required, all}),
		open,
		questions,
		errors,
		warnings,
	}));
}

/** What a document's evidence comes to; nothing where its template asks for none. */
export function evidenceJson(rollUp: EvidenceRollUp | undefined): Json | undefined {
	if (!rollUp) return undefined;
	const {gaps, ...counts} = rollUp;
	const flat = gaps.map(({place: {line, column}, ...gap}) => ({...gap, line, column}));
	return {...counts, gaps: flat};
}

/** The boxes of a document's gate with their places, each with what follows for it; nothing where its template states none. */
export function gateJson(gate: readonly GateBox[], source: string): readonly Json[] | undefined {
	return placed(gate, source)?.map(({text, section, field, line, column, isTicked, verdict, reason}) => {
		return {text, section, field, line, column, isTicked, verdict, reason};
	});
}

/** The questions that a document lists, with their places, each with how it stands; nothing where it lists none. */
export function questionsJson(rows: readonly QuestionRow[], source: string): readonly Json[] | undefined {
	return placed(rows, source);
}

/** Each with the line and column where it begins, in place of its range; nothing where there are none. */
function placed<T extends {readonly range: Range}>(
	rows: readonly T[],
	source: string,
): readonly (Omit<T, 'range'> & {readonly line: number; readonly column: number})[] | undefined {
	if (rows.length === 0) return undefined;
	const lines = linesOf(source);
	return rows.map(({range: {from}, ...row}) => {
		const line = lines.lineOf(from);
		return {...row, line, column: from - lines.startOf(from) + 1};
	});
}

function shareJson({answered, total, percent}: Share): Json {
	return {answered, total, percent};
}
