/** The field in hand: what is asked, what helps, what is typed, what is wrong with it. */

import type {Message} from '../../core/checks/types.ts';
import type {Answer, Field, FieldState} from '../../core/form/types.ts';
import {listPlaceholder} from '../../core/wizard/index.ts';
import type {Input} from '../../core/wizard/types.ts';
import type {Line, Span, View} from '../drawing/line.ts';
import {fit, limited, span, widthOf} from '../drawing/line.ts';
import {textWidth} from '../drawing/layout.ts';
import type {Look} from '../drawing/look.ts';
import {checklistHeight, checklistView, type ChecklistProps} from './checklist-input.ts';
import {choiceView} from './choice-input.ts';
import {titleLine} from './field-title.ts';
import {problemLines, toldMessages} from './findings.ts';
import type {GuidanceProps} from './guidance.ts';
import {guidanceLines} from './guidance.ts';
import {suggestionLines, type SuggestionProps} from './suggestions.ts';
import {tableView} from './table-input.ts';
import {textView} from './text-input.ts';
import {sidesOf} from './text-sides.ts';

export type EditorProps = {
	readonly field: Field;
	/** Guidance and example, the section's included. */
	readonly help: GuidanceProps['field'];
	readonly input: Input;
	readonly answer?: Answer;
	readonly state: FieldState;
	readonly messages: readonly Message[];
	readonly offer?: GuidanceProps['offer'];
	/** For each item of a checklist what is computed for it, where anything is. */
	readonly computed?: ChecklistProps['computed'];
	/** Names suggested for the one being typed. */
	readonly suggestions?: SuggestionProps;
	readonly isDeferred: boolean;
	readonly isKept: boolean;
	/** True where the document has not yet what the field stands in. */
	readonly isAbsent: boolean;
	/** Where the field stands in a block that there may be several of: `Component`, `2 of 3`, and the key for another. */
	readonly instance?: {readonly label: string; readonly which: string; readonly addKey?: string};
	readonly isFirstRun: boolean;
	/** Keys by what they do, for sentences that name one. */
	readonly keys: {
		readonly next?: string;
		readonly previous?: string;
		readonly keep?: string;
		readonly remove?: string;
		readonly removeItem?: string;
		readonly palette?: string;
		readonly tick?: string;
		readonly tickFixed?: string;
		readonly about?: string;
	};
};

/** The whole pane, at most `height` rows, with the cursor where the next character goes. */
export function editorView(props: EditorProps, width: number, height: number, look: Look): View {
	const inner = Math.min(width, textWidth);
	const top: Line[] = [
		...(props.isFirstRun ? [...welcome(props), ...(height >= 14 ? [[]] : [])] : []),
		titleLine(props, inner, look),
		...instanceLines(props, inner, look),
		...statusLines(props, look),
	];
	const {about} = props.keys;
	const bottom = limited(
		problemLines(toldMessages(props), inner, look),
		Math.max(1, Math.floor(height / 5)),
		look,
		about,
	);
	const room = height - top.length - bottom.length;
	const need = inputNeed(props, inner, room, look);
	const help = guidanceLines(
		{
			field: props.help,
			...(props.offer ? {offer: props.offer} : {}),
			...(about === undefined ? {} : {aboutKey: about}),
		},
		inner,
		// A row at least, to say that there is guidance and how to read it.
		Math.max(room - need >= 1 ? 1 : 0, room - need - 1),
		look,
	);
	const gap: Line[] = room - help.length - need >= 1 ? [[]] : [];
	const before = [...top, ...help, ...gap];
	const inputHeight = Math.max(1, height - before.length - bottom.length);
	const input = inputView(props, props.input.type === 'table' ? width : inner, inputHeight, look);
	const lines = [...before, ...input.lines.slice(0, inputHeight), ...bottom].slice(0, height);
	return {
		lines,
		...(input.cursor
			? {
					cursor: {
						row: Math.min(height - 1, before.length + input.cursor.row),
						column: Math.min(width - 1, input.cursor.column),
					},
				}
			: {}),
	};
}

/** How many rows the input wants before guidance may have any. */
function inputNeed(props: EditorProps, width: number, room: number, look: Look): number {
	const {field, input, suggestions} = props;
	const half = Math.max(1, Math.floor(room / 2));
	switch (input.type) {
		case 'choice': {
			return Math.min(half + 2, field.options.length + (field.open ? 1 : 0), room);
		}

		case 'checklist': {
			return Math.min(half, Math.max(1, checklistHeight(checklistOf(props, input), width, look)));
		}

		case 'table': {
			return Math.min(half, Math.max(input.rows.length + 2, (field.columns ?? []).length + 1));
		}

		case 'text': {
			if (input.buffer.multiline) return Math.min(room, Math.max(3, Math.floor(room * 0.4)));
			return Math.min(room, Math.max(2, 1 + (suggestions?.names.length ?? 0)));
		}
	}
}

function welcome({keys}: EditorProps): readonly Line[] {
	return [
		[' ', span('strong', 'Type your answer;'), ' it is saved as you type.'],
		[
			' ',
			span('key', keys.next ?? ''),
			' goes on, ',
			span('key', keys.previous ?? ''),
			' goes back; nothing has to be answered now.',
		],
		[' ', span('key', keys.palette ?? ''), ' finds everything else. This note goes with your first key.'],
	];
}

/** Which block of how many; where room is short its name gives way, not the key that adds another. */
function instanceLines({instance}: EditorProps, width: number, look: Look): readonly Line[] {
	if (!instance) {
		return [];
	}

	const {label, which, addKey} = instance;
	const rest: readonly Span[] = [
		span('dim', ` ${which}`),
		...(addKey ? [span('dim', ', '), span('key', addKey), span('dim', ' adds another')] : []),
	];
	return [[' ', ...fit([span('dim', label)], width - 1 - widthOf(rest), look), ...rest]];
}

/** What is to be known about the answer beyond its text. */
function statusLines(props: EditorProps, look: Look): readonly Line[] {
	const {answer, state, isDeferred, isKept, keys} = props;
	if (answer?.state === 'not-applicable') {
		const why = answer.reason.trim() === '' ? span('warn', ', reason missing') : ` because ${answer.reason}`;
		return [[' ', span('dim', `${look.glyphs.notApplicable} n/a`), why]];
	}

	if (answer?.state === 'left-out') {
		const back = keys.remove;
		return props.field.boilerplate
			? [
					[
						' ',
						span('dim', `${look.glyphs.notApplicable} removed`),
						...(back ? ['; ', span('key', back), ' brings it back'] : []),
					],
				]
			: [[' ', span('dim', `${look.glyphs.notApplicable} left out`)]];
	}

	if (props.isAbsent) return [[' ', span('dim', 'Not in the document yet: your answer puts it there.')]];

	if (state === 'prefilled') {
		return isKept
			? [[' ', span('good', `${look.glyphs.done} kept`), ' as the template has it']]
			: [
					[
						' ',
						...(props.field.boilerplate ? [] : ['The template brings this text: ']),
						...(keys.keep ? [span('key', keys.keep), ' keeps it, '] : []),
						...removeWords(props),
						'or change it here.',
					],
				];
	}

	return isDeferred ? [[' ', span('warn', `${look.glyphs.part} put off`), ' for later']] : [];
}

/** How boilerplate is removed: all of it, and of a list an item. */
function removeWords({field, keys}: EditorProps): readonly Span[] {
	if (!field.boilerplate) return [];
	return [
		...(keys.remove ? [span('key', keys.remove), ' removes it, '] : []),
		...(field.kind === 'list' && keys.removeItem ? [span('key', keys.removeItem), ' an item, '] : []),
	];
}

/** A prompt's words, for telling that guidance says them already. */
function unbracketed(text: string): string {
	return text
		.replaceAll(/[[\]<>{}*_]/g, '')
		.replaceAll(/\s+/g, ' ')
		.trim();
}

function checklistOf({computed}: EditorProps, input: Extract<Input, {type: 'checklist'}>): ChecklistProps {
	return computed ? {...input, computed} : input;
}

function inputView(props: EditorProps, width: number, height: number, look: Look): View {
	const {field, input} = props;
	switch (input.type) {
		case 'text': {
			const isSaid =
				field.kind === 'code' ||
				[...props.help.guidance, ...field.guidance].some(text => unbracketed(text) === unbracketed(field.placeholder));
			const shown = field.kind === 'list' ? listPlaceholder(field) : field.placeholder;
			const placeholder = isSaid || props.answer?.state === 'left-out' ? '' : shown;
			const sides = sidesOf(field, input.buffer);
			// Names have half of a list's room at most: the line in hand stays in sight above them.
			const names = input.buffer.multiline ? (props.suggestions?.names.length ?? 0) : 0;
			const room = height - Math.min(names, Math.floor(height / 2));
			const view = textView({buffer: input.buffer, placeholder, sides}, width, room, look);
			return {...view, lines: [...view.lines, ...namesBelow(props, width, height - view.lines.length, look)]};
		}

		case 'choice': {
			return choiceView(
				{...input, options: field.options, multiple: field.multiple, open: field.open},
				width,
				height,
				look,
			);
		}

		case 'checklist': {
			return checklistView(checklistOf(props, input), width, height, look);
		}

		case 'table': {
			const columns = field.columns ?? [];
			const isFixed = (row: number, column: number) =>
				field.fixedRows?.[row]?.cells[columns[column]?.id ?? ''] !== undefined;
			const {fixedRows} = field;
			const blank = fixedRows && {
				blank: (row: number, column: number) => fixedRows[row]?.blanks[columns[column]?.id ?? ''],
			};
			// The row in hand and the head keep their place above the names.
			const names = namesBelow(props, Math.min(width, textWidth), Math.max(0, height - 3), look);
			const view = tableView({...input, columns, isFixed, ...blank}, width, height - names.length, look);
			return {...view, lines: [...view.lines, ...names]};
		}
	}
}

/** The names suggested for the one being typed, below it. */
function namesBelow({suggestions}: EditorProps, width: number, height: number, look: Look): readonly Line[] {
	return suggestions ? suggestionLines(suggestions, width, height, look) : [];
}
