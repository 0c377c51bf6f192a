/** Writes the key table into README.md, between its markers: `npm run readme`, after the keymap has changed. */
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {keyTable} from '../source/keymap/index.ts';

const path = join(import.meta.dirname, '../README.md');
const readme = readFileSync(path, 'utf8');
const between = /(?<=<!-- keys:begin -->\n\n)[^]*?(?=\n\n<!-- keys:end -->)/;
if (!between.test(readme)) throw new Error('README.md has lost its markers: <!-- keys:begin --> and <!-- keys:end -->');
writeFileSync(
	path,
	readme.replace(between, () => keyTable()),
);
