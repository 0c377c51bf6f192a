/**
 * Large documents are measured in a thread of their own, which begins with the first that asks for it: a key never waits
 * for it, and a document of usual size has none of its cost.
 */

import {Worker} from 'node:worker_threads';
import {
	adopt,
	changeBetween,
	type Change,
	type Measurable,
	type Measurement,
	type Purpose,
} from '../../core/wizard/index.ts';

export type MeasuringOrder = {readonly change: Change; readonly purpose: Purpose};
export type MeasuringReply = Measurement;

export type Measuring = {
	/** Resolves with true when all is known of the state that is needed for the purpose, with false where it can't be had here. */
	measure(state: Measurable, purpose: Purpose): Promise<boolean>;
	stop(): void;
};

/** As much of a thread as is needed. */
export type Thread = Pick<Worker, 'postMessage' | 'terminate' | 'unref'> & {
	on(event: 'message', listener: (reply: MeasuringReply) => void): unknown;
	on(event: 'error' | 'exit', listener: () => void): unknown;
};

/** Megabytes: the largest documents need less, and a thread that runs out of them ends alone. */
const memory = {maxOldGenerationSizeMb: 1024, maxYoungGenerationSizeMb: 32};

/** Beside this file in the source, beside the program's folder of parts when it is built. */
const file = import.meta.url.endsWith('.ts') ? './measure-worker.ts' : '../measure-worker.mjs';

/** A thread that nothing of what it says on the way reaches the screen from. */
export function hireThread(): Thread {
	return new Worker(new URL(file, import.meta.url), {
		execArgv: [],
		resourceLimits: memory,
		stdout: true,
		stderr: true,
	});
}

/** What measures states, one at a time. Where its thread is lost, it says so, now and from then on. */
export function createMeasuring(hire: () => Thread = hireThread): Measuring {
	let thread: Thread | undefined;
	let isLost = false;
	let known: Measurable | undefined;
	let waiting: ((reply: MeasuringReply | undefined) => void) | undefined;
	let turn: Promise<unknown> = Promise.resolve();
	const answer = (reply: MeasuringReply | undefined): void => {
		waiting?.(reply);
		waiting = undefined;
	};

	const lose = (): void => {
		isLost = true;
		answer(undefined);
	};

	const begin = (): Thread => {
		const begun = hire();
		begun.on('message', answer);
		begun.on('error', lose);
		begun.on('exit', lose);
		// Nobody who wants to leave waits for it.
		begun.unref();
		return begun;
	};

	const ask = async (state: Measurable, purpose: Purpose): Promise<boolean> => {
		if (isLost) return false;
		const change = changeBetween(known, state);
		const reply = await new Promise<MeasuringReply | undefined>(resolve => {
			waiting = resolve;
			try {
				thread ??= begin();
				thread.postMessage({change, purpose} satisfies MeasuringOrder);
			} catch {
				lose();
			}
		});
		if (!reply) return false;
		known = state;
		adopt(state, reply);
		return true;
	};

	return {
		async measure(state, purpose) {
			const done = turn.then(async () => ask(state, purpose));
			turn = done;
			return done;
		},
		stop() {
			lose();
			void thread?.terminate();
		},
	};
}
