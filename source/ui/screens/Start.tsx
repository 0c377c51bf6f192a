/** Home and the template picker: what to go on with, what to begin. */

import {Box, useWindowSize} from 'ink';
import {useState} from 'react';
import {pane} from '../drawing/frame.ts';
import type {Look} from '../drawing/look.ts';
import {Choices, useChoice} from './Choices.tsx';
import {FilterPicker} from './FilterPicker.tsx';
import {FrameView} from './FrameView.tsx';
import type {StartChoice, StartData} from './start-frame.ts';
import {homeItems, startFrame, startRects} from './start-frame.ts';
import type {PickerProps} from './start-parts.tsx';
import {besidePanes, pickerHeading, quitOn, TooSmall} from './start-parts.tsx';

export type StartProps = {
	readonly data: StartData;
	readonly look: Look;
	/** Begin with the list of templates rather than with home. */
	readonly templatesFirst?: boolean;
	readonly onChoice: (choice: StartChoice) => void;
};

/** ink-select-input gives each entry a digit, which is right up to here. */
const mostWithDigits = 9;

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
		<Picker
			{...props}
			onBack={() => {
				if (hasHome) {
					setView('home');
				} else {
					props.onChoice({type: 'quit', isInterrupted: false});
				}
			}}
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
		<Box width={size.columns} height={size.rows}>
			<FrameView frame={startFrame({size, heading: 'What would you like to write?', hints, panes: []}, look)} />
			<Choices items={items} index={index} rect={rects.list} look={look} />
		</Box>
	);
}

function Picker({data, look, onChoice, onBack}: StartProps & {readonly onBack: () => void}) {
	const {templates} = data;
	return templates.length <= mostWithDigits ? (
		<ShortPicker {...{templates, look, onChoice, onBack}} />
	) : (
		<FilterPicker {...{templates, look, onChoice, onBack}} />
	);
}

function ShortPicker({templates, look, onChoice, onBack}: PickerProps) {
	const size = useWindowSize();
	const rects = startRects(size, true);
	const index = useChoice(
		templates.length,
		at => {
			const entry = templates[at];
			if (entry) {
				onChoice({type: 'new', template: entry.name});
			}
		},
		press => {
			if (!quitOn(press, onChoice) && press.type === 'key' && press.name === 'escape') {
				onBack();
			}
		},
	);
	if (!rects) {
		return <TooSmall look={look} />;
	}

	const hints = [
		{key: '↑↓', help: 'look at another'},
		{key: 'Enter', help: 'begin'},
		{key: '1–9', help: 'at once'},
		{key: 'Esc', help: 'back'},
		{key: '^Q', help: 'quit'},
	];
	const empty = pane(
		'empty',
		rects.list,
		{lines: [[], [' No template was found.'], [' `specwright new FILE.md` takes any Markdown file as one.']]},
		look,
	);
	const panes = templates.length === 0 ? [empty] : besidePanes(rects, templates[index], look);
	return (
		<Box width={size.columns} height={size.rows}>
			<FrameView frame={startFrame({size, heading: pickerHeading, hints, panes}, look)} />
			{templates.length > 0 && (
				<Choices
					items={templates.map(({name, title, fields}) => ({
						value: name,
						label: title || name,
						detail: rects.beside ? '' : `${fields} fields`,
					}))}
					index={index}
					rect={rects.list}
					look={look}
				/>
			)}
		</Box>
	);
}
