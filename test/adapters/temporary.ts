/** A folder of its own for each test, removed afterwards. */

import {mkdtempSync, realpathSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {onTestFinished} from 'vitest';

export function temporaryFolder(): string {
	const folder = realpathSync(mkdtempSync(join(tmpdir(), 'specwright-test-')));
	// Some hold a hundred thousand files.
	onTestFinished(() => {
		rmSync(folder, {recursive: true, force: true});
	}, 120_000);
	return folder;
}
