/**
 * The one file of this room that knows a YAML parser. Front matter is only checked by it; of hints it gives texts, lists
 * and maps with their places, never a value of a type that YAML guessed.
 */

import {isAlias, isMap, isScalar, isSeq, parseDocument, type Document, type Node} from 'yaml';
import type {Range} from '../types.ts';

/** Something in a text that is not as it should be. */
type Fault = {readonly reason: string; readonly range: Range};

/** A piece of YAML: scalars as their source text, places in the text that was read. */
export type Said =
	| {readonly type: 'text'; readonly text: string; readonly range: Range}
	| {readonly type: 'list'; readonly items: readonly Said[]; readonly range: Range}
	| {readonly type: 'map'; readonly entries: readonly Entry[]; readonly range: Range};

export type Entry = {readonly key: string; readonly keyRange: Range; readonly value: Said};

const options = {
	strict: false,
	uniqueKeys: true,
	logLevel: 'silent',
	prettyErrors: false,
	customTags: [],
} as const;

/** Deeper than any hint; it keeps a text of nothing but brackets from running out of stack. */
const deepest = 20;

/** The first thing in `text` that is not YAML (1.2), with its place in the text. */
export function yamlFault(text: string): Fault | undefined {
	return firstError(parseDocument(text, {...options, customTags: []}), text);
}

/**
 * Reads a small YAML text. Nothing in it is evaluated: no tags, no aliases, no numbers or dates made of words.
 *
 * @returns what it says, or the first thing in it that cannot be taken, with its place
 */
export function readYaml(text: string): {readonly said: Said} | {readonly fault: Fault} {
	const whole = {from: 0, to: text.length};
	const tooDeep = {fault: {reason: 'it is nested too deeply', range: whole}};
	if (nesting(text) > deepest) return tooDeep;
	const document = parseDocument(text, {...options, customTags: [], schema: 'failsafe'});
	const fault = firstError(document, text);
	if (fault) return {fault};
	if (document.contents === null) return {said: {type: 'text', text: '', range: whole}};
	const faults: Fault[] = [];
	const said = plain(document.contents, whole, faults, 0);
	const [first] = faults;
	return first ? {fault: first} : {said};
}

/** How deep brackets and indentation go, before a parser is asked. */
function nesting(text: string): number {
	let depth = 0;
	let most = 0;
	for (const sign of text) {
		if (sign === '[' || sign === '{') most = Math.max(most, ++depth);
		else if (sign === ']' || sign === '}') depth--;
	}

	// `- - - -` nests too.
	const dashes = Array.from(text.matchAll(/(?:[-?][ \t]+){2,}/gu), match => match[0].split(/\s+/u).length);
	return Math.max(most, ...dashes, 0);
}

function firstError(document: Document.Parsed, text: string): Fault | undefined {
	const [error] = document.errors;
	return error
		? {
				reason: error.message.split('\n')[0]!.replace(/[:.]?\s*$/u, ''),
				range: {from: error.pos[0], to: Math.max(error.pos[0], Math.min(error.pos[1], text.length))},
			}
		: undefined;
}

function plain(node: Node, around: Range, faults: Fault[], depth: number): Said {
	const range = node.range ? {from: node.range[0], to: node.range[1]} : around;
	if (depth > deepest) {
		faults.push({reason: 'it is nested too deeply', range});
	} else if (isAlias(node) || ('anchor' in node && node.anchor !== undefined)) {
		faults.push({reason: 'anchors and aliases are not read', range});
	} else if (isMap<Node, Node | null>(node)) {
		return {
			type: 'map',
			range,
			entries: node.items.map(({key, value}) => {
				const name = plain(key, range, faults, depth + 1);
				if (name.type !== 'text') faults.push({reason: 'a key must be a word', range: name.range});
				const end = {from: name.range.to, to: name.range.to};
				return {
					key: name.type === 'text' ? name.text : '',
					keyRange: name.range,
					value: value ? plain(value, end, faults, depth + 1) : {type: 'text', text: '', range: end},
				};
			}),
		};
	} else if (isSeq<Node>(node)) {
		return {type: 'list', range, items: node.items.map(one => plain(one, range, faults, depth + 1))};
	} else if (isScalar(node)) {
		return {type: 'text', text: typeof node.value === 'string' ? node.value : (node.source ?? ''), range};
	}

	return {type: 'text', text: '', range};
}
