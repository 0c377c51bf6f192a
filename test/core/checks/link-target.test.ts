/** Links to files and headings in fields for links. */

import {describe, expect, it} from 'vitest';
import {check, linkPaths, noFacts, type PathFact} from '../../../source/core/checks/index.ts';
import {match, readForm} from '../../../source/core/form/index.ts';

const template = '# Decision\n\n- **See:** [path or URL]\n- **Team:** [text]\n\n## Risks (required)\n\n[Risks]\n';

const withLink = (link: string) =>
	match(readForm(template), template.replace('[path or URL]', link).replace('[text]', 'docs/team.md'));

const pathsIn = (link: string) => {
	const {form, answers} = withLink(link);
	return linkPaths(form, answers);
};

function told(link: string, path?: string, fact?: PathFact): readonly string[] {
	const paths = new Map(path === undefined || fact === undefined ? [] : [[path, fact]]);
	return check(withLink(link), {...noFacts, paths})
		.filter(({ruleId}) => ruleId === 'link-target')
		.map(({severity, words, help}) => `${severity}: ${words ?? ''} ${help ?? ''}`);
}

describe('the paths that are looked up', () => {
	it.each([
		['docs/a.md', 'docs/a.md'],
		['./a', './a'],
		['../src/', '../src/'],
		['a.md', 'a.md'],
		['`docs/a.md`', 'docs/a.md'],
		['src/pay/hold.ts:12-40', 'src/pay/hold.ts'],
		['docs/a.md#part', 'docs/a.md'],
		['[the page](docs/the%20page.md "title"), kept by Ada', 'docs/the page.md'],
		['[one](<docs/a b.md>)', 'docs/a b.md'],
		['[one](notes)', 'notes'],
	])('%s', (link, path) => {
		expect(pathsIn(link)).toEqual([path]);
	});

	it.each([
		'https://example.org/docs/a.md',
		'example.org/docs/a.md',
		'www.example.org/a.md',
		'mailto:a@example.org',
		'/etc/passwd',
		'~/a.md',
		'C:/a.md',
		'PAY-123',
		'acme/pay',
		'acme/pay#12',
		'@acme/pay.js',
		'#12',
		'Node.js',
		'see the runbook in docs/a.md',
		'docs/*.md',
		'docs/<name>.md',
		'[page](https://example.org/a.md)',
	])('are none in %s', link => {
		expect(pathsIn(link)).toEqual([]);
	});
});

describe('what is told', () => {
	it('is a warning for a path that is missing, and another for one that leads out', () => {
		expect(told('docs/a.md', 'docs/a.md', 'missing')).toEqual([
			'warn: there is no “docs/a.md” beside this document. A path begins in the folder of the document; check how it is written.',
		]);
		expect(told('../a.md', '../a.md', 'outside')[0]).toContain(
			'“../a.md” leads out of the project and is not looked up.',
		);
		expect(told('docs/a.md', 'docs/a.md', 'found')).toEqual([]);
		expect(told('docs/a.md')).toEqual([]);
	});

	it('is a warning for a heading that there is not, with the one that was meant', () => {
		expect(told('#riks')).toEqual(['warn: no heading of this document is #riks. Did you mean #risks?']);
		expect(told('[the risks](#Risks)')).toEqual([]);
		// Before the requirement is dropped and after.
		expect(told('#risks')).toEqual([]);
		expect(told('#risks-required')).toEqual([]);
		expect(told('#12')).toEqual([]);
	});
});
