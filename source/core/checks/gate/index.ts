/**
 * The gate that a template states: boxes on whether the document is good enough. What a box asks follows from the document
 * where its words say what can be seen there; the others are for their author to tick.
 */

import type {Document, Field, Form} from '../../form/types.ts';
import {lineage, outlineOf} from '../outline.ts';
import {noSeverities} from '../run.ts';
import {standingOf, type FieldStanding} from '../standing.ts';
import type {Facts, Severities} from '../types.ts';
import {judgeOf} from './judge.ts';
import type {GateBox} from './types.ts';
import {namesGate} from './words.ts';

export type {GateBox} from './types.ts';

const box = /^([ \t>]*(?:[-*+]|\d{1,9}[.)])[ \t]+\[)([ xX])(\][ \t]+)([^\r\n]*)/gm;

type Judged = {readonly facts: Facts; readonly severities: Severities; readonly boxes: readonly GateBox[]};

const judged = new WeakMap<Document, Judged>();

/**
 * The boxes of a document's gates in their order, each with what follows for it. None where the template states no gate, or
 * the gate doesn't apply. Computed once for the same facts and severities.
 *
 * @param severities as for `check`: what a rule that is turned off would find keeps no box from being met
 */
export function gateOf(document: Document, facts: Facts, severities = noSeverities): readonly GateBox[] {
	const known = judged.get(document);
	if (known?.facts === facts && known.severities === severities) return known.boxes;
	const boxes = boxesIn(document, facts, severities);
	judged.set(document, {facts, severities, boxes});
	return boxes;
}

function boxesIn(document: Document, facts: Facts, severities: Severities): readonly GateBox[] {
	const gates = [...standingOf(document).fields.values()].filter(entry => isGate(entry));
	const standing = gates.filter(({state}) => state !== 'not-applicable' && state !== 'left-out');
	if (standing.length === 0) return [];
	const judge = judgeOf(document, gates, facts, severities);
	return standing.flatMap(({field}) => {
		const span = document.spans.get(field.id);
		const text = span ? document.source.slice(span.from, span.to) : '';
		return Array.from(text.matchAll(box), ({1: lead = '', 2: mark, 3: behind = '', 4: rest = '', index}) => {
			const words = rest.trim();
			const from = span!.from + index + lead.length;
			return {
				section: field.section,
				field: field.id,
				text: words,
				range: {from: from - 1, to: from + 1 + behind.length + rest.indexOf(words) + words.length},
				mark: {from, to: from + 1},
				isTicked: mark !== ' ',
				...judge(words),
			};
		});
	});
}

/** Whether a field of a form states a gate, or a part of one. */
export function statesGate(form: Form, field: Field): boolean {
	const row = outlineOf(form).byId.get(field.section);
	return isGate({field, ...(row ? {row} : {})});
}

/** A checklist under a heading, or behind a label, that says so; one that each block has speaks of work, not of the document. */
function isGate({field, row}: Pick<FieldStanding, 'field' | 'row'>): boolean {
	if (field.kind !== 'checklist' || field.repeat !== undefined) return false;
	return namesGate(field.label) || lineage(row).some(({section}) => namesGate(section.title));
}
