/** The screens of which there are pictures: how one comes to each, and what is on it. */

import {keyFor} from './bound.ts';
import {kindScenes} from './kind-scenes.ts';
import {after, back, field, steps} from './presses.ts';
import {lookScenes, troubleScenes} from './rare-scenes.ts';
import type {Scene} from './scene.ts';

const enter = keyFor('newline');
const goOn = keyFor('list.choose', 'prompt');

/** Every screen, in the order of the tour. Those from one place follow each other in one session. */
export const scenes: readonly Scene[] = [
	{
		name: 'home',
		about: 'Home: drafts to go on with, documents nearby.',
		from: 'start',
		go: after(/3 New.*[^]*Esc quit/),
	},
	{
		name: 'picker',
		about: 'The list of templates, and where there is room what each has in it.',
		from: 'start',
		go: after('Choose a template', '3'),
	},
	{name: 'first-run', about: 'The first field, the first time.', from: 'blank', go: after(/0\/\d+ required/)},
	{
		name: 'help',
		about: 'Help: every key, first those that work here.',
		from: 'blank',
		go: after('Esc back', keyFor('view.help', 'wizard')),
	},
	{name: 'text', about: 'A line of text.', from: 'half-way', go: field('One-liner', 'nobody collects')},
	{name: 'prose', about: 'Prose, wrapped between words.', from: 'half-way', go: field('Context', 'Evidence: docs')},
	{
		name: 'choice',
		about: 'A choice of one, with an answer of one’s own.',
		from: 'half-way',
		go: field('Rollout shape', 'Other:'),
	},
	{name: 'several', about: 'A choice of several.', from: 'half-way', go: field('Environments', '[x] prod')},
	{name: 'date', about: 'A date.', from: 'half-way', go: field('Release target', '2026-04-13')},
	{name: 'list', about: 'A list: a line an item.', from: 'half-way', go: field('Non-Goals', 'library networks')},
	{
		name: 'checklist',
		about: 'A checklist of one’s own items.',
		from: 'half-way',
		go: field('6) Acceptance Criteria', 'closed day'),
	},
	{
		name: 'ticks',
		about: 'A checklist whose items the template fixes.',
		from: 'half-way',
		go: field('Tech Spec Quality Gate', '[x]'),
	},
	{
		name: 'table',
		about: 'A table: as a grid, or a row a card where the window is narrow.',
		from: 'half-way',
		go: field('Scope Decision Log', 'Different'),
	},
	{
		name: 'fixed-table',
		about: 'A table whose rows the template fixes.',
		from: 'half-way',
		go: field('Ownership & RACI', 'Engineering'),
	},
	{
		name: 'code',
		about: 'Code: the line on which it is no JSON.',
		from: 'half-way',
		go: field('Request schema', '✗ line 3', '{', enter, '"type": "object",', enter, '}'),
	},
	{name: 'diagram', about: 'A diagram as text.', from: 'half-way', go: field('ER diagram', 'erDiagram')},
	{name: 'block', about: 'A block that may come several times.', from: 'half-way', go: field('Detection', 'of 2')},
	{
		name: 'not-applicable',
		about: 'What does not apply, and why.',
		from: 'half-way',
		go: after('Because: nothing breaks', keyFor('field.not-applicable'), 'nothing breaks'),
	},
	{
		name: 'outline',
		about: 'The outline: every section and how far it is.',
		from: 'half-way',
		go: async terminal => {
			await after('n/a because', goOn)(terminal);
			await after('/ filter', keyFor('view.outline', 'wizard'))(terminal);
		},
	},
	{
		name: 'outline-filter',
		about: 'The outline, down to what was typed.',
		from: 'half-way',
		go: after('Migration Plan', keyFor('list.filter'), 'plan'),
	},
	{
		name: 'palette',
		about: 'Commands, sections and fields by a part of their names.',
		from: 'half-way',
		go: after(/Threats & mit/, keyFor('view.palette'), 'threats'),
	},
	{
		name: 'review',
		about: 'The review: what is missing, each a step away.',
		from: 'half-way',
		go: steps(back('list', 'Find: plan', '/ filter'), after('Enter go there', keyFor('view.review'))),
	},
	{
		name: 'preview',
		about: 'The document as it is now.',
		from: 'half-way',
		go: steps(back('list'), after('PgDn page down', keyFor('view.preview'))),
	},
	{
		name: 'quit',
		about: 'Ctrl+C asks once before it leaves.',
		from: 'half-way',
		go: steps(back('pages'), after(/Quit|Leave/, keyFor('wizard.interrupt'))),
	},
	{
		name: 'write',
		about: 'Writing: where to.',
		from: 'half-way',
		go: steps(back('confirm'), after('File: hold-expiry.md', keyFor('document.write'))),
	},
	{
		name: 'difference',
		about: 'What changes in the file that is there.',
		from: 'half-way',
		go: after('Replace it?', goOn),
	},
	{
		name: 'commit',
		about: 'Whether to commit that one file.',
		from: 'half-way',
		go: after('Commit it?', keyFor('confirm.yes')),
	},
	...kindScenes,
	...lookScenes,
	...troubleScenes,
];
