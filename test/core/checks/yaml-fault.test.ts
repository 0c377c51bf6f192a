import {describe, expect, it} from 'vitest';
import {parseDocument} from 'yaml';
import {yamlFault} from '../../../source/core/checks/yaml-fault.ts';

describe('front matter that no parser takes', () => {
	it.each(['a: "b', "a: 'b", 'a: [b', 'a: {b: c', '\ta: b', 'a: 1\nword\n', 'a: 1\na: 2', 'a: b: c', 'a:\n\t- b'])(
		'%j is told, and a YAML parser agrees',
		content => {
			expect(yamlFault(content)?.reason).toBeTruthy();
			expect(parseDocument(content).errors.length).toBeGreaterThan(0);
		},
	);

	it('is pointed at', () => {
		const content = 'status: draft\nowner: "Ada\nteam: x';
		const fault = yamlFault(content);
		expect(content.slice(fault?.from, fault?.to)).toBe('"Ada');
	});
});

describe('sound front matter', () => {
	it.each([
		'a: "b: c"',
		'a: b # c: d',
		'a: |\n  x: y: z\n  "\nb: 1',
		'a:\n  - b: c\n  - "d"\n',
		'a: [b,\n  c]\nd: e',
		"a: 'it''s'",
		'a: http://x.y',
		'- a\n- b',
		'"a b": c',
		'a: "x\n  y"\nb: c',
		'a: >-\n  x\n\n  y\nb: c',
		'a: b\n  c\nd: e',
		'# x\na: 1',
		'a: 10:30',
		'on-call: x',
		'a: [x: y, z]',
		'',
	])('%j draws no word', content => {
		expect(parseDocument(content).errors).toEqual([]);
		expect(yamlFault(content)).toBeUndefined();
	});
});
