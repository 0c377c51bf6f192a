/** The prompts that the long document has none of, its boilerplate, and what comes where something is missing. */

import {keyFor} from './bound.ts';
import {after, back, field, steps} from './presses.ts';
import type {Scene} from './scene.ts';

const enter = keyFor('newline');
const goOn = keyFor('list.choose', 'prompt');

/** A short form, filled, written and committed. */
const committing = steps(
	after('Tab next'),
	after('Keys expire', 'Keys expire'),
	after('The old one ends in May.', keyFor('field.next'), 'The old one ends in May.'),
	after('File: keys-expire.md', keyFor('document.write')),
	after('Commit it?', goOn),
	after('Message', keyFor('confirm.yes')),
);
const show = keyFor('list.show', 'outline');

/** The prompts of a small form with every kind, and the empty and the failing states around them. */
export const kindScenes: readonly Scene[] = [
	{
		name: 'person',
		about: 'A person: whom git knows is suggested.',
		from: 'kinds',
		go: field('Owner', 'Ada Byron', 'ad'),
	},
	{name: 'number', about: 'A number with its unit.', from: 'kinds', go: field('Speed', 'rpm', '1200')},
	{
		name: 'link',
		about: 'A link, and that there is nothing where it leads.',
		from: 'kinds',
		go: field('Manual', 'there is no', 'docs/none.md'),
	},
	{name: 'default', about: 'A default that is offered, taken by a key.', from: 'kinds', go: field('Colour', 'green')},
	{
		name: 'steps',
		about: 'Steps: items that can be moved.',
		from: 'kinds',
		go: field('Steps', 'Fill', 'Open', enter, 'Fill'),
	},
	{
		name: 'ids',
		about: 'Items that number themselves.',
		from: 'kinds',
		go: field('Questions', 'Q2', 'Who pays?', enter, 'Who mends?'),
	},
	{
		name: 'typed-table',
		about: 'A table with typed cells: text, number, choice and date.',
		from: 'kinds',
		go: field('Parts', 'Rotor', 'Rotor'),
	},
	{
		name: 'no-editor',
		about: 'The key for the editor where none is set.',
		from: 'kinds',
		go: steps(field('Why', 'Why it is needed'), after('No editor is set', keyFor('field.editor'))),
	},
	{
		name: 'outline-required',
		about: 'The outline, down to required fields.',
		from: 'kinds',
		go: steps(after('/ filter', keyFor('view.outline', 'wizard')), after(/required/i, show)),
	},
	{
		name: 'outline-unfilled',
		about: 'The outline, down to what is not filled in.',
		from: 'kinds',
		go: after(/unfilled/i, show),
	},
	{name: 'outline-failing', about: 'The outline, down to what fails.', from: 'kinds', go: after(/failing/i, show)},
	{
		name: 'nothing-found',
		about: 'A search in the palette that finds nothing.',
		from: 'kinds',
		go: steps(back('list'), after('Nothing has that in its name', keyFor('view.palette'), 'zzzz')),
	},
	{
		name: 'boilerplate',
		about: 'A list that the template brings: kept, changed or removed item by item.',
		from: 'rollout',
		go: field('Data Validation', 'Same number of rows'),
	},
	{
		name: 'undrawn-diagram',
		about: 'A diagram that cannot be drawn: its source, and why.',
		from: 'rollout',
		go: field('Architecture Diagram', /[✗x] line/, 'flowchart LR', enter, 'A --> '),
	},
	{
		name: 'committed',
		about: 'On the normal screen: what was written, the commit, and what to do next.',
		from: 'committed',
		go: steps(committing, after(/Wrote|wrote/, goOn)),
	},
	{
		name: 'hook-refused',
		about: 'A hook refused the commit: its words; the file is written all the same.',
		from: 'refused',
		go: steps(committing, after('Say who has read it.', goOn)),
	},
	{
		name: 'no-template-found',
		about: 'A name in the list of templates that none has.',
		from: 'start',
		go: after(/[Nn]o template|[Nn]othing/, 'zzzz'),
	},
	{
		name: 'broken-front-matter',
		about: 'Front matter that cannot be read: the document is opened as text.',
		from: 'broken-front-matter',
		go: after('Before you begin'),
	},
];
