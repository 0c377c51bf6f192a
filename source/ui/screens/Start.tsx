/** Home and the template picker: what to go on with, what to begin. */

import {Box, useWindowSize} from 'ink';
import {useState} from 'react';
import type {Look} from '../drawing/look.ts';
import {Choices, useChoice} from './Choices.tsx';
import {FilterPicker} from './FilterPicker.tsx';
import {FrameView} from './FrameView.tsx';
import type {StartChoice, StartData} from './start-frame.ts';
import {homeItems, startFrame, startRects} from './start-frame.ts';
import {quitOn, TooSmall} from './start-parts.tsx';

export type StartProps = {
	readonly data: StartData;
	readonly look: Look;
	/** Begin with the list of templates rather than with home. */
	readonly templatesFirst?: boolean;
	readonly onChoice: (choice: StartChoice) => void;
};

/** Home, and from there the picker; where there is nothing to go on with, the picker at once. */
export function Start(props: StartProps) {
	const hasHome = props.data.drafts.length + props.data.documents.length > 0 && !props.templatesFirst;
	const [view, setView] = useState<'home' | 'templates'>(hasHome ? 'home' : 'templates');
	return view === 'home' ? (
		<Home
			{...props}
			onTemplates={() => {
				setView('templates');
			}}
		/>
	) : (
		<FilterPicker
			templates={props.data.templates}
			look={props.look}
			onChoice={props.onChoice}
			onBack={
				hasHome
					? () => {
							setView('home');
						}
					: undefined
			}
		/>
	);
}

function Home({data, look, onChoice, onTemplates}: StartProps & {readonly onTemplates: () => void}) {
	const size = useWindowSize();
	const rects = startRects(size, false);
	const items = homeItems(data);
	const index = useChoice(
		items.length,
		at => {
			const leads = items[at]?.leads;
			if (leads === 'templates') {
				onTemplates();
			} else if (leads) {
				onChoice(leads);
			}
		},
		press => {
			if (!quitOn(press, onChoice) && press.type === 'key' && press.name === 'escape') {
				onChoice({type: 'quit', isInterrupted: false});
			}
		},
	);
	if (!rects) {
		return <TooSmall look={look} />;
	}

	const hints = [
		{key: '↑↓', help: 'choose'},
		{key: 'Enter', help: 'go'},
		{key: '1–9', help: 'at once'},
		{key: 'Esc', help: 'quit'},
	];
	return (
		<Box flexDirection="column" width={size.columns} height={size.rows}>
			<FrameView frame={startFrame({size, heading: 'What would you like to write?', hints, panes: []}, look)} />
			<Choices items={items} index={index} rect={rects.list} look={look} />
		</Box>
	);
}
