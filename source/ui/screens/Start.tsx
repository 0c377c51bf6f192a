/** Home and the template picker: what to go on with, what to begin. */

import {Box, Text, useWindowSize} from 'ink';
import SelectInput from 'ink-select-input';
import {useRef, useState} from 'react';
import type {TextBuffer} from '../../core/text/types.ts';
import {createBuffer, edit, textOf} from '../../core/text/index.ts';
import type {Pane} from '../drawing/frame.ts';
import {pane, wordsFrame} from '../drawing/frame.ts';
import type {Rect} from '../drawing/layout.ts';
import type {Line} from '../drawing/line.ts';
import {apart, drawLine, span, windowStart} from '../drawing/line.ts';
import type {Look} from '../drawing/look.ts';
import {promptView} from '../components/text-input.ts';
import type {Press} from '../input/decode.ts';
import {pressNames} from '../input/decode.ts';
import {useKeys} from '../input/useKeys.ts';
import {FrameView} from './FrameView.tsx';
import type {StartChoice, StartData, TemplateEntry} from './start.ts';
import {homeItems, matchingTemplates, startFrame, startRects, templateLines} from './start.ts';

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

function quitOn(press: Press, onChoice: StartProps['onChoice']): boolean {
	const isInterrupted = press.type === 'key' && press.name === 'ctrl+c';
	if (!isInterrupted && !(press.type === 'key' && press.name === 'ctrl+q')) {
		return false;
	}

	onChoice({type: 'quit', isInterrupted});
	return true;
}

/** A list of ink-select-input at its place; its labels are cut by us so that no row wraps. */
function Choices({
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
	const labels = items.map(({value, label, detail}, at) => ({
		value,
		label: drawLine(apart([`${at + 1} `, label], [span('dim', `${detail} `)], rect.width - 3, look), rect.width - 3, look),
	}));
	return (
		<Box position="absolute" left={rect.x} top={rect.y + 1} width={rect.width} height={rect.height - 1}>
			{/* It does not listen: it would take two keys that come in one piece against the same old choice. */}
			<SelectInput
				key={index}
				items={labels}
				initialIndex={index}
				isFocused={false}
				limit={Math.max(1, rect.height - 1)}
				indicatorComponent={({isSelected}) => <Text>{isSelected ? look.paint('accent', ` ${look.glyphs.pointer} `) : '   '}</Text>}
				itemComponent={({isSelected, label}) => <Text>{isSelected ? look.paint('strong', label) : label}</Text>}
			/>
		</Box>
	);
}

/**
 * The entry in hand of a list of `count`, moved and taken by our own reader: arrows, j and k, digits at once, Enter.
 * `onOther` hears the presses that mean nothing to a list.
 */
function useChoice(count: number, onTake: (index: number) => void, onOther: (press: Press) => void): number {
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

function TooSmall({look}: {readonly look: Look}) {
	const {columns, rows} = useWindowSize();
	return <FrameView frame={wordsFrame({x: 0, y: 0, width: columns, height: rows}, ['Window too small.', `${look.keyName('^Q')} quits.`], look)} />;
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

type PickerProps = {
	readonly templates: readonly TemplateEntry[];
	readonly look: Look;
	readonly onChoice: StartProps['onChoice'];
	readonly onBack: () => void;
};

const pickerHeading = 'Choose a template';

function besidePanes(rects: {readonly beside?: Rect}, entry: TemplateEntry | undefined, look: Look): readonly Pane[] {
	const {beside} = rects;
	if (!beside) {
		return [];
	}

	const divider = {x: beside.x - 1, y: beside.y, width: 1, height: beside.height};
	return [
		pane('divider', divider, {lines: Array.from({length: divider.height}, (): Line => [span('border', look.glyphs.vertical)])}, look),
		pane('beside', beside, {lines: templateLines(entry, beside.width, beside.height, look)}, look),
	];
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
	const empty = pane('empty', rects.list, {lines: [[], [' No template was found.'], [' `specwright new FILE.md` takes any Markdown file as one.']]}, look);
	const panes = templates.length === 0 ? [empty] : besidePanes(rects, templates[index], look);
	return (
		<Box width={size.columns} height={size.rows}>
			<FrameView frame={startFrame({size, heading: pickerHeading, hints, panes}, look)} />
			{templates.length > 0 && (
				<Choices
					items={templates.map(({name, title, fields}) => ({value: name, label: title || name, detail: `${fields} fields`}))}
					index={index}
					rect={rects.list}
					look={look}
				/>
			)}
		</Box>
	);
}

function FilterPicker({templates, look, onChoice, onBack}: PickerProps) {
	const size = useWindowSize();
	const rects = startRects(size, true);
	const [{query, cursor}, setFilter] = useState<{query: TextBuffer; cursor: number}>(() => ({query: createBuffer('', {multiline: false}), cursor: 0}));
	const found = matchingTemplates(templates, textOf(query));
	const current = Math.min(cursor, Math.max(0, found.length - 1));
	useKeys({
		onPress(press) {
			if (quitOn(press, onChoice)) {
				return;
			}

			if (press.type === 'text') {
				setFilter(before => ({query: edit(before.query, {type: 'insert', text: press.text}), cursor: 0}));
				return;
			}

			const [name] = pressNames(press);
			const step = {up: -1, down: 1, pageup: -10, pagedown: 10}[name ?? ''];
			if (step !== undefined) {
				setFilter(before => ({...before, cursor: Math.max(0, Math.min(before.cursor + step, matchingTemplates(templates, textOf(before.query)).length - 1))}));
			} else if (name === 'backspace') {
				setFilter(before => ({query: edit(before.query, {type: 'delete', motion: 'left'}), cursor: 0}));
			} else if (name === 'ctrl+u') {
				setFilter(before => ({query: edit(before.query, {type: 'kill-to-start'}), cursor: 0}));
			} else if (name === 'enter') {
				const entry = found[current];
				if (entry) {
					onChoice({type: 'new', template: entry.name});
				}
			} else if (name === 'escape') {
				onBack();
			}
		},
		onPaste(text) {
			setFilter(before => ({query: edit(before.query, {type: 'insert', text, paste: true}), cursor: 0}));
		},
	});
	if (!rects) {
		return <TooSmall look={look} />;
	}

	const {list} = rects;
	const prompt = promptView(' Find: ', query, list.width);
	const height = list.height - 2;
	const top = windowStart(current, height, found.length);
	const rows = found.slice(top, top + height).map((entry, offset): Line => {
		const isCurrent = top + offset === current;
		return apart(
			[span('accent', isCurrent ? ` ${look.glyphs.pointer} ` : '   '), isCurrent ? span('strong', entry.title || entry.name) : entry.title || entry.name],
			[span('dim', `${entry.fields} fields `)],
			list.width,
			look,
		);
	});
	const hints = [
		{key: '↑↓', help: 'look at another'},
		{key: 'Enter', help: 'begin'},
		{key: 'Esc', help: 'back'},
		{key: '^Q', help: 'quit'},
	];
	const frame = startFrame(
		{size, heading: pickerHeading, hints, panes: [pane('list', list, {lines: [...prompt.lines, [], ...rows]}, look), ...besidePanes(rects, found[current], look)]},
		look,
	);
	return <FrameView frame={prompt.cursor ? {...frame, cursor: {x: list.x + prompt.cursor.column, y: list.y}} : frame} />;
}
