/** Many documents are checked on several processors, and what is told is what one processor would tell, in its order. */

import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {expect, it} from 'vitest';
import {checkAll} from '../../source/commands/check-all.ts';
import type {One} from '../../source/commands/check-one.ts';
import type {Context} from '../../source/commands/context.ts';
import {temporaryFolder} from '../adapters/temporary.ts';

const root = join(import.meta.dirname, '../..');
const whole = readFileSync(join(root, 'test/fixtures/documents/complete/architecture-spec.md'), 'utf8');

/** A folder with two dozen documents, some of them odd. */
function documents(): {readonly folder: string; readonly paths: readonly string[]} {
	const folder = temporaryFolder();
	const paths = Array.from({length: 24}, (_, at) => `${at}.md`);
	for (const [at, path] of paths.entries()) {
		const text =
			at === 5
				? ''
				: at === 7
					? `${whole.replace(/<!-- specwright:.*\n$/, '')}\n<!-- specwright: architecture-spec sha256:000000000000 -->\n`
					: at === 11
						? '# Alone\n\n<!-- specwright: nowhere -->\n'
						: whole
								.replace(/^# .*/m, title => `${title} ${at}`)
								.replace(/^(## .*)$/m, at % 3 === 0 ? '$1\n\nTBD' : '$1');
		writeFileSync(join(folder, path), text);
	}

	return {folder, paths: [...paths, 'missing.md']};
}

const usual = {severities: new Map<string, never>() as ReadonlyMap<string, never>};

/** What is found with that many processors, and what is said meanwhile. */
async function run(processors: number, {folder, paths}: ReturnType<typeof documents>, settings = usual) {
	const said: unknown[] = [];
	const context = {
		output: {say: (...pieces: unknown[]) => said.push(pieces), problem: (problem: unknown) => said.push(problem)},
		env: {XDG_CONFIG_HOME: join(folder, 'config'), HOME: folder},
		cwd: folder,
		bundledTemplates: join(root, 'templates'),
		bundledExamples: join(root, 'examples'),
		version: '0.0.0',
		stdinIsTerminal: false,
	} as unknown as Context;
	const found: One[] = [];
	const candidates = paths.map(path => ({path: join(folder, path), isAmongOthers: true}));
	for await (const one of checkAll(candidates, settings, context, processors)) found.push(one);
	return {found, said};
}

it('is found the same on three processors as on one', async () => {
	const made = documents();
	const alone = await run(1, made);
	expect(alone.found).toHaveLength(25);
	expect(alone.said.length).toBeGreaterThanOrEqual(2);
	expect(await run(3, made)).toEqual(alone);
});

it('fails as the work in a worker does', async () => {
	const {folder, paths} = documents();
	const broken = {severities: {} as ReadonlyMap<string, never>};
	await expect(run(3, {folder, paths}, broken)).rejects.toThrow(/get is not a function/);
});
