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

/** A template that stands as a sample within a page about it. */
export const templateFenced: TemplateRule = {
	id: 'template-fenced',
	severity: 'info',
	summary: 'A template is no code block of another text.',
	*run({fields, source}) {
		for (const field of fields) {
			if (field.place.at !== 'fence' || !/^(?:md|markdown)?$/iu.test(field.language ?? '')) continue;
			const {from, to} = field.place.content;
			if ([...source.slice(from, to).matchAll(/^#{1,6} \S/gmu)].length < 2) continue;
			yield {
				reason: 'A whole template stands in this code block, and is asked for as one sample of code.',
				range: {from: field.range.from, to: from},
				field: field.id,
				section: field.section,
				help: 'Save what is in the block as a file of its own, and begin from that.',
			};
		}
	},
	examples: [
		{
			title: 'A page about a template.',
			template: '# How to\n\nCopy this.\n\n```markdown\n# [Name]\n\n## Aim\n\n[aim]\n```\n',
			findings: 1,
		},
		{title: 'A snippet.', template: '# A\n\n## Note\n\n```md\n# Heading\n```\n', findings: 0},
		{title: 'Comments of a script.', template: '# A\n\n## Run\n\n```sh\n# first\n# then\n```\n', findings: 0},
	],
};
