/** A journey past what a template brings: one text is kept, of a list an item goes, a block goes whole, the rest is told. */

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {keyFor} from './journeys/bound.ts';
import {folder, keys, open, run} from './terminal.ts';

const template = `# [Name]

## Lamp

**Fuel**: [Oil or gas]

**Nightly steps**:
1. Trim the wick
2. Light the lamp
3. Note the hour

**Spare parts**:
- Wicks
- Matches

**Colour**: white

## Weather

[What the sky looks like]

**Signals**:
- Fog
- Storm
`;

it.each([
	{columns: 80, rows: 24},
	{columns: 120, rows: 40},
])(
	'is kept, changed and removed by keys at $columns×$rows, over two sessions, and written so',
	async size => {
		using home = folder();
		using work = folder();
		const where = {cwd: work.path, home: home.path};
		writeFileSync(join(work.path, 'lamp.md'), template);
		const first = open(['new', 'lamp.md', '--out', 'north.md'], {...where, ...size});
		await first.waitFor('0/3 required');
		first.send('North', keys.tab, 'Oil', keys.tab);
		await first.waitFor('Nightly steps  from the template');
		expect(first.screen().join('\n')).toContain('Alt+K keeps it, Alt+M removes it, Alt+X an item');
		// The cursor stands behind the last line.
		first.send(keys.up, keyFor('row.remove', 'brought-list'));
		await first.waitUntil(() => !first.screen().join('\n').includes('Light the lamp'), 'the item gone');
		first.send(keys.tab);
		await first.waitFor('Spare parts  from the template');
		first.send(keyFor('field.remove'));
		await first.waitFor('Colour  from the template');
		first.send(keyFor('field.keep'));
		await first.waitFor('What the sky looks like');
		first.send(keyFor('view.outline', 'wizard'));
		await first.waitFor('Esc back');
		const rows = first.screen().filter(line => line.includes('to look at'));
		expect(rows.map(row => /\p{L}+(?= +\d+ to look at)/u.exec(row)?.[0])).toEqual(['North', 'Weather']);
		first.send(keys.escape);
		await first.waitFor('Tab next');
		first.send(keyFor('wizard.quit', 'wizard'));
		expect(await first.exit()).toBe(0);

		const again = open(['resume'], {...where, ...size});
		await again.waitFor('2/3 required');
		again.send('Grey.', keyFor('view.review', 'wizard'));
		await again.waitFor('Nothing is missing, 1 to look at');
		await again.waitFor('Signals  not looked at yet');
		again.send(keyFor('document.write'));
		await again.waitFor('File: north.md');
		again.send(keyFor('list.choose', 'prompt'));
		expect(await again.exit()).toBe(0);

		const text = readFileSync(join(work.path, 'north.md'), 'utf8').replace(/\n+<!-- specwright:[^]*$/, '\n');
		expect(text).toBe(
			template
				.replace('[Name]', 'North')
				.replace('[Oil or gas]', 'Oil')
				.replace('2. Light the lamp\n3. Note', '2. Note')
				.replace('**Spare parts**:\n- Wicks\n- Matches\n\n', '')
				.replace('[What the sky looks like]', 'Grey.'),
		);
		expect(run(['answers', 'north.md'], where).stdout).toContain(
			'  lamp/nightly-steps:\n    - Trim the wick\n    - Note the hour\n  lamp/spare-parts:\n    leftOut: true\n',
		);
	},
	60_000,
);
