/** A short list to choose from. */

import {Box, Text, useIsScreenReaderEnabled} from 'ink';
import SelectInput from 'ink-select-input';
import type {Rect} from '../drawing/layout.ts';
import {apart, drawLine, span, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {placeOf} from './spoken.ts';

/**
 * A list of ink-select-input at its place; its labels are cut by us so that no row wraps. Where digits work, the first nine
 * have one.
 */
export function Choices({
	items,
	index,
	rect,
	look,
	hasDigits = true,
}: {
	readonly items: readonly {readonly value: string; readonly label: string; readonly detail: string}[];
	readonly index: number;
	readonly rect: Rect;
	readonly look: Look;
	readonly hasDigits?: boolean;
}) {
	const isSpoken = useIsScreenReaderEnabled();
	if (isSpoken) return <Text>{placeOf(items, index, ({label, detail}) => [label, detail])}</Text>;
	const limit = choicesSeen(rect);
	const top = windowStart(index, limit, items.length);
	const labels = items.slice(top, top + limit).map(({value, label, detail}, offset) => ({
		value,
		label: drawLine(
			apart(
				[hasDigits && top + offset < 9 ? `${top + offset + 1} ` : '  ', label],
				[span('dim', `${detail} `)],
				rect.width - 3,
				look,
			),
			rect.width - 3,
			look,
		),
	}));
	return (
		<Box position="absolute" left={rect.x} top={rect.y + 1} width={rect.width} height={rect.height - 1}>
			{/* It does not listen: it would take two keys that come in one piece against the same old choice. */}
			<SelectInput
				// With other entries it would go back to the first by itself.
				key={`${index} ${labels.map(({value}) => value).join('\n')}`}
				items={labels}
				initialIndex={index - top}
				isFocused={false}
				limit={limit}
				indicatorComponent={({isSelected}) => (
					<Text>{isSelected ? look.paint('accent', ` ${look.glyphs.pointer} `) : '   '}</Text>
				)}
				itemComponent={({isSelected, label}) => <Text>{isSelected ? look.paint('strong', label) : label}</Text>}
			/>
		</Box>
	);
}

/** How many entries are seen at once: the first row of their place stays empty. */
export function choicesSeen({height}: Rect): number {
	return Math.max(1, height - 1);
}
