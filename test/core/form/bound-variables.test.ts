/** A variable's other places in a document that was edited by hand. */

import {describe, expect, it} from 'vitest';
import {bind, fill, readForm} from '../../../source/core/form/index.ts';

const template = readForm(`# {Feature Name} design

## Overview

{Feature Name} is run by [team].

The path of {feature} is /x and its owner [owner].

## Rollout

The flag of {Feature Name} is called [flag].

## Notes (optional)

The notes on {Feature Name} are kept by [keeper].
`);

const title = 'document/title';

function written(text: string, name: string): string {
	const {form} = bind(template, text);
	const field = form.fields.find(({variable}) => variable !== undefined)!;
	expect(field.id).toBe(title);
	return fill(form, new Map([[field.id, {state: 'answered', value: name}]])).source;
}

const edited = `# Search design

Something of my own.

## Overview

Search is run by Ann.

The path of search is /x and its owner Eve.

## 2) Rollout

The flag of Search is called on.
`;

describe('another answer for a variable', () => {
	it('stands at its other places too, in their case', () => {
		expect(written(edited, 'Lookup')).toBe(edited.replaceAll('Search', 'Lookup').replaceAll('search', 'lookup'));
	});

	it('leaves a place alone whose words are the author’s', () => {
		const own = edited.replace('The flag of Search', 'Our new flag');
		expect(written(own, 'Lookup')).toBe(
			own.replace('# Search', '# Lookup').replace('Search is', 'Lookup is').replace('of search', 'of lookup'),
		);
	});

	it('stands where the template’s name of it still does', () => {
		const open = edited.replace('flag of Search', 'flag of {Feature Name}');
		expect(written(open, 'Lookup')).toBe(edited.replaceAll('Search', 'Lookup').replaceAll('search', 'lookup'));
	});

	it('that is no other changes nothing', () => {
		const open = edited.replace('flag of Search', 'flag of {Feature Name}');
		expect(written(open, 'Search')).toBe(open);
		const {form, answers} = bind(template, open);
		expect(fill(form, answers).source).toBe(open);
	});

	it('stands in a section that the document lacked', () => {
		const {form} = bind(template, edited);
		const owner = form.fields.find(({id}) => id.startsWith('notes/keeper'))!;
		const {source} = fill(form, new Map([[owner.id, {state: 'answered', value: 'Eve'}]]));
		expect(source).toContain('The notes on Search are kept by Eve.');
	});
});

describe('another answer for a variable that code samples name', () => {
	const sampled = readForm(
		'# {Feature Name} API\n\nOwner: [name]\n\n## Contract\n\n```yaml\nopenapi: 3.1.0\ntitle: "{Feature Name}"\ntag: {Feature Name}\n```\n',
	);
	const opened =
		'# Search API\n\nMine.\n\nOwner: Ann\n\n## Contract\n\n```yaml\nopenapi: 3.1.0\ntitle: "Search"\ntag: Search\n```\n';
	const renamed = (text: string): string =>
		fill(bind(sampled, text).form, new Map([[title, {state: 'answered', value: 'Lookup'}]])).source;

	it.each([
		['', opened],
		[', with CRLF', opened.replaceAll('\n', '\r\n')],
	])('stands in a sample that is still the template’s%s', (_how, text) => {
		expect(renamed(text)).toBe(text.replaceAll('Search', 'Lookup'));
		const again = bind(sampled, renamed(text));
		expect([...again.answers.keys()]).toEqual([title, 'document/owner']);
	});

	it('leaves a sample alone that is the author’s', () => {
		const own = opened.replace('openapi: 3.1.0', 'openapi: 3.0.0');
		expect(renamed(own)).toBe(own.replace('# Search', '# Lookup'));
	});
});
