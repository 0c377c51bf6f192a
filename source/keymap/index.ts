/** The keymap's door: from a key to what it does, and from the table to footer, help and README. */

import {bindings} from './bindings.ts';
import type {Binding, Scope} from './types.ts';

export type {Binding, Scope} from './types.ts';
export {liveScopes} from './scopes.ts';
export {bindings} from './bindings.ts';

/** Settings' own keys for a command, such as `{'view.preview': ['ctrl+r']}`; they replace the table's. */
export type Remapping = Readonly<Record<string, readonly string[]>>;

/** The table with the settings' keys in it. Edits of text keep theirs. */
export function remapped(remapping: Remapping): readonly Binding[] {
	return bindings.map(binding => {
		const keys =
			typeof binding.does === 'string' && Object.hasOwn(remapping, binding.does) ? remapping[binding.does] : undefined;
		return keys && keys.length > 0 ? {...binding, keys} : binding;
	});
}

/** What `key` does where `scopes` are live, innermost first; undefined where it does nothing. */
export function lookUp(
	scopes: readonly Scope[],
	key: string,
	table: readonly Binding[] = bindings,
): Binding | undefined {
	for (const scope of scopes) {
		const found = table.find(binding => binding.scope === scope && binding.keys.includes(key));
		if (found) return found;
	}

	return undefined;
}

/** The footer's keys where `scopes` are live, in order. */
export function footer(
	scopes: readonly Scope[],
	table: readonly Binding[] = bindings,
): readonly {readonly key: string; readonly help: string}[] {
	return table
		.filter(({scope}) => scopes.includes(scope))
		.flatMap(({keys, footer: shown}) =>
			shown ? [{key: keyLabel(keys[0] ?? ''), help: shown.word, place: shown.place}] : [],
		)
		.sort((a, b) => a.place - b.place)
		.map(({key, help}) => ({key, help}));
}

/** The help's rows, the live scopes first. */
export function helpRows(
	scopes: readonly Scope[],
	table: readonly Binding[] = bindings,
): readonly {readonly keys: string; readonly help: string; readonly isLive: boolean}[] {
	const rows = table.map(({scope, keys, help}) => ({
		keys: keys.map(keyLabel).join(', '),
		help,
		isLive: scopes.includes(scope),
	}));
	return [...rows.filter(({isLive}) => isLive), ...rows.filter(({isLive}) => !isLive)];
}

const namedKeys: Readonly<Record<string, string>> = {
	tab: 'Tab',
	'shift+tab': '⇧Tab',
	escape: 'Esc',
	enter: 'Enter',
	up: '↑',
	down: '↓',
	left: '←',
	right: '→',
	pageup: 'PgUp',
	pagedown: 'PgDn',
	home: 'Home',
	end: 'End',
	space: 'Space',
	backspace: 'Backspace',
	delete: 'Delete',
};

/** A key's name as people know it: `^O`, `⇧Tab`, `Alt+↑`. */
export function keyLabel(key: string): string {
	const own = namedKeys[key];
	if (own !== undefined) return own;
	const at = key.indexOf('+');
	if (at <= 0) return key;
	const modifier = key.slice(0, at);
	const rest = key.slice(at + 1);
	if (modifier === 'ctrl' && rest.length === 1) return `^${rest.toUpperCase()}`;
	const name = namedKeys[rest] ?? (rest.length === 1 ? rest.toUpperCase() : rest);
	return {ctrl: `Ctrl+${name}`, alt: `Alt+${name}`, shift: `⇧${name}`}[modifier] ?? key;
}

const scopeTitles: readonly (readonly [string, readonly Scope[]])[] = [
	['In any field', ['field', 'offer', 'wizard']],
	['In text', ['line', 'lines', 'date', 'text']],
	['In choices, checklists and tables', ['choice', 'ticks', 'checklist', 'table']],
	['In lists, the outline and questions', ['list', 'browse', 'outline', 'pages', 'prompt', 'confirm']],
];

/** The whole table as Markdown, for the README; `npm run readme` writes it there and a test holds them equal. */
export function keyTable(): string {
	return scopeTitles
		.map(([title, scopes]) => {
			const rows = bindings
				.filter(({scope}) => scopes.includes(scope))
				.map(({keys, help}) => `| ${keys.map(key => `\`${keyLabel(key)}\``).join(', ')} | ${help} |`);
			return `**${title}**\n\n| key | does |\n| --- | --- |\n${[...new Set(rows)].join('\n')}`;
		})
		.join('\n\n');
}
