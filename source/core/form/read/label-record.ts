/** Records whose labels stand in paragraphs: lines that come again, and a label over a list of its parts. */

import type {Block, List} from '../markdown.ts';
import {slug} from '../slug.ts';
import {repeatOnly, type Context, type Scope} from './context.ts';
import type {Record_, Source} from './found-field.ts';
import {repeatsAsWhole} from './heading.ts';
import {labelLines, type LabelLine} from './label-lines.ts';
import {labelText} from './label.ts';
import {viewItem} from './list.ts';
import {recordOf} from './record.ts';
import {readValue, trimmed} from './value.ts';

/** The lines of a paragraph as a record, where there are several of it or a note says that there may be. */
export function paragraphRecord(
	{source, node}: Context,
	labels: readonly LabelLine[],
	scope: Scope,
	outer: Scope,
	blocks: readonly Block[],
	index: number,
): Record_ | undefined {
	const {text} = source;
	if (labels.length < 2 || outer.record || scope.metadata) return undefined;
	const names = labels.map(({label}) => labelText(label.text));
	// In a section that repeats as a whole, the note speaks of that.
	const noted = scope.oneRecord === true || (isNote(source, blocks[index + 1]) && !repeatsAsWhole(text, node.parts));
	const again = [blocks[index - 1], blocks[index + 1]].some(
		block =>
			block?.type === 'paragraph' &&
			labelLines(source, block)
				.map(({label}) => labelText(label.text))
				.join('\n') === names.join('\n'),
	);
	const isOpen = ({label, to, spans}: LabelLine): boolean =>
		readValue(source, {from: label.end, to}, spans, true, label.text).state !== 'plain';
	const unit = slug(names[0]!);
	if ((!noted && !again) || unit === '' || new Set(names).size < names.length || !labels.every(isOpen))
		return undefined;
	const range = trimmed(text, blocks[index]!.range);
	return recordOf(source, [...outer.path, unit], range, names[0]!, false);
}

function isNote(source: Source, block: Block | undefined): boolean {
	return block !== undefined && repeatOnly(source, block);
}

/** Whether a lone bold label leads a list whose items are labelled blanks: `**Decision:** [what]` over `- Why: [why]`. */
export function leadsParts(source: Source, labels: readonly LabelLine[], outer: Scope, list: List): boolean {
	return (
		labels.length === 1 &&
		labels[0]!.label.bold &&
		!outer.metadata &&
		outer.record === undefined &&
		list.items.length > 1 &&
		list.items.every(item => {
			const {label, text, spans, task} = {...viewItem(source, item), task: item.task};
			const state = label && readValue(source, {from: label.end, to: text.to}, spans, true, label.text).state;
			return task === undefined && state !== undefined && state !== 'plain';
		})
	);
}
