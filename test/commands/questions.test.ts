/** The questions that a document lists, as commands tell them. */

import {expect, it} from 'vitest';
import {makePlace} from './run-program.ts';

const template =
	'# Plan: [name]\n\n## Open questions\n\n| ID | Question | Status | Owner | Due |\n| --- | --- | --- | --- | --- |\n| [Q1] | [Question] | [Open / Blocked / Resolved] | [name] | YYYY-MM-DD |\n';
const document = template
	.replace('[name]', 'Move')
	.replace(
		/^\| \[Q1\].*$/m,
		'| Q1 | Who pays? | Open | Ada | 2026-01-02 |\n| Q2 | Who signs? | Blocked | | |\n| Q3 | Who goes? | Resolved | | |',
	);

it('counts them for a person, lists them for a program, and has a column in the table of a folder', () => {
	const place = makePlace({'plan.tpl.md': template, 'docs/move.md': document, 'docs/other.md': '# Other\n'});
	const args = ['check', 'docs/move.md', '--template', 'plan.tpl.md'];
	expect(place.run(args).out).toContain('  questions: 1 open, 1 blocked, 1 answered, 1 overdue\n');
	const read = (name: string): unknown => {
		const {out} = place.run(['check', name, '--template', 'plan.tpl.md', '--format', 'json']);
		return (JSON.parse(out) as {readonly files: readonly {readonly questions?: unknown}[]}).files[0]!.questions;
	};
	const at = {section: 'open-questions', field: 'open-questions/body', column: 1};
	expect(read('docs/move.md')).toEqual([
		{
			...{question: 'Q1 Who pays?', state: 'open', status: 'Open', owner: 'Ada', due: '2026-01-02'},
			...{isWaiting: true, isOverdue: true, line: 7, ...at},
		},
		{
			...{question: 'Q2 Who signs?', state: 'blocked', status: 'Blocked'},
			...{isWaiting: true, isOverdue: false, line: 8, ...at},
		},
		{
			...{question: 'Q3 Who goes?', state: 'answered', status: 'Resolved'},
			...{isWaiting: false, isOverdue: false, line: 9, ...at},
		},
	]);
	expect(read('docs/other.md')).toBeUndefined();
	// What an earlier run kept says the same.
	expect(read('docs/move.md')).toHaveLength(3);

	const rows = JSON.parse(place.run(['status', 'docs', '--template', 'plan.tpl.md', '--json']).out) as unknown;
	expect(rows).toMatchObject([
		{path: 'move.md', questions: 2},
		{path: 'other.md', questions: 0},
	]);
});
