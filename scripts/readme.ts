/**
 * Writes what pages have from the code: tables between their markers in README.md and docs/settings.md, and docs/rules.md.
 * `npm run readme`, after the keymap, a setting or a rule has changed.
 */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {rules} from '../source/core/checks/index.ts';
import {keyTable} from '../source/keymap/index.ts';
import {rulePage} from './rule-page.ts';
import {projectTable, userTable} from './settings-page.ts';

write('README.md', 'keys', keyTable());
write('docs/settings.md', 'project', projectTable());
write('docs/settings.md', 'user', userTable());
writeFileSync(join(import.meta.dirname, '../docs/rules.md'), rulePage(rules));

function write(page: string, name: string, table: string): void {
	const path = join(import.meta.dirname, '..', page);
	const text = readFileSync(path, 'utf8');
	const between = new RegExp(`(?<=<!-- ${name}:begin -->\\n\\n)[^]*?(?=\\n\\n<!-- ${name}:end -->)`);
	if (!between.test(text))
		throw new Error(`${page} has lost its markers: <!-- ${name}:begin --> and <!-- ${name}:end -->`);
	writeFileSync(
		path,
		text.replace(between, () => table),
	);
}
