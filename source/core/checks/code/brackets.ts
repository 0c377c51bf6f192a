/**
 * GraphQL and SQL as far as this can be told without a parser: brackets that close, in their order, and quotes that end. What
 * stands in quotes and comments is left alone, and so is a text in which dialects differ on what these are.
 */

import type {CodeFault} from './types.ts';

type Language = {
	/** Comments and quoted texts that end; each begins with what nothing else begins with. */
	readonly opaque: RegExp;
	/** The sign that begins a text that does not. */
	readonly quote: RegExp;
	readonly brackets: string;
	/** Where dialects differ. */
	readonly unsure?: RegExp;
};

/** GraphQL, October 2021, section 2.1. */
const graphql: Language = {
	opaque: /#[^\r\n]*|"""(?:[^"\\]|\\[^]|"(?!""))*"""|"(?:[^"\\\r\n]|\\.)*"/y,
	quote: /"/y,
	brackets: '{}[]()',
};

/** SQL:2016, section 5; backticks are MySQL's. Backslashes, dollars, hashes and comments in comments are not the same everywhere. */
const sql: Language = {
	opaque: /--[^\r\n]*|\/\*(?:[^*]|\*(?!\/))*\*\/|'(?:[^']|'')*'|"(?:[^"]|"")*"|`[^`]*`/y,
	quote: /['"`]|\/\*/y,
	brackets: '()',
	unsure: /\\|\$[\p{L}\p{N}_]*\$|#|\/\*(?:[^*]|\*(?!\/))*\/\*/u,
};

export function graphqlFault(code: string): CodeFault | undefined {
	return bracketFault(code, graphql);
}

export function sqlFault(code: string): CodeFault | undefined {
	return bracketFault(code, sql);
}

function bracketFault(code: string, {opaque, quote, brackets, unsure}: Language): CodeFault | undefined {
	if (unsure?.test(code)) return undefined;
	const open: {readonly sign: string; readonly at: number}[] = [];
	for (let at = 0; at < code.length; at++) {
		opaque.lastIndex = at;
		quote.lastIndex = at;
		const skipped = opaque.exec(code)?.[0].length ?? 0;
		if (skipped > 0) {
			at += skipped - 1;
		} else if (quote.test(code)) {
			return {
				range: {from: at, to: at + 1},
				reason: `what begins with ${code[at]!} here never ends`,
				help: 'Close it.',
			};
		} else {
			const kind = brackets.indexOf(code[at]!);
			if (kind < 0) continue;
			if (kind % 2 === 0) {
				open.push({sign: code[at]!, at});
				continue;
			}

			const last = open.pop();
			if (last?.sign === brackets[kind - 1]) continue;
			const wanted = last && brackets[brackets.indexOf(last.sign) + 1];
			return {
				range: {from: at, to: at + 1},
				reason: `"${code[at]!}" closes nothing${wanted === undefined ? '' : `, "${wanted}" was expected`}`,
				help: 'Open it, or take it out.',
			};
		}
	}

	const left = open.at(-1);
	return left && {range: {from: left.at, to: left.at + 1}, reason: `"${left.sign}" is never closed`, help: 'Close it.'};
}
