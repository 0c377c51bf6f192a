/** Completion scripts for shells, made from the command table. */

import type {Command} from './context.ts';
import type {CommandEntry, NameKind, OptionEntry} from './index.ts';

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

/** Every command with what comes before its own words: `new`, `drafts show`. */
function entries(commands: Table): readonly {readonly path: string; readonly entry: CommandEntry}[] {
	return commands.flatMap(entry => [
		{path: entry.name, entry},
		...(entry.commands ?? []).map(below => ({path: `${entry.name} ${below.name}`, entry: below})),
	]);
}

/** The names that a command's own words may be. */
function namesOf({args}: CommandEntry): NameKind | undefined {
	return args.find(({names}) => names !== undefined)?.names;
}

function bash(commands: Table): string {
	const cases = entries(commands).map(({path, entry}) => {
		const words = [...(entry.commands ?? []).map(({name}) => name), ...flagsOf(entry)].join(' ');
		return `\t\t"${path}") words="${words}" names="${namesOf(entry) ?? ''}" ;;`;
	});
	const values = entries(commands).flatMap(({path, entry}) =>
		entry.options
			.filter(({choices, names}) => choices ?? names)
			.map(
				option =>
					`\t\t"${path} ${longFlag(option)}") words="${option.choices?.join(' ') ?? ''}" names="${option.names ?? ''}" ;;`,
			),
	);
	const groups = commands.filter(entry => entry.commands).map(({name}) => name);
	return `# bash completion for specwright
_specwright() {
	local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD-1]}" command="\${COMP_WORDS[1]}" words names
	if [ "$COMP_CWORD" -le 1 ]; then
		words="${[...commands.map(({name}) => name), '--help', '--version'].join(' ')}"
	else
		case "$command" in
			${groups.join('|')}) [ "$COMP_CWORD" -gt 2 ] && command="$command \${COMP_WORDS[2]}" ;;
		esac
		case "$command" in
${cases.join('\n')}
		esac
		case "$command $previous" in
${values.join('\n')}
		"completion completion") words="bash zsh fish" ;;
		esac
		# bash takes the = behind a rule for a word of its own.
		if [ "$current" = "=" ]; then current="" previous="="; fi
		if [ "$previous" = "=" ]; then words="off info warn error" names=""; fi
	fi
	if [ -n "$names" ] && [ "\${current#-}" = "$current" ]; then
		words="$words $(specwright completion "$names" 2>/dev/null)"
		if [ "$names" = rules ]; then compopt -o nospace 2>/dev/null; fi
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
	const valuesOf = ({choices, names}: OptionEntry): string =>
		choices ? `(${choices.join(' ')})` : names ? `{_specwright_names ${names}}` : '_files';
	const wordsOf = (entry: CommandEntry): string => {
		const names = namesOf(entry);
		if (entry.name === 'completion') return '(bash zsh fish)';
		return names === undefined ? '_files' : `{_specwright_names ${names}; _files}`;
	};
	const leaf = (entry: CommandEntry): string =>
		`_arguments '--help[this help]' ${specs(entry)} '*:word:${wordsOf(entry)}'`;
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
_specwright_names() {
	local -a names=(\${(f)"$(specwright completion $1 2>/dev/null)"})
	if [[ $1 == rules ]]; then compadd -S '' -a names; else compadd -a names; fi
}
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
		const values = entry.choices
			? ` -xa '${entry.choices.join(' ')}'`
			: entry.names
				? ` -xa '${asked(entry.names)}'`
				: takesValue(entry)
					? ' -r'
					: '';
		return `complete -c specwright -n '${condition}' -l ${longFlag(entry).slice(2)} -d '${describe(entry.summary)}'${values}`;
	};
	const asked = (names: NameKind): string => `(specwright completion ${names} 2>/dev/null)`;
	const words = (entry: CommandEntry, condition: string): readonly string[] => {
		const names = namesOf(entry);
		if (entry.name === 'completion') return [`complete -c specwright -n '${condition}' -xa 'bash zsh fish'`];
		return names === undefined ? [] : [`complete -c specwright -n '${condition}' -a '${asked(names)}'`];
	};
	const lines = commands.flatMap(entry => {
		const here = `__fish_seen_subcommand_from ${entry.name}`;
		return [
			`complete -c specwright -n __fish_use_subcommand -a ${entry.name} -d '${describe(entry.summary)}'`,
			...entry.options.map(one => option(one, here)),
			...words(entry, here),
			...(entry.commands ?? []).flatMap(below => [
				`complete -c specwright -n '${here}' -a ${below.name} -d '${describe(below.summary)}'`,
				...below.options.map(one => option(one, `${here}; and __fish_seen_subcommand_from ${below.name}`)),
				...words(below, `${here}; and __fish_seen_subcommand_from ${below.name}`),
			]),
		];
	});
	return ['# fish completion for specwright', ...lines, ''].join('\n');
}

const scripts: Readonly<Record<string, (commands: Table) => string>> = {bash, zsh, fish};

/**
 * `completion SHELL`: the script on stdout. The scripts ask with `completion KIND` for the names of a kind. Anything else is
 * wrong use (2).
 */
export const completion =
	(commands: Table): Command =>
	async ({args}, context) => {
		const {output} = context;
		const [shell = ''] = args;
		const script = Object.hasOwn(scripts, shell) ? scripts[shell] : undefined;
		if (script === undefined) {
			const names = (await import('./completion-names.ts')).namesOf(shell, context);
			if (names) {
				for (const name of names) output.report(name);
				return 0;
			}

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
