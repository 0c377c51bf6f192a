/** A short list to choose from, and the keys that choose. */

import {Box, Text, useIsScreenReaderEnabled} from 'ink';
import SelectInput from 'ink-select-input';
import {useRef, useState} from 'react';
import type {Rect} from '../drawing/layout.ts';
import {apart, drawLine, span, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import type {Press} from '../input/decode.ts';
import {pressNames} from '../input/decode.ts';
import {useKeys} from '../input/useKeys.ts';
import {placeOf} from './spoken.ts';

/** A list of ink-select-input at its place; its labels are cut by us so that no row wraps. The first nine have digits. */
export function Choices({
	items,
	index,
	rect,
	look,
}: {
	readonly items: readonly {readonly value: string; readonly label: string; readonly detail: string}[];
	readonly index: number;
	readonly rect: Rect;
	readonly look: Look;
}) {
	const isSpoken = useIsScreenReaderEnabled();
	if (isSpoken) return <Text>{placeOf(items, index, ({label, detail}) => [label, detail])}</Text>;
	const limit = Math.max(1, rect.height - 1);
	const top = windowStart(index, limit, items.length);
	const labels = items.slice(top, top + limit).map(({value, label, detail}, offset) => ({
		value,
		label: drawLine(
			apart(
				[top + offset < 9 ? `${top + offset + 1} ` : '  ', label],
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
				key={index}
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

/**
 * The entry in hand of a list of `count`, moved and taken by our own reader: arrows, j and k, digits at once, Enter.
 * `onOther` hears the presses that mean nothing to a list.
 */
export function useChoice(count: number, onTake: (index: number) => void, onOther: (press: Press) => void): number {
	const [index, setIndex] = useState(0);
	const current = useRef(0);
	const moveTo = (next: number) => {
		current.current = (next + count) % Math.max(1, count);
		setIndex(current.current);
	};

	useKeys({
		onPress(press) {
			for (const name of pressNames(press)) {
				if (name === 'up' || name === 'k') {
					moveTo(current.current - 1);
				} else if (name === 'down' || name === 'j') {
					moveTo(current.current + 1);
				} else if (name === 'home' || name === 'end') {
					moveTo(name === 'home' ? 0 : count - 1);
				} else if (name === 'enter') {
					onTake(current.current);
				} else if (/^[1-9]$/.test(name) && Number(name) <= count) {
					onTake(Number(name) - 1);
				} else {
					onOther({type: 'key', name});
				}
			}
		},
		onPaste() {
			// Nothing here takes text.
		},
	});
	return index;
}
