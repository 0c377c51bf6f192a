/** What a check found holds for the next one while nothing has changed that it went by, and no longer. */

import {mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {makePlace, type Place} from './run-program.ts';

const template = `# [Name]

## Context

[Why this is written]

## Sources

Runbook: [Link]

## Owner

Lead: [Name]
`;

const document = `# Holds

## Context

Readers wait for titles.

## Sources

Runbook: [runbook](docs/runbook.md)

## Owner

Lead: Ada
`;

/** It has all that a check can tell of a document. */
const largeDocument = readFileSync(
	join(import.meta.dirname, '../fixtures/documents/complete/system-design.md'),
	'utf8',
);

const settings = (rest = ''): string => `templates: [templates]\n${rest}`;

function project(): Place {
	const place = makePlace({
		'.specwright.yaml': settings(),
		'templates/note.md': template,
		'holds.md': `${document}\n<!-- specwright: note -->\n`,
		'docs/runbook.md': '# Runbook\n',
	});
	mkdirSync(join(place.folder, '.git'));
	return place;
}

type Report = {readonly files: ReadonlyArray<{readonly messages: ReadonlyArray<{readonly ruleId: string}>}>};

/** The rules that found something, with these arguments behind. */
function rulesFound(place: Place, ...more: readonly string[]): readonly string[] {
	const {out} = place.run(['check', 'holds.md', '--format', 'json', ...more]);
	return (JSON.parse(out) as Report).files.flatMap(({messages}) => messages.map(({ruleId}) => ruleId));
}

const entries = (place: Place): ReadonlyMap<string, bigint> => {
	const folder = join(place.folder, '../home/.cache/specwright');
	return new Map(readdirSync(folder).map(name => [name, statSync(join(folder, name), {bigint: true}).mtimeNs]));
};

describe('what was found in a document', () => {
	it('is told again to the letter, from what was kept', () => {
		const place = project();
		const first = place.run(['check', 'holds.md']);
		const kept = entries(place);
		expect(kept.size).toBeGreaterThan(0);
		expect(place.run(['check', 'holds.md'])).toEqual(first);
		// Nothing was looked at anew, or it would have been kept anew.
		expect(entries(place)).toEqual(kept);
	});

	it.each(['pretty', 'json', 'sarif', 'github'])(
		'is told again as %s with its questions, its evidence and its gate',
		format => {
			const place = makePlace({'tideline.md': largeDocument});
			const check = () => place.run(['check', 'tideline.md', '--format', format]);
			const first = check();
			const kept = entries(place);
			expect(check()).toEqual(first);
			expect(entries(place)).toEqual(kept);
		},
	);

	it('is looked for anew where the text, a link, the template, the settings or a flag is another', () => {
		const place = project();
		const usual = rulesFound(place);
		expect(usual).not.toContain('link-target');
		rmSync(join(place.folder, 'docs/runbook.md'));
		expect(rulesFound(place)).toEqual([...usual, 'link-target'].sort());
		place.write('docs/runbook.md', '# Runbook\n');
		expect(rulesFound(place)).toEqual(usual);

		place.write('holds.md', `${document.replace('Ada', '')}\n<!-- specwright: note -->\n`);
		expect(rulesFound(place)).toContain('required-answer');
		expect(rulesFound(place, '--rule', 'required-answer=off')).not.toContain('required-answer');
		place.write('.specwright.yaml', settings('rules: {required-answer: off}\n'));
		expect(rulesFound(place)).not.toContain('required-answer');
		place.write('.specwright.yaml', settings());
		expect(rulesFound(place)).toContain('required-answer');

		place.write(
			'templates/note.md',
			template.replace('## Owner\n\nLead: [Name]\n', '## Owner (optional)\n\nLead: [Name]\n'),
		);
		expect(rulesFound(place)).not.toContain('required-answer');
	});

	it('is looked for anew where the template that a flag names is another', () => {
		const place = project();
		const other = join(place.folder, '../other.md');
		place.write('../other.md', template);
		place.write('holds.md', document.replace('Ada', ''));
		expect(rulesFound(place, '--template', other)).toContain('required-answer');
		renameSync(other, `${other}.old`);
		place.write('../other.md', template.replace('## Owner', '## Owner (optional)'));
		expect(rulesFound(place, '--template', other)).not.toContain('required-answer');
	});
});
