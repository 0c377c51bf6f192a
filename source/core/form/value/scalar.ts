/** Scalars in front matter: plain where YAML 1.2 reads them back as the same string, otherwise double-quoted. */

import type {Range} from '../types.ts';

const plain = /^[\p{L}\p{N}_./(][\p{L}\p{N}\p{M} _./()+@%-]*$/u;
const special = /^(?:true|false|yes|no|on|off|null|~)$/i;

/** What TOML takes without quotes: a truth value, a number, a date. */
const tomlLiteral =
	/^(?:true|false|[+-]?\d+(?:\.\d+)?|\d{4}-\d{2}-\d{2}(?:[T ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:Z|[+-]\d{2}:\d{2})?)?)$/;

/** How TOML holds a value: `bare` where what stands there has no quotes, so that a number stays one. */
export type Toml = 'bare' | 'string';

/** A one-line value as a scalar of front matter. `inQuotes`: the quotes stand in the template around it. */
export function encodeScalar(value: string, inQuotes?: '"' | "'", toml?: Toml): string {
	if (inQuotes === "'") return value.replaceAll("'", "''");
	// A backslash by its number: in front of the closing quote it would be taken for that quote's own.
	if (inQuotes === '"')
		return JSON.stringify(value)
			.slice(1, -1)
			.replaceAll('\\\\', String.raw`\x5c`);
	if (toml !== undefined) return toml === 'bare' && tomlLiteral.test(value) ? value : JSON.stringify(value);
	if (plain.test(value) && !special.test(value) && !value.endsWith(' ')) return value;
	return JSON.stringify(value);
}

/** The value of a scalar as it stands; a comment behind it is dropped. */
export function decodeScalar(text: string, inQuotes?: '"' | "'"): string {
	const trimmed = text.trim();
	if (inQuotes === "'") return trimmed.replaceAll("''", "'");
	if (inQuotes === '"') return unquote(trimmed);
	const double = /^"((?:[^"\\]|\\.)*)"/.exec(trimmed);
	if (double) return unquote(double[1]!);
	const single = /^'((?:[^']|'')*)'/.exec(trimmed);
	if (single) return single[1]!.replaceAll("''", "'");
	return trimmed.replace(/\s#.*$/, '').trim();
}

const escapes: Readonly<Record<string, string>> = {n: '\n', t: '\t', r: '\r', b: '\b', f: '\f', '0': '\0', e: '\u001B'};

function unquote(text: string): string {
	return text.replaceAll(
		/\\(?:u([\dA-Fa-f]{4})|x([\dA-Fa-f]{2})|(.))/g,
		(_, unicode?: string, hex?: string, other?: string) => {
			const code = unicode ?? hex;
			if (code !== undefined) return String.fromCharCode(Number.parseInt(code, 16));
			return escapes[other!] ?? other!;
		},
	);
}

/** The quote in which a piece of a scalar stands, with or without words of the template's around it. */
export function quoteAround(source: string, range: Range): '"' | "'" | undefined {
	let start = range.from;
	while (start > 0 && source[start - 1] !== '\n' && source[start - 1] !== '\r') start--;
	const open = /(?:[:=]|^\s*-)\s*(?:-\s+)*(?<quote>["'])(?:(?!\k<quote>).)*$/.exec(source.slice(start, range.from));
	const quote = open?.groups?.['quote'] as '"' | "'" | undefined;
	const behind = /^[^\r\n]*/.exec(source.slice(range.to))![0];
	return quote !== undefined && behind.includes(quote) ? quote : undefined;
}

/** How a scalar's place holds a value where the front matter is TOML. */
export function tomlAt(source: string, range: Range): Toml | undefined {
	if (!/^\uFEFF?\+\+\+/.test(source)) return undefined;
	return /^["'[]|^$/.test(source.slice(range.from, range.to)) ? 'string' : 'bare';
}
