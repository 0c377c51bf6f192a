/**
 * Reading an answers file (YAML 1.2, of which JSON is a part) into plain data. The only file here that knows the YAML
 * parser. Scalars stay the text they were written as, so that `1.10`, `0x1F`, `yes` or a number beyond what JavaScript
 * can hold come through unchanged; tags have no meaning here and are refused.
 */
import {
	isAlias,
	isMap,
	isScalar,
	isSeq,
	LineCounter,
	parseDocument,
	stringify,
	type Document,
	type Node,
	type YAMLParseError,
} from 'yaml';
import {failure, success, type Problem, type Result} from '../core/problem.ts';

/** Where a value stands in the file, by its path of keys and 0-based indexes joined with `pathSeparator`. */
export type Places = ReadonlyMap<string, {readonly line: number; readonly column: number}>;

export const pathSeparator = '\u0000';

/** Data from an answers file: strings, lists and objects without prototype. */
export type Plain = string | readonly Plain[] | {readonly [key: string]: Plain};

/** So many values are enough for any document; more comes from aliases that multiply each other. */
const mostNodes = 100_000;
const deepest = 100;
const tooDeep = 'The values are nested too deeply.';

type Fault = {readonly reason: string; readonly offset: number};

/** Parses the text of an answers file; `path` names it in problems. Every fault is a problem with exit 2. */
export function parseAnswersFile(text: string, path: string): Result<{readonly data: Plain; readonly places: Places}> {
	const lines = new LineCounter();
	const at = (offset: number): {path: string; line: number; column: number} => {
		const {line, col} = lines.linePos(offset);
		return {path, line: Math.max(line, 1), column: Math.max(col, 1)};
	};
	const parsed = parse(text, lines);
	if (!parsed.ok) return failure({...answersProblem(parsed.fault.reason), place: at(parsed.fault.offset)});
	const {contents} = parsed.document;
	if (contents === null) return failure(answersProblem(`${path} is empty.`));
	const converted = convert(contents, parsed.document, at);
	if ('reason' in converted) return failure({...answersProblem(converted.reason), place: at(converted.offset)});
	return success(converted);
}

/** Parses what stands behind `--set ID=`: a YAML value on its own, such as `text`, `[a, b]` or `{notApplicable: why}`. */
export function parseSetValue(text: string, id: string): Result<Plain> {
	const quote = `Put the value in quotes if it is meant as text: --set '${id}="…"'`;
	if (text.trim() === '') return success('');
	const lines = new LineCounter();
	const parsed = parse(text, lines);
	if (!parsed.ok) {
		return failure({
			...answersProblem(`--set ${id}: the value is not valid YAML: ${parsed.fault.reason}`),
			next: quote,
		});
	}
	const {contents} = parsed.document;
	if (contents === null) {
		return failure({
			...answersProblem(`--set ${id}: "${text}" is empty to YAML, which reads # as a comment.`),
			next: quote,
		});
	}
	const converted = convert(contents, parsed.document, () => ({line: 1, column: 1}));
	if ('reason' in converted) return failure({...answersProblem(`--set ${id}: ${converted.reason}`), next: quote});
	return success(converted.data);
}

function answersProblem(summary: string): Problem {
	return {code: 'answers.syntax', summary, exit: 2};
}

type Parsed = {readonly ok: true; readonly document: Document.Parsed} | {readonly ok: false; readonly fault: Fault};

/**
 * Whether a text opens far more than it closes. The parser takes seconds to find out by running out of stack, and no
 * answer needs it; brackets in prose count too, so the bound is generous.
 */
function opensTooMuch(text: string): boolean {
	if (/(?:[-?] +){500}/.test(text)) return true;
	let open = 0;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === 0x5b || code === 0x7b) open++;
		else if ((code === 0x5d || code === 0x7d) && open > 0) open--;
		if (open > 1000) return true;
	}
	return false;
}

function parse(text: string, lineCounter: LineCounter): Parsed {
	if (opensTooMuch(text)) return {ok: false, fault: {reason: tooDeep, offset: 0}};
	try {
		const document = parseDocument(text, {
			lineCounter,
			// Every scalar is a string: the text that was written.
			schema: 'failsafe',
			prettyErrors: false,
			uniqueKeys: true,
			logLevel: 'error',
		});
		const [error] = document.errors;
		if (error === undefined) return {ok: true, document};
		return {ok: false, fault: {reason: reasonOf(error, text), offset: error.pos[0]}};
	} catch {
		return {ok: false, fault: {reason: tooDeep, offset: 0}};
	}
}

function reasonOf(error: YAMLParseError, text: string): string {
	if (error.code === 'DUPLICATE_KEY') {
		const key = /^[^:\n]*/.exec(text.slice(error.pos[0]))?.[0].trim() ?? '';
		return key === '' ? 'A key is given twice.' : `The key ${key} is given twice.`;
	}
	// The parser goes as deep as the text does and runs out of stack on thousands of open brackets.
	if (error.message.includes('call stack')) return tooDeep;
	if (error.code === 'MULTIPLE_DOCS') return 'It holds more than one YAML document; leave one.';
	const [first = ''] = error.message.split('\n');
	return /[.!?]$/.test(first) ? first : `${first}.`;
}

type Converted = {readonly data: Plain; readonly places: Places};

function convert(
	contents: Node,
	document: Document.Parsed,
	at: (offset: number) => {readonly line: number; readonly column: number},
): Converted | Fault {
	const places = new Map<string, {readonly line: number; readonly column: number}>();
	let count = 0;
	let fault: Fault | undefined;

	const refuse = (reason: string, node: Node): Plain => {
		fault ??= {reason, offset: node.range?.[0] ?? 0};
		return '';
	};

	const visit = (node: Node | null, path: readonly string[], from: Node): Plain => {
		if (fault !== undefined) return '';
		if (node === null) return '';
		count++;
		if (count > mostNodes) return refuse('It holds too many values; aliases may not multiply them.', from);
		if (path.length > deepest) return refuse(tooDeep, from);
		if (isAlias(node)) {
			const target = node.resolve(document);
			return target === undefined ? refuse(`No anchor is named "${node.source}".`, node) : visit(target, path, node);
		}
		if (typeof node.tag === 'string' && isExplicit(node))
			return refuse(`The tag ${node.tag} has no meaning here.`, node);
		if (!places.has(path.join(pathSeparator))) places.set(path.join(pathSeparator), at(node.range?.[0] ?? 0));
		if (isSeq<Node>(node)) return node.items.map((item, index) => visit(item, [...path, String(index)], node));
		if (isMap<Node, Node | null>(node)) {
			const data = Object.create(null) as Record<string, Plain>;
			for (const {key, value} of node.items) {
				if (!isScalar(key)) return refuse('A key must be plain text.', key);
				const name = scalarText(key.value);
				const below = [...path, name];
				places.set(below.join(pathSeparator), at(key.range?.[0] ?? 0));
				data[name] = visit(value, below, key);
			}
			return data;
		}
		if (!isScalar(node)) return refuse('This is not a value.', node);
		const text = scalarText(node.value);
		return text.isWellFormed() ? text : refuse('The text holds half of a surrogate pair.', node);
	};

	const data = visit(contents, [], contents);
	return fault ?? {data, places};
}

function scalarText(value: unknown): string {
	return typeof value === 'string' ? value : '';
}

/** The parser names a tag on collections that had none written; what was written stands in the source token. */
function isExplicit(node: Node): boolean {
	return (
		node.tag !== undefined &&
		!['tag:yaml.org,2002:map', 'tag:yaml.org,2002:seq', 'tag:yaml.org,2002:str'].includes(node.tag)
	);
}

/** An answers file's text (YAML) from plain data; reading it gives the same data. */
export function formatAnswersFile(data: unknown): string {
	// Lines are never folded: an author edits this file.
	return stringify(data, {lineWidth: 0, aliasDuplicateObjects: false});
}
