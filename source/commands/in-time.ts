/**
 * Work on a text that is stopped when it takes too long, so that no file can hold up the program, whatever is in it. It
 * runs where it is: V8 stops it from beside, in the middle of a loop or a regular expression (node:vm, `timeout`).
 */

import {createContext, Script} from 'node:vm';
import {deflateSync} from 'node:zlib';
import {errorCode} from '../adapters/file-system/index.ts';
import {Lately} from '../core/form/index.ts';
import {exitCodes, failure, success, type Problem, type Result} from '../core/problem.ts';

/** Milliseconds for any text, and for each kB more: a document takes about 4 for a kB, and a slow machine some times that. */
const patience = {anyText: 5000, perKilobyte: 20};

/**
 * Milliseconds for a text that says the same over and over. Packed, Markdown as people write it becomes 3 to 8 times
 * smaller, what is made to hold up a parser 30 to 1000 times. Such a text is read too where it is quick to read.
 */
const shortPatience = {times: 16, anyText: 900, perKilobyteOver: {size: 200, time: 4}};

/** Markers of quotes and list items that one line may begin with; deeper nesting is refused unread. */
const deepest = 100;
const tooDeepLine = new RegExp(
	`^(?![ \\t]*([-*])(?:[ \\t]*\\1)*[ \\t]*$)[ \\t]*(?:>[ \\t]*|(?:[-*+]|\\d{1,9}[.)])[ \\t]+){${deepest + 1}}`,
	'm',
);

/** What is left of the time for texts just looked at: the steps of one command, which follow each other, share it. */
const left = new Lately<{readonly time: number; readonly until: number}>(8);
const oneCommand = 2000;

const room = createContext({work: undefined as (() => unknown) | undefined}) as {work: (() => unknown) | undefined};
const script = new Script('work()');

/**
 * Does `work`, which reads `text` of the file or template `name`. The problem, `limit.time` or `limit.depth` (6), says
 * that the text is too complex.
 */
export function inTime<T>(text: string, name: string, work: () => T): Result<T> {
	if (tooDeepLine.test(text)) return failure(tooComplex('depth', name, `it nests deeper than ${deepest} levels`));
	const whole = timeFor(text);
	const known = left.known(text);
	const until = known && known.until > performance.now() ? known.until : performance.now() + oneCommand;
	const allowed = known?.until === until ? known.time : whole;
	// The clock also runs where the machine is busy with others. Only time that this program had counts against the text.
	for (let wait = allowed; ; wait *= 2) {
		const before = processorTime();
		try {
			room.work = work;
			const done = script.runInContext(room, {timeout: Math.ceil(wait)}) as T;
			left.set(text, {time: Math.max(50, allowed - (processorTime() - before)), until});
			return success(done);
		} catch (error) {
			// An error of the other context's kind: none of ours, so it is told by its code.
			if (errorCode(error) !== 'ERR_SCRIPT_EXECUTION_TIMEOUT') throw error;
			if (processorTime() - before >= allowed * 0.7) {
				left.set(text, {time: 50, until});
				return failure(tooComplex('time', name, `it could not be read in ${(whole / 1000).toFixed(1)} seconds`));
			}
		}
	}
}

function timeFor(text: string): number {
	const bytes = Buffer.from(text);
	const kilobytes = bytes.length / 1000;
	const {times, anyText, perKilobyteOver} = shortPatience;
	return deflateSync(bytes, {level: 1}).length * times > bytes.length
		? patience.anyText + patience.perKilobyte * kilobytes
		: anyText + Math.max(0, kilobytes - perKilobyteOver.size) * perKilobyteOver.time;
}

/** Milliseconds of a processor that this thread has had; others may be checking other texts. */
function processorTime(): number {
	const {user, system} = process.threadCpuUsage();
	return (user + system) / 1000;
}

function tooComplex(limit: 'time' | 'depth', name: string, why: string): Problem {
	return {
		code: `limit.${limit}`,
		summary: `${name} is too complex: ${why}.`,
		next: 'Split it into smaller documents, or take out what repeats or nests in it.',
		exit: exitCodes.unsafe,
	};
}
