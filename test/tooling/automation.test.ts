import {chmodSync, mkdirSync, readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {describe, expect, it} from 'vitest';
import {parse} from 'yaml';
import {makeShell} from './shell.ts';

const page = readFileSync(join(import.meta.dirname, '../../docs/automation.md'), 'utf8');

/** The code under that mark in the page, as somebody would copy it. */
function fence(mark: string): string {
	return new RegExp(`<!-- ${mark} -->\\n\\n\`\`\`\\w+\\n([^]*?)\`\`\``).exec(page)?.[1] ?? '';
}

const wrong = '# Plan\n\n- **Due:** 2026-02-30\n';
const unfinished = '# Plan\n\n- **Owner:** [name]\n';

describe.skipIf(process.platform === 'win32')('the hook', () => {
	it('refuses a commit with an error, takes unfinished documents, and looks at nothing else', () => {
		const {place, sh} = makeShell();
		const hook = join(place.folder, '.git/hooks/pre-commit');
		mkdirSync(join(place.folder, '.git/hooks'), {recursive: true});
		writeFileSync(hook, fence('hook'));
		chmodSync(hook, 0o755);

		place.write('notes.md', wrong);
		place.write('docs/text.txt', 'x');
		expect(sh('git add notes.md docs && git commit -qm notes')).toMatchObject({code: 0, said: ''});
		place.write('docs/half.md', unfinished);
		expect(sh('git add docs && git commit -qm half').code).toBe(0);
		place.write('docs/- it\'s\n"two" lines $(touch x).md', wrong);
		const refused = sh('git add docs && git commit -qm wrong');
		expect(refused.code).not.toBe(0);
		expect(refused.said).toContain('date-format');
		expect(sh('git log --format=%s && ls x').said).toMatch(/^half\nnotes\nfirst\nls:/);
		expect(sh('git commit -qm wrong --no-verify').code).toBe(0);
	});
});

describe('the workflow', () => {
	type Step = {readonly run?: string; readonly uses?: string; readonly with?: Readonly<Record<string, unknown>>};
	const workflow = parse(fence('workflow')) as {
		readonly on: Readonly<Record<string, unknown>>;
		readonly permissions: Readonly<Record<string, string>>;
		readonly jobs: {readonly check: {readonly steps: readonly Step[]}};
	};
	const {steps} = workflow.jobs.check;
	const runs = steps.flatMap(({run}) => (run?.startsWith('specwright') ? [run] : []));

	it('is YAML of a workflow that may upload what it wrote', () => {
		expect(Object.keys(workflow.on)).toEqual(['pull_request', 'push']);
		expect(workflow.permissions['security-events']).toBe('write');
		expect(steps.find(({uses}) => uses?.startsWith('github/codeql-action/'))?.with).toEqual({
			sarif_file: 'specwright.sarif',
		});
		expect(runs).toHaveLength(2);
	});

	it.skipIf(process.platform === 'win32')('fails by what was found, and has the file to upload all the same', () => {
		const {place, sh} = makeShell();
		place.write('docs/plan.md', wrong);
		const [github, sarif] = runs.map(run => sh(run));
		expect(github?.code).toBe(1);
		expect(github?.said).toMatch(/^::error file=docs\/plan\.md,line=3,/m);
		expect(sarif).toEqual({code: 0, said: ''});
		const log = JSON.parse(readFileSync(join(place.folder, 'specwright.sarif'), 'utf8')) as {readonly version: string};
		expect(log.version).toBe('2.1.0');
		// A run that could not do its work is none that found nothing.
		expect(sh(runs[1]!.replace('docs', 'dcos')).code).not.toBe(0);
	});
});
