/** The completion script for zsh. */

import {isAboutFirst, longFlag, takesValue, type Table} from './table.ts';
import type {ArgumentEntry, CommandEntry, NameKind, OptionEntry} from '../entry.ts';

/** Text inside single quotes, where brackets and colons mean something. */
function escaped(text: string): string {
	return text.replaceAll(/[[\]:\\]/g, String.raw`\$&`).replaceAll("'", String.raw`'\''`);
}

function optionSpec(option: OptionEntry): string {
	const {repeatable, choices, names, summary} = option;
	const values = choices ? `(${choices.join(' ')})` : names ? `{${actionOf(names)}}` : '_files';
	const star = repeatable === true ? '*' : '';
	return `'${star}${longFlag(option)}[${escaped(summary)}]${takesValue(option) ? `:value:${values}` : ''}'`;
}

/** Names of a kind; the first of the command's own words is the one that some are about. */
function actionOf(kind: NameKind): string {
	const about = isAboutFirst(kind) ? ' "$line[1]"' : '';
	return `_specwright_names ${kind}${about}`;
}

function argumentSpec({syntax, summary, choices, names}: ArgumentEntry, index: number): string {
	const place = syntax.includes('...') ? '*' : String(index + 1);
	// Where a template is named, a file may be.
	const asked = names && `{${actionOf(names)}${names === 'templates' ? '; _files' : ''}}`;
	return `'${place}:${escaped(summary)}:${choices ? `(${choices.join(' ')})` : (asked ?? '_files')}'`;
}

function specsOf({options, args}: CommandEntry): string {
	return ["'--help[this help]'", ...options.map(optionSpec), ...args.map(argumentSpec)].join(' ');
}

function described(entries: Table): string {
	return entries.map(({name, summary}) => `'${name}:${escaped(summary)}'`).join(' ');
}

export function zsh(commands: Table): string {
	const cases = commands.map(entry => {
		if (!entry.commands) return `\t\t${entry.name}) _arguments ${specsOf(entry)} ;;`;
		const below = entry.commands.map(
			one => `\t\t\t\t\t${one.name}) shift words; (( CURRENT-- )); _arguments ${specsOf(one)} ;;`,
		);
		return `\t\t${entry.name})
			if (( CURRENT == 2 )); then
				local -a below=(${described(entry.commands)})
				_describe command below
				_arguments ${specsOf(entry)}
			else
				case $words[2] in
${below.join('\n')}
				esac
			fi ;;`;
	});
	return `#compdef specwright
# zsh completion for specwright
# The names of a kind; of some, those that are about the word that is given.
_specwright_names() {
	local -a names=(\${(f)"$(specwright completion $1\${2:+:\${(Q)2}} 2>/dev/null)"})
	if [[ $names[1] == *= ]]; then compadd -S '' -a names; else compadd -a names; fi
}
_specwright() {
	local -a line
	if (( CURRENT == 2 )); then
		local -a commands=(${described(commands)})
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
