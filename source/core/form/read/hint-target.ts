/** Lays what a hint says over the field or the section that it speaks of. */

import type {FoundField, Node, Source} from './found-field.ts';
import {skeleton, unitSlug} from './heading.ts';
import {hintedField} from './hint-field.ts';
import type {Tell, Told} from './hint-words.ts';
import {instancesOf} from './instance.ts';
import {labelText} from './label.ts';

/** What is being read, and where to say what is wrong with it. */
export type Reading = {
	readonly source: Source;
	/** What precedes the first heading, then every heading, in order. */
	readonly nodes: readonly Node[];
	/** The headings of the outermost level. */
	readonly top: readonly Node[];
	readonly tell: Tell;
};

/** A field's path below its section. */
export function pathOf({path}: FoundField): string {
	return path.join('/');
}

/** Changes a field, in every instance of the record that it is a part of; gives what became of it. */
export function applyToField({source, tell}: Reading, node: Node, target: FoundField, told: Told): FoundField {
	const path = pathOf(target);
	const made = new Map<FoundField, FoundField>();
	for (const [index, field] of node.fields.entries()) {
		const isSame = field === target || (target.record && field.record && pathOf(field) === path);
		if (!isSame) continue;
		// What is wrong is told once.
		const one = hintedField(source, field, told, field === target ? tell : () => undefined);
		made.set(field, one);
		node.fields[index] = one;
	}

	for (const [index, one] of node.guidance.entries())
		if (one.fields?.some(field => made.has(field)))
			node.guidance[index] = {...one, fields: one.fields.map(field => made.get(field) ?? field)};
	return made.get(target) ?? target;
}

/** Changes a section; what repeats does so in all of its instances. */
export function applyToSection({source, nodes, top}: Reading, node: Node, told: Told): void {
	if (told.need) node.need = told.need;
	if (told.condition !== undefined)
		node.need = {...(told.need ?? {requirement: 'conditional', reason: false}), condition: told.condition};
	if (told.example !== undefined) node.example = told.example;
	if (told.guidance !== undefined) node.shown.push(told.guidance);
	if (told.repeatable === undefined || !node.parts) return;
	const siblings = nodes.find(one => one.children.includes(node))?.children ?? top;
	const bones = (one: Node) => (one.parts ? unitSlug(labelText(skeleton(source.text, one.parts))) : '');
	const instances = instancesOf(source, siblings);
	const key = instances.get(node)?.key;
	for (const one of siblings) {
		const isAlike =
			one === node ||
			(key !== undefined && instances.get(one)?.key === key) ||
			(one.level === node.level && bones(one) === bones(node));
		if (isAlike && one.repeatable === undefined) one.repeatable = told.repeatable;
	}
}
