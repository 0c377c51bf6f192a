/** The settings' own keys in the table. One that could lock the author out is not taken, and that is told. */

import {bindings} from './bindings.ts';
import {keyLabel} from './labels.ts';
import {commandName} from './names.ts';
import {overlayScopes, startScopes, type Binding, type Scope} from './types.ts';

/**
 * Settings' own keys for a command or an edit, by the names of `commandName`, such as `{'view.preview': ['ctrl+r']}`; they
 * replace the table's.
 */
export type Remapping = Readonly<Record<string, readonly string[]>>;

/** Keys that are not taken: what is wrong with them, and what the command has instead. */
export type RefusedKeys = {readonly command: string; readonly summary: string; readonly next: string};

/** While one of these is live, those of the field are not, nor those of the other. */
const overForm: ReadonlySet<Scope> = new Set(overlayScopes);
const beforeForm: ReadonlySet<Scope> = new Set(startScopes);

/** Scopes in which nothing is typed, so that a character can be a key. */
const withoutText: ReadonlySet<Scope> = new Set([
	'browse',
	'outline',
	'review',
	'keys',
	'reading',
	'pages',
	'confirm',
	'conflict',
	'mergeable',
	'one-of',
	'any-of',
	'ticks',
	'no-room',
	'home',
	'entries',
]);

/** What the settings may give keys to. */
export const commandNames: readonly string[] = [...new Set(bindings.map(({does}) => commandName(does)))];

function sideOf(scope: Scope): 'field' | 'over' | 'before' {
	return beforeForm.has(scope) ? 'before' : overForm.has(scope) ? 'over' : 'field';
}

/** Whether both may be live at once; taken widely, for a key that is refused does less harm than one that is lost. */
function areTogether(one: Scope, other: Scope): boolean {
	if (one === 'text' || other === 'text') return true;
	const [side, otherSide] = [sideOf(one), sideOf(other)];
	const isWizards = [one, other].some(scope => scope === 'wizard' || scope === 'unsaved');
	return side === otherSide || (isWizards && side !== 'before' && otherSide !== 'before');
}

const named =
	/^(?:enter|escape|tab|shift\+tab|alt\+enter|(?:alt\+)?backspace|(?:ctrl\+|alt\+)?space|(?:ctrl\+)?(?:alt\+)?(?:shift\+)?(?:up|down|left|right|home|end|pageup|pagedown|delete))$/;
// Ctrl+I, J, M and [ are Tab, Enter twice and Escape to a terminal.
const controlled = /^ctrl\+[a-hk-ln-z_\\\]^]$/;
const modified = /^alt\+\P{C}$/u;
const single = /^(?:[^\s\p{C}]\p{M}*|space|letter)$/u;

/** Whether a key of that name can reach us from a terminal, by the names that the input reader gives. */
export function arrives(key: string): boolean {
	return (
		named.test(key) || controlled.test(key) || single.test(key) || (modified.test(key) && key === key.toLowerCase())
	);
}

function boundTo(command: string, table: readonly Binding[]): readonly Binding[] {
	return table.filter(({does}) => commandName(does) === command);
}

/** Why a command can't have a key whatever else is remapped; undefined where it can. */
function refusal(command: string, keys: readonly string[]): string | undefined {
	const own = boundTo(command, bindings);
	if (own.length === 0) return 'there is no such command';
	if (keys.length === 0) return 'no key is given';
	const lost = keys.find(key => !arrives(key));
	if (lost !== undefined) return `a key called ${lost} never arrives from a terminal`;
	const typed = keys.find(
		key => single.test(key) && own.some(mine => !withoutText.has(mine.scope) && !mine.keys.includes(key)),
	);
	return typed === undefined ? undefined : `${keyLabel(typed)} is a character to type`;
}

/** What another command of the table does with one of these keys, where both may be live and the table alone has it not so. */
function taken(command: string, keys: readonly string[], table: readonly Binding[]): string | undefined {
	const isOwn = (at: number, key: string): boolean => bindings[at]?.keys.includes(key) === true;
	for (const [at, mine] of table.entries()) {
		if (commandName(mine.does) !== command) continue;
		for (const [there, {does, scope, help, keys: theirs}] of table.entries()) {
			if (commandName(does) === command || !areTogether(mine.scope, scope)) continue;
			const key = keys.find(each => theirs.includes(each) && !(isOwn(at, each) && isOwn(there, each)));
			if (key !== undefined) return `${keyLabel(key)} is taken by "${help}"`;
		}
	}

	return undefined;
}

function withKeys(remapping: ReadonlyMap<string, readonly string[]>): readonly Binding[] {
	return bindings.map(binding => {
		const keys = remapping.get(commandName(binding.does));
		return keys ? {...binding, keys} : binding;
	});
}

/**
 * The table with the settings' keys in it. What can't be (a command that there is not, a key
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
		const [key] = boundTo(command, bindings)[0]?.keys ?? [];
		refused.push({
			command,
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
