/**
 * Prints how well the rules judge: for each how many of the planted faults it finds and how often it speaks where nothing is
 * wrong. `npm run score:checks -- FOLDER`, or SPECWRIGHT_CORPUS, also lists the errors on documents that nobody has written
 * for this, so that each of them can be looked at. Ends with 1 where a fault is missed or a finding is false.
 */
import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {compared, errorsIn, type FoundError} from '../test/core/checks/corpus-errors.ts';
import {judge, planted} from '../test/core/checks/score.ts';

const columns = ['rule', 'planted', 'found', 'false', 'precision', 'recall'];

function share(value: number | undefined): string {
	return value === undefined ? '–' : value.toFixed(2);
}

const {scores, outcomes, falsely} = judge();
const rows = scores.map(one => [
	one.ruleId,
	String(one.planted),
	String(one.found),
	String(one.falsely),
	share(one.precision),
	share(one.recall),
]);
const width = Math.max(...rows.map(([id = '']) => id.length)) + 2;
for (const [id = '', ...numbers] of [columns, ...rows])
	console.log(id.padEnd(width) + numbers.map(text => text.padStart(10)).join(''));

for (const [id, why] of Object.entries(planted.uncovered)) console.log(`\nFew faults for ${id}: ${why}`);

for (const [template, {ruleId, place, reason}] of falsely)
	console.log(`\nFalse: ${template}:${place.line} ${ruleId}: ${reason}`);

for (const {ruleId, isFound, line, fault, others} of outcomes) {
	if (!isFound) console.log(`\nMissed: ${fault.template}:${line} ${ruleId}: ${JSON.stringify(fault.replace)}`);
	for (const other of others)
		console.log(
			`\nFalse, beside a fault for ${ruleId}: ${fault.template}:${other.place.line} ${other.ruleId}: ${other.reason}`,
		);
}

const given = process.argv[2] ?? process.env['SPECWRIGHT_CORPUS'];
if (given !== undefined) listErrors(existsSync(join(given, 'documents')) ? join(given, 'documents') : given);

process.exitCode = scores.every(one => one.found === one.planted && one.falsely === 0) ? 0 : 1;

/** Each error on somebody else's documents, those first that nobody has looked at. */
function listErrors(folder: string): void {
	const {documents, errors} = errorsIn(folder);
	const {unjustified} = compared(errors);
	const isOpen = ({place}: FoundError) => unjustified.includes(place);
	console.log(`\nErrors on the ${documents} documents in ${folder}:`);
	for (const [title, some] of [
		['not justified', errors.filter(isOpen)],
		['justified', errors.filter(one => !isOpen(one))],
	] as const) {
		console.log(`\n${some.length} ${title}`);
		for (const {place, reason, template} of some)
			console.log(`${place}: ${reason}${template === undefined ? '' : ` (read as ${template})`}`);
	}
}
