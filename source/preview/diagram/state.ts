/** A state diagram's words and signs as a graph. */

import {addLink, addNode, closeGroup, newGraph, openGroup, planOf, type Graph} from './graph.ts';
import type {Part, Plan} from './types.ts';
import type {Veil} from './veil.ts';

const round = ['(', ')'] as const;
/** Statements about looks and clicks, by how many parts they have behind their word. */
const unseen: Readonly<Record<string, number>> = {classDef: 2, class: 2, style: 2, title: 1, scale: 1, click: 3};

/** A state diagram for the drawing library, or why it can't be drawn. */
export function planState(parts: readonly Part[], veil: Veil): Plan | {readonly reason: string} {
	const graph = newGraph();
	const words = parts.filter(({name}) => name !== 'newline' && name !== 'end' && name !== 'hide');
	for (let at = 0; at < words.length;) {
		const step = read(graph, words, at);
		if (typeof step === 'string') return {reason: step};
		at += step;
	}

	return planOf(graph, veil);
}

/** Reads a statement; gives how many parts it has, or what can't be drawn. */
function read(graph: Graph, words: readonly Part[], at: number): number | string {
	const {name, text} = words[at]!;
	const word = (index: number) => words[at + index]?.text.trim() ?? '';
	const is = (index: number, kind: string) => words[at + index]?.name === kind;
	switch (name) {
		case 'turn': {
			const [, direction = 'TB'] = /direction\s+(TB|BT|RL|LR)/i.exec(text) ?? [];
			if (graph.open.length === 0) graph.direction = direction.toUpperCase();
			else graph.steps.push({type: 'turn', direction: direction.toUpperCase()});
			return 1;
		}

		case 'state':
		case 'state-text': {
			const size = name === 'state' ? 1 : 3;
			const id = word(size - 1);
			if (!is(size, '{')) {
				addNode(graph, id, text, round);
				return size;
			}

			openGroup(graph, id, text);
			return size + 1;
		}

		case '}': {
			closeGroup(graph);
			return 1;
		}

		case 'junction': {
			const id = text.replace(/(?:<<|\[\[)\w+(?:>>|\]\])$/, '').trim();
			addNode(graph, id, id, /choice/i.test(text) ? ['{', '}'] : round);
			return 1;
		}

		case 'note': {
			return 'it has notes';
		}

		case '--': {
			return 'it has states at the same time';
		}

		case 'name':
		case '[*]': {
			return place(graph, words, at);
		}

		default: {
			return 1 + (unseen[name] ?? 0) + (name === 'click' && is(1, 'name') && is(2, ':::') ? 2 : 0);
		}
	}
}

/** A state, its description, or a transition. */
function place(graph: Graph, words: readonly Part[], at: number): number | string {
	const [from, fromEnd] = end(words, at);
	if (words[fromEnd]?.name !== '-->') {
		const isDescribed = words[fromEnd]?.name === 'message';
		if (graph.groups.has(from)) return 'a state that holds others is described apart';
		addNode(graph, from, isDescribed ? description(words[fromEnd]!) : undefined, round);
		return fromEnd - at + (isDescribed ? 1 : 0);
	}

	const [to, toEnd] = end(words, fromEnd + 1);
	const isNamed = words[toEnd]?.name === 'message';
	// Each group has its own start and end.
	const scope = graph.open.at(-1) ?? '';
	const source = from === '[*]' ? `start ${scope}` : from;
	const target = to === '[*]' ? `end ${scope}` : to;
	for (const [id, sign] of [
		[source, '●'],
		[target, '◉'],
	] as const) {
		const isMark = id === `start ${scope}` || id === `end ${scope}`;
		if (!graph.groups.has(id)) addNode(graph, id, isMark ? sign : undefined, round);
	}

	addLink(graph, source, target, '-->', isNamed ? description(words[toEnd]!) : '');
	return toEnd - at + (isNamed ? 1 : 0);
}

/** The state that stands there, and where its name and class end. */
function end(words: readonly Part[], at: number): readonly [string, number] {
	return [words[at]?.text.trim() ?? '', words[at + 1]?.name === ':::' ? at + 3 : at + 1];
}

function description({text}: Part): string {
	return text.trim().replace(/^:/, '');
}
