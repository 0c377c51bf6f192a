/** The words of a commit on their way to git. */

import type {Git} from './run.ts';

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

/**
 * What tells git that the message is UTF-8, where the repository is set to another encoding: git writes that encoding's name
 * into the commit and leaves the bytes as they are (git-commit(1), "DISCUSSION"). Nothing where it makes no difference, for
 * hooks see settings that are given so.
 */
export async function encodingFor(git: Git, toplevel: string, message: string): Promise<readonly string[]> {
	if (!/\P{ASCII}/u.test(message)) return [];
	const {stdout} = await git.run(['config', '--get', 'i18n.commitEncoding'], toplevel);
	return stdout === '' || /^utf-?8$/i.test(stdout.trim()) ? [] : ['-c', 'i18n.commitEncoding=UTF-8'];
}
