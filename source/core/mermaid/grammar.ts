/**
 * Tells whether tokens follow a grammar, and where they do not, what could have stood there: Earley's algorithm
 * (Communications of the ACM 13, 1970), with what may be empty skipped when it is predicted (Aycock and Horspool,
 * "Practical Earley Parsing", 2002). It takes any grammar, so that one can be written as a person would tell it.
 */

type Production = {
	readonly of: number;
	readonly parts: readonly number[];
	/** The tokens that it may begin with; undefined where it may be nothing. */
	readonly starts: ReadonlySet<number> | undefined;
};

/** A grammar in numbers, one for each symbol: the names that its lines begin with, and the tokens. */
export type Grammar = {
	readonly symbols: readonly string[];
	readonly numbers: ReadonlyMap<string, number>;
	readonly productions: readonly Production[];
	/** The productions of each symbol; none for a token. */
	readonly of: readonly (readonly number[])[];
	readonly mayBeEmpty: ReadonlySet<number>;
};

/**
 * A grammar from its text: a line for each symbol, `name = first | second`, what goes on in the next line begins with
 * `|`. The first symbol is the whole. A name that no line begins with is a token; nothing between bars is nothing.
 */
export function grammarOf(text: string): Grammar {
	const rules = text
		.trim()
		.replaceAll(/\n\s*\|/g, ' |')
		.split('\n')
		.map(line => {
			const [name = '', body = ''] = line.split(/ = | =$/);
			return {name: name.trim(), options: body.split('|').map(option => option.split(/\s+/).filter(Boolean))};
		});
	const symbols = [...new Set([...rules.map(({name}) => name), ...rules.flatMap(({options}) => options.flat())])];
	const numbers = new Map(symbols.map((name, index) => [name, index]));
	const plain = rules.flatMap(({name, options}) =>
		options.map(option => ({of: numbers.get(name)!, parts: option.map(part => numbers.get(part)!)})),
	);
	const mayBeEmpty = new Set<number>();
	const starts = symbols.map((name, symbol) => new Set(rules.some(rule => rule.name === name) ? [] : [symbol]));
	const startsOf = (parts: readonly number[]): readonly number[] => {
		const full = parts.findIndex(part => !mayBeEmpty.has(part));
		return parts.slice(0, full < 0 ? undefined : full + 1).flatMap(part => [...starts[part]!]);
	};

	// What may be empty and what begins with what follow from each other; it is done when a round adds nothing.
	for (let isDone = false; !isDone;) {
		isDone = true;
		for (const {of, parts} of plain) {
			const size = starts[of]!.size + mayBeEmpty.size;
			for (const start of startsOf(parts)) starts[of]!.add(start);
			if (parts.every(part => mayBeEmpty.has(part))) mayBeEmpty.add(of);
			isDone &&= starts[of]!.size + mayBeEmpty.size === size;
		}
	}

	const productions = plain.map(({of, parts}) => ({
		of,
		parts,
		starts: parts.every(part => mayBeEmpty.has(part)) ? undefined : new Set(startsOf(parts)),
	}));
	const of = symbols.map((_, symbol) => [...productions.keys()].filter(index => productions[index]!.of === symbol));
	return {symbols, numbers, productions, of, mayBeEmpty};
}

/** Where a production is: how much of it has been seen, and since which token. */
type Item = {readonly production: number; readonly seen: number; readonly since: number};

/** Items in front of one token, each once, and those that wait for a symbol, so that a finished one finds them. */
type Column = {
	readonly items: Item[];
	readonly known: Set<number>;
	readonly waiting: Map<number, Item[]>;
};

function column(): Column {
	return {items: [], known: new Set(), waiting: new Map()};
}

function add({productions}: Grammar, {items, known, waiting}: Column, item: Item): void {
	// No production has as many parts as that.
	const key = (item.since * productions.length + item.production) * 64 + item.seen;
	if (known.has(key)) return;
	known.add(key);
	items.push(item);
	const next = productions[item.production]!.parts[item.seen];
	if (next === undefined) return;
	const others = waiting.get(next);
	if (others) others.push(item);
	else waiting.set(next, [item]);
}

/**
 * Adds all that follows from the items that a column begins with: what they finish, and what may come next. With a
 * token given only what may begin with it, which is most of the work saved.
 */
function complete(grammar: Grammar, columns: readonly Column[], at: number, token?: number): void {
	const {productions, of, mayBeEmpty} = grammar;
	const here = columns[at]!;
	const predicted = new Set<number>();
	// The list grows while it is walked.
	for (const item of here.items) {
		const {of: whole, parts} = productions[item.production]!;
		const next = parts[item.seen];
		if (next === undefined) {
			for (const {production, seen, since} of columns[item.since]!.waiting.get(whole) ?? [])
				add(grammar, here, {production, seen: seen + 1, since});
			continue;
		}

		if (mayBeEmpty.has(next)) add(grammar, here, {...item, seen: item.seen + 1});
		if (predicted.has(next)) continue;
		predicted.add(next);
		for (const production of of[next]!) {
			const {starts} = productions[production]!;
			if (token === undefined || starts === undefined || starts.has(token))
				add(grammar, here, {production, seen: 0, since: at});
		}
	}
}

/** The first token that can't stand where it does, and the names of those that could. */
export type Misfit = {readonly index: number; readonly expected: ReadonlySet<string>};

/** The first token that does not follow the grammar, or undefined where all do. The last token must be `end`. */
export function firstMisfit(grammar: Grammar, tokens: readonly {readonly name: string}[]): Misfit | undefined {
	const columns = [column()];
	for (const production of grammar.of[0]!) add(grammar, columns[0]!, {production, seen: 0, since: 0});
	for (const [index, {name}] of tokens.entries()) {
		const token = grammar.numbers.get(name) ?? -1;
		complete(grammar, columns, index, token);
		const next = column();
		for (const {production, seen, since} of columns[index]!.waiting.get(token) ?? [])
			add(grammar, next, {production, seen: seen + 1, since});
		if (next.items.length === 0) return {index, expected: expectedAt(grammar, columns, index)};
		columns.push(next);
	}

	return undefined;
}

/** The tokens that could stand there. */
function expectedAt(grammar: Grammar, columns: readonly Column[], index: number): ReadonlySet<string> {
	complete(grammar, columns, index);
	const waited = [...columns[index]!.waiting.keys()];
	return new Set(waited.filter(symbol => grammar.of[symbol]!.length === 0).map(symbol => grammar.symbols[symbol]!));
}
