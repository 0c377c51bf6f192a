/** Draws a frame with Ink: one text for each pane, each at its place, so that an unchanged pane costs nothing. */

import {Box, Text, useCursor, useIsScreenReaderEnabled} from 'ink';
import {memo} from 'react';
import type {Frame, Pane} from '../drawing/frame.ts';

const PaneView = memo(
	function PaneView({pane}: {readonly pane: Pane}) {
		const {x, y, width, height} = pane.rect;
		return (
			<Box position="absolute" left={x} top={y} width={width} height={height}>
				<Text wrap="hard">{pane.text}</Text>
			</Box>
		);
	},
	(before, after) => before.pane.text === after.pane.text && sameRect(before.pane.rect, after.pane.rect),
);

function sameRect(a: Pane['rect'], b: Pane['rect']): boolean {
	return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}

/** Panes that only repeat or separate, which no one wants to hear at every key. */
const unspoken = /divider|^outline$|^preview$/;

/**
 * The frame as lines to be heard one after another: no rules, no empty rows, one row less than the window has. The last says
 * where in a list one is.
 */
export function spokenLines(frame: Frame): readonly string[] {
	const place = frame.spoken?.();
	const room = Math.max(1, frame.size.rows - 1) - (place === undefined ? 0 : 1);
	const lines = frame.panes
		.filter(({key}) => !unspoken.test(key))
		.flatMap(({text}) => text.split('\n'))
		.filter(line => /[\p{L}\p{N}]/u.test(line.replaceAll(/\u001B\[[\d;]*m/g, '')))
		.slice(0, room);
	return place === undefined ? lines : [...lines, place];
}

/** The whole screen, exactly as many rows as the window has, and the terminal's cursor where the frame wants it. */
export function FrameView({frame}: {readonly frame: Frame}) {
	const {setCursorPosition} = useCursor();
	const isSpoken = useIsScreenReaderEnabled();
	setCursorPosition(isSpoken ? undefined : frame.cursor);
	if (isSpoken) {
		return <Text>{spokenLines(frame).join('\n')}</Text>;
	}

	return (
		<Box width={frame.size.columns} height={frame.size.rows}>
			{frame.panes.map(pane => (
				<PaneView key={pane.key} pane={pane} />
			))}
		</Box>
	);
}
