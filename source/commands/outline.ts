/** A form for a person to read: one line a section and a field. */

import {fieldState, reasons} from '../core/form/index.ts';
import type {Document, Field, Section} from '../core/form/types.ts';
import type {StartOf} from './form-json.ts';
import type {Output, Piece} from './output.ts';

/** Reports sections and fields with their lines; `explain` says of each field why it is one. */
export function reportOutline(document: Document, starts: StartOf, explain: boolean, output: Output): void {
	const fields = new Map(document.form.fields.map(field => [field.id, field]));
	const visit = (section: Section, depth: number): void => {
		const indent = '  '.repeat(depth);
		if (section.level > 0) {
			output.report(
				`${String(starts.section(section)).padStart(5)}  ${indent}`,
				{text: section.heading, tone: 'strong'},
				marker(section),
			);
		}
		for (const id of section.fields) {
			const field = fields.get(id);
			if (!field) continue;
			output.report(
				...fieldLine(field, document, `${String(starts.field(field).line).padStart(5)}  ${indent}  `, explain),
			);
			if (explain)
				output.report({text: `${' '.repeat(11)}${indent}${explanation(field, starts.text(field))}`, tone: 'dim'});
		}
		for (const below of section.sections) visit(below, depth + 1);
	};
	for (const section of document.form.sections) visit(section, 0);
}

function marker({requirement, condition, repeat}: Section): Piece {
	const words = [
		requirement === 'unspecified' ? '' : requirement,
		condition ?? '',
		repeat === undefined ? '' : 'repeats',
	].filter(word => word !== '');
	return {text: words.length === 0 ? '' : `  ${words.join(', ')}`, tone: 'dim'};
}

/** Why there is a field: the rule in words, the line that it went by, and what a hint says of it. */
function explanation({rule, hinted}: Field, line: string): string {
	const characters = [...line];
	const seen = characters.length > 60 ? `${characters.slice(0, 59).join('')}…` : line;
	const hints = hinted === undefined ? '' : ` A hint says its ${hinted.join(', ')}.`;
	return `${reasons[rule]}${seen === '' ? '' : ` Seen: ${seen}`}${hints}`;
}

function fieldLine(field: Field, document: Document, indent: string, explain: boolean): readonly Piece[] {
	const state = fieldState(document, field.id);
	const glyph = {answered: '✔', 'not-applicable': '–', 'left-out': '–', partial: '◐', prefilled: '•', empty: '○'}[
		state
	];
	const options = field.options.length === 0 ? '' : `: ${field.options.join(' | ')}`;
	return [
		`${indent}${glyph} ${field.label}  `,
		{
			text: `${field.kind}${options}, ${field.requirement}  ${field.id}${explain ? `  [${field.rule}]` : ''}`,
			tone: 'dim',
		},
	];
}
