/** A message that git keeps as it is: no control characters but tab and line feed, a first line, a final line feed. */
export function cleanMessage(message: string): string {
	const text = message
		.toWellFormed()
		.replaceAll(/\r\n?/g, '\n')
		.replaceAll(/[^\P{Cc}\t\n]/gu, '')
		.split('\n')
		.map(line => line.trimEnd())
		.join('\n')
		.trim();
	return text === '' ? '' : `${text}\n`;
}
