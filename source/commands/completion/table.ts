/** What the scripts of all shells are made from: the command table, as a shell sees it. */

import type {CommandEntry, NameKind, OptionEntry} from '../entry.ts';

export type Table = readonly CommandEntry[];

/** A command with what is typed before its own words: `new`, `drafts show`. */
export type Entry = {readonly path: string; readonly entry: CommandEntry};

/** Every command, those below another behind it. */
export function entriesOf(commands: Table): readonly Entry[] {
	return commands.flatMap(entry => [
		{path: entry.name, entry},
		...(entry.commands ?? []).map(below => ({path: `${entry.name} ${below.name}`, entry: below})),
	]);
}

/** `--out` of `-o, --out <file>`. */
export function longFlag({flags}: OptionEntry): string {
	return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

export function takesValue({flags}: OptionEntry): boolean {
	return flags.includes('<');
}

/** All flags that take a value; none of them takes one in one command and none in another. */
export function valueFlags(commands: Table): readonly string[] {
	const flags = entriesOf(commands).flatMap(({entry}) => entry.options.filter(takesValue).map(longFlag));
	return [...new Set(flags)].sort();
}

/** Whether names of that kind depend on the command's first word: they are asked for as `KIND:WORD`. */
export function isAboutFirst(kind: NameKind): boolean {
	return kind === 'ids' || kind === 'own-ids' || kind === 'values';
}

/** Whether something is typed right behind a name of that kind, so that no blank is put there. */
export function goesOn(kind: NameKind): boolean {
	return kind === 'ids' || kind === 'own-ids' || kind === 'rules';
}
