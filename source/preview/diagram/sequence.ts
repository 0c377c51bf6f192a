/** A sequence diagram's words and signs for the drawing library. */

import type {Part, Plan} from './types.ts';
import type {Veil} from './veil.ts';

const blocks = new Set(['loop', 'alt', 'opt', 'par', 'critical', 'break', 'else', 'and']);

type Reading = {
	readonly veil: Veil;
	readonly parts: readonly Part[];
	readonly keys: Map<string, string>;
	readonly people: string[];
	readonly lines: string[];
	readonly labels: string[];
	isWide: boolean;
};

/** A sequence diagram for the drawing library, or why it can't be drawn. */
export function planSequence(parts: readonly Part[], veil: Veil): Plan | {readonly reason: string} {
	const reading: Reading = {veil, parts, keys: new Map(), people: [], lines: [], labels: [], isWide: false};
	for (let at = 0; at < parts.length; at++) {
		const reason = read(reading, at);
		if (reason !== undefined) return {reason};
	}

	if (reading.isWide) return {reason: 'it holds characters that are not one cell wide'};
	return {
		source: ['sequenceDiagram', ...reading.people, ...reading.lines].join('\n'),
		labels: reading.labels,
		legend: [],
	};
}

/** Reads what begins there; gives what can't be drawn. */
function read(reading: Reading, at: number): string | undefined {
	const {parts, lines} = reading;
	const {name} = parts[at]!;
	const textOf = (index: number) => parts[index]?.text.trim() ?? '';
	const is = (index: number, kind: string) => parts[index]?.name === kind;
	if (name === 'participant' || name === 'actor') {
		const isSet = is(at + 2, 'settings-open');
		const alias = isSet ? at + 5 : at + 2;
		person(reading, textOf(at + 1), is(alias, 'as') ? textOf(alias + 1) : undefined);
	} else if (name === 'arrow') {
		const sender = is(at - 1, '()') ? at - 2 : at - 1;
		const receiver = is(at + 1, '+') || is(at + 1, '-') || is(at + 1, '()') ? at + 2 : at + 1;
		const arrow = textOf(at);
		if (!/^-{1,2}(?:>{1,2}|[x)])$/i.test(arrow)) return `it has arrows such as "${arrow}"`;
		const label = shown(reading, message(textOf(receiver + 1)));
		lines.push(
			`${person(reading, textOf(sender))}${arrow}${person(reading, textOf(receiver))}: ${label || reading.veil.blank()}`,
		);
	} else if (name === 'note') {
		const isOver = is(at + 1, 'over');
		const people = [person(reading, textOf(at + 2))];
		if (isOver && is(at + 3, ',')) people.push(person(reading, textOf(at + 4)));
		const label = shown(reading, message(textOf(at + 2 * people.length + 1)));
		lines.push(
			`Note ${isOver ? 'over' : textOf(at + 1).toLowerCase()} ${people.join(',')}: ${label || reading.veil.blank()}`,
		);
	} else if (blocks.has(name)) lines.push(`${name} ${shown(reading, textOf(at + 1))}`);
	else if (name === 'close') lines.push('end');
	else if (['rect', 'box', 'option', 'par_over'].includes(name)) return `it has a "${name}"`;
	else if (name === 'heading') return 'it has a title';
	else if (name === 'autonumber') return 'its messages are numbered';
	else if (name === 'create' || name === 'destroy') return 'participants come and go in it';
	return undefined;
}

/** A participant's name in the drawing, told of where it is first spoken of. */
function person(reading: Reading, id: string, label = id): string {
	const {keys, people} = reading;
	const known = keys.get(id);
	if (known !== undefined) return known;
	const key = `p${keys.size + 1}`;
	keys.set(id, key);
	people.push(`participant ${key} as ${shown(reading, label)}`);
	return key;
}

function shown(reading: Reading, label: string): string {
	const lines = reading.veil.lines(label);
	reading.isWide ||= lines === undefined;
	reading.labels.push(...(lines ?? []));
	return lines?.join('<br>') ?? '';
}

/** What a message says, without its colon and what says how to wrap it. */
function message(text: string): string {
	return text.replace(/^:\s*(?:(?:no)?wrap:)?/, '');
}
