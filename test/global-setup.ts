/** What tests and the programs they start leave in the folder for temporary files goes when they are done. */

import {mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';

export default function setup(): () => void {
	const folder = mkdtempSync(join(tmpdir(), 'specwright-tests-'));
	process.env['TMPDIR'] = folder;
	return () => {
		rmSync(folder, {recursive: true, force: true});
	};
}
