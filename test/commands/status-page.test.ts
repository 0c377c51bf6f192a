/** `status --write`: a table kept in a page of which every other byte is the author's. */

import {existsSync, readFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, type Place} from './run-program.ts';

const template = '# Plan: [name of the plan]\n\n- **Owner:** [name]\n';
const begin = '<!-- specwright-status:begin -->';
const end = '<!-- specwright-status:end -->';

function start(files: Readonly<Record<string, string>> = {}): Place {
	const place = makePlace({'plan.tpl.md': template, ...files});
	place.run(['new', 'plan.tpl.md', '--set', 'document/title=Half', '--yes', '--out', 'docs/plans/half.md']);
	return place;
}

const read = (place: Place, path: string): string => readFileSync(join(place.folder, path), 'utf8');
const row = '| [Plan: Half](./plans/half.md) | plan.tpl.md |  | 50 % | 1 |  |  |  |';

describe('status --write', () => {
	it('makes a page, finds it up to date, and out of date once a document has changed', () => {
		const place = start();
		const write = ['status', 'docs', '--write', 'docs/index.md'];
		expect(place.run([...write, '--check'])).toMatchObject({code: 1, out: ''});
		expect(existsSync(join(place.folder, 'docs/index.md'))).toBe(false);
		expect(place.run(write)).toMatchObject({code: 0, out: ''});
		const page = read(place, 'docs/index.md');
		expect(page).toContain(`${begin}\n\n| document |`);
		expect(page).toContain(`${row}\n\n${end}\n`);
		expect(place.run([...write, '--check'])).toMatchObject({code: 0});
		place.run(['open', 'docs/plans/half.md', '--set', 'document/owner=Ada', '--yes']);
		expect(place.run([...write, '--check'])).toMatchObject({code: 1});
		expect(read(place, 'docs/index.md')).toBe(page);
		expect(place.run(write).code).toBe(0);
		expect(read(place, 'docs/index.md')).toContain('100 %');
	}, 60_000);

	it('leaves everything else of a page byte for byte, and links from where the page lies', () => {
		const head = `\uFEFF# Ours  \r\n\r\n\`\`\`md\r\n${begin}\r\n\`\`\`\r\n\tKept. \r\n`;
		const tail = '\r\nNo end';
		const place = start({'pages/list.md': `${head}${begin}\r\nold\r\n${end}${tail}`});
		expect(place.run(['status', 'docs', '--write', 'pages/list.md']).code).toBe(0);
		const page = read(place, 'pages/list.md');
		expect(page.startsWith(`${head}${begin}\r\n\r\n| document |`)).toBe(true);
		expect(page.endsWith(`\r\n\r\n${end}${tail}`)).toBe(true);
		expect(page).toContain('](../docs/plans/half.md)');
		expect(page.replaceAll('\r\n', '')).not.toContain('\n');
	});

	it.each([
		[`# A\n\n${begin}\n`, 3],
		[`${end}\n\n${begin}\n`, 3],
		[`${begin}\n${end}\n${begin}\n${end}\n`, 4],
		['# A\n', undefined],
	])('refuses a page whose marks say no place: %j', (text, line) => {
		const place = start({'index.md': text});
		const {code, err} = place.run(['status', 'docs', '--write', 'index.md']);
		expect(code).toBe(2);
		expect(err).toContain(begin);
		if (line !== undefined) expect(err).toContain(`index.md:${line}`);
		expect(read(place, 'index.md')).toBe(text);
	});

	it.each([
		[['--check']],
		[['--write', 'x.md', '--json']],
		[['--write', 'x.md', '--format', 'markdown']],
		[['--write', '']],
	])('%j is wrong use', flags => {
		expect(makePlace().run(['status', ...flags])).toMatchObject({code: 2, out: ''});
	});
});
