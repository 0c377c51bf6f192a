/** The keymap's door: from a key to what it does, and from the table to footer, help and README. */

import {bindings} from './bindings.ts';
import {keyLabels} from './labels.ts';
import {commandName} from './names.ts';
import {overlayScopes, startScopes, type Binding, type Scope} from './types.ts';

export type {Binding, Pick, Scope} from './types.ts';
export {helpScopes, isQuestion, liveScopes, type Facts} from './scopes.ts';
export {bindings} from './bindings.ts';
export {keyLabel} from './labels.ts';
export {commandName} from './names.ts';
export {commandNames, remap, type Remapping} from './remap.ts';

/** What `key` does where `scopes` are live, innermost first; undefined where it does nothing. */
export function lookUp(
	scopes: readonly Scope[],
	key: string,
	table: readonly Binding[] = bindings,
): Binding | undefined {
	for (const scope of scopes) {
		const own = table.filter(binding => binding.scope === scope);
		const found =
			own.find(({keys}) => keys.includes(key)) ??
			([...key].length === 1 ? own.find(({keys}) => keys.includes('letter')) : undefined);
		if (found) return found;
	}

	return undefined;
}

/** The keys of a binding that do what it says where `scopes` are live: those that no scope further in has taken. */
export function liveKeys(
	binding: Binding,
	scopes: readonly Scope[],
	table: readonly Binding[] = bindings,
): readonly string[] {
	return scopes.includes(binding.scope) ? binding.keys.filter(key => lookUp(scopes, key, table) === binding) : [];
}

/**
 * The footer's keys where `scopes` are live, in order; the least weight is to be shown first. In a question, of the keys
 * that work everywhere only those that leave.
 */
export function footer(
	scopes: readonly Scope[],
	table: readonly Binding[] = bindings,
	isQuestion = false,
): readonly FooterKey[] {
	const known = footers.get(table) ?? new Map<string, readonly FooterKey[]>();
	footers.set(table, known);
	const place = `${String(isQuestion)} ${scopes.join(' ')}`;
	const keys = known.get(place) ?? footerKeys(scopes, table, isQuestion);
	known.set(place, keys);
	return keys;
}

type FooterKey = {readonly key: string; readonly help: string; readonly weight: number};

/** By the table, then by where one is: the places are few, and the footer is asked for at every key. */
const footers = new WeakMap<readonly Binding[], Map<string, readonly FooterKey[]>>();

function footerKeys(scopes: readonly Scope[], table: readonly Binding[], isQuestion: boolean): readonly FooterKey[] {
	const named = table
		.filter(
			({scope, does}) => !isQuestion || scope !== 'wizard' || (typeof does === 'string' && /^wizard\./.test(does)),
		)
		.flatMap(binding => {
			const [key] = keyLabels(liveKeys(binding, scopes, table));
			return binding.footer && key !== undefined && !isNamedBefore(binding, scopes, table)
				? [{key, ...binding.footer}]
				: [];
		})
		.sort((a, b) => a.place - b.place);
	// Up and down are two commands that need one word.
	return [...Map.groupBy(named, ({place, word}) => `${place} ${word}`).values()].flatMap(([first, ...rest]) => {
		if (!first) return [];
		const keys = [first, ...rest].map(({key}) => key);
		return [{key: keys.join(keys.every(key => key.length === 1) ? '' : ' '), help: first.word, weight: first.weight}];
	});
}

/** Whether the footer names a key for the same command from a scope further in: one is enough. */
function isNamedBefore(binding: Binding, scopes: readonly Scope[], table: readonly Binding[]): boolean {
	return scopes
		.slice(0, scopes.indexOf(binding.scope))
		.some(scope => table.some(other => other.scope === scope && other.footer && other.does === binding.does));
}

/** What a key does in other places of the form, in the table's words; none where it does nothing anywhere. */
export function meaningsElsewhere(key: string, table: readonly Binding[] = bindings): readonly string[] {
	const before: ReadonlySet<Scope> = new Set(startScopes);
	return [...new Set(table.flatMap(({scope, keys, help}) => (keys.includes(key) && !before.has(scope) ? [help] : [])))];
}

/** The help's rows with the part of the table that they stand in, those first that work where `scopes` are live. */
export function helpRows(
	scopes: readonly Scope[],
	table: readonly Binding[] = bindings,
): readonly {readonly keys: string; readonly help: string; readonly isLive: boolean; readonly part: string}[] {
	const rows = table.map(binding => {
		const live = liveKeys(binding, scopes, table);
		const isLive = live.length > 0;
		return {
			keys: keyLabels(isLive ? live : binding.keys).join(', '),
			help: binding.help,
			isLive,
			part: partOf(binding.scope),
			isOfText: binding.scope === 'text',
		};
	});
	// What keys do in any text is many rows and the same everywhere: what is of this place stands above it.
	const alive = rows.filter(({isLive}) => isLive);
	const live = [...alive.filter(({isOfText}) => !isOfText), ...alive.filter(({isOfText}) => isOfText)];
	// What one binding does here need not stand among the others again because another does it elsewhere.
	const isSaid = ({keys, help}: (typeof rows)[number]): boolean =>
		live.some(row => row.keys === keys && row.help === help);
	return [...live, ...rows.filter(row => !row.isLive && !isSaid(row))];
}

const scopeTitles: readonly (readonly [string, readonly Scope[]])[] = [
	['In any field', ['field', 'block', 'words', 'offer', 'wizard', 'unsaved', 'no-room']],
	['In text', ['line', 'lines', 'nested', 'date', 'number', 'suggestions', 'suggested', 'text']],
	['In what the template brings', ['brought-list', 'boilerplate', 'prefilled', 'bringing']],
	[
		'In choices, checklists and tables',
		[
			'choice',
			'one-of',
			'any-of',
			'other',
			'checklist',
			'ticks',
			'items',
			'table',
			'option-cell',
			'name-cell',
			'date-cell',
			'number-cell',
			'rows',
		],
	],
	['In lists, the outline and questions', overlayScopes],
	['Before the form: home, the templates, questions', startScopes],
];

function partOf(scope: Scope): string {
	return scopeTitles.find(([, scopes]) => scopes.includes(scope))?.[0] ?? '';
}

/** The whole table as Markdown, for the README; `npm run readme` writes it there and a test holds them equal. */
export function keyTable(): string {
	return scopeTitles
		.map(([title, scopes]) => {
			const rows = bindings
				.filter(({scope}) => scopes.includes(scope))
				.map(
					({keys, help, does}) =>
						`| ${keyLabels(keys)
							.map(key => `\`${key}\``)
							.join(', ')} | ${help} | \`${commandName(does)}\` |`,
				);
			return `**${title}**\n\n| key | does | called |\n| --- | --- | --- |\n${[...new Set(rows)].join('\n')}`;
		})
		.join('\n\n');
}
