#!/usr/bin/env node
/**
 * The bin. It must parse on any Node that may meet it, so that an old one is told what it lacks instead of showing a
 * syntax error; it answers `--version` by itself and loads the program only after that.
 */
import {engines, version} from '../package.json';
import {supports} from './engine.ts';
import {greet} from './greeting.ts';

if (!supports(engines.node, process.versions.node)) {
	process.stderr.write(
		`specwright needs Node ${engines.node}; this is ${process.version}. Install a newer Node and try again.\n`,
	);
	process.exitCode = 2;
} else if (process.argv.length === 3 && (process.argv[2] === '--version' || process.argv[2] === '-V')) {
	try {
		// An import of Node's modules by name costs more than all the rest of this, for it makes all that they export.
		process.getBuiltinModule('fs').writeSync(1, `${version}\n`);
	} catch (error) {
		// As every command ends where its output does: 128 + SIGPIPE for a reader that left, 3 for a full device.
		process.exitCode = (error as {code?: string}).code === 'EPIPE' ? 141 : 3;
	}
} else {
	greet(process.argv.slice(2), process.env);
	process.getBuiltinModule('module').enableCompileCache();
	void import('./commands/main.ts');
}
