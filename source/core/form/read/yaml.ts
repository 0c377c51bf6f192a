/** The one file of this room that knows a YAML parser; front matter is only checked by it, never evaluated. */

import {parseDocument} from 'yaml';
import type {Range} from '../types.ts';

/** The first thing in `text` that is not YAML (1.2), with its place in the text. */
export function yamlFault(text: string): {readonly reason: string; readonly range: Range} | undefined {
	const [error] = parseDocument(text, {
		strict: false,
		uniqueKeys: true,
		logLevel: 'silent',
		prettyErrors: false,
		customTags: [],
	}).errors;
	return error
		? {
				reason: error.message.split('\n')[0]!.replace(/[:.]?\s*$/u, ''),
				range: {from: error.pos[0], to: Math.max(error.pos[0], Math.min(error.pos[1], text.length))},
			}
		: undefined;
}
