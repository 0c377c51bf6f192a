/** JSON as RFC 8259 has it. `JSON.parse` says what is wrong in words that differ by engine, and not always where. */

import type {CodeFault} from './types.ts';

/** What may come next. */
type Wanted = 'value' | 'value or ]' | 'name' | 'name or }' | ':' | ', or end' | 'nothing';

const words: Readonly<Record<Wanted, string>> = {
	value: 'a value',
	'value or ]': 'a value or "]"',
	name: 'a name in double quotes',
	'name or }': 'a name in double quotes or "}"',
	':': '":"',
	', or end': '"," or the closing bracket',
	nothing: 'nothing more',
};

const blank = /[ \t\r\n]*/y;
const token =
	/[{}[\],:]|"(?:[^"\\\u0000-\u001F]|\\(?:["\\/bfnrt]|u[\dA-Fa-f]{4}))*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;
/** What is quoted where no token is. */
const piece = /[\p{L}\p{N}_]+|[^]/uy;

function matchAt(pattern: RegExp, text: string, at: number): string {
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? '';
}

/** The first thing that keeps a text from being one JSON value; undefined where it is one. */
export function jsonFault(text: string): CodeFault | undefined {
	const open: {readonly sign: string; readonly at: number}[] = [];
	let wanted: Wanted = 'value';
	let before = '';
	let beforeEnd = 0;
	for (let at = matchAt(blank, text, 0).length; ;) {
		const found = matchAt(token, text, at);
		if (at === text.length) return wanted === 'nothing' ? undefined : endless(open.at(-1), before, beforeEnd, wanted);
		const next: Wanted | undefined = found === '' ? undefined : after(found, wanted, open);
		if (!next) return misplaced(text, at, found, wanted, before);
		if (found === '{' || found === '[') open.push({sign: found, at});
		wanted = next;
		before = found;
		beforeEnd = at + found.length;
		at = beforeEnd + matchAt(blank, text, beforeEnd).length;
	}
}

/** What may follow a token, undefined where it can't stand there; a bracket that it closes is taken away. */
function after(found: string, wanted: Wanted, open: {readonly sign: string}[]): Wanted | undefined {
	const inside = open.at(-1)?.sign;
	const isOver = (): Wanted => (open.length > 0 ? ', or end' : 'nothing');
	switch (found) {
		case '}':
		case ']': {
			const mayClose = wanted === ', or end' || wanted === (found === '}' ? 'name or }' : 'value or ]');
			if (!mayClose || inside !== (found === '}' ? '{' : '[')) return undefined;
			open.pop();
			return isOver();
		}

		case ',': {
			if (wanted !== ', or end') return undefined;
			return inside === '{' ? 'name' : 'value';
		}

		case ':': {
			return wanted === ':' ? 'value' : undefined;
		}

		default: {
			const isName = wanted === 'name' || wanted === 'name or }';
			if (isName) return found.startsWith('"') ? ':' : undefined;
			if (wanted !== 'value' && wanted !== 'value or ]') return undefined;
			if (found === '{') return 'name or }';
			return found === '[' ? 'value or ]' : isOver();
		}
	}
}

function endless(
	open: {readonly sign: string; readonly at: number} | undefined,
	before: string,
	end: number,
	wanted: Wanted,
): CodeFault {
	if (open && wanted === ', or end') {
		return {
			range: {from: open.at, to: open.at + 1},
			reason: `"${open.sign}" is never closed`,
			help: `Put "${open.sign === '{' ? '}' : ']'}" where what it holds ends.`,
		};
	}

	const reason = before === '' ? 'there is no value' : `nothing after ${quote(before)}`;
	return {range: {from: end, to: end}, reason, help: expected(wanted)};
}

function misplaced(text: string, at: number, found: string, wanted: Wanted, before: string): CodeFault {
	const shown = found === '' ? matchAt(piece, text, at) : found;
	const range = {from: at, to: at + shown.length};
	if (shown === '"') {
		return {
			range,
			reason: 'the text in quotes has no end, or a sign in it that needs a backslash',
			help: 'Close it in the same line; line ends, quotes and backslashes in it are written \\n, \\" and \\\\.',
		};
	}

	if (text.startsWith('//', at) || text.startsWith('/*', at) || shown === '#')
		return {range, reason: 'a comment', help: 'JSON has none: take it out.'};
	if (before === ',' && (shown === '}' || shown === ']'))
		return {range, reason: `"," stands in front of "${shown}"`, help: 'Take the comma out, or add what should follow.'};
	return {range, reason: `${quote(shown)} can't stand here`, help: expected(wanted)};
}

function expected(wanted: Wanted): string {
	if (wanted === 'nothing') return 'Nothing can follow a whole value.';
	const asked = words[wanted];
	return `${asked.charAt(0).toUpperCase()}${asked.slice(1)} can stand here.`;
}

function quote(found: string): string {
	const plain = found.startsWith('"') && found.length > 1 ? found.slice(1, -1) : found;
	return `"${plain.length > 24 ? `${plain.slice(0, 23)}…` : plain}"`;
}
