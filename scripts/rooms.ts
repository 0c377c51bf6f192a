/**
 * Checks the import table in .dependency-cruiser.cjs. Fails when a file of source/ was not looked at: a TypeScript that
 * the cruiser doesn't know makes it pass over every file and report success.
 */
import {globSync} from 'node:fs';
import {createRequire} from 'node:module';
import {join} from 'node:path';
import {cruise, type ICruiseOptions, type ICruiseResult} from 'dependency-cruiser';
import extractTsConfig from 'dependency-cruiser/config-utl/extract-ts-config';

type Configuration = {readonly forbidden: object[]; readonly options: ICruiseOptions};

const own = join(import.meta.dirname, '..');
// Another folder with a source/ can be given, so that the table itself can be tried.
process.chdir(process.argv[2] ?? own);
const {forbidden, options} = createRequire(import.meta.url)('../.dependency-cruiser.cjs') as Configuration;
const {output} = await cruise(
	['source'],
	{...options, ruleSet: {forbidden}, validate: true} as ICruiseOptions,
	{},
	{tsConfig: extractTsConfig(join(own, 'tsconfig.json'))},
);
const {modules, summary} = output as ICruiseResult;

const cruised = new Set(modules.map(module => module.source));
const missed = globSync('source/**/*.{ts,tsx}').filter(file => !cruised.has(file.replaceAll('\\', '/')));
const dependencies = modules.reduce((sum, module) => sum + module.dependencies.length, 0);
for (const file of missed) process.stderr.write(`not looked at: ${file}\n`);
for (const {rule, from, to} of summary.violations) process.stderr.write(`${rule.name}: ${from} → ${to}\n`);
process.stderr.write(
	`${cruised.size} modules, ${dependencies} imports, ${summary.violations.length} against the table\n`,
);
process.exitCode = missed.length > 0 || dependencies === 0 || summary.violations.length > 0 ? 1 : 0;
