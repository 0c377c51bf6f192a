/**
 * Drawings of diagrams, made in a worker that starts with the first of them. Whoever asks gets what is there; what is
 * not is made meanwhile, one after another, each in a limited time: the library may look for a way round for ever.
 */

import {Worker} from 'node:worker_threads';
import type {Drawing, Order, Picture, Undrawn} from './diagram/types.ts';

/** Texts beyond this are not drawn: nobody could look over the drawing. */
const longest = 10_000;
/** Milliseconds for one drawing, from when the worker begins with it: its start may take long on a busy machine. */
const patience = 1000;
/** Milliseconds for that start. */
const startPatience = 20_000;
/** Drawings that are kept, the latest. */
const mostKept = 100;

export type Diagrams<Made = Drawing> = {
	/** The drawing, or undefined while it is made; `onDrawn` is called then, once. */
	readonly drawing: (order: Order, onDrawn?: () => void) => Made | Undrawn | undefined;
	/** Resolves when nothing is being drawn. The process stays alive until then, and not for a drawing alone. */
	readonly settled: () => Promise<void>;
};

type Waiting = {readonly key: string; readonly order: Order; readonly listeners: Set<() => void>};

/** What draws: as much of a worker as is needed. */
export type Artist<Made = Drawing> = {
	/** `onBegun` tells that it is at it now. */
	readonly draw: (order: Order, onBegun: () => void, onDone: (drawing: Made | Undrawn) => void) => void;
	readonly stop: () => void;
};

/** Drawings with a memory of their own. `hire` starts what draws; `limit` is the time for one drawing, in milliseconds. */
export function createDiagrams<Made = Drawing>(hire: () => Artist<Made>, limit = patience): Diagrams<Made> {
	const kept = new Map<string, Made | Undrawn>();
	const waiting: Waiting[] = [];
	let idle: (() => void)[] = [];
	let artist: Artist<Made> | undefined;
	let isBusy = false;

	const next = () => {
		const [first] = waiting;
		if (!first) {
			for (const tell of idle) tell();
			idle = [];
			return;
		}

		isBusy = true;
		const done = (drawing: Made | Undrawn) => {
			// What was stopped may still answer.
			if (waiting[0] !== first) return;
			clearTimeout(timer);
			waiting.shift();
			isBusy = false;
			kept.set(first.key, drawing);
			const [oldest] = kept.keys();
			if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest);
			for (const tell of first.listeners) tell();
			next();
		};
		const wait = (time: number): NodeJS.Timeout =>
			setTimeout(() => {
				artist?.stop();
				artist = undefined;
				done({reason: 'it takes too long'});
			}, time).unref();
		let timer = wait(Math.max(limit, startPatience));
		const begun = () => {
			if (waiting[0] !== first) return;
			clearTimeout(timer);
			timer = wait(limit);
		};
		artist ??= hire();
		artist.draw(first.order, begun, done);
	};

	return {
		drawing(order, onDrawn) {
			if (order.text.length > longest) return {reason: 'it is too large'};
			const key = [order.width, order.ascii, order.text].join(' ');
			const known = kept.get(key);
			if (known) {
				// The latest stands last, so that the first is the one to forget.
				kept.delete(key);
				kept.set(key, known);
				return known;
			}

			let entry = waiting.find(other => other.key === key);
			if (!entry) {
				entry = {key, order, listeners: new Set()};
				waiting.push(entry);
			}

			if (onDrawn) entry.listeners.add(onDrawn);
			if (!isBusy) next();
			return undefined;
		},
		async settled() {
			if (waiting.length === 0) return;
			const alive = setInterval(() => {}, 1_000_000);
			await new Promise<void>(resolve => {
				idle.push(resolve);
			});
			clearInterval(alive);
		},
	};
}

/** Beside this file in the source, beside the program's folder of parts when it is built. */
const isSource = import.meta.url.endsWith('.ts');

/** What draws with characters. */
export const hireWriter = (): Artist => startWorker(isSource ? './diagram/worker.ts' : '../diagram-worker.mjs');

/** What draws as SVG. */
export const hirePainter = (): Artist<Picture> =>
	startWorker(isSource ? './diagram/svg-worker.ts' : '../diagram-svg-worker.mjs');

function startWorker<Made>(file: string): Artist<Made> {
	const worker = new Worker(new URL(file, import.meta.url), {
		execArgv: [],
		resourceLimits: {maxOldGenerationSizeMb: 256, stackSizeMb: 4},
		// What it might print would stand in the middle of the screen.
		stdout: true,
		stderr: true,
	});
	let begin: (() => void) | undefined;
	let answer: ((drawing: Made | Undrawn) => void) | undefined;
	worker.on('message', (message: 'begun' | Made | Undrawn) => {
		if (message === 'begun') begin?.();
		else answer?.(message);
	});
	worker.on('error', () => answer?.({reason: 'the drawing failed'}));
	// Listening holds the process, so this comes behind it.
	worker.unref();
	return {
		draw(order, onBegun, onDone) {
			begin = onBegun;
			answer = onDone;
			worker.postMessage(order);
		},
		stop() {
			void worker.terminate();
		},
	};
}
