/** What stands in the documents of the tests on blocks that have titles of their own. */

import {document} from '../../../source/core/wizard/index.ts';
import type {WizardState} from '../../../source/core/wizard/index.ts';

/** The phases that a document has, each with what it says. */
export function phases(state: WizardState): readonly string[] {
	return document(state)
		.source.split('### ')
		.slice(1)
		.map(text =>
			text
				.replace(/\n+## End[^]*/, '')
				.replaceAll(/\s*\n+\s*/g, ' ')
				.trim(),
		);
}
