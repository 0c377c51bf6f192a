/** A status that flags or an answers file give brings its dates along, unless these give them too. */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const template = `# [Title]

- **Status:** Draft | In Review | Approved
- **Approved on:** [YYYY-MM-DD]
- **Last updated:** [YYYY-MM-DD]

## Summary

[Two sentences]
`;
const document = `# Returns

- **Status:** Draft
- **Approved on:** [YYYY-MM-DD]
- **Last updated:** 2025-12-24

## Summary

Words.
`;
const day = (date = new Date()): string =>
	[date.getFullYear(), date.getMonth() + 1, date.getDate()].map(part => String(part).padStart(2, '0')).join('-');
const approved = (on: string, updated = on): string =>
	document.replace('Draft', 'Approved').replace('on:** [YYYY-MM-DD]', `on:** ${on}`).replace('2025-12-24', updated);

it('stamps what is not given, and says so', () => {
	const place = makePlace({'t.md': template, 'd.md': document});
	const ran = place.run(['open', 'd.md', '--template', 't.md', '--set', 'document/status=Approved', '--yes']);
	expect(ran.err).toContain("document/approved-on is today's date, as the status changed\n");
	expect(ran.err).toContain("document/last-updated is today's date, as the status changed\n");
	expect(readFileSync(join(place.folder, 'd.md'), 'utf8')).toBe(approved(day()));
});

it('takes the dates that are given, be they the old ones', () => {
	const place = makePlace({'t.md': template, 'd.md': document});
	const answers = {'document/status': 'Approved', 'document/last-updated': '2025-12-24'};
	const ran = place.run(
		['open', 'd.md', '--template', 't.md', '--answers', '-', '--set', 'document/approved-on=', '--yes', '--print'],
		{input: JSON.stringify({answers})},
	);
	expect(ran.err).not.toContain('the status changed');
	expect(ran.out).toBe(document.replace('Draft', 'Approved'));
});

it('changes no date where the status is what it was', () => {
	const place = makePlace({'t.md': template, 'd.md': document});
	const ran = place.run(['open', 'd.md', '--template', 't.md', '--set', 'document/status=Draft', '--yes', '--print']);
	expect(ran.out).toBe(document);
});

it('stamps in a new document, and in one that was begun here', () => {
	const place = makePlace({'t.md': template});
	const given = ['--set', 'document/title=Returns', '--set', 'summary=Words.', '--yes'];
	place.run(['new', 't.md', '--set', 'document/status=Draft', ...given, '--out', 'n.md']);
	const text = (): string => readFileSync(join(place.folder, 'n.md'), 'utf8').replace(/\n<!-- specwright[^]*$/, '');
	expect(text()).toBe(document.replace('2025-12-24', day()));
	place.run(['open', 'n.md', '--set', 'document/status=Approved', '--yes']);
	expect(text()).toBe(approved(day()));
	const printed = place.run(['new', 't.md', '--set', 'document/status=Approved', ...given, '--print']);
	expect(printed.out).toContain(approved(day()));
	expect(printed.err).toContain("document/approved-on is today's date, as the status changed");
});
