import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import standard from '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json' with {type: 'json'};
import {Ajv} from 'ajv';
import {describe, expect, it} from 'vitest';
import {rules} from '../../../source/core/checks/index.ts';
import {sarifLog} from '../../../source/core/report/index.ts';
import type {Checked} from '../../../source/core/report/types.ts';
import {checkedText, hostile, messageAt} from './checked.ts';

type Result = {
	readonly ruleId: string;
	readonly ruleIndex: number;
	readonly level: string;
	readonly message: {readonly text: string};
	readonly locations: readonly [
		{
			readonly physicalLocation: {
				readonly artifactLocation: {readonly uri: string};
				readonly region: Readonly<Record<string, number>>;
			};
		},
	];
	readonly partialFingerprints: Readonly<Record<string, string>>;
};
type Run = {
	readonly tool: {readonly driver: {readonly rules: readonly {readonly id: string}[]}};
	readonly invocations: readonly unknown[];
	readonly results: readonly Result[];
};

/** The standard's own schema. It is of an older draft, which calls its id otherwise and has one pattern that is loose. */
const {id: _, $schema: __, ...schema} = standard;
const isStandard = new Ajv({
	strict: false,
	unicodeRegExp: false,
	formats: {uri: true, 'uri-reference': true, 'date-time': true},
}).compile(schema);

/** What its text asks of the parts that are written besides, and that nothing else is. */
const isSarif = new Ajv().compile(
	JSON.parse(readFileSync(join(import.meta.dirname, '../../fixtures/sarif-rules.json'), 'utf8')) as object,
);

function runOf(files: readonly Checked[], failures: readonly string[] = []): Run {
	const log = sarifLog(files, {version: '1.2.3', digest: text => `<${text}>`, failures});
	expect(isStandard(log), JSON.stringify(isStandard.errors)).toBe(true);
	expect(isSarif(log), JSON.stringify(isSarif.errors)).toBe(true);
	return (log as {readonly runs: readonly [Run]}).runs[0];
}

const document = '# Plan: Move\n\n- **Owner:** Ada\n- **Due:** soon\n\n## Goals\n\n- Be quick\n- [Goal 2]\n';
const fingerprints = (source: string): readonly unknown[] =>
	runOf([checkedText(source)]).results.map(({ruleId, partialFingerprints}) => [ruleId, partialFingerprints]);

describe('a SARIF log', () => {
	it('has every rule, and each finding with its rule, level and place', () => {
		const {tool, results} = runOf([checkedText(document)]);
		expect(tool.driver.rules.map(({id}) => id)).toEqual(rules.map(({id}) => id));
		expect(results.map(({ruleId, level}) => `${ruleId} ${level}`)).toEqual([
			'date-format error',
			'placeholder-left error',
		]);
		for (const {ruleId, ruleIndex} of results) expect(rules[ruleIndex]?.id).toBe(ruleId);
		expect(results[1]?.locations[0].physicalLocation).toEqual({
			artifactLocation: {uri: 'docs/plan.md'},
			region: {startLine: 9, startColumn: 3, endLine: 9, endColumn: 11},
		});
	});

	it('counts columns in UTF-16 units', () => {
		const source = document.replace('- [Goal 2]', '- 👩‍💻 [Goal 2]');
		const [, second] = runOf([checkedText(source)]).results;
		expect(second?.locations[0].physicalLocation.region['startColumn']).toBe(3 + '👩‍💻 '.length);
	});

	it('keeps its fingerprints where lines move, and tells alike findings apart', () => {
		const twice = document.replace('- Be quick', '- [Goal 2]');
		expect(fingerprints(twice.replace('## Goals\n', 'Some words.\n\n\n## Goals\n\n'))).toEqual(fingerprints(twice));
		expect(new Set(fingerprints(twice).map(one => JSON.stringify(one))).size).toBe(3);
		expect(fingerprints(document.replace('soon', 'later'))).not.toEqual(fingerprints(document));
	});

	it('keeps the fingerprint of a finding that belongs to no field, as the text of its line stays', () => {
		const source = 'One.\n\nOn\u200Bce more.\n';
		const of = (text: string): unknown =>
			runOf([{...checkedText(text), messages: [messageAt(text, '\u200B')]}]).results[0]?.partialFingerprints;
		expect(of(`Zero.\r\n\r\n${source}`)).toEqual(of(source));
		expect(of(source.replace('more', 'again'))).not.toEqual(of(source));
	});

	it('has hostile names as addresses, and hostile texts without placeholders and links of their own', () => {
		const message = messageAt(document, 'soon', {reason: hostile});
		const one = runOf([{...checkedText(document, `docs/${hostile}\uD800.md`), messages: [message]}]).results[0]!;
		const {uri} = one.locations[0].physicalLocation.artifactLocation;
		expect(decodeURIComponent(uri)).toBe(`docs/${hostile}\uFFFD.md`);
		expect(new URL(uri, 'https://example.org/').pathname.startsWith('/docs/')).toBe(true);
		expect(one.message.text).toContain('[l\\](javascript:x) {{0}}');
	});

	it('gives a file outside of the root by its whole address, and a name with a colon as no scheme', () => {
		const uris = ['/tmp/a b.md', 'C:/a.md', 'note: one.md'].map(
			path => runOf([checkedText(document, path)]).results[0]?.locations[0].physicalLocation.artifactLocation.uri,
		);
		expect(uris).toEqual(['file:///tmp/a%20b.md', 'file:///C%3A/a.md', 'note%3A%20one.md']);
	});

	it('says which files were not checked', () => {
		expect(runOf([], ['There is no file x.md.']).invocations).toEqual([
			{
				executionSuccessful: false,
				toolExecutionNotifications: [{level: 'error', message: {text: 'There is no file x.md.'}}],
			},
		]);
	});
});
