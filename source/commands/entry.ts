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

/** Names that are known only when somebody types. */
export type NameKind = 'templates' | 'added' | 'drafts' | 'rules' | 'settings';

export type CommandEntry = {
	readonly name: string;
	readonly summary: string;
	/** As the parser and the help take them: `[template]`, `<file...>`. */
	readonly args: readonly {readonly syntax: string; readonly summary: string; readonly names?: NameKind}[];
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
