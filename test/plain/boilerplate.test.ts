/** What a template brings and asks nothing in, one question at a time. */

import {describe, expect, it} from 'vitest';
import {play} from './session.ts';

const template = `# [Name]

## Lamp

**Nightly steps**:
1. Trim the wick
2. Light the lamp
3. Note the hour

**Colour**: white

## Weather

[What the sky looks like]

**Signals**:
- Fog
- Storm
`;

const sky = ['Grey.', '.'];

describe('what a template brings, in lines', () => {
	it('is asked for: Enter keeps it, a number takes a line out, a word removes it all', async () => {
		const {shown, files} = await play({template}, ['North', '', ':drop', ...sky, ':drop 1', '', '', 'north.md']);
		expect(shown).toContain(
			'2 of 5. Nightly steps [a line an item, numbered 1., 2. for you, two spaces before one below it; an empty line ends it; from the template]',
		);
		expect(shown).toContain(
			'The template says (Enter keeps it, :drop N removes line N, :drop removes it, :keep-all keeps all that the template brings):\n    1 Trim the wick\n',
		);
		const text = [...files.values()][0];
		expect(text).toContain('1. Trim the wick\n2. Light the lamp\n3. Note the hour\n');
		expect(text).not.toContain('Colour');
		expect(text).toContain('**Signals**:\n- Storm\n');
		expect(text).not.toContain('Fog');
	});

	it('is kept whole by one word, and then asked for no more', async () => {
		const {shown, files, rest} = await play({template}, ['North', ':keep-all', ...sky, '', 'north.md']);
		expect(rest).toEqual([]);
		expect(shown).toContain('3 texts of the template kept.');
		expect(shown).not.toContain('3 of 5. Colour');
		expect(shown).not.toContain('5 of 5. Signals');
		expect([...files.values()][0]).toBe(
			template.replace('[Name]', 'North').replace('[What the sky looks like]', 'Grey.'),
		);
	});

	it('is told in the review while it was not looked at', async () => {
		const {shown} = await play({template}, [':gaps', ':quit']);
		expect(shown).toContain('2. Lamp › Nightly steps: not looked at yet: keep, change or remove it');
		expect(shown).toContain('5. Weather › Signals: not looked at yet');
	});

	it('says which lines there are to remove', async () => {
		const {shown} = await play({template}, [':drop 1', ':next', ':drop 9', ':quit']);
		expect(shown).toContain('There is no line "1" to remove; there is no list of the template here.');
		expect(shown).toContain('There is no line "9" to remove; the numbers go from 1 to 3.');
	});
});
