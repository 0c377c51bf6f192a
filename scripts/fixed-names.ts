/**
 * Loaded before the program when its screens are drawn: a new folder for temporary files ends with what `SCREENS_NAME`
 * says in place of six random letters, so that its path is the same in every run.
 */

import fs from 'node:fs';
import {syncBuiltinESMExports} from 'node:module';

const name = process.env['SCREENS_NAME'];
if (name !== undefined) {
	fs.mkdtempSync = ((prefix: string) => {
		fs.mkdirSync(prefix + name, {mode: 0o700});
		return prefix + name;
	}) as typeof fs.mkdtempSync;
	syncBuiltinESMExports();
}
