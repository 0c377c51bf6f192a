import {pathTo, slug} from '../../form/index.ts';
import type {Document, Field, Item, Range, Repeat, Row} from '../../form/types.ts';
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
		for (const repeat of document.form.repeats) {
			const list = listOf(document, repeat);
			if (!list) continue;
			const listed = namesIn(document, list);
			const blocks = blocksOf(document, repeat);
			if (listed.length === 0 || blocks.length === 0) continue;
			const isListed = new Set(listed.map(key));
			const isThere = new Set(blocks.map(({name}) => key(name)));
			for (const {name, field, range} of blocks) {
				if (isListed.has(key(name))) continue;
				yield {
					reason: `${repeat.label} "${name}" is not in "${list.label}".`,
					range,
					section: field.section,
					field: field.id,
					help: 'Add it there, or give both the same name.',
				};
			}

			for (const name of listed) {
				if (isThere.has(key(name))) continue;
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
			title: 'A table of other things that has to do with components.',
			template:
				'# Plan\n\n## Design\n\n### Component: <name>\n\n- Job: <job>\n\n## Risks\n\n| Component | Risk |\n| --- | --- |\n| <name> | <risk> |\n',
			document:
				'# Plan\n\n## Design\n\n### Component: Signer\n\n- Job: signs\n\n## Risks\n\n| Component | Risk |\n| --- | --- |\n| Disk | breaks |\n',
			findings: 0,
		},
	],
};

/** A name as it compares: without emphasis, code marks, a link's address and case. */
function key(name: string): string {
	return slug(name.replaceAll(/\[([^[\]]*)\]\([^()]*\)/g, '$1'));
}

/** The table or list that names the blocks: in the section around them, and in none of them. */
function listOf({form}: Document, repeat: Repeat): Field | undefined {
	const [first] = repeat.instances;
	if (repeat.unit !== 'section' || !first) return undefined;
	const around = pathTo(form.sections, first.id).at(-2);
	const unit = key(repeat.label);
	const inside = new Set(repeat.instances.flatMap(({fields}) => fields));
	if (!around || around.level <= 1 || unit === '') return undefined;
	const near = new Set([around.id, ...around.sections.map(({id}) => id)]);
	return form.fields.find(
		field =>
			near.has(field.section) &&
			!inside.has(field.id) &&
			!field.fixedRows &&
			isCalled(
				unit,
				field.kind === 'table' ? field.columns?.[0]?.label : field.kind === 'list' ? field.label : undefined,
			),
	);
}

/** Whether a label is what one of the blocks is called, or several of them. */
function isCalled(unit: string, label: string | undefined): boolean {
	const word = key(label ?? '');
	return word === unit || word === `${unit}s` || word === `${unit}es` || word === unit.replace(/y$/, 'ies');
}

function namesIn({answers}: Document, field: Field): readonly string[] {
	const answer = answers.get(field.id);
	if (answer?.state !== 'answered' || !Array.isArray(answer.value)) return [];
	const column = field.columns?.[0]?.id ?? field.item?.parts?.[0]?.id ?? '';
	return (answer.value as readonly (Item | Row)[])
		.map(item => (typeof item === 'string' ? item : isNested(item) ? item.text : (item[column] ?? '')).trim())
		.filter(name => key(name) !== '');
}

function isNested(item: Exclude<Item, string> | Row): item is Exclude<Item, string> {
	return Array.isArray(item.items);
}

/** The blocks that have a name, which stands in their headings. */
function blocksOf(
	document: Document,
	{instances}: Repeat,
): readonly {readonly name: string; readonly field: Field; readonly range: Range}[] {
	const byId = new Map(document.form.fields.map(field => [field.id, field]));
	return instances.flatMap(({id, fields}) => {
		const field = fields.map(one => byId.get(one)).find(one => one?.place.at === 'heading' && one.section === id);
		const answer = field && document.answers.get(field.id);
		if (document.answers.get(id)?.state === 'left-out') return [];
		if (!field || answer?.state !== 'answered' || typeof answer.value !== 'string') return [];
		return [{name: answer.value, field, range: rangeOf(document, field.id)}];
	});
}

/** Where a name stands in its list. */
function placeIn(document: Document, field: Field, name: string): Range {
	const whole = rangeOf(document, field.id);
	const at = document.source.slice(whole.from, whole.to).indexOf(name);
	return at < 0 ? whole : {from: whole.from + at, to: whole.from + at + name.length};
}
