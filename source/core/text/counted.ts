/** `1 section`, `2 sections`: a number with what it counts, for words that have an s for several. */
export function counted(count: number, word: string): string {
	return `${count} ${word}${count === 1 ? '' : 's'}`;
}
