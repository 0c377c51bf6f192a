/** A question before the form, with its few answers: what is told, and below it a list to choose from. */

import {Box, useWindowSize} from 'ink';
import {pane} from '../drawing/frame.ts';
import type {Line} from '../drawing/line.ts';
import {limited, span, wrapped} from '../drawing/line.ts';
import {textWidth} from '../drawing/layout.ts';
import type {Look} from '../drawing/look.ts';
import {Choices, useChoice} from './Choices.tsx';
import {FrameView} from './FrameView.tsx';
import {startFrame, startRects} from './start-frame.ts';
import {quitOn, TooSmall} from './start-parts.tsx';

/** What is asked, and what can be answered; at most nine, so that each has a digit. */
export type QuestionData = {
	readonly heading: string;
	/** Told above the answers, each as a paragraph. */
	readonly words: readonly string[];
	readonly answers: readonly {readonly label: string; readonly detail: string}[];
};

/** The index of the answer that was chosen, or that the author left instead. */
export type Reply =
	{readonly type: 'answered'; readonly index: number} | {readonly type: 'quit'; readonly isInterrupted: boolean};

export type QuestionProps = {
	readonly question: QuestionData;
	readonly look: Look;
	readonly onReply: (reply: Reply) => void;
};

export function Question({question, look, onReply}: QuestionProps) {
	const size = useWindowSize();
	const rects = startRects(size, false);
	const {heading, words, answers} = question;
	const index = useChoice(
		answers.length,
		at => {
			onReply({type: 'answered', index: at});
		},
		press => {
			const onQuit = ({isInterrupted}: {readonly isInterrupted: boolean}) => {
				onReply({type: 'quit', isInterrupted});
			};
			if (!quitOn(press, onQuit) && press.type === 'key' && press.name === 'escape') onQuit({isInterrupted: false});
		},
	);
	if (!rects) return <TooSmall look={look} />;
	const {list} = rects;
	const told = words.flatMap((text): readonly Line[] => [
		[],
		...wrapped(text, Math.min(list.width, textWidth) - 2).map((row): Line => [' ', span('label', row)]),
	]);
	const height = Math.min(told.length, Math.max(1, list.height - answers.length - 2));
	const hints = [
		{key: '↑↓', help: 'choose'},
		{key: 'Enter', help: 'go on'},
		{key: 'Esc', help: 'quit'},
	];
	const rect = {...list, height};
	const frame = startFrame(
		{size, heading, hints, panes: [pane('words', rect, {lines: limited(told, height, look)}, look)]},
		look,
	);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<FrameView frame={frame} />
			<Choices
				items={answers.map(({label, detail}) => ({value: label, label, detail}))}
				index={index}
				rect={{...list, y: list.y + height, height: list.height - height}}
				look={look}
			/>
		</Box>
	);
}
