/** What the command table is made of, and the options that several commands share. */

import type {Command} from './context.ts';

export type OptionEntry = {
	/** As the parser and the help take it: `-o, --out <file>`. */
	readonly flags: string;
	readonly summary: string;
	/** May be given several times. */
	readonly repeatable?: boolean;
	/** The values it takes, where they are few. */
	readonly choices?: readonly string[];
	/** The names that it takes, for completion. */
	readonly names?: NameKind;
};

/**
 * Names that are known only when somebody types. `ids` are those of the template that is the command's first word, `own-ids`
 * those of the document, and `values` those of the setting.
 */
export type NameKind = 'templates' | 'added' | 'drafts' | 'rules' | 'fixes' | 'settings' | 'values' | 'ids' | 'own-ids';

export type ArgumentEntry = {
	readonly syntax: string;
	readonly summary: string;
	/** What it may be, for completion: a few words, or names of a kind. */
	readonly choices?: readonly string[];
	readonly names?: NameKind;
};

export type CommandEntry = {
	readonly name: string;
	readonly summary: string;
	/** As the parser and the help take them: `[template]`, `<file...>`. */
	readonly args: readonly ArgumentEntry[];
	readonly options: readonly OptionEntry[];
	readonly examples?: readonly string[];
	readonly load: () => Promise<Command>;
	/** Whether it goes by the project's settings, so that it does nothing where these are broken; the wizard does all the same. */
	readonly byProject?: 'always' | 'without-wizard';
	/** Commands below this one, such as `drafts show`. */
	readonly commands?: readonly CommandEntry[];
};

export const json: OptionEntry = {flags: '--json', summary: 'one JSON value on stdout'};
export const template: OptionEntry = {
	flags: '--template <name>',
	summary: 'the template it was written from, where the file does not say; none: read it by itself',
	names: 'templates',
};
