/**
 * A tokenizer for languages whose words mean other things inside brackets, strings and names: each mode has its own
 * ordered rules, and the first one that matches wins, as in the tokenizers that Mermaid's parsers are made with.
 */

/** One rule: in which modes it holds, what it matches, which token that is, and which mode follows. */
export type TokenRule = {
	/** Modes where the rule holds; without it where a diagram starts. */
	readonly modes: readonly string[];
	readonly pattern: RegExp;
	/** Undefined for what has no meaning, such as white space. */
	readonly token: string | undefined;
	/** How many modes end here, before one may begin. */
	readonly leave: number;
	readonly enter: string | undefined;
};

/** A token's name and range. `end` stands behind the last one, `unreadable` where no rule matched. */
export type Token = {readonly name: string; readonly from: number; readonly to: number};

/** The tokens of a text, and the places of what it opened and never closed, the innermost last. */
export type Tokens = {readonly tokens: readonly Token[]; readonly open: readonly Opened[]};

/** A mode that was entered, and by which piece of the text. */
export type Opened = {readonly mode: string; readonly from: number; readonly to: number};

/** The mode in which every text begins. */
export const start = 'start';

/** What is quoted where no rule matches. */
const word = /\s*(?:[\p{L}\p{N}_]+|.)/suy;

type Turn = {readonly in?: string; readonly leave?: number; readonly enter?: string};

/** What makes rules for one language; `flags` are added to each pattern's own. */
export function ruleMaker(flags: '' | 'i') {
	return (pattern: RegExp, token?: string, turn: Turn = {}): TokenRule => ({
		modes: (turn.in ?? start).split(' '),
		pattern: new RegExp(pattern.source, `y${flags}${pattern.flags}`),
		token,
		leave: turn.leave ?? 0,
		enter: turn.enter,
	});
}

/** Rules by mode. `*` in a rule's modes stands for all of them. */
export function rulesByMode(rules: readonly TokenRule[]): ReadonlyMap<string, readonly TokenRule[]> {
	const modes = new Set(rules.flatMap(rule => [...rule.modes, rule.enter ?? start]));
	modes.delete('*');
	return new Map(
		[...modes].map(mode => [mode, rules.filter(rule => rule.modes.includes(mode) || rule.modes.includes('*'))]),
	);
}

/**
 * Cuts a text into tokens.
 *
 * @param runs names of tokens of which several in a row are one, such as the characters of a label.
 */
export function tokenize(
	text: string,
	rules: ReadonlyMap<string, readonly TokenRule[]>,
	runs: ReadonlySet<string>,
): Tokens {
	const tokens: Token[] = [];
	const open: Opened[] = [];
	let at = 0;
	let isLast = false;
	// The end of the text is tried too, once: there are rules for it, and rules that match nothing.
	while (!isLast) {
		isLast = at === text.length;
		const from = at;
		const rule = rules.get(open.at(-1)?.mode ?? start)?.find(({pattern}) => {
			pattern.lastIndex = from;
			return pattern.test(text);
		});
		if (!rule) {
			if (isLast) break;
			word.lastIndex = from;
			tokens.push({name: 'unreadable', from, to: word.test(text) ? word.lastIndex : text.length});
			return {tokens, open};
		}

		at = rule.pattern.lastIndex;
		open.length = Math.max(0, open.length - rule.leave);
		if (rule.enter !== undefined) open.push({mode: rule.enter, from, to: at});
		if (rule.token === undefined) continue;
		const last = tokens.at(-1);
		if (last?.name === rule.token && runs.has(rule.token)) tokens[tokens.length - 1] = {...last, to: at};
		else tokens.push({name: rule.token, from, to: at});
	}

	tokens.push({name: 'end', from: text.length, to: text.length});
	return {tokens, open};
}
