/** Whether a stream is a terminal, without what Node loads to ask that (`node:tty`, with it sockets and streams) where it is none. */

/**
 * True where a file descriptor leads to a terminal; false also where it is closed. Only a character device can be one,
 * and the null device (null(4)) is none.
 */
export function isTerminal(descriptor: number): boolean {
	const {fstatSync, statSync} = process.getBuiltinModule('fs');
	try {
		const stat = fstatSync(descriptor);
		if (process.platform !== 'win32' && (!stat.isCharacterDevice() || stat.rdev === statSync('/dev/null').rdev))
			return false;
	} catch {
		return false;
	}

	return process.getBuiltinModule('tty').isatty(descriptor);
}
