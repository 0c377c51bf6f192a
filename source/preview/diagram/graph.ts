/** Flowcharts and state diagrams on their way to the drawing library: what stands in them, in order. */

import type {Veil} from './veil.ts';
import type {Plan} from './types.ts';

/** A node: its label and the brackets of its shape. */
type Node = {key: string; label: string; shape: readonly [string, string]; group?: string | undefined};

type Step =
	| {readonly type: 'node'; readonly key: string}
	| {readonly type: 'link'; readonly from: string; readonly to: string; readonly sign: string; readonly label: string}
	| {readonly type: 'open'; readonly label: string; readonly key: string}
	| {readonly type: 'turn'; readonly direction: string}
	| {readonly type: 'close'};

/** A graph as it is read. */
export type Graph = {
	direction: string;
	readonly nodes: Map<string, Node>;
	readonly steps: Step[];
	/** Ids of the groups that are open, the innermost last. */
	readonly open: string[];
	readonly groups: Set<string>;
	readonly links: {readonly from: string; readonly to: string}[];
};

export function newGraph(): Graph {
	return {direction: 'TB', nodes: new Map(), steps: [], open: [], groups: new Set(), links: []};
}

export const box = ['[', ']'] as const;

/** Tells of a node; a label or a shape given later holds as well. It belongs to the first group that names it. */
export function addNode(graph: Graph, id: string, label?: string, shape?: Node['shape']): void {
	const node = graph.nodes.get(id) ?? {key: `n${graph.nodes.size + 1}`, label: id, shape: box};
	if (label !== undefined && label.trim() !== '') node.label = label;
	if (shape) node.shape = shape;
	node.group ??= graph.open.at(-1);
	graph.nodes.set(id, node);
	graph.steps.push({type: 'node', key: id});
}

export function addLink(graph: Graph, from: string, to: string, sign: string, label: string): void {
	graph.links.push({from, to});
	graph.steps.push({type: 'link', from, to, sign, label});
}

export function openGroup(graph: Graph, id: string, label: string): void {
	graph.open.push(id);
	graph.groups.add(id);
	graph.steps.push({type: 'open', key: `g${graph.groups.size}`, label});
}

export function closeGroup(graph: Graph): void {
	graph.open.pop();
	graph.steps.push({type: 'close'});
}

/** The graph for the library, or why it can't be drawn. */
export function planOf(graph: Graph, veil: Veil): Plan | {readonly reason: string} {
	if (graph.links.some(({from, to}) => graph.groups.has(from) || graph.groups.has(to)))
		return {reason: 'a link begins or ends at a group'};
	const labels: string[] = [];
	let isWide = false;
	const shown = (label: string, room = ''): string => {
		const lines = veil.lines(label);
		isWide ||= lines === undefined;
		labels.push(...(lines ?? []));
		return (lines ?? []).map(line => room + line + room).join('<br>');
	};
	const written = new Set<string>();
	const open: (string | undefined)[] = [];
	const mention = (id: string): string => {
		const node = graph.nodes.get(id)!;
		// The library takes a node for the group's where it is written with its label.
		if (written.has(id) || (node.group !== undefined && !open.includes(node.group))) return node.key;
		written.add(id);
		return `${node.key}${node.shape[0]}${shown(node.label, veil.blank())}${node.shape[1]}`;
	};
	let groups = 0;
	const ids = [...graph.groups];
	const lines = graph.steps.map(step => {
		switch (step.type) {
			case 'node': {
				return mention(step.key);
			}

			case 'link': {
				const label = shown(step.label);
				return `${graph.nodes.get(step.from)!.key} ${step.sign}${label && `|${label}|`} ${graph.nodes.get(step.to)!.key}`;
			}

			case 'open': {
				open.push(ids[groups++]);
				return `subgraph ${step.key} [${shown(step.label, veil.blank()) || veil.blank()}]`;
			}

			case 'turn': {
				return open.length > 0 ? `direction ${step.direction}` : '';
			}

			case 'close': {
				open.pop();
				return 'end';
			}
		}
	});
	if (isWide) return {reason: 'it holds characters that are not one cell wide'};
	const drawn = (direction: string) => [`flowchart ${direction}`, ...lines.filter(line => line !== '')].join('\n');
	const isSideways = graph.direction === 'LR' || graph.direction === 'RL';
	return {source: drawn(graph.direction), ...(isSideways ? {upright: drawn('TB')} : {}), labels, legend: []};
}
