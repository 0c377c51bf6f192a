/** Completion scripts for shells, made from the command table. */

import type {Command} from './context.ts';
import type {CommandEntry, OptionEntry} from './index.ts';

type Table = readonly CommandEntry[];

/** `--out` of `-o, --out <file>`. */
function longFlag({flags}: OptionEntry): string {
	return /--[\w-]+/.exec(flags)?.[0] ?? flags;
}

function takesValue({flags}: OptionEntry): boolean {
	return flags.includes('<');
}

function flagsOf(entry: CommandEntry): readonly string[] {
	return [...entry.options.map(longFlag), '--help'];
}

/** The table as `path → words`, `new → --answers …`, `drafts show → --json …`. */
function wordLists(commands: Table): readonly {
	readonly path: string;
	readonly words: readonly string[];
	readonly takesFile: boolean;
}[] {
	return commands.flatMap(entry => [
		{
			path: entry.name,
			words: [...(entry.commands ?? []).map(({name}) => name), ...flagsOf(entry)],
			takesFile: takesFile(entry),
		},
		...(entry.commands ?? []).map(below => ({
			path: `${entry.name} ${below.name}`,
			words: flagsOf(below),
			takesFile: takesFile(below),
		})),
	]);
}

function takesFile({args}: CommandEntry): boolean {
	return args.some(({syntax}) => /file|template|name/.test(syntax));
}

function bash(commands: Table): string {
	const cases = wordLists(commands).map(({path, words}) => `\t\t"${path}") words="${words.join(' ')}" ;;`);
	const groups = commands.filter(entry => entry.commands).map(({name}) => name);
	return `# bash completion for specwright
_specwright() {
	local current="\${COMP_WORDS[COMP_CWORD]}" command="\${COMP_WORDS[1]}" words
	if [ "$COMP_CWORD" -le 1 ]; then
		words="${[...commands.map(({name}) => name), '--help', '--version'].join(' ')}"
	else
		case "$command" in
			${groups.join('|')}) [ "$COMP_CWORD" -gt 2 ] && command="$command \${COMP_WORDS[2]}" ;;
		esac
		case "$command" in
${cases.join('\n')}
		esac
	fi
	COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _specwright specwright
`;
}

/** Text inside single quotes for zsh and fish. */
function quoted(text: string, escapedQuote: string): string {
	return text.replaceAll("'", escapedQuote);
}

function zsh(commands: Table): string {
	const escape = (text: string): string =>
		quoted(text, "'\\''").replaceAll('[', '\\[').replaceAll(']', '\\]').replaceAll(':', '\\:');
	const describe = (entries: readonly CommandEntry[]): string =>
		entries.map(({name, summary}) => `'${name}:${escape(summary)}'`).join(' ');
	const specs = (entry: CommandEntry): string =>
		entry.options
			.map(
				option =>
					`'${option.repeatable === true ? '*' : ''}${longFlag(option)}[${escape(option.summary)}]${takesValue(option) ? `:value:${valuesOf(option)}` : ''}'`,
			)
			.join(' ');
	const valuesOf = ({choices}: OptionEntry): string => (choices ? `(${choices.join(' ')})` : '_files');
	const leaf = (entry: CommandEntry): string => `_arguments '--help[this help]' ${specs(entry)} '*:file:_files'`;
	const cases = commands.map(entry => {
		if (!entry.commands) return `\t\t${entry.name}) ${leaf(entry)} ;;`;
		const below = entry.commands
			.map(one => `\t\t\t\t${one.name}) shift words; (( CURRENT-- )); ${leaf(one)} ;;`)
			.join('\n');
		return `\t\t${entry.name})
			if (( CURRENT == 2 )); then
				local -a below=(${describe(entry.commands)})
				_describe command below
				_arguments ${specs(entry)}
			else
				case $words[2] in
${below}
				esac
			fi ;;`;
	});
	return `#compdef specwright
# zsh completion for specwright
_specwright() {
	if (( CURRENT == 2 )); then
		local -a commands=(${describe(commands)})
		_describe command commands
		return
	fi
	shift words
	(( CURRENT-- ))
	case $words[1] in
${cases.join('\n')}
	esac
}
if [ "$funcstack[1]" = "_specwright" ]; then _specwright "$@"; else compdef _specwright specwright; fi
`;
}

function fish(commands: Table): string {
	const describe = (text: string): string => quoted(text, "\\'");
	const option = (entry: OptionEntry, condition: string): string => {
		const values = entry.choices ? ` -xa '${entry.choices.join(' ')}'` : takesValue(entry) ? ' -r' : '';
		return `complete -c specwright -n '${condition}' -l ${longFlag(entry).slice(2)} -d '${describe(entry.summary)}'${values}`;
	};
	const lines = commands.flatMap(entry => {
		const here = `__fish_seen_subcommand_from ${entry.name}`;
		return [
			`complete -c specwright -n __fish_use_subcommand -a ${entry.name} -d '${describe(entry.summary)}'`,
			...entry.options.map(one => option(one, here)),
			...(entry.commands ?? []).flatMap(below => [
				`complete -c specwright -n '${here}' -a ${below.name} -d '${describe(below.summary)}'`,
				...below.options.map(one => option(one, `${here}; and __fish_seen_subcommand_from ${below.name}`)),
			]),
		];
	});
	return ['# fish completion for specwright', ...lines, ''].join('\n');
}

const scripts: Readonly<Record<string, (commands: Table) => string>> = {bash, zsh, fish};

/** `completion SHELL`: the script on stdout. An unknown shell is wrong use (2). */
export const completion =
	(commands: Table): Command =>
	async ({args}, {output}) => {
		const [shell = ''] = args;
		const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
		if (script === undefined) {
			output.problem({
				code: 'usage.shell',
				summary: `There is no completion for "${shell}".`,
				next: `There is one for ${Object.keys(scripts).join(', ')}.`,
				exit: 2,
			});
			return 2;
		}
		output.text(script(commands));
		return 0;
	};
