/** What a document says of its own status, such as Draft. */

import {flatten} from './sections.ts';
import type {Answer, Field, Form} from './types.ts';

const named =
	/^(?:(?:document|doc|spec|decision) )?(?:status|state)$|^(?:dokument(?:en)?)?status$|^stand$|^statut$|^estado$/iu;

/** Titles of sections that are about the document itself. */
const aboutItself = /^(?:document(?:ation)? )?(?:meta(?:data)?|control|info(?:rmation)?|properties|details)$/iu;

/**
 * The field for the document's own status: at its head, in a section of that name or about the document, or in the first
 * that asks for anything. That of a block, or of a review further down, is none.
 */
export function ownStatus({fields, sections}: Form): Field | undefined {
	const titles = new Map(flatten(sections).map(({id, title}) => [id, title.trim()]));
	const first = fields.find(({id}) => !isAtHead(id))?.section;
	return fields.find(({id, label, repeat, section}) => {
		if (repeat !== undefined || !named.test(label.trim())) return false;
		const title = titles.get(section) ?? '';
		return isAtHead(id) || section === first || named.test(title) || aboutItself.test(title);
	});
}

/** Whether a field stands before the first section. */
function isAtHead(id: string): boolean {
	return id.startsWith('document/');
}

/** The words of an answer to it; empty where there are none. */
export function statusWords(answer: Answer | undefined): string {
	if (answer?.state !== 'answered') return '';
	const texts: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [answer.value];
	return texts.filter(text => typeof text === 'string').join(', ');
}
