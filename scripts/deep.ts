/**
 * `npm run test:deep`: all tests, each property ten times as often and with other cases each time, and at the end what
 * the fault tests found, as a table. Arguments go to vitest.
 */
import {spawnSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import type {FaultResult} from '../test/adapters/faults/results.ts';

const folder = mkdtempSync(join(tmpdir(), 'specwright-deep-'));
const notes = join(folder, 'faults.jsonl');
writeFileSync(notes, '');
const {status} = spawnSync('npm', ['test', '--', ...process.argv.slice(2)], {
	stdio: 'inherit',
	env: {SPECWRIGHT_RUNS: '10000', ...process.env, SPECWRIGHT_FAULTS: notes},
});

const found = readFileSync(notes, 'utf8')
	.split('\n')
	.filter(Boolean)
	.map(line => JSON.parse(line) as FaultResult);
rmSync(folder, {recursive: true});

/** Results of the same fault are added up. */
const table = new Map<string, FaultResult>();
for (const result of found) {
	const before = table.get(result.fault) ?? {fault: result.fault, runs: 0, lost: 0, unclean: 0};
	table.set(result.fault, {
		fault: result.fault,
		runs: before.runs + result.runs,
		lost: before.lost + result.lost,
		unclean: before.unclean + result.unclean,
	});
}

const rows = [...table.values()].toSorted((a, b) => (a.fault < b.fault ? -1 : 1));
/** A name as it can stand in a table and be shown: a hostile one is part of some scenes. */
const inTable = (name: string): string =>
	name
		.replaceAll('|', '\\|')
		.replaceAll(/[\p{Cc}\p{Cf}]/gu, sign => `\\u${sign.codePointAt(0)!.toString(16).padStart(4, '0')}`);
console.log('\n| fault | runs | lost | unclean |\n| --- | ---: | ---: | ---: |');
for (const {fault, runs, lost, unclean} of rows) console.log(`| ${inTable(fault)} | ${runs} | ${lost} | ${unclean} |`);
if (rows.length === 0) console.log('No fault test came to its end.');
process.exitCode = status ?? 1;
