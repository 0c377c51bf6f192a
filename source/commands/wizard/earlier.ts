/** The author's last documents, and what they say that this one may say too. */

import {readdirSync, statSync} from 'node:fs';
import {join, relative, resolve} from 'node:path';
import {setImmediate as turn} from 'node:timers/promises';
import {readDocument} from '../../adapters/files/index.ts';
import type {DraftContent} from '../../adapters/drafts/index.ts';
import {shortLine} from '../../core/text/index.ts';
import {asDocument} from '../../core/form/index.ts';
import {replay, reusable, title, type EarlierAnswer} from '../../core/wizard/index.ts';
import {formOf} from '../form-of.ts';
import type {Context} from '../context.ts';
import {draftsOf, groundOf, type Session} from './session.ts';

/** How many drafts and how many documents are read: the last ones say best what is wanted now. */
const most = 5;
/** How many files are looked into for documents. */
const mostFiles = 40;
/** The largest document that is read, in bytes. */
const limit = 256 * 1024;

/**
 * The answers of the last drafts, then of the newest documents beside the one in hand, one after another so that keys
 * are read in between. What can't be read is left out.
 */
export async function earlierAnswers(
	session: Session,
	context: Context,
	signal: AbortSignal,
): Promise<readonly EarlierAnswer[]> {
	const found: EarlierAnswer[] = [];
	const listed = draftsOf(context).listDrafts();
	const own = session.draft()?.id;
	const drafts = listed.ok ? listed.value.drafts.filter(({id, records}) => id !== own && records.length > 0) : [];
	for (const draft of drafts.slice(0, most)) {
		await turn();
		if (signal.aborted) return found;
		found.push(...saidInDraft(draft));
	}

	let documents = 0;
	for (const path of newestFiles(session)) {
		await turn();
		if (signal.aborted || documents >= most) break;
		const read = readDocument(path, {limit});
		// Only what says which template it comes from is a document of this author's for sure.
		if (!read.ok || !/<!-- specwright: \S+ sha256:/.test(read.value.text)) continue;
		documents++;
		const of = formOf(read.value.text, path, context);
		if (!of.ok) continue;
		const form = of.value;
		found.push(...reusable(form, asDocument(form).answers, shortLine(form.title) ?? relative(session.folder, path)));
	}

	return found;
}

function saidInDraft({header, records}: DraftContent): readonly EarlierAnswer[] {
	const ground = groundOf(header);
	const {form, answers} = replay(ground.form, records, ground.answers, ground.opened?.isOwnForm);
	return reusable(form, answers, shortLine(title({form, answers})) ?? header.template.name);
}

/** Markdown files in the folder and in its `docs`, the newest first, without the document that is open. */
function newestFiles({folder, opened}: Session): readonly string[] {
	const open = opened && resolve(folder, opened.path);
	return [folder, join(folder, 'docs')]
		.flatMap(place => markdownIn(place))
		.filter(({path}) => path !== open)
		.sort((one, other) => other.changed - one.changed)
		.slice(0, mostFiles)
		.map(({path}) => path);
}

function markdownIn(folder: string): readonly {readonly path: string; readonly changed: number}[] {
	try {
		return readdirSync(folder)
			.filter(name => name.endsWith('.md'))
			.slice(0, 500)
			.flatMap(name => {
				const stat = statSync(join(folder, name), {throwIfNoEntry: false});
				return stat?.isFile() ? [{path: join(folder, name), changed: stat.mtimeMs}] : [];
			});
	} catch {
		return [];
	}
}
