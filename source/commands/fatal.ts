/**
 * Who ends the program on an error that nobody caught. There is one owner at a time: two listeners would race for the
 * end, and the first to exit would keep the other from saving the draft.
 */

type Owner = (error: unknown) => void;

const owners: Owner[] = [];

/** Listens for such errors for the rest of the run; `first` has them while nobody else does. */
export function watchForFatal(first: Owner): void {
	owners.push(first);
	const tell = (error: unknown): void => owners.at(-1)?.(error);
	process.on('uncaughtException', tell);
	process.on('unhandledRejection', tell);
}

/** Makes `owner` the one who has them, and gives the function that hands them back. */
export function ownFatal(owner: Owner): () => void {
	owners.push(owner);
	return () => {
		const index = owners.lastIndexOf(owner);
		if (index >= 0) owners.splice(index, 1);
	};
}
