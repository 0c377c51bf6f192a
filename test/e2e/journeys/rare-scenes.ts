/** The screens as settings, flags and environment want them, and those that come only when something is missing or wrong. */

import type {Beginning} from './beginnings.ts';
import {keyFor} from './bound.ts';
import {after, field, steps} from './presses.ts';
import type {Scene} from './scene.ts';

const enter = keyFor('newline');
const goOn = keyFor('list.choose', 'prompt');
const write = keyFor('document.write');

/** One look on the screens that have most of it: an answer that fails, and the outline that says where. */
const look = (from: Beginning, words: string): readonly Scene[] => [
	{
		name: `${from}-field`,
		about: `${words}: an answer that is no JSON.`,
		from,
		go: field('Request schema', /[✗x] line 3/, '{', enter, '"type": "object",', enter, '}'),
	},
	{
		name: `${from}-choice`,
		about: `${words}: a choice of one.`,
		from,
		go: field('Rollout shape', 'Other:'),
	},
	{
		name: `${from}-outline`,
		about: `${words}: the outline.`,
		from,
		go: after('/ filter', keyFor('view.outline', 'wizard')),
	},
];

/** The form as settings, flags and environment want it to look. */
export const lookScenes: readonly Scene[] = [
	...look('without-colour', 'With `NO_COLOR`'),
	...look('ascii', 'With `--ascii`'),
	...look('high-contrast', 'In the theme `high-contrast`'),
	...look('mono', 'In the theme `mono`'),
];

/** What comes only where something is missing or wrong, or where one first looks around. */
export const troubleScenes: readonly Scene[] = [
	{
		name: 'nothing-yet',
		about: 'The first screen where there is neither draft nor document.',
		from: 'nothing',
		go: after('Esc quit'),
	},
	{
		name: 'demo',
		about: 'The demo: a finished document to play with.',
		from: 'demo',
		go: after(/100% [^]*An example to play with/),
	},
	{
		name: 'unsaved',
		about: 'What is typed can not be saved: why, and how to try again.',
		from: 'unsaved',
		go: steps(after('Tab next'), after(/Hold queue[^]*NOT SAVED[^]*Alt\+T/, 'Hold queue')),
	},
	{
		name: 'unsaved-quit',
		about: 'Leaving with something that is not saved.',
		from: 'unsaved',
		go: after(/Quit/, keyFor('wizard.interrupt')),
	},
	{
		name: 'conflict',
		about: 'The document was changed on disk meanwhile: mine, theirs or both.',
		from: 'conflict',
		go: steps(
			field('Backward compatibility', 'is asked to wait.', ' Nobody is asked to wait.'),
			after('File: returns.md', write),
			after(/changed on disk[^]*both: bring them together/, goOn),
		),
	},
	{
		name: 'conflict-both',
		about: 'Both brought together, shown before it is written.',
		from: 'conflict',
		go: after('Replace it?', keyFor('conflict.both')),
	},
	{
		name: 'conflict-mine',
		about: 'Mine in place of the file, shown before it is written.',
		from: 'conflict',
		go: steps(after('changed on disk', keyFor('confirm.no')), after('Replace it?', keyFor('conflict.mine'))),
	},
	{
		name: 'conflict-theirs',
		about: 'The file left as it is on disk.',
		from: 'conflict',
		go: steps(
			after('changed on disk', keyFor('confirm.no')),
			after('stays as it is on disk', keyFor('conflict.theirs')),
		),
	},
	{
		name: 'conflict-same-line',
		about: 'A line that both changed: it can not be brought together.',
		from: 'same-line',
		go: steps(
			field('Title', 'minute or two', ' or two'),
			after('File: returns.md', write),
			after('can not be brought together', goOn),
		),
	},
	{
		name: 'small-window',
		about: 'A window too small for the form.',
		from: 'blank',
		sizes: [{columns: 58, rows: 15}],
		go: after('too small for the form'),
	},
	{
		name: 'smallest-window',
		about: 'A window too small for the notice.',
		from: 'blank',
		sizes: [{columns: 38, rows: 9}],
		go: after('too small'),
	},
];
