/** What Mermaid refuses in a sequence diagram whose every token stands in its place: who is there, and who is at work. */

import type {Finding} from './kind.ts';
import type {Token} from './tokens.ts';

type Reading = {
	readonly tokens: readonly Token[];
	readonly text: string;
	/** Participants told of so far. */
	readonly known: Set<string>;
	/** How many times each has begun work that has not ended. */
	readonly work: Map<string, number>;
	/** The box that each stands in, by where the box begins. */
	readonly boxes: Map<string, number>;
	/** Where the box in hand begins. */
	box?: number | undefined;
	/** A participant that the next message has to make, or has to be the last one of. */
	due?: {readonly name: string; readonly isMade: boolean} | undefined;
};

/** The first thing in the course of the diagram that can't be. */
export function senseOfSequence(tokens: readonly Token[], text: string): Finding | undefined {
	const reading: Reading = {tokens, text, known: new Set(), work: new Map(), boxes: new Map()};
	for (let index = 0; index < tokens.length; index++) {
		const found = step(reading, index);
		if (found) return found;
	}

	return undefined;
}

function step(reading: Reading, index: number): Finding | undefined {
	switch (reading.tokens[index]!.name) {
		case 'box': {
			reading.box = index;
			return undefined;
		}

		case 'close': {
			reading.box = undefined;
			return undefined;
		}

		case 'create': {
			const name = nameAt(reading, index + 2);
			if (reading.known.has(name))
				return at(reading, index + 2, `"${name}" is there already`, 'Create it under another name.');
			reading.due = {name, isMade: true};
			return undefined;
		}

		case 'destroy': {
			// A creating message that is still due comes first.
			if (!reading.due?.isMade) reading.due = {name: nameAt(reading, index + 1), isMade: false};
			return undefined;
		}

		case 'activate': {
			begin(reading, nameAt(reading, index + 1));
			return undefined;
		}

		case 'deactivate': {
			return end(reading, index + 1);
		}

		case 'arrow': {
			return message(reading, index);
		}

		case 'name':
		case 'link': {
			return isActivation(reading, index) || isStatement(reading, index) ? undefined : join(reading, index);
		}

		default: {
			return undefined;
		}
	}
}

/** A participant is told of; in a box it stands in that box. */
function join(reading: Reading, index: number): Finding | undefined {
	const name = nameAt(reading, index);
	reading.known.add(name);
	const box = reading.boxes.get(name);
	if (reading.box === undefined) return undefined;
	if (box !== undefined && box !== reading.box)
		return at(reading, index, `"${name}" stands in another box already`, 'Take it out of one of them.');
	reading.boxes.set(name, reading.box);
	return undefined;
}

/** What stands behind `activate`, `deactivate` and `destroy` tells of nobody new. */
function isActivation({tokens}: Reading, index: number): boolean {
	return ['activate', 'deactivate', 'destroy'].includes(tokens[index - 1]?.name ?? '');
}

/** `link` begins a statement where a name follows; else somebody is called so. */
function isStatement({tokens}: Reading, index: number): boolean {
	return tokens[index]?.name === 'link' && ['name', 'link'].includes(tokens[index + 1]?.name ?? '');
}

function message(reading: Reading, index: number): Finding | undefined {
	const {tokens, due} = reading;
	const sender = tokens[index - 1]?.name === '()' ? index - 2 : index - 1;
	const sign = tokens[index + 1]?.name ?? '';
	const receiver = ['+', '-', '()'].includes(sign) ? index + 2 : index + 1;
	const from = nameAt(reading, sender);
	const to = nameAt(reading, receiver);
	reading.known.add(to);
	if (due && to !== due.name && (due.isMade || from !== due.name)) {
		return due.isMade
			? at(reading, index, `"${due.name}" is to be created by this message`, `Let it go to "${due.name}".`)
			: at(reading, index, `"${due.name}" is to end with this message`, `Let it come from "${due.name}" or go there.`);
	}

	reading.due = undefined;
	if (sign === '+') begin(reading, to);
	return sign === '-' ? end(reading, sender) : undefined;
}

function begin({work}: Reading, name: string): void {
	work.set(name, (work.get(name) ?? 0) + 1);
}

function end(reading: Reading, index: number): Finding | undefined {
	const name = nameAt(reading, index);
	const count = reading.work.get(name) ?? 0;
	if (count === 0) return at(reading, index, `"${name}" is not active`, 'Activate it above this line.');
	reading.work.set(name, count - 1);
	return undefined;
}

function nameAt({tokens, text}: Reading, index: number): string {
	const token = tokens[index];
	return token ? text.slice(token.from, token.to).trim() : '';
}

function at({tokens}: Reading, index: number, reason: string, help: string): Finding {
	const {from, to} = tokens[index]!;
	return {from, to, reason, help};
}
