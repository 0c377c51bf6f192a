/**
 * The length of the run of names that comes again and again, such as 4 for decision, rationale, alternatives,
 * tradeoffs, decision, rationale, …; undefined where nothing comes twice as a whole.
 */
export function period(names: readonly string[]): number | undefined {
	for (let length = 1; length * 2 <= names.length; length++) {
		if (names.length % length === 0 && names.every((name, index) => name !== '' && name === names[index % length])) {
			return length;
		}
	}

	return undefined;
}
