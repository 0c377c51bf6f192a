/**
 * A message as git is given it, to be kept to the letter: what was typed, `#` signs and blanks at the ends of lines too,
 * less control characters but tab and line feed, and less empty lines before and behind; with a final line feed. Empty
 * where nothing is left to say.
 */
export function cleanMessage(message: string): string {
	const lines = message
		.toWellFormed()
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/[^\P{Cc}\t\n]/gu, '')
		.split('\n');
	const hasWords = (line: string): boolean => line.trim() !== '';
	const first = lines.findIndex(hasWords);
	return first < 0 ? '' : `${lines.slice(first, lines.findLastIndex(hasWords) + 1).join('\n')}\n`;
}
