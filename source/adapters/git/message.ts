/** A commit's message, proposed. */

/** Longest first line; longer ones are cut off where git's own and its hosts' lists show them. */
const longestSubject = 72;

export type MessageParts = {
	/** The document's title. */
	readonly title: string;
	readonly kind: 'new' | 'update';
	/** Titles of the sections that were changed, for an update. */
	readonly sections?: readonly string[];
};

/**
 * A message as Conventional Commits 1.0.0 writes it: `docs: add TITLE`, or `docs: update TITLE` with the changed
 * sections below. One line without controls, at most 72 characters; no line of it is read as a trailer.
 */
export function proposeMessage({title, kind, sections = []}: MessageParts): string {
	const name = oneLine(title);
	const subject = shorten(`docs: ${kind === 'new' ? 'add' : 'update'} ${name === '' ? 'document' : name}`);
	const changed = kind === 'update' ? sections.map(oneLine).filter(section => section !== '') : [];
	return changed.length === 0
		? `${subject}\n`
		: `${subject}\n\nChanged sections:\n\n${changed.map(section => `- ${section}\n`).join('')}`;
}

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

function oneLine(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
		.replaceAll(/ {2,}/g, ' ')
		.trim();
}

/** Cuts at a word where there is one, and never inside a character. */
function shorten(line: string): string {
	const characters = [...new Intl.Segmenter(undefined, {granularity: 'grapheme'}).segment(line)].map(
		({segment}) => segment,
	);
	if (characters.length <= longestSubject) {
		return line;
	}

	const cut = characters.slice(0, longestSubject - 1).join('');
	const word = cut.lastIndexOf(' ');
	return `${(word > longestSubject / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
