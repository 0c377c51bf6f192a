/** The wizard in the scrollback: with Inquirer on a terminal, with plain lines for screen readers and piped answers. */

import {createInterface} from 'node:readline';
import {structuredPatch} from 'diff';
import {now} from '../../adapters/clock/index.ts';
import {sanitize, wrap} from '../../core/text/index.ts';
import type {Context} from '../context.ts';
import type {Ask, PlainResult} from '../../plain/index.ts';
import type {QuestionData, Reply, StartChoice, StartData} from '../../ui/index.ts';
import type {WizardRequest, Wishes} from '../wizard-request.ts';
import {homeData} from './home-data.ts';
import {chooseMode} from './mode.ts';
import {projectDocuments} from './project-documents.ts';
import type {Store} from './store.ts';

/** Asks question after question until the document is written or the author stops. */
export async function askInLines(
	store: Store,
	settled: () => Promise<void>,
	wishes: Wishes,
	context: Context,
): Promise<PlainResult> {
	const {runPlain} = await import('../../plain/index.ts');
	const difference = (before: string, after: string): readonly string[] =>
		structuredPatch('', '', before, after, '', '', {context: 2}).hunks.flatMap(({lines}) => [
			'  …',
			...lines.map(line => `  ${line}`),
		]);
	const {ask, close} = await asker(wishes, context);
	try {
		return await runPlain({
			store,
			ask,
			say: sayWrapped(context),
			now,
			settled,
			difference,
		});
	} finally {
		close();
	}
}

type Entry = {readonly words: string; readonly leads: Exclude<StartChoice, {type: 'quit'}>};

/** How long documents of the project are looked for while the author waits for the list, in milliseconds. */
const longest = 3000;

/** Drafts with how far they are, and documents with where they are, so that no two lines are the same. */
function homeEntries({drafts, documents, found = []}: StartData): readonly Entry[] {
	return [
		...drafts.map(({id, title, template, folder, answered, total, when, openIn}): Entry => {
			const about = [
				...(title && title !== template ? [template] : []),
				...(folder === undefined ? [] : [`in ${folder}`]),
				`${answered}/${total}`,
				`saved ${when}`,
				...(openIn === undefined ? [] : [`open in process ${openIn}`]),
			];
			return {words: `Resume ${title || template} (${about.join(', ')})`, leads: {type: 'resume', id}};
		}),
		...[...documents, ...found].map(({path, title}): Entry => ({
			words: `Open ${title || path} (${path})`,
			leads: {type: 'open', path},
		})),
	];
}

function templateEntry({name, title}: StartData['templates'][number]): Entry {
	return {words: `New: ${title || name}`, leads: {type: 'new', template: name}};
}

/** Lets the author choose a draft, a document or a template from a numbered list; undefined where they left. */
export async function chooseInLines(
	{type, wishes}: Pick<WizardRequest, 'type' | 'wishes'>,
	context: Context,
): Promise<Exclude<StartChoice, {type: 'quit'}> | undefined> {
	const data = homeData(context);
	const found =
		type === 'home' ? await projectDocuments(data.documents, context, AbortSignal.timeout(longest)) : undefined;
	const entries = [...(found ? homeEntries({...data, found}) : []), ...data.templates.map(templateEntry)];
	const options = entries.map(({words}) => words);
	const {ask, close} = await asker(wishes, context);
	try {
		const chosen = await ask.choose({message: 'What would you like to write?', options, skip: 'leave', open: false});
		if (typeof chosen !== 'number') return undefined;
		return entries[chosen]?.leads;
	} finally {
		close();
	}
}

/**
 * Asks before the first field, from a numbered list; undefined where answers are piped in, which are for the document's
 * questions.
 */
export function questionInLines(
	wishes: Wishes,
	context: Context,
): ((question: QuestionData) => Promise<Reply>) | undefined {
	if (!context.stdinIsTerminal) return undefined;
	return async ({heading, words, answers}) => {
		for (const line of words.flatMap(text => text.split('\n'))) sayWrapped(context)(sanitize(line));
		const options = answers.map(({label, detail}) => `${label} (${detail})`);
		const {ask, close} = await asker(wishes, context);
		try {
			for (;;) {
				const chosen = await ask.choose({message: heading, options, skip: 'leave', open: false});
				if (typeof chosen === 'number') return {type: 'answered', index: chosen};
				const word = chosen?.trim().toLowerCase() ?? '';
				if (word === '') return {type: 'quit', isInterrupted: ask.wasInterrupted?.() ?? false};
				const named = answers.flatMap(({label}, index) => (label.toLowerCase().startsWith(word) ? [index] : []));
				if (named.length === 1) return {type: 'answered', index: named[0]!};
				context.output.say('  Type one of the numbers.');
			}
		} finally {
			close();
		}
	};
}

/** Says a line; on a terminal broken between words, with its indent kept. */
function sayWrapped({output, stdinIsTerminal}: Context): (line: string) => void {
	return line => {
		const indent = /^ */.exec(line)?.[0] ?? '';
		const width = Math.min(output.stdout.columns, 100) - indent.length;
		if (!stdinIsTerminal || line === '' || width < 20) return output.say(line);
		for (const {text} of wrap([line.slice(indent.length)], width)) output.say(indent + text.trimEnd());
	};
}

/** The way of asking for the author's terminal and wishes. Close it before anything else reads the input. */
export async function asker(wishes: Wishes, context: Context): Promise<{readonly ask: Ask; close(): void}> {
	const plain = await import('../../plain/index.ts');
	if (chooseMode(wishes, context) === 'prompts') {
		return {ask: await plain.loadInquirerAsk({input: process.stdin, output: process.stderr}), close() {}};
	}

	const lines = createInterface({input: process.stdin, terminal: false});
	const waiting = lines[Symbol.asyncIterator]();
	const ask = plain.lineAsk(
		async () => {
			const next = await waiting.next();
			if (next.done !== true) return next.value;
			// Where a terminal's input ends, what is said next would stand behind the prompt.
			if (context.stdinIsTerminal) context.output.say('');
			return undefined;
		},
		prompt => {
			if (context.stdinIsTerminal) context.output.prompt(prompt);
			// No line is typed behind a prompt here, and a mark that asks for the next line of an answer says nothing.
			else if (/\p{L}/u.test(prompt)) context.output.say(prompt.trimEnd());
		},
		sayWrapped(context),
	);
	return {
		ask,
		close() {
			lines.close();
		},
	};
}
