import {leftAlone} from '../../form/index.ts';
import type {Field} from '../../form/types.ts';
import type {TemplateRule} from './types.ts';

const isHinted = ({hinted}: Field, name: string): boolean => hinted?.includes(name) ?? false;

/** Brackets that look like a blank and stay as they are. */
export const leftBlank: TemplateRule = {
	id: 'left-blank',
	severity: 'info',
	summary: 'What looks like a blank is one.',
	*run(form) {
		for (const {range, text, why} of leftAlone(form))
			yield {
				reason: `${text} looks like a blank and is left as it is: ${why}.`,
				range,
				help: 'If it is to be filled, put it behind a label (`Name: [name]`), or in square brackets outside code and links.',
			};
	},
	examples: [
		{
			title: 'A blank in inline code, in a sentence.',
			template: '# A\n\n- B: [b]\n- Run it with `<name>` at hand.\n',
			findings: 1,
		},
		{title: 'A link and a check box.', template: '# A\n\n- [x] See [the guide](a.md).\n- B: [b]\n', findings: 0},
	],
};

/** A choice whose options may be no options. */
export const optionProse: TemplateRule = {
	id: 'option-prose',
	severity: 'info',
	summary: 'Options are short.',
	*run({fields}) {
		for (const field of fields) {
			if (field.kind !== 'choice' || isHinted(field, 'options') || isHinted(field, 'kind')) continue;
			const long = field.options.find(option => option.split(/\s+/).length > 4 || /[.;!?]$/.test(option));
			if (long === undefined) continue;
			yield {
				reason: `${field.label} is read as a choice, and "${long}" looks like a sentence.`,
				range: field.range,
				section: field.section,
				field: field.id,
				help: 'If it is no choice, add `<!-- specwright: kind: text -->`; if it is one, `options: […]` says it clearly.',
			};
		}
	},
	examples: [
		{
			title: 'Two clauses with a bar between them.',
			template: '# A\n\n- Status: we ship it next week | we never ship it\n',
			findings: 1,
		},
		{title: 'Words.', template: '# A\n\n- Status: Draft | Done\n', findings: 0},
	],
};

const labels: readonly (readonly [RegExp, string])[] = [
	[/\b(?:date|deadline|due)\b/i, 'date'],
	[
		/^(?:number of|how many|count|total|budget|amount|percentage|quantity)\b|\b(?:count|percentage|percent)$/i,
		'number',
	],
	[/\b(?:owner|author|reviewer|approver|assignee|manager|contact|sponsor)$/i, 'person'],
];

/** A text field whose label names something of another kind. */
export const kindGuessed: TemplateRule = {
	id: 'kind-guessed',
	severity: 'info',
	summary: "A field's kind is what its label says.",
	*run({fields}) {
		for (const field of fields) {
			const {at} = field.place;
			if (field.kind !== 'text' || isHinted(field, 'kind') || at === 'heading' || field.label.split(/\s+/).length > 5)
				continue;
			const kind = labels.find(([pattern]) => pattern.test(field.label))?.[1];
			if (kind === undefined) continue;
			yield {
				reason: `${field.label} takes any text, though its name speaks of a ${kind}.`,
				range: field.range,
				section: field.section,
				field: field.id,
				help:
					kind === 'date'
						? 'Write its blank as YYYY-MM-DD, or add `<!-- specwright: kind: date -->`.'
						: `Add \`<!-- specwright: kind: ${kind} -->\` behind the blank.`,
			};
		}
	},
	examples: [
		{title: 'A number by its name.', template: '# A\n\n- Number of seats: [fill in]\n', findings: 1},
		{
			title: 'Said by a hint.',
			template: '# A\n\n- Number of seats: [fill in] <!-- specwright: kind: text -->\n',
			findings: 0,
		},
	],
};
