/** A flowchart's words and signs as a graph. */

import {addLink, addNode, box, closeGroup, newGraph, openGroup, planOf, type Graph} from './graph.ts';
import type {Part, Plan} from './types.ts';
import type {Veil} from './veil.ts';

/** How shapes are drawn, by the bracket that opens them. Those that the library has not are boxes. */
const shapes: Readonly<Record<string, readonly [string, string]>> = {
	'(': ['(', ')'],
	'([': ['([', '])'],
	'[[': ['[[', ']]'],
	'[(': ['[(', ')]'],
	'{': ['{', '}'],
	'(((': ['(((', ')))'],
	'(-': ['(', ')'],
	'[': box,
	'>': box,
	'[/': box,
	'[\\': box,
};
const closing = new Set([']', ')', '}', '])', ']]', ')]', ')))', '-)', '/]', '\\]']);
const labelParts = new Set(['text', 'string', 'markdown', 'letter', '<', '>']);
const separators = new Set(['newline', ';', 'eof', 'end']);
/** Statements about looks and clicks, which a drawing in characters has not. */
const unseen = new Set(['style', 'classDef', 'class', 'linkStyle', 'click', 'title', 'description']);
const directions: Readonly<Record<string, string>> = {'>': 'LR', '<': 'RL', '^': 'BT', v: 'TB', TD: 'TB'};

/** A flowchart for the drawing library, or why it can't be drawn. */
export function planFlowchart(parts: readonly Part[], veil: Veil): Plan | {readonly reason: string} {
	const graph = newGraph();
	for (const statement of statements(parts)) {
		const problem = read(graph, statement);
		if (problem !== undefined) return {reason: problem};
	}

	return planOf(graph, veil);
}

/** The parts between line ends, without blanks; `end` is a statement of its own. */
function statements(parts: readonly Part[]): readonly (readonly Part[])[] {
	const found: Part[][] = [[]];
	for (const part of parts) {
		if (separators.has(part.name)) found.push([]);
		else if (part.name === 'close' && found.at(-1)?.every(({name}) => name === 'space')) found.push([part], []);
		else found.at(-1)!.push(part);
	}

	return found.map(statement => trimmed(statement)).filter(statement => statement.length > 0);
}

function trimmed(parts: readonly Part[]): readonly Part[] {
	const isWord = ({name}: Part) => name !== 'space';
	return parts.slice(Math.max(0, parts.findIndex(isWord)), parts.findLastIndex(isWord) + 1);
}

/** Reads one statement into the graph; gives what can't be drawn. */
function read(graph: Graph, statement: readonly Part[]): string | undefined {
	const [first, ...rest] = statement;
	const text = (parts: readonly Part[]) => parts.map(part => part.text).join('');
	switch (first?.name) {
		case 'graph': {
			const sign = rest[0]?.text.trim() ?? '';
			graph.direction = directions[sign] ?? (/^(?:LR|RL|TB|BT)$/.test(sign) ? sign : 'TB');
			return undefined;
		}

		case 'turn': {
			const [, sign = 'TB'] = /direction\s+(TB|BT|RL|LR|TD)/.exec(first.text) ?? [];
			graph.steps.push({type: 'turn', direction: directions[sign] ?? sign});
			return undefined;
		}

		case 'subgraph': {
			const bracket = rest.findIndex(({name}) => name === '[');
			const id = text(bracket < 0 ? rest : rest.slice(0, bracket)).trim();
			openGroup(graph, id, bracket < 0 ? id : text(rest.slice(bracket + 1, -1)));
			return undefined;
		}

		case 'close': {
			closeGroup(graph);
			return undefined;
		}

		default: {
			return first && !unseen.has(first.name) ? chain(graph, statement) : undefined;
		}
	}
}

/** Nodes and the links between them. */
function chain(graph: Graph, statement: readonly Part[]): string | undefined {
	let before: string[] = [];
	let nodes: string[] = [];
	let link: {readonly sign: string; label: string} | undefined;
	const settle = () => {
		if (link) for (const from of before) for (const to of nodes) addLink(graph, from, to, link.sign, link.label);
	};
	for (let at = 0; at < statement.length;) {
		const {name, text} = statement[at]!;
		if (name === 'link' || name === 'link-start') {
			settle();
			before = nodes;
			nodes = [];
			const end = name === 'link' ? at : statement.findIndex((part, index) => index > at && part.name === 'link');
			const sign = linkSign(name === 'link' ? text : `${text.trim()}${statement[end]!.text.trim()}`);
			if (sign === undefined) return `it has links such as "${text.trim()}"`;
			link = sign === '' ? undefined : {sign, label: labelOf(statement.slice(at + 1, end))};
			at = end + 1;
			if (statement[at]?.name === 'bar') {
				const close = statement.findIndex((part, index) => index > at && part.name === 'bar');
				if (link) link.label = labelOf(statement.slice(at + 1, close));
				at = close + 1;
			}
		} else if (name === 'space' || name === 'link-id' || (name === '&' && statement[at + 1]?.name === 'space')) at++;
		else if (name === '[|') return 'it has nodes with properties';
		else {
			const [id, next] = node(graph, statement, at);
			nodes.push(id);
			at = next;
		}
	}

	settle();
	return undefined;
}

/** Reads a node with its label; gives its id and where the statement goes on. */
function node(graph: Graph, statement: readonly Part[], start: number): readonly [string, number] {
	const stops = new Set([...Object.keys(shapes), 'space', 'link', 'link-start', 'link-id', ':::', 'data']);
	const idEnd = statement.findIndex(({name}, index) => index > start && stops.has(name));
	let at = idEnd < 0 ? statement.length : idEnd;
	const id = statement
		.slice(start, at)
		.map(({text}) => text)
		.join('');
	const opening = statement[at]?.name ?? '';
	const shape = shapes[opening];
	if (shape) {
		const end = statement.findIndex(({name}, index) => index > at && closing.has(name));
		addNode(graph, id, labelOf(statement.slice(at + 1, end)), shape);
		at = end + 1;
		// `((…))` and `{{…}}` close with a second bracket.
		while (closing.has(statement[at]?.name ?? '')) at++;
	} else addNode(graph, id);
	if (statement[at]?.name === 'data') {
		const end = statement.findIndex(({name}, index) => index > at && name !== 'data');
		const data = statement
			.slice(at, end < 0 ? undefined : end)
			.map(({text}) => text)
			.join('');
		const [, label] = /\blabel\s*:\s*"([^"]*)"/.exec(data) ?? [];
		addNode(graph, id, label);
		at = end < 0 ? statement.length : end;
	}

	if (statement[at]?.name === ':::') {
		const end = statement.findIndex(({name}, index) => index > at && stops.has(name));
		at = end < 0 ? statement.length : end;
	}

	return [id, at];
}

function labelOf(parts: readonly Part[]): string {
	return parts
		.filter(({name}) => labelParts.has(name) || name === 'link-words')
		.map(({text}) => text)
		.join('');
}

/** The library's sign for a link; empty for one that is not seen, undefined for one that it has not. */
function linkSign(written: string): string | undefined {
	const sign = written.trim();
	if (sign.startsWith('~')) return '';
	if (/^[xo]|[xo]$/.test(sign)) return undefined;
	const [line, plain] = sign.includes('=') ? ['==', '==='] : sign.includes('.') ? ['-.-', '-.-'] : ['--', '---'];
	return `${sign.startsWith('<') ? '<' : ''}${sign.endsWith('>') ? `${line}>` : plain}`;
}
