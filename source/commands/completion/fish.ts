/** The completion script for fish. */

import type {ArgumentEntry, NameKind, OptionEntry} from '../entry.ts';
import {entriesOf, isAboutFirst, longFlag, takesValue, valueFlags, type Entry, type Table} from './table.ts';

/** Text inside single quotes. */
function quoted(text: string): string {
	return `'${text.replaceAll(/['\\]/g, String.raw`\$&`)}'`;
}

function asked(kind: NameKind): string {
	return isAboutFirst(kind) ? `(__specwright_names ${kind} (__specwright_first))` : `(__specwright_names ${kind})`;
}

function optionLine({path}: Entry, option: OptionEntry): string {
	const {choices, names, summary} = option;
	const values = choices
		? ` -xa ${quoted(choices.join(' '))}`
		: names
			? ` -xa ${quoted(asked(names))}`
			: takesValue(option)
				? ' -rF'
				: '';
	return `complete -c specwright -n ${quoted(`__specwright_in ${path}`)} -l ${longFlag(option).slice(2)} -d ${quoted(summary)}${values}`;
}

/** What may stand at one of the command's own places; where a template is named, a file may be. */
function argumentLine({path}: Entry, {choices, names, syntax}: ArgumentEntry, index: number): string {
	const here = quoted(`__specwright_at ${syntax.includes('...') ? 'any' : index} ${path}`);
	const words = choices?.join(' ') ?? (names && asked(names));
	const isFile = words === undefined || names === 'templates';
	return `complete -c specwright -n ${here}${words === undefined ? '' : ` -a ${quoted(words)}`} ${isFile ? '-F' : '-f'}`;
}

export function fish(commands: Table): string {
	const groups = commands.filter(entry => entry.commands).map(({name}) => name);
	const lines = entriesOf(commands).flatMap(one => {
		const {path, entry} = one;
		return [
			...entry.options.map(option => optionLine(one, option)),
			...entry.args.map((argument, index) => argumentLine(one, argument, index)),
			...(entry.commands ?? []).map(
				below =>
					`complete -c specwright -n ${quoted(`__specwright_at 0 ${path}`)} -fa ${below.name} -d ${quoted(below.summary)}`,
			),
		];
	});
	const first = commands.map(
		({name, summary}) => `complete -c specwright -n '__specwright_at 0' -fa ${name} -d ${quoted(summary)}`,
	);
	return `# fish completion for specwright

# The words that are typed already without options and their values; the command's name, one or two words, in one.
function __specwright_typed
	set -l skip 0
	set -l words
	for word in (commandline -opc)[2..-1]
		if test $skip = 1
			set skip 0
		else if contains -- $word ${valueFlags(commands).join(' ')}
			set skip 1
		else if not string match -q -- '-*' $word
			set -a words $word
		end
	end
	if contains -- "$words[1]" ${groups.join(' ')}; and set -q words[2]
		set words "$words[1] $words[2]" $words[3..-1]
	end
	string join \\n -- $words
end

function __specwright_in
	set -l typed (__specwright_typed)
	test "$typed[1]" = "$argv"
end

# Whether the command is that one, and how many words of its own are typed; without a command, whether none is.
function __specwright_at
	set -l typed (__specwright_typed)
	if not set -q argv[2]
		test (count $typed) = 0
	else
		test "$typed[1]" = "$argv[2..-1]"; and contains -- $argv[1] any (math (count $typed) - 1)
	end
end

function __specwright_first
	set -l typed (__specwright_typed)
	echo "$typed[2]"
end

# The names of a kind; of some, those that are about the word that is given.
function __specwright_names
	specwright completion (string join : -- $argv) 2>/dev/null
end

complete -c specwright -f
complete -c specwright -l help -d 'this help'
${[...first, ...lines].join('\n')}
`;
}
