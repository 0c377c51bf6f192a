/** The ground that the adapters stand on: the port to the operating system's files and writing that survives a crash. */

export {openFlags, realFileSystem, type FileSystem, type Stat} from './port.ts';
export {errorCode, problemOf} from './problem-of.ts';
export {
	makeFolders,
	quietly,
	readAll,
	removeTemporaryNames,
	safeWrite,
	sweepTemporaries,
	temporaryName,
	writeAll,
	type SafeWriteOptions,
} from './safe-write.ts';
export {userFolder} from './user-folder.ts';
