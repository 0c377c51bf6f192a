/** Links to files and headings in fields for links. */

import {describe, expect, it} from 'vitest';
import {anchorsIn, check, linkPaths, noFacts, type PathFact} from '../../../source/core/checks/index.ts';
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

it('looks after links in evidence, whatever the template calls that', () => {
	const form = readForm('# Plan\n\n> Jeder Absatz endet mit `Beleg:`.\n\n## Lage\n\n[Was ist]\n');
	const document = match(form, '# Plan\n\n## Lage\n\nEs wächst.\nBeleg: #laage; #lage\n');
	const found = check(document, noFacts).filter(({ruleId}) => ruleId === 'link-target');
	expect(found.map(({reason}) => reason)).toEqual([expect.stringContaining('#laage')]);
});

describe('the paths that are looked up', () => {
	it.each([
		['docs/a.md', 'docs/a.md'],
		['./a', './a'],
		['../src/', '../src/'],
		['a.md', 'a.md'],
		['`docs/a.md`', 'docs/a.md'],
		['src/pay/hold.ts:12-40', 'src/pay/hold.ts'],
		['docs/a.md#part', 'docs/a.md#part'],
		['see docs/a.md#part.', 'docs/a.md#part'],
		['See also `docs/a.md`', 'docs/a.md'],
		['docs/a.md#L12', 'docs/a.md'],
		['docs/a.md?plain=1#part', 'docs/a.md'],
		['src/hold.ts#part', 'src/hold.ts'],
		['[the part](docs/a.md#the-%C3%A9part)', 'docs/a.md#the-épart'],
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
		'see §9.md',
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

	it('is a warning for a heading that another Markdown file has not, with the one that was meant', () => {
		expect(told('docs/a.md#risk', 'docs/a.md#risk', {meant: 'risks'})).toEqual([
			'warn: no heading of “docs/a.md” is #risk. Did you mean docs/a.md#risks?',
		]);
		expect(told('docs/a.md#risks', 'docs/a.md#risks', 'found')).toEqual([]);
		expect(told('docs/a.md#risks', 'docs/a.md#risks', 'missing')[0]).toContain('there is no “docs/a.md” beside');
	});
});

describe('the number of a section', () => {
	const numbered =
		'# Decision\n\n- **See:** [path or URL]\n\n## 1. Risks\n\n[R]\n\n### 1.2 Costs\n\n[C]\n\n## 9) Work\n\n[W]\n';
	const say = (link: string) =>
		check(match(readForm(numbered), numbered.replace('[path or URL]', link).replaceAll(/\[[RCW]\]/g, 'Yes.')))
			.filter(({ruleId}) => ruleId === 'link-target')
			.map(({words, place}) => `${place.line}: ${words}`);

	it.each(['§9', '§ 1.2', 'see 1.2', 'See section 1.2 (costs)', 'Sections 1 and 9', '§§ 1, 1.2', 'see § 9: the work'])(
		'is right in %s',
		link => {
			expect(say(link)).toEqual([]);
		},
	);

	it.each(['§2', 'see section 2', 'see 2', 'sec. 2', '§1 and §2', 'see 1.2, 2.', 'See also §2 — later'])(
		'is told with its line in %s',
		link => {
			expect(say(link)).toEqual(['3: no heading of this document has the number 2.']);
		},
	);

	it.each(['§2 of RFC 9110', 'RFC 9110 §2', '2', '2 days', 'see 2 tickets', 'section two', 'see 2026-03-09', 'PAY-2'])(
		'is none of this document in %s',
		link => {
			expect(say(link)).toEqual([]);
		},
	);

	it('is looked at in evidence too, but no path there', () => {
		const source = '# Plan\n\n## 1. Why\n\n[Why now]\n';
		const plan = source.replace('[Why now]', 'Late.\nEvidence: src/hold.ts:12; see §4; #whi');
		const reasons = check(match(readForm(source), plan)).filter(({ruleId}) => ruleId === 'link-target');
		expect(reasons.map(({words}) => words)).toEqual([
			expect.stringContaining('has the number 4'),
			expect.stringContaining('is #whi'),
		]);
	});
});

describe('the anchors of a Markdown text', () => {
	it('are as GitHub makes them: in order, with numbers for those that come again', () => {
		const source =
			'# A b\n\n## Risks\n\n## Risks 1\n\n## Risks\n\n## Risks\n\n## *Why* `not`?\n\n## Ünï_code — 字!\n\n```\n## Code\n```\n\n<a id="Own"></a>\n';
		expect([...anchorsIn(source)]).toEqual([
			'a-b',
			'risks',
			'risks-1',
			'risks-2',
			'risks-3',
			'why-not',
			'ünï_code--字',
			'own',
		]);
	});
});
