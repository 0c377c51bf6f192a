/** The version of a template that a document was written from. */

import {readdirSync} from 'node:fs';
import {join} from 'node:path';
import {versionIn} from '../adapters/catalog/index.ts';
import {readDocument, sha256} from '../adapters/files/index.ts';
import {findVersion} from '../adapters/git/index.ts';
import {earlierBeside} from '../adapters/team/index.ts';
import {repair} from '../core/encoding/index.ts';
import type {Form, Marker} from '../core/form/types.ts';
import {success, type Result} from '../core/problem.ts';
import {formOf} from './form-of.ts';
import type {Context} from './context.ts';
import type {LoadedTemplate} from './load.ts';

/**
 * The older version of a template: the file that is named, else what a document's comment says by its hash or version,
 * among the versions that come with the program, those that were added and updated since, and those that git has of the
 * template's file. Undefined where it can't be
 * had. Problems: those of reading (2, 3, 6).
 */
export async function olderVersion(
	template: LoadedTemplate,
	marker: Marker | undefined,
	named: string | undefined,
	context: Context,
): Promise<Result<Form | undefined>> {
	if (named !== undefined) {
		const file = readDocument(named);
		return file.ok ? formOf(file.value.text, named, context) : file;
	}

	if (marker === undefined) return success(undefined);
	const isIt = (text: string): boolean => isVersion(text, marker);
	const source =
		[...archived(context), ...earlierCopies(template)].find(isIt) ??
		(template.path === undefined ? undefined : await findVersion(template.path, isIt));
	if (source === undefined) return success(undefined);
	const written = isHash(source, marker.hash) || marker.hash === undefined ? source : repair(source);
	return formOf(written, template.name, context);
}

/** Whether a text is the version that a document's comment names; a checkout may have other line ends than git. */
function isVersion(text: string, {hash, version}: Marker): boolean {
	if (hash === undefined) return version !== undefined && versionIn(text) === version;
	return [text, text.replaceAll(/\r?\n/g, '\r\n'), repair(text)].some(one => isHash(one, hash));
}

function isHash(text: string, hash: string | undefined): boolean {
	return hash !== undefined && sha256(text).startsWith(hash);
}

/** The earlier versions of bundled templates. */
function archived({bundledTemplates}: Context): readonly string[] {
	return textsIn(join(bundledTemplates, 'archive'));
}

/** What a template that somebody added was before it was brought up to date. */
function earlierCopies({origin, path}: LoadedTemplate): readonly string[] {
	return origin === 'user' && path !== undefined ? textsIn(earlierBeside(path)) : [];
}

function textsIn(folder: string): readonly string[] {
	try {
		return readdirSync(folder).flatMap(name => {
			const file = name.endsWith('.md') ? readDocument(join(folder, name)) : undefined;
			return file?.ok ? [file.value.text] : [];
		});
	} catch {
		// There are none.
		return [];
	}
}
