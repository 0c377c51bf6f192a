/** What is proposed when a document is written: its file name and the commit's message. */

import {slug} from '../form/index.ts';
import {graphemes} from '../text/index.ts';

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

/** The longest first line of a commit message that lists of commits show whole, in characters. */
export const mostSubject = 72;

/**
 * A commit message in the style of Conventional Commits 1.0.0: `docs: add TITLE`, or `docs: update TITLE` with the
 * sections that changed as its body. One subject line of at most 72 graphemes.
 */
export function proposeMessage(about: {
	readonly title: string;
	readonly isNew: boolean;
	readonly sections?: readonly string[];
}): string {
	const title = about.title.replaceAll(/\s+/g, ' ').trim();
	const subject = graphemes(`docs: ${about.isNew ? 'add' : 'update'} ${title === '' ? 'document' : title}`);
	const line =
		subject.length > mostSubject
			? `${subject
					.slice(0, mostSubject - 1)
					.join('')
					.trimEnd()}…`
			: subject.join('');
	const body = (about.sections ?? []).map(section => `- ${section}`).join('\n');
	return body === '' || about.isNew ? line : `${line}\n\n${body}`;
}
