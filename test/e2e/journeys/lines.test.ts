/**
 * A journey for each kind of field where one question is asked at a time: in Inquirer's prompts, read aloud, and piped in.
 * Each ends in the bytes that the same answers give without a terminal.
 */

import {execFileSync} from 'node:child_process';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {stringify} from 'yaml';
import {environment, folder, run} from '../terminal.ts';
import {modes, type Mode, type Turn} from './asked.ts';
import {kinds} from './kinds-form.ts';

const kindsAnswers = {
	'document/title': 'P1',
	'facts/owner': 'Ada Byron',
	'facts/reviewers': ['Grace Hopper', 'Edsger Dijkstra'],
	'facts/status': 'In Review',
	'facts/environments': ['dev', 'prod'],
	'facts/rollout': 'pump by pump',
	'facts/due': '2027-03-01',
	'facts/speed': '1200',
	'facts/manual': 'https://example.org/pump',
	'facts/colour': 'green',
	'facts/smell': {notApplicable: 'it has no nose'},
	'why/body': 'It pumps | a lot.\n\nTwice.',
	'steps/body': [{text: 'Fill', items: ['slowly']}, 'Seal'],
	'questions/body': ['Who pays?', 'Who mends?'],
	'done-when/body': [
		{text: 'It runs', done: true},
		{text: 'It is dry', done: false},
	],
	'gate/body': {'drawings-are-signed': true, 'parts-are-ordered': false, 'budget-is-granted': true},
	'settings/json': '{\n  "speed": 2\n}',
	'parts/body': [
		{part: 'Valve', maker: 'Ada', weight: '2 kg', load: 'High', checked: '2027-01-02'},
		{part: 'Seal', maker: '', weight: '', load: 'Low', checked: ''},
	],
	'duties/body': {run: {who: 'Ada Byron'}, mend: {who: 'Grace Hopper'}},
};

const kindsTurns: readonly Turn[] = [
	{ask: 'Model', say: 'P1', told: '1 of 20 required'},
	{ask: 'Owner', say: 'Ada Byron'},
	{ask: 'Reviewers', say: 'Grace Hopper, Edsger Dijkstra'},
	{ask: 'Status', choose: 2, inHand: 'In Review'},
	{ask: 'Environments', pick: [1, 3]},
	{ask: 'Rollout', say: 'pump by pump', inHand: 'your own words: pump by pump'},
	{ask: 'Due', say: '2027-03-01'},
	// What is no number is told, and holds nobody back.
	{ask: 'Speed', say: 'fast', told: '! Speed: “fast” is no number'},
	{ask: 'Manual', say: ':back', told: 'fast'},
	{ask: 'Speed', say: '1200'},
	{ask: 'Manual', say: 'https://example.org/pump', told: 'Enter takes: green'},
	{ask: 'Colour', say: ''},
	{ask: 'Weight', say: ':defer'},
	{ask: 'Smell', say: ':na it has no nose'},
	{ask: '...', say: 'It pumps | a lot.'},
	{ask: '...', say: ''},
	{ask: '...', say: 'Twice.'},
	{ask: '...', say: '.'},
	{ask: '-', say: 'Fill'},
	{ask: '-', say: '  slowly'},
	{ask: '-', say: 'Seal'},
	{ask: '-', say: ''},
	{ask: 'Q1', say: 'Who pays?'},
	{ask: 'Q2', say: 'Who mends?'},
	{ask: 'Q3', say: ''},
	{ask: '[ ]', say: '[x] It runs'},
	{ask: '[ ]', say: 'It is dry'},
	{ask: '[ ]', say: ''},
	{ask: 'Which are done?', pick: [1, 3]},
	{ask: '...', say: '{'},
	{ask: '...', say: '  "speed": 2,'},
	{ask: '...', say: '}'},
	{ask: '...', say: '.', told: '! Settings: line 3'},
	{ask: 'Row 1, Part', say: ':back'},
	{ask: '...', say: '{'},
	{ask: '...', say: '  "speed": 2'},
	{ask: '...', say: '}'},
	{ask: '...', say: '.'},
	{ask: 'Row 1, Part', say: 'Valve'},
	{ask: 'Row 1, Maker', say: 'Ada'},
	{ask: 'Row 1, Weight', say: '2 kg'},
	{ask: 'Row 1, Load', choose: 2, inHand: 'High'},
	{ask: 'Row 1, Checked', say: '2027-01-02'},
	{ask: 'Row 2, Part', say: 'Seal'},
	{ask: 'Row 2, Maker', say: ''},
	{ask: 'Row 2, Weight', say: ''},
	{ask: 'Row 2, Load', choose: 1, inHand: 'Low'},
	{ask: 'Row 2, Checked', say: ''},
	{ask: 'Row 3, Part', say: ''},
	{ask: 'Run, Who', say: 'Ada Byron'},
	{ask: 'Mend, Who', say: 'Grace Hopper', told: '11. Facts › Weight: required, put off until later'},
	{ask: 'A number goes there', say: ''},
	{ask: 'Write to', say: ''},
];

const blocks = `# Pump [Model]

## Fault: [Name]

- Sign: <sign>
- Cure: <cure>

## End

- Closing words: [words]
`;

const blocksAnswers = {
	'document/title': 'P2',
	fault: [
		{name: 'Leak', sign: 'puddle', cure: 'tape'},
		{name: 'Noise', sign: 'hum', cure: 'oil'},
	],
	'end/closing-words': 'That is all.',
};

const blocksTurns: readonly Turn[] = [
	{ask: 'Model', say: 'P1'},
	{ask: 'Fault name', say: 'Noise'},
	{ask: 'Sign', say: 'hum'},
	{ask: 'Cure', say: 'oil'},
	{ask: 'Closing words', say: ':back', told: 'Fault 1 of 1'},
	{ask: 'Cure', say: ':add', told: 'Fault 2 of 2'},
	{ask: 'Fault name', say: 'Leak'},
	{ask: 'Sign', say: 'puddle'},
	{ask: 'Cure', say: 'tape'},
	{ask: 'Closing words', say: ':back'},
	{ask: 'Cure', say: ':up', told: 'Fault 1 of 2'},
	{ask: 'Cure', say: ':down', told: 'Fault 2 of 2'},
	{ask: 'Cure', say: ':up', told: 'Fault 1 of 2'},
	{ask: 'Cure', say: ':duplicate', told: 'Fault 2 of 3'},
	{ask: 'Cure', say: ':remove', told: 'Fault 2 of 3 was removed, with its answers. :undo brings it back.'},
	{ask: 'Cure', say: ':undo', told: 'Fault 2 of 3'},
	{ask: 'Cure', say: ':redo', told: 'Fault 2 of 2'},
	{ask: 'Cure', say: ':gaps', told: '8. End › Closing words: required and not answered'},
	{ask: 'Cure', say: ':preview', told: '## Fault: Leak - Sign: puddle - Cure: tape ## Fault: Noise'},
	{ask: 'Cure', say: ':goto 99', told: 'There is no question "99"; the numbers go from 1 to 8.'},
	{ask: 'Cure', say: ':goto 1', told: '1 of 8. Model'},
	{ask: 'Model', say: 'P2'},
	{ask: 'Fault name', say: ':undo', told: 'P1'},
	{ask: 'Model', say: ':redo', told: 'P2'},
	{ask: 'Model', say: ':clear'},
	{ask: 'Model', say: ':undo', told: 'P2'},
	{ask: 'Model', say: ':nonsense', told: 'There is no ":nonsense".'},
	{ask: 'Model', say: ':goto 8'},
	{ask: 'Closing words', say: 'That is all.', told: '100% complete'},
	{ask: 'Enter writes the document', say: ''},
	{ask: 'Write to', say: ''},
];

/** What the replies come to in `mode`, and what the answers do without anybody to ask. */
async function both(mode: Mode, template: string, turns: readonly Turn[], answers: unknown) {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	writeFileSync(join(work.path, 'form.md'), template);
	writeFileSync(join(work.path, 'answers.yaml'), stringify({answers}));
	const given = run(['new', 'form.md', '--answers', 'answers.yaml', '--yes', '--out', 'given.md'], where);
	expect([given.code, given.stderr]).toEqual([expect.any(Number), expect.stringContaining('wrote given.md')]);
	const talk = mode.hold(['new', 'form.md', '--out', 'said.md'], where);
	await talk.go(turns);
	expect(await talk.end()).toBe(0);
	return [readFileSync(join(work.path, 'said.md'), 'utf8'), readFileSync(join(work.path, 'given.md'), 'utf8')] as const;
}

it.each(modes.filter(({name}) => name !== 'piped in'))('$name, an answer is changed in the editor', async mode => {
	using home = folder();
	using work = folder();
	writeFileSync(join(work.path, 'form.md'), blocks);
	writeFileSync(join(work.path, 'edit.sh'), 'echo oil and patience > "$1"\n');
	const where = {cwd: work.path, home: home.path, env: {EDITOR: 'sh edit.sh'}};
	const talk = mode.hold(['new', 'form.md', '--out', 'said.md'], where);
	await talk.go([
		{ask: 'Model', say: ':goto 4'},
		{ask: 'Cure', say: ':edit', told: 'Now (Enter keeps it): oil and patience'},
		{ask: 'Cure', say: ':write'},
		{ask: 'Write to', say: ''},
	]);
	expect(await talk.end()).toBe(0);
	expect(readFileSync(join(work.path, 'said.md'), 'utf8')).toContain('- Cure: oil and patience\n');
});

it.each(modes)('$name, a person is taken by number and an optional section left out', async mode => {
	using home = folder();
	using work = folder();
	const git = (...args: readonly string[]) => execFileSync('git', args, {cwd: work.path, env: environment(home.path)});
	git('init', '-q');
	for (const name of ['Grace Hopper', 'Zoë Ünal', 'Grace Hopper'])
		git('-c', `user.name=${name}`, '-c', 'user.email=a@example.org', 'commit', '-q', '--allow-empty', '-m', 'work');
	const source =
		'# Pump [Model]\n\n- Owner: <name>\n\n## Extras (optional)\n\n- Extra: <extra>\n\n## End\n\n- Words: [words]\n';
	writeFileSync(join(work.path, 'form.md'), source);
	const talk = mode.hold(['new', 'form.md', '--out', 'said.md'], {cwd: work.path, home: home.path});
	await talk.go([
		{ask: 'Model', say: 'P3'},
		{ask: 'Owner', say: ':take 9', told: 'There is no person "9" to take'},
		{ask: 'Owner', say: ':take 2', told: 'Zoë Ünal'},
		{ask: 'Owner', say: ''},
		{ask: 'Extra', say: ':leave-out'},
		{ask: 'Words', say: 'Done.'},
		{ask: 'Enter writes the document', say: ''},
		{ask: 'Write to', say: ''},
		{ask: 'Write it without a commit?', say: ''},
	]);
	expect(await talk.end()).toBe(0);
	const said = readFileSync(join(work.path, 'said.md'), 'utf8');
	expect(said).toMatch(/^# Pump P3\n\n- Owner: Zoë Ünal\n\n## End\n\n- Words: Done\.\n/);
});

describe.each(modes)('$name', mode => {
	it('each kind of field is answered, put off or said not to apply', async () => {
		const [said, given] = await both(mode, kinds, kindsTurns, kindsAnswers);
		expect(said).toBe(given);
	});

	it('blocks are added, moved, copied and removed, and every command does what it says', async () => {
		const [said, given] = await both(mode, blocks, blocksTurns, blocksAnswers);
		expect(said).toBe(given);
	});
});
