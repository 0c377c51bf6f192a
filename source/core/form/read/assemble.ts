/** Gives found fields their ids, requirements, repeats and variables, and builds the form's sections. */

import {flatten} from '../sections.ts';
import {slug} from '../slug.ts';
import type {Field, Guidance, Range, Repeat, Section} from '../types.ts';
import type {FoundField, Node, Source} from './found-field.ts';
import {counted, displayTitle, skeleton, unitSlug} from './heading.ts';
import {blankName, instancesOf, type Instance} from './instance.ts';
import {labelText} from './label.ts';
import type {Need} from './requirement.ts';

type Unit = {
	readonly id: string;
	readonly label: string;
	readonly unit: 'section' | 'item';
	readonly numbered: boolean;
	readonly minimum: number;
	readonly note?: string;
	instances: Map<string, {range: Range; id: string; fields: string[]}>;
};

export type Assembled = {
	readonly sections: readonly Section[];
	readonly fields: readonly Field[];
	readonly repeats: readonly Repeat[];
	readonly guidance: readonly Guidance[];
};

/** Hands out ids: the second of two equal ones gets `-2`, as does one that is taken already. */
function namer(taken: ReadonlySet<string> = new Set()): (wanted: string) => string {
	const used = new Map<string, number>([...taken].map(id => [id, 1]));
	return wanted => {
		const count = (used.get(wanted) ?? 0) + 1;
		used.set(wanted, count);
		if (count === 1) {
			return wanted;
		}

		let next = count;
		while (used.has(`${wanted}-${next}`)) {
			next++;
		}

		used.set(`${wanted}-${next}`, 1);
		return `${wanted}-${next}`;
	};
}

/**
 * The form's parts from what was read.
 *
 * @param lead what precedes the first heading
 * @param top the headings of the outermost level, with what is below them
 * @param titleNode the one that is the document's title
 * @param taken ids of sections, which no field may have
 */
export function assemble(
	source: Source,
	lead: Node,
	top: readonly Node[],
	titleNode: Node | undefined,
	taken?: ReadonlySet<string>,
): Assembled {
	const {text, lines} = source;
	const sectionName = namer();
	const fieldName = namer(taken);
	const fields: Field[] = [];
	const guidance: Guidance[] = [];
	const units = new Map<string, Unit>();
	const startOf = new Map<string, number>();

	const addUnit = (unit: Omit<Unit, 'instances'>, instance: {range: Range; id: string}): Unit => {
		const found = units.get(unit.id) ?? {
			...unit,
			instances: new Map<string, {range: Range; id: string; fields: string[]}>(),
		};
		units.set(unit.id, found);
		if (!found.instances.has(instance.id)) {
			found.instances.set(instance.id, {...instance, fields: []});
		}

		return found;
	};

	const build = (
		node: Node,
		parentId: string,
		need: Need,
		instance: Instance | undefined,
		repeat: string | undefined,
	): Section => {
		const title = node.parts ? text.slice(node.parts.title.from, node.parts.title.to) : '';
		const isTitle = node === titleNode;
		const prefix = parentId === '' ? '' : `${parentId}/`;
		let id: string;
		let repeatId: string | undefined;
		const extent = instance?.extents()[instance.index] ?? node.range;
		if (node.level === 0) {
			// Its fields are `document/…` all the same.
			id = titleNode ? 'preamble' : 'document';
		} else if (isTitle) {
			id = 'document';
		} else if (instance) {
			const bones = node.parts ? labelText(skeleton(text, node.parts)) : title;
			const base = unitSlug(bones) || blankName(node) || 'section';
			if (instance.sameId) {
				repeatId = `${prefix}${base}`;
				id = instance.index === 0 ? sectionName(repeatId) : sectionName(`${repeatId}[${instance.index + 1}]`);
				repeatId = instance.index === 0 ? id : repeatId;
			} else {
				id = sectionName(`${prefix}${slug(labelText(title)) || 'section'}`);
				repeatId = `${prefix}${instance.key.split(' ').slice(2).join('-')}`;
			}
		} else {
			const bones = node.parts ? labelText(skeleton(text, node.parts)) : title;
			id = sectionName(`${prefix}${slug(bones) || slug(labelText(title)) || 'section'}`);
		}

		const effective = node.need.requirement === 'unspecified' ? need : node.need;
		const inner = repeatId === undefined ? repeat : slugPath(repeatId);
		if (repeatId !== undefined) {
			const required =
				node.need.requirement !== 'optional' &&
				node.need.requirement !== 'conditional' &&
				effective.requirement !== 'optional' &&
				effective.requirement !== 'conditional';
			const label = labelText(title).replaceAll(/\s*:?\s*$/gu, '');
			const shown = (instance?.sameId && displayTitle(text, node.parts!)) || label;
			const isCounted = counted(labelText(title)) !== undefined;
			const number = instance?.sameId ? /\s*#?(?<!\d)\d+$/u : /\s*#?(?<!\d)\d.*$/u;
			addUnit(
				{
					id: slugPath(repeatId),
					label: isCounted || !instance?.sameId ? shown.replace(number, '') || shown : shown,
					unit: 'section',
					numbered: isCounted || /\d/u.test(node.parts?.number ?? ''),
					minimum: required ? 1 : 0,
					...(node.note !== undefined && {note: node.note}),
				},
				{range: extent, id},
			);
		}

		const own: string[] = [];
		const byField = new Map<FoundField, string>();
		const recordIds = new Map<string, {base: string; ranges: Range[]}>();
		for (const one of [...node.fields].sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to)) {
			const {path, need: ownNeed, record, variableName, ...rest} = one;
			const parts = [...path];
			// What stands behind the last instance's own fields belongs to the section around the repeat.
			const beyond = repeatId !== undefined && one.range.from >= extent.to && parentId !== '';
			let fieldRepeat = beyond ? repeat : inner;
			let wanted = `${beyond ? parentId : node.level === 0 ? 'document' : id}/${parts.join('/')}`;
			let unitId: string | undefined;
			let instanceId: string | undefined;
			if (record) {
				const baseId = `${node.level === 0 ? 'document' : id}/${record.unit.join('/')}`;
				const state = recordIds.get(baseId) ?? {base: baseId, ranges: []};
				recordIds.set(baseId, state);
				if (state.ranges.at(-1)?.from !== record.range.from) {
					state.ranges.push(record.range);
				}

				const index = state.ranges.length - 1;

				unitId = baseId;
				instanceId = index === 0 ? baseId : `${baseId}[${index + 1}]`;
				const below = parts.slice(record.unit.length);
				wanted = below.length > 0 ? `${instanceId}/${below.join('/')}` : instanceId;
				fieldRepeat = slugPath(baseId);
				addUnit(
					{
						id: slugPath(baseId),
						label: record.label,
						unit: 'item',
						numbered: record.numbered,
						minimum: effective.requirement === 'optional' || effective.requirement === 'conditional' ? 0 : 1,
						...(record.note !== undefined ? {note: record.note} : node.note !== undefined && {note: node.note}),
					},
					{range: record.range, id: instanceId},
				);
			}

			const fieldId = fieldName(wanted);
			const counts = ownNeed ?? effective;
			const field: Field = {
				...rest,
				id: fieldId,
				section: id,
				line: lines.lineOf(
					one.place.at === 'fence'
						? one.place.content.from
						: one.range.from === one.range.to
							? one.range.from
							: firstInk(text, one.range),
				),
				requirement: counts.requirement === 'unspecified' ? 'required' : counts.requirement,
				...(counts.condition !== undefined && {condition: counts.condition}),
				reasonForNotApplicable: counts.reason,
				mirrors: [],
				...(fieldRepeat !== undefined && {repeat: fieldRepeat}),
				...(variableName !== undefined && {variable: variableName}),
			};
			fields.push(field);
			startOf.set(fieldId, field.range.from);
			own.push(fieldId);
			byField.set(one, fieldId);
			if (unitId !== undefined && instanceId !== undefined) {
				units.get(slugPath(unitId))?.instances.get(instanceId)?.fields.push(fieldId);
			}
		}

		for (const one of node.guidance) {
			const {fields, ...rest} = one;
			guidance.push({
				...rest,
				section: id,
				fields: (fields ?? []).map(field => byField.get(field)).filter(name => name !== undefined),
			});
		}

		const instances = instancesOf(source, node.children);
		const childParent = isTitle || node.level === 0 ? '' : id;
		const sections = node.children.map(child => build(child, childParent, effective, instances.get(child), inner));
		if (repeatId !== undefined) {
			const unit = units.get(slugPath(repeatId))?.instances.get(id);
			unit?.fields.push(...[...own, ...sections.flatMap(collect)].filter(field => startOf.get(field)! < unit.range.to));
		}

		return {
			id,
			heading: node.heading ? text.slice(node.heading.text.from, node.heading.text.to) : '',
			title: title.trim(),
			level: node.level,
			line: node.heading ? lines.lineOf(node.heading.range.from) : 1,
			range: node.range,
			headingRange: node.heading
				? {from: lines.startOf(node.heading.range.from), to: node.heading.range.to}
				: {from: 0, to: 0},
			requirement: node.need.requirement,
			...(node.need.condition !== undefined && {condition: node.need.condition}),
			reasonForNotApplicable: node.need.reason,
			...(repeatId !== undefined && {repeat: slugPath(repeatId)}),
			guidance: [
				...node.guidance.filter(one => one.role === 'guidance' || one.role === 'repeat-note').map(one => one.text),
				...node.shown,
			],
			...(node.example !== undefined && {example: node.example}),
			fields: own,
			sections,
		};
	};

	const none: Need = {requirement: 'unspecified', reason: false};
	const instances = instancesOf(source, top);
	const leadSection =
		lead.fields.length > 0 ||
		lead.guidance.length > 0 ||
		lead.blocks.length > 0 ||
		text.slice(0, lead.range.to).trim() !== ''
			? [build(lead, '', none, undefined, undefined)]
			: [];
	const sections = [
		...leadSection,
		...top.map(node => build(node, '', none, node === titleNode ? undefined : instances.get(node), undefined)),
	];
	const ids = new Set(flatten(sections).map(({id}) => id));
	if (!taken && fields.some(({id}) => ids.has(id))) return assemble(source, lead, top, titleNode, ids);
	fields.sort((a, b) => a.range.from - b.range.from || a.range.to - b.range.to);
	return {
		sections,
		fields,
		repeats: [...units.values()].map(({instances: found, ...unit}) => ({...unit, instances: [...found.values()]})),
		guidance: guidance.sort((a, b) => a.range.from - b.range.from),
	};
}

function collect(section: Section): string[] {
	return [...section.fields, ...section.sections.flatMap(collect)];
}

/** A repeat's id is its unit's id without the index of the unit itself. */
function slugPath(id: string): string {
	return id.replace(/\[\d+\]$/u, '');
}

function firstInk(text: string, range: Range): number {
	let at = range.from;
	while (at < range.to && /\s/u.test(text[at]!)) {
		at++;
	}

	return at;
}
