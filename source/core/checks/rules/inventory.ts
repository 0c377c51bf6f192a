import type {Document, Field, Range} from '../../form/types.ts';
import {inventoriesIn, undescribed, unlisted} from '../inventories.ts';
import {rangeOf} from '../place.ts';
import type {Rule} from '../types.ts';

/**
 * Blocks such as `### Component: <name>` and the table or list in the section around them that names them, `Component` at
 * the head of its first column or "Components" its label. Somebody may well list more than they describe, so that this is
 * told and no more; while one of the two says nothing there is nothing to compare.
 */
export const inventory: Rule = {
	id: 'inventory',
	severity: 'info',
	summary: 'A list of blocks names the blocks that there are.',
	*run(document) {
		for (const inventory of inventoriesIn(document.form, document.answers)) {
			const {repeat, list} = inventory;
			for (const {name, field} of unlisted(inventory)) {
				yield {
					reason: `${repeat.label} "${name}" is not in "${list.label}".`,
					range: rangeOf(document, field.id),
					section: field.section,
					field: field.id,
					help: 'Add it there, or give both the same name.',
				};
			}

			for (const name of undescribed(inventory, document.source)) {
				yield {
					reason: `"${list.label}" names "${name}", and there is no ${repeat.label} of that name.`,
					range: placeIn(document, list, name),
					section: list.section,
					field: list.id,
					help: 'Add a block for it, or give both the same name.',
				};
			}
		}
	},
	examples: [
		{
			title: 'A component is described that the table lacks, and one listed that is not described.',
			template:
				'# Plan\n\n## Design\n\n| Component | Status |\n| --- | --- |\n| <name> | <status> |\n\n### Component: <name>\n\n- Job: <job>\n',
			document:
				'# Plan\n\n## Design\n\n| Component | Status |\n| --- | --- |\n| Signer | new |\n| Store | old |\n\n### Component: Signer\n\n- Job: signs\n\n### Component: Queue\n\n- Job: waits\n',
			findings: 2,
		},
		{
			title: 'Both have the same names, however they are written.',
			template:
				'# Plan\n\n## Design\n\n### Components\n\n- [component]\n- [component]\n\n### Component: <name>\n\n- Job: <job>\n',
			document:
				'# Plan\n\n## Design\n\n### Components\n\n- `Signer`\n- [Store](#store)\n\n### Component: signer\n\n- Job: signs\n\n### Component: Store\n\n- Job: keeps\n',
			findings: 0,
		},
		{
			title: 'Blocks with another word in front of their names, with none, and with something in brackets.',
			template:
				'# Plan\n\n## Design\n\n| Component | Status |\n| --- | --- |\n| <name> | <status> |\n\n### Component: <name>\n\n- Job: <job>\n',
			document:
				'# Plan\n\n## Design\n\n| Component | Status |\n| --- | --- |\n| Signer | new |\n| Store | old |\n| Queue (SQS) | old |\n\n### Service: Signer\n\n- Job: signs\n\n### Store\n\n- Job: keeps\n\n### Component: Queue\n\n- Job: waits\n',
			findings: 0,
		},
		{
			title: 'A table of other things that has to do with components.',
			template:
				'# Plan\n\n## Design\n\n### Component: <name>\n\n- Job: <job>\n\n## Risks\n\n| Component | Risk |\n| --- | --- |\n| <name> | <risk> |\n',
			document:
				'# Plan\n\n## Design\n\n### Component: Signer\n\n- Job: signs\n\n## Risks\n\n| Component | Risk |\n| --- | --- |\n| Disk | breaks |\n',
			findings: 0,
		},
	],
};

/** Where a name stands in its list. */
function placeIn(document: Document, field: Field, name: string): Range {
	const whole = rangeOf(document, field.id);
	const at = document.source.slice(whole.from, whole.to).indexOf(name);
	return at < 0 ? whole : {from: whole.from + at, to: whole.from + at + name.length};
}
