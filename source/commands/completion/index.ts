/** Completion scripts for shells, made from the command table. */

import type {Command} from '../context.ts';
import {bash} from './bash.ts';
import {fish} from './fish.ts';
import type {Table} from './table.ts';
import {zsh} from './zsh.ts';

const scripts: Readonly<Record<string, (commands: Table) => string>> = {bash, zsh, fish};

/**
 * `completion SHELL`: the script on stdout. The scripts ask with `completion KIND` for the names of a kind, or with
 * `completion KIND:WORD` for those that a word has. Anything else is wrong use (2).
 */
export const completion =
	(commands: Table): Command =>
	async ({args}, context) => {
		const {output} = context;
		const [asked = ''] = args;
		const script = Object.hasOwn(scripts, asked) ? scripts[asked] : undefined;
		if (script !== undefined) {
			output.text(script(commands));
			return 0;
		}
		const names = await (await import('./names.ts')).namesOf(asked, context);
		if (names) {
			for (const name of names) output.report(name);
			return 0;
		}

		output.problem({
			code: 'usage.shell',
			summary: `There is no completion for "${asked}".`,
			next: `There is one for ${Object.keys(scripts).join(', ')}.`,
			exit: 2,
		});
		return 2;
	};
