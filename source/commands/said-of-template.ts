/** What is told of a document's template: that nobody named it, or that it has changed since. */

import {quoted} from '../core/text/index.ts';
import type {SeenDocument} from './load.ts';

type Recognised = {readonly template?: {readonly name: string} | undefined; readonly isRecognised?: boolean};

/** What is to be said of documents whose template was recognised and not named; undefined where there is none. */
export function saidOfRecognised(documents: readonly Recognised[]): string | undefined {
	const [first, ...others] = documents.filter(({isRecognised}) => isRecognised === true);
	if (!first?.template) return undefined;
	const instead = '--template NAME says otherwise, --template none reads it by itself.';
	return others.length === 0
		? `Read as ${first.template.name} (recognised by its headings); ${instead}`
		: `${others.length + 1} files are read by templates recognised by their headings; ${instead}`;
}

/** What is to be said of a document whose template has another version by now; undefined where it has not. */
export function saidOfOutdated({path, template, isOutdated}: SeenDocument): string | undefined {
	if (isOutdated !== true || !template) return undefined;
	return `${path} was written from another version of the template ${template.name}; specwright update ${quoted(path)} brings it up to date.`;
}

/** What is to be said of a document's template before the first question. */
export function saidOfTemplate(opened: SeenDocument): readonly string[] {
	return [saidOfRecognised([opened]), saidOfOutdated(opened)].filter(said => said !== undefined);
}
