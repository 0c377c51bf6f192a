/** What lies among the documents of a folder and is none: templates, and the page that `status` keeps. */

import {beforeAll, describe, expect, it} from 'vitest';
import {makeRepository} from './run-program.ts';

const note = '# [title]\n\n- **Owner:** [name]\n';

describe('a folder that is checked', () => {
	const place = makeRepository({
		'.specwright.yaml': 'templates: docs/templates\ndocuments: docs\n',
		'docs/templates/memo.md': note,
		'docs/templates/README.md': '# Our templates\n\n- **Owner:** [name]\n',
		'docs/blank/own.md': `${note}\n<!-- specwright: own@1.0.0 -->\n`,
	});
	beforeAll(() => {
		const set = ['--set', 'document/title=A', '--set', 'document/owner=Ada'];
		expect(place.run(['new', 'memo', ...set, '--yes']).err).toContain('wrote docs/a.md');
		expect(place.run(['status', 'docs', '--write', 'docs/index.md']).code).toBe(0);
	});
	const paths = (...args: readonly string[]): readonly string[] =>
		(JSON.parse(place.run(['check', ...args, '--format', 'json']).out) as {files: {path: string}[]}).files.map(
			({path}) => path,
		);

	it('is judged by its documents alone, and what is passed over is told', () => {
		expect(paths('docs')).toEqual(['docs/a.md', 'docs/templates/README.md']);
		expect(paths('docs/*.md')).toEqual(['docs/a.md']);
		const {code, err} = place.run(['check', 'docs/*.md']);
		expect(code).toBe(0);
		expect(err).toBe('passed over: docs/index.md (a page that status keeps)\n');
		const whole = place.run(['check', '.']).err;
		expect(whole).toContain('docs/blank/own.md (a template)');
		expect(whole).toContain('docs/templates/memo.md (a template)');
	});

	it('gives no baseline of them', () => {
		place.run(['check', 'docs', '--baseline', 'known.json', '--write-baseline']);
		expect(place.run(['check', 'docs', '--baseline', 'known.json'])).toMatchObject({code: 0});
		expect(place.run(['check', 'docs', '--baseline', 'known.json', '--format', 'json']).out).not.toContain('memo.md');
	});

	it('is refused where it holds nothing else', () => {
		const {code, out, err} = place.run(['check', 'docs/blank']);
		expect({code, out}).toEqual({code: 2, out: ''});
		expect(err).toContain('No documents are in docs/blank');
	});

	it('does not keep one of them from being checked that is named', () => {
		expect(paths('docs/templates/memo.md', 'docs/index.md')).toEqual(['docs/templates/memo.md', 'docs/index.md']);
		expect(place.run(['check', 'docs/templates/memo.md'])).toMatchObject({code: 1, err: ''});
	});

	it('has a document in it that keeps a table of others', () => {
		const page = 'docs/sub/plan.md';
		place.run(['new', 'memo', '--set', 'document/title=B', '--yes', '--out', page]);
		const text = place.run(['preview', page, '--raw']).out;
		place.write(
			page,
			text.replace(
				'<!-- specwright:',
				'<!-- specwright-status:begin -->\n<!-- specwright-status:end -->\n\n<!-- specwright:',
			),
		);
		expect(paths('docs/sub')).toEqual([page]);
	});
});
