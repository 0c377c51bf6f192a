/**
 * The largest template from blank to complete, by keys alone and by lines alone. What is typed comes from the answers
 * file that fills it without a terminal, and the outcome must be the same.
 */

import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {folder, open, run, type Terminal} from '../terminal.ts';
import {keyFor} from './bound.ts';
import {linesFor} from './reader.ts';
import {answersFileOf, stopsOf} from './stops.ts';
import {keysFor} from './typist.ts';

const name = 'technical-specification';
const stops = stopsOf(name);

type Where = {readonly cwd: string; readonly home: string};

function expectComplete(file: string, where: Where): void {
	const checked = run(['check', file, '--min', '100', '--format', 'json'], where);
	expect(checked.json()).toMatchObject({
		files: [{completeness: {required: {percent: 100}}}],
		// The files that the answers link to are not there, of which it warns.
		summary: {errors: 0},
	});
	expect(checked.code).toBe(0);
}

/** Says in the outline why the section in hand does not apply, and comes back to the field. */
async function notApplicable(terminal: Terminal, reason: string): Promise<void> {
	terminal.send(keyFor('view.outline', 'wizard'));
	await terminal.waitFor('Esc back');
	terminal.send(keyFor('section.not-applicable'), reason);
	await terminal.waitFor(`Because: ${reason}`);
	terminal.send(keyFor('list.choose', 'prompt'));
	await terminal.waitFor(`n/a because ${reason}`);
	terminal.send(keyFor('view.close', 'list'));
	await terminal.waitFor('Tab next');
}

it('has what makes the journeys worth their time', () => {
	const added = stops.filter(({isAdded}) => isAdded).map(({field}) => field.id);
	expect(added).toEqual(
		expect.arrayContaining([
			'decision-log-adrs/decision[2]',
			'component-design/component[2]/name',
			'component-design/component/failure-modes-recovery/failure[2]',
		]),
	);
	const answered = stops.filter(({answer}) => answer?.state === 'answered');
	expect(answered.filter(({field}) => field.fixedRows).map(({field}) => field.section)).toContain('ownership-raci');
	expect(
		answered.some(
			({field, answer}) =>
				field.open &&
				answer?.state === 'answered' &&
				typeof answer.value === 'string' &&
				!field.options.includes(answer.value),
		),
	).toBe(true);
});

it('is filled to 100 % by keys alone, blocks inside blocks with it', async () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	expect(run(['new', name, '--answers', answersFileOf(name), '--yes', '--out', 'given.md'], where).code).toBe(0);

	const terminal = open(['new', name, '--out', 'typed.md'], {...where, columns: 120, rows: 40});
	await terminal.waitFor(/0\/\d+ required/);
	const passed = new Set<string>();
	for (const [at, {field, isAdded, answer}] of stops.entries()) {
		if (passed.has(field.section)) continue;
		if (at > 0) terminal.send(keyFor(isAdded ? 'instance.add' : 'field.next'));
		await terminal.waitUntil(() => terminal.screen()[1]?.includes(field.label) === true, `the field ${field.id}`);
		if (answer?.state === 'answered') terminal.send(...keysFor(field, answer.value));
		if (answer?.state === 'not-applicable') {
			await notApplicable(terminal, answer.reason);
			passed.add(field.section);
		}
	}

	terminal.send(keyFor('field.next'));
	await terminal.waitFor('100%');
	terminal.send(keyFor('document.write'));
	await terminal.waitFor('File: typed.md');
	terminal.send(keyFor('list.choose', 'prompt'));
	expect(await terminal.exit()).toBe(0);

	const text = (file: string): string => readFileSync(join(work.path, file), 'utf8');
	expect(text('typed.md')).toBe(text('given.md'));
	expectComplete('typed.md', where);
});

it('is filled to 100 % by lines piped in, from blank to the written file', () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	const lines = stops.flatMap(({field, isAdded, answer}) => [
		// The block before is finished and the next question asked: back into it, and another one behind it.
		...(isAdded ? [':back', ':add'] : []),
		...linesFor(field, answer),
	]);
	const ran = run(['new', name, '--plain', '--out', 'said.md'], {
		...where,
		input: [...lines, '', ''].join('\n') + '\n',
	});
	expect(ran.stderr).toContain('Wrote said.md');
	expect([ran.code, ran.stdout]).toEqual([0, '']);
	expectComplete('said.md', where);

	run(['new', name, '--answers', answersFileOf(name), '--yes', '--out', 'given.md'], where);
	expect(answersIn('said.md', where)).toEqual(answersIn('given.md', where));
});

/** What a document answers, without what does not apply in it: by lines that is said of each field, not of a section. */
function answersIn(file: string, where: Where): Readonly<Record<string, unknown>> {
	type Inspected = {
		readonly sections: readonly Inspected[];
		readonly fields?: readonly {readonly id: string; readonly state: string; readonly value?: unknown}[];
	};
	const walk = ({sections, fields = []}: Inspected): readonly (readonly [string, unknown])[] => [
		...fields.filter(({state}) => state === 'answered').map(({id, value}) => [id, value] as const),
		...sections.flatMap(walk),
	];
	return Object.fromEntries(walk(run(['inspect', file, '--json'], where).json() as Inspected));
}
