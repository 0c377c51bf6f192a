/** What stands beside the list of templates. */

import {stripVTControlCharacters} from 'node:util';
import {expect, it} from 'vitest';
import {pane} from '../../source/ui/drawing/frame.ts';
import {outlinePages, templateLines} from '../../source/ui/screens/start-frame.ts';
import {look} from './on-screen.ts';

const entry = {
	name: 'plan',
	title: 'Plan',
	origin: 'bundled',
	sections: 3,
	fields: 2,
	outline: [
		{title: 'Plan', level: 1},
		{title: 'Why', level: 2},
		{title: 'How', level: 2},
	],
};

it('names the template once, and its headings below', () => {
	const rect = {x: 0, y: 0, width: 40, height: 8};
	const shown = stripVTControlCharacters(pane('beside', rect, {lines: templateLines(entry, 40, 8, look)}, look).text);
	expect(shown.match(/Plan/g)).toHaveLength(1);
	expect(shown).toMatch(/Plan *\n[^\n]*3 sections, 2 fields, bundled *\n *\n Why/);
	// Its own name needs no row: what is left fits.
	expect(outlinePages(entry, 40, 5)).toBe(0);
});
