/** Draws a frame with Ink: one text for each pane, each at its place, so that an unchanged pane costs nothing. */

import {Box, Text, useCursor} from 'ink';
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

/** The whole screen, exactly as many rows as the window has, and the terminal's cursor where the frame wants it. */
export function FrameView({frame}: {readonly frame: Frame}) {
	const {setCursorPosition} = useCursor();
	setCursorPosition(frame.cursor);
	return (
		<Box width={frame.size.columns} height={frame.size.rows}>
			{frame.panes.map(pane => (
				<PaneView key={pane.key} pane={pane} />
			))}
		</Box>
	);
}
