/** Plain data (from YAML or JSON) as a field's answer, and back. */

import type {Answer, Field} from './types.ts';
import {isFault, isMap, isScalar, toValue, unknown} from './plain-shapes.ts';
import type {Fault, Plain} from './plain-shapes.ts';
import {isEmptyValue, normalValue, shapeOf, validate} from './value/index.ts';

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

	const out = Object.hasOwn(data, 'leftOut') ? data['leftOut'] : false;
	return out === true || out === 'true' ? {state: 'left-out'} : undefined;
}

/** An answer from data; `empty` where the data says that there is none. */
export function toAnswer(field: Field, data: Plain): {readonly value: Answer | 'empty'} | Fault {
	const whole = wholeAnswer(data);
	if (whole) return {value: whole};
	let given = data;
	let evidence: readonly string[] = [];
	if (isMap(data) && Object.hasOwn(data, 'value')) {
		const other = Object.keys(data).find(key => key !== 'value' && key !== 'evidence');
		const takesKeys = shapeOf(field) === 'boxes' || shapeOf(field) === 'grid';
		if (other !== undefined && !takesKeys) return unknown('key', other, ['value', 'evidence']);
		if (other === undefined) {
			given = data['value']!;
			const list = data['evidence'] ?? [];
			const entries = Array.isArray(list) ? (list as readonly Plain[]) : [list];
			if (!entries.every(one => isScalar(one))) return {fault: 'has evidence that is no list of texts'};
			evidence = entries.map(String);
		}
	}

	if (given === null || given === '') return {value: 'empty'};
	const read = toValue(field, given);
	if (isFault(read)) return read;
	const problem = validate(field, read.value);
	if (problem) {
		const {words, next, exit} = problem;
		return {fault: words.replace(/\.$/, ''), exit, ...(next !== undefined && {next})};
	}

	const value = normalValue(field, read.value);
	if (isEmptyValue(value) && shapeOf(field) !== 'boxes') return {value: 'empty'};
	return {value: {state: 'answered', value, ...(evidence.length > 0 && {evidence})}};
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
