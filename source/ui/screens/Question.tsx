/** A question before the form, with its few answers: what is told, and below it a list to choose from. */

import {Box, useWindowSize} from 'ink';
import {footer, type Scope} from '../../keymap/index.ts';
import {pane} from '../drawing/frame.ts';
import type {Line} from '../drawing/line.ts';
import {limited, span, wrapped} from '../drawing/line.ts';
import {textWidth} from '../drawing/layout.ts';
import {movedIn} from '../input/start-keys.ts';
import {useLive} from '../input/useLive.ts';
import {Choices} from './Choices.tsx';
import {FrameView} from './FrameView.tsx';
import {startFrame, startRects} from './start-frame.ts';
import {TooSmall} from './start-parts.tsx';
import {useStart, type Surroundings} from './useStart.ts';

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

export type QuestionProps = Surroundings & {
	readonly question: QuestionData;
	readonly onReply: (reply: Reply) => void;
};

const scopes: readonly Scope[] = ['numbered', 'entries', 'start'];

export function Question({question, look, table, onReply}: QuestionProps) {
	const size = useWindowSize();
	const rects = startRects(size, false);
	const {heading, words, answers} = question;
	const index = useLive(0);
	const reply = (at: number): void => {
		if (at < answers.length) onReply({type: 'answered', index: at});
	};

	const help = useStart({
		look,
		table,
		scopes: () => scopes,
		onMeant(meant) {
			if (meant.type === 'pick') reply(meant.index);
			if (meant.type !== 'command') return;
			if (meant.command === 'list.choose') reply(index.now());
			index.change(
				at => movedIn(at, meant.command, {count: answers.length, page: answers.length, isRound: true}) ?? at,
			);
		},
		onQuit(isInterrupted) {
			onReply({type: 'quit', isInterrupted});
		},
	});
	if (!rects) return <TooSmall look={look} table={table} />;
	if (help) return <FrameView frame={help} />;
	const {list} = rects;
	const told = words.flatMap((text): readonly Line[] => [
		[],
		...wrapped(text, Math.min(list.width, textWidth) - 2).map((row): Line => [' ', span('label', row)]),
	]);
	const height = Math.min(told.length, Math.max(1, list.height - answers.length - 2));
	const rect = {...list, height};
	const frame = startFrame(
		{
			size,
			heading,
			hints: footer(scopes, table),
			panes: [pane('words', rect, {lines: limited(told, height, look)}, look)],
		},
		look,
	);
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<FrameView frame={frame} />
			<Choices
				items={answers.map(({label, detail}) => ({value: label, label, detail}))}
				index={index.shown}
				rect={{...list, y: list.y + height, height: list.height - height}}
				look={look}
			/>
		</Box>
	);
}
