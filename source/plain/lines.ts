/** Asking in plain lines: no repaint, numbered choices. A screen reader reads them out, a file can answer them. */

import {spoken} from '../core/form/index.ts';
import {sanitize} from '../core/text/index.ts';
import type {Ask} from './ask.ts';

/**
 * @param read the next line without its end; undefined at the end of input.
 * @param write shows the prompt of the line that is read next, without a line end.
 * @param say shows a line.
 */
export function lineAsk(
	read: () => Promise<string | undefined>,
	write: (prompt: string) => void,
	say: (line: string) => void,
): Ask {
	const line = async (message: string): Promise<string | undefined> => {
		// A mark that only says that one may type, or a question, needs no colon.
		write(`${sanitize(message)}${/[\p{L}\p{N})]$/u.test(message) ? ':' : ''} `);
		return read();
	};
	const list = (options: readonly string[], picked: readonly number[]): void => {
		for (const [index, option] of options.entries())
			say(sanitize(`  ${index + 1}. ${option}${picked.includes(index) ? ' (taken)' : ''}`));
	};
	return {
		line,
		async choose({message, options, current, skip, open}) {
			list(options, current === undefined ? [] : [current]);
			const reply = await line(`${message} (a number${open ? ' or your own words' : ''}; Enter: ${skip})`);
			if (reply === undefined || reply.trim() === '') return reply;
			return indexOf(reply, options) ?? reply;
		},
		async pick({message, options, picked, skip, open}) {
			list(options, picked);
			const reply = await line(
				`${message} (numbers with commas${open ? ' or your own words' : ''}, "none", Enter: ${skip})`,
			);
			if (reply === undefined || reply.trim() === '' || reply.trim().startsWith(':')) return reply;
			if (/^none$/i.test(reply.trim())) return [];
			const indexes = reply.split(',').map(part => indexOf(part, options));
			const known = indexes.filter(index => index !== undefined);
			return known.length === indexes.length ? known : reply;
		},
		async confirm(message, initial) {
			for (;;) {
				const reply = await line(`${message} (${initial ? 'Y/n' : 'y/N'})`);
				if (reply === undefined || reply.trim().startsWith(':')) return reply;
				const said = yesOrNo(reply, initial);
				if (said !== undefined) return said;
				say('  Type y or n.');
			}
		},
	};
}

/** Yes or no as people type it; undefined where it is neither. */
export function yesOrNo(text: string, initial: boolean): boolean | undefined {
	const word = text.trim().toLowerCase();
	if (word === '') return initial;
	if (word === 'y' || word === 'yes') return true;
	return word === 'n' || word === 'no' ? false : undefined;
}

/** The option that a number or its own words name, signs and punctuation aside. */
export function indexOf(text: string, options: readonly string[]): number | undefined {
	const word = text.trim().toLowerCase();
	const named = options.findIndex(option => option.toLowerCase() === word);
	if (named >= 0) return named;
	const number = /^\d+$/.test(word) ? Number(word) - 1 : -1;
	if (number >= 0 && number < options.length) return number;
	const said = options.findIndex(option => spoken(option) !== '' && spoken(option) === spoken(word));
	return said >= 0 ? said : undefined;
}
