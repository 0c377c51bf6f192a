/** `fix FILE`: writes what can be derived from a document by itself. */

import {readDocument} from '../adapters/files/index.ts';
import {findDamage, withRepaired} from '../core/encoding/index.ts';
import {nearest} from '../core/form/index.ts';
import {exitCodes, failure, success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {damagedLines, damageWords} from './damaged-lines.ts';
import {derivations, type Derivation} from './fix-derived.ts';
import {inTime} from './in-time.ts';
import {openDocument, withText, type OpenedDocument} from './load.ts';
import {saidOfRecognised} from './said-of-template.ts';
import {tellChanges} from './tell-changes.ts';
import {writeDocumentFile} from './write-document.ts';

/** Every fix there is, in the order in which they are made. */
/** What it can do, in the order in which it does it. */
export const fixNames: readonly string[] = ['encoding', ...derivations.map(({name}) => name)];

/** Ends with 0 where all is well or was made so; with `--check`, which writes nothing, with 1 where something would change. */
export const fix: Command = async (invocation, context) => {
	const {output} = context;
	const only = textOption(invocation, 'only');
	const chosen = chosenNames(only);
	if (!chosen.ok) return refused(chosen.problem, context);
	const [path = ''] = invocation.args;
	const read = readDocument(path);
	if (!read.ok) return refused(read.problem, context);
	const {text: before, version} = read.value;
	const repaired = chosen.value.includes('encoding') ? repairedText(before, context) : before;
	const wanted = derivations.filter(({name}) => chosen.value.includes(name));
	const derived = await derivedText(path, before, repaired, wanted, invocation, context);
	if (!derived.ok) return refused(derived.problem, context);
	const text = derived.value;
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

function refused(problem: Problem, {output}: Context): ExitCode {
	output.problem(problem);
	return problem.exit;
}

/** The fixes that `--only` names; all of them without it. */
function chosenNames(only: string | undefined): Result<readonly string[]> {
	if (only === undefined) return success(fixNames);
	const chosen = only.split(',').map(name => name.trim());
	const unknown = chosen.find(name => !fixNames.includes(name));
	if (unknown === undefined) return success(chosen);
	const near = nearest(unknown, fixNames);
	return failure({
		code: 'usage.only',
		summary: unknown === '' ? '--only names nothing to fix.' : `There is no fix "${unknown}".`,
		next: `${near === undefined ? '' : `Did you mean ${near}? `}There are: ${fixNames.join(', ')}.`,
		exit: exitCodes.usage,
	});
}

/** How many lines of a repair are shown; it can be looked at whole where the file is under version control. */
const mostLines = 8;

function repairedText(text: string, {output}: Context): string {
	const places = findDamage(text);
	if (places.length === 0) return text;
	output.report(`encoding: ${damageWords(places)}`);
	const lines = damagedLines(text, places);
	for (const {line, before, after, lossy} of lines.slice(0, mostLines)) {
		output.report({text: `  line ${line}${lossy === 0 ? '' : `, ${lossy} with a byte lost`}`, tone: 'dim'});
		output.report({text: `  - ${before}`, tone: 'bad'});
		output.report({text: `  + ${after}`, tone: 'good'});
	}
	const more = lines.length - mostLines;
	if (more > 0) output.report(`  … and ${more} more ${more === 1 ? 'line' : 'lines'}`);
	return withRepaired(text, places);
}

/** The text with what follows from it, one fix after the other, each told. */
async function derivedText(
	path: string,
	before: string,
	repaired: string,
	wanted: readonly Derivation[],
	invocation: Invocation,
	context: Context,
): Promise<Result<string>> {
	const template = textOption(invocation, 'template');
	if (wanted.length === 0 || repaired.replace(/^\uFEFF/, '').trim() === '') return success(repaired);
	const opened = await openDocument(path, context, template);
	if (!opened.ok) return opened;
	const said = saidOfRecognised([opened.value]);
	if (said !== undefined) context.output.say(said);
	const isNamed = textOption(invocation, 'only') !== undefined;
	let text = repaired;
	const at = (one: string): OpenedDocument => withText(opened.value, one, context, template);
	for (const {name, run} of wanted) {
		const made = inTime(text, path, () => run(at(text), context, {isNamed, isChanged: text !== before, withText: at}));
		if (!made.ok) return made;
		const {text: after, notes = []} = made.value;
		for (const note of notes) context.output.say(`${name}: ${note}`);
		if (after === text) continue;
		context.output.report(`${name}: ${made.value.words}`);
		tellChanges(text, after, made.value.reasons ?? new Map(), context);
		text = after;
	}
	return success(text);
}
