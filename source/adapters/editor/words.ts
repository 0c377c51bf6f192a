/** `$EDITOR` into words, as a shell would split the simple part of its language, and nothing more. */

import {exitCodes, failure, success, type Problem, type Result} from '../../core/problem.ts';

export type EditorCommand = {
	readonly program: string;
	readonly args: readonly string[];
	/** Variables that stand in front, as in `FOO=1 vim`. */
	readonly variables: Readonly<Record<string, string>>;
};

/** What a shell would act on and we do not; POSIX shell, 2.2 Quoting, and braces. */
const shellOnly = /[|&;<>()$`*?[\]{}!#~\n]/;

/**
 * The words of an editor command: parted by blanks, joined by single or double quotes and backslashes, with `NAME=value`
 * in front as variables. Anything else a shell would understand is refused with advice (`editor.shell-syntax`, exit 2),
 * as are an open quote and an empty command.
 */
export function editorWords(command: string, platform: NodeJS.Platform = process.platform): Result<EditorCommand> {
	const words = split(command, platform);
	if (!words.ok) {
		return words;
	}

	const variables: Record<string, string> = Object.create(null) as Record<string, string>;
	let first = 0;
	for (const {text, assigns} of words.value) {
		if (!assigns) {
			break;
		}

		const equals = text.indexOf('=');
		variables[text.slice(0, equals)] = text.slice(equals + 1);
		first += 1;
	}

	const [program, ...args] = words.value.slice(first).map(({text}) => text);
	return program === undefined || program === ''
		? failure(refusal(command, 'it names no program'))
		: success({program, args, variables});
}

type Word = {readonly text: string; /** True for `NAME=…` with the name unquoted. */ readonly assigns: boolean};

function split(command: string, platform: NodeJS.Platform): Result<readonly Word[]> {
	// A Windows path is full of backslashes and none of them quotes.
	const escapes = platform !== 'win32';
	const words: Word[] = [];
	let text = '';
	let plain = '';
	let inWord = false;
	let quote = '';
	for (let index = 0; index < command.length; index += 1) {
		const character = command[index]!;
		const next = command[index + 1];
		if (quote === "'") {
			if (character === "'") {
				quote = '';
			} else {
				text += character;
			}
		} else if (
			character === '\\' &&
			escapes &&
			(quote === '' ? next !== undefined : next !== undefined && '"\\$`'.includes(next))
		) {
			text += next;
			inWord = true;
			index += 1;
		} else if (quote === '"') {
			if (character === '"') {
				quote = '';
			} else if (character === '$' || character === '`') {
				return failure(refusal(command, `it has ${character} in it, which only a shell understands`));
			} else {
				text += character;
			}
		} else if (character === '"' || character === "'") {
			quote = character;
			inWord = true;
		} else if (character === ' ' || character === '\t') {
			if (inWord) {
				words.push(word(text, plain));
			}

			text = '';
			plain = '';
			inWord = false;
		} else if (shellOnly.test(character) && !(character === '~' && inWord) && !(character === '#' && inWord)) {
			return failure(refusal(command, `it has ${JSON.stringify(character)} in it, which only a shell understands`));
		} else {
			// Only an unquoted name and its equals sign make an assignment.
			if (plain === text) {
				plain += character;
			}

			text += character;
			inWord = true;
		}
	}

	if (quote !== '') {
		return failure(refusal(command, 'a quote in it is not closed'));
	}

	if (inWord) {
		words.push(word(text, plain));
	}

	return success(words);
}

function word(text: string, plain: string): Word {
	return {text, assigns: /^[A-Za-z_]\w*=/.test(plain)};
}

function refusal(command: string, reason: string): Problem {
	return {
		code: 'editor.shell-syntax',
		summary: `The editor command ${JSON.stringify(command)} can't be used: ${reason}.`,
		next: 'Set EDITOR to a program and its options, such as: code --wait. Put anything longer into a script and name that.',
		exit: exitCodes.usage,
	};
}
