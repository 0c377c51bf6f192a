/** What speaks to the author beside the text: parts to be taken out, comments and their needs, what a tool computes. */

import {describe, expect, test} from 'vitest';
import {fill, readForm, type Answer} from '../../../source/core/form/index.ts';
import {kindsOf, sectionsOf} from './reading.ts';

const text = (value: string): Answer => ({state: 'answered', value});

describe('a part between two comments that say that it goes', () => {
	const part =
		'<!-- BEGIN Remove before review -->\nTo begin:\n\n1. Copy [this file].\n\n<!-- END Remove before review -->\n\n';
	const source = `# [Name]\n\n${part}- Owner: [who]\n\n## Aim\n\nWhat is it?\n`;

	test('asks for nothing, and goes with its comments', () => {
		const form = readForm(source);
		expect(form.fields.map(({id}) => id)).toEqual(['document/title', 'document/owner', 'aim/body']);
		const answers = new Map([
			['document/title', text('A')],
			['document/owner', text('B')],
			['aim/body', text('C')],
		]);
		expect(fill(form, answers, {finish: true}).source).toBe('# A\n\n- Owner: B\n\n## Aim\n\nC\n');
	});

	test('ends only where its own comment says so', () => {
		const other = source.replace('END Remove before review', 'END Table');
		expect(kindsOf(other).length).toBeGreaterThan(3);
		expect(fill(readForm(other), new Map()).source).toBe(other);
	});
});

describe('how much is needed', () => {
	test('is said inside a scalar of front matter, or beside it', () => {
		const form = readForm(
			'---\nparts: (optional list of parts)\nscope: <scope> # Only required for minutes. Otherwise, remove this field.\nowner: <who>\n---\n',
		);
		expect(form.fields.map(({requirement}) => requirement)).toEqual(['optional', 'conditional', 'required']);
	});

	test('is said of a subsection that may go', () => {
		const form = readForm('# A b c\n\n## Open\n\n<!-- Remove this subsection if there are none. -->\n');
		expect(sectionsOf(form).at(-1)!.requirement).toBe('optional');
	});

	test('is not said by a comment that leads over to what follows', () => {
		const form = readForm(
			'# A b c\n\n## Tests\n\n- [ ] <!-- what is tried -->\n\n<!-- OPTIONAL PARTS (where they are wanted) -->\n\n## Plan\n\nWhat is it?\n',
		);
		expect(sectionsOf(form).map(({requirement}) => requirement)).toEqual(Array(3).fill('unspecified'));
	});
});

test('the number of an issue goes behind a sign that waits for it', () => {
	const form = readForm('# A b c\n\n## Changes\n\n<!-- Say what changed. -->\n\nFixes #\n');
	const field = form.fields.at(-1)!;
	expect([field.label, field.placeholder]).toEqual(['Fixes', '#']);
	expect(fill(form, new Map([[field.id, text('#12')]])).source).toContain('\nFixes #12\n');
});

test('what a tool computes behind a label is not asked for', () => {
	const source = '# A b c\n\n- Owner: [who]\n- Day: <% now("YYYY-MM-DD") %>\n- Place: [where]\n';
	expect(kindsOf(source).slice(1)).toEqual(['document/owner person', 'document/place text']);
});
