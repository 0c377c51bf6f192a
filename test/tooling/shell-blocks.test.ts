/** Every line of shell on the pages does what the page says, one after the other, in a repository that has what they name. */

import {mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {pathToFileURL} from 'node:url';
import {describe, expect, it} from 'vitest';
import {makeRepository} from '../commands/run-program.ts';
import {makeShell, type Shell} from './shell.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const memo = '# [title]\n\n- **Owner:** [name]\n';
const elsewhere = 'https://example.org/team/templates.git';

/** Lines of shell that call the program, those that a backslash parts put together. */
function linesOf(page: string): readonly string[] {
	const blocks = [...read(page).matchAll(/^```sh\n([^]*?)^```/gm)].map(([, lines = '']) => lines);
	return blocks
		.flatMap(block => block.replaceAll(/\\\n\s*/g, '').split('\n'))
		.filter(line => /^specwright /.test(line));
}

function start(): Shell {
	const shell = makeShell({'my-template.md': memo, 'answers.yaml': read('examples/architecture-spec.yaml')});
	const {place} = shell;
	place.write('spec.yaml', read('test/fixtures/answers/technical-specification.yaml'));
	for (const call of [
		['new', 'technical-specification', '--answers', 'spec.yaml', '--yes', '--out', 'docs/spec.md'],
		['new', 'architecture-spec', '--answers', 'answers.yaml', '--yes', '--out', 'docs/returns.md'],
	])
		expect(place.run(call)).toMatchObject({code: 0});
	const handbook = join(place.folder, '../handbook/templates');
	mkdirSync(handbook, {recursive: true});
	writeFileSync(join(handbook, 'memo.md'), memo);
	return shell;
}

describe.skipIf(process.platform === 'win32')('the lines of shell', () => {
	it.each(['README.md', 'docs/templates.md', 'docs/settings.md', 'docs/automation.md'])(
		'of %s',
		page => {
			const team = makeRepository({'docs/letter.md': memo});
			team.git('add', 'docs');
			team.git('commit', '-q', '-m', 'team');
			const {sh} = start();
			const lines = linesOf(page);
			expect(lines).not.toEqual([]);
			const wrong = lines.flatMap(line => {
				// jq need not be installed where the tests run.
				const {code, said} = sh(line.replace(elsewhere, pathToFileURL(team.folder).href).replace(/ \| jq .*/, ''));
				// Where somebody would be asked, the command was understood.
				if (code === 0 || said.includes('there is no terminal to ask on')) return [];
				// What a page says to end with 1 may do so.
				return code === 1 && /exit 1|--check|templates check|^specwright check/.test(line) ? [] : [`${line}\n${said}`];
			});
			expect(wrong).toEqual([]);
		},
		240_000,
	);
});
