/** `update FILE`: brings a document to the newer version of its template; shows the difference, and asks before it writes. */

import {withMarker} from '../core/form/index.ts';
import type {Marker} from '../core/form/types.ts';
import {exitCodes, success, type ExitCode, type Problem, type Result} from '../core/problem.ts';
import {unifiedDiff} from '../core/text/index.ts';
import {conflictMark, update as updated, type Named, type Updated} from '../core/update/index.ts';
import {isSet, textOption, type Command, type Context, type Invocation} from './context.ts';
import {inTime} from './in-time.ts';
import {nobodyToAsk, wishesOf} from './interactive.ts';
import {openQuietly, type LoadedTemplate} from './load.ts';
import {olderVersion} from './older-version.ts';
import {writeDocumentFile} from './write-document.ts';

/** Ends with 0 where the document is current or was made so; with `--check`, which writes nothing, with 1 where it is not. */
export const update: Command = async (invocation, context) => {
	const {output} = context;
	const [path = ''] = invocation.args;
	const refused = (problem: Problem): ExitCode => {
		output.problem(problem);
		return problem.exit;
	};
	const named = textOption(invocation, 'template');
	const opened = await openQuietly(path, context, named);
	if (!opened.ok) return refused(opened.problem);
	const {text, template, own, marker, version} = opened.value;
	const line = conflictMark(text);
	if (line !== undefined) return refused(inConflict(path, line));
	if (template === undefined) return refused(noTemplate(path, named));
	const from = textOption(invocation, 'from');
	const isCurrent = from === undefined && marker?.hash !== undefined && marker.hash === template.hash;
	const older = isCurrent ? success(undefined) : await olderVersion(template, marker, from, context);
	if (!older.ok) return refused(older.problem);
	const made: Result<Updated> = isCurrent
		? success({text, added: [], reworded: 0, retired: []})
		: inTime(text, path, () => updated(text, template.form, older.value));
	if (!made.ok) return refused(made.problem);
	const after = marked(made.value.text, marker, template, named !== undefined);
	if (isSet(invocation, 'print')) output.text(after);
	if (after === text) {
		output.say(`${path} is up to date with ${called(template)}.`);
		return exitCodes.done;
	}

	if (!isSet(invocation, 'print')) showDifference(path, text, after, context);
	tell(made.value, template, older.value !== undefined, context);
	if (isSet(invocation, 'print')) return exitCodes.done;
	if (isSet(invocation, 'check')) {
		output.say(`${path} was left as it is; without --check this is written.`);
		return exitCodes.incomplete;
	}

	if (!isSet(invocation, 'yes')) {
		if (!output.canAsk) return nobodyToAsk(context, 'Give --yes to write this, or --print to have it on stdout.');
		const code = await asked(path, invocation, context);
		if (code !== undefined) return code;
	}

	return writeDocumentFile({path, text: after, replaces: version, title: own.title}, invocation, context);
};

/** A document's comment as it is to be; a document without one gets none. */
function marked(
	text: string,
	marker: Marker | undefined,
	{name, version, hash}: LoadedTemplate,
	isNamed: boolean,
): string {
	if (marker === undefined) return text;
	return withMarker(text, {
		name: isNamed ? name : marker.name,
		...(version === undefined ? {} : {version}),
		...(marker.hash === undefined ? {} : {hash}),
	});
}

function called({name, version}: LoadedTemplate): string {
	return version === undefined ? name : `${name} ${version}`;
}

function showDifference(path: string, before: string, after: string, {output}: Context): void {
	const lines = unifiedDiff(path, before, after);
	if (!lines) return output.say('Too much differs to show it line by line.');
	for (const line of lines) {
		const tone = line.startsWith('+')
			? 'good'
			: line.startsWith('-')
				? 'bad'
				: line.startsWith('@')
					? 'dim'
					: undefined;
		output.say(tone === undefined ? line : {text: line, tone});
	}
}

function tell(
	{added, reworded, retired}: Updated,
	template: LoadedTemplate,
	isOlderKnown: boolean,
	{output}: Context,
): void {
	if (added.length > 0) output.say(`added: ${namesOf(added)}`);
	if (reworded > 0) output.say(`${reworded} ${reworded === 1 ? 'place follows' : 'places follow'} the new wording`);
	if (retired.length > 0) output.say(`kept, though ${called(template)} no longer has them: ${namesOf(retired)}`);
	if (!isOlderKnown)
		output.say(
			'The version it was written from could not be found, so nothing was replaced; --from FILE gives that version.',
		);
}

function namesOf(some: readonly Named[]): string {
	return some.map(({name, section}) => (section === undefined ? name : `${section} › ${name}`)).join(', ');
}

/** Asks whether to write; the code to end with where the answer is no. */
async function asked(path: string, invocation: Invocation, context: Context): Promise<ExitCode | undefined> {
	const {questionInLines} = await import('./wizard/prompts.ts');
	const reply = await questionInLines(
		wishesOf(invocation),
		context,
	)?.({
		heading: `Write this to ${path}?`,
		words: [],
		answers: [
			{label: 'Leave it', detail: 'nothing is written'},
			{label: 'Write it', detail: 'the file is replaced'},
		],
	});
	if (reply?.type === 'answered' && reply.index === 1) return undefined;
	context.output.say(`${path} was left as it is.`);
	return reply?.type === 'quit' && reply.isInterrupted ? exitCodes.interrupted : exitCodes.done;
}

function inConflict(path: string, line: number): Problem {
	return {
		code: 'update.conflict',
		summary: 'here begins a conflict that git left in the file and nobody has settled.',
		next: 'Settle it in an editor, then update.',
		exit: exitCodes.usage,
		place: {path, line},
	};
}

/** `named` by hand it can only be `none`, for any other is there or was refused. */
function noTemplate(path: string, named: string | undefined): Problem {
	return {
		code: 'update.no-template',
		summary:
			named === undefined
				? `${path} names no template and is like none that is known.`
				: `An update follows a template, so --template ${named} cannot go with it.`,
		next: 'Say which one with --template NAME.',
		exit: exitCodes.usage,
	};
}
