/** What authors do to a document by hand, and what an answer does then. */

import {describe, expect, it} from 'vitest';
import {bind, clear, fill, match, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';

const yes = (value: string): Answer => ({state: 'answered', value});

describe('a document that ends inside code which nothing closes', () => {
	const template = readForm(
		'# [Title]\n\n## Request\n\n```http\nGET /<path>\n```\n\n## Answer\n\n**Status:** [code]\n\n## Limits\n\n**Rate:** [n]\n',
	);
	const text = '# Holds\n\n## Request\n\n```http\nGET /holds\nHost: library\n';
	const bound = bind(template, text);
	const said = {state: 'answered', value: 'GET /holds\nHost: library'};

	it('stays as it is, and lacks what the template has behind the code', () => {
		expect(fill(bound.form, new Map()).source).toBe(text);
		expect(fill(bound.form, bound.answers).source).toBe(text);
		expect(bound.missing).toEqual(match(template, text).missing);
		expect(bound.missing).toEqual(['answer', 'limits']);
	});

	it('has the code closed once, whichever part is put behind it', () => {
		const one = fill(bound.form, new Map([['limits/rate', yes('10 a second')]]));
		expect(one.source).toBe(`${text}\`\`\`\n\n## Limits\n\n**Rate:** 10 a second\n`);
		const both = fill(bound.form, new Map([...one.answers, ['answer/status', yes('200')]]));
		expect(both.source).toBe(`${text}\`\`\`\n\n## Answer\n\n**Status:** 200\n\n## Limits\n\n**Rate:** 10 a second\n`);
		const read = bind(template, both.source).answers;
		expect(read.get('request/http')).toEqual(said);
		expect(read.get('answer/status')).toEqual(yes('200'));
	});

	it('has it closed by an answer of its own', () => {
		const {source} = fill(
			bound.form,
			new Map([
				['request/http', yes('GET /fines')],
				['limits/rate', yes('1')],
			]),
		);
		expect(source).toBe('# Holds\n\n## Request\n\n```http\nGET /fines\n```\n\n## Limits\n\n**Rate:** 1\n');
	});
});

describe('a document whose headings are in capitals', () => {
	const template = readForm('# [Project Name] - System Design\n\n**Status:** [state]\n');

	it('has no title while the template’s blank stands there', () => {
		const bound = bind(template, '# [PROJECT NAME] - SYSTEM DESIGN\n\n**Status:** open\n');
		expect([...bound.answers]).toEqual([['document/status', yes('open')]]);
	});

	it('keeps the words beside the title', () => {
		const bound = bind(template, '# [PROJECT NAME] - SYSTEM DESIGN\n\n**Status:** open\n');
		const {source} = fill(bound.form, new Map([['document/title', yes('Holds')]]));
		expect(source).toBe('# Holds - SYSTEM DESIGN\n\n**Status:** open\n');
		expect(bind(template, source).answers.get('document/title')).toEqual(yes('Holds'));
	});
});

describe('lines that end with two blanks', () => {
	const template = readForm('# Plan\n\n**Owner:** <name>  \n**Day:** YYYY-MM-DD  \n**Next:** <step>\n');
	const text = '# Plan\n\n**Owner:** Ada  \n**Day:** 2026-04-17  \n**Next:** Go\n\n## My own\n\nWords.\n';
	const bound = bind(template, text);

	it('are still broken there behind another answer', () => {
		const {source} = fill(bound.form, new Map([['document/day', yes('2026-05-05')]]));
		expect(source).toBe(text.replace('2026-04-17', '2026-05-05'));
		expect(bind(template, source).answers.get('document/day')).toEqual(yes('2026-05-05'));
	});

	it('are so too where an answer is taken away or does not apply', () => {
		const open = clear(fill(bound.form, bound.answers), ['document/day']).source;
		expect(open).toBe(text.replace('2026-04-17', 'YYYY-MM-DD'));
		const none = fill(bound.form, new Map([['document/owner', {state: 'not-applicable', reason: 'nobody'}]])).source;
		expect(none).toBe(text.replace('Ada', 'N/A — nobody'));
	});
});

describe('a document whose headings are glued to their signs', () => {
	const template = readForm(
		'# Title\n\n## Motivation\n\nWhy?\n\n## Specification\n\nWhat?\n\n## Drawbacks\n\nWhy not?\n',
	);
	const text =
		'---\narea: Shell\n---\n\n#A mode of its own\n\n##Motivation\n\nIt hurts.\n\n##Specification\n\nA switch.\n';

	it('takes another title in its place', () => {
		const bound = bind(template, text);
		expect(bound.answers.get('document/title')).toEqual(yes('A mode of its own'));
		const document = fill(bound.form, new Map([['document/title', yes('A mode for all')]]));
		expect([...document.problems]).toEqual([]);
		expect(document.source).toBe(text.replace('A mode of its own', 'A mode for all'));
	});
});

describe('a document that lacks a list of the front matter', () => {
	const template = readForm(
		'---\ntitle: <title>\nsee-also:\n  - "<link>"\nreplaces:\n  - "<link>"\n---\n\n# T\n\nWhy?\n',
	);
	const text = '---\ntitle: Cranes\nsee-also:\n- one.md\n- two.md\n---\n\n# Cranes\n\nThey lift.\n';

	it('has no item of another list in its place', () => {
		const {answers, form} = bind(template, text);
		expect(answers.get('document/see-also')).toEqual(yes('one.md'));
		expect(answers.has('document/replaces')).toBe(false);
		expect(fill(form, answers).source).toBe(text);
	});
});
