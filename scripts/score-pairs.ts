/**
 * Prints how documents are matched to the templates that they were written from: for each pair that the manifest of a corpus
 * names the sections matched, and the content lost. `npm run score:pairs -- FOLDER`, or SPECWRIGHT_CORPUS. Ends with 1 where a
 * section is missed that the document names as its template does, where one is taken for another, or where content is lost.
 */
import {corpusPairs, measure} from '../test/core/form/corpus-pairs.ts';

const pairs = corpusPairs(process.argv[2] ?? process.env['SPECWRIGHT_CORPUS'] ?? '');
if (pairs.length === 0) {
	console.error('No pairs: name a folder that has a manifest.tsv, or set SPECWRIGHT_CORPUS.');
	process.exit(2);
}

const results = pairs.map(pair => ({name: pair.name, ...measure(pair)}));
const sum = (of: (one: (typeof results)[number]) => number): number => results.reduce((all, one) => all + of(one), 0);
const all = {
	name: 'all',
	sections: sum(one => one.sections),
	found: sum(one => one.found),
	judged: sum(one => one.judged),
	right: sum(one => one.right),
	content: sum(one => one.content),
};
const width = Math.max(...results.map(({name}) => name.length)) + 2;
console.log(
	`${'document'.padEnd(width)}${'same name'.padStart(12)}${'judged'.padStart(12)}${'bytes lost'.padStart(12)}`,
);
for (const one of [...results, all])
	console.log(
		one.name.padEnd(width) +
			`${one.found}/${one.sections}`.padStart(12) +
			(one.judged > 0 ? `${one.right}/${one.judged}` : '–').padStart(12) +
			String(one.content).padStart(12),
	);
for (const {name, lost, wrong} of results)
	for (const what of [...lost.map(id => `missed: ${id}`), ...wrong]) console.log(`\n${name}: ${what}`);

process.exitCode = results.some(one => one.lost.length + one.wrong.length + one.content > 0) ? 1 : 0;
