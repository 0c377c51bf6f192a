import {standingOf} from '../standing.ts';
import {endBefore} from '../place.ts';
import type {Rule} from '../types.ts';

/** A section that the template requires and the document lacks. Optional ones may be left out. */
export const requiredSection: Rule = {
	id: 'required-section',
	severity: 'error',
	summary: 'Every section that the template requires stands in the document.',
	*run(document) {
		for (const {section} of standingOf(document).missing) {
			const index = document.form.fields.findIndex(field => field.line >= section.line);
			yield {
				reason: `The section "${section.title}" is missing.`,
				range: endBefore(document, index < 0 ? document.form.fields.length : index),
				section: section.id,
				help: `Put the heading "${section.heading}" back, or say under it "N/A — " and why it does not apply.`,
			};
		}
	},
	examples: [
		{
			title: 'A required heading was dropped.',
			template: '# [Name]\n\n## Purpose\n\n[What it is for]\n\n## Owner\n\n[Who answers for it]\n',
			document: '# Signer\n\n## Purpose\n\nIt signs events.\n',
			findings: 1,
		},
		{
			title: 'An optional section was left out.',
			template: '# [Name]\n\n## Purpose\n\n[What it is for]\n\n## Glossary (optional)\n\n[Terms]\n',
			document: '# Signer\n\n## Purpose\n\nIt signs events.\n',
			findings: 0,
		},
		{
			title: 'Everything is there, renumbered.',
			template: '# [Name]\n\n## 1. Purpose\n\n[What it is for]\n\n## 2. Owner\n\n[Who answers for it]\n',
			document: '# Signer\n\n## 3. Purpose\n\nIt signs events.\n\n## 4. Owner\n\nPlatform.\n',
			findings: 0,
		},
	],
};
