/** Where a document asks in its own name: under such titles questions are what its author has to say. */

import {pathTo} from './sections.ts';
import type {Form} from './types.ts';

const asksItself =
	/\b(?:questions?|unresolved|issues?|faq|discussion|future|concerns?|unknowns?|open points?|to (?:clarify|decide|settle)|fragen|preguntas|perguntas|domande)\b|質問|疑問|未解決|課題|问题|未决/i;

/** Whether a question may be the author's own there: by the label, or by a title above. */
export function holdsQuestions(form: Form, sectionId: string, label?: string): boolean {
	return (
		(label !== undefined && asksItself.test(label)) ||
		// The document's own title says what it is about, not what is asked.
		pathTo(form.sections, sectionId).some(({title}) => title !== form.title && asksItself.test(title))
	);
}
