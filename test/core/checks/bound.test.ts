/** A document tells the same faults whether it is seen through its template or opened to go on with it. */

import {describe, expect, it} from 'vitest';
import {check} from '../../../source/core/checks/index.ts';
import {bind, match, readForm} from '../../../source/core/form/index.ts';

const template = readForm('---\nstatus: <word>\n---\n\n# Plan\n\n- **Owner:** [name]\n\nTBD is no answer.\n');

describe('a document that is opened', () => {
	it.each([
		[
			'a promise in an answer',
			'---\nstatus: new\n---\n\n# Plan\n\n- **Owner:** TBD\n\nTBD is no answer.\n',
			'to-be-done',
		],
		[
			'front matter that is broken',
			'---\nstatus: [new\n---\n\n# Plan\n\n- **Owner:** Ada\n\nTBD is no answer.\n',
			'front-matter',
		],
	])('tells of %s', (_what, text, ruleId) => {
		const told = (seen: ReturnType<typeof match>) => check(seen).map(one => `${one.place.line} ${one.ruleId}`);
		const seen = told(match(template, text));
		expect(seen.some(one => one.includes(ruleId))).toBe(true);
		expect(told(bind(template, text))).toEqual(seen);
	});
});
