/** How far the documents of a folder are, as a table for a terminal and for an index page. */

import type {Completeness, Share} from '../completeness/types.ts';
import {ownStatus, statusWords} from '../form/index.ts';
import type {Document} from '../form/types.ts';
import type {QuestionRow} from '../checks/index.ts';
import type {Message} from '../checks/types.ts';
import {cells, cut, pad, sanitize} from '../text/index.ts';

export type StatusRow = {
	/** The file, with `/`, from the folder that was asked about. */
	readonly path: string;
	readonly title: string;
	readonly template: string | undefined;
	/** What the document says of its own status, such as Draft. */
	readonly status: string | undefined;
	readonly required: Share;
	readonly all: Share;
	/** Required fields without an answer. */
	readonly open: number;
	/** Questions of its own that wait for their answer. */
	readonly questions: number;
	readonly errors: number;
	readonly warnings: number;
};

type Seen = {
	readonly path: string;
	readonly title: string;
	readonly template: string | undefined;
	readonly document: Document;
	readonly messages: readonly Message[];
	readonly questions: readonly QuestionRow[];
	readonly completeness: Completeness;
};

/** What is to be said of a document. An open field is no finding as well: it is counted once. */
export function statusRow({
	path,
	title,
	template,
	document,
	messages,
	questions,
	completeness: {required, all},
}: Seen): StatusRow {
	const count = (severity: Message['severity']): number =>
		messages.filter(message => message.severity === severity && message.ruleId !== 'required-answer').length;
	return {
		path,
		title: oneLine(title),
		template,
		status: statusOf(document),
		required,
		all,
		open: required.total - required.answered,
		questions: questions.filter(({isWaiting}) => isWaiting).length,
		errors: count('error'),
		warnings: count('warn'),
	};
}

function statusOf({form, answers}: Document): string | undefined {
	const field = ownStatus(form);
	const said = oneLine(statusWords(field && answers.get(field.id)));
	return said === '' ? undefined : cut(said, longestStatus, '…');
}

/** Cells of a status; in a section of that name there may be prose. */
const longestStatus = 24;

function oneLine(text: string): string {
	return sanitize(text).replaceAll(/\s+/g, ' ').trim();
}

const heads = [
	'document',
	'title',
	'template',
	'status',
	'required',
	'open',
	'questions',
	'errors',
	'warnings',
] as const;
const numbers = heads.indexOf('required');
const asked = heads.indexOf('questions');

function cellsOf({
	path,
	title,
	template,
	status,
	required,
	open,
	questions,
	errors,
	warnings,
}: StatusRow): readonly string[] {
	const counts = [open, questions, errors, warnings].map(count => (count === 0 ? '' : String(count)));
	return [
		sanitize(path).replaceAll('\n', '␊'),
		title,
		template ?? '',
		status ?? '',
		`${required.percent} %`,
		...counts,
	];
}

/** The narrowest that paths, titles and templates are cut to. */
const narrowest = 12;

/**
 * The lines of a table: its head, then one for each row, at most `width` cells wide where one is given and that is enough
 * for what is not cut. Titles give way first, then paths, which are told by their ends, then templates. Questions have a
 * column where there are any.
 */
export function statusTable(rows: readonly StatusRow[], width = Infinity): readonly string[] {
	const shown = rows.some(({questions}) => questions > 0) ? heads : heads.toSpliced(asked, 1);
	const table = [shown, ...rows.map(row => (shown === heads ? cellsOf(row) : cellsOf(row).toSpliced(asked, 1)))];
	const widths = shown.map((_, column) => Math.max(...table.map(row => cells(row[column]!))));
	let over = widths.reduce((sum, one) => sum + one + 2, -2) - width;
	for (const column of [heads.indexOf('title'), heads.indexOf('document'), heads.indexOf('template')]) {
		const given = Math.max(0, Math.min(over, widths[column]! - narrowest));
		widths[column]! -= given;
		over -= given;
	}
	return table.map(row =>
		row
			.map((text, column) => {
				const room = widths[column]!;
				if (column >= numbers) return ' '.repeat(Math.max(0, room - cells(text))) + text;
				return pad(column === 0 ? cutFront(text, room) : cut(text, room, '…'), room);
			})
			.join('  ')
			.trimEnd(),
	);
}

/** The end of a path that fits: its name says more than the folders that it lies in. */
function cutFront(text: string, width: number): string {
	if (cells(text) <= width) return text;
	let rest = text;
	while (rest !== '' && cells(rest) > width - 1) rest = rest.slice((rest.codePointAt(0) ?? 0) > 0xffff ? 2 : 1);
	return `…${rest}`;
}

/**
 * The rows as a Markdown table, each with a link to its document.
 *
 * @param linked a row's path from the page that the table is for; the row's own is from the folder that was asked about
 */
export function statusMarkdown(rows: readonly StatusRow[], linked: (path: string) => string = path => path): string {
	const line = (texts: readonly string[]): string => `| ${texts.join(' | ')} |\n`;
	const body = rows.map(row => {
		const [path = '', title = '', ...rest] = cellsOf(row);
		return line([`[${escaped(title === '' ? path : title)}](${linkTo(linked(row.path))})`, ...rest.map(escaped)]);
	});
	const [, ...columns] = heads;
	const rule = columns.map((_, index) => (index + 1 >= numbers ? '---:' : '---'));
	return [line(['document', ...columns.slice(1)]), line(rule), ...body].join('');
}

/** A text in a cell that says what it says and nothing else: no link, code, emphasis, HTML, entity, or end of the cell. */
function escaped(text: string): string {
	return text.replaceAll(/[\\`*_[\]<>|~&!#$]/g, '\\$&').replaceAll('@', '&#64;');
}

/** A path as a link's destination; `./` in front, so that a name with a colon is no scheme. */
function linkTo(path: string): string {
	const encoded = path
		.toWellFormed()
		.split('/')
		.map(part =>
			encodeURIComponent(part).replaceAll(/[()*'!]/g, one => `%${one.charCodeAt(0).toString(16).toUpperCase()}`),
		)
		.join('/');
	return encoded.startsWith('../') ? encoded : `./${encoded}`;
}
