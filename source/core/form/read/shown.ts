/** Text that speaks to the author, as it is shown. */

import {endStripped} from './ends.ts';

/** What a comment says, without its marks. */
export function commentWords(comment: string): string {
	return endStripped(comment.replace(/^<!-*/u, '').replace(/>$/u, ''), '-').trim();
}

/** Guidance as it is shown: without comment marks and quote signs. */
export function shownText(text: string): string {
	return text
		.replaceAll(/<!--+\s?|\s?--+>/gu, '')
		.replace(/^\[(?:comment|\/\/|_)\]:\s*(?:#|<>)\s*/iu, '')
		.replaceAll(/^[ \t]*>[ \t]?/gmu, '')
		.replace(/^[([](?=[\s\S]*[)\]]$)([\s\S]*)[)\]]$/u, '$1')
		.replaceAll('\r\n', '\n')
		.trim();
}
