/** Documents checked one after another, or, where they are many, on all processors, and told in their order all the same. */

import {availableParallelism} from 'node:os';
import {Worker} from 'node:worker_threads';
import type {Problem} from '../core/problem.ts';
import type {Asked, Candidate, One} from './check-one.ts';
import {loadSettings} from './user-settings.ts';
import type {Context} from './context.ts';
import {keptCheck} from './kept-checks.ts';
import type {Piece} from './output.ts';
import {holdYoungGeneration} from './young-generation.ts';

/** What was said besides while one document was checked. */
export type Said = {readonly said: readonly Piece[]} | {readonly problem: Problem};

/** What a worker is given, and what it sends for each of its documents. */
export type Share = {
	readonly candidates: readonly Candidate[];
	readonly settings: Asked;
	readonly context: Omit<Context, 'output' | 'readStdin'>;
};
export type Answer = {readonly one: One; readonly said: readonly Said[]};

/** A worker begins as cold as the program did, which is worth it for so many documents. */
const worthAWorker = 8;
/** Megabytes of one worker: what it needs for the largest documents, so that garbage does not pile up instead. */
const memory = {maxOldGenerationSizeMb: 512, maxYoungGenerationSizeMb: 16};

/** What is told of each, in their order; what an earlier check found holds where nothing has changed. */
export async function* checkAll(
	candidates: readonly Candidate[],
	asked: Asked,
	context: Context,
	processors = availableParallelism(),
): AsyncGenerator<One> {
	const kept = candidates.map(candidate => keptCheck(candidate, asked, context));
	const left = candidates.filter((_, index) => kept[index] === undefined);
	const count = Math.min(processors, Math.floor(left.length / worthAWorker));
	const found = count < 2 ? checkInTurn(left, asked, context) : checkInWorkers(left, asked, context, count);
	for (const before of kept) {
		if (before === undefined) {
			yield (await found.next()).value as One;
		} else {
			if (before.outdated !== undefined) context.output.say(before.outdated);
			yield before.one;
		}
	}

	await found.return(undefined);
}

async function* checkInTurn(candidates: readonly Candidate[], asked: Asked, context: Context): AsyncGenerator<One> {
	if (candidates.length === 0) return;
	// Nothing that was found before needs the reader and the rules.
	const {checkOne} = await import('./check-one.ts');
	for (const candidate of candidates) yield await checkOne(candidate, asked, context);
}

async function* checkInWorkers(
	candidates: readonly Candidate[],
	settings: Asked,
	context: Context,
	count: number,
): AsyncGenerator<One> {
	holdYoungGeneration();
	// What is wrong with the user's settings is told here, and once.
	loadSettings(context);
	const told = new Set<string>();
	const workers = Array.from({length: count}, (_, at) =>
		hire({candidates: candidates.filter((__, index) => index % count === at), settings, context: plain(context)}),
	);
	try {
		for (const index of candidates.keys()) {
			const {one, said} = await workers[index % count]!.next();
			for (const words of said) tell(words, told, context);
			yield one;
		}
	} finally {
		for (const worker of workers) worker.stop();
	}
}

/** Each worker says once what holds for all of its documents. */
function tell(words: Said, told: Set<string>, {output}: Context): void {
	const key = JSON.stringify(words);
	if (told.has(key)) return;
	told.add(key);
	if ('problem' in words) output.problem(words.problem);
	else output.say(...words.said);
}

function plain({
	env,
	cwd,
	bundledTemplates,
	bundledExamples,
	version,
	build,
	shipped,
	stdinIsTerminal,
}: Context): Share['context'] {
	return {env: {...env}, cwd, bundledTemplates, bundledExamples, version, build, shipped, stdinIsTerminal};
}

/** Beside this file in the source, beside the program's folder of parts when it is built. */
const file = import.meta.url.endsWith('.ts') ? './check-worker.ts' : '../check-worker.mjs';

/** A worker with its share; its answers come in order, and it fails as the work in it would. */
function hire(share: Share): {readonly next: () => Promise<Answer>; readonly stop: () => void} {
	const worker = new Worker(new URL(file, import.meta.url), {
		workerData: share,
		execArgv: [],
		resourceLimits: memory,
		stdout: true,
		stderr: true,
	});
	const ready: Answer[] = [];
	let failure: Error | undefined;
	let wake: (() => void) | undefined;
	worker.on('message', (answer: Answer) => {
		ready.push(answer);
		wake?.();
	});
	worker.on('error', error => {
		failure = error instanceof Error ? error : new Error(String(error));
		wake?.();
	});
	return {
		async next() {
			while (ready.length === 0) {
				if (failure !== undefined) throw failure;
				await new Promise<void>(resolve => {
					wake = resolve;
				});
			}

			return ready.shift()!;
		},
		stop() {
			void worker.terminate();
		},
	};
}
