/** Waivers as `check` and `new` treat them. */

import {describe, expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const waiver = '<!-- specwright-ignore to-be-done: the price comes in May -->';

describe('a waiver', () => {
	it('is listed, and what it lets be fails no check', () => {
		const place = makePlace({'a.md': `# A\n\n${waiver}\n\nTODO the price.\n`});
		const {code, out} = place.run(['check', 'a.md', '--format', 'json']);
		expect(code).toBe(0);
		expect(JSON.parse(out)).toMatchObject({
			files: [
				{
					messages: [],
					waived: [
						{ruleId: 'to-be-done', severity: 'error', line: 5, waiver: {reason: 'the price comes in May', line: 3}},
					],
				},
			],
			summary: {errors: 0},
		});
		expect(place.run(['check', 'a.md']).out).toContain('1 finding is waived: to-be-done');
		const sarif = place.run(['check', 'a.md', '--format', 'sarif']).out;
		expect(sarif).toContain('"justification": "the price comes in May"');
	});

	it('is no guidance: it stays in the finished document of a template that has it', () => {
		const place = makePlace({'t.md': `# [Title]\n\n## Cost\n\n${waiver}\n\n[What it costs]\n`});
		const given = ['--set', 'document/title=A', '--set', 'cost=TODO in May'];
		expect(place.run(['new', 't.md', '--yes', '--print', ...given]).out).toContain(`${waiver}\n\nTODO in May\n`);
		expect(place.run(['new', 't.md', '--yes', ...given, '--out', 'b.md'])).toMatchObject({code: 0});
		expect(place.run(['check', 'b.md'])).toMatchObject({code: 0});
	});
});
