/** Asking with Inquirer's prompts. Every one of them takes a command as well as an answer. */

import {checkbox, input, search} from '@inquirer/prompts';
import {sanitize} from '../core/text/index.ts';
import type {Ask, Streams} from './ask.ts';
import {yesOrNo} from './lines.ts';

/** The way of asking for a terminal that can repaint a line. Ctrl+C and the end of input come back as undefined. */
export function inquirerAsk(streams: Streams): Ask {
	let interrupted = false;
	const ended = async <T>(prompt: Promise<T>): Promise<T | undefined> => {
		try {
			return await prompt;
		} catch (error) {
			// Inquirer rejects when the author presses Ctrl+C or the input ends; here that is an answer like any other.
			if (!(error instanceof Error) || !/^(?:Exit|Abort|Cancel)PromptError$/.test(error.name)) throw error;
			interrupted ||= error.message.includes('SIGINT');
			return undefined;
		}
	};
	const line = (message: string): Promise<string | undefined> => ended(input({message: sanitize(message)}, streams));
	return {
		line,
		wasInterrupted: () => interrupted,
		async choose({message, options, current, skip, open}) {
			let typed = '';
			const reply = await ended(
				search<number | string>(
					{
						message: sanitize(message),
						...(current === undefined ? {} : {default: current}),
						source(term) {
							typed = term?.trim() ?? '';
							return choices(typed, options, skip, open);
						},
					},
					streams,
				),
			);
			return reply === undefined ? undefined : meant(reply, typed, choices(typed, options, skip, open));
		},
		async pick({message, options, picked}) {
			const reply = await ended(
				checkbox(
					{
						message: sanitize(message),
						// Letters are what a command is made of: they must not tick anything.
						shortcuts: {all: null, invert: null},
						choices: [
							...options.map((name, value) => ({name: sanitize(name), value, checked: picked.includes(value)})),
							{name: 'something else: a command, or your own words', value: -1},
						],
					},
					streams,
				),
			);
			if (reply?.includes(-1)) return line('Instead');
			// Enter with nothing chosen before or now: what is offered is taken by it, as everywhere.
			return reply?.length === 0 && picked.length === 0 ? '' : reply;
		},
		async confirm(message, initial) {
			const reply = await ended(
				input(
					{
						message: sanitize(`${message} (${initial ? 'Y/n' : 'y/N'})`),
						validate: text => text.trim().startsWith(':') || yesOrNo(text, initial) !== undefined || 'Type y or n.',
					},
					streams,
				),
			);
			return reply === undefined || reply.trim().startsWith(':') ? reply : (yesOrNo(reply, initial) ?? initial);
		},
	};
}

type Choice = {readonly name: string; readonly value: number | string};

/**
 * What Enter took. Where it comes in one piece with what was typed, Inquirer gives what stood in its list before that,
 * and shows the first of what matches: that is what is meant, or the text itself where nothing matches.
 */
function meant(reply: number | string, typed: string, list: readonly Choice[]): number | string {
	return list.some(({value}) => value === reply) ? reply : (list[0]?.value ?? typed);
}

/** What the list shows for what was typed: a command by itself, else the options that match, by words or by number. */
export function choices(term: string, options: readonly string[], skip: string, open: boolean): readonly Choice[] {
	if (term.startsWith(':') && !term.startsWith('::')) return [{name: sanitize(term), value: term}];
	const word = term.toLowerCase();
	const named = options.map((option, value) => ({name: sanitize(option), value}));
	if (term === '') return [{name: `(${skip})`, value: ''}, ...named];
	const found = named.filter(({name, value}) => name.toLowerCase().includes(word) || String(value + 1) === term);
	return open ? [...found, {name: `your own words: ${sanitize(term)}`, value: term}] : found;
}
