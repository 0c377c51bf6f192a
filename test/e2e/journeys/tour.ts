/**
 * A tour of the screens on the built program, for their pictures and for what must be seen on them. Everything that
 * differs from run to run is fixed: the clock (see scripts/fixed-clock.ts), the zone, the author.
 */

import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parse, stringify} from 'yaml';
import {environment, folder, open, run, type Terminal} from '../terminal.ts';
import type {Scope} from '../../../source/keymap/index.ts';
import {keyFor} from './bound.ts';
import {goTo} from './session.ts';
import {answersFileOf} from './stops.ts';

export type Size = {readonly columns: number; readonly rows: number};
type Place = {readonly cwd: string; readonly home: string; readonly size: Size};

/** A screen by its name, what is on it, and how one comes there. */
export type Scene = {
	readonly name: string;
	readonly about: string;
	readonly from: 'start' | 'blank' | 'half-way';
	readonly go: (terminal: Terminal) => Promise<void>;
};

const clock = pathToFileURL(join(import.meta.dirname, '../../../scripts/fixed-clock.ts')).href;

function opened(args: readonly string[], {cwd, home, size}: Place, at: string): Terminal {
	const env = {NODE_OPTIONS: `--import=${clock}`, SCREENS_CLOCK: at, TZ: 'UTC'};
	return open(args, {cwd, home, ...size, env});
}

/** A press, and what is seen once it has done what it does. */
const after =
	(shown: string | RegExp, ...pressed: readonly string[]) =>
	async (terminal: Terminal): Promise<void> => {
		terminal.send(...pressed);
		await terminal.waitFor(shown);
	};

/**
 * Back from what lies over the form, by what is seen after each Escape. It goes alone, for what follows at once would be
 * Alt and a key.
 */
const back =
	(scope: Scope, ...seen: readonly (string | RegExp)[]) =>
	async (terminal: Terminal): Promise<void> => {
		for (const shown of [...seen, 'Tab next']) await after(shown, keyFor('view.close', scope))(terminal);
	};

/** One after the other. */
const steps =
	(...each: readonly ((terminal: Terminal) => Promise<void>)[]) =>
	async (terminal: Terminal): Promise<void> => {
		for (const step of each) await step(terminal);
	};

/** The field of that name, with what is typed there and seen then. */
const field =
	(label: string, shown: string | RegExp, ...typed: readonly string[]) =>
	async (terminal: Terminal): Promise<void> => {
		await goTo(terminal, label);
		await after(shown, ...typed)(terminal);
	};

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
];

/** Waits until nothing on the screen is still being made. */
async function settled(terminal: Terminal): Promise<void> {
	await terminal.waitUntil(
		() => !/Drawing the preview|saving…/.test(terminal.text()),
		'the preview to be drawn and the draft to be saved',
	);
}

/** Goes through the scenes that `wanted` names, all where it is not given, and gives each to `take`. */
export async function tour(
	size: Size,
	take: (scene: Scene, terminal: Terminal) => Promise<void>,
	wanted: ReadonlySet<string> = new Set(scenes.map(({name}) => name)),
): Promise<void> {
	for (const from of ['start', 'blank', 'half-way'] as const) {
		const all = scenes.filter(scene => scene.from === from);
		const last = all.findLastIndex(({name}) => wanted.has(name));
		if (last < 0) continue;
		using home = folder();
		using work = folder();
		const terminal = await begin[from]({cwd: work.path, home: home.path, size});
		for (const scene of all.slice(0, last + 1)) {
			await scene.go(terminal);
			await settled(terminal);
			if (wanted.has(scene.name)) await take(scene, terminal);
		}

		terminal.kill('SIGTERM');
		await terminal.exit();
	}
}

const begin: Readonly<Record<Scene['from'], (place: Place) => Promise<Terminal>>> = {
	async start(place) {
		const answers = ['--set', 'document/title=Hold queue'];
		run(['new', 'architecture-spec', ...answers, '--yes', '--out', 'hold-queue.md'], place);
		const earlier = opened(['new', 'feature-architecture'], place, '2026-03-02T06:28:00Z');
		await after(/0\/\d+ required/)(earlier);
		await after(/1\/\d+ required.*saved/, 'Hold expiry')(earlier);
		earlier.send(keyFor('wizard.quit', 'wizard'));
		await earlier.exit();
		return opened([], place, '2026-03-02T09:30:00Z');
	},
	async blank(place) {
		return opened(['new', 'architecture-spec'], place, '2026-03-02T09:30:00Z');
	},
	async 'half-way'(place) {
		const {answers, ...rest} = parse(readFileSync(answersFileOf('technical-specification'), 'utf8')) as {
			readonly answers: Readonly<Record<string, unknown>>;
		};
		const open = ['api-design/endpoint', 'ownership-raci', 'open-questions-future-considerations/open-questions'];
		const given = Object.fromEntries(Object.entries(answers).filter(([id]) => !open.includes(id)));
		writeFileSync(join(place.cwd, 'half.yaml'), stringify({...rest, answers: given}));
		writeFileSync(join(place.cwd, 'hold-expiry.md'), '# Hold expiry\n\nNotes of the first talk.\n');
		const git = (...args: readonly string[]): unknown =>
			execFileSync('git', args, {cwd: place.cwd, env: environment(place.home, {GIT_CONFIG_GLOBAL: '/dev/null'})});
		git('init', '-q', '-b', 'main');
		git('config', 'user.name', 'Ada Byron');
		git('config', 'user.email', 'ada@example.org');
		const args = ['new', 'technical-specification', '--answers', 'half.yaml', '--out', 'hold-expiry.md'];
		const terminal = opened(args, place, '2026-03-02T09:30:00Z');
		await after(/\d+\/\d+ required/)(terminal);
		return terminal;
	},
};
