/** `fix` on what follows from a document: told first, written, and nothing else changed. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {misread} from '../core/encoding/misread.ts';
import {makePlace, type Place} from './run-program.ts';

const template = `# Spec: <name>

- **Last updated:** YYYY-MM-DD

> Every paragraph must end with an \`Evidence:\` line or an \`Evidence gap:\` line.

## Context

[Where things stand]

## Goals

- G1: <goal>
- G2: <goal>

## Evidence Map

| Section | Evidence | Confidence |
| --- | --- | --- |
| <section> | <path> | High/Low |

## Quality gate

- [ ] Every paragraph ends with \`Evidence:\`
- [ ] The evidence map is complete
- [ ] All required fields are filled
- [ ] Ada approved it
`;

const document = `# Spec: Holds

- **Last updated:** 2026-01-02

## Context

Queues grow.
Evidence: docs/a.md

## Goals

- G1: lend
- G1: wait

*Not ours:*  a line that nobody asked for

## Evidence Map

| Section | Evidence | Confidence |
| --- | --- | --- |
|  Mine  | docs/b.md |High|

## Quality gate

- [x] Every paragraph ends with \`Evidence:\`
- [x] The evidence map is complete
- [ ] All required fields are filled
- [ ] Ada approved it
`;

const begin = (text = document): Place => {
	const place = makePlace({'template.md': template, 'spec.md': text});
	place.git('init', '-q');
	return place;
};
const spec = ({folder}: Place): string => readFileSync(join(folder, 'spec.md'), 'utf8');
const fix = (place: Place, ...args: readonly string[]) =>
	place.run(['fix', 'spec.md', '--template', 'template.md', ...args]);

/** The lines that are other than they were, with a sign in front. */
function changed(before: string, after: string): readonly string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	return [
		...old.filter(line => !now.includes(line)).map(line => `-${line}`),
		...now.filter(line => !old.includes(line)).map(line => `+${line}`),
	];
}

describe('fix', () => {
	it('tells what would change with --check, exit 1, and the file stays', () => {
		const place = begin();
		const {code, out} = fix(place, '--check');
		expect(code).toBe(1);
		expect(out).toContain('  + | Context | docs/a.md |  |\n');
		expect(out).toContain('  - - G1: wait\n  + - G2: wait\n');
		expect(out).toMatch(/line 28: Everything that is required is answered\.\n {2}- - \[ \] All required/);
		expect(spec(place)).toBe(document);
	});

	it('writes it, changes nothing else, and finds nothing the next time', () => {
		const place = begin();
		expect(fix(place).code).toBe(0);
		const after = spec(place);
		expect(changed(document, after)).toEqual([
			'-- **Last updated:** 2026-01-02',
			'-- G1: wait',
			'-- [ ] All required fields are filled',
			expect.stringMatching(/^\+- \*\*Last updated:\*\* \d{4}-\d\d-\d\d$/),
			'+- G2: wait',
			'+| Context | docs/a.md |  |',
			'+- [x] All required fields are filled',
		]);
		const again = fix(place);
		expect([again.code, again.out]).toEqual([0, '']);
		expect(again.err).toContain('nothing to fix');
		expect(fix(place, '--check').code).toBe(0);
	});

	it.each([
		['evidence', ['+| Context | docs/a.md |  |']],
		['ids', ['-- G1: wait', '+- G2: wait']],
		[
			'gate',
			[
				'-- [x] The evidence map is complete',
				'-- [ ] All required fields are filled',
				'+- [ ] The evidence map is complete',
				'+- [x] All required fields are filled',
			],
		],
		['encoding', []],
	])('with --only %s does that alone', (name, lines) => {
		const place = begin();
		expect(fix(place, '--only', name, '--check').code).toBe(lines.length === 0 ? 0 : 1);
		expect(fix(place, '--only', name).code).toBe(0);
		expect(changed(document, spec(place))).toEqual(lines);
		expect(fix(place, '--only', name, '--check').code).toBe(0);
	});

	it('sets the day of the last change where there is a change, or where it is asked for by name', () => {
		const place = begin();
		fix(place);
		const old = spec(place).replace(/(?<=updated:\*\* ).*/, '2026-01-02');
		place.write('spec.md', old);
		expect(fix(place).code).toBe(0);
		expect(spec(place)).toBe(old);
		expect(fix(place, '--only', 'dates').code).toBe(0);
		expect(changed(old, spec(place))).toHaveLength(2);
	});

	it('leaves ids that the text refers to, and says so', () => {
		const text = document.replace('Queues grow.', 'Queues grow, see G2.').replace('- G1: wait', '- G3: wait');
		const place = begin(text);
		const {code, err} = fix(place, '--only', 'ids');
		expect(code).toBe(0);
		expect(err).toContain('ids: "Goals" was left');
		expect(spec(place)).toBe(text);
	});

	it('repairs damaged text first, and goes by what it says then', () => {
		const place = begin(misread(document.replace('lend', 'lend “gladly” – at once'), 'windows-1252', 'dropped'));
		expect(fix(place).code).toBe(0);
		expect(spec(place)).toContain('- G1: lend “gladly” – at once\n- G2: wait');
	});

	it('leaves a blank template as it is', () => {
		const place = begin(template);
		expect(fix(place).code).toBe(0);
		expect(spec(place)).toBe(template);
	});

	it.each([
		['evidense', 'Did you mean evidence?'],
		['gate,dats', 'Did you mean dates?'],
	])('refuses --only %s with the nearest that there is', (names, said) => {
		const place = begin();
		const {code, out, err} = fix(place, '--only', names);
		expect([code, out]).toEqual([2, '']);
		expect(err).toContain(said);
		expect(spec(place)).toBe(document);
	});
});

it('the boxes of a gate are in the JSON of check, each with its place, verdict and reason', () => {
	const place = begin();
	const {out} = place.run(['check', 'spec.md', '--template', 'template.md', '--format', 'json']);
	const [file] = (JSON.parse(out) as {readonly files: readonly {readonly gate?: readonly object[]}[]}).files;
	expect(file?.gate).toHaveLength(4);
	expect(file?.gate?.[1]).toEqual({
		text: 'The evidence map is complete',
		section: 'quality-gate',
		field: 'quality-gate/body',
		line: 26,
		column: 3,
		isTicked: true,
		verdict: 'not-met',
		reason: '"Evidence Map" lacks “docs/a.md”.',
	});
	const plain = place.run(['check', 'template.md', '--template', 'none', '--format', 'json']).out;
	expect(plain).toContain('"gate"');
	place.write('other.md', '# Other\n\nWords.\n');
	expect(place.run(['check', 'other.md', '--format', 'json']).out).not.toContain('"gate"');
});
