/** Reading a draft's file, whoever holds it. */

import {basename} from 'node:path';
import {exitCodes, failure, success, type Result} from '../../core/problem.ts';
import {errorCode, openFlags, problemOf, quietly, readAll, type FileSystem} from '../file-system/index.ts';
import {readJournal, type Journal} from './journal.ts';
import type {DraftContent} from './types.ts';

export type ReadDraft = {readonly bytes: Uint8Array; readonly journal: Extract<Journal, {state: 'read'}>};

/**
 * The bytes of a draft and what they say. Problems: `draft.unknown` (exit 2), `draft.newer` (3, made by a newer program:
 * left as it is), `draft.unreadable` (3), `draft.unsafe` (6, someone else's file), and what the system refuses (3).
 */
export function readDraftFile(path: string, id: string, fileSystem: FileSystem): Result<ReadDraft> {
	let fd: number | undefined;
	try {
		const stat = fileSystem.lstat(path);
		const uid = process.getuid?.();
		if (!stat.isFile() || (uid !== undefined && uid !== 0 && Number(stat.uid) !== uid)) {
			return failure({
				code: 'draft.unsafe',
				summary: `The draft ${id} is ${stat.isFile() ? "someone else's file" : 'not a regular file'}; it is not read.`,
				next: `Look at ${path}.`,
				exit: exitCodes.unsafe,
			});
		}

		fd = fileSystem.open(path, openFlags.readWithoutWaiting);
		const bytes = readAll(fileSystem, fd, Number(fileSystem.fstat(fd).size));
		const journal = readJournal(bytes);
		if (journal.state === 'read') {
			return success({bytes, journal});
		}

		return failure(
			journal.state === 'newer'
				? {
						code: 'draft.newer',
						summary: `The draft ${id} was made by a newer version of Specwright (draft format ${journal.format}); it was left as it is.`,
						next: 'Update Specwright, then resume it.',
						exit: exitCodes.io,
					}
				: {
						code: 'draft.unreadable',
						summary: `The draft ${id} can't be read: its beginning is damaged.`,
						next: `What is left of it is in ${path}.`,
						exit: exitCodes.io,
					},
		);
	} catch (error) {
		return failure(
			errorCode(error) === 'ENOENT' ? unknownDraft(id) : problemOf(error, 'draft', `Could not read the draft ${id}`),
		);
	} finally {
		const opened = fd;
		if (opened !== undefined) {
			// What was read is read, whatever closing says.
			quietly(() => {
				fileSystem.close(opened);
			});
		}
	}
}

export function unknownDraft(id: string) {
	return {
		code: 'draft.unknown',
		summary: `There is no draft ${JSON.stringify(id)}.`,
		next: 'See which there are: specwright drafts',
		exit: exitCodes.usage,
	};
}

export function contentOf(id: string, {bytes, journal}: ReadDraft): DraftContent {
	return {
		id,
		header: journal.header,
		records: journal.entries.map(entry => entry.record),
		updated: journal.entries.at(-1)?.at ?? journal.header.created,
		torn: journal.size < bytes.length,
	};
}

/** True where the document was written and no answer was given after that. */
export function isFinished(content: DraftContent): boolean {
	const written = content.records.findLastIndex(record => record.type === 'written');
	const changed = content.records.findLastIndex(({type}) => type === 'answer' || type === 'count');
	return written !== -1 && written > changed;
}

/** The id in a draft file's name; undefined for any other file in the folder. */
export function idOf(path: string): string | undefined {
	return /^([\da-f]{12})\.jsonl$/.exec(basename(path))?.[1];
}
