/** A word for a command line that a person may copy, in quotes where a shell would take it for something else. */
export function quoted(word: string): string {
	return /^[\w./:@%+=,-]+$/.test(word) && !word.startsWith('-') ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
