/** Plain data (from YAML or JSON) as a field's answer, and back. */

import type {Answer, Field} from './types.ts';
import {isFault, isMap, isScalar, toValue, truth, unknown} from './plain-shapes.ts';
import type {Fault, Plain} from './plain-shapes.ts';
import {isEmptyValue, normalValue, shapeOf, validate} from './value/index.ts';
import {textsOf} from './value/normal.ts';
import {unwritableIn, unwritableWords} from './value/validate.ts';

/** `{notApplicable}` and `{leftOut}`, which stand for a field or a section; undefined where data is neither. */
export function wholeAnswer(data: Plain): Answer | undefined {
	if (!isMap(data)) return undefined;
	const keys = Object.keys(data);
	if (keys.length !== 1) return undefined;
	if (Object.hasOwn(data, 'notApplicable')) {
		const reason = data['notApplicable'];
		if (isScalar(reason)) return {state: 'not-applicable', reason: String(reason)};
		if (reason === null) return {state: 'not-applicable', reason: ''};
	}

	return Object.hasOwn(data, 'leftOut') && truth(data['leftOut']) === true ? {state: 'left-out'} : undefined;
}

/** An answer from data; `empty` where the data says that there is none. */
export function toAnswer(field: Field, data: Plain): {readonly value: Answer | 'empty'} | Fault {
	const whole = wholeAnswer(data);
	if (whole) return reasonFault(whole) ?? {value: whole};
	let given = data;
	let evidence: readonly string[] = [];
	if (isMap(data) && Object.hasOwn(data, 'value') && !hasOwnKey(field, 'value')) {
		const other = Object.keys(data).find(key => key !== 'value' && key !== 'evidence');
		const takesKeys = shapeOf(field) === 'boxes' || shapeOf(field) === 'grid';
		if (other !== undefined && !takesKeys) return unknown('key', other, ['value', 'evidence']);
		if (other === undefined) {
			given = data['value']!;
			const read = toEvidence(data['evidence'] ?? []);
			if (isFault(read)) return read;
			evidence = read.value;
		}
	}

	const none = evidence.length > 0 ? {fault: 'has evidence, but no value'} : {value: 'empty' as const};
	if (given === null || given === '') return none;
	// Before anything is taken apart or trimmed: nobody meant a form feed, wherever it stands.
	for (const text of textsOf(given)) {
		const fault = unwritableFault(text, '');
		if (fault) return fault;
	}

	const read = toValue(field, given);
	if (isFault(read)) return read;
	const problem = validate(field, read.value);
	if (problem) {
		const {words, next, exit} = problem;
		return {fault: bare(words), exit, ...(next !== undefined && {next})};
	}

	const value = normalValue(field, read.value);
	if (isEmptyValue(value) && shapeOf(field) !== 'boxes') return none;
	return {value: {state: 'answered', value, ...(evidence.length > 0 && {evidence})}};
}

/** What `value` is called in the field itself: a fixed item's or row's own name comes before ours. */
export function hasOwnKey(field: Field, key: string): boolean {
	return [...(field.fixedItems ?? []), ...(field.fixedRows ?? [])].some(one => one.id === key);
}

function toEvidence(data: Plain): {readonly value: readonly string[]} | Fault {
	const entries = Array.isArray(data) ? (data as readonly Plain[]) : [data];
	const texts: string[] = [];
	for (const one of entries) {
		if (one !== null && !isScalar(one)) return {fault: 'has evidence that is no list of texts'};
		const given = one === null ? '' : String(one);
		const fault = unwritableFault(given, 'has evidence that ');
		if (fault) return fault;
		const text = given.trim();
		if (/[\r\n]/.test(text)) return {fault: 'has evidence of several lines', next: 'Give each source as one line.'};
		if (text !== '') texts.push(text);
	}

	return {value: texts};
}

/** What keeps the reason of a "not applicable" from being written. */
export function reasonFault(answer: Answer): Fault | undefined {
	return answer.state === 'not-applicable' ? unwritableFault(answer.reason, 'gives a reason that ') : undefined;
}

function unwritableFault(text: string, words: string): Fault | undefined {
	const found = unwritableIn(text);
	return found && {fault: words + bare(unwritableWords[found].words), next: unwritableWords[found].next};
}

function bare(words: string): string {
	return words.replace(/\.$/, '');
}

/** An answer as plain data, the inverse of `toAnswer`. */
export function fromAnswer(answer: Answer): Plain {
	if (answer.state === 'not-applicable') return {notApplicable: answer.reason};
	if (answer.state === 'left-out') return {leftOut: true};
	const value = copy(answer.value);
	return answer.evidence && answer.evidence.length > 0 ? {value, evidence: [...answer.evidence]} : value;
}

function copy(value: unknown): Plain {
	if (Array.isArray(value)) return value.map(one => copy(one));
	if (typeof value !== 'object' || value === null) return value as Plain;
	const map = Object.create(null) as Record<string, Plain>;
	for (const [key, one] of Object.entries(value)) map[key] = copy(one);
	return map;
}
