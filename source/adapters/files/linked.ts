/** Where a relative path in a document leads. Nothing is read, and outside of the project nothing is even looked at. */

import {resolve} from 'node:path';
import {errorCode, realFileSystem, type FileSystem} from '../file-system/index.ts';
import {isInside} from './confine.ts';

/**
 * Whether there is a file or a folder at `path`, which begins in `folder`; `outside` where it leads out of `root`, also by
 * a symbolic link. What can't be looked at is taken to be there: nobody can say that it is missing.
 */
export function linked(
	path: string,
	folder: string,
	root: string,
	fileSystem: FileSystem = realFileSystem,
): 'found' | 'missing' | 'outside' {
	try {
		const top = fileSystem.realpath(root);
		const wanted = resolve(realPathOf(folder, fileSystem), path);
		if (!isInside(top, wanted)) return 'outside';
		return isInside(top, fileSystem.realpath(wanted)) ? 'found' : 'outside';
	} catch (error) {
		return ['ENOENT', 'ENOTDIR', 'ENAMETOOLONG'].includes(errorCode(error)) ? 'missing' : 'found';
	}
}

/** The folder's real path; one that is made only with the document has its own. */
function realPathOf(folder: string, fileSystem: FileSystem): string {
	try {
		return fileSystem.realpath(folder);
	} catch {
		return resolve(folder);
	}
}
