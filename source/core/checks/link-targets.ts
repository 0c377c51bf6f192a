/** Where the links in answers lead that a reader could follow without the web: files beside the document, and its headings. */

import {evidenceLabels, flatten} from '../form/index.ts';
import type {Answer, Field, Form, Row} from '../form/types.ts';
import {textsIn} from './answer-texts.ts';
import {literal} from './literal.ts';

/**
 * A path as it is written in the answer, without what stands behind it (`?query`, `:12`) and with the heading that it names
 * in another Markdown file; an anchor of this document's; or the number of one of its sections.
 */
export type LinkTarget =
	| {
			readonly type: 'path';
			readonly to: string;
			readonly anchor?: string;
			/** True where it may begin in a folder above the document's too, as paths in evidence do. */
			readonly fromAbove?: true;
	  }
	| {readonly type: 'anchor'; readonly to: string}
	| {readonly type: 'section'; readonly to: string};

/** A path as facts have it. */
export function pathKey({to, anchor}: Pick<Extract<LinkTarget, {type: 'path'}>, 'to' | 'anchor'>): string {
	return anchor === undefined ? to : `${to}#${anchor}`;
}

/** Path and anchor of what `linkPaths` names. */
export function pathParts(key: string): {readonly path: string; readonly anchor?: string} {
	const at = key.indexOf('#');
	return at < 0 ? {path: key} : {path: key.slice(0, at), anchor: key.slice(at + 1)};
}

/** How many folders above the document's are looked in. */
const highest = 8;

/**
 * A path in evidence begins where its author says: in the document's folder, or, as paths to code mostly do, in one above it
 * up to the project's.
 */
export function beginnings(path: string): readonly string[] {
	if (/^\.{1,2}\//.test(path)) return [path];
	return Array.from({length: highest + 1}, (_, up) => `${'../'.repeat(up)}${path}`);
}

/** What is said of a path that is in none of the folders where it may begin. */
export function notFoundAnywhere(path: string): {readonly words: string; readonly help: string} {
	return {
		words: `there is no “${path}”, neither beside this document nor above it in the project.`,
		help: 'Check how the path is written; it begins in the document’s folder or in one above.',
	};
}

/** Where a path may stand, as facts have it. */
export function pathKeys(target: Extract<LinkTarget, {type: 'path'}>): readonly string[] {
	return (target.fromAbove ? beginnings(target.to) : [target.to]).map(to => pathKey({...target, to}));
}

/** Where an answer's links lead: of a field for links or a column for them, and of the evidence that text ends with. */
export function linkTargets(form: Form, field: Field, answer: Answer | undefined): readonly LinkTarget[] {
	if (answer?.state !== 'answered') return [];
	const targets = isEvidenceMap(form, field) ? targetsOfEvidence : targetsIn;
	if (field.kind === 'link') return textsIn(answer.value).flatMap(targets);
	// Paths in evidence begin where their author says, at the root of the code more often than beside the document.
	if (field.kind === 'prose' || field.kind === 'text')
		return evidenceIn(form, answer)
			.flatMap(targetsIn)
			.filter(({type}) => type !== 'path');
	const columns = field.kind === 'table' ? (field.columns ?? []).filter(({kind}) => kind === 'link') : [];
	if (columns.length === 0) return [];
	const rows = Object.values(answer.value as Readonly<Record<string, Row>>);
	return rows.flatMap(row => columns.flatMap(({id}) => targets(row[id] ?? '')));
}

/** Whether a field gathers what the document's paragraphs rest on: the table or list that the template has for it. */
function isEvidenceMap(form: Form, {kind, label, section, columns}: Field): boolean {
	if (kind !== 'link' && !columns?.some(column => column.kind === 'link')) return false;
	const words = evidenceLabels(form)?.sources ?? [];
	const title = flatten(form.sections).find(({id}) => id === section)?.title ?? '';
	return [label, title].some(text => words.some(word => text.toLowerCase().startsWith(word.toLowerCase())));
}

/** A path that stands there as the paragraphs have it begins where theirs do; a link is followed from the document. */
function targetsOfEvidence(text: string): readonly LinkTarget[] {
	const isLink = text.search(markdownLink) >= 0;
	return targetsIn(text).map(target => (target.type === 'path' && !isLink ? {...target, fromAbove: true} : target));
}

/** What an answer rests on, as it was given or as it stands at the end of a line behind `Evidence:` or the template's word for it. */
function evidenceIn(form: Form, {value, evidence = []}: Extract<Answer, {state: 'answered'}>): readonly string[] {
	const names = ['Evidence', ...(evidenceLabels(form)?.sources ?? [])].map(literal).join('|');
	const written =
		typeof value === 'string' ? value.matchAll(new RegExp(`(?:^|[ \\t])(?:${names}):[ \\t]*(.+)$`, 'gm')) : [];
	return [...evidence, ...[...written].flatMap(([, sources = '']) => sources.split(';'))].map(one => one.trim());
}

/** A link in Markdown, its target in angle brackets or not; parentheses in it are in pairs (CommonMark 6.3). */
const markdownLink = /\[[^\]]*\]\(\s*(?:<([^<>\n]*)>|((?:[^\s()]|\([^\s()]*\))+))/g;

/** Where a text leads that is a link or a path, or has Markdown links in it. */
export function targetsIn(text: string): readonly LinkTarget[] {
	const links = [...text.matchAll(markdownLink)].map(([, angled, plain]) => angled ?? plain ?? '');
	if (links.length > 0) return links.flatMap(to => targetOf(decoded(to)) ?? []);
	const trimmed = text.trim();
	const meant = trimmed.replace(/^see(?: also)?\s+/i, '');
	const isSeen = meant !== trimmed;
	const numbers = sectionsIn(meant, isSeen);
	if (numbers.length > 0) return numbers.map(to => ({type: 'section', to}));
	const bare = (isSeen ? meant.replace(/[.,;]$/, '') : meant).replace(/^(`|<)(.*)(?:`|>)$/, '$2');
	const target = targetOf(bare.replace(/:\d+(?:[-:]\d+)?$/, ''));
	return target && (target.type === 'anchor' || looksLikePath(target.to)) ? [target] : [];
}

const number = String.raw`\d{1,4}(?:\.\d{1,4}){0,5}`;
const sign = String.raw`(?:§{1,2}|sections?|sec\.)`;
const references = new RegExp(
	String.raw`^(${sign}\s*)?${number}(?:\s*(?:,|;|&|and|or)\s*(?:${sign}\s*)?${number})*(?=$|\s*[.,;:()–—]|\s-\s)`,
	'i',
);

/**
 * The sections that a text names and nothing else: `§9`, `Section 9.2 (Risks)`, behind "see" a mere number; none of
 * another document.
 */
function sectionsIn(text: string, isSeen: boolean): readonly string[] {
	const [named, marked] = references.exec(text) ?? [];
	if (named === undefined || (marked === undefined && !isSeen)) return [];
	return named.match(new RegExp(number, 'g')) ?? [];
}

/** What a link's target is; undefined for the web, for what is not relative, and for what still has blanks in it. */
function targetOf(to: string): LinkTarget | undefined {
	// A number alone is a ticket's.
	if (to.startsWith('#')) return /^#\S*\p{L}\S*$/u.test(to) ? {type: 'anchor', to: to.slice(1)} : undefined;
	const path = to.replace(/[?#].*$/s, '');
	if (path === '' || /^(?:[a-z][a-z\d+.-]*:|[/\\~]|www\.)/i.test(path)) return undefined;
	if (/[\p{Cc}*{}<>|"]/u.test(path)) return undefined;
	const anchor = /\.(?:md|markdown)#(\S+)$/i.exec(to)?.[1];
	// A line of the source (`#L12`) is no heading.
	return {type: 'path', to: path, ...(anchor === undefined || /^L\d+(?:-L?\d+)?$/.test(anchor) ? {} : {anchor})};
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
