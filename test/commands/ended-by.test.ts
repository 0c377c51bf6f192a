/** How the program ends where it can't go on writing. */

import {describe, expect, it} from 'vitest';
import {endedBy} from '../../source/commands/ended-by.ts';
import {createOutput, OutputClosed} from '../../source/commands/output.ts';

/** Ends by an error with a terminal on stdin; the exit code and what was said. */
function ended(error: unknown): readonly [code: number, said: string] {
	let said = '';
	const sink = {
		isTerminal: true,
		columns: 80,
		write(text: string) {
			said += text;
		},
	};
	const output = createOutput(sink, sink, {NO_COLOR: '1'}, true);
	const code = endedBy(error, {
		output,
		env: {},
		cwd: '/',
		bundledTemplates: '/',
		bundledExamples: '/',
		version: '0',
		stdinIsTerminal: true,
		readStdin: async () => undefined,
	});
	return [code, said];
}

const failed = (more: object) => Object.assign(new Error('EIO: i/o error'), {code: 'EIO', ...more});

describe('an output that fails', () => {
	it('is a terminal that was closed: nobody is told', () => {
		expect(ended(new OutputClosed('EIO', true))).toEqual([129, '']);
		expect(ended(failed({syscall: 'read'}))).toEqual([129, '']);
	});

	it('is a file on a disk that fails: that is said', () => {
		expect(ended(new OutputClosed('EIO', false))).toEqual([3, 'specwright: could not write the output (EIO).\n']);
		const [code, said] = ended(failed({syscall: 'open', path: '/spec.md'}));
		expect([code, said.includes('EIO: i/o error')]).toEqual([70, true]);
	});

	it('is a reader that has read enough: nobody is told', () => {
		expect(ended(new OutputClosed('EPIPE', false))).toEqual([141, '']);
	});
});
