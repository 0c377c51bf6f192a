import {join} from 'node:path';
import {ESLint} from 'eslint';
import {beforeAll, describe, expect, it} from 'vitest';

const root = join(import.meta.dirname, '../..');
const eslint = new ESLint({cwd: root});

/** The rules that speak about `text` where it stands in the file at `path`. */
async function spoken(path: string, text: string): Promise<readonly string[]> {
	const [result] = await eslint.lintText(text, {filePath: join(root, path)});
	return (result?.messages ?? []).map(({ruleId, message}) => ruleId ?? message);
}

// The first file makes the linter read all types, which takes its time.
beforeAll(async () => {
	await spoken('source/core/problem.ts', '');
}, 120_000);

describe('the linter bans', () => {
	it.each([
		['a clock in the core', 'source/core/problem.ts', 'export const a = Date.now();', 'no-restricted-globals'],
		['chance in the core', 'source/core/problem.ts', 'export const a = Math.random();', 'no-restricted-properties'],
		['the environment in the core', 'source/core/problem.ts', 'export const a = process.env;', 'no-restricted-globals'],
		['the console', 'source/commands/run.ts', "console.log('x');", 'no-console'],
		['writing past the one writer', 'source/commands/run.ts', "process.stdout.write('x');", 'no-restricted-syntax'],
		[
			'writing to a descriptor',
			'source/commands/run.ts',
			"import {writeSync} from 'node:fs'; writeSync(1, 'x');",
			'no-restricted-syntax',
		],
		[
			'a shell',
			'source/commands/run.ts',
			"import {spawn} from 'node:child_process'; spawn('x', {shell: true});",
			'no-restricted-syntax',
		],
		['any', 'source/commands/run.ts', 'export const a: any = 1;', '@typescript-eslint/no-explicit-any'],
		[
			'a promise that nobody waits for',
			'source/commands/run.ts',
			'const a = async () => 1; a();',
			'@typescript-eslint/no-floating-promises',
		],
	])('%s', async (_, path, text, rule) => {
		expect(await spoken(path, text)).toContain(rule);
	});

	it('nothing of this where it belongs', async () => {
		expect(
			await spoken('source/commands/output.ts', "import {writeSync} from 'node:fs';\nwriteSync(1, 'x');\n"),
		).toEqual([]);
	});
});
