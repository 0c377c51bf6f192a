/**
 * The lines of a draft's file: eight hex digits of CRC-32, a space, one JSON value, a line feed. The first is the
 * header, each other a record with its sequence number. A line counts only when its sum is right and its number is the
 * next one, so a cut, a flipped bit or a foreign line ends the draft there and can never put a wrong answer into it.
 */

import {Buffer} from 'node:buffer';
import {crc32} from 'node:zlib';
import type {DraftRecord} from '../../core/wizard/types.ts';
import type {DraftHeader} from './types.ts';

/** Goes up when an older program could no longer read a draft rightly. */
export const journalFormat = 1;

export type Entry = {readonly seq: number; readonly at: string; readonly record: DraftRecord};

export type Journal =
	| {
			readonly state: 'read';
			readonly header: DraftHeader;
			readonly headerSize: number;
			readonly entries: readonly Entry[];
			/** Bytes up to the end of the last good line. */ readonly size: number;
	  }
	| {readonly state: 'newer'; readonly format: number}
	| {readonly state: 'unreadable'};

export function headerLine(header: DraftHeader): Uint8Array {
	return line({format: journalFormat, ...header});
}

export function recordLine({seq, at, record}: Entry): Uint8Array {
	return line({seq, at, ...record});
}

/** Reads as much from the start as is sound. Never throws, whatever the bytes are. */
export function readJournal(bytes: Uint8Array): Journal {
	const first = readLine(bytes, 0);
	if (!first || !isObject(first.value)) {
		return {state: 'unreadable'};
	}

	const {format, ...header} = first.value;
	if (typeof format === 'number' && format > journalFormat) {
		return {state: 'newer', format};
	}

	if (format !== journalFormat || !isHeader(header)) {
		return {state: 'unreadable'};
	}

	const entries: Entry[] = [];
	let size = first.end;
	for (let next = readLine(bytes, size); next; next = readLine(bytes, size)) {
		const entry = toEntry(next.value, entries.length + 1);
		if (!entry) {
			break;
		}

		entries.push(entry);
		size = next.end;
	}

	return {state: 'read', header, headerSize: first.end, entries, size};
}

/**
 * The entries that still say something, numbered anew: of those about the same thing (one field's answer, the
 * place, …) the last one wins when they are played back, so the others may go.
 */
export function compact(entries: readonly Entry[]): Entry[] {
	const last = new Map<string, number>();
	for (const [index, {record}] of entries.entries()) {
		last.set(subject(record), index);
	}

	return entries
		.filter(({record}, index) => last.get(subject(record)) === index)
		.map((entry, index) => ({...entry, seq: index + 1}));
}

/** What a record is about. */
function subject(record: DraftRecord): string {
	switch (record.type) {
		case 'answer':
		case 'mend':
		case 'mark': {
			return `${record.type} ${record.id}`;
		}

		case 'count': {
			return `count ${record.repeat}`;
		}

		default: {
			return record.type;
		}
	}
}

function line(value: unknown): Uint8Array {
	const json = Buffer.from(JSON.stringify(value), 'utf8');
	return Buffer.concat([Buffer.from(`${sum(json)} `), json, Buffer.from('\n')]);
}

function sum(bytes: Uint8Array): string {
	return crc32(bytes).toString(16).padStart(8, '0');
}

const sumLength = 8;
const lineFeed = 0x0a;
const space = 0x20;

function readLine(bytes: Uint8Array, from: number): {readonly value: unknown; readonly end: number} | undefined {
	const end = bytes.indexOf(lineFeed, from);
	const jsonFrom = from + sumLength + 1;
	if (end < jsonFrom || bytes[jsonFrom - 1] !== space) {
		return undefined;
	}

	const json = bytes.subarray(jsonFrom, end);
	if (Buffer.from(bytes.subarray(from, from + sumLength)).toString('latin1') !== sum(json)) {
		return undefined;
	}

	try {
		return {value: JSON.parse(Buffer.from(json).toString('utf8'), withoutPrototype) as unknown, end: end + 1};
	} catch {
		return undefined;
	}
}

/** Objects from a file have no prototype, so that a key such as `__proto__` is only a key. */
function withoutPrototype(_key: string, value: unknown): unknown {
	return isObject(value) ? Object.assign(Object.create(null) as object, value) : value;
}

function toEntry(value: unknown, seq: number): Entry | undefined {
	if (!isObject(value) || value['seq'] !== seq || typeof value['at'] !== 'string') {
		return undefined;
	}

	const {seq: _seq, at, ...record} = value;
	return isRecord(record) ? {seq, at, record} : undefined;
}

function isRecord(value: Readonly<Record<string, unknown>>): value is DraftRecord {
	switch (value['type']) {
		case 'answer': {
			return typeof value['id'] === 'string' && (value['answer'] === undefined || isObject(value['answer']));
		}

		case 'mend': {
			return typeof value['id'] === 'string' && isMend(value['mend']);
		}

		case 'place':
		case 'mark': {
			return typeof value['id'] === 'string';
		}

		case 'count': {
			const {repeat, instances, order} = value;
			const isOrder = order === undefined || (Array.isArray(order) && order.every(id => typeof id === 'string'));
			return typeof repeat === 'string' && typeof instances === 'number' && isOrder;
		}

		case 'target':
		case 'written': {
			return typeof value['path'] === 'string';
		}

		default: {
			return false;
		}
	}
}

function isMend(value: unknown): boolean {
	if (value === undefined) return true;
	if (!isObject(value)) return false;
	const {as, kind, options, open, multiple} = value;
	if (as !== 'field') return as === 'text' || as === 'repeat';
	return (
		typeof kind === 'string' &&
		Array.isArray(options) &&
		options.every(option => typeof option === 'string') &&
		typeof open === 'boolean' &&
		typeof multiple === 'boolean'
	);
}

function isHeader(value: Readonly<Record<string, unknown>>): value is DraftHeader {
	const template = value['template'];
	return (
		isObject(template) &&
		typeof template['name'] === 'string' &&
		typeof template['source'] === 'string' &&
		typeof value['root'] === 'string' &&
		typeof value['created'] === 'string' &&
		typeof value['app'] === 'string'
	);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
