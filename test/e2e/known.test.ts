/** What is known of the author, the place and the last documents, as a person meets it in a project. */

import {execFileSync} from 'node:child_process';
import {mkdirSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {environment, folder, keys, open, run} from './terminal.ts';

const template = `# [Title]

- **Project:** [text]
- **Reviewers:** [Names]
- **Repository:** [path or URL]
- **Runbook:** [path or URL]
- **Team:** [text]
`;

/** A repository that others worked in too, with a manifest and a document of the same author. */
function project(path: string, home: string): void {
	const git = (...args: readonly string[]) => {
		execFileSync('git', args, {cwd: path, env: environment(home)});
	};

	git('init', '-q');
	for (const name of ['Grace Hopper', 'Zoë Ünal', 'Grace Hopper'])
		git('-c', `user.name=${name}`, '-c', 'user.email=a@example.org', 'commit', '-q', '--allow-empty', '-m', 'work');
	git('remote', 'add', 'origin', 'git@example.org:acme/pay.git');
	mkdirSync(join(path, 'docs'));
	writeFileSync(join(path, 'package.json'), '{"name": "@acme/pay", "version": "1.4.0"}\n');
	writeFileSync(join(path, 'spec.md'), template);
	const old = template.replace('[Title]', 'Returns').replace('**Team:** [text]', '**Team:** Orange');
	writeFileSync(join(path, 'docs/returns.md'), `${old}\n<!-- specwright: spec.md sha256:0123456789ab -->\n`);
}

it('is offered and suggested, and a link to nothing is told in the same words everywhere', async () => {
	using home = folder();
	using work = folder();
	project(work.path, home.path);
	const terminal = open(['new', 'spec.md'], {cwd: work.path, home: home.path});
	await terminal.waitFor('Title  required');
	terminal.send('Holds', keys.tab);
	await terminal.waitFor('takes @acme/pay (from package.json)');
	terminal.send(keys.tab);
	await terminal.waitFor('Reviewers  required');
	terminal.send('Ada Byron, gr');
	await terminal.waitFor(/› Grace Hopper .*takes this name/);
	terminal.send(keys.right);
	await terminal.waitFor('Ada Byron, Grace Hopper');
	terminal.send(keys.tab);
	await terminal.waitFor('takes https://example.org/acme/pay (where git has it from)');
	terminal.send(keys.tab);
	await terminal.waitFor('Runbook  required');
	terminal.send('docs/runbok.md');
	const words = 'there is no “docs/runbok.md” beside this document.';
	await terminal.waitFor(words);
	terminal.send(keys.tab);
	await terminal.waitFor('takes Orange (as in “Returns”)');
	terminal.send(keys.alt('r'));
	await terminal.waitFor(`! Runbook  ${words}`);
	terminal.send(keys.ctrl('s'));
	await terminal.waitFor('File: holds.md');
	terminal.send(keys.enter);
	await terminal.waitFor('Write it without a commit?');
	terminal.send('y');
	await terminal.exit();
	const checked = run(['check', 'holds.md'], {cwd: work.path, home: home.path});
	expect(checked.stdout).toMatch(new RegExp(`warn .*: ${words} +link-target`));
	writeFileSync(join(work.path, 'docs/runbok.md'), '');
	expect(run(['check', 'holds.md'], {cwd: work.path, home: home.path}).stdout).not.toContain('link-target');
});

it('is told where lines are read aloud, and comes in only where the author takes it', () => {
	using home = folder();
	using work = folder();
	project(work.path, home.path);
	const lines = ['Holds', ':take', '', ':take 2', '', ':take', '', 'docs/returns.md', '', ':quit', ''];
	const said = run(['new', 'spec.md', '--plain'], {cwd: work.path, home: home.path, input: lines.join('\n')}).stderr;
	expect(said).toContain('Offered, :take takes it: @acme/pay (from package.json)');
	expect(said).toContain('People (:take and a number adds one): 1 Grace Hopper, 2 Zoë Ünal');
	expect(said).not.toContain('beside this document');
	const drafts = run(['drafts', '--json'], {cwd: work.path, home: home.path}).json() as readonly {id: string}[];
	const answers = run(['drafts', 'export', drafts[0]?.id ?? ''], {cwd: work.path, home: home.path}).stdout;
	expect(answers).toMatch(/project: "?@acme\/pay/);
	expect(answers).toMatch(/reviewers:\s+- Zoë Ünal/);
	expect(answers).not.toContain('Orange');
});

it('names the draft that an answer comes from by its whole heading, as the first screen does', async () => {
	using home = folder();
	using work = folder();
	const where = {cwd: work.path, home: home.path};
	writeFileSync(join(work.path, 'spec.md'), '# Pump [Model]\n\n- **Team:** [text]\n');
	run(['new', 'spec.md', '--plain', '--out', 'first.md'], {...where, input: 'P1\nOrange\n:quit\n'});
	expect(run(['--plain'], {...where, input: '\n'}).stderr).toContain('Resume Pump P1 (');
	const begun = run(['new', 'spec.md', '--plain', '--out', 'second.md'], {...where, input: 'P2\n:quit\n'});
	expect(begun.stderr).toContain('Orange (as in “Pump P1”)');
});
