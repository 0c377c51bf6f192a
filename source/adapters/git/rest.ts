/** A commit is not left half made: whoever wants to end the program while git is at work waits until all is put back. */

const endings = ['SIGTERM', 'SIGHUP'] as const;
const interrupts = ['SIGINT', 'SIGQUIT'] as const;

let underWay: Promise<unknown> = Promise.resolve();

/** Resolves when no commit is under way: the index is then as the author had it, or as a whole commit leaves it. */
export async function gitAtRest(): Promise<void> {
	await underWay;
}

/**
 * Does what must not be broken off. Ctrl-C reaches git, its hooks and us alike while they have the terminal: it is theirs
 * to end by, and ours to outlive, so that the index is put back. A signal that is for us alone ends git by way of `signal`,
 * and us after that.
 */
export async function unbroken<T>(during: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const stopped = new AbortController();
	let last: NodeJS.Signals | undefined;
	const end = (signal: NodeJS.Signals): void => {
		last = signal;
		stopped.abort();
	};
	const outlive = (): void => {};
	for (const name of endings) process.on(name, end);
	for (const name of interrupts) process.on(name, outlive);
	const work = during(stopped.signal);
	underWay = work.catch(() => {});
	try {
		return await work;
	} finally {
		for (const name of endings) process.off(name, end);
		for (const name of interrupts) process.off(name, outlive);
		// Who else listens has been told and ends the program in its own way; where nobody does, the signal does.
		if (last !== undefined && process.listenerCount(last) === 0) process.kill(process.pid, last);
	}
}
