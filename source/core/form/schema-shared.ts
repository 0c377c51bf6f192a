/** The parts of an answers file's schema that are the same for every template. */

import {blank, oneCodeLine, oneLine, unwritable} from './value/pattern.ts';

export type JsonSchema = {readonly [keyword: string]: unknown};

/** A reference to one of the shared definitions. */
export const refer = (name: keyof typeof shared): JsonSchema => ({$ref: `#/$defs/${name}`});

export const nothing: JsonSchema = {enum: ['', null]};

/** An object of these keys alone. */
export function mapOf(properties: Readonly<Record<string, JsonSchema>>, more: JsonSchema = {}): JsonSchema {
	return {type: 'object', properties, additionalProperties: false, ...more};
}

/** What every schema has, whatever its template: texts, what does not apply, evidence. */
export const shared = {
	text: {
		description: 'Any text without control characters.',
		anyOf: [
			{type: 'string', not: {type: 'string', pattern: unwritable}},
			{type: 'number'},
			{type: 'boolean'},
			{type: 'null'},
		],
	},
	line: {
		description: 'One line of text.',
		anyOf: [
			{type: 'string', pattern: oneLine, not: {type: 'string', pattern: unwritable}},
			{type: 'number'},
			{type: 'boolean'},
			{type: 'null'},
		],
	},
	'code-line': {type: 'string', pattern: oneCodeLine, not: {type: 'string', pattern: unwritable}},
	flag: {
		description: 'Whether it is done.',
		anyOf: [{type: 'boolean'}, {enum: ['true', 'True', 'TRUE', 'false', 'False', 'FALSE', '', null]}],
	},
	item: {
		anyOf: [
			{$ref: '#/$defs/text'},
			mapOf(
				{
					text: {$ref: '#/$defs/text'},
					items: {anyOf: [nothing, {type: 'array', items: {$ref: '#/$defs/item'}}]},
				},
				{required: ['text']},
			),
		],
	},
	check: {
		anyOf: [
			{$ref: '#/$defs/text'},
			mapOf({text: {$ref: '#/$defs/text'}, done: {$ref: '#/$defs/flag'}}, {required: ['text']}),
		],
	},
	evidence: {
		description: 'What the answer rests on: paths, addresses, or “Evidence gap: …”.',
		anyOf: [{$ref: '#/$defs/line'}, {type: 'array', items: {$ref: '#/$defs/line'}}],
	},
	'no-evidence': {
		description: 'Evidence ends a paragraph; here is none.',
		anyOf: [{$ref: '#/$defs/no-text'}, {type: 'array', items: {$ref: '#/$defs/no-text'}}],
	},
	'no-text': {anyOf: [{$ref: '#/$defs/blank-text'}, {type: 'null'}]},
	'blank-text': {type: 'string', pattern: blank, not: {type: 'string', pattern: unwritable}},
	whole: {
		description: 'Not applicable, with the reason; or left out.',
		anyOf: [mapOf({notApplicable: {$ref: '#/$defs/text'}}, {required: ['notApplicable']}), {$ref: '#/$defs/left-out'}],
	},
	'left-out': mapOf({leftOut: {enum: [true, 'true', 'True', 'TRUE']}}, {required: ['leftOut']}),
} satisfies Readonly<Record<string, JsonSchema>>;
