/** The settings' own keys in the table. One that could lock the author out is not taken, and that is told. */

import {bindings} from './bindings.ts';
import {keyLabel} from './labels.ts';
import {overlayScopes, type Binding, type Scope} from './types.ts';

/** Settings' own keys for a command, such as `{'view.preview': ['ctrl+r']}`; they replace the table's. */
export type Remapping = Readonly<Record<string, readonly string[]>>;

/** Keys that are not taken: what is wrong with them, and what the command has instead. */
export type RefusedKeys = {readonly summary: string; readonly next: string};

/** While one of these is live, those of the field are not. */
const overForm: ReadonlySet<Scope> = new Set(overlayScopes);

/** Scopes in which nothing is typed, so that a character can be a key. */
const withoutText: ReadonlySet<Scope> = new Set([
	'browse',
	'outline',
	'review',
	'reading',
	'pages',
	'confirm',
	'conflict',
	'one-of',
	'any-of',
	'ticks',
	'no-room',
]);

/** Whether both may be live at once; taken widely, for a key that is refused does less harm than one that is lost. */
function areTogether(one: Scope, other: Scope): boolean {
	const isEverywhere = (scope: Scope): boolean => scope === 'wizard' || scope === 'unsaved' || scope === 'text';
	return isEverywhere(one) || isEverywhere(other) || overForm.has(one) === overForm.has(other);
}

const named =
	/^(?:enter|escape|tab|shift\+tab|alt\+enter|(?:alt\+)?backspace|(?:ctrl\+|alt\+)?space|(?:ctrl\+)?(?:alt\+)?(?:shift\+)?(?:up|down|left|right|home|end|pageup|pagedown|delete))$/;
// Ctrl+I, J, M and [ are Tab, Enter twice and Escape to a terminal.
const controlled = /^ctrl\+[a-hk-ln-z_\\\]^]$/;
const modified = /^alt\+\P{C}$/u;
const single = /^(?:[^\s\p{C}]\p{M}*|space)$/u;

/** Whether a key of that name can reach us from a terminal, by the names that the input reader gives. */
export function arrives(key: string): boolean {
	return (
		named.test(key) || controlled.test(key) || single.test(key) || (modified.test(key) && key === key.toLowerCase())
	);
}

/** Why a command can't have a key whatever else is remapped; undefined where it can. */
function refusal(command: string, keys: readonly string[]): string | undefined {
	const own = bindings.filter(({does}) => does === command);
	if (own.length === 0) return 'there is no such command';
	if (keys.length === 0) return 'no key is given';
	const lost = keys.find(key => !arrives(key));
	if (lost !== undefined) return `a key called ${lost} never arrives from a terminal`;
	const typed = keys.find(key => single.test(key));
	if (typed !== undefined && own.some(({scope}) => !withoutText.has(scope)))
		return `${keyLabel(typed)} is a character to type`;
	return undefined;
}

/** What another command of the table does with one of these keys, where both may be live. */
function taken(command: string, keys: readonly string[], table: readonly Binding[]): string | undefined {
	const own = table.filter(({does}) => does === command);
	const other = table.find(
		({does, scope, keys: theirs}) =>
			does !== command && theirs.some(key => keys.includes(key)) && own.some(mine => areTogether(mine.scope, scope)),
	);
	const key = other?.keys.find(each => keys.includes(each)) ?? '';
	return other && `${keyLabel(key)} is taken by "${other.help}"`;
}

function withKeys(remapping: ReadonlyMap<string, readonly string[]>): readonly Binding[] {
	return bindings.map(binding => {
		const keys = typeof binding.does === 'string' ? remapping.get(binding.does) : undefined;
		return keys ? {...binding, keys} : binding;
	});
}

/**
 * The table with the settings' keys in it; edits of text keep theirs. What can't be (a command that there is not, a key
 * that never arrives or types a character, one that another command has where both are live) keeps the table's own keys,
 * and that is told. Two commands may change places.
 */
export function remap(remapping: Remapping): {
	readonly table: readonly Binding[];
	readonly refused: readonly RefusedKeys[];
} {
	const refused: RefusedKeys[] = [];
	const wanted = new Map(Object.entries(remapping));
	const refuse = (command: string, why: string) => {
		wanted.delete(command);
		const [key] = bindings.find(({does}) => does === command)?.keys ?? [];
		refused.push({
			summary: `The setting "keys" is not taken for ${command}: ${why}.`,
			next: key === undefined ? 'The README lists the keys.' : `It keeps ${keyLabel(key)}.`,
		});
	};

	for (const [command, keys] of wanted) {
		const why = refusal(command, keys);
		if (why !== undefined) refuse(command, why);
	}

	// A command that keeps its keys may be in the way of another: asked again until nothing is refused.
	for (let before = -1; before !== refused.length;) {
		before = refused.length;
		const table = withKeys(wanted);
		for (const [command, keys] of wanted) {
			const why = taken(command, keys, table);
			if (why === undefined) continue;
			refuse(command, why);
			break;
		}
	}

	return {table: withKeys(wanted), refused};
}
