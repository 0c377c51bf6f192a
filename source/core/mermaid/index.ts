/**
 * The door of the room of diagrams: what keeps Mermaid from drawing a text. Only the kinds named here are looked at;
 * of others nothing is said, for saying something wrong would be worse.
 */

import {countGraphemes, linesOf} from '../text/index.ts';
import {er} from './er.ts';
import {flowchart} from './flowchart.ts';
import {firstMisfit} from './grammar.ts';
import type {Finding, Kind} from './kind.ts';
import {prepare} from './prepare.ts';
import {sequence} from './sequence.ts';
import {state} from './state.ts';
import {tell} from './tell.ts';
import {tokenize} from './tokens.ts';
import type {DiagramParts, MermaidFault} from './types.ts';

export {diagramsIn, type DiagramBlock} from './in-document.ts';
export type {DiagramParts, MermaidFault} from './types.ts';

const kinds: readonly Kind[] = [flowchart, sequence, state, er];

/** Longer texts Mermaid does not draw with its usual settings (`maxTextSize`), and a key must not wait for one. */
const longest = 50_000;
/** Nobody writes longer lines in a diagram, and some words are looked for up to the end of the line, again and again. */
const longestLine = 2000;

/**
 * What keeps Mermaid from drawing a diagram, the first thing only: what follows a fault can't be told from what is
 * meant. Empty for a sound diagram, for a kind that is not known here, and for a text or a line too long to be looked
 * at while somebody types.
 */
export function checkMermaid(text: string): readonly MermaidFault[] {
	if (isTooLong(text)) return [];
	const prepared = prepare(text);
	const kind = kindOf(prepared.text);
	const finding = kind && faultOf(kind, prepared.text);
	if (!finding) return [];
	const from = prepared.origin(finding.from);
	const to = Math.max(from, prepared.origin(finding.to));
	const lines = linesOf(text);
	return [
		{
			line: lines.lineOf(from),
			column: countGraphemes(text.slice(lines.startOf(from), from)) + 1,
			range: {from, to},
			reason: finding.reason,
			help: finding.help,
		},
	];
}

/**
 * The words and signs of a diagram, without blanks and line ends that mean nothing. Undefined for a kind that is not
 * known here, for one with a fault, and for one too long to be looked at.
 */
export function readDiagram(text: string): DiagramParts | undefined {
	if (isTooLong(text)) return undefined;
	const prepared = prepare(text);
	const kind = kindOf(prepared.text);
	if (!kind || faultOf(kind, prepared.text)) return undefined;
	const {tokens} = tokenize(prepared.text, kind.rules(), kind.runs);
	return {kind: kind.name, parts: tokens.map(({name, from, to}) => ({name, text: prepared.written.slice(from, to)}))};
}

/** What a diagram is, by the word that it begins with, whether its kind is looked at or not; empty where it says none. */
export function diagramKind(text: string): {readonly name: string; readonly isKnown: boolean} {
	const {text: prepared} = prepare(isTooLong(text) ? text.slice(0, longestLine) : text);
	const kind = kindOf(prepared);
	const name = kind?.name ?? /^[\w-]+/.exec(prepared)?.[0] ?? '';
	return {name, isKnown: kind !== undefined && !isTooLong(text)};
}

function isTooLong(text: string): boolean {
	return text.length > longest || text.split(/[\r\n]/).some(line => line.length > longestLine);
}

/** The kind of a text as Mermaid's parsers get it. */
function kindOf(text: string): Kind | undefined {
	return kinds.find(({begins}) => begins.test(text));
}

function faultOf(kind: Kind, text: string): Finding | undefined {
	const found = tokenize(text, kind.rules(), kind.runs);
	const misfit = firstMisfit(kind.grammar(), found.tokens);
	return misfit ? tell(kind, text, found, misfit) : kind.meaning?.(found.tokens, text);
}
