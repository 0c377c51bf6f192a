/** The completion script for bash. */

import {entriesOf, goesOn, isAboutFirst, longFlag, valueFlags, type Table} from './table.ts';
import type {NameKind} from '../entry.ts';

export function bash(commands: Table): string {
	const all = entriesOf(commands);
	const kinds = (kind: NameKind | undefined): string => `kind="${kind ?? ''}"`;
	const flags = all.map(
		({path, entry}) => `\t\t"${path}") words="${[...entry.options.map(longFlag), '--help'].join(' ')}" ;;`,
	);
	const words = all.flatMap(({path, entry}) => [
		...(entry.commands ? [`\t\t"${path} 0") words="${entry.commands.map(({name}) => name).join(' ')}" ;;`] : []),
		...entry.args.flatMap(({choices = [], names}, index) =>
			names || choices.length > 0 ? [`\t\t"${path} ${index}") words="${choices.join(' ')}" ${kinds(names)} ;;`] : [],
		),
	]);
	const values = all.flatMap(({path, entry}) =>
		entry.options
			.filter(({choices, names}) => choices ?? names)
			.map(one => `\t\t"${path} ${longFlag(one)}") words="${one.choices?.join(' ') ?? ''}" ${kinds(one.names)} ;;`),
	);
	const groups = commands.filter(entry => entry.commands).map(({name}) => name);
	const kindsThat = (is: (kind: NameKind) => boolean): string =>
		[...new Set(all.flatMap(({entry}) => [...entry.args, ...entry.options].flatMap(({names}) => names ?? [])))]
			.filter(is)
			.sort()
			.join('|');
	return `# bash completion for specwright
_specwright() {
	local current="\${COMP_WORDS[COMP_CWORD]}" command="" first="" option="" words="" kind="" word index
	local -i own=0 skip=0
	# What is typed already: the command's name, and how many words of its own, which are no options nor their values.
	for ((index = 1; index < COMP_CWORD; index++)); do
		word="\${COMP_WORDS[index]}"
		# bash takes the = in an option's value for a word of its own.
		if [ "$word" = "=" ]; then skip=1; continue; fi
		if ((skip)); then skip=0; continue; fi
		case "$word" in
			${valueFlags(commands).join('|')}) skip=1 ;;
			-*) ;;
			*)
				case "$command" in
					"") command="$word" ;;
					${groups.join('|')}) command="$command $word" ;;
					*)
						if ((own == 0)); then first="\${word//\\\\/}"; fi
						own+=1 ;;
				esac ;;
		esac
	done
	if [ "$current" = "=" ]; then
		current=""
		option="\${COMP_WORDS[COMP_CWORD-1]}"
	elif [ "\${COMP_WORDS[COMP_CWORD-1]}" = "=" ]; then
		option="\${COMP_WORDS[COMP_CWORD-2]}"
	elif ((skip)); then
		option="\${COMP_WORDS[COMP_CWORD-1]}"
	fi
	if [ -z "$command" ]; then
		words="${[...commands.map(({name}) => name), '--help', '--version'].join(' ')}"
	elif [ -n "$option" ]; then
		case "$command $option" in
${values.join('\n')}
		"check "[!-]*) words="off info warn error" ;;
		esac
	elif [ "\${current#-}" != "$current" ]; then
		case "$command" in
${flags.join('\n')}
		esac
	else
		case "$command $own" in
${words.join('\n')}
		esac
	fi
	case "$kind" in
		${kindsThat(isAboutFirst)}) words="$(specwright completion "$kind:$first" 2>/dev/null)" ;;
		?*) words="$words $(specwright completion "$kind" 2>/dev/null)" ;;
	esac
	case "$kind" in
		${kindsThat(goesOn)}) compopt -o nospace 2>/dev/null ;;
	esac
	COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o default -F _specwright specwright
`;
}
