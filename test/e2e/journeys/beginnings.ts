/**
 * What is there before a screen of the tour is come to: files, drafts, settings, and the program just opened. Everything
 * that differs from run to run is fixed: the clock and random names (see scripts/fixed-clock.ts and fixed-names.ts), the
 * zone, the author. No folder of the run is on a screen.
 */

import {execFileSync} from 'node:child_process';
import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {parse, stringify} from 'yaml';
import {environment, open, run, type Terminal} from '../terminal.ts';
import {keyFor} from './bound.ts';
import {kinds} from './kinds-form.ts';
import {after} from './presses.ts';
import type {Size} from './scene.ts';
import {answersFileOf} from './stops.ts';

type Place = {readonly cwd: string; readonly home: string; readonly size: Size};

const root = join(import.meta.dirname, '../../..');
const fixed = ['fixed-clock', 'fixed-names'].map(
	name => `--import=${pathToFileURL(join(root, `scripts/${name}.ts`)).href}`,
);
const morning = '2026-03-02T09:30:00Z';

/** What the environment says for a run that shows the same each time, with a clock that begins `at`. */
export function sameEachRun(at = morning): Record<string, string> {
	return {NODE_OPTIONS: fixed.join(' '), SCREENS_CLOCK: at, SCREENS_NAME: 'K7qW2x', TZ: 'UTC'};
}

/** The program in the window of that place, with a clock that begins `at`. */
function opened(
	args: readonly string[],
	{cwd, home, size}: Place,
	{at = morning, env = {}}: {readonly at?: string; readonly env?: Record<string, string>} = {},
): Terminal {
	return open(args, {cwd, home, ...size, env: {...sameEachRun(at), ...env}});
}

const begun = /\d+\/\d+ required/;

/** Makes the folder one of git's, with an author. */
function inGit({cwd, home}: Place): void {
	const git = (...args: readonly string[]): unknown =>
		execFileSync('git', args, {cwd, env: environment(home, {GIT_CONFIG_GLOBAL: '/dev/null'})});
	git('init', '-q', '-b', 'main');
	git('config', 'user.name', 'Ada Byron');
	git('config', 'user.email', 'ada@example.org');
}

/** A text of that name in the folder, opened by a command. */
function withText(command: 'new' | 'open', name: string, text: string, place: Place): Terminal {
	writeFileSync(join(place.cwd, name), text);
	inGit(place);
	// With its days a commit has the same name each time.
	const day = '2026-03-02T09:31:00Z';
	return opened([command, name], place, {env: {GIT_AUTHOR_DATE: day, GIT_COMMITTER_DATE: day}});
}

const short = '# [Title]\n\n## Why\n\n[Why now]\n';

/** A long document that is filled but for a few answers, in a folder of git's, where a file of its name is already. */
async function halfWay(
	place: Place,
	{flags = [], env = {}}: {readonly flags?: readonly string[]; readonly env?: Record<string, string>} = {},
): Promise<Terminal> {
	const {answers, ...rest} = parse(readFileSync(answersFileOf('technical-specification'), 'utf8')) as {
		readonly answers: Readonly<Record<string, unknown>>;
	};
	const open = ['api-design/endpoint', 'ownership-raci', 'open-questions-future-considerations/open-questions'];
	const given = Object.fromEntries(Object.entries(answers).filter(([id]) => !open.includes(id)));
	writeFileSync(join(place.cwd, 'half.yaml'), stringify({...rest, answers: given}));
	writeFileSync(join(place.cwd, 'hold-expiry.md'), '# Hold expiry\n\nNotes of the first talk.\n');
	inGit(place);
	const args = ['new', 'technical-specification', '--answers', 'half.yaml', '--out', 'hold-expiry.md'];
	const terminal = opened([...args, ...flags], place, {env});
	await after(begun)(terminal);
	return terminal;
}

/** The same with a theme of the settings. */
async function themed(theme: string, place: Place): Promise<Terminal> {
	const settings = join(place.home, '.config/specwright');
	mkdirSync(settings, {recursive: true});
	writeFileSync(join(settings, 'config.json'), JSON.stringify({theme}));
	return halfWay(place);
}

/** A finished document, opened here and then changed on disk. */
async function changedOnDisk(place: Place, before: string, after: string): Promise<Terminal> {
	const example = join(root, 'examples/architecture-spec.yaml');
	run(['new', '--answers', example, '--yes', '--out', 'returns.md'], place);
	const terminal = opened(['open', 'returns.md'], place);
	await terminal.waitFor('100%');
	const path = join(place.cwd, 'returns.md');
	writeFileSync(path, readFileSync(path, 'utf8').replace(before, after));
	return terminal;
}

const ways = {
	async start(place: Place) {
		const answers = ['--set', 'document/title=Hold queue'];
		run(['new', 'architecture-spec', ...answers, '--yes', '--out', 'hold-queue.md'], place);
		const earlier = opened(['new', 'feature-architecture'], place, {at: '2026-03-02T06:28:00Z'});
		await after(/0\/\d+ required/)(earlier);
		await after(/1\/\d+ required.*saved/, 'Hold expiry')(earlier);
		earlier.send(keyFor('wizard.quit', 'wizard'));
		await earlier.exit();
		return opened([], place);
	},
	blank: async (place: Place) => opened(['new', 'architecture-spec'], place),
	'half-way': async (place: Place) => halfWay(place),
	nothing: async (place: Place) => opened([], place),
	'without-colour': async (place: Place) => halfWay(place, {env: {NO_COLOR: '1'}}),
	ascii: async (place: Place) => halfWay(place, {flags: ['--ascii']}),
	'high-contrast': async (place: Place) => themed('high-contrast', place),
	mono: async (place: Place) => themed('mono', place),
	// Where the folder for drafts cannot be made, under a path that is the same everywhere.
	unsaved: async (place: Place) => opened(['new', 'architecture-spec'], place, {env: {XDG_STATE_HOME: '/dev/null'}}),
	conflict: async (place: Place) => changedOnDisk(place, 'DRI: Ines Okafor', 'DRI: Mara Lindqvist'),
	'same-line': async (place: Place) => changedOnDisk(place, '# Returns within a minute', '# Returns within an hour'),
	kinds: async (place: Place) => withText('new', 'pump.md', kinds, place),
	rollout: async (place: Place) => opened(['new', 'feature-architecture'], place),
	committed: async (place: Place) => withText('new', 'note.md', short, place),
	async refused(place: Place) {
		const terminal = withText('new', 'note.md', short, place);
		const hook = '#!/bin/sh\necho "Say who has read it." >&2\nexit 1\n';
		writeFileSync(join(place.cwd, '.git/hooks/pre-commit'), hook, {mode: 0o755});
		return terminal;
	},
	'broken-front-matter': async (place: Place) =>
		withText('open', 'note.md', '---\ntitle: [a\n---\n\n# Note\n\n- Owner: Ada\n', place),
	// A folder for temporary files that is the same in each run, seen from where the program is.
	async demo(place: Place) {
		mkdirSync(join(place.cwd, 'scratch'));
		return opened(['demo'], place, {env: {TMPDIR: 'scratch'}});
	},
} as const;

export type Beginning = keyof typeof ways;

/** Every beginning, in the order of the tour. */
export const beginnings = Object.keys(ways) as readonly Beginning[];

/** Makes what is there at the beginning, in a folder and a home that are empty, and opens the program. */
export async function begin(from: Beginning, place: Place): Promise<Terminal> {
	return ways[from](place);
}
