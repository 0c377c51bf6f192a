/** Files of the project while evidence is typed line by line: told with numbers, and taken by one. */

import {expect, it} from 'vitest';
import {play} from './session.ts';

const template =
	'# [Name]\n\n> Every paragraph ends with an `Evidence:` line or an `Evidence gap:` line.\n\n## Context\n\n[Where things stand]\n';
const known = {files: ['src/queue.ts', 'src/queue-test.ts', 'docs/readers.md', 'src/main.ts']};

const contextOf = ({state}: Awaited<ReturnType<typeof play>>): unknown => {
	const answer = state.answers.get('context/body');
	return answer?.state === 'answered' ? answer.value : undefined;
};

it('are told once a part of a name stands there, and one comes in by its number', async () => {
	const played = await play({template, known}, ['Keys', 'Queues grow.', 'Evidence: que', ':take 2', '.', ':quit']);
	expect(played.shown).toContain('files: 1 src/queue.ts, 2 src/queue-test.ts; :take and a number puts one there');
	expect(contextOf(played)).toBe('Queues grow.\nEvidence: src/queue-test.ts');
	expect(played.rest).toEqual([]);
});

it('come in behind the ones before, and the answer goes on below', async () => {
	const typed = ['Queues grow.', 'Evidence: src/main.ts; read', ':take 1', '', 'Readers leave.', '.'];
	const played = await play({template, known}, ['Keys', ...typed, ':quit']);
	expect(contextOf(played)).toBe('Queues grow.\nEvidence: src/main.ts; docs/readers.md\n\nReaders leave.');
});

it('are not told where a whole path stands there, nor in other words', async () => {
	const played = await play({template, known}, ['Keys', 'The queue grows.', 'Evidence: src/queue.ts', '.', ':quit']);
	expect(played.shown).not.toContain('files:');
	expect(contextOf(played)).toBe('The queue grows.\nEvidence: src/queue.ts');
});

it('that are not there by that number leave the answer as it is', async () => {
	const played = await play({template, known}, ['Keys', 'Evidence: que', ':take 7', ':quit']);
	expect(played.shown).toContain('There is no');
	expect(contextOf(played)).toBe('Evidence: que');
});
