import {describe, expect, it} from 'vitest';
import {codeFault} from '../../../source/core/checks/code/index.ts';
import {check} from '../../../source/core/checks/index.ts';
import {completeness} from '../../../source/core/completeness/index.ts';
import {asDocument, fill, match, readForm} from '../../../source/core/form/index.ts';
import {fc, test} from '../../property.ts';

/** The piece that is wrong, and in words. */
function told(language: string, code: string): string | undefined {
	const fault = codeFault(language, code);
	return fault && `${code.slice(fault.range.from, fault.range.to)}: ${fault.reason}. ${fault.help}`;
}

function parses(code: string): boolean {
	try {
		JSON.parse(code);
		return true;
	} catch {
		return false;
	}
}

describe('JSON', () => {
	const json = fc.json({maxDepth: 3});
	const spaced = fc
		.tuple(json, fc.constantFrom(undefined, 1, '\t'))
		.map(([text, indent]) => JSON.stringify(JSON.parse(text), null, indent));
	const broken = fc
		.tuple(
			spaced,
			fc.nat(),
			fc.nat(3),
			fc.constantFrom(
				'',
				',',
				':',
				'"',
				'{',
				'}',
				'[',
				']',
				'\\',
				'0',
				'-',
				'.',
				'e',
				' ',
				'\n',
				't',
				'null',
				'//',
				'\u0000',
			),
		)
		.map(([text, seed, size, sign]) => {
			const at = seed % (text.length + 1);
			return text.slice(0, at) + sign + text.slice(at + size);
		});

	test.prop([fc.oneof(spaced, broken)], 1000)('is what JSON.parse takes, whole and broken', code => {
		expect(codeFault('json', code) === undefined, code).toBe(parses(code));
	});

	it('says what is wrong, and what to do', () => {
		expect(told('json', '{\n  "a": 1,\n}')).toBe(
			'}: "," stands in front of "}". Take the comma out, or add what should follow.',
		);
		expect(told('json', '{"a" 1}')).toBe('1: "1" can\'t stand here. ":" can stand here.');
		expect(told('json', "{'a': 1}")).toContain('A name in double quotes or "}" can stand here.');
		expect(told('json', '{"a": [1, 2}')).toContain('"}" can\'t stand here');
		expect(told('json', '{"a": [1, 2')).toBe('[: "[" is never closed. Put "]" where what it holds ends.');
		expect(told('json', '{"a":')).toBe(': nothing after ":". A value can stand here.');
		expect(told('json', '{"a": "b\n"}')).toContain('the text in quotes has no end');
		expect(told('json', '{} // later')).toContain('a comment. JSON has none');
		expect(told('json', '')).toContain('there is no value');
		expect(told('json', '{} {}')).toContain('Nothing can follow a whole value.');
	});
});

describe('other languages', () => {
	it('YAML may hold several documents, tags and names in braces', () => {
		expect(told('yaml', 'a: 1\n---\nb: [x, y]\n...\n---\n/a/{id}:\n  get: {}\nc: !Ref d\n')).toBeUndefined();
		expect(told('yaml', 'a: 1\n---\nb: [x, y\n')).toMatch(/flow/i);
		expect(told('yml', 'a: "x\nb: 1\n')).toBeDefined();
	});

	it('nothing is said of languages without a parser here, and of code that is too large or too deep', () => {
		expect(told('sql', 'SELECT FROM WHERE')).toBeUndefined();
		expect(told('json', `[${' '.repeat(70_000)}`)).toBeUndefined();
		expect(told('yaml', '['.repeat(30_000))).toBeUndefined();
		expect(told('yaml', '- '.repeat(10_000))).toBeUndefined();
		expect(told('json', '['.repeat(30_000))).toContain('nothing after "["');
		expect(told('constructor', '{')).toBeUndefined();
	});
});

describe('code that is not of its language', () => {
	const template =
		'# Plan\n\n## Parts\n\n```mermaid\nflowchart LR\n  A --> B\n```\n\n## Owner\n\n- **Owner:** [name]\n';
	const form = readForm(template);
	const [diagram, owner] = form.fields;
	const faulty = 'flowchart LR\n  Web --> Orders\n  Orders -->';
	const answers = (code: string) =>
		new Map([
			[diagram!.id, {state: 'answered', value: code}],
			[owner!.id, {state: 'answered', value: 'Ada'}],
		] as const);
	const messages = (code: string) => check(fill(form, answers(code))).filter(({ruleId}) => ruleId === 'code-syntax');

	it('is an error of its field, at its place in the document', () => {
		const document = fill(form, answers(faulty));
		const [message, ...others] = check(document).filter(({ruleId}) => ruleId === 'code-syntax');
		expect(others).toEqual([]);
		expect(message).toMatchObject({
			severity: 'error',
			field: diagram!.id,
			words: 'line 3: nothing after "-->".',
			reason: '"Parts", line 3: nothing after "-->".',
			help: 'A name or "|" can stand here.',
		});
		const line = document.source.split('\n')[message!.place.line - 1];
		expect(line).toBe('  Orders -->');
		expect(message!.place.column).toBe(13);
	});

	it('keeps a document from being finished, and no longer than it stands', () => {
		const percent = (code: string) => {
			const document = fill(form, answers(code));
			return completeness(document, check(document)).required.percent;
		};
		expect(percent(faulty)).toBe(99);
		expect(percent('flowchart LR\n  Web --> Orders')).toBe(100);
	});

	it('is found in code that stands indented in a list', () => {
		const list = '# Plan\n\n- **Body:**\n\n  ```json\n  {"id": "x"}\n  ```\n';
		const document = list.replace('{"id": "x"}', '{\n    "id": "y",\n  }');
		const [message] = check(match(readForm(list), document)).filter(({ruleId}) => ruleId === 'code-syntax');
		expect(message?.words).toBe('line 3: "," stands in front of "}".');
		expect(document.split('\n')[message!.place.line - 1]).toBe('  }');
		expect(message!.place.column).toBe(3);
	});

	it("is not the template's sample, untouched", () => {
		expect(check(fill(form, new Map())).filter(({ruleId}) => ruleId === 'code-syntax')).toEqual([]);
		expect(messages('flowchart LR\n  A --> B')).toEqual([]);
	});

	it('is told of diagrams alone where the template is not known', () => {
		const said = (language: string, code: string) =>
			check(asDocument(readForm(`# Plan\n\n## Parts\n\nWe sign events.\n\n\`\`\`${language}\n${code}\n\`\`\`\n`))).some(
				({ruleId}) => ruleId === 'code-syntax',
			);
		expect(said('mermaid', faulty)).toBe(true);
		expect(said('json', '{"id": …}')).toBe(false);
	});
});

describe('OpenAPI', () => {
	const whole =
		'openapi: 3.0.3\ninfo:\n  title: Holds\n  version: 1.0.0\npaths:\n  /holds:\n    get:\n      responses: {}\n';

	it.each([
		['a title', '  title: Holds\n', 'info: info has no "title". Add "title": OpenAPI asks for it.'],
		['what it is about', /info:\n.*\n.*\n/, 'openapi: the description has no "info". Add "info": OpenAPI asks for it.'],
		['paths', /paths:[^]*/, 'openapi: the description has no "paths". Add "paths": OpenAPI asks for it.'],
		['responses', /:\n      responses.*/, 'get: get /holds has no "responses". Add "responses": OpenAPI asks for it.'],
	])('is told to lack %s', (_, part, words) => {
		expect(told('yaml', whole)).toBeUndefined();
		expect(told('yaml', whole.replace(part, part instanceof RegExp && part.source.startsWith(':') ? ': {}' : ''))).toBe(
			words,
		);
	});

	it('is looked at in JSON, and no other YAML or JSON is', () => {
		expect(told('json', '{"openapi": "3.1.0"}')).toMatch(/has no "info"/);
		expect(told('json', '{"info": 1}')).toBeUndefined();
		expect(told('yaml', 'holds:\n  get: {}\n')).toBeUndefined();
	});

	it('may leave out responses since 3.1, and has paths that begin with a slash', () => {
		const newer = whole.replace('3.0.3', '3.1.0').replace('\n      responses: {}', ' {}');
		expect(told('yaml', newer)).toBeUndefined();
		expect(told('yaml', newer.replace('/holds', 'holds'))).toMatch(/^holds: the path "holds" does not begin with/);
	});
});

describe('GraphQL and SQL', () => {
	it.each([
		['graphql', 'type A { b(c: [Int!]): String }', undefined],
		['graphql', 'type A {\n  "a } here" # and } there\n  b: Int\n}', undefined],
		['graphql', 'type A { b: [Int }', '}: "}" closes nothing, "]" was expected. Open it, or take it out.'],
		['graphql', 'type A { b: Int', '{: "{" is never closed. Close it.'],
		['sql', "INSERT INTO a VALUES ('it''s (', 1); -- don't (\n/* ) */", undefined],
		['sql', 'CREATE TABLE a (id INT));', '): ")" closes nothing. Open it, or take it out.'],
		['sql', "SELECT 'a;", "': what begins with ' here never ends. Close it."],
		['sql', "SELECT 'it\\'s (", undefined],
		['sql', 'CREATE FUNCTION f() AS $$ it is its own ( $$', undefined],
	])('%s: %s', (language, code, words) => {
		expect(told(language, code)).toBe(words);
	});
});
