/** What is proposed when a document is written: its file name and the commit's message. */

import {slug} from '../form/index.ts';
import {cells, cleanInput, cut, graphemes, withoutHidden} from '../text/index.ts';
import type {CommitFacts} from './types.ts';

/** Device names that Windows gives no file, whatever the extension (Microsoft, "Naming Files, Paths, and Namespaces"). */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/**
 * The default file name: the title's slug of at most 80 graphemes with `.md`; the template's name where there is no
 * title. Names that Windows keeps for devices get `-document`.
 */
export function proposeFileName(title: string, templateName: string): string {
	const fromTitle = title.trim() === '' ? '' : slug(title);
	const base =
		fromTitle === '' || fromTitle === 'section' || fromTitle === 'field'
			? slug(templateName.replace(/\.[^./\\]+$/, ''))
			: fromTitle;
	const short = graphemes(base).slice(0, 80).join('').replace(/-+$/, '');
	return `${reserved.test(short) ? `${short}-document` : short}.md`;
}

/**
 * The number after the highest with which a Markdown file's name begins, as wide as that is; `0001` where there is none. A
 * day in front of a name is no number.
 */
export function nextNumber(names: readonly string[]): string {
	const numbers = names.flatMap(
		name => /^(?!\d{4}-\d{2}-\d{2})(\d{1,9})(?:\D.*)?\.(?:md|markdown)$/i.exec(name)?.[1] ?? [],
	);
	const highest =
		numbers.toSorted((one, other) => Number(other) - Number(one) || other.length - one.length)[0] ?? '0000';
	return String(Number(highest) + 1).padStart(highest.length, '0');
}

/** The longest first line of a commit message that lists of commits show whole, in cells. */
export const mostSubject = 72;

/** The first line of a message in the style of Conventional Commits 1.0.0. */
export const usualPattern = 'docs: {action} {title}';

/** The words in braces that a pattern may have. */
const patternWords = ['action', 'title', 'file'] as const;

/** Whether a pattern for the first line of messages has words, one line, and in braces only what there is. */
export function isMessagePattern(pattern: string): boolean {
	const rest = pattern.replaceAll(new RegExp(`\\{(?:${patternWords.join('|')})\\}`, 'g'), 'x');
	return pattern.trim() !== '' && !/[{}\p{Cc}]/u.test(rest);
}

/**
 * A commit message by the settings' pattern, in which `{action}` is `add` or `update`: one line of at most 72 cells,
 * and for an update the sections that changed as its body. A commit that is made anew keeps the message that it has.
 */
export function proposeMessage(about: CommitFacts & {readonly title: string}): string {
	if (about.lastMessage !== undefined) return about.lastMessage;
	const seen = (text: string): string => withoutHidden(cleanInput(text)).replaceAll(/\s+/g, ' ').trim();
	const title = seen(about.title);
	const words: Readonly<Record<string, string>> = {
		action: about.isNew ? 'add' : 'update',
		title: title === '' ? 'document' : title,
		file: seen(about.file),
	};
	const subject = (about.pattern ?? usualPattern).replaceAll(
		/\{(\w+)\}/g,
		(whole, word: string) => words[word] ?? whole,
	);
	const short = cut(subject, mostSubject - 1).trimEnd();
	const line = cells(subject) > mostSubject ? `${short}…` : subject;
	const body = (about.sections ?? []).map(section => `- ${seen(section)}`).join('\n');
	return body === '' || about.isNew ? line : `${line}\n\n${body}`;
}
