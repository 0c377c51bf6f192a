import {unclosedFence} from '../../form/index.ts';
import type {TemplateRule} from './types.ts';

/** Hints that cannot be taken as they stand. */
export const hint: TemplateRule = {
	id: 'hint',
	severity: 'error',
	summary: 'What a hint says can be taken.',
	*run({faults}) {
		for (const {code, reason, range, help} of faults)
			if (code.startsWith('hint.')) yield {reason, range, ...(help !== undefined && {help})};
	},
	examples: [
		{title: 'A kind that there is not.', template: '- A: [a] <!-- specwright: kind: persn -->\n', findings: 1},
		{title: 'A sound hint.', template: '- A: [a] <!-- specwright: kind: person -->\n', findings: 0},
	],
};

/** Front matter that is no YAML. */
export const templateMatter: TemplateRule = {
	id: 'front-matter',
	severity: 'warn',
	summary: 'Front matter parses.',
	*run({faults}) {
		for (const {code, reason, range} of faults)
			if (code.startsWith('front-matter.'))
				yield {reason, range, help: 'Mend the lines between the two "---"; until then they are kept as plain text.'};
	},
	examples: [{title: 'A quote that never ends.', template: '---\na: "b\n---\n\n# T\n', findings: 1}],
};

/** A code block that takes the rest of the template with it. */
export const fenceOpen: TemplateRule = {
	id: 'fence-open',
	severity: 'warn',
	summary: 'Every code block is closed.',
	*run(form) {
		const range = unclosedFence(form);
		if (range)
			yield {
				reason: 'This code block is never closed, so that everything below it is part of it.',
				range,
				help: 'Close it with a line of as many of the same signs.',
			};
	},
	examples: [
		{title: 'Without an end.', template: '# A\n\n```sql\nselect 1;\n\n# B\n', findings: 1},
		{title: 'With one.', template: '# A\n\n```sql\nselect 1;\n```\n', findings: 0},
	],
};
