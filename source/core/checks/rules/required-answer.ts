import {nameOf} from '../naming.ts';
import {lineage, type OutlineRow} from '../outline.ts';
import {rangeOf} from '../place.ts';
import {standingOf, textAt, type FieldStanding} from '../standing.ts';
import type {Rule} from '../types.ts';
import {faultOf} from '../value-fault.ts';

/** A required field without an answer. A warning, for an unfinished document is not a faulty one. */
export const requiredAnswer: Rule = {
	id: 'required-answer',
	severity: 'warn',
	summary: 'Every required field is answered, or is not applicable for a reason.',
	*run(document) {
		const standing = standingOf(document);
		const gone = new Set(standing.missing.map(row => row.section.id));
		for (const entry of standing.fields.values()) {
			if (!entry.counts || entry.answered || faultOf(document, entry)) continue;
			// That a reason is due is told by a rule of its own.
			if (entry.state === 'not-applicable' && (entry.field.reasonForNotApplicable || entry.row?.reasonDue)) continue;
			// The missing section is told once, not once for each of its fields.
			if (isUnder(entry.row, gone)) continue;
			const name = nameOf(entry);
			yield {
				reason: reasonFor(name, entry, textAt(document, entry.field.id)),
				range: rangeOf(document, entry.field.id),
				section: entry.field.section,
				field: entry.field.id,
				help:
					entry.state === 'not-applicable'
						? 'Add the reason: "N/A — why".'
						: 'Answer it, or mark it not applicable with a reason: "N/A — why".',
			};
		}
	},
	examples: [
		{
			title: 'One of two fields is open.',
			template: '# Decision\n\n- **Owner:** [name]\n- **Team:** [name of the team]\n',
			document: '# Decision\n\n- **Owner:** Ada\n- **Team:** [name of the team]\n',
			findings: 1,
		},
		{
			title: 'Both are answered.',
			template: '# Decision\n\n- **Owner:** [name]\n- **Team:** [name of the team]\n',
			document: '# Decision\n\n- **Owner:** Ada\n- **Team:** Platform\n',
			findings: 0,
		},
		{
			title: 'Not applicable, with its reason.',
			template: '# Decision\n\n## Migration\n\n[How data moves]\n',
			document: '# Decision\n\n## Migration\n\nN/A — nothing is stored yet.\n',
			findings: 0,
		},
		{
			title: 'An optional section that nobody wanted.',
			template: '# Decision\n\n## Context\n\n[Why now]\n\n## Notes (optional)\n\n[Anything else]\n',
			document: '# Decision\n\n## Context\n\nThe old key expires.\n\n## Notes (optional)\n\n[Anything else]\n',
			findings: 0,
		},
	],
};

function reasonFor(name: string, entry: FieldStanding, text: string): string {
	if (entry.state === 'not-applicable') return `${name} says "not applicable" without a reason.`;
	if (entry.state === 'partial') return `${name} can't be read as a ${entry.field.kind}.`;
	return text.trim() === '' ? `${name} is empty.` : `${name} has no answer yet.`;
}

function isUnder(row: OutlineRow | undefined, sections: ReadonlySet<string>): boolean {
	for (const above of lineage(row)) if (sections.has(above.section.id)) return true;
	return false;
}
