/** What a template is called where people choose one. */

import {basename} from 'node:path';

/** Its title; where that has a blank in it, as most have, its name in words. */
export function templateTitle(title: string, name: string): string {
	if (title !== '' && !/[[\]<>{}]|_{2,}/.test(title)) return title;
	const words = basename(name, '.md').replaceAll(/[-_]+/g, ' ').trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
