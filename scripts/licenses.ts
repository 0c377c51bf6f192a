import {readdirSync, readFileSync} from 'node:fs';
import {join} from 'node:path';

type Manifest = {readonly name: string; readonly version: string; readonly license?: string};

/** The folder of the package that a bundled file comes from, `undefined` for our own files. */
function packageFolder(input: string): string | undefined {
	const parts = input.split('/');
	const at = parts.lastIndexOf('node_modules');
	if (at < 0) return undefined;
	const scoped = parts[at + 1]?.startsWith('@') === true;
	return parts.slice(0, at + (scoped ? 3 : 2)).join('/');
}

/**
 * The licence texts of every package that went into the bundle: bundling redistributes them, and their licences ask
 * for the text to go along.
 */
export function thirdPartyLicenses(root: string, inputs: readonly string[]): string {
	const folders = [...new Set(inputs.map(packageFolder).filter(folder => folder !== undefined))];
	const entries = new Map<string, string>();
	for (const folder of folders) {
		const path = join(root, folder);
		const manifest = JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest;
		const texts = readdirSync(path)
			.filter(file => /^(?:licen[cs]e|copying|notice)(?:[-.]|$)/i.test(file))
			.sort()
			.map(file => readFileSync(join(path, file), 'utf8').trim());
		const declared = `Licence: ${manifest.license ?? 'not declared'}`;
		const title = `${manifest.name} ${manifest.version}`;
		entries.set(title, [title, declared, '', ...texts.flatMap(text => [text, ''])].join('\n'));
	}
	const rule = '-'.repeat(80);
	const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text.trimEnd());
	return `Specwright contains the following packages.\n\n${rule}\n${sorted.join(`\n\n${rule}\n`)}\n`;
}
