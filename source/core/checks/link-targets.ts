/** Where the links in answers lead that a reader could follow without the web: files beside the document, and its headings. */

import type {Answer, Answers, Field, Form, Row} from '../form/types.ts';
import {textsIn} from './answer-texts.ts';

/** A path as it is written in the answer, without what stands behind it (`#part`, `?query`, `:12`), or a heading's anchor. */
export type LinkTarget = {readonly type: 'path' | 'anchor'; readonly to: string};

/** The paths that answers to fields for links name, each once; whoever gathers facts looks them up. */
export function linkPaths(form: Form, answers: Answers): readonly string[] {
	const paths = new Set<string>();
	for (const field of form.fields) {
		for (const {type, to} of linkTargets(field, answers.get(field.id))) if (type === 'path') paths.add(to);
	}

	return [...paths];
}

/** Where an answer's links lead, where its field, or a column of it, is for links. */
export function linkTargets(field: Field, answer: Answer | undefined): readonly LinkTarget[] {
	if (answer?.state !== 'answered') return [];
	if (field.kind === 'link') return textsIn(answer.value).flatMap(targetsIn);
	const columns = field.kind === 'table' ? (field.columns ?? []).filter(({kind}) => kind === 'link') : [];
	if (columns.length === 0) return [];
	const rows = Object.values(answer.value as Readonly<Record<string, Row>>);
	return rows.flatMap(row => columns.flatMap(({id}) => targetsIn(row[id] ?? '')));
}

/** A link in Markdown, its target in angle brackets or not; parentheses in it are in pairs (CommonMark 6.3). */
const markdownLink = /\[[^\]]*\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()]|\([^\s()]*\))+))/g;

function targetsIn(text: string): readonly LinkTarget[] {
	const links = [...text.matchAll(markdownLink)].map(([, angled, plain]) => angled ?? plain ?? '');
	if (links.length > 0) return links.flatMap(to => targetOf(decoded(to)) ?? []);
	const bare = text.trim().replace(/^(`|<)(.*)(?:`|>)$/, '$2');
	const target = targetOf(bare.replace(/:\d+(?:[-:]\d+)?$/, ''));
	return target && (target.type === 'anchor' || looksLikePath(target.to)) ? [target] : [];
}

/** What a link's target is; undefined for the web, for what is not relative, and for what still has blanks in it. */
function targetOf(to: string): LinkTarget | undefined {
	// A number alone is a ticket's.
	if (to.startsWith('#')) return /^#\S*\p{L}\S*$/u.test(to) ? {type: 'anchor', to: to.slice(1)} : undefined;
	const path = to.replace(/[?#].*$/s, '');
	if (path === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\~]|www\.)/i.test(path)) return undefined;
	return /[\p{Cc}*{}<>|"]/u.test(path) ? undefined : {type: 'path', to: path};
}

function decoded(to: string): string {
	try {
		return decodeURIComponent(to);
	} catch {
		return to;
	}
}

/** Names that only files have; others with a dot may be hosts, products or versions. */
const fileName =
	/\.(?:adoc|csv|docx?|drawio|html?|jpe?g|json|markdown|md|odt|pdf|png|pptx?|rst|svg|toml|txt|xlsx?|xml|ya?ml)$/i;

/** Whether words typed where a link is asked for are a path: tickets, names and hosts without `https://` are none. */
function looksLikePath(text: string): boolean {
	if (/\s/.test(text)) return false;
	if (/^\.{1,2}\//.test(text) || fileName.test(text)) return !/^(?:[\w-]+\.)+[a-z]{2,}\//i.test(text);
	const [first = '', ...rest] = text.split('/');
	if (rest.length === 0 || first.includes('.') || first.startsWith('@')) return false;
	const last = rest.at(-1) ?? '';
	return last === '' || /.\.[a-z]\w{0,9}$/i.test(last);
}
