import {nameOf} from '../naming.ts';
import {lineage} from '../outline.ts';
import {rangeOf} from '../place.ts';
import {standingOf} from '../standing.ts';
import type {Rule} from '../types.ts';

/** "Not applicable" without its reason where the template says that one is due. */
export const notApplicableReason: Rule = {
	id: 'not-applicable-reason',
	severity: 'error',
	summary: 'Where the template asks for a reason, "not applicable" gives one.',
	*run(document) {
		const {fields, notApplicable} = standingOf(document);
		const told = new Set<string>();
		for (const entry of fields.values()) {
			if (entry.state !== 'not-applicable' || entry.answered) continue;
			if (!entry.field.reasonForNotApplicable && !entry.row?.reasonDue) continue;
			// A section that is not applicable as a whole is told once, not once for each of its fields.
			const whole = [...lineage(entry.row)].findLast(row => notApplicable.has(row.section.id))?.section;
			if (whole && told.has(whole.id)) continue;
			if (whole) told.add(whole.id);
			yield {
				reason: `${whole ? `"${whole.title}"` : nameOf(entry)} is marked not applicable without saying why.`,
				range: rangeOf(document, whole && document.spans.has(whole.id) ? whole.id : entry.field.id),
				section: entry.field.section,
				field: entry.field.id,
				help: 'Write the reason behind it: "N/A — why".',
			};
		}
	},
	examples: [
		{
			title: 'The reason is due and missing.',
			template: '# Service\n\n## Error budget (required or N/A with reason)\n\n[How much may fail]\n',
			document: '# Service\n\n## Error budget (required or N/A with reason)\n\nN/A\n',
			findings: 1,
		},
		{
			title: 'The reason is given.',
			template: '# Service\n\n## Error budget (required or N/A with reason)\n\n[How much may fail]\n',
			document: '# Service\n\n## Error budget\n\nN/A — an internal batch job without users.\n',
			findings: 0,
		},
	],
};
