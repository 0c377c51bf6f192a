/** What lies among the documents of a folder and is none. */

import {realpathSync} from 'node:fs';
import {basename, dirname, resolve} from 'node:path';
import {isTemplateFile} from '../adapters/catalog/index.ts';
import {keepsTable} from '../core/report/index.ts';
import type {Problem} from '../core/problem.ts';
import type {Context} from './context.ts';
import type {SeenDocument} from './load.ts';
import {projectHere} from './project-settings.ts';

/** What the file is in place of a document: a template that says so or that the project has, or the page that `status` keeps. */
export function otherThanDocument({path, text, marker}: SeenDocument, context: Context): string | undefined {
	if (marker?.hash !== undefined) return undefined;
	const folder = dirname(resolve(context.cwd, path));
	const {templateFolders} = projectHere(folder, context);
	const isOfProject = isTemplateFile(basename(path)) && templateFolders.includes(realpathSync.native(folder));
	if (marker !== undefined || isOfProject) return 'a template';
	return keepsTable(text) ? 'a page that status keeps' : undefined;
}

/** Folders and globs that hold nothing but that. */
export function noDocuments(args: readonly string[]): Problem {
	return {
		code: 'usage.no-documents',
		summary: `No documents are in ${args.join(', ')}: templates and pages that status keeps are none.`,
		next: 'Name a file to check it all the same; of a template, specwright templates check says more.',
		exit: 2,
	};
}
