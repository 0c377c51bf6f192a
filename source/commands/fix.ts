/** `fix FILE`: writes what can be derived from a document by itself. */

import {readDocument} from '../adapters/files/index.ts';
import {findDamage, withRepaired} from '../core/encoding/index.ts';
import {nearest} from '../core/form/index.ts';
import {exitCodes, failure, success, type Result} from '../core/problem.ts';
import {isSet, textOption, type Command, type Context} from './context.ts';
import {damagedLines, damageWords} from './damaged-lines.ts';
import {writeDocumentFile} from './write-document.ts';

/** What a fix does to a text: the text with it, and what is to be said of it; undefined where there is nothing to do. */
type Fixed = {readonly text: string; readonly tell: (context: Context) => void};

type Fix = {readonly name: string; readonly run: (text: string) => Fixed | undefined};

/** Every fix there is, in the order in which they are made. */
const fixes: readonly Fix[] = [{name: 'encoding', run: fixEncoding}];

/** Ends with 0 where all is well or was made so; with `--check`, which writes nothing, with 1 where something would change. */
export const fix: Command = async (invocation, context) => {
	const {output} = context;
	const chosen = chosenFixes(textOption(invocation, 'only'));
	if (!chosen.ok) {
		output.problem(chosen.problem);
		return chosen.problem.exit;
	}
	const [path = ''] = invocation.args;
	const read = readDocument(path);
	if (!read.ok) {
		output.problem(read.problem);
		return read.problem.exit;
	}
	const {text: before, version} = read.value;
	let text = before;
	for (const {run} of chosen.value) {
		const fixed = run(text);
		if (fixed === undefined) continue;
		({text} = fixed);
		fixed.tell(context);
	}
	if (text === before) {
		output.say(`${path}: there is nothing to fix.`);
		return exitCodes.done;
	}
	if (isSet(invocation, 'check')) {
		output.say(`${path} was left as it is; without --check this is written.`);
		return exitCodes.incomplete;
	}
	return writeDocumentFile({path, text, replaces: version, title: path}, invocation, context);
};

/** The fixes that `--only` names; all of them without it. */
function chosenFixes(only: string | undefined): Result<readonly Fix[]> {
	if (only === undefined) return success(fixes);
	const names = only.split(',').map(name => name.trim());
	const known = fixes.map(({name}) => name);
	const unknown = names.find(name => !known.includes(name));
	if (unknown === undefined) return success(fixes.filter(({name}) => names.includes(name)));
	const near = nearest(unknown, known);
	return failure({
		code: 'usage.only',
		summary: unknown === '' ? '--only names nothing to fix.' : `There is no fix "${unknown}".`,
		next: `${near === undefined ? '' : `Did you mean ${near}? `}There is: ${known.join(', ')}.`,
		exit: exitCodes.usage,
	});
}

/** How many lines of a repair are shown; it can be looked at whole where the file is under version control. */
const mostLines = 8;

function fixEncoding(text: string): Fixed | undefined {
	const places = findDamage(text);
	if (places.length === 0) return undefined;
	return {
		text: withRepaired(text, places),
		tell({output}) {
			output.report(`encoding: ${damageWords(places)}`);
			const lines = damagedLines(text, places);
			for (const {line, before, after, lossy} of lines.slice(0, mostLines)) {
				output.report({text: `  line ${line}${lossy === 0 ? '' : `, ${lossy} with a byte lost`}`, tone: 'dim'});
				output.report({text: `  - ${before}`, tone: 'bad'});
				output.report({text: `  + ${after}`, tone: 'good'});
			}
			const more = lines.length - mostLines;
			if (more > 0) output.report(`  … and ${more} more ${more === 1 ? 'line' : 'lines'}`);
		},
	};
}
