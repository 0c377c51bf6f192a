/** Addresses of repositories that templates are fetched from: which are taken, and by what protocol. */

import {exitCodes, failure, success, type Result} from '../../core/problem.ts';

export type GitAddress = {readonly url: string; readonly protocol: 'https' | 'ssh' | 'file'};

/**
 * The address in a text; undefined for a text that is none, which may be a path. Refused with exit 6 are protocols that run
 * a program or send what they fetch unprotected, hosts and users that git or ssh would take for a flag, and passwords.
 */
export function gitAddress(text: string): Result<GitAddress> | undefined {
	const refuse = (why: string): Result<never> =>
		failure({
			code: 'git.address',
			summary: `The address ${JSON.stringify(text)} is refused: ${why}.`,
			next: 'Give one that begins with https://, ssh:// or file://, or is written as user@host:path.',
			exit: exitCodes.unsafe,
		});
	// gitremote-helpers(7): what stands before two colons names a program.
	if (/^[\w+.-]+::/.test(text)) return refuse('it names a program that git would start');
	const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	const short = /^([^\s/:@]+)@(\[[^\]\s]+\]|[^\s/:@]+):(?!\/\/)(.+)$/.exec(text);
	if (scheme === undefined && !short) return undefined;
	if (/[\s\p{C}]/u.test(text)) return refuse('it has blanks or control characters in it');
	if (short) {
		return short.slice(1).some(part => part.startsWith('-'))
			? refuse('a part of it begins with a hyphen')
			: success({url: text, protocol: 'ssh'});
	}

	if (scheme === 'file') return success({url: text, protocol: 'file'});
	if (scheme !== 'https' && scheme !== 'ssh') return refuse(`${scheme}:// is not taken`);
	let url: URL;
	try {
		url = new URL(text);
	} catch {
		return refuse('it is not one');
	}

	if (url.hostname === '' || [url.hostname, decodeURIComponent(url.username)].some(part => part.startsWith('-')))
		return refuse('its host or user is none');
	if (url.password !== '')
		return refuse(
			'there is a password in it, which would be kept; let git ask for it, or keep it where git keeps passwords',
		);
	return success({url: text, protocol: scheme});
}
