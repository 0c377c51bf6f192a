/** A field's text as an answer, and what its place asks for beyond its kind. */

import {success} from '../problem.ts';
import type {Problem, Result} from '../problem.ts';
import type {Answer, Field, Form, Row, Value} from './types.ts';
import {withEvidence} from './evidence.ts';
import {textLines} from './gap-lines.ts';
import {beginsBlock} from './block-start.ts';
import {standingText} from './mirror.ts';
import {planOf} from './plan.ts';
import type {Chunk, Token} from './plan.ts';
import {decodeCell, encodeCell, cellsOf} from './value/cell.ts';
import {escapeDelimiter, escapeLines, unescapeDelimiter, unescapeLines} from './value/escape.ts';
import type {EscapeOptions} from './value/escape.ts';
import {
	decode,
	encode,
	isEmptyValue,
	normalValue,
	readNamedNotApplicable,
	readNotApplicable,
	sameValue,
	shapeOf,
	writeNotApplicable,
} from './value/index.ts';
import type {ValueContext} from './value/index.ts';
import {decodeScalar, encodeScalar, quoteAround, tomlAt} from './value/scalar.ts';

export type Setting = ValueContext & {
	/** The template's words that follow on the same line. */
	readonly delimiter: string;
	/** True where nothing but a bullet stands in front of it on its line. */
	readonly startsLine: boolean;
	/** What parts it from a key in front of it: in YAML `key:value` is a word. */
	readonly lead: '' | ' ';
	readonly original: string;
	/** The template's own text where names in it are answered. */
	readonly bare?: string;
};

const settings = new WeakMap<Form, Map<string, Setting>>();

/**
 * What a field's place asks for.
 *
 * @param answers where they are known: names in the template's own text there stand as they are answered
 */
export function settingOf(form: Form, chunk: Chunk, field: Field, answers?: ReadonlyMap<string, Answer>): Setting {
	const setting = plainSetting(form, chunk, field);
	const names = answers && planOf(form).names.get(field.id);
	if (!names) return setting;
	const standing = standingText(form, field, names, answers).replaceAll(/\r\n?/g, '\n');
	return {...setting, original: standing, bare: setting.original};
}

function plainSetting(form: Form, chunk: Chunk, field: Field): Setting {
	let known = settings.get(form);
	if (!known) {
		known = new Map<string, Setting>();
		settings.set(form, known);
	}

	let setting = known.get(field.id);
	if (!setting) {
		const {source} = form;
		const quoted = field.place.at === 'yaml' ? quoteAround(source, field.range) : undefined;
		const toml = field.place.at === 'yaml' ? tomlAt(source, field.range) : undefined;
		let lineStart = field.range.from;
		while (lineStart > 0 && source[lineStart - 1] !== '\n' && source[lineStart - 1] !== '\r') lineStart--;
		setting = {
			original: source.slice(field.range.from, field.range.to).replaceAll(/\r\n?/g, '\n'),
			lead:
				field.place.at === 'yaml' && quoted === undefined && /[:=-]/.test(source[field.range.from - 1] ?? '')
					? ' '
					: '',
			structural: chunk.structural,
			delimiter: delimiterOf(source, chunk, field),
			startsLine: /^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(source.slice(lineStart, field.range.from)),
			...(quoted && {quoted}),
			...(toml && {toml}),
		};
		known.set(field.id, setting);
	}

	return setting;
}

const rowTokens = new WeakMap<Chunk, ReadonlyMap<string, readonly Token[]>>();

/** The heading or row that each of a chunk's fields stands in. */
function tokensByField(chunk: Chunk): ReadonlyMap<string, readonly Token[]> {
	let known = rowTokens.get(chunk);
	if (!known) {
		const found = new Map<string, readonly Token[]>();
		for (const tokens of [chunk.headingTokens, ...chunk.rows.map(row => row.tokens)])
			for (const token of tokens)
				if (token.type === 'slot' && !found.has(token.field.id)) found.set(token.field.id, tokens);
		known = found;
		rowTokens.set(chunk, known);
	}

	return known;
}

function delimiterOf(source: string, chunk: Chunk, field: Field): string {
	const tokens = tokensByField(chunk).get(field.id) ?? [];
	const at = tokens.findIndex(token => token.type === 'slot' && token.field.id === field.id);
	const next = tokens[at + 1];
	const marker = tokens
		.slice(at + 1)
		.find(token => token.type !== 'static' || source.slice(token.from, token.to).trim() !== '');
	// A marker behind it may be gone; where words of the value say the same, these are not that.
	if (marker?.type === 'guidance') return source.slice(next!.from, marker.to).trimEnd();
	if (next?.type !== 'static' || tokens.slice(at + 2).every(token => token.type === 'guidance')) return '';
	const text = source.slice(next.from, next.to);
	// Blanks alone part it from another value, and from nothing else.
	const {type} = tokens[at + 2]!;
	return text.trim() === '' && type !== 'slot' && type !== 'mirror' ? '' : text;
}

function onOneLine(field: Field): boolean {
	const {at} = field.place;
	return at === 'inline' || at === 'heading' || at === 'cell' || at === 'yaml';
}

/** Whether the words that follow end a value. A quoted scalar has its own way to hold the quotes that end it. */
function isDelimited(field: Field, setting: Setting): boolean {
	return onOneLine(field) && setting.quoted === undefined;
}

/** What a value must not begin where its line begins with it: a block that swallows more, in a heading any other block. */
function lineStart(field: Field, setting: Setting): EscapeOptions | undefined {
	if (!setting.startsLine) return undefined;
	if (field.place.at === 'inline') return {single: 'raw'};
	return field.place.at === 'heading' ? {single: 'raw', structural: beginsBlock} : undefined;
}

/** An answer's value as text in its place. */
export function writeValue(field: Field, value: Value, setting: Setting): Result<string> {
	const encoded = encode(field, value, setting);
	if (!encoded.ok) return encoded;
	let text = encoded.value;
	if (isDelimited(field, setting)) text = escapeDelimiter(text, setting.delimiter);
	const start = lineStart(field, setting);
	if (start) text = escapeLines(text, start);
	if (isDelimited(field, setting)) text = besideWords(text, setting.delimiter);
	return success(setting.lead + text);
}

/** A text in front of the template's words: a backslash at its end would hide these, so a blank parts the two. */
function besideWords(text: string, delimiter: string): string {
	return text.endsWith('\\') && delimiter !== '' && !/^\s/.test(delimiter) ? `${text} ` : text;
}

/** "Not applicable" as text in a field's place. */
export function writeAbsent(field: Field, reason: string, setting: Setting): string {
	const words = writeNotApplicable(reason);
	const {at} = field.place;
	if (at === 'label') return ` ${words}`;
	if (at === 'yaml') return setting.lead + encodeScalar(words, setting.quoted, setting.toml);
	if (at === 'rows') return `| ${encodeCell(words)} |${'  |'.repeat(Math.max(0, (field.columns?.length ?? 1) - 1))}`;
	if (!onOneLine(field)) return words;
	const own =
		at === 'cell' ? encodeCell(words) : at === 'heading' ? words.replace(/(\\*)#+$/, found => '\\' + found) : words;
	return besideWords(escapeDelimiter(own, setting.delimiter), setting.delimiter);
}

export type Reading = {readonly answer?: Answer; readonly problem?: Problem};

/**
 * What a field's text says: nothing where it is the template's own, otherwise an answer, or a problem where the kind
 * cannot hold such a text.
 */
export function readText(field: Field, source: string, setting: Setting): Reading {
	const text = source.replaceAll(/\r\n?/g, '\n');
	if (isSame(text, setting.original) || (setting.bare !== undefined && isSame(text, setting.bare))) return {};
	if (text.trim() === '') return {};
	const value = valueOf(field, text, setting);
	const words = wordsOf(field, text, value, setting);
	const reason = field.place.at === 'fence' ? readNamedNotApplicable(words, field.label) : readNotApplicable(words);
	if (reason !== undefined) return {answer: {state: 'not-applicable', reason}};
	if (value === undefined) {
		return {
			problem: {
				code: 'value.unreadable',
				summary: `${field.label} (${field.id}) holds text that is no ${field.kind}.`,
				next: 'Write it as the template has it.',
				exit: 1,
			},
		};
	}

	if (isEmptyValue(value) && shapeOf(field) !== 'boxes') return {};
	return saysTheSame(field, value, setting) ? {} : {answer: {state: 'answered', value}};
}

/** The words of a field's text that may say that it does not apply, its place's own spelling taken off. */
function wordsOf(field: Field, text: string, value: Value | undefined, setting: Setting): string {
	const {at} = field.place;
	if (at === 'rows') {
		const [line = '', another] = text.trim().split('\n');
		const [first, ...others] = cellsOf(line);
		return another === undefined && others.every(cell => cell.text === '') ? decodeCell(first?.text ?? '') : '';
	}

	// Behind an id, as in `T1: N/A`, it is said of that item alone.
	if (field.item?.parts && Array.isArray(value))
		return field.item.idPrefix === undefined ? soleText(value as readonly Row[], field.item.parts[0]!.id) : '';
	if (field.kind === 'prose' && typeof value === 'string') return value;
	// Of several names, links or options, or of the words in a line's brackets, a single one may say so; a comma behind it
	// that parts it from no other is the reason's.
	const sole =
		(field.multiple || at === 'yaml') && Array.isArray(value) && value.length === 1
			? (value as readonly unknown[])[0]
			: undefined;
	if (typeof sole === 'string' && !/(?<!\\),\s*$/.test(text)) return sole;
	const bare = isDelimited(field, setting) ? unescapeDelimiter(text, setting.delimiter) : text;
	if (at === 'cell') return decodeCell(bare);
	if (at === 'yaml') return decodeScalar(bare, setting.quoted);
	return at === 'heading' ? bare.replace(/(\\+)#+$/, found => found.slice(1)) : bare;
}

/** The text in a row's first part where that is all there is. */
function soleText(rows: readonly Row[], first: string): string {
	const [row, another] = rows;
	return row && !another && Object.keys(row).length === 1 && Object.hasOwn(row, first) ? row[first]! : '';
}

/** The value of a field's text, as `writeValue` writes it. */
function valueOf(field: Field, text: string, setting: Setting): Value | undefined {
	let own = text;
	const start = lineStart(field, setting);
	if (start) own = unescapeLines(own, start);
	if (isDelimited(field, setting)) own = unescapeDelimiter(own, setting.delimiter);
	return decode(field, own, setting);
}

/** Whether a value is what the template's text says too, however that is laid out. */
function saysTheSame(field: Field, value: Value, setting: Setting): boolean {
	if (setting.original.trim() === '') return false;
	const standing = valueOf(field, setting.original, setting);
	return standing !== undefined && sameValue(standing, value);
}

function isSame(text: string, original: string): boolean {
	if (text.trim() === original.trim()) return true;
	const a = textLines(text);
	const b = textLines(original);
	return a.length === b.length && a.every((line, index) => line === b[index]);
}

/**
 * An answer as it reads back beside others, undefined where it says nothing: empty, or the template's own text.
 */
export function normalAnswer(
	form: Form,
	chunk: Chunk,
	field: Field,
	answer: Answer,
	answers: ReadonlyMap<string, Answer>,
): Answer | undefined {
	if (answer.state === 'not-applicable') {
		const reason = answer.reason.replaceAll(/\s+/g, ' ').trim();
		const standing = readNotApplicable(settingOf(form, chunk, field).original);
		return reason === standing ? undefined : {state: 'not-applicable', reason};
	}

	if (answer.state === 'left-out') return answer;
	const value = normalValue(field, withEvidence(form, field, answer));
	if (isEmptyValue(value) && shapeOf(field) !== 'boxes') return undefined;
	const setting = settingOf(form, chunk, field, answers);
	const written = writeValue(field, value, setting);
	if (!written.ok) return {state: 'answered', value};
	return readText(field, written.value, setting).answer;
}

/** Whether two answers say the same. */
export function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
	if (!a || !b || a.state !== b.state) return a === b;
	if (a.state === 'answered' && b.state === 'answered') {
		const [evidence = [], others = []] = [a.evidence, b.evidence];
		return (
			sameValue(a.value, b.value) &&
			evidence.length === others.length &&
			evidence.every((source, index) => source === others[index])
		);
	}

	return a.state !== 'not-applicable' || b.state !== 'not-applicable' || a.reason === b.reason;
}

/** The chunk that a field stands in, by field id. */
const homes = new WeakMap<Form, ReadonlyMap<string, Chunk>>();

export function homeOf(form: Form): ReadonlyMap<string, Chunk> {
	let home = homes.get(form);
	if (!home) {
		home = new Map(
			planOf(form).chunks.flatMap(chunk =>
				chunk.segments.flatMap(one => (one.type === 'slot' ? [[one.field.id, chunk] as const] : [])),
			),
		);
		homes.set(form, home);
	}

	return home;
}
