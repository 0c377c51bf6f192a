/** A document and two versions of its template: what becomes of each part of it. */

import {describe, expect, it} from 'vitest';
import {bind, fill, readForm} from '../../../source/core/form/index.ts';
import type {Answer} from '../../../source/core/form/index.ts';
import {conflictMark, update} from '../../../source/core/update/index.ts';

const first = `# [Title]

- **Owner:** [name]
- **Due:** YYYY-MM-DD

## Summary (required)

> Say what it is about.

[Two sentences]

## Risks

- **Failure:** [what may break]
- **Likelihood:** Low | High

## Legacy

[What about the old one?]
`;

const older = readForm(first);

/** The template with some of its text as other text. */
function changed(...swaps: ReadonlyArray<readonly [string, string]>) {
	return readForm(
		swaps.reduce((text, [from, to]) => {
			expect(text).toContain(from);
			return text.replace(from, to);
		}, first),
	);
}

/** A document of the first version. */
function written(answers: Readonly<Record<string, string>>, finish = false): string {
	const given = new Map(
		Object.entries(answers).map(([id, value]): [string, Answer] => [id, {state: 'answered', value}]),
	);
	return fill(older, given, {finish}).source;
}

describe('what the newer version has more', () => {
	const newer = changed(
		['- **Due:**', '- **Reviewer:** [name]\n- **Due:**'],
		['## Risks', '## Security (optional)\n\n- **Threat:** [what may happen]\n\n## Risks'],
		['## Legacy', '## Licence\n\nAll may be copied.\n\n## Legacy'],
	);

	it('is put in its place, blank, and is told', () => {
		const {text, added, retired} = update(
			written({'document/owner': 'Anna', 'summary/body': 'All of it.'}),
			newer,
			older,
		);
		expect(text).toContain('- **Owner:** Anna\n- **Reviewer:** [name]\n- **Due:** YYYY-MM-DD\n');
		expect(text).toContain('\nAll of it.\n\n## Security (optional)\n\n- **Threat:** [what may happen]\n\n## Risks\n');
		expect(text).toContain('- **Likelihood:** Low | High\n\n## Licence\n\nAll may be copied.\n\n## Legacy\n');
		expect(added).toEqual([
			{what: 'field', name: 'Reviewer'},
			{what: 'section', name: 'Security'},
			{what: 'section', name: 'Licence'},
		]);
		expect(retired).toEqual([]);
	});

	it('stands between those of its neighbours that the document still has', () => {
		const text = written({'summary/body': 'All of it.'}).replace(/\n## Risks[^]*?(?=\n## Legacy)/, '');
		expect(update(text, newer, older).text).toMatch(/All of it\.\n\n## Security[^#]*\n## Licence[^#]*\n## Legacy/);
	});

	it('comes once, also where two lines in a row are new and the older version is not known', () => {
		const two = changed(['- **Due:**', '- **Reviewer:** [name]\n- **Sponsor:** [name]\n- **Due:**']);
		const {text} = update(written({'document/owner': 'Anna'}), two, undefined);
		expect(text).toContain('- **Owner:** Anna\n- **Reviewer:** [name]\n- **Sponsor:** [name]\n- **Due:** YYYY-MM-DD\n');
	});

	it('is not put in twice where the author has it already', () => {
		const text = written({}).replace('- **Due:**', '- **Reviewer:** Bo\n- **Due:**');
		const again = update(text, newer, older).text;
		expect(again.match(/Reviewer/g)).toHaveLength(1);
		expect(bind(newer, again).answers.get('document/reviewer')).toEqual({state: 'answered', value: 'Bo'});
	});

	it('is told by its name, and not counted among what follows the new wording', () => {
		const form = changed(
			['- **Due:**', '- **Reviewer:** [name]\n- **Due:**'],
			['Say what it is about.', 'Say what it is about, and for whom.'],
		);
		const {added, reworded} = update(written({}), form, older);
		expect([added, reworded]).toEqual([[{what: 'field', name: 'Reviewer'}], 1]);
	});

	it('has the line ends of the document', () => {
		const text = written({'summary/body': 'All of it.'}).replaceAll('\n', '\r\n');
		expect(update(text, newer, older).text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
	});

	it('is only what has to be there where the older version is not known', () => {
		const {text, added} = update(written({'summary/body': 'All of it.'}), newer, undefined);
		expect(text).not.toContain('Security');
		expect(added).toEqual([
			{what: 'field', name: 'Reviewer'},
			{what: 'section', name: 'Licence'},
		]);
	});

	it('does not bring back what the author has taken out', () => {
		const text = written({}).replace(/## Legacy[^]*/, '');
		expect(update(text, newer, older).text).not.toContain('Legacy');
	});
});

describe('items and rows that the newer version has more, where answers stand', () => {
	const lists =
		'# Plan\n\n## Gate\n\n- [ ] Tests pass\n- [ ] Docs are there\n\n## Who\n\n| Area | Name |\n| --- | --- |\n| Product | <name> |\n| Support | <name> |\n\n## Rest\n\n[x]\n';
	const base = readForm(lists);
	const swapped = (...swaps: ReadonlyArray<readonly [string, string]>) =>
		readForm(swaps.reduce((text, [from, to]) => text.replace(from, to), lists));
	const newer = swapped(
		['- [ ] Docs', '- [ ] Alerts are set\n- [ ] Docs'],
		['| Product', '| Law | <name> |\n| Product'],
		['| Support | <name> |\n', '| Support | <name> |\n| Sales | <name> |\n| Stock | <name> |\n'],
	);
	const given = fill(
		base,
		new Map<string, Answer>([
			['gate/body', {state: 'answered', value: {'tests-pass': true, 'docs-are-there': false}}],
			['who/body', {state: 'answered', value: {product: {name: 'Ada'}, support: {name: 'Bo'}}}],
		]),
	).source;

	it('come blank in their place, and are told', () => {
		const {text, added} = update(given, newer, base);
		expect(text).toContain('- [x] Tests pass\n- [ ] Alerts are set\n- [ ] Docs are there\n');
		expect(text).toContain(
			'| Law | <name> |\n| Product | Ada |\n| Support | Bo |\n| Sales | <name> |\n| Stock | <name> |\n\n## Rest',
		);
		expect(added).toEqual([
			{what: 'item', name: 'Alerts are set', section: 'Gate'},
			{what: 'item', name: 'Law', section: 'Who'},
			{what: 'item', name: 'Sales', section: 'Who'},
			{what: 'item', name: 'Stock', section: 'Who'},
		]);
		expect(update(text, newer, newer)).toMatchObject({text, added: []});
	});

	it('go around what the author put in or took out, with their bullets, line ends and last line', () => {
		const own = given
			.replace('- [ ] Docs are there\n', '')
			.replace('- [x] Tests pass\n', '* [x] Tests pass\n  - all of them\n* [ ] Mine\n');
		const {text} = update(own, newer, base);
		expect(text).toContain('* [x] Tests pass\n  - all of them\n* [ ] Alerts are set\n* [ ] Mine\n');
		const windows = update(given.replaceAll('\n', '\r\n'), newer, base).text;
		expect(windows.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
		const cut = given.slice(0, given.indexOf('\n\n## Rest'));
		expect(update(cut, newer, base).text).toMatch(
			/\| Support \| Bo \|\n\| Sales \| <name> \|\n\| Stock \| <name> \|(?:$|\n\n)/,
		);
	});

	it('do not come where an old one may have another name now, or the older version is not known', () => {
		const renamed = swapped(['Docs are there', 'Pages are there'], ['| Support |', '| Help |']);
		expect(update(given, renamed, base)).toMatchObject({text: given, added: []});
		expect(update(given, newer, undefined)).toMatchObject({text: given, added: []});
	});

	it('do not come twice where the author has one already', () => {
		const own = given.replace('- [ ] Docs', '- [x] Alerts are set\n- [ ] Docs');
		expect(update(own, newer, base).text.match(/Alerts are set/g)).toHaveLength(1);
	});
});

describe('what the newer version says otherwise', () => {
	const newer = changed(
		['## Summary (required)', '## Summary of all (required)'],
		['Say what it is about.', 'Say what it is about, and for whom.'],
		['- **Likelihood:** Low | High', '- **Likelihood:** Low | Medium | High'],
		['# [Title]\n', '# [Title]\n\nThe form of our house.\n'],
	);

	it('is said so where the words of the older version stand', () => {
		const {text, reworded} = update(written({'document/owner': 'Anna'}), newer, older);
		expect(text).toBe(newer.source.replace('[name]', 'Anna'));
		expect(reworded).toBeGreaterThan(2);
	});

	it('goes around an answer, and brings no guidance back', () => {
		const {text} = update(written({'summary/body': 'All of it.', 'document/title': 'Returns'}), newer, older);
		expect(text).toContain('# Returns\n\nThe form of our house.\n');
		expect(text).toContain('## Summary of all\n\nAll of it.\n');
		expect(text).not.toContain('for whom');
	});

	it('is said so in a finished document as well', () => {
		const answers = {'document/title': 'Returns', 'summary/body': 'All of it.', 'risks/failure': 'The disk'};
		const text = written(answers, true);
		expect(text).toContain('## Summary\n');
		expect(update(text, newer, older).text).toContain('## Summary of all\n\nAll of it.\n');
	});

	it('leaves what the author has worded themselves', () => {
		const text = written({})
			.replace('## Summary (required)', '## Our summary')
			.replace('is about.', 'is about, in short.');
		const {text: after} = update(text, newer, older);
		expect(after).toContain('## Our summary\n\n> Say what it is about, in short.\n');
		expect(after).toContain('Low | Medium | High');
	});

	it('leaves everything where the older version is not known', () => {
		const text = written({'summary/body': 'All of it.'});
		expect(update(text, newer, undefined)).toEqual({text, added: [], reworded: 0, retired: []});
	});

	it('goes around what stands below a heading that has nothing else', () => {
		const bare = readForm('# Plan\n\n## Aim (optional)\n\n## Rest\n\n[What else]\n');
		const next = readForm('# Plan\n\n## Aim of it (optional)\n\n## Rest\n\n[What else]\n');
		const text = '# Plan\n\n## Aim\n\nTo sell.\n\n## Rest\n\n[What else]\n';
		expect(update(text, bare, bare)).toEqual({text, added: [], reworded: 0, retired: []});
		expect(update(text, next, bare)).toMatchObject({text: text.replace('## Aim', '## Aim of it'), retired: []});
	});

	it('renames a label in front of its answer', () => {
		const renamed = changed(['**Owner:**', 'Owner:'], ['- **Failure:**', '- **The failure:**']);
		const text = written({'document/owner': 'Anna'});
		expect(update(text, renamed, older).text).toContain('- Owner: Anna\n');
	});

	it('leaves what the author put in, and the order that they gave it', () => {
		const text = written({'document/owner': 'Anna', 'risks/failure': 'The disk'})
			.replace(/(\n## Summary[^]*?)(\n## Risks[^]*?)(\n## Legacy)/, '$2$1$3')
			.replace('- **Due:**', '- **Mine:** x\n- **Due:**')
			.replace('## Legacy', '## My own\n\nWords of mine.\n\n## Legacy');
		const after = update(text, newer, older).text;
		expect(after.match(/^## .*/gm)).toEqual(['## Risks', '## Summary of all (required)', '## My own', '## Legacy']);
		expect(after).toContain('- **Owner:** Anna\n- **Mine:** x\n- **Due:**');
		expect(after).toContain('## My own\n\nWords of mine.\n\n');
	});
});

describe('what the newer version has no more', () => {
	const newer = changed(
		['- **Due:** YYYY-MM-DD\n', ''],
		['- **Failure:** [what may break]\n', ''],
		['## Legacy\n\n[What about the old one?]\n', ''],
	);

	it('stays where it is answered, and is told', () => {
		const text = written({'document/due': '2026-03-04', 'risks/failure': 'The disk', 'legacy/body': 'It stays.'});
		const {text: after, retired} = update(text, newer, older);
		expect(after).toBe(text);
		expect(retired).toEqual([
			{what: 'section', name: 'Legacy'},
			{what: 'field', name: 'Due'},
			{what: 'field', name: 'Failure', section: 'Risks'},
		]);
	});

	it('stays where the author has said that it does not apply', () => {
		const gone = (text: string): string => text.replace('It stays.', 'N/A — there is none.');
		const text = gone(
			written({'document/due': 'N/A — no hurry', 'legacy/body': 'It stays.', 'risks/failure': 'N/A — none'}),
		);
		const {text: after} = update(text, newer, older);
		expect(after).toContain('- **Due:** N/A — no hurry\n');
		expect(after).toContain('- **Failure:** N/A — none\n');
		expect(after).toContain('## Legacy\n\nN/A — there is none.\n');
	});

	it('goes with a line that nobody filled in; a section stays', () => {
		const {text, retired} = update(written({'document/owner': 'Anna'}), newer, older);
		expect(text).not.toContain('**Due:**');
		expect(text).toContain('## Legacy\n\n[What about the old one?]\n');
		expect(retired).toEqual([{what: 'section', name: 'Legacy'}]);
	});
});

describe('a conflict that nobody has settled', () => {
	it('is found at the beginning of a line', () => {
		expect(conflictMark('# A\n\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> b\n')).toBe(3);
		expect(conflictMark('# A\r\n\r\ny\r\n>>>>>>> b\r\n')).toBe(4);
		expect(conflictMark('# A\n\nTitle\n=======\n\n    <<<<<<< HEAD\n<<<<<<<<\n')).toBeUndefined();
	});
});
