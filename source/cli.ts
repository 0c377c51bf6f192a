#!/usr/bin/env node
/**
 * The bin. It must parse on any Node that may meet it, so that an old one is told what it lacks instead of showing a
 * syntax error; it answers `--version` by itself and loads the program only after that.
 */
import {writeSync} from 'node:fs';
import module from 'node:module';
import {engines, version} from '../package.json';
import {supports} from './engine.ts';

if (!supports(engines.node, process.versions.node)) {
	writeSync(
		2,
		`specwright needs Node ${engines.node}; this is ${process.version}. Install a newer Node and try again.\n`,
	);
	process.exitCode = 2;
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
	try {
		writeSync(1, `${version}\n`);
	} catch (error) {
		// As every command ends where its output does: 128 + SIGPIPE for a reader that left, 3 for a full device.
		process.exitCode = (error as {code?: string}).code === 'EPIPE' ? 141 : 3;
	}
} else {
	module.enableCompileCache();
	void import('./commands/main.ts');
}
